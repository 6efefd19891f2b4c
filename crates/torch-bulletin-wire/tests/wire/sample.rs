//! An issue with every node and every key, its tree made by hand and its places found by their text.

use torch_bulletin::model::{
    Article, Attribution, Block, Colophon, Contents, Entry, Field, FieldKind, Furniture, FurnitureKind,
    Group, Imprint, Issue, IssueDate, IssueKind, Marker, MarkerStyle, Masthead, NumberRange, Page, Point,
    Section,
};
use torch_bulletin::{Bulletin, Code, Diagnostic, Join, Report, Span, Text};
use torch_bulletin_wire::{Document, SourceInfo, View};

/// All that makes offsets differ: a byte order mark, CR LF and lone CR, characters outside the BMP, joined
/// emoji, a combining mark, Latin between Chinese, a form feed.
pub(crate) const SOURCE: &str = "\u{FEFF}内部资料 注意保存\r\n火炬动态🔥\r\n科技部火炬中心\r\n\
    2008年第1-2期(总第402期) 2008年1月31日\r\n目录\r\n【要闻】\r\n——𠮷林巡礼\r\n·𠮷林园区开园……3\r\n\u{C}\
    【动态】\r\n——𠮷林再巡礼\r\n𠮷林园区开园 \r\n——记cafe\u{301}一条街\r\n一、总体情况\r\n\
    一是企业集聚。园区👨‍👩‍👧共有企业1\r\n2家,第一,引进Torch\rprogram;第二,\r\n— 3 —\r\n扶持𠮷野家。\r\n\
    表1 指标\r\n企业  𠮷12\r\n注:“初步”统计\\\r\n(供稿:𠮷林高新区 王　茜)\r\n无题之文\r\n打印\r\n?🀄?\r\n\
    编辑部\r\n电话:(010)68667266-310";

/// Finds places one after the other, so that a text that stands twice is found where it is meant.
struct Places {
    at: usize,
}

impl Places {
    fn next(&mut self, needle: &str) -> Span {
        let start = self.at + SOURCE[self.at..].find(needle).unwrap_or_else(|| panic!("{needle:?} in order"));
        self.at = start + needle.len();
        Span::new(start as u32, self.at as u32)
    }

    fn text(&mut self, needle: &str) -> Text {
        self.next(needle).into()
    }
}

/// The part of a text that reads `needle`.
fn part(text: &Text, needle: &str) -> Text {
    let joined = text.of(SOURCE);
    let start = joined.find(needle).unwrap_or_else(|| panic!("{needle:?} in {joined:?}"));
    text.slice(start..start + needle.len()).unwrap()
}

fn marker(text: &Text, needle: &str, style: MarkerStyle, number: u32) -> Marker {
    Marker { style, number, text: part(text, needle) }
}

