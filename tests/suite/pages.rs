//! Web pages: the text of an issue is read out of one as it was put in, and the rest is furniture.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use torch_bulletin::model::FurnitureKind;
use torch_bulletin::{Document, Span};
use torch_bulletin_archive::{SourceMap, read};
use torch_bulletin_tests::typeset::{grid, invented, report, score, specimens, web};
use torch_bulletin_tests::{invariants, say, structure};

use crate::properties::property;

/// The score that every issue reaches as a page.
const LEAST: f64 = 0.98;

#[test]
fn issues_come_out_of_pages_as_they_were_put_in() {
    let models: Vec<_> = specimens().into_iter().chain(invented(541)).collect();
    let mut failures = Vec::new();
    let mut read_well = 0;
    // Without list and signatures a title is told by its setting alone, which a text does not show.
    for issue in models.iter().filter(|it| it.name != "no-attributions-no-contents") {
        let page = web::page(issue);
        let document = read(page.text.as_bytes()).expect("a page is a text");
        let found = structure::found(document.source(), document.bulletin());
        let score = score::score(&page.expected, &found);
        // What the parser makes of the same issue as plain text is no question of the page.
        let plain = plain_score(issue);
        read_well += usize::from(score.is_perfect());
        if score.value() < plain.min(LEAST) - 1e-9 {
            failures.push(format!(
                "{}: {:.4}\n{}",
                issue.name,
                score.value(),
                report::differences(&score, 8)
            ));
        }
        kept(&document, page.text.as_bytes()).unwrap_or_else(|what| panic!("{}: {what}", issue.name));
        assert_eq!(navigation(&document)[0], "首页", "{}", issue.name);
        assert!(navigation(&document).iter().any(|it| it.starts_with("版权所有")), "{}", issue.name);
    }
    say(&format!("{} pages, {read_well} of them read without a fault", models.len() - 1));
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The sections and titles of a page, and its blocks by kind.
fn outline(page: &str) -> Vec<String> {
    let document = read(page.as_bytes()).expect("a page is a text");
    let source = document.source();
    kept(&document, page.as_bytes()).unwrap_or_else(|what| panic!("{page}: {what}"));
    let mut out = Vec::new();
    for section in &document.bulletin().sections {
        out.extend(section.name.iter().map(|name| format!("= {}", name.of(source))));
        for article in &section.articles {
            out.extend(article.title.iter().map(|title| format!("# {}", title.of(source))));
            out.extend(article.blocks.iter().map(|it| format!("{} {}", it.kind(), it.of(source))));
        }
    }
    out
}

const MASTHEAD: &str = "<p>火炬动态</p><p>2019年第3期</p><p>2019年3月31日</p>";

#[test]
fn headings_of_a_page_tell_titles_where_nothing_else_does() {
    let heads = "<h2>要闻</h2><h3>甲市举办活动</h3><p>活动很成功。</p><p>各方满意。</p><h3>乙市开园</h3><p>成功。</p>\
                 <h2>战略性新兴产业的观察</h2><h3>丙市设立基金一只</h3><h4>做法</h4><p>很好。</p>";
    let expected = [
        "= 要闻",
        "# 甲市举办活动",
        "paragraph 活动很成功。",
        "paragraph 各方满意。",
        "# 乙市开园",
        "paragraph 成功。",
        "= 战略性新兴产业的观察",
        "# 丙市设立基金一只",
        "heading 做法",
        "paragraph 很好。",
    ];
    assert_eq!(outline(&format!("<html><body>{MASTHEAD}{heads}</body></html>")), expected);
    // So do those of a page cut out of another, and bold or centred lines.
    for (open, close) in [("<p><b>", "</b></p>"), ("<p align=center>", "</p>"), ("<h1>", "</h1>")] {
        let page = format!(
            "{MASTHEAD}{open}甲市举办活动{close}<p>活动很成功。</p><p>各方满意。</p>{open}乙市开园{close}<p>成功。</p>"
        );
        let expected = [
            "# 甲市举办活动",
            "paragraph 活动很成功。",
            "paragraph 各方满意。",
            "# 乙市开园",
            "paragraph 成功。",
        ];
        assert_eq!(outline(&page), expected, "{open}");
    }
}

#[test]
fn tables_of_a_page_keep_their_cells_and_pages_set_in_tables_are_pages() {
    let head = format!("<html><body>{MASTHEAD}<p>甲市举办活动</p><p>活动很成功。</p>");
    for (table, expected) in [
        (
            "<tr><th>项</th><th>值<br>（万元）</th></tr><tr><td><p>甲</p></td><td>&nbsp;</td></tr>",
            "table 项\t值（万元）\n甲\t",
        ),
        (
            "<tr><td rowspan=2>园区<td colspan=2>收入<tr><td>前年<td>去年<tr><td>甲<td><td>9",
            "table 园区\t收入\t\n\t前年\t去年\n甲\t\t9",
        ),
        (
            "<tr><td>税收</td><td>减免三年，<br>期满为止。</td></tr><tr><td>人才</td><td>给予补贴。</td></tr>",
            "table 税收\t减免三年，期满为止。\n人才\t给予补贴。",
        ),
    ] {
        let found = outline(&format!("{head}<table>{table}</table><p>各方满意。</p></body></html>"));
        assert_eq!(found[2..], [expected, "paragraph 各方满意。"], "{table}");
    }
    let inside = format!("{MASTHEAD}<p>甲市举办活动</p><p>活动很成功。</p>");
    let page = format!(
        "<html><table><tr><td>要闻</td><td><table><tr><td>{inside}</td></tr></table></td></tr></table>"
    );
    assert_eq!(outline(&page), ["# 甲市举办活动", "paragraph 活动很成功。"]);
    let broken = format!("{head}<p>会后，各方<br>都很满意。</p></body></html>");
    let document = read(broken.as_bytes()).expect("a page is a text");
    let article = document.bulletin().articles().next().unwrap();
    // A page of the web has no pages of paper.
    let joins = article.blocks.last().and_then(|block| block.text()).map(|text| text.tail()[0].join);
    assert_eq!(joins, Some(torch_bulletin::Join::Wrap));
}

/// How an issue is read that is a paragraph a line.
fn plain_score(issue: &torch_bulletin_tests::typeset::model::Issue) -> f64 {
    let filter = grid::Filter {
        model: Some(issue.name.clone()),
        layout: Some("line".to_owned()),
        artefact: Some("none".to_owned()),
    };
    let cases = grid::cases(541, &filter);
    cases[0].run().map_or(1.0, |it| it.score.value())
}

#[test]
fn any_markup_keeps_the_invariants() {
    let page = vec(select(MARKUP), 0..120).prop_map(|pieces| format!("<!doctype html>{}", pieces.concat()));
    property("markup", &page, |page| {
        let document = read(page.as_bytes()).map_err(|error| error.to_string())?;
        kept(&document, page.as_bytes())
    });
}

/// The tree keeps its promises, and every character of it that is on the page leads back to it.
fn kept(document: &Document, bytes: &[u8]) -> Result<(), String> {
    invariants::check(document.source(), document.bulletin())?;
    let map = SourceMap::new(bytes).map_err(|error| error.to_string())?;
    let page = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    for (at, c) in document.source().char_indices().filter(|(_, c)| ('\u{4E00}'..='\u{9FFF}').contains(c)) {
        let place = map.bytes_of(Span::new(at as u32, (at + c.len_utf8()) as u32));
        if page.get(place.clone()) != Some(c.encode_utf8(&mut [0; 4])) {
            return Err(format!("{c} at {at} leads to {place:?}: {:?}", page.get(place.clone())));
        }
    }
    Ok(())
}

fn navigation(document: &Document) -> Vec<String> {
    let source = document.source();
    let lines = document.bulletin().furniture.iter().filter(|it| it.kind == FurnitureKind::Navigation);
    lines.map(|it| it.text.of(source).into_owned()).collect()
}

const MARKUP: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<div class=nav>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</table>",
    "<br>",
    "<b>",
    "</b>",
    "<pre>",
    "</pre>",
    "<script>",
    "</script>",
    "<style>",
    "<!--",
    "-->",
    "<nav>",
    "</nav>",
    "<li>",
    "<h1>",
    "</h1>",
    "<textarea>",
    "</x>",
    "<",
    ">",
    "&",
    "&amp;",
    "&nbsp;",
    "&ldquo;",
    "&#x2460;",
    "&#0;",
    "&NotEqualTilde;",
    "火炬动态",
    "高新区",
    "今天没有新闻。",
    "（供稿：某某高新区）",
    "分享到：",
    "R&D",
    "一、",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u{C}",
    "\u{3000}",
    "\u{A0}",
    "<![CDATA[",
    "]]>",
    "<svg>",
    "</svg>",
    "<p hidden>",
    "<a href='>'>",
    "\u{FEFF}",
];
