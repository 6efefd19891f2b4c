//! Attributions: at the end of a paragraph, on a line of their own, or wrapped over two.

use crate::grammar::attribution::{Credit, closing_start, is_line};
use crate::grammar::date::date;
use crate::grammar::mark::{is_close, is_open};
use crate::grammar::masthead::is_body_line;
use crate::model::Attribution;
use crate::{Profile, Span, Text};

use super::sheet::Sheet;

/// Whether a line ends with an attribution, which may have begun on the line before.
pub(super) fn closes_article(sheet: &Sheet<'_>, line: usize) -> bool {
    let ending = sheet.ending(line);
    if !ending.bracket() {
        let signed = || line > 0 && is_day(sheet, line) && is_body_line(sheet.text(line - 1));
        return !ending.closed() && (is_line(sheet.text(line), sheet.profile) || signed());
    }
    sheet.closing_start(line).is_some()
        || (line > 0 && wraps(sheet.text(line - 1), sheet.text(line), sheet.profile))
}

/// Whether a line is of a signature 落款: the day it was signed, or the body that signed, over its day.
pub(super) fn is_signature(sheet: &Sheet<'_>, line: usize) -> bool {
    is_day(sheet, line) || is_day(sheet, line + 1) && is_body_line(sheet.text(line))
}

/// Whether a line is a day and nothing else.
fn is_day(sheet: &Sheet<'_>, line: usize) -> bool {
    let text = sheet.text(line);
    text.ends_with(['日', '⽇'])
        && text.len() <= 60
        && date(text).is_ok_and(|(rest, date)| rest.is_empty() && date.day.is_some())
}

/// Whether an attribution begins on `left` and ends on `right`.
pub(super) fn wraps(left: &str, right: &str, profile: &Profile) -> bool {
    if !right.ends_with(is_close) || right.len() > LONGEST {
        return false;
    }
    // Only the last bracket of the line before can be the one that this line closes.
    let near = &left[left.ceil_char_boundary(left.len().saturating_sub(LONGEST))..];
    let Some(tail) = near.rfind(|c| is_open(c) || is_close(c)).map(|bracket| &near[bracket..]) else {
        return false;
    };
    let open = tail.starts_with(is_open);
    open && closing_start(&format!("{tail}{right}"), profile) == Some(0)
}

/// Bytes that each of the two lines of a wrapped attribution may take of it.
const LONGEST: usize = 200;

/// The attribution that the grammar found in a block, as part of the tree; its signs are set apart.
pub(super) fn build(sheet: &mut Sheet<'_>, block: &Text, credit: &Credit) -> Option<Attribution> {
    let whole = block.slice(credit.range.clone())?;
    let part = |range: &std::ops::Range<usize>| block.slice(range.clone());
    let label = credit.label.as_ref().and_then(part);
    let organisations: Vec<Text> = credit.names.organisations.iter().filter_map(part).collect();
    let people: Vec<Text> = credit.names.people.iter().filter_map(part).collect();
    let mut named: Vec<Span> =
        label.iter().chain(&organisations).chain(&people).flat_map(Text::spans).collect();
    named.sort_unstable();
    for piece in whole.spans() {
        let mut at = piece.start();
        for name in named.iter().filter(|name| piece.contains(**name)) {
            signs(sheet, at, name.start());
            at = name.end();
        }
        signs(sheet, at, piece.end());
    }
    Some(Attribution { label, organisations, people, span: whole.hull() })
}

/// Sets apart the ink between two places: brackets, colons, separators, roles before a name.
fn signs(sheet: &mut Sheet<'_>, start: u32, end: u32) {
    let (start, end) = (start as usize, end as usize);
    if let Some(range) = crate::grammar::trimmed(sheet.source, start..end) {
        sheet.punctuation.push(Span::at(range.start, range.end));
    }
}