/// The tree of [`SOURCE`].
pub(crate) fn bulletin() -> Bulletin {
    let mut it = Places { at: 0 };
    let notices = vec![it.text("内部资料"), it.text("注意保存")];
    let title = it.text("火炬动态🔥");
    let publisher = it.text("科技部火炬中心");
    let issue = Issue {
        year: Some(2008),
        number: Some(NumberRange { first: 1, last: 2 }),
        whole_number: Some(NumberRange::one(402)),
        kind: IssueKind::Regular,
        span: it.next("2008年第1-2期(总第402期)"),
    };
    let date = IssueDate { year: 2008, month: Some(1), day: Some(31), span: it.next("2008年1月31日") };

    let heading = it.text("目录");
    let (open, label, close) = (it.next("【"), it.text("要闻"), it.next("】"));
    let mut punctuation = vec![open, close, it.next("——")];
    let series = it.text("𠮷林巡礼");
    let bullet = it.next("·");
    let entry_title = it.text("𠮷林园区开园");
    let leader = it.next("……3");
    punctuation.extend([bullet, leader]);
    let entry = Entry { title: entry_title, page: Some(3), article: Some(0), span: bullet.cover(leader) };
    let front = Span::new(0, it.at as u32);

    let section_open = it.next("【");
    let name = it.text("动态");
    punctuation.extend([section_open, it.next("】"), it.next("——")]);
    let section_series = it.text("𠮷林再巡礼");
    let article_title = it.text("𠮷林园区开园");
    punctuation.push(it.next("——"));
    let subtitle = it.text("记cafe\u{301}一条街");
    let sub = it.text("一、总体情况");
    let mut body = it.text("一是企业集聚。园区👨‍👩‍👧共有企业1");
    body.push(Join::Wrap, it.next("2家,第一,引进Torch"));
    body.push(Join::WrapSpace, it.next("program;第二,"));
    let number_line = it.text("— 3 —");
    body.push(Join::Page, it.next("扶持𠮷野家。"));
    let caption = it.text("表1 指标");
    let cells = vec![Some(it.text("企业")), None, Some(it.text("𠮷12"))];
    let note = it.text("注:“初步”统计\\");
    let bracket = it.next("(");
    let by = it.text("供稿");
    punctuation.extend([bracket, it.next(":")]);
    let (organisation, person, bracket_end) = (it.text("𠮷林高新区"), it.text("王　茜"), it.next(")"));
    punctuation.push(bracket_end);
    let untitled = it.text("无题之文");

    let navigation = it.text("打印");
    let unparsed = it.text("?🀄?");
    let imprint = it.text("编辑部");
    let telephone = it.text("电话");
    punctuation.push(it.next(":"));
    let number = it.text("(010)68667266-310");

    let points = vec![
        Point {
            marker: marker(&body, "第一,", MarkerStyle::Ordinal, 1),
            text: part(&body, "第一,引进Torch program;"),
        },
        Point {
            marker: marker(&body, "第二,", MarkerStyle::Ordinal, 2),
            text: part(&body, "第二,扶持𠮷野家。"),
        },
    ];
    let blocks = vec![
        Block::Heading {
            level: 1,
            marker: Some(marker(&sub, "一、", MarkerStyle::ChineseComma, 1)),
            text: sub,
        },
        Block::Paragraph {
            marker: Some(marker(&body, "一是", MarkerStyle::Shi, 1)),
            lead: Some(part(&body, "企业集聚")),
            text: body,
            points,
        },
        Block::Caption { text: caption },
        Block::Table { rows: vec![cells] },
        Block::Note { text: note },
    ];
    let first = Article {
        span: article_title.hull().cover(bracket_end),
        title: Some(article_title),
        subtitle: Some(subtitle),
        blocks,
        attributions: vec![Attribution {
            label: Some(by),
            organisations: vec![organisation],
            people: vec![person],
            span: bracket.cover(bracket_end),
        }],
    };
    let second = Article {
        span: untitled.hull(),
        title: None,
        subtitle: None,
        blocks: vec![Block::Paragraph { marker: None, lead: None, text: untitled, points: Vec::new() }],
        attributions: Vec::new(),
    };
    Bulletin {
        pages: vec![
            Page { label: None, span: front },
            Page {
                label: Some(part(&number_line, "3").hull()),
                span: section_open.cover(number_line.hull()),
            },
        ],
        masthead: Masthead {
            title: Some(title),
            publisher: Some(publisher),
            notices,
            issue: Some(issue),
            date: Some(date),
        },
        contents: Contents {
            heading: Some(heading),
            groups: vec![Group { section: Some(label), series: Some(series), entries: vec![entry] }],
        },
        sections: vec![
            Section {
                span: section_open.cover(first.span),
                name: Some(name),
                series: Some(section_series),
                articles: vec![first],
            },
            Section { span: second.span, name: None, series: None, articles: vec![second] },
        ],
        colophon: Colophon {
            imprints: vec![Imprint {
                organisation: Some(imprint),
                fields: vec![Field {
                    kind: FieldKind::Telephone,
                    label: telephone,
                    items: vec![part(&number, "(010)68667266")],
                    extension: Some(part(&number, "310")),
                    value: number,
                }],
            }],
        },
        furniture: vec![
            Furniture { kind: FurnitureKind::PageNumber, text: number_line },
            Furniture { kind: FurnitureKind::Navigation, text: navigation },
        ],
        unparsed: vec![unparsed],
        punctuation,
    }
}

/// A report with a finding of each shape among others: with place and advice, and with neither.
pub(crate) fn report(bulletin: &Bulletin) -> Report {
    let mut parsed = torch_bulletin::parse(SOURCE);
    parsed.add_findings([
        Diagnostic::new(Code::MissingDate, None, "found none"),
        Diagnostic::new(Code::UnparsedText, bulletin.unparsed[0].hull(), "found “?🀄?”")
            .with_help("look at the \"source\""),
    ]);
    parsed.report()
}

/// What is known of the input.
pub(crate) const INFO: SourceInfo<'static> = SourceInfo {
    name: Some("2008/1-2期.txt"),
    sha256: Some("e3b0c442"),
    bytes: 1024,
    encoding: "gb18030",
    certainty: Some("detected"),
    format: "text",
};

/// The sample in a view; the caller lends the report.
pub(crate) fn document<'a>(bulletin: &Bulletin, report: &'a Report, view: &View) -> Document<'a> {
    Document::new(&INFO, SOURCE, bulletin, report, view)
}

/// Gives the sample and an empty document in every view, so that no test has a list of its own.
pub(crate) fn each(mut test: impl FnMut(&Document<'_>)) {
    let bulletin = bulletin();
    let report = report(&bulletin);
    for &unit in torch_bulletin_wire::OffsetUnit::ALL {
        for view in [View::new(unit), View::new(unit).with_source_text(true)] {
            test(&document(&bulletin, &report, &view));
            let empty = Report::default();
            test(&Document::new(&SourceInfo::of_text(""), "", &Bulletin::default(), &empty, &view));
        }
    }
}
