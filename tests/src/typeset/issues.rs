//! Invented issues, each with something that not every issue has.

use super::article::{heading, paragraph, plain_article};
use super::model::{Article, Block, Issue, Masthead, Section};
use super::prose::Prose;
use super::{attributions, colophons};

/// Every invented issue; another seed gives other words and figures.
pub fn invented(seed: u64) -> Vec<Issue> {
    MODELS
        .iter()
        .map(|(name, year, change)| {
            let mut prose = Prose::new(seed, name, *year);
            let mut issue = basic(name, *year, &mut prose);
            change(&mut issue, &mut prose);
            issue
        })
        .collect()
}

type Change = fn(&mut Issue, &mut Prose);

const MODELS: &[(&str, u16, Change)] = &[
    ("plain", 2020, |_, _| {}),
    ("narrow-marks", 2021, |issue, _| issue.narrow = true),
    ("other-sections", 2017, other_sections),
    ("no-sections", 2012, no_sections),
    ("no-contents", 2013, |issue, _| issue.contents.clear()),
    ("other-sections-no-contents", 2011, |issue, prose| {
        other_sections(issue, prose);
        issue.contents.clear();
    }),
    ("marks-in-titles", 2018, marks_in_titles),
    ("shared-prefix", 2016, shared_prefix),
    ("title-in-paragraph", 2019, title_in_paragraph),
    ("one-sentence", 2015, one_sentence),
    ("section-of-one-name", 2014, section_of_one_name),
    ("subtitles", 2023, subtitles),
    ("series", 2022, series),
    ("four-levels", 2020, four_levels),
    ("levels-of-reports", 2010, levels_of_reports),
    ("tables", 2019, tables),
    ("all-attributions", 2022, |issue, prose| attributions::everywhere(issue, prose)),
    ("several-attributions", 2021, |issue, prose| attributions::several(issue, prose)),
    ("no-attributions", 2018, no_attributions),
    ("no-attributions-no-contents", 2018, |issue, prose| {
        no_attributions(issue, prose);
        issue.contents.clear();
    }),
    ("full-colophon", 2008, |issue, prose| colophons::full(issue, prose)),
    ("no-colophon", 2006, |issue, _| issue.colophon.clear()),
    ("latin-words", 2023, latin_words),
    ("of-1993", 1993, of_1993),
    ("of-1998", 1998, of_1998),
    ("of-2024", 2024, of_2024),
    ("joint", 2009, joint),
    ("joint-in-words", 2005, joint_in_words),
    ("supplement", 2014, supplement),
    ("special", 2011, special),
    ("notices", 2007, notices),
    ("contents-lack-entries", 2019, contents_lack_entries),
    ("contents-reworded", 2019, contents_reworded),
    ("contents-reordered", 2019, contents_reordered),
];

/// Known names of sections; the basic issue takes three.
const SECTIONS: &[&str] =
    &["火炬在行动", "高新区之窗", "创业孵化", "科技金融", "研究报告", "统计分析", "政策解读"];

/// Names that a lexicon has no reason to hold.
const OTHER_SECTIONS: &[&str] =
    &["一线走笔", "八面来风", "数说园区", "创客故事", "思享汇", "灯下漫谈", "双城记", "园丁手记"];

fn basic(name: &str, year: u16, prose: &mut Prose) -> Issue {
    let names = prose.random().choose(SECTIONS, 3).into_iter().copied().map(str::to_owned);
    let names: Vec<String> = names.collect();
    let mut sections = Vec::new();
    for (index, name) in names.into_iter().enumerate() {
        let articles = (0..[3, 2, 2][index]).map(|_| plain_article(prose)).collect();
        sections.push(Section { name: Some(name), series: None, articles });
    }
    let number = prose.random().within(3, 22) as u32;
    let cumulative = u32::from(year - 1990) * 16 + number;
    let (month, day) = (prose.random().within(1, 12), prose.random().within(1, 28));
    let publisher = if year >= 2023 {
        "工业和信息化部火炬高技术产业开发中心"
    } else {
        "科技部火炬高技术产业开发中心"
    };
    let mut issue = Issue {
        name: name.to_owned(),
        masthead: Masthead {
            title: "火炬动态".to_owned(),
            publisher: Some(publisher.to_owned()),
            role: "",
            notices: Vec::new(),
            issue_line: format!("{year}年第{number}期（总第{cumulative}期）"),
            date_line: Some(format!("{year}年{month}月{day}日")),
            date_beside: prose.random().percent(60),
            year: Some(year),
            number: Some((number, number)),
            cumulative: Some((cumulative, cumulative)),
            kind: "regular",
            date: Some(format!("{year}-{month:02}-{day:02}")),
        },
        contents: Vec::new(),
        sections,
        colophon: colophons::short(publisher, prose),
        narrow: false,
    };
    distinct_titles(&mut issue, prose);
    issue.contents = issue.faithful_contents();
    issue
}

