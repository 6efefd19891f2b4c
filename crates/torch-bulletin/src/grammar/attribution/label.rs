//! Labels 标签 of attributions, and the lists of names that stand after and between them.

use std::ops::Range;

use super::super::mark::is_colon;
use super::super::names::Expect;
use super::super::{next_sign, trimmed};
use super::Form;
use super::words::{BARRED, LABELS, LATER, SLASHED, SPACED, heads_label};
use crate::Profile;
use crate::fold::han;

/// `label ":" names`, once or several times; the first label is the attribution's.
pub(super) fn labelled(text: &str, inside: Range<usize>, profile: &Profile) -> Option<Form> {
    let (label, expect, start) = label_at(text, inside.clone(), profile)?;
    let mut form = Form::new(inside.clone(), Some(label), None);
    lists(text, start..inside.end, expect, profile, &mut form);
    form.list.is_some().then_some(form)
}

/// `names sep label ":" names`: the body or the title before the label of the person, as in 某处　执笔：某人.
pub(super) fn amid(text: &str, inside: Range<usize>, profile: &Profile) -> Option<(Range<usize>, Form)> {
    let mut at = inside.start;
    while let Some((end, sign)) = next_sign(&text[..inside.end], at) {
        at = end + sign.len_utf8();
        if is_colon(sign) {
            return None;
        }
        if separates(sign)
            && let Some(form) = labelled(text, at..inside.end, profile)
        {
            return Some((trimmed(text, inside.start..end)?, form));
        }
    }
    None
}

/// Adds the list that a range begins with, and those after the labels in it.
pub(super) fn lists(text: &str, range: Range<usize>, expect: Expect, profile: &Profile, form: &mut Form) {
    let (mut start, mut at, mut expect) = (range.start, range.start, expect);
    let first = expect;
    while let Some((end, sign)) = next_sign(&text[..range.end], at) {
        at = end + sign.len_utf8();
        // …科技局供稿人：某人, where a line end stood for the blank
        if is_colon(sign) && end > range.start {
            let label =
                LABELS.iter().find(|(label, _)| text[start..end].ends_with(label) && label.len() >= 6);
            if let Some((label, next_expect)) = label
                && let Some(list) = trimmed(text, start..end - label.len())
            {
                form.push((list, expect));
                (expect, start) = (*next_expect, at);
            }
            continue;
        }
        // The next label begins after a separator.
        if !separates(sign) {
            continue;
        }
        // 作者：某人，单位：某处；某人，单位：某处
        if matches!(sign, '；' | ';') && first == Expect::People && expect == Expect::Bodies {
            trimmed(text, start..end).into_iter().for_each(|list| form.push((list, expect)));
            (expect, start) = (first, at);
        }
        let next = label_at(text, at..range.end, profile).or_else(|| later_at(text, at..range.end));
        if let Some((_, next_expect, after)) = next {
            trimmed(text, start..end).into_iter().for_each(|list| form.push((list, expect)));
            (expect, start, at) = (next_expect, after, after);
        }
    }
    trimmed(text, start..range.end).into_iter().for_each(|list| form.push((list, expect)));
}

/// Whether a character may part two names, or a name from the label after it.
pub(super) fn separates(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '、' | '|' | '｜' | '/' | '／') || crate::is_blank(c)
}

/// A label and its colon at the head of `range`; blanks inside the label are allowed (供 稿).
fn label_at(text: &str, range: Range<usize>, profile: &Profile) -> Option<(Range<usize>, Expect, usize)> {
    let rest = &text[range.clone()];
    rest.chars().next().filter(|&c| heads_label(c, profile))?;
    let blank = crate::blank::find(rest).unwrap_or(rest.len());
    let at = |label: &str, expect| at_label((rest, blank), range.start, label, expect);
    let own = profile.attribution_labels.iter().find_map(|label| at(label, Expect::Either));
    let head = han(rest);
    let common = || LABELS.iter().filter(|(label, _)| han(label) == head);
    own.or_else(|| common().find_map(|&(label, expect)| at(label, expect)))
}

/// The same of labels that only follow others.
fn later_at(text: &str, range: Range<usize>) -> Option<(Range<usize>, Expect, usize)> {
    let rest = &text[range.clone()];
    let head = han(rest);
    let mut labels = LATER.iter().filter(|(label, _)| han(label) == head);
    labels.find_map(|&(label, expect)| at_label((rest, 0), range.start, label, expect))
}

/// A label at the head of a text whose first blank is known; without a blank before its end it stands in one piece.
fn at_label(
    (rest, blank): (&str, usize),
    start: usize,
    label: &str,
    expect: Expect,
) -> Option<(Range<usize>, Expect, usize)> {
    if blank >= label.len() && !rest.starts_with(label) {
        return None;
    }
    let (end, after) = spelled(rest, label)?;
    Some((start..start + end, expect, start + after))
}

/// Where a label that heads a text ends, and where its colon does.
fn spelled(text: &str, label: &str) -> Option<(usize, usize)> {
    if let Some(rest) = text.strip_prefix(label)
        && let Some(colon) = rest.chars().next().filter(|&c| is_colon(c))
    {
        return Some((label.len(), label.len() + colon.len_utf8()));
    }
    let mut wanted = label.chars();
    let mut expected = wanted.next();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if Some(c) == expected {
            expected = wanted.next();
            end = at + c.len_utf8();
        } else if expected.is_none() && (is_colon(c) || stands_for_colon(c, label)) {
            return Some((end, at + c.len_utf8()));
        } else if expected.is_none() && end < at && SPACED.iter().any(|word| label.contains(word)) {
            // 供稿 某处: a blank in place of the colon.
            return Some((end, at));
        } else if !crate::is_blank(c) || at == 0 {
            return None;
        }
    }
    None
}

/// Whether a slash or a bar is printed in place of the colon of a label: 文/某人, 编辑 | 某人.
fn stands_for_colon(c: char, label: &str) -> bool {
    match c {
        '/' | '／' => SLASHED.contains(&label),
        '|' | '｜' | '丨' => BARRED.contains(&label),
        _ => false,
    }
}
