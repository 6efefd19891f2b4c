//! Points 要点: enumerated clauses inside a paragraph, `第一,…;第二,…` or `一是…。二是…`.

use std::ops::Range;
use std::sync::LazyLock;

use super::marker::{Enumerator, LAST, enumerator};
use super::opening::Opening;
use crate::model::MarkerStyle;
use crate::signs::Signs;
use crate::{Span, Text};

/// A clause: its enumerator, and the range from there to the next one or the end, blanks at the end left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) enumerator: Enumerator,
    pub(crate) range: Range<usize>,
}

/// The enumerated clauses of a paragraph: runs of one style, counted from 1 without a gap, two or more.
///
/// A run has two members at the least (一是 also opens plain clauses; 2022-12, line 42 is a run of three): ask
/// [`Seconds`] first.
pub(crate) fn points(paragraph: &str) -> Vec<Clause> {
    if SEARCH.is_in(paragraph) { runs(enumerators(paragraph), paragraph) } else { Vec::new() }
}

/// Where in a text the seconds of runs may stand, so that a paragraph without one costs nothing.
#[derive(Debug)]
pub(crate) struct Seconds {
    /// Bytes, in order.
    places: Vec<u32>,
}

impl Seconds {
    /// Looks for anything of [`SECONDS`] in a text.
    pub(crate) fn of(text: &str) -> Self {
        Self { places: SEARCH.find_iter(text).map(|(at, _)| at as u32).collect() }
    }

    /// Whether a paragraph of that text may have a second: one stands in it, or a line end cuts what may be one.
    pub(crate) fn may_stand_in(&self, text: &Text, source: &str) -> bool {
        let hull = text.hull();
        let next = self.places.partition_point(|&at| at < hull.start());
        let ends_like_one = |piece: Span| {
            piece.of(source).is_some_and(|piece| piece.ends_with(['二', '⼆', '第', '其', '(', '（']))
        };
        self.places.get(next).is_some_and(|&at| at < hull.end())
            || !text.tail().is_empty() && text.spans().any(ends_like_one)
    }
}

static SEARCH: LazyLock<Signs> = LazyLock::new(|| Signs::new(SECONDS));

/// What every second of a run holds: enough of it to be told from prose. 2 stands in brackets of either width, with a blank
/// on either side; ⼆ is the radical.
const SECONDS: [&[u8]; 28] = [
    "二是".as_bytes(),
    "第二".as_bytes(),
    "其二".as_bytes(),
    "(二".as_bytes(),
    "（二".as_bytes(),
    "其次".as_bytes(),
    "⼆是".as_bytes(),
    "第⼆".as_bytes(),
    "其⼆".as_bytes(),
    "(⼆".as_bytes(),
    "（⼆".as_bytes(),
    "②".as_bytes(),
    "㈡".as_bytes(),
    "⑵".as_bytes(),
    b"(2)",
    b"(2 ",
    b"(2\xC2",
    b"(2\xE3",
    b"(2\xEF",
    b"( 2",
    b"(\xC2\xA0",
    "(２".as_bytes(),
    "（2".as_bytes(),
    "（２".as_bytes(),
    "（ ".as_bytes(),
    "(\u{3000}".as_bytes(),
    "（\u{3000}".as_bytes(),
    "（\u{A0}".as_bytes(),
];

/// Every enumerator at the head of a clause; ① and ⑴ count anywhere, since they have no other use.
fn enumerators(paragraph: &str) -> Vec<Enumerator> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let rest = &paragraph[at..];
        let ink = rest.trim_start_matches(|c| crate::is_blank(c) || c == '“');
        let start = paragraph.len() - ink.len();
        if may_begin_clause(ink)
            && let Some(mut it) = enumerator(ink)
        {
            it.range = it.range.start + start..it.range.end + start;
            found.push(it);
        }
        match next_head(paragraph.as_bytes(), start) {
            Some(head) => at = head,
            None => return found,
        }
    }
}

/// Whether an enumerator of a clause may open a text: nearly none but these begin so, and of numbers those before a bracket.
fn may_begin_clause(text: &str) -> bool {
    match text.as_bytes() {
        [b'(' | 0xE2 | 0xE3 | 0xEF, ..] => true,
        [b'0'..=b'9', b')' | 0xEF, ..] | [b'0'..=b'9', b'0'..=b'9', b')' | 0xEF, ..] => true,
        [0xE4..=0xE9, ..] => !Opening::of(text).plain(),
        _ => false,
    }
}

/// Where the next clause after `start` begins.
fn next_head(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        match bytes.get(at)? {
            // A Han character is no mark.
            0xE4..=0xE9 => at += 3,
            b',' | b';' | b':' | b'!' | b'?' | 0xE2 | 0xE3 | 0xEF => match clause_head(bytes, at) {
                Some(head) if head > start => return Some(head),
                _ => at += 1,
            },
            _ => at += 1,
        }
    }
}

