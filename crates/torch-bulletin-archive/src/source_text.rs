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
    /// Where the text of the issue ends, and what surrounded it begins.
    end: usize,
    /// Lines of what surrounded it.
    surroundings: Vec<Range<usize>>,
    findings: Vec<Diagnostic>,
    encoding: Encoding,
    certainty: Certainty,
    format: Format,
}

impl<'b> SourceText<'b> {
    /// Decodes the bytes of a file.
    ///
    /// # Errors
    /// As [`read`](crate::read).
    pub fn decode(bytes: &'b [u8]) -> Result<Self, ReadError> {
        let Decoded { text, findings, encoding, certainty } = decode(bytes)?;
        let Some(page) = html::page(&text) else {
            let (end, format, surroundings) = (text.len(), Format::Text, Vec::new());
            return Ok(Self { text, end, surroundings, findings, encoding, certainty, format });
        };
        // A place in the markup is none in the text: of what was bad there remains that it was.
        let placed = |mut it: Diagnostic| {
            it.span = it.span.and_then(|span| page.text_at(span.range()));
            it
        };
        let findings = findings.into_iter().map(placed).collect();
        let html::Page { text, end, surroundings, .. } = page;
        let text = Cow::Owned(text);
        Ok(Self { text, end, surroundings, findings, encoding, certainty, format: Format::Html })
    }

    /// A text that is decoded already.
    #[cfg(feature = "tables")]
    pub(crate) const fn of(text: &'b str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            end: text.len(),
            surroundings: Vec::new(),
            findings: Vec::new(),
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

    /// What decoding found.
    pub(crate) fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// Parses the text.
    pub fn parse(&self, options: &ParseOptions) -> Parsed<'_> {
        self.finish(parse_with(&self.text[..self.end], options))
    }

    /// Parses the text, unless it is called off; see [`parse_while`].
    pub fn parse_while(&self, options: &ParseOptions, keep_going: &dyn Fn() -> bool) -> Option<Parsed<'_>> {
        Some(self.finish(parse_while(&self.text[..self.end], options, keep_going)?))
    }

    /// Adds what is known from decoding: bad bytes, and what surrounded the issue.
    fn finish<'s>(&'s self, mut parsed: Parsed<'s>) -> Parsed<'s> {
        parsed.add_findings(self.findings.iter().cloned());
        if self.end == self.text.len() {
            return parsed;
        }
        let furniture = |it: &Range<usize>| Furniture {
            kind: FurnitureKind::Navigation,
            text: Text::new(Span::new(it.start as u32, it.end as u32)),
        };
        parsed.followed_by(&self.text, self.surroundings.iter().map(furniture))
    }
}
