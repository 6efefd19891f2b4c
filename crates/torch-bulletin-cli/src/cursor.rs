//! Lines and columns of ascending places, counted once over the whole source.

use torch_bulletin::Position;

/// Walks through a source and counts; the same numbers as the core's `LineIndex`.
///
/// That counts a column from the beginning of its line each time. A source can be one line of megabytes with
/// thousands of findings, and a report is in order: counting on from the last finding keeps the work linear.
#[derive(Debug)]
pub(crate) struct Cursor<'s> {
    source: &'s str,
    at: usize,
    position: Position,
}

const START: Position = Position { line: 1, column: 1 };

impl<'s> Cursor<'s> {
    pub(crate) fn new(source: &'s str) -> Self {
        Self { source, at: 0, position: START }
    }

    /// The position of a byte offset. Going back is possible, and starts over.
    pub(crate) fn position(&mut self, offset: u32) -> Position {
        let offset = self.source.floor_char_boundary(offset as usize);
        if offset < self.at {
            (self.at, self.position) = (0, START);
        }
        let bytes = self.source.as_bytes();
        for (index, c) in self.source[self.at..offset].char_indices() {
            let next = bytes.get(self.at + index + 1);
            if c == '\n' || c == '\r' && next != Some(&b'\n') {
                self.position = Position { line: self.position.line.saturating_add(1), column: 1 };
            } else {
                self.position.column = self.position.column.saturating_add(1);
            }
        }
        self.at = offset;
        self.position
    }
}

#[cfg(test)]
mod tests {
    use torch_bulletin::LineIndex;

    use super::*;

    #[test]
    fn positions_are_those_of_the_line_index() {
        let source = "\u{FEFF}火炬\r\n动态\n\n\r第3期\r\r\n𠮷end";
        let lines = LineIndex::new(source);
        let mut cursor = Cursor::new(source);
        let offsets = 0..source.len() as u32 + 3;
        for offset in offsets.clone().chain(offsets.rev()) {
            assert_eq!(cursor.position(offset), lines.position(source, offset), "{offset}");
        }
    }
}
