//! Where an offset stands for a person: line, column and page.

use torch_bulletin::{Bulletin, LineIndex};

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
    /// For columns, so that one costs no more on a long line; none where `marks` are of characters.
    chars: Option<OffsetMarks>,
    lines: LineIndex,
}

impl Locator {
    /// Sweeps over a text of at most 4 GiB − 1.
    pub fn new(source: &str, unit: OffsetUnit) -> Self {
        let chars = (unit != OffsetUnit::Codepoint).then(|| OffsetMarks::new(source, OffsetUnit::Codepoint));
        Self { marks: OffsetMarks::new(source, unit), chars, lines: LineIndex::new(source) }
    }

    /// The place of an offset in the unit; past the end it is the end. `source` and `bulletin` must be those of
    /// the text this was made from.
    pub fn locate(&self, source: &str, bulletin: &Bulletin, offset: u32) -> Location {
        self.locate_byte(source, bulletin, self.marks.byte_at(source, offset))
    }

    /// The same of an offset in bytes.
    pub(crate) fn locate_byte(&self, source: &str, bulletin: &Bulletin, at: u32) -> Location {
        let (line, start) = self.lines.line_at(at);
        let chars = self.chars.as_ref().unwrap_or(&self.marks);
        let column = chars.at_byte(source, at) - chars.at_byte(source, start) + 1;
        Location { line, column, page: bulletin.page_at(at) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_same_in_every_unit() {
        let source = "\u{FEFF}𠮷林\r\n第一页。\n\u{C}第二页𠮷。\n\u{C}第三页";
        let parsed = torch_bulletin::parse(source);
        for (needle, line, column, page) in [("𠮷林", 1, 2, 0), ("页。", 2, 3, 0), ("。\n\u{C}第三", 3, 6, 1)]
        {
            let at = source.find(needle).unwrap();
            for (unit, offset) in [
                (OffsetUnit::Utf8, at),
                (OffsetUnit::Codepoint, source[..at].chars().count()),
                (OffsetUnit::Utf16, source[..at].encode_utf16().count()),
            ] {
                let found = Locator::new(source, unit).locate(source, parsed.bulletin(), offset as u32);
                assert_eq!(found, Location { line, column, page: Some(page) }, "{needle} in {unit}");
            }
        }
        let end = Locator::new(source, OffsetUnit::Codepoint).locate(source, parsed.bulletin(), u32::MAX);
        assert_eq!((end.line, end.page), (4, Some(2)));
    }
}
