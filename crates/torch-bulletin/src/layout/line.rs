//! One physical line: where it is, how far it is indented, how wide it is.

use memchr::{memchr, memchr3_iter};

use crate::Span;
use crate::blank::{trim_end, trim_start};
use crate::going::Going;
use crate::grammar::mark::Ending;
use crate::grammar::opening::Opening;
use crate::vocabulary::vocabulary;

/// One line that holds ink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// From the first to the last character that is not blank, in bytes.
    pub span: Span,
    /// Blanks before the first character, in columns: a Chinese character or U+3000 takes two. Those that all lines of
    /// a page have in common are its margin, and not counted.
    pub indent: u16,
    /// Columns from the first to the last character; see `columns`. In hard-wrapped text, blanks that came between digits
    /// and Chinese after the lines were set do not count.
    pub width: u32,
    /// Whether a blank line stands before.
    pub blank_before: bool,
    /// Whether a page begins with this line.
    pub page_before: bool,
    /// Text or page furniture.
    pub class: LineClass,
    /// What its first character tells.
    pub(crate) opening: Opening,
    /// What its last characters tell.
    pub(crate) ending: Ending,
    /// What tells it from others without a look at its text; see `key`.
    pub(crate) key: u32,
}

impl Line {
    /// A line of text whose ink is `ink`, at `start`; what stands around it is not known yet.
    pub(super) fn of(ink: &str, start: usize) -> Self {
        Self {
            span: Span::at(start, start + ink.len()),
            indent: 0,
            width: columns(ink),
            blank_before: false,
            page_before: false,
            class: LineClass::Text,
            opening: Opening::of(ink),
            ending: Ending::of(ink),
            key: key(ink.as_bytes()),
        }
    }

    /// The line's characters without the blanks around them.
    pub fn text<'s>(&self, source: &'s str) -> &'s str {
        self.span.of(source).unwrap_or_default()
    }

    /// Where its last character ends, in columns from the margin.
    pub fn right(&self) -> u32 {
        u32::from(self.indent) + self.width
    }
}

vocabulary! {
    /// What a line is to the page.
    pub enum LineClass {
        /// Text of the bulletin.
        Text = "text",
        /// A page number 页码.
        PageNumber = "page-number",
        /// A running head or foot 书眉.
        RunningHead = "running-head",
        /// A line that stands right before already, by a faulty extraction.
        Duplicate = "duplicate",
        /// A rule drawn with characters.
        Rule = "rule",
        /// A line of navigation 导航 of a web page.
        Navigation = "navigation",
    }
}

/// All lines of `source` that hold ink. Lines end at LF, CR LF, CR or a form feed.
pub(super) fn lines(source: &str, going: &Going<'_>) -> Vec<Line> {
    let bytes = source.as_bytes();
    // Most texts hold no carriage return, and their line ends are sought by one byte, page after page.
    if memchr(b'\r', bytes).is_none() {
        collect(source, Ends::of(bytes), going)
    } else {
        collect(source, memchr3_iter(b'\n', b'\r', b'\x0C', bytes), going)
    }
}

/// The lines that end at `ends` and at the end of the text.
fn collect(source: &str, ends: impl Iterator<Item = usize>, going: &Going<'_>) -> Vec<Line> {
    let mut lines = Vec::with_capacity(source.len() / 60 + 8);
    let mut reader = Reader { source, start: 0, blank: false, page: false };
    let bytes = source.as_bytes();
    for end in ends {
        if !going.step() {
            break;
        }
        let start = std::mem::replace(&mut reader.start, end + 1);
        let byte = bytes[end];
        if start < end {
            if let Some(line) = reader.line(start, end) {
                lines.push(line);
            }
        } else if byte == b'\n' && end > 0 && bytes[end - 1] == b'\r' {
            continue; // the second half of CR LF
        } else {
            // Blank lines part most paragraphs.
            reader.blank = true;
        }
        if byte == b'\x0C' {
            reader.page = true;
            reader.blank = false;
        }
    }
    lines.extend(reader.line(reader.start, source.len()));
    lines
}

/// The places of all line feeds and form feeds; of two line feeds in a row, the second is found by a look.
struct Ends<'s> {
    bytes: &'s [u8],
    at: usize,
    /// The next form feed, or the end of the text.
    page_end: usize,
}

