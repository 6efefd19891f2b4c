//! The attribution 供稿: `(供稿:科技部火炬中心)`, `（某处供稿）`, `（摘自《…》）`, or a labelled line.

use crate::grammar::one_of;
use std::ops::Range;

use super::mark::{is_close, is_colon, is_open};
use super::names::{Expect, Names, names};
use super::trimmed;

/// An attribution as byte ranges of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Credit {
    /// From bracket to bracket, or the whole line.
    pub(crate) range: Range<usize>,
    /// The first label.
    pub(crate) label: Option<Range<usize>>,
    pub(crate) names: Names,
}

/// Labels with a colon after them, and what they expect. Longer ones first where one begins another.
const LABELS: [(&str, Expect); 30] = [
    ("供稿单位", Expect::Bodies),
    ("供稿人", Expect::People),
    ("供稿", Expect::Either),
    ("撰稿人", Expect::People),
    ("撰稿", Expect::Either),
    ("来稿", Expect::Either),
    ("组稿", Expect::Either),
    ("稿件来源", Expect::Bodies),
    ("信息来源", Expect::Bodies),
    ("资料来源", Expect::Bodies),
    ("文章来源", Expect::Bodies),
    ("来源", Expect::Bodies),
    ("作者单位", Expect::Bodies),
    ("作者", Expect::People),
    ("单位", Expect::Bodies),
    ("执笔人", Expect::People),
    ("执笔", Expect::People),
    ("编译自", Expect::Bodies),
    ("编译", Expect::Either),
    ("整理", Expect::Either),
    ("审核", Expect::Either),
    ("初审", Expect::Either),
    ("复审", Expect::Either),
    ("终审", Expect::Either),
    ("摄影", Expect::Either),
    ("供图", Expect::Either),
    ("文/图", Expect::Either),
    ("转载自", Expect::Bodies),
    ("摘自", Expect::Bodies),
    ("文", Expect::Either),
];

/// What labels begin with: nearly every text fails here.
const LABEL_HEADS: &str = "供撰来组稿信资文作单执编整审初复终摄转摘";

/// Words that open an attribution without a colon.
const OPENERS: [(&str, Expect); 10] = [
    ("摘编自", Expect::Bodies),
    ("摘自", Expect::Bodies),
    ("转载自", Expect::Bodies),
    ("转自", Expect::Bodies),
    ("编译自", Expect::Bodies),
    ("选自", Expect::Bodies),
    ("本刊特约记者", Expect::People),
    ("本刊记者", Expect::People),
    ("本刊通讯员", Expect::People),
    ("记者", Expect::People),
];

/// Words that close one: `（某处供稿）`.
const CLOSERS: [&str; 6] = ["联合供稿", "供稿", "撰稿", "整理", "编译", "供图"];

/// The attribution that closes a paragraph or stands alone, if any.
///
/// ```abnf
/// attribution = "(" label ":" names *( sep label ":" names ) ")"      ; (供稿:某处 某人), (作者:…,作者单位:…)
///             / "(" names closer ")"                                  ; （某处供稿）
///             / "(" opener names ")"                                  ; （摘自《…》）, (本刊记者 某人)
/// ```
/// The bracket is the last thing of the text; a bracket in mid-text is never one. Seen: 2022-12, lines 46, 58, 262.
pub(crate) fn closing(text: &str) -> Option<Credit> {
    let close = text.chars().next_back().filter(|c| is_close(*c))?;
    let open = matching_open(text)?;
    let inside = open + text[open..].chars().next()?.len_utf8()..text.len() - close.len_utf8();
    let mut credit = inner(text, trimmed(text, inside)?)?;
    credit.range = open..text.len();
    Some(credit)
}

/// An attribution without brackets on a line of its own: `供稿：某处　审核：某人`.
pub(crate) fn line(text: &str) -> Option<Credit> {
    let begins = text.starts_with(|c| one_of(LABEL_HEADS, c)) && text.len() <= 300;
    if !begins || super::mark::ends_closed(text) {
        return None;
    }
    let mut credit = labelled(text, 0..text.len())?;
    credit.range = 0..text.len();
    Some(credit)
}

