//! Tables 表: the rows that show columns, and the cell of each column.

use std::ops::Range;

use memchr::{memchr, memchr_iter};

use crate::Text;
use crate::fold::han;
use crate::grammar::caption::{cells, is_caption, is_frame, may_have_cells, words};
use crate::grammar::marker::enumerator;
use crate::grammar::trimmed;
use crate::layout::columns;
use crate::model::Block;

use super::sheet::Sheet;

/// Bytes of the longest row.
const LONGEST: usize = 600;
/// Columns of the widest table: all rows are as wide as the widest, and one of a thousand cells makes a thousand of each.
const MOST_COLUMNS: usize = 64;
/// Columns of the widest line of one cell amid rows.
const CELL: u32 = 24;

/// Bytes of the longest number of a list, as `（十二）`, and a blank.
const LONGEST_NUMBER: usize = 13;
/// Columns between the two characters of a padded word.
const PADDING: u32 = 4;

/// The end of the table whose rows begin at `at`: two lines or more in a row that show columns.
pub(super) fn table_end(sheet: &Sheet<'_>, at: usize, end: usize, captioned: bool) -> Option<usize> {
    // Prose follows most lines that end as rows do.
    if at + 1 >= end || sheet.ending(at + 1).stop() && !sheet.tabs {
        return None;
    }
    let rows = (at..end).take_while(|&line| is_row(sheet, line) || is_frame(sheet.text(line))).count();
    if rows < 2 {
        return spaced_end(sheet, at, end, captioned);
    }
    let mut last = at + rows;
    // A row with a cell and nothing else, amid others.
    while last + 1 < end && is_cell(sheet, last) && is_row(sheet, last + 1) {
        last += 1;
        last += (last..end).take_while(|&line| is_row(sheet, line) || is_frame(sheet.text(line))).count();
    }
    (at..last).any(|line| is_row(sheet, line)).then_some(last)
}

/// Whether a line is of a table: a row beside another.
pub(super) fn is_of_table(sheet: &Sheet<'_>, line: usize) -> bool {
    is_row(sheet, line) && (is_row(sheet, line + 1) || line > 0 && is_row(sheet, line - 1))
}

/// Whether a line shows columns. A sentence is a cell only where tabs part the cells, and no number opens it.
fn is_row(sheet: &Sheet<'_>, line: usize) -> bool {
    let (text, stop) = (sheet.text(line), sheet.ending(line).stop());
    if text.len() > LONGEST || stop && !sheet.tabs || !may_have_cells(text) && !by_tab(sheet, line) {
        return false;
    }
    if stop || text.contains('。') {
        return tabs(text) > 0 && enumerator(text).is_none();
    }
    if sheet.tabs && is_item(text) {
        return false;
    }
    !is_caption(text)
        && match barred(text).or_else(|| cells(text)) {
            Some(cells) => cells.len() <= MOST_COLUMNS,
            None => by_tab(sheet, line),
        }
}

/// Whether the one tab of a line stands behind its number, as a list of a word processor has it: `1.\t开展年报直报`.
fn is_item(text: &str) -> bool {
    let Some(tab) = memchr(b'\t', text.as_bytes()) else { return false };
    tab <= LONGEST_NUMBER
        && tabs(&text[tab + 1..]) == 0
        && enumerator(text).is_some_and(|it| crate::blank::trim_end(&text[..tab]).len() == it.range.end)
}

/// Whether a line may be a row with one cell: short, and neither a sentence nor a heading.
fn is_cell(sheet: &Sheet<'_>, line: usize) -> bool {
    let ending = sheet.ending(line);
    let text = sheet.text(line);
    sheet.lines[line].width <= CELL
        && !(ending.stop() || ending.comma() || ending.colon())
        && enumerator(text).is_none()
        && !is_caption(text)
}

/// The end of rows whose cells single blanks part: the head and the rows have as many words, and each row ends in a number.
/// Two rows under the head, three without; under a caption rows may end in words.
fn spaced_end(sheet: &Sheet<'_>, at: usize, end: usize, captioned: bool) -> Option<usize> {
    let number =
        |line: usize| sheet.text(line).ends_with(|c: char| c.is_ascii_digit() || matches!(c, '%' | '％'));
    if !(captioned || number(at + 1)) || sheet.ending(at).stop() {
        return None;
    }
    let count = words(sheet.text(at)).count();
    let head = !number(at);
    let fits = |line: usize| {
        let mut words = words(sheet.text(line));
        let last = words.clone().last().map_or("", |range| &sheet.text(line)[range]);
        words.by_ref().count() == count && (captioned || is_number(last)) && !sheet.ending(line).stop()
    };
    let from = at + usize::from(head);
    let rows = (from..end).take_while(|&line| fits(line)).count();
    let enough = if captioned || head && count > 2 { 2 } else { 3 };
    ((2..=MOST_COLUMNS).contains(&count) && rows >= enough).then_some(from + rows)
}

