//! Subtitles 副标题: the lines behind dashes under a title, of which a printed page may need two or three.

use std::ops::Range;

use crate::Text;
use crate::grammar::attribution::is_byline;
use crate::grammar::contents::dashed;

use super::join::pieces;
use super::list::is_prose;
use super::matching::MOST_LINES;
use super::sheet::Sheet;
use super::title_line::is_title_line;

/// The indent of a centred line at least.
const CENTRED: u16 = 4;
/// Columns of the shortest first line of a subtitle of several: eight characters behind the dashes.
const FIRST: u32 = 20;

/// The line after the subtitle that begins at `line`, which has the dashes.
pub(super) fn end(sheet: &Sheet<'_>, line: usize, end: usize) -> usize {
    let mut next = line + 1;
    while next + 1 < end && next - line < MOST_LINES && goes_on(sheet, line, next) {
        next += 1;
    }
    next
}

/// The first line from `line` on that is of no subtitle which begins there.
pub(super) fn after(sheet: &Sheet<'_>, line: usize, last: usize) -> usize {
    if line < last && dashed(sheet.text(line)).is_some() { end(sheet, line, last) } else { line }
}

/// The text of a subtitle of some lines, without its dashes.
pub(super) fn text(sheet: &Sheet<'_>, lines: Range<usize>) -> Text {
    let start = |line: usize| dashed(sheet.text(line)).map_or(0, |range| range.start);
    pieces(sheet, lines.map(|line| (line, start(line)..sheet.text(line).len())))
}

/// Whether a subtitle goes on in line `next`: the one before is wide or centred, and it stands in from the dashes.
fn goes_on(sheet: &Sheet<'_>, first: usize, next: usize) -> bool {
    let (head, last, it) = (&sheet.lines[first], &sheet.lines[next - 1], &sheet.lines[next]);
    let centred = head.indent >= CENTRED && it.indent >= head.indent + 2 && head.width >= FIRST;
    let wide = sheet.setting.measure.is_some_and(|measure| last.width * 3 >= measure * 2);
    let text = sheet.text(next);
    let blank = |line: usize| sheet.lines.get(line).is_some_and(|it| it.blank_before);
    let prose = |line: usize| is_prose(sheet, line) || blank(line);
    (centred || wide && it.width < last.width && it.indent > head.indent)
        && !sheet.ending(next - 1).closed()
        && !it.blank_before
        && !it.page_before
        && !is_prose(sheet, next)
        && prose(next + 1)
        && dashed(text).is_none()
        && !is_byline(text)
        && is_title_line(sheet, next)
}
