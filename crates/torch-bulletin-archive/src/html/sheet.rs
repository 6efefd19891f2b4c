//! Text that grows character by character, and keeps where each came from.

use std::ops::Range;

use super::page::Piece;

/// Puts pages together line by line.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) text: String,
    pub(crate) pieces: Vec<Piece>,
}

impl Sheet {
    /// Adds characters that stand on the page; they lengthen the last piece where they follow it there too.
    pub(crate) fn push(&mut self, text: &str, markup: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(text);
        let verbatim = text.len() == markup.len();
        match self.pieces.last_mut() {
            Some(last)
                if verbatim
                    && last.is_verbatim()
                    && last.text.end == start
                    && last.markup.end == markup.start =>
            {
                last.text.end = self.text.len();
                last.markup.end = markup.end;
            }
            _ => self.pieces.push(Piece { text: start..self.text.len(), markup }),
        }
    }

    /// Adds all of another sheet.
    pub(crate) fn append(&mut self, other: &mut Sheet) {
        let by = self.text.len();
        self.text.push_str(&other.text);
        self.pieces.extend(
            other
                .pieces
                .drain(..)
                .map(|it| Piece { text: it.text.start + by..it.text.end + by, markup: it.markup }),
        );
        other.text.clear();
    }

    /// Takes blanks away from the end.
    pub(crate) fn trim_end(&mut self) {
        let end = self.text.trim_end_matches(torch_bulletin::is_blank).len();
        self.text.truncate(end);
        while let Some(last) = self.pieces.last_mut() {
            if last.text.end <= end {
                break;
            }
            let over = last.text.end - end;
            if last.text.start >= end {
                self.pieces.pop();
            } else if last.is_verbatim() {
                last.text.end = end;
                last.markup.end -= over;
            } else {
                last.text.end = end;
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::Page;
    use torch_bulletin::Span;

    #[test]
    fn pieces_grow_only_where_text_and_page_go_on_together() {
        let mut sheet = Sheet::default();
        sheet.push("火", 10..13);
        sheet.push("炬", 13..16);
        sheet.push("&", 16..21);
        sheet.push("动态 ", 21..28);
        sheet.trim_end();
        let places: Vec<_> = sheet.pieces.iter().map(|it| (it.text.clone(), it.markup.clone())).collect();
        assert_eq!(places, [(0..6, 10..16), (6..7, 16..21), (7..13, 21..27)]);

        let end = sheet.text.len();
        let page = Page { text: sheet.text, end, surroundings: Vec::new(), pieces: sheet.pieces };
        assert_eq!(page.markup_of(3..6), 13..16);
        assert_eq!(page.markup_of(3..10), 13..24);
        assert_eq!(page.markup_of(6..7), 16..21);
        assert_eq!(page.markup_of(13..13), 27..27);
        assert_eq!(page.text_at(24..27), Some(Span::new(10, 13)));
        assert_eq!(page.text_at(0..3), None);
    }
}
