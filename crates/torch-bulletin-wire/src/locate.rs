//! Where an offset stands for a person: line, column and page.

use torch_bulletin::{Bulletin, LineIndex, Position};

use crate::{OffsetMarks, OffsetUnit};

/// A line and column, both from 1, and a page; the column counts characters (code points).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Location {
    /// The line, from 1.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
    /// The number of the page in the document's `pages`, from 0; `None` where the text shows no page borders.
    pub page: Option<usize>,
}

/// Finds the places of offsets in one text; made once, then asked often.
///
/// ```
/// use torch_bulletin_wire::{Locator, OffsetUnit};
/// let source = "火炬\r\n动态";
/// let parsed = torch_bulletin::parse(source);
/// let locator = Locator::new(source, OffsetUnit::Codepoint);
/// let location = locator.locate(source, parsed.bulletin(), 5);
/// assert_eq!((location.line, location.column, location.page), (2, 2, None));
/// ```
#[derive(Clone, Debug)]
pub struct Locator {
    marks: OffsetMarks,
    lines: LineIndex,
}

impl Locator {
    /// Sweeps over a text of at most 4 GiB − 1.
    pub fn new(source: &str, unit: OffsetUnit) -> Self {
        Self { marks: OffsetMarks::new(source, unit), lines: LineIndex::new(source) }
    }

    /// The length of the text in the unit: the greatest offset.
    pub fn length(&self, source: &str) -> u32 {
        self.marks.at_byte(source, u32::MAX)
    }

    /// The place of an offset in the unit; past the end it is the end. `source` and `bulletin` must be those of
    /// the text this was made from.
    pub fn locate(&self, source: &str, bulletin: &Bulletin, offset: u32) -> Location {
        let at = self.marks.byte_at(source, offset);
        let Position { line, column } = self.lines.position(source, at);
        Location { line, column, page: bulletin.page_at(at) }
    }
}
