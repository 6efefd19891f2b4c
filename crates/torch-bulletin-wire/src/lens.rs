//! What every node needs to be written out: the source, and the unit of its offsets.

use std::borrow::Cow;

use crate::node::{Span, Text};
use crate::{OffsetUnit, Offsets};

/// Turns the places of the core's tree into text and into offsets of one unit.
pub(crate) struct Lens<'s> {
    source: &'s str,
    offsets: Offsets<'s>,
    normalized: bool,
}

impl<'s> Lens<'s> {
    pub(crate) fn new(source: &'s str, unit: OffsetUnit) -> Self {
        Self { source, offsets: Offsets::new(source, unit), normalized: false }
    }

    /// The same with or without the cleaned form of every text that differs from it.
    pub(crate) fn with_normalized(mut self, normalized: bool) -> Self {
        self.normalized = normalized;
        self
    }

    pub(crate) fn span(&self, span: torch_bulletin::Span) -> Span {
        Span([self.offsets.at_byte(span.start()), self.offsets.at_byte(span.end())])
    }

    /// The byte of an offset in the unit.
    pub(crate) fn byte_at(&self, offset: u32) -> u32 {
        self.offsets.byte_at(offset)
    }

    /// The characters at a place; nothing where the place is of another source, as in the core.
    pub(crate) fn slice(&self, span: torch_bulletin::Span) -> Cow<'s, str> {
        Cow::Borrowed(span.of(self.source).unwrap_or_default())
    }

    /// The characters of a text alone, joined.
    pub(crate) fn read(&self, text: &torch_bulletin::Text) -> Cow<'s, str> {
        text.of(self.source)
    }

    pub(crate) fn text(&self, text: &torch_bulletin::Text) -> Text<'s> {
        let read = self.read(text);
        let cleaned = self.normalized.then(|| torch_bulletin::Normalized::of(&read));
        let normalized = cleaned.map(|it| it.as_str().to_owned()).filter(|it| *it != read);
        Text {
            text: read,
            spans: text.spans().map(|span| self.span(span)).collect(),
            joins: text.tail().iter().map(|&torch_bulletin::Piece { join, span: _ }| join).collect(),
            normalized: normalized.map(Cow::Owned),
        }
    }

    pub(crate) fn maybe(&self, text: Option<&torch_bulletin::Text>) -> Option<Text<'s>> {
        text.map(|text| self.text(text))
    }

    pub(crate) fn texts(&self, texts: &[torch_bulletin::Text]) -> Vec<Text<'s>> {
        texts.iter().map(|text| self.text(text)).collect()
    }
}
