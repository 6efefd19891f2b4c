//! Lines of the masthead 报头: name, publisher, issue line, date, notices, several on a line.

use std::ops::Range;

mod beside;
mod name;

use super::date::{Date, date, day};
use super::heads::Heads;
use super::issue::{IssueLine, extra, issue_line};
use super::mark::{is_close, is_colon, is_open};
use super::number::{digit, is_chinese_numeral};
use super::{ends_in, find_word, one_of, trimmed};
use crate::Profile;
use crate::fold::{fold_cow, han, plain};
use crate::model::IssueKind;
use beside::{AFTER_DATE, beside_date, is_time, role};
pub(crate) use name::{
    NameHead, begins_name, begins_publisher, begins_with_name, is_body_line, is_publisher_line,
    is_title_line, says_publisher,
};
use name::{is_known_publisher, is_name, is_role, looks_like_publisher, without_role};

/// One part of a masthead line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Title,
    Publisher,
    Notice,
    Issue(IssueLine),
    /// 增刊, 特刊 or 专刊 apart from any number.
    Kind(IssueKind),
    Date(Date),
    /// A month and a day, of which the year stands elsewhere: 5月15日.
    Day {
        month: u8,
        day: u8,
    },
    /// A label such as 主办: before the publisher, or brackets left over.
    Sign,
    /// Nothing that a masthead is known to hold.
    Unknown,
}

/// What names of newsletters end in, folded; asked only where the name itself is not found.
const KINDS: [&str; 16] = [
    "简讯", "内参", "要报", "专递", "周报", "动态", "简报", "快报", "通讯", "要情", "参考", "专报", "信息",
    "快讯", "月报", "通报",
];
/// Words that begin or make a notice (密级, 内部资料). Seen in kindred newsletters: 内部资料 注意保存.
const NOTICES: [&str; 24] = [
    "内部资料",
    "内部刊物",
    "内部发行",
    "注意保存",
    "仅供",
    "秘密",
    "机密",
    "绝密",
    "密级",
    "保密",
    "免费交流",
    "内部交流",
    "不公开",
    "请勿",
    "份号",
    // The body above the publisher: 主管：科学技术部.
    "主管",
    "指导单位",
    "印数",
    "协办",
    "试刊",
    "创刊号",
    "电子版",
    "ISSN",
    "准印证",
];
/// How often a newsletter is printed: （双月刊）.
const PERIODS: [&str; 8] = ["月刊", "双月刊", "半月刊", "季刊", "旬刊", "周刊", "双周刊", "不定期"];
/// The Han characters that those words begin with, and 本期共4页 and 共4页.
const NOTICE_HEADS: Heads = Heads::of("原内注仅秘机绝密保免不请份主指印协试创电准月双半季旬周本共");
/// Bytes of the longest title that only its ending tells: sixteen characters.
const LONGEST_TITLE: usize = 48;
/// Bytes of the longest of them in brackets.
const LONGEST_PERIOD: usize = 15;
/// The parts of a masthead line, in order; they cover its ink. Blanks part them, and issue lines and dates end
/// where their grammar ends.
pub(crate) fn parts(line: &str, profile: &Profile) -> Vec<(Part, Range<usize>)> {
    let mut parts = Vec::new();
    let mut rest = trimmed(line, 0..line.len()).unwrap_or(0..0);
    while !rest.is_empty() {
        let text = &line[rest.clone()];
        let (part, length) = part(text, profile);
        parts.push((part, rest.start..rest.start + length));
        rest = trimmed(line, rest.start + length..rest.end).unwrap_or(rest.end..rest.end);
    }
    parts
}

