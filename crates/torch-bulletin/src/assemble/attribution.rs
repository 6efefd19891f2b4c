//! Attributions: at the end of a paragraph, on a line of their own, or wrapped over two.

use std::ops::Range;

use crate::grammar::attribution::{Credit, closing_start, is_line};
use crate::grammar::date::date;
use crate::grammar::mark::{is_close, is_open};
use crate::grammar::masthead::is_body_line;
use crate::grammar::names::Kind;
use crate::model::Attribution;
use crate::text::TextMap;
use crate::{Profile, Span, Text};

use super::sheet::Sheet;

/// Whether a line ends with an attribution, which may have begun on the line before.
pub(super) fn closes_article(sheet: &Sheet<'_>, line: usize) -> bool {
    let ending = sheet.ending(line);
    if !ending.bracket() {
        return !ending.closed() && (is_line(sheet.text(line), sheet.profile) || is_signed_day(sheet, line));
    }
    sheet.closing_start(line).is_some()
        || (line > 0 && wraps(sheet.text(line - 1), sheet.text(line), sheet.profile))
}

/// Whether a line is of a signature 落款: the day it was signed, or the body that signed, over its day.
pub(super) fn is_signature(sheet: &Sheet<'_>, line: usize) -> bool {
    is_day(sheet, line) || is_day(sheet, line + 1) && is_body_line(sheet.text(line))
}

/// Whether a line is the day of a signature 落款, under the body that signed.
pub(super) fn is_signed_day(sheet: &Sheet<'_>, line: usize) -> bool {
    line > 0 && is_day(sheet, line) && is_body_line(sheet.text(line - 1))
}

/// Whether a line is a day and nothing else.
fn is_day(sheet: &Sheet<'_>, line: usize) -> bool {
    let text = sheet.text(line);
    text.ends_with(['日', '⽇'])
        && text.len() <= 60
        && date(text).is_ok_and(|(rest, date)| rest.is_empty() && date.day.is_some())
}

/// Whether a text is a day in brackets and nothing else, as under the title of a speech: （2019年3月6日）.
pub(super) fn is_bracketed_day(text: &str) -> bool {
    let inside = text.strip_prefix(is_open).and_then(|it| it.strip_suffix(is_close));
    inside.is_some_and(|it| date(it).is_ok_and(|(rest, date)| rest.is_empty() && date.day.is_some()))
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
    let map = block.map();
    let span = map.slice(credit.range.clone())?.hull();
    let names = credit.names.all();
    let part = |range: &Range<usize>| map.slice(range.clone());
    let all = |kind| {
        let mut texts = Vec::with_capacity(credit.names.of(kind).count());
        texts.extend(credit.names.of(kind).filter_map(part));
        texts
    };
    // In printed order: the label stands before the names, amid them or after them (某处供稿).
    let mut at = credit.range.start;
    let mut names = names.iter().map(|it| &it.range).peekable();
    let mut label = credit.label.as_ref();
    while let Some(named) = match label {
        Some(first) if names.peek().is_none_or(|it| first.start < it.start) => label.take(),
        _ => names.next(),
    } {
        signs(sheet, &map, at..named.start);
        at = named.end;
    }
    signs(sheet, &map, at..credit.range.end);
    let label = credit.label.as_ref().and_then(part);
    Some(Attribution { label, organisations: all(Kind::Organisation), people: all(Kind::Person), span })
}

/// Sets apart the ink of a range of a block: brackets, colons, separators, roles before a name.
fn signs(sheet: &mut Sheet<'_>, map: &TextMap<'_>, range: Range<usize>) {
    for span in map.slice(range).iter().flat_map(Text::spans) {
        if let Some(range) = crate::grammar::trimmed(sheet.source, span.range()) {
            sheet.punctuation.push(Span::at(range.start, range.end));
        }
    }
}
