//! Lines of the masthead 报头: name, publisher, issue line, date, notices, several on a line.

use std::ops::Range;

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
pub(crate) use name::{
    NameHead, begins_name, begins_publisher, begins_with_name, is_body_line, is_publisher_line,
    is_title_line, says_publisher,
};
use name::{is_known_publisher, is_name, looks_like_publisher};

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
const NOTICE_HEADS: Heads = Heads::of("内注仅秘机绝密保免不请份主指印协试创电准月双半季旬周本共");
/// Bytes of the longest title that only its ending tells: twelve characters.
const LONGEST_TITLE: usize = 48;
/// Bytes of the longest of them in brackets.
const LONGEST_PERIOD: usize = 15;
/// Labels before a publisher.
const ROLES: [&str; 10] =
    ["编辑", "主办单位", "编印单位", "编辑单位", "承办单位", "主办", "主编", "编印", "编发", "承办"];
/// Labels before a date.
const DATE_LABELS: [&str; 10] = [
    "出版日期",
    "印发日期",
    "编印日期",
    "出刊日期",
    "出版时间",
    "出刊时间",
    "印发时间",
    "日期",
    "出版",
    "出刊",
];
/// What may follow a date: 2022年7月31日 印发.
const AFTER_DATE: [&str; 9] = ["星期", "周", "编印", "印发", "出版", "出刊", "编发", "印", "编"];

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
    (classify(chunk, profile), end)
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

/// The length of a label such as `主办单位：`, perhaps spread (主  办：).
fn role(text: &str) -> Option<usize> {
    ROLES.iter().find_map(|role| labelled(text, role))
}

/// The length of a label and its colon at the head of a text; blanks may stand amid it.
fn labelled(text: &str, label: &str) -> Option<usize> {
    let mut rest = text;
    for c in label.chars() {
        rest = rest.trim_start_matches(crate::is_blank).strip_prefix(c)?;
    }
    let rest = rest.trim_start_matches(crate::is_blank).strip_prefix(is_colon)?;
    Some(text.len() - rest.len())
}

/// The length of what stands beside a date and says nothing: `出版日期：` and `（` before it, `印发` and `）` after it at the
/// end of the line.
fn beside_date(text: &str) -> Option<usize> {
    let is_date = |rest: &str| date(crate::blank::trim_start(rest)).is_ok_and(|(_, date)| date.day.is_some());
    let label = DATE_LABELS.iter().find_map(|label| labelled(text, label));
    let open = || text.starts_with(is_open).then(|| text.chars().next().map_or(1, char::len_utf8));
    if let Some(length) = label.or_else(open).filter(|&length| is_date(&text[length..])) {
        return Some(length);
    }
    // 星期四　某某中心主办
    if let Some(day) = text.strip_prefix("星期").or_else(|| text.strip_prefix('周'))
        && let Some(c) = day.chars().next().filter(|&c| one_of("一二三四五六日天", c))
        && day[c.len_utf8()..].starts_with(crate::is_blank)
    {
        return Some(text.len() - day.len() + c.len_utf8());
    }
    // 2022年7月31日（星期日）
    let inside = text.strip_prefix(is_open).and_then(|it| it.strip_suffix(is_close)).unwrap_or(text);
    let whole = |word: &&&str| {
        inside.strip_prefix(**word).is_some_and(|rest| {
            rest.is_empty() || matches!(**word, "星期" | "周") && rest.chars().nth(1).is_none()
        })
    };
    let close = text.len() <= 3 && text.chars().all(is_close);
    (close || AFTER_DATE.iter().find(whole).is_some()).then_some(text.len())
}

/// `time = 1*2DIGIT ":" 2DIGIT [ 1*blank place ]`, of at most four characters, to the end of the line: the time of day and the
/// place that a message was sent from.
fn is_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let hour = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let [b':', b'0'..=b'5', b'0'..=b'9', ..] = &bytes[hour..] else { return false };
    let after = &text[hour + 3..];
    let place = crate::blank::trim(after).1;
    (1..=2).contains(&hour)
        && (place.is_empty()
            || place.len() < after.len()
                && place.len() <= 12
                && place.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')))
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
    let single_after = after.chars().nth(1).is_none_or(crate::is_blank);
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
    } else if !chunk.contains(char::is_alphanumeric) {
        Part::Sign
    } else if bare.len() <= LONGEST_TITLE && ends_in(bare, &KINDS) && (4..=16).contains(&bare.chars().count())
    {
        Part::Title
    } else if bare.len() <= LONGEST_TITLE && ends_in(bare, &["专刊", "特刊", "专辑"]) && bare.len() > 9
    {
        // 抗击疫情专刊
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
