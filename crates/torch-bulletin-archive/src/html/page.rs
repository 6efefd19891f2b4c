//! The text of a web page, and the map from it to the characters of the page.

use std::ops::Range;

use torch_bulletin::Span;

/// The text of a web page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    /// The article, and after a form feed what surrounded it.
    pub(crate) text: String,
    /// Where the article ends.
    pub(crate) end: usize,
    /// Lines of what surrounded it.
    pub(crate) surroundings: Vec<Range<usize>>,
    /// Which characters of the page the text has, ascending in the text; line ends and the blanks between cells
    /// are in none.
    pub(crate) pieces: Vec<Piece>,
}

/// Characters of the text, and the ones of the page that they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: Range<usize>,
    pub(crate) markup: Range<usize>,
}

impl Piece {
    /// Whether it reads the same in both: then every character of it has its own place.
    pub(crate) fn is_verbatim(&self) -> bool {
        self.text.len() == self.markup.len()
    }
}

impl Page {
    /// The characters of the page from the first to the last that a piece of the text has; an empty range between
    /// its neighbours where it has none.
    pub(crate) fn markup_of(&self, text: Range<usize>) -> Range<usize> {
        let first = self.pieces.partition_point(|it| it.text.end <= text.start);
        let last = self.pieces.partition_point(|it| it.text.start < text.end);
        if first >= last {
            let at = self
                .pieces
                .get(first)
                .map_or_else(|| self.pieces.last().map_or(0, |it| it.markup.end), |it| it.markup.start);
            return at..at;
        }
        let (first, last) = (&self.pieces[first], &self.pieces[last - 1]);
        let start = match text.start.checked_sub(first.text.start) {
            Some(inside) if first.is_verbatim() => first.markup.start + inside,
            _ => first.markup.start,
        };
        let end = match last.text.end.checked_sub(text.end) {
            Some(inside) if last.is_verbatim() => last.markup.end - inside,
            _ => last.markup.end,
        };
        // What surrounds the article stands elsewhere on the page: a piece over both has no one place.
        start..end.max(start)
    }

    /// The text that some characters of the page became, if any.
    pub(crate) fn text_at(&self, markup: Range<usize>) -> Option<Span> {
        // The article has its characters in the order of the page, and so has what surrounded it.
        let article = self.pieces.partition_point(|it| it.text.start < self.end);
        let (article, surroundings) = self.pieces.split_at(article);
        let piece = [article, surroundings].into_iter().find_map(|pieces| {
            let at = pieces.partition_point(|it| it.markup.end <= markup.start);
            pieces.get(at).filter(|it| it.markup.start <= markup.start)
        })?;
        let (start, end) = if piece.is_verbatim() {
            let start = piece.text.start + (markup.start - piece.markup.start);
            (start, (start + markup.len()).min(piece.text.end))
        } else {
            (piece.text.start, piece.text.end)
        };
        Some(Span::new(u32::try_from(start).ok()?, u32::try_from(end).ok()?))
    }
}
