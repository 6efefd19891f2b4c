//! Lines of the masthead 报头: name, publisher, issue line, date, notices, several on a line.

use std::ops::Range;

use super::date::{Date, date};
use super::issue::{IssueLine, extra, issue_line};
use super::mark::{is_close, is_colon, is_open};
use super::names::ends_like_body;
use super::number::{digit, is_chinese_numeral};
use super::{ends_in, one_of, trimmed};
use crate::Profile;
use crate::fold::{fold_cow, folded, han, plain};
use crate::model::IssueKind;

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
    /// A label such as 主办: before the publisher, or brackets left over.
    Sign,
    /// Nothing that a masthead is known to hold.
    Unknown,
}

/// What names of newsletters end in, folded; asked only where the name itself is not found.
const KINDS: [&str; 11] =
    ["动态", "简报", "快报", "通讯", "要情", "参考", "专报", "信息", "快讯", "月报", "通报"];
/// Words that begin or make a notice (密级, 内部资料). Seen in kindred newsletters: 内部资料 注意保存.
const NOTICES: [&str; 18] = [
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
    "协办",
];
/// How often a newsletter is printed: （双月刊）.
const PERIODS: [&str; 8] = ["月刊", "双月刊", "半月刊", "季刊", "旬刊", "周刊", "双周刊", "不定期"];
/// Bytes of the longest title that only its ending tells: twelve characters.
const LONGEST_TITLE: usize = 48;
/// Bytes of the longest of them in brackets.
const LONGEST_PERIOD: usize = 15;
/// Labels before a publisher.
const ROLES: [&str; 7] = ["主办单位", "编印单位", "承办单位", "主办", "主编", "编印", "承办"];
/// Labels before a date.
const DATE_LABELS: [&str; 4] = ["出版日期", "印发日期", "编印日期", "日期"];
/// What may follow a date: 2022年7月31日 印发.
const AFTER_DATE: [&str; 8] = ["星期", "编印", "印发", "出版", "出刊", "编发", "印", "编"];

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
    if numbered
        && let Ok((rest, found)) = date(text)
        && (found.day.is_some() || rest.is_empty() || rest.starts_with(crate::is_blank))
    {
        return (Part::Date(found), text.len() - rest.len());
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
    // A chunk ends before a wide gap, an issue line or a date; its own single blanks belong to it (火 炬 动 态).
    let end = chunk_end(text);
    let chunk = &text[..end];
    (classify(chunk, profile), end)
}

/// Whether a character may head an issue line, a date or 增刊 and the like.
fn heads_number(c: char) -> bool {
    matches!(plain(c), '第' | '总' | '增' | '专' | '特' | '号' | '度' | '，' | ',')
        || matches!(c, '(' | '（' | '﹙' | '〔' | '[' | '［' | '【')
        || digit(c).is_some()
        || is_chinese_numeral(c)
}

/// Whether a character may head a label, what stands beside a date, or a bracket: nearly no chunk begins so.
fn heads_label(c: char) -> bool {
    matches!(c, '主' | '编' | '承' | '出' | '印' | '日' | '星') || is_open(c) || is_close(c)
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
    // 2022年7月31日（星期日）
    let inside = text.strip_prefix(is_open).and_then(|it| it.strip_suffix(is_close)).unwrap_or(text);
    let whole = |word: &&&str| {
        inside
            .strip_prefix(**word)
            .is_some_and(|rest| rest.is_empty() || **word == "星期" && rest.chars().nth(1).is_none())
    };
    let close = text.len() <= 3 && text.chars().all(is_close);
    (close || AFTER_DATE.iter().find(whole).is_some()).then_some(text.len())
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
        if columns == 0 && !one_of("(（第", c) && digit(c).is_none() {
            ink = at + c.len_utf8();
            continue;
        }
        // 火  炬  动  态: wide gaps between single characters belong to a spread name.
        let wide = columns >= 3 && !is_spread(&text[..at], &text[at..]);
        let numeral = digit(c).is_some() || is_chinese_numeral(c);
        let opens = columns > 0 && (numeral || one_of("(（第总", c)) && {
            let rest = &text[at..];
            issue_line(rest).is_ok() || date(rest).is_ok()
        };
        let glued = columns == 0 && one_of("(（第", c) && ink > 0 && {
            let rest = &text[at..];
            issue_line(rest).is_ok() || extra(rest).is_ok_and(|(rest, _)| rest.is_empty())
        };
        // 火炬动态2017年第20期
        let year = columns == 0 && ink > 0 && digit(c).is_some() && {
            let before = text[..ink].chars().next_back();
            before.is_some_and(|c| digit(c).is_none()) && issue_line(&text[at..]).is_ok()
        };
        if wide || opens || glued || year {
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
    } else if bare.len() <= LONGEST_TITLE && ends_in(bare, &KINDS) && bare.chars().count() <= 12 {
        Part::Title
    } else if bare.len() <= LONGEST_PERIOD && PERIODS.contains(&bare.trim_matches(|c| one_of("()[]【】", c)))
    {
        Part::Notice
    } else if looks_like_publisher(bare) {
        Part::Publisher
    } else {
        Part::Unknown
    }
}