/// Whether a word is a number as tables print them: `1,234.5`, `-8.1%`, `—`.
pub(super) fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '％' | '-' | '—' | '+'))
}

/// The table of some lines; borders and signs between cells are set apart.
pub(super) fn table(sheet: &mut Sheet<'_>, lines: Range<usize>) -> Block {
    let rows: Vec<usize> = lines
        .filter(|&line| {
            let frame = is_frame(sheet.text(line));
            if frame {
                sheet.punctuate(line, 0..sheet.text(line).len());
            }
            !frame
        })
        .collect();
    let found: Vec<Vec<Range<usize>>> = rows.iter().map(|&line| found_cells(sheet, line)).collect();
    let placed =
        Some(places(sheet, &rows, &found)).filter(|it| it.iter().flatten().all(|&at| at < MOST_COLUMNS));
    let placed: Vec<Vec<usize>> = placed.unwrap_or_else(|| in_order(&found));
    let mut out = Vec::with_capacity(rows.len());
    for ((&line, cells), placed) in rows.iter().zip(&found).zip(placed) {
        let mut at = 0;
        for cell in cells {
            sheet.punctuate(line, at..cell.start);
            at = cell.end;
        }
        sheet.punctuate(line, at..sheet.text(line).len());
        let width = placed.last().map_or(0, |last| last + 1);
        let mut row: Vec<Option<Text>> = vec![None; width];
        for (cell, column) in cells.iter().zip(placed) {
            row[column] = Some(Text::new(sheet.place(line, cell.clone())));
        }
        out.push(row);
    }
    let width = out.iter().map(Vec::len).max().unwrap_or(0);
    out.iter_mut().for_each(|row| row.resize(width, None));
    Block::Table { rows: out }
}

/// The cells of a row that hold ink: parted by gaps, else by single blanks, else one.
fn found_cells(sheet: &Sheet<'_>, line: usize) -> Vec<Range<usize>> {
    let text = sheet.text(line);
    let whole = || std::iter::once(0..text.len()).collect::<Vec<_>>();
    if let Some(cells) = barred(text) {
        return cells;
    }
    if may_have_cells(text) || is_cell(sheet, line) && !text.contains(' ') {
        return cells(text).map_or_else(whole, |cells| unpadded(text, cells));
    }
    words(text).collect()
}

/// Cells with the two halves of a padded word put together: `指  标`, a character each, and neither neighbour has as many.
fn unpadded(text: &str, mut cells: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let single = |cell: Option<&Range<usize>>| {
        cell.is_some_and(|cell| cell.len() == 3 && han(&text[cell.clone()]).is_some())
    };
    let mut at = 0;
    while at + 1 < cells.len() {
        let pair = single(cells.get(at)) && single(cells.get(at + 1));
        let alone = !single(cells.get(at + 2)) && (at == 0 || !single(cells.get(at - 1)));
        if pair && alone && columns(&text[cells[at].end..cells[at + 1].start]) <= PADDING && cells.len() > 2 {
            cells[at].end = cells.remove(at + 1).end;
        }
        at += 1;
    }
    cells
}

/// The cells of a row between bars, those that hold ink: `│产值│    │`.
fn barred(text: &str) -> Option<Vec<Range<usize>>> {
    let bar = text.chars().next().filter(|c| matches!(c, '|' | '│'))?;
    let inside = text.strip_prefix(bar)?.strip_suffix(bar)?;
    let mut at = bar.len_utf8();
    let mut cells = Vec::new();
    for cell in inside.split(bar) {
        cells.extend(trimmed(text, at..at + cell.len()));
        at += cell.len() + bar.len_utf8();
    }
    (!cells.is_empty()).then_some(cells)
}

/// The column of every cell: by the tabs or bars before it where all rows have as many; by its number where all rows have as
/// many cells; else by where it stands under the cells of the fullest rows.
fn places(sheet: &Sheet<'_>, rows: &[usize], found: &[Vec<Range<usize>>]) -> Vec<Vec<usize>> {
    for sign in *b"\t|" {
        if rows.is_empty() || !rows.iter().all(|&line| physical(sheet, line).contains(&sign)) {
            continue;
        }
        let signs: Vec<usize> =
            rows.iter().map(|&line| memchr_iter(sign, physical(sheet, line)).count()).collect();
        let alike = signs.windows(2).all(|pair| pair[0] == pair[1]);
        let even = found.windows(2).all(|pair| pair[0].len() == pair[1].len());
        if alike || !even {
            return by_signs(sheet, rows, found, sign);
        }
    }
    let boxed = rows.iter().all(|&line| sheet.text(line).starts_with('│'));
    if boxed && !rows.is_empty() {
        let bars = |line: usize, cell: &Range<usize>| sheet.text(line)[..cell.start].matches('│').count() - 1;
        return rows
            .iter()
            .zip(found)
            .map(|(&line, cells)| cells.iter().map(|it| bars(line, it)).collect())
            .collect();
    }
    let most = found.iter().map(Vec::len).max().unwrap_or(0);
    if found.iter().all(|cells| cells.len() == most) {
        return in_order(found);
    }
    by_columns(sheet, rows, found, most)
}

