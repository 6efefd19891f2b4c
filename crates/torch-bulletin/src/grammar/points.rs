//! Points 要点: enumerated clauses inside a paragraph, `第一,…;第二,…` or `一是…。二是…`.

use std::ops::Range;

use memchr::memchr3_iter;

use super::marker::{Enumerator, LAST, enumerator};
use crate::model::MarkerStyle;

/// A clause: its enumerator, and the range from there to the next one or the end, blanks at the end left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) enumerator: Enumerator,
    pub(crate) range: Range<usize>,
}

/// The enumerated clauses of a paragraph: runs of one style, counted from 1 without a gap, two or more.
///
/// Paragraphs without any cost one search for the bytes that end 二, 次 and ②, and for the digit 2: a run has a
/// second member or it is none (一是 also opens plain clauses; 2022-12, line 42 is a run of three).
pub(crate) fn points(paragraph: &str) -> Vec<Clause> {
    let bytes = paragraph.as_bytes();
    let (er, ci, circled) = ("二".as_bytes(), "次".as_bytes(), "②".as_bytes());
    let mut at = memchr3_iter(er[2], ci[2], b'2', bytes);
    let has_second = at.any(|end| {
        end >= 2 && {
            let last = &bytes[end - 2..=end];
            last == er
                || last == ci
                || last == circled
                || (bytes[end] == b'2' && matches!(bytes[end - 1], b'(' | 0x88))
        }
    });
    if !has_second { Vec::new() } else { scan(paragraph) }
}

/// Reads every enumerator at the head of a clause and keeps the runs.
fn scan(paragraph: &str) -> Vec<Clause> {
    let mut found: Vec<Enumerator> = Vec::new();
    let mut at_head = true;
    for (at, c) in paragraph.char_indices() {
        let heads = at_head || matches!(c, '①'..='⑳');
        if heads && let Some(mut it) = enumerator(&paragraph[at..]) {
            it.range = it.range.start + at..it.range.end + at;
            found.push(it);
        }
        at_head = is_clause_end(c) || (at_head && (crate::is_blank(c) || c == '“'));
    }
    runs(found, paragraph)
}

/// After these a clause may begin.
fn is_clause_end(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '：' | ':' | '，' | ',' | '！' | '？' | '、' | '—' | '…')
}

/// Keeps, of each style, the runs that count 1, 2, 3 …; clauses of a style end where its next one begins.
fn runs(found: Vec<Enumerator>, paragraph: &str) -> Vec<Clause> {
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
    }

    #[test]
    fn single_clauses_and_ordinals_are_no_points() {
        for paragraph in ["一是新问题。", "二季度增长2%。", "第二,不完整。", "第三、四场,其次数不多。"]
        {
            assert!(points(paragraph).is_empty(), "{paragraph}");
        }
    }
}