/// The part at the head of `text`, and its length.
fn part(text: &str, profile: &Profile) -> (Part, usize) {
    let numbered = text.starts_with(heads_number);
    if numbered && let Ok((rest, found)) = issue_line(text) {
        return (Part::Issue(found), text.len() - rest.len());
    }
    if let Some((found, length)) = bracketed_issue(text) {
        return (Part::Issue(found), length);
    }
    if numbered
        && let Ok((rest, found)) = date(text)
        && (found.day.is_some() || rest.is_empty() || rest.starts_with(crate::is_blank))
    {
        return (Part::Date(found), text.len() - rest.len());
    }
    // 2003年5月号
    if numbered
        && let Ok((rest, found)) = date(text)
        && let Some(rest) = rest.strip_prefix('号')
        && found.month.is_some()
        && !rest.starts_with(char::is_alphabetic)
    {
        return (Part::Date(found), text.len() - rest.len());
    }
    if numbered
        && let Ok((rest, (month, day))) = day(text)
        && (rest.is_empty()
            || rest.starts_with(crate::is_blank)
            || AFTER_DATE.iter().any(|word| rest.starts_with(word)))
    {
        return (Part::Day { month, day }, text.len() - rest.len());
    }
    if numbered && is_time(text) {
        return (Part::Sign, text.len());
    }
    let labelled = text.starts_with(heads_label);
    if labelled && let Some(length) = beside_date(text) {
        return (Part::Sign, length);
    }
    if numbered
        && let Ok((rest, kind)) = extra(text)
        && (rest.is_empty() || rest.starts_with(crate::is_blank))
    {
        return (Part::Kind(kind), text.len() - rest.len());
    }
    if labelled && let Some(role) = role(text) {
        return (Part::Sign, role);
    }
    if text.starts_with(['|', '｜']) {
        return (Part::Sign, text.chars().next().map_or(1, char::len_utf8));
    }
    // A chunk ends before a wide gap, an issue line or a date; its own single blanks belong to it (火 炬 动 态).
    let end = chunk_end(text);
    let chunk = &text[..end];
    // 某某中心主办: what makes the body the publisher is no part of its name.
    match classify(chunk, profile) {
        Part::Publisher => (Part::Publisher, without_role(chunk).len()),
        Part::Unknown if is_role(chunk) => (Part::Sign, end),
        part => (part, end),
    }
}

/// An issue line that is whole in brackets: `（2013年 增刊 第1期）`.
fn bracketed_issue(text: &str) -> Option<(IssueLine, usize)> {
    let inside = text.strip_prefix(is_open)?;
    let (rest, found) = issue_line(inside).ok().filter(|(_, found)| found.year.is_some())?;
    let rest = crate::blank::trim_start(rest).strip_prefix(is_close)?;
    Some((found, text.len() - rest.len()))
}

/// Whether a character may head an issue line, a date or 增刊 and the like.
fn heads_number(c: char) -> bool {
    matches!(plain(c), 'N' | '№' | '第' | '总' | '增' | '专' | '特' | '号' | '度' | '，' | ',')
        || matches!(c, '(' | '（' | '﹙' | '〔' | '[' | '［' | '【')
        || digit(c).is_some()
        || is_chinese_numeral(c)
}

/// Whether a character may head a label, what stands beside a date, or a bracket: nearly no chunk begins so.
fn heads_label(c: char) -> bool {
    matches!(c, '主' | '编' | '承' | '出' | '印' | '日' | '星' | '周') || is_open(c) || is_close(c)
}

/// Whether a text without blanks before it may begin with a part that is no name: an issue line, a date, a label, a notice.
pub(crate) fn may_begin_part(text: &str) -> bool {
    text.starts_with(|c| heads_number(c) || heads_label(c)) || NOTICE_HEADS.begin(text.as_bytes())
}

/// Whether an issue line or a date may begin with a character after a blank.
pub(crate) fn may_begin_number(c: char) -> bool {
    c == '总' || heads_number(c)
}