/// Whether a folded text begins with the word of a notice, perhaps in brackets.
fn is_notice(bare: &str) -> bool {
    let bare = bare.trim_start_matches(['(', '[', '【', '〔']);
    let head = han(bare);
    NOTICES.iter().any(|notice| han(notice) == head && bare.starts_with(notice))
}

/// Whether a folded text is the newsletter's name, perhaps in brackets or title marks.
fn is_name(bare: &str, profile: &Profile) -> bool {
    if *bare == profile.name {
        return true;
    }
    let marks = |c| one_of("《》\"<>·", c);
    if !may_begin_name(bare.trim_start_matches(marks), profile) {
        return false;
    }
    // 火炬动态 TORCH BULLETIN
    let foreign = bare.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    profile.is_name(bare.trim_matches(marks)) || profile.is_name(foreign.trim_matches(marks))
}

/// Whether a line begins with the newsletter's name, and is short enough for a masthead.
pub(crate) fn begins_with_name(line: &str, profile: &Profile) -> bool {
    line.len() <= 240
        && may_begin_name(line, profile)
        && profile.begins_with_name(folded(line).skip_while(|&c| c == '《'))
}

/// Whether a line is the beginning of the newsletter's name, and not all of it: 火炬.
pub(crate) fn begins_name(line: &str, profile: &Profile) -> bool {
    let mut name = folded(&profile.name);
    line.len() < 2 * profile.name.len()
        && may_begin_name(line, profile)
        && folded(line).all(|c| name.next() == Some(c))
        && name.next().is_some()
}

/// Whether a line may begin with the newsletter's name; see [`NameHead`].
fn may_begin_name(line: &str, profile: &Profile) -> bool {
    NameHead::of(profile).may_begin(line)
}

/// The first character of the newsletter's name. Nearly every line begins with another Han character.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameHead(Option<[u8; 3]>);

impl NameHead {
    pub(crate) fn of(profile: &Profile) -> Self {
        Self(han(&profile.name))
    }

    /// Whether a line without blanks before it may begin with the name: not with another Han character.
    pub(crate) fn may_begin(self, line: &str) -> bool {
        match (self.0, line.as_bytes()) {
            (_, []) => false,
            (Some(name), &[a @ 0xE4..=0xE9, b, c, ..]) => name == [a, b, c],
            // Nor with ASCII, a quotation mark, a dash or a sign of full width, which fold to ASCII.
            (Some(_), [b'!'..=b'~', ..] | [0xE2, 0x80, 0x90..=0x9F, ..] | [0xEF, 0xBC, ..]) => false,
            _ => true,
        }
    }
}

/// Whether a line is the newsletter's name and nothing else.
pub(crate) fn is_title_line(line: &str, profile: &Profile) -> bool {
    line.len() <= 48 + profile.name.len()
        && may_begin_name(line, profile)
        && is_name(&fold_cow(line), profile)
}

fn is_known_publisher(bare: &str, profile: &Profile) -> bool {
    profile.is_publisher(bare.trim_end_matches(['编', '办']).trim_end_matches('主'))
}

