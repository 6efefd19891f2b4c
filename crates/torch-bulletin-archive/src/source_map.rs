//! From places in the source text back to the bytes of the file, for whoever shows or cuts the file itself.

use std::ops::Range;

use torch_bulletin::Span;

use crate::decode::{Decoded, decode, walk};
use crate::{Encoding, ReadError, html};

/// Leads from the source text to the bytes of its file.
///
/// Made where it is asked for: it decodes the file once more, and keeps a place a line.
///
/// ```
/// use torch_bulletin::Span;
/// use torch_bulletin_archive::SourceMap;
/// let bytes = b"\xBB\xF0\xBE\xE6\xB6\xAF\xCC\xAC"; // 火炬动态 in GB18030
/// let map = SourceMap::new(bytes)?;
/// assert_eq!(map.bytes_of(Span::new(6, 12)), 4..8);
/// # Ok::<(), torch_bulletin_archive::ReadError>(())
/// ```
#[derive(Clone, Debug)]
pub struct SourceMap<'b> {
    bytes: &'b [u8],
    encoding: Encoding,
    /// Where lines begin: in the decoded characters, and in the bytes. Empty where the two are the same.
    lines: Vec<(usize, usize)>,
    /// Of a web page: which of its characters the text has.
    page: Option<html::Page>,
}

impl<'b> SourceMap<'b> {
    /// The map of a file, for the text that [`SourceText`](crate::SourceText) gives of it.
    ///
    /// # Errors
    /// As [`read`](crate::read).
    pub fn new(bytes: &'b [u8]) -> Result<Self, ReadError> {
        let Decoded { text, findings, encoding, .. } = decode(bytes)?;
        let is_same = encoding == Encoding::Utf8 && findings.is_empty();
        let lines = if is_same { Vec::new() } else { lines(bytes, encoding) };
        Ok(Self { bytes, encoding, lines, page: html::page(&text) })
    }

    /// The bytes that spell a piece of the source text; empty for a piece that has none, such as the line ends
    /// between the paragraphs of a web page. Past the end of the text it is the end of the file.
    pub fn bytes_of(&self, span: Span) -> Range<usize> {
        let span = span.range();
        let decoded = match &self.page {
            Some(page) => page.markup_of(span),
            None => span,
        };
        let start = self.byte_at(decoded.start);
        start..self.byte_at(decoded.end).max(start)
    }

    /// The byte at which the character at an offset begins.
    fn byte_at(&self, offset: usize) -> usize {
        let line = self.lines.partition_point(|(text, _)| *text <= offset);
        let Some(&(mut text, byte)) = line.checked_sub(1).and_then(|line| self.lines.get(line)) else {
            return offset.min(self.bytes.len());
        };
        let end = self.lines.get(line).map_or(self.bytes.len(), |(_, byte)| *byte);
        let mut at = byte;
        for (length, bytes) in characters(&self.bytes[byte..end], self.encoding) {
            if text + length > offset {
                return at;
            }
            text += length;
            at += bytes;
        }
        at
    }
}

/// Where lines begin. In none of the encodings is a line feed a part of another character.
fn lines(bytes: &[u8], encoding: Encoding) -> Vec<(usize, usize)> {
    let mut out = vec![(0, 0)];
    let (mut text, mut line) = (0, String::new());
    let mut start = 0;
    for end in line_ends(bytes, encoding) {
        line.clear();
        walk(encoding, &bytes[start..end], &mut line, |_, _| ());
        text += line.len();
        out.push((text, end));
        start = end;
    }
    out
}

/// The byte after each line feed.
fn line_ends(bytes: &[u8], encoding: Encoding) -> Vec<usize> {
    let unit = match encoding {
        Encoding::Utf16Le => [b'\n', 0],
        Encoding::Utf16Be => [0, b'\n'],
        _ => return memchr::memchr_iter(b'\n', bytes).map(|at| at + 1).collect(),
    };
    let units = bytes.as_chunks::<2>().0.iter().enumerate();
    units.filter(|(_, pair)| **pair == unit).map(|(index, _)| 2 * index + 2).collect()
}

/// How long each character of a line is: in UTF-8, and in the bytes of the file.
fn characters(bytes: &[u8], encoding: Encoding) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut text = String::new();
    while start < bytes.len() {
        // No character has more than four bytes; what the first of them spell does not depend on what follows.
        let window = &bytes[start..bytes.len().min(start + 4)];
        let mut length = 1;
        loop {
            text.clear();
            let mut bad = None;
            walk(encoding, &window[..length], &mut text, |_, range| {
                bad.get_or_insert(range);
            });
            let whole = bad.is_none() && !text.is_empty();
            if whole || length == window.len() {
                // A character, or the bad bytes at the head, which stand for one U+FFFD.
                let bytes =
                    if whole { length } else { bad.map_or(length, |bad: Range<usize>| bad.end.max(1)) };
                out.push((if whole { text.len() } else { char::REPLACEMENT_CHARACTER.len_utf8() }, bytes));
                start += bytes;
                break;
            }
            length += 1;
        }
    }
    out
}