/// No two articles share a title but where a model means it.
pub(crate) fn distinct_titles(issue: &mut Issue, prose: &mut Prose) {
    let mut seen: Vec<String> = Vec::new();
    for article in issue.sections.iter_mut().flat_map(|it| &mut it.articles) {
        while seen.contains(&article.title) {
            article.title = prose.title();
        }
        seen.push(article.title.clone());
    }
}

fn articles(issue: &mut Issue) -> impl Iterator<Item = &mut Article> {
    issue.sections.iter_mut().flat_map(|it| &mut it.articles)
}

fn other_sections(issue: &mut Issue, prose: &mut Prose) {
    let names: Vec<&str> = prose.random().choose(OTHER_SECTIONS, 3).into_iter().copied().collect();
    for (section, name) in issue.sections.iter_mut().zip(names) {
        section.name = Some(name.to_owned());
    }
    issue.contents = issue.faithful_contents();
}

fn no_sections(issue: &mut Issue, _: &mut Prose) {
    let articles = issue.sections.drain(..).flat_map(|it| it.articles).collect();
    issue.sections = vec![Section { name: None, series: None, articles }];
    issue.contents = issue.faithful_contents();
}

fn marks_in_titles(issue: &mut Issue, prose: &mut Prose) {
    const PATTERNS: &[&str] = &[
        "{zone}：小{thing}，大文章",
        "抢抓机遇，{zone}{trade}产业再出发",
        "加油！{trade}创业者",
        "{thing}怎么建？{zone}这样答",
        "{zone}印发《{trade}企业服务办法（试行）》",
        "“链”上{trade}：{zone}的{few}年探索",
        "{zone}{year}年前{few}个月“成绩单”出炉",
    ];
    let titles: Vec<String> = PATTERNS.iter().map(|it| prose.write(it)).collect();
    articles(issue).zip(titles).for_each(|(article, title)| article.title = title);
    issue.contents = issue.faithful_contents();
}

fn shared_prefix(issue: &mut Issue, prose: &mut Prose) {
    let (zone, trade) = (prose.zone(), prose.write("{trade}"));
    let titles = [
        format!("{zone}{trade}产业发展情况"),
        format!("{zone}{trade}产业发展情况调查"),
        format!("{zone}{trade}产业发展情况调查（之二）"),
        format!("{zone}：{trade}产业巡礼"),
        format!("{zone}：{trade}产业巡礼（续）"),
        format!("{zone}{trade}"),
        format!("{zone}{trade}企业座谈会召开"),
    ];
    articles(issue).zip(titles).for_each(|(article, title)| article.title = title);
    issue.contents = issue.faithful_contents();
}

/// A title is quoted in another article, at a paragraph's head and in its midst.
fn title_in_paragraph(issue: &mut Issue, prose: &mut Prose) {
    let titles: Vec<String> = issue.articles().map(|(_, it)| it.title.clone()).collect();
    let last = titles.len() - 1;
    for (index, article) in articles(issue).enumerate() {
        let other = &titles[(index + 1).min(last)];
        let quoted = format!("{other}，这是当天会议的议题之一。{}", prose.sentence());
        article.blocks.insert(1, paragraph(quoted));
        article.blocks.push(paragraph(format!(
            "{}详见本期《{other}》一文，{}",
            prose.sentence(),
            prose.sentence()
        )));
    }
}

fn one_sentence(issue: &mut Issue, prose: &mut Prose) {
    for (index, article) in articles(issue).enumerate() {
        if index % 3 != 2 {
            article.blocks = vec![paragraph(prose.sentence())];
            article.attributions.iter_mut().for_each(|it| it.inline = index % 2 == 0);
        }
    }
}

/// A section whose one article has the section's name, as a regular column has.
fn section_of_one_name(issue: &mut Issue, prose: &mut Prose) {
    let mut article = plain_article(prose);
    article.title = "统计快报".to_owned();
    issue
        .sections
        .insert(1, Section { name: Some("统计快报".to_owned()), series: None, articles: vec![article] });
    issue.contents = issue.faithful_contents();
}

fn subtitles(issue: &mut Issue, prose: &mut Prose) {
    const PATTERNS: &[&str] = &[
        "{zone}建设{thing}纪实",
        "记{zone}{trade}产业",
        "来自{zone}{thing}的报告",
        "{year}年{trade}产业回眸",
    ];
    for (index, article) in articles(issue).enumerate() {
        if index % 4 != 3 {
            let pattern = *prose.random().pick(PATTERNS);
            article.subtitle = Some(prose.write(pattern));
        }
    }
}

