//! What the value of a field 字段值 is made of: names, numbers, bodies, an extension.

use std::ops::Range;

use super::super::names::{Expect, Kind, names};
use super::super::number::digit;
use super::super::{next_sign, trimmed};
use super::FieldLine;
use crate::model::FieldKind;

/// Gives the parts of a value that lists several: names, numbers, bodies.
pub(crate) fn for_each_item(line: &str, field: &FieldLine, mut take: impl FnMut(Range<usize>)) {
    use FieldKind::*;
    let separators: &[char] = match field.kind {
        Telephone | Fax => &['、', '，', ',', '；', ';', '/', '／', ' ', '\u{3000}'],
        ChiefEditor | DeputyEditor | Editor | Proofreader | Reviewer => {
            let names = names(line, field.value.clone(), Expect::People);
            return names.of(Kind::Person).cloned().for_each(take);
        }
        ReportTo | SendTo | IssueTo => &['、', '，', ',', '；', ';'],
        _ => return trimmed(line, field.value.clone()).into_iter().for_each(take),
    };
    let (mut start, mut at) = (field.value.start, field.value.start);
    while let Some((sign, c)) = next_sign(&line[..field.value.end], at) {
        at = sign + c.len_utf8();
        if separators.contains(&c) {
            trimmed(line, start..sign).into_iter().for_each(&mut take);
            start = at;
        }
    }
    trimmed(line, start..field.value.end).into_iter().for_each(take);
}

/// The extension 分机 of a telephone number: three to five digits after its last dash or 转, where at least seven
/// digits stand before (`(010)68667266-310`, 2022-12, line 272; not the 88656173 of `010-88656173`).
pub(crate) fn extension(line: &str, field: &FieldLine) -> Option<Range<usize>> {
    if field.kind != FieldKind::Telephone {
        return None;
    }
    let value = &line[field.value.clone()];
    let (at, dash) = value.char_indices().rev().find(|(_, c)| matches!(c, '-' | '－' | '—' | '转'))?;
    let digits = |text: &str| text.chars().filter(|c| digit(*c).is_some()).count();
    let tail = trimmed(line, field.value.start + at + dash.len_utf8()..field.value.end)?;
    let all = line[tail.clone()].chars().all(|c| digit(c).is_some());
    (all && (1..=5).contains(&digits(&line[tail.clone()])) && digits(&value[..at]) >= 7).then_some(tail)
}
