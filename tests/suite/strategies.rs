//! Random texts: any characters, the bulletin's own constructs, whole lines of it, and issues that got damaged.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Any characters at all.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..200).prop_map(String::from_iter)
}

/// Pieces of constructs without rhyme or reason: the parsers' own alphabet.
pub(crate) fn constructs() -> impl Strategy<Value = String> {
    vec(select(PIECES), 0..120).prop_map(|pieces| pieces.concat())
}

/// Lines that each look like a line of an issue, in any order.
pub(crate) fn lines() -> impl Strategy<Value = String> {
    let line_end = prop_oneof![6 => Just("\n"), 3 => Just("\n\n"), 1 => Just("\n\u{C}"), 1 => Just("\r\n")];
    vec((select(LINES), line_end), 0..40)
        .prop_map(|lines| lines.iter().flat_map(|(line, end)| [*line, *end]).collect())
}

/// An issue, or a part of it, with some damage.
pub(crate) fn damaged(issues: Vec<String>) -> impl Strategy<Value = String> {
    let window = (any::<Index>(), prop_oneof![9 => 1..60usize, 1 => Just(usize::MAX)]);
    let damage = (select(DAMAGES), any::<Index>(), any::<Index>());
    (select(issues), window, vec(damage, 0..8)).prop_map(|(issue, (first, length), damages)| {
        let all: Vec<&str> = issue.split_inclusive('\n').collect();
        let first = if length == usize::MAX { 0 } else { first.index(all.len()) };
        let mut lines: Vec<String> =
            all.iter().skip(first).take(length).map(|line| (*line).to_owned()).collect();
        for (damage, at, how) in damages {
            if !lines.is_empty() {
                let at = at.index(lines.len());
                damage(&mut lines, at, &how);
            }
        }
        lines.concat()
    })
}

const PIECES: &[&str] = &[
    "【",
    "】",
    "（",
    "）",
    "(",
    ")",
    "供稿",
    "：",
    ":",
    "(供稿:",
    "（来源：",
    "供稿）",
    "作者",
    "摘自",
    "《",
    "》",
    "一、",
    "二、",
    "（一）",
    "(二)",
    "㈠",
    "1.",
    "2.",
    "1、",
    "（1）",
    "⑴",
    "①",
    "②",
    "一是",
    "二是",
    "第一,",
    "首先",
    "最后",
    "第12期",
    "第１－２期",
    "总第541期",
    "2022年",
    "二〇二二年",
    "7月31日",
    "增刊",
    "目录",
    "目 录",
    "本期要目",
    "火炬动态",
    "⽕炬",
    "内部资料",
    "科技部火炬中心",
    "高新区",
    "园区",
    "邮编:",
    "电话：",
    "责任编辑",
    "010",
    "-310",
    "— 3 —",
    "-3-",
    "· 3 ·",
    "第3页 共9页",
    "………",
    "……3",
    "......5",
    "——",
    "—",
    "*****",
    "表1",
    "注：",
    "|",
    "3",
    "９",
    "0",
    "%",
    "亿元",
    "。",
    "，",
    ",",
    "；",
    ";",
    "“",
    "”",
    "\"",
    "！",
    "Torch",
    "fund ",
    "a",
    " ",
    "  ",
    "\t",
    "\u{A0}",
    "\u{3000}",
    "\u{3000}\u{3000}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{AD}",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{C}",
    "\u{B}",
    "\u{85}",
    "\u{2028}",
    "\0",
    "\u{7F}",
    "\u{FFFD}",
    "𠮷",
    "🔥",
    "👨‍👩‍👧",
    "é",
    "\u{F900}",
    "\u{E000}",
];