fn series(issue: &mut Issue, prose: &mut Prose) {
    issue.sections[1].name = Some("新征程 再出发".to_owned());
    issue.sections[1].series = Some(prose.write("国家高新区{trade}产业巡礼"));
    issue.contents = issue.faithful_contents();
}

fn four_levels(issue: &mut Issue, prose: &mut Prose) {
    let digits = ["一", "二", "三"];
    let article = &mut issue.sections[2].articles[0];
    article.blocks = vec![paragraph(prose.any_paragraph())];
    for (index, digit) in digits.iter().enumerate() {
        article.blocks.push(heading(1, &format!("{digit}、"), prose.heading()));
        for (index, digit) in digits.iter().enumerate().take(2) {
            article.blocks.push(heading(2, &format!("（{digit}）"), prose.heading()));
            if index == 0 {
                for number in 1..=2 {
                    article.blocks.push(heading(3, &format!("{number}."), prose.heading()));
                    article.blocks.push(paragraph(prose.any_paragraph()));
                }
            } else {
                article.blocks.push(paragraph(prose.any_paragraph()));
            }
        }
        if index == 1 {
            article.blocks.push(paragraph(prose.paragraph(3)));
        }
    }
    let article = &mut issue.sections[1].articles[0];
    article.blocks = vec![paragraph(prose.paragraph(2))];
    for number in 1..=2 {
        article.blocks.push(heading(1, &format!("{number}、"), prose.heading()));
        for (digit, ring) in ["（1）", "（2）"].iter().enumerate() {
            article.blocks.push(heading(2, ring, prose.heading()));
            article.blocks.push(paragraph(prose.paragraph(2 + digit)));
        }
    }
}

/// 一、 headings with run-in headings under them, counted anew, and 一是 in paragraphs of their own.
fn levels_of_reports(issue: &mut Issue, prose: &mut Prose) {
    let marks: [&[&str]; 4] =
        [&["1. ", "2. ", "3. "], &["（一）", "（二）"], &["一是", "二是", "三是"], &["第一，", "第二，"]];
    for (index, article) in articles(issue).enumerate() {
        article.blocks = vec![paragraph(prose.any_paragraph())];
        for (part, digit) in ["一", "二"].iter().enumerate() {
            article.blocks.push(heading(1, &format!("{digit}、"), prose.heading()));
            for mark in marks[(index + part) % marks.len()] {
                let (lead, rest) = (prose.lead(), prose.any_paragraph());
                article.blocks.push(Block::Paragraph {
                    marker: Some(mark.trim().to_owned()),
                    text: format!("{mark}{lead}。{rest}"),
                    lead: Some(lead),
                    open_lead: None,
                });
            }
        }
    }
}

fn tables(issue: &mut Issue, prose: &mut Prose) {
    for (index, article) in articles(issue).enumerate().filter(|(index, _)| index % 2 == 0) {
        let caption = prose.write("{year}年{zone}{trade}产业主要指标");
        let head = ["园区", "企业数（家）", "收入（亿元）", "增长（%）"].map(str::to_owned).to_vec();
        let mut rows = vec![head];
        for _ in 0..prose.random().within(3, 6) {
            let zone = prose.write("{city}");
            let random = prose.random();
            let figure =
                |random: &mut crate::random::Random| format!("{}.{}", random.within(1, 99), random.below(10));
            rows.push(vec![zone, random.within(11, 999).to_string(), figure(random), figure(random)]);
        }
        let source = prose.write("{zone}统计年报");
        let number = index / 2 + 1;
        article.blocks.insert(1, Block::Caption(format!("表{number}  {caption}")));
        article.blocks.insert(2, Block::Table(rows));
        article.blocks.insert(3, Block::Note(format!("注：数据来自{source}，增长为比上年增长。")));
    }
}

fn no_attributions(issue: &mut Issue, _: &mut Prose) {
    articles(issue).for_each(|article| article.attributions.clear());
}

fn latin_words(issue: &mut Issue, prose: &mut Prose) {
    const PATTERNS: &[&str] = &[
        "会议发布了“Torch Startup Index {year}”，由{zone}与 Northlight Ventures 共同编制，收录样本{number}家。",
        "{zone}企业的 R&D 投入强度为{rate}，5G 专网、AI 质检等应用走进{number}条生产线，OEM 订单增长{rate}。",
        "来自 Stadt Lindenau 的 Green Valley Science Park 代表团访问{zone}，与{body}签署合作备忘录，首批项目{few}个。",
        "该平台遵循 ISO 17025 标准，可完成 -40 至 125 摄氏度的试验，网址为 www.lab.example.org，已开放{number}台仪器。",
    ];
    for article in articles(issue) {
        let pattern = *prose.random().pick(PATTERNS);
        let sentence = prose.write(pattern);
        article.blocks.insert(1, paragraph(format!("{sentence}{}", prose.sentence())));
    }
}

