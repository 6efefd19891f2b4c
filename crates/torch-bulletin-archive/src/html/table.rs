//! Tables: which hold data and which only set a page out, and the columns that cells of several rows or columns take.

use std::convert::Infallible;

use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use memchr::memchr_iter;

/// Characters of a cell that no cell of data has, where it has paragraphs too.
const LONG: usize = 300;
/// Paragraphs of such a cell.
const PARAGRAPHS: usize = 3;
/// Rows and columns that a cell takes at most, and columns of a table; browsers stop at a thousand columns.
const WIDEST: usize = 100;
const MOST: usize = 1000;

/// For each table of a page, in the order of their first tags, whether it only sets the page out: it holds another table or a
/// heading, has one column, or a cell with several paragraphs of prose. Pages were so made until style sheets were usual.
pub(crate) fn layouts(markup: &str) -> Vec<bool> {
    let has_table =
        memchr_iter(b'<', markup.as_bytes()).any(|at| starts(&markup.as_bytes()[at + 1..], b"table"));
    if !has_table {
        return Vec::new();
    }
    let mut reader = Reader::default();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: html5gum::Span<usize>| {
        reader.event(&event);
        None::<Infallible>
    });
    emitter.naively_switch_states(true);
    match Tokenizer::new_with_emitter(markup, emitter).finish() {
        Ok(()) => {}
    }
    while reader.close() {}
    reader.layouts
}

fn starts(bytes: &[u8], name: &[u8]) -> bool {
    bytes.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name))
}

#[derive(Default)]
struct Reader {
    layouts: Vec<bool>,
    open: Vec<Table>,
}

/// A table that is open.
#[derive(Default)]
struct Table {
    /// Its place among all.
    number: usize,
    /// Cells of the row so far, and the most that a row had.
    cells: usize,
    widest: usize,
    /// Of the cell so far.
    paragraphs: usize,
    length: usize,
    layout: bool,
}

impl Reader {
    fn event(&mut self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.open(name),
            CallbackEvent::EndTag { name: b"table" } => {
                self.close();
            }
            CallbackEvent::String { value } => {
                if let Some(table) = self.open.last_mut() {
                    table.length += value.len() / 3;
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, name: &[u8]) {
        let number = self.layouts.len();
        let last = self.open.last_mut();
        match (name, last) {
            (b"table", last) => {
                if let Some(outer) = last {
                    outer.layout = true;
                }
                self.layouts.push(false);
                self.open.push(Table { number, ..Table::default() });
            }
            (b"tr", Some(table)) => table.cells = 0,
            (b"td" | b"th", Some(table)) => {
                table.end_cell();
                table.cells += 1;
                table.widest = table.widest.max(table.cells);
            }
            (b"p" | b"div" | b"br" | b"li", Some(table)) => table.paragraphs += 1,
            (b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6", Some(table)) => table.layout = true,
            _ => {}
        }
    }

    fn close(&mut self) -> bool {
        let Some(mut table) = self.open.pop() else { return false };
        table.end_cell();
        self.layouts[table.number] = table.layout || table.widest < 2;
        true
    }
}

impl Table {
    fn end_cell(&mut self) {
        self.layout |= self.paragraphs >= PARAGRAPHS && self.length >= LONG;
        (self.paragraphs, self.length) = (0, 0);
    }
}

/// The columns of a table, of which cells of the rows above may still take some.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    taken: Vec<usize>,
    /// The next free column of the row, and the one that the text of the row has come to.
    column: usize,
    printed: usize,
}

impl Grid {
    /// The next cell of the row, of so many rows and columns: how many columns it stands after the cell before.
    pub(crate) fn cell(&mut self, rows: usize, columns: usize) -> usize {
        while let Some(taken) = self.taken.get_mut(self.column).filter(|taken| **taken > 0) {
            *taken -= 1;
            self.column += 1;
        }
        let step = self.column - self.printed;
        self.printed = self.column;
        let end = (self.column + columns.clamp(1, WIDEST)).min(MOST);
        if self.taken.len() < end {
            self.taken.resize(end, 0);
        }
        self.taken[self.column.min(end)..end].fill(rows.clamp(1, WIDEST) - 1);
        self.column = end;
        step
    }

    /// The end of a row: how many columns the table has so far; none where the row has no cell.
    pub(crate) fn row_end(&mut self) -> usize {
        if self.column == 0 {
            return 0;
        }
        self.taken.iter_mut().skip(self.column).for_each(|taken| *taken = taken.saturating_sub(1));
        (self.column, self.printed) = (0, 0);
        self.taken.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_that_set_a_page_out_are_told_from_data() {
        let prose = "某某高新区启用一处中试基地。".repeat(20);
        for (markup, expected) in [
            ("<table><tr><td>甲<td>乙</table>".to_owned(), vec![false]),
            ("<TABLE><tr><td>甲<table><tr><td>乙<td>丙</table></table>".to_owned(), vec![true, false]),
            ("<table><tr><td><h2>甲</h2><td>乙</table>".to_owned(), vec![true]),
            ("<table><tr><td>甲<tr><td>乙</table>".to_owned(), vec![true]),
            (format!("<table><tr><td>甲<td><p>{prose}<p>{prose}<p>乙</table>"), vec![true]),
            ("<p>甲</p>".to_owned(), vec![]),
        ] {
            assert_eq!(layouts(&markup), expected, "{markup}");
        }
    }

    #[test]
    fn cells_of_several_rows_keep_their_columns() {
        let mut grid = Grid::default();
        assert_eq!((grid.cell(2, 1), grid.cell(1, 2), grid.row_end()), (0, 1, 3));
        assert_eq!(grid.row_end(), 0);
        assert_eq!((grid.cell(1, 1), grid.cell(1, 1), grid.row_end()), (1, 1, 3));
        assert_eq!((grid.cell(1, 1), grid.row_end()), (0, 3));
    }
}