/// Where a clause begins by the character at `at`: after a mark, or at a circled number.
fn clause_head(bytes: &[u8], at: usize) -> Option<usize> {
    match (bytes[at], bytes.get(at + 1..at + 3)) {
        (b',' | b';' | b':' | b'!' | b'?', _) => Some(at + 1),
        // 、 and 。 are E3 80 81 and 82; — and … E2 80 94 and A6; ！，：；？ EF BC 81, 8C, 9A, 9B, 9F.
        (0xE3, Some([0x80, 0x81 | 0x82])) | (0xE2, Some([0x80, 0x94 | 0xA6])) => Some(at + 3),
        (0xEF, Some([0xBC, 0x81 | 0x8C | 0x9A | 0x9B | 0x9F])) => Some(at + 3),
        // ① to ⑳ and ⑴ to ⒇ are E2 91 A0 to E2 92 87.
        (0xE2, Some([0x91, 0xA0..=0xBF] | [0x92, 0x80..=0x87])) => Some(at),
        _ => None,
    }
}

/// Keeps, of each style, the runs that count 1, 2, 3 …; clauses of a style end where its next one begins.
fn runs(found: Vec<Enumerator>, paragraph: &str) -> Vec<Clause> {
    if found.len() < 2 {
        return Vec::new();
    }
    let mut kept: Vec<Enumerator> = Vec::new();
    for style in [
        MarkerStyle::Shi,
        MarkerStyle::Ordinal,
        MarkerStyle::Sequence,
        MarkerStyle::ChineseParen,
        MarkerStyle::ArabicParen,
        MarkerStyle::Circled,
    ] {
        let mut run: Vec<Enumerator> = Vec::new();
        for it in found.iter().filter(|it| it.style == style) {
            let next = run.len() as u32 + 1;
            if it.number == LAST && next > 1 {
                run.push(Enumerator { number: next, ..it.clone() });
                close(&mut run, &mut kept);
            } else if it.number == next {
                run.push(it.clone());
            } else if it.number == 1 {
                close(&mut run, &mut kept);
                run.push(it.clone());
            }
        }
        close(&mut run, &mut kept);
    }
    kept.sort_by_key(|it| it.range.start);
    let ends: Vec<usize> = kept.iter().skip(1).map(|it| it.range.start).chain([paragraph.len()]).collect();
    kept.into_iter()
        .zip(ends)
        .map(|(enumerator, end)| {
            let text = crate::blank::trim_end(&paragraph[enumerator.range.start..end]);
            Clause { range: enumerator.range.start..enumerator.range.start + text.len(), enumerator }
        })
        .collect()
}

fn close(run: &mut Vec<Enumerator>, kept: &mut Vec<Enumerator>) {
    if run.len() >= 2 {
        kept.append(run);
    }
    run.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(paragraph: &str) -> Vec<&str> {
        points(paragraph).into_iter().map(|it| &paragraph[it.range]).collect()
    }

    #[test]
    fn runs_of_clauses() {
        assert_eq!(texts("提出要求:第一,学习;第二,落实。"), ["第一,学习;", "第二,落实。"]);
        assert_eq!(texts("主要有：一是甲。乙。二是丙。"), ["一是甲。乙。", "二是丙。"]);
        assert_eq!(texts("首先,甲。其次,乙。最后,丙。"), ["首先,甲。", "其次,乙。", "最后,丙。"]);
        assert_eq!(texts("包括①甲、②乙。"), ["①甲、", "②乙。"]);
        assert_eq!(texts("包括：(1)甲；(2)乙。"), ["(1)甲；", "(2)乙。"]);
        assert_eq!(texts("包括：（１）甲；（２）乙。"), ["（１）甲；", "（２）乙。"]);
        assert_eq!(texts("包括：(1)甲；(2　)乙。"), ["(1)甲；", "(2　)乙。"]);
        assert_eq!(texts("包括：(1)甲；(\u{A0}2)乙。"), ["(1)甲；", "(\u{A0}2)乙。"]);
        assert_eq!(texts("包括⑴甲;⑵乙。"), ["⑴甲;", "⑵乙。"]);
        assert_eq!(texts("提出:⼀是甲;⼆是乙。"), ["⼀是甲;", "⼆是乙。"]);
    }

    #[test]
    fn single_clauses_and_ordinals_are_no_points() {
        for paragraph in ["一是新问题。", "二季度增长2%。", "第二,不完整。", "第三、四场,其次数不多。"]
        {
            assert!(points(paragraph).is_empty(), "{paragraph}");
        }
    }
}