impl<'s> Ends<'s> {
    fn of(bytes: &'s [u8]) -> Self {
        Self { bytes, at: 0, page_end: memchr(b'\x0C', bytes).unwrap_or(bytes.len()) }
    }

    /// The form feed that ends the page, if one does.
    #[cold]
    fn turn(&mut self) -> Option<usize> {
        let end = self.page_end;
        let next = self.bytes.get(end + 1..)?;
        self.page_end = end + 1 + memchr(b'\x0C', next).unwrap_or(next.len());
        Some(end)
    }
}

impl Iterator for Ends<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let rest = self.bytes.get(self.at..self.page_end)?;
        let end = if rest.first() == Some(&b'\n') {
            self.at
        } else if let Some(end) = memchr(b'\n', rest) {
            self.at + end
        } else {
            self.turn()?
        };
        self.at = end + 1;
        Some(end)
    }
}

/// The state between two lines: where the next begins, and what has been passed since the last ink.
struct Reader<'s> {
    source: &'s str,
    start: usize,
    blank: bool,
    page: bool,
}

impl Reader<'_> {
    /// The line from `start` to `end`, or `None` for a blank one, which the next line remembers.
    fn line(&mut self, start: usize, end: usize) -> Option<Line> {
        let physical = &self.source[start..end];
        let spaces = spaces(physical);
        let rest = trim_start(&physical[spaces..]);
        if rest.is_empty() {
            self.blank = true;
            return None;
        }
        let lead = physical.len() - rest.len();
        Some(Line {
            indent: indent(&physical[..lead], spaces),
            blank_before: std::mem::take(&mut self.blank),
            page_before: std::mem::take(&mut self.page),
            ..Line::of(trim_end(rest), start + lead)
        })
    }
}

/// Columns a text takes on a Chinese page: two for a Chinese character, one for an ASCII character.
///
/// Computed as the mean of bytes and characters, which is exact for ASCII (1 byte, 1 column) and for the
/// three-byte characters of Chinese text (3 bytes, 2 columns), where quotes and dashes are wide too, and
/// costs no table. Two-byte characters such as `·` count one column, four-byte ones two.
pub(crate) fn columns(text: &str) -> u32 {
    ((text.len() + bytecount::num_chars(text.as_bytes())) / 2) as u32
}

/// How many spaces of ASCII a text begins with.
fn spaces(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && bytes[at] == b' ' {
        at += 1;
    }
    at
}

/// Columns of the blanks before a line, of which the first `spaces` are spaces; zero-width characters take none, a tab goes
/// to the next multiple of 8.
fn indent(blanks: &str, spaces: usize) -> u16 {
    let columns = blanks[spaces..].chars().fold(spaces, |at, c| match c {
        '\t' => at / 8 * 8 + 8,
        '\u{3000}' => at + 2,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' => at,
        _ => at + 1,
    });
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// The length and both ends of a text in a number other than 0: different for nearly all lines that differ.
fn key(text: &[u8]) -> u32 {
    let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) else { return 1 };
    let mixed = u64::from_le_bytes(*first).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ u64::from_le_bytes(*last)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((mixed >> 32) as u32).wrapping_add(text.len() as u32) | 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(source: &str) -> Vec<Line> {
        super::lines(source, &Going::to_the_end())
    }

    fn texts(source: &str) -> Vec<&str> {
        lines(source).iter().map(|line| line.text(source)).collect()
    }

    #[test]
    fn every_line_end_counts_once() {
        assert_eq!(texts("一\n二\r\n三\r四\u{C}五"), ["一", "二", "三", "四", "五"]);
        assert!(lines("一\r\n二").iter().all(|line| !line.blank_before));
    }

    #[test]
    fn blank_lines_and_form_feeds_mark_the_next_line() {
        let lines = lines("一\n\u{3000}\n二\n\u{C}三");
        assert!(lines[1].blank_before && !lines[1].page_before);
        assert!(lines[2].page_before && !lines[2].blank_before);
    }

    #[test]
    fn columns_of_mixed_text() {
        for (text, expected) in [("", 0), ("火炬", 4), ("R&D", 3), ("第12期", 6), ("“5G”", 6), ("𠮷", 2)]
        {
            assert_eq!(columns(text), expected, "{text}");
        }
    }

    #[test]
    fn indent_counts_columns() {
        let source = "\u{FEFF}\u{3000}\u{3000}文";
        assert_eq!(lines(source)[0].indent, 4);
    }
}