/// The column of every cell by its number in its row.
fn in_order(found: &[Vec<Range<usize>>]) -> Vec<Vec<usize>> {
    found.iter().map(|cells| (0..cells.len()).collect()).collect()
}

/// The column of every cell by the number of signs before it on its line; an outer border is none.
fn by_signs(sheet: &Sheet<'_>, rows: &[usize], found: &[Vec<Range<usize>>], sign: u8) -> Vec<Vec<usize>> {
    let outer = usize::from(sign == b'|' && rows.iter().all(|&line| sheet.text(line).starts_with('|')));
    let column = |line: usize, cell: &Range<usize>| {
        let (start, ink) = physical_start(sheet, line);
        let before = &sheet.source.as_bytes()[start..ink + cell.start];
        memchr_iter(sign, before).count().saturating_sub(outer)
    };
    let mut placed: Vec<Vec<usize>> = rows
        .iter()
        .zip(found)
        .map(|(&line, cells)| cells.iter().map(|it| column(line, it)).collect())
        .collect();
    // Tabs before every row set the table in.
    let indent = placed.iter().flatten().copied().min().unwrap_or(0);
    placed.iter_mut().flatten().for_each(|column| *column -= indent);
    placed
}

/// The column of every cell by what stands over or under it: the fullest rows tell from where to where each column runs,
/// and a cell of another row is of the column that it shares most with, or stands nearest to.
fn by_columns(
    sheet: &Sheet<'_>,
    rows: &[usize],
    found: &[Vec<Range<usize>>],
    most: usize,
) -> Vec<Vec<usize>> {
    let extent = |line: usize, cell: &Range<usize>| {
        let text = sheet.text(line);
        let left = u32::from(sheet.lines[line].indent) + columns(&text[..cell.start]);
        (left, left + columns(&text[cell.clone()]))
    };
    let mut runs = vec![(u32::MAX, 0u32); most];
    for (&line, cells) in rows.iter().zip(found).filter(|(_, cells)| cells.len() == most) {
        for (run, cell) in runs.iter_mut().zip(cells) {
            let (left, right) = extent(line, cell);
            *run = (run.0.min(left), run.1.max(right));
        }
    }
    let place = |(&line, cells): (&usize, &Vec<Range<usize>>)| -> Vec<usize> {
        let mut from = 0;
        let mut placed = Vec::with_capacity(cells.len());
        for (number, cell) in cells.iter().enumerate() {
            let (left, right) = extent(line, cell);
            // As many columns are left over as cells come after this one.
            let last = most - (cells.len() - number).min(most);
            let near = |&column: &usize| {
                let (from, to) = runs[column];
                let shared = right.min(to).saturating_sub(left.max(from));
                (u32::MAX - shared, (left + right).abs_diff(from.saturating_add(to)))
            };
            let column = (from..=last.max(from)).filter(|&it| it < most).min_by_key(near).unwrap_or(from);
            placed.push(column);
            from = column + 1;
        }
        placed
    };
    rows.iter().zip(found).map(place).collect()
}

/// The bytes of the whole line, blanks at its ends too.
fn physical<'s>(sheet: &Sheet<'s>, line: usize) -> &'s [u8] {
    let (start, _) = physical_start(sheet, line);
    let bytes = sheet.source.as_bytes();
    let end = sheet.lines[line].span.end() as usize;
    let rest = bytes[end..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    &bytes[start..end + rest]
}

/// Where the whole line begins, and where its ink does.
fn physical_start(sheet: &Sheet<'_>, line: usize) -> (usize, usize) {
    let ink = sheet.lines[line].span.start() as usize;
    let before = &sheet.source.as_bytes()[..ink];
    let blanks = before.iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    (ink - blanks, ink)
}

/// Whether a tab stands right before or after the ink of a line: a border of an empty cell.
fn by_tab(sheet: &Sheet<'_>, line: usize) -> bool {
    let Some(it) = sheet.lines.get(line).filter(|_| sheet.tabs) else { return false };
    // The tabs before 指标如下： and before an attribution set the line in.
    if it.ending.colon() || it.ending.bracket() && sheet.closing_start(line) == Some(0) {
        return false;
    }
    let at = |at: u32| sheet.source.as_bytes().get(at as usize) == Some(&b'\t');
    // A tab before 一、 sets a subhead in.
    let before = || it.span.start() > 0 && at(it.span.start() - 1) && enumerator(sheet.text(line)).is_none();
    at(it.span.end()) || before()
}

fn tabs(text: &str) -> usize {
    memchr_iter(b'\t', text.as_bytes()).count()
}
