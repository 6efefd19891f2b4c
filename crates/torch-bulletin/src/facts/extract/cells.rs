//! The walk over the cells 单元格 of a table: what each mentions, and what the heads make of it.

use super::{Extraction, Part, Place};
use crate::Text;
use crate::facts::{Fact, table};

impl Extraction<'_> {
    /// Reads the cells of a table: mentions, and behind them what the heads make of a cell.
    pub(super) fn table(&mut self, rows: &[Vec<Option<Text>>], above: &[&Text]) {
        let told = table::told(self.source, rows, above, &self.calendar, &self.context);
        let mut told = told.into_iter().peekable();
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let Some(text) = cell else { continue };
                self.text(text, Part::Other);
                while let Some(it) = told.next_if(|it| (it.row, it.column) == (row, column)) {
                    let Place { article, block } = self.place;
                    self.facts.push(Fact {
                        article,
                        block,
                        text: text.clone(),
                        value: it.value,
                        rule: it.rule,
                    });
                }
            }
        }
    }
}
