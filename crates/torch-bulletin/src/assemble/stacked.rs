//! Tables 表 whose cells an extractor printed one a line, row after row.

use std::ops::Range;

use crate::Text;
use crate::grammar::caption::{is_caption, is_note};
use crate::grammar::page::bare_number;
use crate::model::Block;

use super::sheet::Sheet;
use super::table::is_number;

/// Columns of the widest cell.
const CELL: u32 = 24;
/// Cells in the widest row.
const WIDEST: usize = 12;

/// The lines from `at` on that may be cells, by the line after them, and the table that they are.
///
/// The number of columns is the least that parts the lines into rows: two or more under a caption, else three or more. Every row
/// under the head begins with a word or its number, of each further column all cells are numbers or none is, and some column is of numbers.
pub(super) fn stacked(sheet: &Sheet<'_>, at: usize, end: usize, captioned: bool) -> (usize, Option<Block>) {
    let last = at + (at..end).take_while(|&line| is_cell(sheet, line)).count();
    let lines = at..last;
    let least = if captioned { 2 } else { 3 };
    let columns = (2..=WIDEST.min(lines.len() / least)).find(|&count| is_grid(sheet, lines.clone(), count));
    let Some(columns) = columns else { return (last, None) };
    let cell = |line: usize| Some(Text::new(sheet.lines[line].span));
    let rows = lines.step_by(columns).map(|row| (row..row + columns).map(cell).collect());
    (last, Some(Block::Table { rows: rows.collect() }))
}

/// Whether lines are rows of so many cells.
fn is_grid(sheet: &Sheet<'_>, lines: Range<usize>, columns: usize) -> bool {
    let number = |line: usize| is_number(sheet.text(line));
    let body = lines.start + columns;
    // 序号: the first column may count the rows, where another holds words.
    let counts = (1..columns).any(|column| !number(body + column));
    lines.len().is_multiple_of(columns)
        && !number(lines.start)
        && (1..columns).any(|column| number(body + column))
        && (body..lines.end).all(|line| {
            let (row, column) = ((line - lines.start) / columns, (line - lines.start) % columns);
            let counted = counts && bare_number(sheet.text(line)) == Some(row as u32);
            match column {
                0 => number(line) == (number(body) && counted),
                _ => number(line) == number(body + column),
            }
        })
}

/// Whether a line may be a cell: short, and no sentence.
fn is_cell(sheet: &Sheet<'_>, line: usize) -> bool {
    let (ending, text) = (sheet.ending(line), sheet.text(line));
    let marked = || is_caption(text) || is_note(text);
    sheet.lines[line].width <= CELL
        && !(ending.stop() || ending.comma() || ending.colon())
        && sheet.closing_start(line).is_none()
        && (sheet.begins_plainly(line) || !marked())
}

#[cfg(test)]
mod tests {
    use crate::model::Block;

    #[test]
    fn cells_a_line_are_rows_under_a_caption() {
        let head = "火炬动态\n2019年第3期\n2019年3月31日\n\n某地公布主要指标\n\n某地公布了去年的主要指标，情况见下表。\n";
        let rows = |cells: &str| -> Vec<usize> {
            let source = format!("{head}表1 主要指标\n{cells}注：含分园。\n各项指标都有增长。\n");
            let parsed = crate::parse(&source);
            let blocks: Vec<_> = parsed.bulletin().articles().flat_map(|it| it.blocks.clone()).collect();
            let tables = blocks.iter().filter_map(|block| match block {
                Block::Table { rows } => Some(rows.iter().map(Vec::len).collect()),
                _ => None,
            });
            tables.flat_map(|rows: Vec<usize>| rows).collect()
        };
        let cells = "指标\n2017年\n2018年\n增速\n收入（亿元）\n42.8\n48.1\n12.4%\n利润\n3.2\n4.0\n25%\n";
        assert_eq!(rows(cells), [4, 4, 4]);
        assert_eq!(rows(&cells.replace('\n', "\n\n")), [4, 4, 4]);
        // A cell is lost: nothing tells the columns.
        assert_eq!(rows(&cells.replace("48.1\n", "")), [0usize; 0]);
        assert_eq!(rows("甲园\n乙园\n丙园\n丁园\n"), [0usize; 0]);
        // Without a caption three rows are a table, two are not.
        assert_eq!(rows(&format!("见下。\n{cells}")), [4, 4, 4]);
        assert_eq!(rows("见下。\n指标\n2018年\n收入\n42.8\n"), [0usize; 0]);
    }
}
