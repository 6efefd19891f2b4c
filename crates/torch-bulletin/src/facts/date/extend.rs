//! What stands around a date 前后缀 and belongs to it: 自…以来, 截至, 以前, 期间.

use super::{DateMention, Reading};
use crate::facts::Rule;
use crate::facts::calendar::{Day, Period};
use crate::facts::words::Words;

/// What stands around a date and belongs to it: 自…以来, 截至, 以前, 期间.
pub(super) fn extend(text: &str, floor: usize, found: &mut DateMention, now: &Reading) {
    let before = &text[floor.min(found.start)..found.start];
    static PREFIXES: Words = Words::new(&["自从", "自", "从", "截至", "截止到", "截止", "到"]);
    let prefix = PREFIXES.ends(before);
    let from = matches!(prefix, Some("自从" | "自" | "从"));
    let until = matches!(prefix, Some("截至" | "截止" | "截止到"));
    let (Some(value), start) = (found.value, found.start) else { return };
    let start = start - prefix.map_or(0, str::len);
    let day = |value, last: bool| match value {
        Period::Point(day) | Period::Since(day) | Period::Until(day) => Some(day),
        Period::Span(from, to) => Some(if last { to } else { from }),
        Period::Length(..) => None,
    };
    if until {
        if let Some(day) = day(value, true) {
            *found = DateMention { start, value: Some(Period::Until(day)), rule: Rule::UntilDate, ..*found };
        }
        return;
    }
    let rest = &text[found.end..];
    if !rest.starts_with(BEGINS) {
        // Nothing else stands right behind a date.
        if let Some(day) = day(value, false)
            && let Some(length) = since(rest)
        {
            lasts(found, day, length, if from { start } else { found.start });
        } else if from && found.rule == Rule::DateRange {
            found.start = start;
        }
        return;
    }
    // 2007年同期: the same part of another year.
    if let (Period::Point(Day { year, month: None, .. }), Some(word)) =
        (value, ["同期", "同月", "同季"].into_iter().find(|it| rest.starts_with(it)))
    {
        let same = now.last.and_then(|last| Some(last.years_later(year - last.year()?)));
        *found = DateMention { end: found.end + word.len(), value: same.or(found.value), ..*found };
        return;
    }
    if let Some(day) = day(value, false) {
        if let Some(length) = since(rest) {
            lasts(found, day, length, if from { start } else { found.start });
            return;
        }
        static OPEN: Words = Words::new(&["起至今", "至今", "到现在"]);
        let open = OPEN.starts(rest);
        // 去年12月至今年2月 ends in a month of this year.
        let open = open.filter(|it| !it.ends_with('今') || !rest[it.len()..].starts_with('年'));
        if let Some(open) = open {
            let start = if from { start } else { found.start };
            let value = match now.issue {
                Some(issue) => Period::Span(day, issue),
                None => Period::Since(day),
            };
            let end = found.end + open.len();
            *found = DateMention { start, end, core: 0, value: Some(value), rule: Rule::SinceDate, ..*found };
            return;
        }
        // 2016年起设立: since then, with 自 or without; 2021年起步 is not.
        let onward = rest.strip_prefix('起').filter(|it| from || !it.starts_with(NOT_ONWARD));
        let begun = rest.strip_prefix("开始").filter(|_| from);
        if let Some(after) = onward.or(begun) {
            let end = text.len() - after.len();
            let start = if from { start } else { found.start };
            let value = Some(Period::Since(day));
            *found = DateMention { start, end, core: 0, value, rule: Rule::SinceDate, ..*found };
            return;
        }
    }
    if from && found.rule == Rule::DateRange {
        found.start = start;
    }
    if let Some(day) = day(value, true) {
        static BEFORE: Words = Words::new(&["以前", "之前", "前"]);
        let before = BEFORE.starts(rest);
        let after_is_free = |it: &str| {
            it != "前"
                || !["期", "沿", "往", "来", "后", "台", "列", "景", "移", "进"]
                    .iter()
                    .any(|c| rest[it.len()..].starts_with(c))
        };
        if let Some(word) = before.filter(|it| after_is_free(it)) {
            let value = Some(Period::Until(day));
            *found = DateMention { end: found.end + word.len(), value, rule: Rule::UntilDate, ..*found };
            return;
        }
    }
    for word in ["期间", "间"] {
        if found.rule == Rule::DateRange && rest.starts_with(word) {
            found.end += word.len();
        }
    }
}

/// Makes a date the beginning of what lasts since then: 自2010年升级…以来.
fn lasts(found: &mut DateMention, day: Day, length: usize, start: usize) {
    let (end, value) = (found.end + length, Some(Period::Since(day)));
    *found = DateMention { start, end, core: found.end, value, rule: Rule::SinceDate, ..*found };
}

/// What the words begin with that stand right behind a date: 同期, 起, 至今, 到现在, 开始, 以前, 之前, 前, 期间, 间.
const BEGINS: [char; 10] = ['同', '起', '至', '到', '开', '以', '之', '前', '期', '间'];

/// What makes another word of 起 after a date: 起步, 起草, 起源.
const NOT_ONWARD: [char; 12] = ['步', '草', '源', '点', '跑', '航', '诉', '重', '伏', '家', '飞', '到'];

/// How far it is to the end of 以来 in the same clause, with no other number between; at most forty characters.
fn since(rest: &str) -> Option<usize> {
    for (at, c) in rest.char_indices().take(40) {
        if c == '以' && rest[at..].starts_with("以来") {
            return Some(at + "以来".len());
        }
        if matches!(c, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '、' | '\n') || c.is_ascii_digit() {
            return None;
        }
    }
    None
}
