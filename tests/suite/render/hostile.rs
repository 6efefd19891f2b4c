//! Titles and paragraphs that try to be markup come out as text, whatever the output.

use serde_json::Value;
use torch_bulletin::{parse, render};
use torch_bulletin_wire::{Document, SourceInfo, View, to_json};

use super::{chunks, harmless, html, markdown, outline, paragraphs, tei};

const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>园区",
    "</title><script>alert(1)</script>",
    "</p></article><img src=x onerror=alert(1)>",
    "]]>园区<![CDATA[",
    "<!-- 园区 --> <?xml version=\"1.0\"?>",
    "\"&'&amp;&#60;&lt;b&gt;\" onclick=\"alert(1)",
    "园区\0\u{1}\u{8}\u{B}\u{1B}[31m\u{7F}\u{85}\u{9B}完",
    "园区\u{FFFE}\u{FFFF}\u{FDD0}\u{1FFFE}完",
    "园区\u{2028}一行\u{2029}一段\u{202E}反向\u{202C}完",
    "# 园区 #",
    "## **园区** _建设_ `代码` ~~删除~~",
    "- 园区",
    "+ 园区",
    "> 园区",
    "===",
    "1) 园区",
    "[园区](javascript:alert(1)) ![图](http://a.cn/b.png) <http://a.cn>",
    "| 园区 | 收入 |",
    "园区\\",
    "    园区\t收入",
    "&nbsp;园区&copy;",
    "{{园区}} ${园区} %s",
    // In facts, which go into attributes.
    "3月5日《<script>\" onclick='x'>办法》增长\"5%",
    "\"><b>主任王茜2022年达到1\u{0}2亿元",
];

/// An issue with a part in every place where text of the source goes: title, entry, paragraph, heading, table …
fn issue(part: &str) -> String {
    format!(
        "火炬动态\n2019年第3期(总第402期) 2019年3月31日\n目录\n【{part}】\n{part}……1\n另一个标题……2\n\n{part}\n{part}\n\n\
         一、{part}\n\n3月5日，{part}，现场解答了问题。\n\n（供稿：{part}高新区 {part}）\n\n另一个标题\n\n\
         表1 {part}\n园区　　{part}　　收入\n江州　　{part}　　3.5\n注：{part}\n\n{part}。\n\n（供稿：{part}）\n\n\
         地址：{part}\n电话：{part}\n"
    )
}

fn check(source: &str) -> Result<(), String> {
    html::check(source).map_err(|what| format!("html: {what}"))?;
    html::check_facts(source).map_err(|what| format!("html with facts: {what}"))?;
    outline::check(source).map_err(|what| format!("outline: {what}"))?;
    tei::check(source).map_err(|what| format!("tei: {what}"))?;
    markdown::check(source).map_err(|what| format!("markdown: {what}"))?;
    chunks::check(source).map_err(|what| format!("chunks: {what}"))?;
    text(source).map_err(|what| format!("text: {what}"))?;
    json(source).map_err(|what| format!("json: {what}"))
}

#[test]
fn hostile_parts_come_out_as_text() {
    for part in HOSTILE {
        check(&issue(part)).unwrap_or_else(|what| panic!("{part:?}: {what}"));
        check(part).unwrap_or_else(|what| panic!("{part:?} alone: {what}"));
    }
}

#[test]
fn very_long_parts_come_out_as_text() {
    for unit in ["园", "<", "&", "\"", "\0", "*", "\u{2028}", "一、", "。"] {
        let part = unit.repeat(20_000);
        check(&format!("火炬动态\n2019年第3期\n{part}\n\n{part}\n"))
            .unwrap_or_else(|what| panic!("{unit:?}: {what}"));
    }
}

/// A title, a paragraph or an attribution is one line, and nothing in it moves a terminal.
fn text(source: &str) -> Result<(), String> {
    let parsed = parse(source);
    let text = render::text(source, parsed.bulletin());
    if let Some(c) = text.chars().find(|&c| c != '\n' && harmless(c.to_string().into()) != c.to_string()) {
        return Err(format!("it holds {c:?}"));
    }
    let mut lines = text.lines();
    for paragraph in parsed.bulletin().articles().flat_map(|article| paragraphs(source, article)) {
        if !lines.any(|line| line == paragraph) {
            return Err(format!("{paragraph:?} is no line in its place"));
        }
    }
    Ok(())
}

/// JSON keeps every character, and has no bare control character; a place of the source is not lost.
fn json(source: &str) -> Result<(), String> {
    let parsed = parse(source);
    let report = parsed.report();
    let view = View::default().with_source_text(true);
    let info = SourceInfo::of_text(source);
    let json = to_json(&Document::new(&info, source, parsed.bulletin(), &report, &view));
    if json.contains(|c: char| c < ' ') {
        return Err("a bare control character".to_owned());
    }
    let value: Value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    if value["source"]["text"] != source { Err("another source".to_owned()) } else { Ok(()) }
}
