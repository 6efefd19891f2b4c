//! Text of the bulletin as places in its source: pieces, and the reason each was joined to the one before.

use std::borrow::Cow;
use std::ops::Range;

use crate::Span;
use crate::reading::Normalized;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why two pieces of one text were put together, and what stands between them.
    pub enum Join {
        /// A hard line end between two characters of one paragraph; nothing is put between.
        Wrap = "wrap",
        /// A hard line end between two Latin words; one blank is put between.
        WrapSpace = "wrap-space",
        /// A page end inside a paragraph; nothing is put between.
        Page = "page",
        /// A page end between two Latin words; one blank is put between.
        PageSpace = "page-space",
        /// The next column of a table or of a page; nothing is put between.
        Column = "column",
    }
}

impl Join {
    /// What is put between the two pieces: nothing, or one blank.
    pub const fn glue(self) -> &'static str {
        match self {
            Join::Wrap | Join::Page | Join::Column => "",
            Join::WrapSpace | Join::PageSpace => " ",
        }
    }
}

/// One further piece of a [`Text`] and the reason it belongs to the piece before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Piece {
    /// Why it was joined.
    pub join: Join,
    /// Where it stands.
    pub span: Span,
}

/// A text as printed: one piece of the source, or several that a wrap or a page end had cut.
///
/// Holds places, not characters; [`Text::of`] reads it from the source. Pieces ascend and do not overlap.
///
/// ```
/// use torch_bulletin::{Join, Span, Text};
/// let source = "高新\n区";
/// let mut text = Text::new(Span::new(0, 6));
/// text.push(Join::Wrap, Span::new(7, 10));
/// assert_eq!(text.of(source), "高新区");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    head: Span,
    tail: Vec<Piece>,
}

impl Text {
    /// A text of one piece.
    pub const fn new(span: Span) -> Self {
        Self { head: span, tail: Vec::new() }
    }

    /// A text of a first piece and those after it, whose number is known.
    pub(crate) fn of_pieces(head: Span, tail: &[Piece]) -> Self {
        Self { head, tail: tail.to_vec() }
    }

    /// Adds a piece at the end.
    pub fn push(&mut self, join: Join, span: Span) {
        self.tail.push(Piece { join, span });
    }

    /// The first piece.
    pub const fn head(&self) -> Span {
        self.head
    }

    /// The pieces after the first, each with its join.
    pub fn tail(&self) -> &[Piece] {
        &self.tail
    }

