//! The source text of a file: what the parser reads and every offset counts.

use std::borrow::Cow;
use std::ops::Range;

use torch_bulletin::model::{Furniture, FurnitureKind};
use torch_bulletin::{Diagnostic, ParseOptions, Parsed, Span, Text, parse_while, parse_with};

use crate::decode::{Decoded, decode};
use crate::{Certainty, Encoding, Format, ReadError, html};

/// The text that the bytes of a file spell.
///
/// Of a plain text it is every character, byte order mark and carriage returns included, borrowed where the bytes are
/// UTF-8 without a fault. Of a web page it is the text that a reader sees: a paragraph, a heading or a row of a
/// table a line; what surrounds the article (menus, links to share it) stands after a form feed at the end, and is
/// furniture of the document. [`SourceMap`](crate::SourceMap) leads from either back to the bytes.
///
/// ```
/// use torch_bulletin_archive::{Encoding, SourceText};
/// let text = SourceText::decode(b"\xBB\xF0\xBE\xE6\xB6\xAF\xCC\xAC")?;
/// assert_eq!((text.text(), text.encoding()), ("火炬动态", Encoding::Gb18030));
/// # Ok::<(), torch_bulletin_archive::ReadError>(())
/// ```
#[derive(Clone, Debug)]
pub struct SourceText<'b> {
    text: Cow<'b, str>,
    known: Known,
    encoding: Encoding,
    certainty: Certainty,
    format: Format,
}

/// What is known of a text before it is parsed.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// Where the text of the issue ends, or of all issues, and what surrounded it on its page begins.
    pub(crate) end: usize,
    /// Lines of what surrounded it.
    surroundings: Vec<Range<usize>>,
    /// What decoding found.
    pub(crate) findings: Vec<Diagnostic>,
}

impl Known {
    /// Adds what surrounded the issues to the last of them, whose part of the text begins at `start`.
    pub(crate) fn surround<'s>(&self, text: &'s str, start: usize, parsed: Parsed<'s>) -> Parsed<'s> {
        if self.end == text.len() {
            return parsed;
        }
        let furniture = |it: &Range<usize>| Furniture {
            kind: FurnitureKind::Navigation,
            text: Text::new(Span::new((it.start - start) as u32, (it.end - start) as u32)),
        };
        parsed.followed_by(&text[start..], self.surroundings.iter().map(furniture))
    }
}

impl<'b> SourceText<'b> {
    /// Decodes the bytes of a file.
    ///
    /// # Errors
    /// As [`read`](crate::read).
    pub fn decode(bytes: &'b [u8]) -> Result<Self, ReadError> {
        let Decoded { text, findings, encoding, certainty } = decode(bytes)?;
        let Some(page) = html::page(&text) else {
            let known = Known { end: text.len(), surroundings: Vec::new(), findings };
            return Ok(Self { text, known, encoding, certainty, format: Format::Text });
        };
        // A place in the markup is none in the text: of what was bad there remains that it was.
        let placed = |mut it: Diagnostic| {
            it.span = it.span.and_then(|span| page.text_at(span.range()));
            it
        };
        let findings = findings.into_iter().map(placed).collect();
        let html::Page { text, end, surroundings, .. } = page;
        let (text, known) = (Cow::Owned(text), Known { end, surroundings, findings });
        Ok(Self { text, known, encoding, certainty, format: Format::Html })
    }

    /// A text that is decoded already.
    #[cfg(feature = "tables")]
    pub(crate) const fn of(text: &'b str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            known: Known { end: text.len(), surroundings: Vec::new(), findings: Vec::new() },
            encoding: Encoding::Utf8,
            certainty: Certainty::Valid,
            format: Format::Text,
        }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the bytes spell it.
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// How sure the encoding is.
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// What the bytes are.
    pub const fn format(&self) -> Format {
        self.format
    }

    /// What is known of it before it is parsed.
    pub(crate) const fn known(&self) -> &Known {
        &self.known
    }

    /// Parses the text.
    pub fn parse(&self, options: &ParseOptions) -> Parsed<'_> {
        self.finish(parse_with(&self.text[..self.known.end], options))
    }

    /// Parses the text, unless it is called off; see [`parse_while`].
    pub fn parse_while(&self, options: &ParseOptions, keep_going: &dyn Fn() -> bool) -> Option<Parsed<'_>> {
        Some(self.finish(parse_while(&self.text[..self.known.end], options, keep_going)?))
    }

    /// Adds what is known from decoding: bad bytes, and what surrounded the issue.
    fn finish<'s>(&'s self, mut parsed: Parsed<'s>) -> Parsed<'s> {
        parsed.add_findings(self.known.findings.iter().cloned());
        self.known.surround(&self.text, 0, parsed)
    }
}
