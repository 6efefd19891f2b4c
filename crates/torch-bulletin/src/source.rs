//! Where an offset stands for a person: line and column.

use memchr::memchr2_iter;

/// A line and column, both from 1; the column counts characters (code points).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1. Lines end at LF, CR LF or a lone CR.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
}

/// The beginnings of a text's lines; made once, then asked often.
///
/// ```
/// use torch_bulletin::{LineIndex, Position};
/// let source = "火炬\r\n动态";
/// let lines = LineIndex::new(source);
/// assert_eq!(lines.position(source, 11), Position { line: 2, column: 2 });
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Finds the lines of a text of at most 4 GiB − 1.
    pub fn new(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut starts = vec![0];
        for at in memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at as u32 + 1);
            }
        }
        Self { starts }
    }

    /// The position of a byte offset in the text that the index was made of; past the end it is the end, inside a character
    /// that character. Of another text it is one that means nothing.
    pub fn position(&self, source: &str, offset: u32) -> Position {
        let offset = source.floor_char_boundary(offset as usize);
        let (line, start) = self.line_at(offset as u32);
        let column = source.get(start as usize..offset).map_or(0, |before| before.chars().count()) + 1;
        Position { line, column: column as u32 }
    }

    /// The line, from 1, that a byte offset lies on, and the byte at which that line begins.
    pub fn line_at(&self, offset: u32) -> (u32, u32) {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        (line as u32, self.starts[line - 1])
    }

    /// The number of lines; a text without a line end has one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

/// The positions of ascending offsets; the same as those of a [`LineIndex`].
///
/// That counts a column from the beginning of its line each time. A source can be one line of megabytes with
/// thousands of findings, and a report is in order: counting on from the last finding keeps the work linear.
///
/// ```
/// use torch_bulletin::{LineCursor, Position};
/// let mut cursor = LineCursor::new("火炬\r\n动态");
/// assert_eq!(cursor.position(3), Position { line: 1, column: 2 });
/// assert_eq!(cursor.position(11), Position { line: 2, column: 2 });
/// ```
#[derive(Clone, Debug)]
pub struct LineCursor<'s> {
    source: &'s str,
    at: usize,
    position: Position,
}

const START: Position = Position { line: 1, column: 1 };

impl<'s> LineCursor<'s> {
    /// A cursor at the beginning of a text.
    pub const fn new(source: &'s str) -> Self {
        Self { source, at: 0, position: START }
    }

    /// The position of a byte offset. Going back is possible, and starts over.
    pub fn position(&mut self, offset: u32) -> Position {
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
    use super::*;

    #[test]
    fn positions_of_a_cursor_are_those_of_the_line_index() {
        let source = "\u{FEFF}火炬\r\n动态\n\n\r第3期\r\r\n𠮷end";
        let lines = LineIndex::new(source);
        let mut cursor = LineCursor::new(source);
        let offsets = 0..source.len() as u32 + 3;
        for offset in offsets.clone().chain(offsets.rev()) {
            assert_eq!(cursor.position(offset), lines.position(source, offset), "{offset}");
        }
    }
}