    /// All pieces, in the order of the source.
    pub fn spans(&self) -> impl ExactSizeIterator<Item = Span> + '_ {
        Spans { head: Some(self.head), tail: self.tail.iter() }
    }

    /// The last piece.
    pub fn last(&self) -> Span {
        self.tail.last().map_or(self.head, |piece| piece.span)
    }

    /// From the first byte of the first piece to the last byte of the last.
    pub fn hull(&self) -> Span {
        self.head.cover(self.last())
    }

    /// Length of the joined text in bytes.
    pub fn len(&self) -> usize {
        let tail: usize = self.tail.iter().map(|p| p.join.glue().len() + p.span.len() as usize).sum();
        self.head.len() as usize + tail
    }

    /// Whether the joined text has no character.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The joined text; borrowed where there is one piece.
    ///
    /// A span that does not fit `source` (a text of another document) reads as nothing.
    pub fn of<'s>(&self, source: &'s str) -> Cow<'s, str> {
        if self.tail.is_empty() {
            return Cow::Borrowed(self.head.of(source).unwrap_or_default());
        }
        let mut joined = String::new();
        self.join_into(&mut joined, source);
        Cow::Owned(joined)
    }

    /// [`Text::of`] for a reader of many texts, who has a buffer for those of several pieces.
    pub(crate) fn of_in<'t>(&self, source: &'t str, buffer: &'t mut String) -> &'t str {
        if self.tail.is_empty() {
            return self.head.of(source).unwrap_or_default();
        }
        buffer.clear();
        self.join_into(buffer, source);
        buffer
    }

    fn join_into(&self, joined: &mut String, source: &str) {
        joined.reserve(self.len());
        joined.push_str(self.head.of(source).unwrap_or_default());
        for piece in &self.tail {
            joined.push_str(piece.join.glue());
            joined.push_str(piece.span.of(source).unwrap_or_default());
        }
    }

    /// The cleaned form of the joined text; see [`Normalized`].
    ///
    /// ```
    /// # use torch_bulletin::{Span, Text};
    /// assert_eq!(Text::new(Span::new(0, 13)).normalized("共 54 家高新区").as_str(), "共54家高");
    /// ```
    pub fn normalized(&self, source: &str) -> Normalized {
        Normalized::of(&self.of(source))
    }

    /// Replaces every place by what `to` makes of it.
    pub(crate) fn move_places(&mut self, to: &impl Fn(Span) -> Span) {
        self.head = to(self.head);
        self.tail.iter_mut().for_each(|piece| piece.span = to(piece.span));
    }

    /// The part of the joined text at `range` (bytes of [`Text::of`]), as places in the source.
    ///
    /// `None` where the range holds no byte of any piece. A blank that a join put in belongs to no piece.
    ///
    /// ```
    /// # use torch_bulletin::{Join, Span, Text};
    /// let mut text = Text::new(Span::new(0, 6)); // 高新 | 区
    /// text.push(Join::Wrap, Span::new(7, 10));
    /// assert_eq!(text.slice(3..9).unwrap().of("高新\n区"), "新区");
    /// assert_eq!(text.slice(6..6), None);
    /// ```
    pub fn slice(&self, range: Range<usize>) -> Option<Text> {
        self.map().slice(range)
    }

    /// The map from the joined text back to the source, for many slices of one text.
    pub(crate) fn map(&self) -> TextMap<'_> {
        let mut starts = Vec::new();
        if !self.tail.is_empty() {
            starts.reserve_exact(self.tail.len());
            let mut at = self.head.len() as usize;
            for piece in &self.tail {
                at += piece.join.glue().len();
                starts.push(at);
                at += piece.span.len() as usize;
            }
        }
        TextMap { text: self, starts }
    }
}

/// Where the pieces of a text begin in the joined text, so that each slice costs a search and no walk.
#[derive(Debug)]
pub(crate) struct TextMap<'t> {
    text: &'t Text,
    /// The beginnings of all pieces but the first, which begins at 0.
    starts: Vec<usize>,
}

impl TextMap<'_> {
    /// The part of the joined text at `range`; see [`Text::slice`].
    #[inline]
    pub(crate) fn slice(&self, range: Range<usize>) -> Option<Text> {
        if self.starts.is_empty() {
            // Most texts have one piece.
            let (base, end) = (self.text.head.start() as usize, range.end.min(self.text.head.len() as usize));
            return (range.start < end).then(|| Text::new(Span::at(base + range.start, base + end)));
        }
        self.slice_pieces(range)
    }

    #[inline(never)]
    fn slice_pieces(&self, range: Range<usize>) -> Option<Text> {
        let mut index = self.starts.partition_point(|&start| start <= range.start);
        let mut out: Option<Text> = None;
        while let Some((join, start, span)) = self.piece(index) {
            if start >= range.end {
                break;
            }
            let (from, to) = (range.start.max(start), range.end.min(start + span.len() as usize));
            if from < to {
                let base = span.start() as usize;
                let part = Span::at(base + from - start, base + to - start);
                match &mut out {
                    Some(text) => text.push(join, part),
                    None => out = Some(Text::new(part)),
                }
            }
            index += 1;
        }
        out
    }

    fn piece(&self, index: usize) -> Option<(Join, usize, Span)> {
        match index.checked_sub(1) {
            None => Some((Join::Wrap, 0, self.text.head)),
            Some(index) => {
                let piece = self.text.tail.get(index)?;
                Some((piece.join, *self.starts.get(index)?, piece.span))
            }
        }
    }
}

impl From<Span> for Text {
    fn from(span: Span) -> Self {
        Text::new(span)
    }
}

struct Spans<'t> {
    head: Option<Span>,
    tail: std::slice::Iter<'t, Piece>,
}

impl Iterator for Spans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        self.head.take().or_else(|| self.tail.next().map(|piece| piece.span))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::from(self.head.is_some()) + self.tail.len();
        (left, Some(left))
    }
}

impl ExactSizeIterator for Spans<'_> {}