/// A body's name: short, no punctuation, a body's ending, perhaps 编 or 主办 after it.
fn looks_like_publisher(bare: &str) -> bool {
    let name = without_end(without_end(bare, "主办"), "编印").trim_end_matches('编');
    ends_like_body(name)
        && (4..=30).contains(&name.chars().count())
        && !name.contains(|c: char| one_of("。,:;!?\"《》、()", c))
}

/// A text without a word at its end, however often it stands there.
fn without_end<'t>(text: &'t str, word: &str) -> &'t str {
    let mut text = text;
    while let Some(rest) = text.strip_suffix(word) {
        text = rest;
    }
    text
}

/// Whether a line names the publisher alone: as in the colophon (2022-12, line 264).
pub(crate) fn is_publisher_line(line: &str, profile: &Profile) -> bool {
    line.len() <= 120 && is_known_publisher(&fold_cow(line), profile)
}

/// Whether a line is the name of a body and nothing else, perhaps with the newsletter's before it.
pub(crate) fn is_body_line(line: &str) -> bool {
    // A body's name ends in one of a few words; marks around the newsletter's name are no part of it.
    let ends = ends_like_body(line) || line.ends_with(['编', '办', '印']);
    ends && line.len() <= 120 && {
        let bare = fold_cow(line);
        let marks = ['《', '》'];
        if bare.contains(marks) {
            looks_like_publisher(&bare.replace(marks, ""))
        } else {
            looks_like_publisher(&bare)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(&str, &str)> {
        parts(line, &Profile::TORCH)
            .into_iter()
            .map(|(part, range)| {
                let name = match part {
                    Part::Title => "title",
                    Part::Publisher => "publisher",
                    Part::Notice => "notice",
                    Part::Issue(_) => "issue",
                    Part::Kind(_) => "kind",
                    Part::Date(_) => "date",
                    Part::Sign => "sign",
                    Part::Unknown => "unknown",
                };
                (name, &line[range])
            })
            .collect()
    }

    #[test]
    fn lines() {
        for (line, expected) in [
            ("火炬动态", &[("title", "火炬动态")][..]),
            ("火  炬  动  态", &[("title", "火  炬  动  态")]),
            ("⽕炬动态 2019年第7期", &[("title", "⽕炬动态"), ("issue", "2019年第7期")]),
            ("科技部火炬高技术产业开发中心", &[("publisher", "科技部火炬高技术产业开发中心")]),
            (
                "2022年第12期(总第541期) 2022年7月31日",
                &[("issue", "2022年第12期(总第541期)"), ("date", "2022年7月31日")],
            ),
            ("某市科技局编    2014年6月20日", &[("publisher", "某市科技局编"), ("date", "2014年6月20日")]),
            ("主办：某某市科技局", &[("sign", "主办："), ("publisher", "某某市科技局")]),
            ("内部资料 注意保存", &[("notice", "内部资料 注意保存")]),
            ("火炬动态（特刊）", &[("title", "火炬动态"), ("kind", "（特刊）")]),
            (
                "国家科委火炬中心编 一九九八年六月二十日",
                &[("publisher", "国家科委火炬中心编"), ("date", "一九九八年六月二十日")],
            ),
            ("火炬动态 TORCH BULLETIN", &[("title", "火炬动态 TORCH BULLETIN")]),
            ("主  办：某某市科技局", &[("sign", "主  办："), ("publisher", "某某市科技局")]),
            ("出版日期：2022年7月31日", &[("sign", "出版日期："), ("date", "2022年7月31日")]),
            ("2022年7月31日编印", &[("date", "2022年7月31日"), ("sign", "编印")]),
            ("2022年7月31日 星期日", &[("date", "2022年7月31日"), ("sign", "星期日")]),
            ("2022年7月31日（星期日）", &[("date", "2022年7月31日"), ("sign", "（星期日）")]),
            ("（2022年7月31日）", &[("sign", "（"), ("date", "2022年7月31日"), ("sign", "）")]),
            ("【内部资料】", &[("notice", "【内部资料】")]),
            ("园区工作简报(第3期)", &[("title", "园区工作简报"), ("issue", "(第3期)")]),
            ("2022年国家高新区培训班开班", &[("unknown", "2022年国家高新区培训班开班")]),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }
}