fn chunk_end(text: &str) -> usize {
    let mut columns = 0;
    let mut ink = 0;
    for (at, c) in text.char_indices() {
        // Nearly all are Han characters amid a name.
        if columns == 0 && matches!(c, '\u{4E00}'..='\u{9FFF}') && c != '第' {
            ink = at + c.len_utf8();
            continue;
        }
        if crate::is_blank(c) {
            columns += if c == '\u{3000}' { 2 } else { 1 };
            continue;
        }
        if matches!(c, '|' | '｜') && ink > 0 {
            return ink;
        }
        if columns == 0 && !one_of("(（第", c) && digit(c).is_none() {
            ink = at + c.len_utf8();
            continue;
        }
        // 火  炬  动  态: wide gaps between single characters belong to a spread name.
        let wide = columns >= 3 && !is_spread(&text[..at], &text[at..]);
        let numeral = digit(c).is_some() || is_chinese_numeral(c);
        let opens = columns > 0 && (numeral || one_of("(（第总N", c)) && {
            let rest = &text[at..];
            issue_line(rest).is_ok() || date(rest).is_ok() || day(rest).is_ok()
        };
        let glued = columns == 0 && one_of("(（第", c) && ink > 0 && {
            let rest = &text[at..];
            issue_line(rest).is_ok()
                || bracketed_issue(rest).is_some()
                || extra(rest).is_ok_and(|(rest, _)| rest.is_empty())
        };
        // 火炬动态2017年第20期
        let year = columns == 0 && ink > 0 && digit(c).is_some() && {
            let before = text[..ink].chars().next_back();
            before.is_some_and(|c| digit(c).is_none()) && issue_line(&text[at..]).is_ok()
        };
        // 主办：某某中心 承办：某某处
        let labels = columns > 0
            && heads_label(c)
            && (role(&text[at..]).is_some() || beside_date(&text[at..]).is_some());
        // 火炬动态 增刊
        let kind = columns > 0
            && matches!(c, '增' | '专' | '特')
            && extra(&text[at..]).is_ok_and(|(rest, _)| rest.is_empty());
        // 火炬动态（试刊）
        let noticed = columns == 0 && ink > 0 && is_open(c) && {
            let rest = &text[at..];
            rest.ends_with(is_close) && rest.len() <= LONGEST_PERIOD && is_notice(&fold_cow(rest))
        };
        if wide || opens || glued || year || labels || kind || noticed {
            return ink;
        }
        columns = 0;
        ink = at + c.len_utf8();
    }
    ink
}

/// Whether a gap stands between single characters that are spread over the line.
fn is_spread(before: &str, after: &str) -> bool {
    let last = before.trim_end_matches(crate::is_blank);
    let single_before = last.chars().rev().nth(1).is_none_or(crate::is_blank);
    let single_after = after.chars().nth(1).is_none_or(|c| crate::is_blank(c) || is_colon(c));
    single_before && single_after
}

fn classify(chunk: &str, profile: &Profile) -> Part {
    let bare = &*fold_cow(chunk);
    if is_name(bare, profile) {
        Part::Title
    } else if is_known_publisher(bare, profile) {
        Part::Publisher
    } else if is_notice(bare) {
        Part::Notice
    } else if chunk.strip_prefix("原创").is_some_and(|it| it.starts_with(crate::is_blank)) {
        // 原创 某人 某中心: whose message of an account on the web it is.
        Part::Notice
    } else if !chunk.contains(char::is_alphanumeric) {
        Part::Sign
    } else if bare.len() <= LONGEST_TITLE && ends_in(bare, &KINDS) && (4..=16).contains(&bare.chars().count())
    {
        Part::Title
    } else if bare.len() <= LONGEST_TITLE
        && ends_in(bare.trim_end_matches(')'), &["专刊", "特刊", "专辑"])
        && bare.len() > 9
    {
        // 抗击疫情专刊, （某某会议专辑）
        Part::Notice
    } else if bare.len() <= LONGEST_PERIOD && PERIODS.contains(&bare.trim_matches(|c| one_of("()[]【】", c)))
    {
        Part::Notice
    } else if looks_like_publisher(bare) {
        Part::Publisher
    } else {
        Part::Unknown
    }
}

/// Whether a folded text begins with the word of a notice, perhaps in brackets, or says how many pages there are.
fn is_notice(bare: &str) -> bool {
    let bare = bare.trim_start_matches(['(', '[', '【', '〔']);
    // 本期共4页
    let pages = || {
        bare.trim_start_matches("本期")
            .strip_prefix('共')?
            .trim_end_matches([')', ']', '】'])
            .strip_suffix('页')
    };
    if pages()
        .is_some_and(|it| it.len() <= 9 && it.chars().all(|c| digit(c).is_some() || is_chinese_numeral(c)))
    {
        return true;
    }
    if ends_in(bare, &["主管", "协办"]) {
        return true;
    }
    // 京内资准字2003-L0001号
    if find_word(bare, "准字").is_some() {
        return true;
    }
    let head = han(bare);
    NOTICES.iter().any(|notice| han(notice) == head && bare.starts_with(notice))
}

#[cfg(test)]
mod tests;