const LINES: &[&str] = &[
    "火炬动态",
    "科技部火炬高技术产业开发中心",
    "内部资料 注意保存",
    "2022年第12期(总第541期) 2022年7月31日",
    "二〇〇八年第1-2期（总第217-218期）",
    "2014年增刊",
    "目  录",
    "【火炬在行动】 江州高新区举办创业辅导日",
    "【创业孵化】",
    "——国家高新区十年巡礼",
    "江州高新区举办创业辅导日",
    "江州高新区举办创业辅导日………………3",
    "1. 临湖高新区新建中试平台 …… 12",
    "临湖高新区：新建中",
    "试平台",
    "创业孵化",
    "　　3月5日，江州高新区举办创业辅导日，来自12家企业的30余人参加，现场解答了税务、",
    "融资和用工方面的问题。",
    "3月5日,江州高新区举办创业辅导日。(供稿:江州高新区)",
    "一、主要做法",
    "（一）搭建平台",
    "1. 完善载体。新增面积1.2万平方米。",
    "一是减事项。二是减材料。三是减时间。",
    "会议提出3点要求:第一,抓进度;第二,抓质量;第三,抓安全。",
    "表1  各园区主要指标",
    "园区　　企业数　　收入",
    "江州　　12　　3.5",
    "注：数据来自各园区。",
    "（供稿：科技部火炬中心　谢某　王　某）",
    "(科技部火炬中心计划处供稿)",
    "作者单位：江州高新区管委会",
    "— 3 —",
    "火炬动态 2022年第12期",
    "第 3 页 共 12 页",
    "主办单位:火炬高技术产业开发中心",
    "地址:北京市西城区某某路1号",
    "电话:(010)12345678-310 传真:(010)12345679",
    "责任编辑:田某 樊某某",
    "The Torch program funds high-",
    "tech zones in China",
    "********************",
    "关闭窗口",
    "",
];

/// Something that happens to the lines of a text at one of them.
type Damage = fn(&mut Vec<String>, usize, &Index);

const DAMAGES: &[Damage] = &[
    // A line is lost, printed twice, or out of its place.
    |lines, at, _| drop(lines.remove(at)),
    |lines, at, _| lines.insert(at, lines[at].clone()),
    |lines, at, how| {
        let other = how.index(lines.len());
        lines.swap(at, other);
    },
    // A line is cut in two, or runs into the next.
    |lines, at, how| insert(&mut lines[at], how, "\n"),
    |lines, at, how| insert(&mut lines[at], how, "\n— 4 —\n\u{C}"),
    |lines, at, _| lines[at] = lines[at].trim_end().to_owned(),
    // Blanks and strangers get in.
    |lines, at, how| insert(&mut lines[at], how, " "),
    |lines, at, how| insert(&mut lines[at], how, "\u{3000}"),
    |lines, at, how| insert(&mut lines[at], how, "\u{A0}\u{200B}"),
    |lines, at, how| insert(&mut lines[at], how, PIECES[how.index(PIECES.len())]),
    |lines, at, _| lines.insert(at, "\n".to_owned()),
    |lines, at, how| lines.insert(at, format!("{}\n", LINES[how.index(LINES.len())])),
    // The text ends early, or begins late.
    |lines, at, _| lines.truncate(at + 1),
    |lines, at, how| {
        let end = boundary(&lines[at], how);
        lines[at].truncate(end);
    },
    // Widths flip, line ends change.
    |lines, at, _| lines[at] = lines[at].chars().map(flipped).collect(),
    |lines, _, _| lines.iter_mut().for_each(|line| *line = line.replace('\n', "\r\n")),
    |lines, _, _| lines.retain(|line| !line.trim().is_empty()),
];

fn insert(line: &mut String, how: &Index, what: &str) {
    let at = boundary(line, how);
    line.insert_str(at, what);
}

/// A character boundary of a line.
fn boundary(line: &str, how: &Index) -> usize {
    line.char_indices().nth(how.index(line.chars().count() + 1)).map_or(line.len(), |(at, _)| at)
}

/// A character in its other width.
fn flipped(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        ' ' => '\u{3000}',
        '\u{3000}' => ' ',
        _ => c,
    }
}
