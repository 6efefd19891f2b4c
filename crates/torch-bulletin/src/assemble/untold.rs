//! Titles of a text whose articles no contents list announces and no attribution closes: indents, gaps and widths tell.

use std::ops::Range;

use super::attribution::closes_article;
use super::list::{List, is_prose};
use super::sheet::Sheet;

/// What tells a title from a subhead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tell {
    /// Paragraphs and subheads are indented by so many columns, titles flush or centred.
    Indent(u16),
    /// Blank lines stand around titles only.
    Gap,
    /// Nothing but their widths.
    Width,
}

/// Columns of the narrowest title where its width alone tells: thirteen characters. Subheads are mostly shorter, and
/// where they are not, of two phrases with a blank between them (2022-12: 109, 121).
const TITLE_WIDTH: u32 = 26;
/// Indents of paragraphs, in columns: two characters, or what a page's margin leaves of them.
const INDENTS: std::ops::RangeInclusive<u32> = 2..=6;

/// What tells titles in a body; `None` where a list or attributions do.
pub(super) fn tell(sheet: &Sheet<'_>, list: &List, end: usize) -> Option<Tell> {
    if !list.items.is_empty() || (list.body..end).any(|line| closes_article(sheet, line)) {
        return None;
    }
    if sheet.setting.indented {
        return Some(Tell::Indent(paragraph_indent(sheet, list.body..end)));
    }
    let (mut starts, mut apart) = (0u32, 0u32);
    for line in list.body + 1..end {
        if sheet.ending(line - 1).closed() && !is_full(sheet, line - 1) && is_prose(sheet, line) {
            starts += 1;
            apart += u32::from(sheet.lines[line].blank_before);
        }
    }
    Some(if sheet.spaced && starts > 0 && apart * 4 <= starts { Tell::Gap } else { Tell::Width })
}

/// The indent that most paragraphs begin with, where blanks of another width stand for the usual two characters.
fn paragraph_indent(sheet: &Sheet<'_>, body: Range<usize>) -> u16 {
    const WIDEST: usize = 16;
    let mut counts = [0u32; WIDEST + 1];
    for line in body.skip(1).filter(|&line| sheet.ending(line - 1).closed() && is_prose(sheet, line)) {
        if let Some(count) = counts.get_mut(usize::from(sheet.lines[line].indent)) {
            *count += 1;
        }
    }
    (2..=WIDEST).max_by_key(|&indent| counts[indent]).filter(|&indent| counts[indent] > 0).unwrap_or(0) as u16
}

/// Whether an article may begin at a line: the paragraph before it has ended.
pub(super) fn may_begin(sheet: &Sheet<'_>, line: usize) -> bool {
    line == 0 || sheet.ending(line - 1).closed()
}

/// Whether a line that may be a title or a subhead is a title.
pub(super) fn is_title(sheet: &Sheet<'_>, line: usize, tell: Tell) -> bool {
    let it = &sheet.lines[line];
    // A full line after another may be of the paragraph before.
    let goes_on = is_full(sheet, line) && !it.blank_before;
    let long = it.width >= TITLE_WIDTH && !is_parallel(sheet.text(line));
    match tell {
        Tell::Indent(indent) => {
            let inside = INDENTS.contains(&u32::from(it.indent)) || it.indent == indent;
            !inside && !goes_on || long && it.blank_before
        }
        // At the head of a page a blank line is of the page.
        Tell::Gap if it.page_before => long,
        Tell::Gap => it.blank_before,
        Tell::Width => long && !goes_on,
    }
}

fn is_full(sheet: &Sheet<'_>, line: usize) -> bool {
    sheet.setting.measure.is_some_and(|measure| sheet.lines[line].width + crate::layout::SLACK >= measure)
}

/// Two phrases of about one length with a blank between them, as subheads have.
fn is_parallel(text: &str) -> bool {
    let mut phrases = text.split(crate::is_blank).filter(|phrase| !phrase.is_empty());
    match (phrases.next(), phrases.next(), phrases.next()) {
        (Some(a), Some(b), None) => a.chars().count().abs_diff(b.chars().count()) <= 1,
        _ => false,
    }
}