/// The bracket that the last character of `text` closes, at most 400 bytes before it.
fn matching_open(text: &str) -> Option<usize> {
    let mut depth = 0u32;
    for (at, c) in text.char_indices().rev() {
        if is_close(c) {
            depth += 1;
        } else if is_open(c) {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
        if text.len() - at > 400 {
            return None;
        }
    }
    None
}

fn inner(text: &str, inside: Range<usize>) -> Option<Credit> {
    labelled(text, inside.clone()).or_else(|| closed(text, inside.clone())).or_else(|| opened(text, inside))
}

/// `label ":" names`, once or several times; the first label is the attribution's.
fn labelled(text: &str, inside: Range<usize>) -> Option<Credit> {
    let mut labels: Vec<(Range<usize>, Expect, usize)> = Vec::new();
    let mut at = inside.start;
    while at < inside.end {
        let found = label_at(text, at..inside.end);
        if let Some((label, expect, after)) = found {
            labels.push((label, expect, after));
            at = after;
            continue;
        }
        // The next label begins after a separator.
        let rest = &text[at..inside.end];
        let Some(sep) = rest.find(|c: char| crate::is_blank(c) || one_of("，,；;、|｜", c)) else {
            break;
        };
        at += sep + rest[sep..].chars().next().map_or(1, char::len_utf8);
        if labels.is_empty() {
            return None;
        }
    }
    let (first, ..) = labels.first()?;
    if first.start != inside.start {
        return None;
    }
    let mut credit = Credit { label: Some(first.clone()), ..Credit::default() };
    for (index, (_, expect, start)) in labels.iter().enumerate() {
        let end = labels.get(index + 1).map_or(inside.end, |(label, ..)| label.start);
        let found = names(text, *start..end, *expect);
        credit.names.organisations.extend(found.organisations);
        credit.names.people.extend(found.people);
    }
    let any = !credit.names.organisations.is_empty() || !credit.names.people.is_empty();
    any.then_some(credit)
}

/// A label and its colon at the head of `range`; blanks inside the label are allowed (供 稿).
fn label_at(text: &str, range: Range<usize>) -> Option<(Range<usize>, Expect, usize)> {
    let rest = &text[range.clone()];
    if !rest.starts_with(|c| one_of(LABEL_HEADS, c)) {
        return None;
    }
    LABELS.iter().find_map(|(label, expect)| {
        let mut wanted = label.chars();
        let mut expected = wanted.next();
        let mut end = 0;
        for (at, c) in rest.char_indices() {
            if Some(c) == expected {
                expected = wanted.next();
                end = at + c.len_utf8();
            } else if expected.is_none() && (is_colon(c) || (c == '/' && *label == "文")) {
                return Some((range.start..range.start + end, *expect, range.start + at + c.len_utf8()));
            } else if !crate::is_blank(c) || at == 0 {
                return None;
            }
        }
        None
    })
}

/// `names closer`
fn closed(text: &str, inside: Range<usize>) -> Option<Credit> {
    let body = &text[inside.clone()];
    let closer = CLOSERS.iter().find(|closer| body.ends_with(**closer))?;
    let label = inside.end - closer.len()..inside.end;
    let list = trimmed(text, inside.start..label.start)?;
    let sentence = text[list.clone()].contains(['。', '：', ':', '，', '；']);
    (!sentence && text[list.clone()].chars().count() <= 60).then(|| Credit {
        range: 0..0,
        label: Some(label),
        names: names(text, list, Expect::Either),
    })
}

/// `opener names`
fn opened(text: &str, inside: Range<usize>) -> Option<Credit> {
    let body = &text[inside.clone()];
    let (opener, expect) = OPENERS.iter().find(|(opener, _)| body.starts_with(opener))?;
    let label = inside.start..inside.start + opener.len();
    let list = trimmed(text, label.end..inside.end)?;
    let list = match text[list.clone()].strip_prefix([':', '：']) {
        Some(rest) => trimmed(text, list.end - rest.len()..list.end)?,
        None => list,
    };
    let short = text[list.clone()].chars().count() <= 60 && !text[list.clone()].contains(['。', '；']);
    short.then(|| Credit { range: 0..0, label: Some(label), names: names(text, list, *expect) })
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read<'t> = (&'t str, Option<&'t str>, Vec<&'t str>, Vec<&'t str>);

    fn read(text: &str) -> Option<Read<'_>> {
        let credit = closing(text).or_else(|| line(text))?;
        let texts = |ranges: &[Range<usize>]| ranges.iter().map(|it| &text[it.clone()]).collect();
        let label = credit.label.map(|it| &text[it]);
        Some((&text[credit.range], label, texts(&credit.names.organisations), texts(&credit.names.people)))
    }

    #[test]
    fn attributions() {
        for (text, whole, label, bodies, people) in [
            ("(供稿:某某高新区)", "(供稿:某某高新区)", "供稿", &["某某高新区"][..], &[][..]),
            ("取得进展。(供稿:科技部火炬中心)", "(供稿:科技部火炬中心)", "供稿", &["科技部火炬中心"], &[]),
            ("（北京市科委供稿）", "（北京市科委供稿）", "供稿", &["北京市科委"], &[]),
            ("（摘自《某某日报》）", "（摘自《某某日报》）", "摘自", &["某某日报"], &[]),
            (
                "（作者：赵一鸣，作者单位：某某大学）",
                "（作者：赵一鸣，作者单位：某某大学）",
                "作者",
                &["某某大学"],
                &["赵一鸣"],
            ),
            ("(本刊记者 赵一鸣)", "(本刊记者 赵一鸣)", "本刊记者", &[], &["赵一鸣"]),
            ("（来源：某某网）", "（来源：某某网）", "来源", &["某某网"], &[]),
            ("供稿：某某处　审核：赵一鸣", "供稿：某某处　审核：赵一鸣", "供稿", &["某某处"], &["赵一鸣"]),
        ] {
            let expected = (whole, Some(label), bodies.to_vec(), people.to_vec());
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn every_label_begins_with_a_head() {
        assert!(LABELS.iter().all(|(label, _)| label.starts_with(|c| one_of(LABEL_HEADS, c))));
    }

    #[test]
    fn brackets_that_are_none() {
        for text in ["园区(高新区)", "(高新区)", "增长(同比)。", "作者认为,发展是好的。", "(供稿:)"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