fn of_1993(issue: &mut Issue, prose: &mut Prose) {
    let masthead = &mut issue.masthead;
    masthead.publisher = Some("国家科委火炬高技术产业开发中心".to_owned());
    masthead.issue_line = "第三期".to_owned();
    masthead.date_line = Some("一九九三年三月十五日".to_owned());
    masthead.date_beside = false;
    (masthead.number, masthead.cumulative) = (Some((3, 3)), None);
    masthead.date = Some("1993-03-15".to_owned());
    no_sections(issue, prose);
    issue.contents.clear();
    issue.colophon.clear();
}

fn of_1998(issue: &mut Issue, prose: &mut Prose) {
    let masthead = &mut issue.masthead;
    masthead.publisher = Some("国家科委火炬高技术产业开发中心".to_owned());
    masthead.issue_line = "一九九八年第十二期（总第一〇六期）".to_owned();
    masthead.date_line = Some("一九九八年六月二十日".to_owned());
    (masthead.year, masthead.number, masthead.cumulative) = (Some(1998), Some((12, 12)), Some((106, 106)));
    masthead.date = Some("1998-06-20".to_owned());
    no_sections(issue, prose);
}

fn of_2024(issue: &mut Issue, _: &mut Prose) {
    let masthead = &mut issue.masthead;
    masthead.issue_line = "2024年  第5期  （总第 579 期）".to_owned();
    masthead.date_line = Some("2024.5.31".to_owned());
    (masthead.number, masthead.cumulative) = (Some((5, 5)), Some((579, 579)));
    masthead.date = Some("2024-05-31".to_owned());
}

fn joint(issue: &mut Issue, _: &mut Prose) {
    let masthead = &mut issue.masthead;
    masthead.issue_line = "2009年第1-2期合刊（总第233-234期）".to_owned();
    (masthead.number, masthead.cumulative) = (Some((1, 2)), Some((233, 234)));
}

fn joint_in_words(issue: &mut Issue, _: &mut Prose) {
    let masthead = &mut issue.masthead;
    masthead.issue_line = "二○○五年第三四期合刊".to_owned();
    masthead.date_line = Some("二○○五年四月三十日".to_owned());
    (masthead.number, masthead.cumulative) = (Some((3, 4)), None);
    masthead.date = Some("2005-04-30".to_owned());
}

fn supplement(issue: &mut Issue, prose: &mut Prose) {
    let masthead = &mut issue.masthead;
    masthead.issue_line = "2014年增刊（总第388期）".to_owned();
    (masthead.number, masthead.cumulative, masthead.kind) = (None, Some((388, 388)), "supplement");
    no_sections(issue, prose);
}

fn special(issue: &mut Issue, prose: &mut Prose) {
    let masthead = &mut issue.masthead;
    masthead.issue_line = "2011年专刊第2期".to_owned();
    (masthead.number, masthead.cumulative, masthead.kind) = (Some((2, 2)), None, "special");
    no_sections(issue, prose);
}

fn notices(issue: &mut Issue, _: &mut Prose) {
    issue.masthead.notices = vec!["内部资料　注意保存".to_owned()];
    issue.masthead.role = "主办：";
    issue.masthead.issue_line = "第7期（总号：271）".to_owned();
    issue.masthead.date_beside = true;
    (issue.masthead.number, issue.masthead.cumulative) = (Some((7, 7)), Some((271, 271)));
}

fn contents_lack_entries(issue: &mut Issue, _: &mut Prose) {
    issue.contents[0].entries.remove(1);
    issue.contents[2].entries.remove(1);
}

fn contents_reworded(issue: &mut Issue, _: &mut Prose) {
    for (index, entry) in issue.contents.iter_mut().flat_map(|it| &mut it.entries).enumerate() {
        match index % 3 {
            0 => {
                entry.title =
                    entry.title.replace("举办", "举行").replace("召开", "举行").replace("建成", "建设");
            }
            1 => entry.title = entry.title.replace("高新区", ""),
            _ => {}
        }
    }
}

fn contents_reordered(issue: &mut Issue, _: &mut Prose) {
    issue.contents[0].entries.swap(0, 2);
    issue.contents.swap(1, 2);
}
