//! The reading 读本: the source as the grammar reads it, with every place in it leading back to the source.
//!
//! Extractors put characters into a text that no typesetter set: zero-width signs, soft hyphens, radicals for
//! characters (⽕ for 火), small and vertical forms of punctuation, blanks between all characters of a line, glyphs of bold
//! lines twice. Layout,
//! grammar and assembly read a text without them; the tree then gets the places of the source, so that a text
//! shows what is printed. A source without any such character, as nearly all are, is its own reading.
//!
//! What is taken out are blanks only (which need no place), and what is put in stands for one character or one glyph drawn
//! several times.

mod doubled;
mod normal;
mod odd;
mod rewrite;
mod spread;

use std::borrow::Cow;

use crate::Span;
use crate::going::Going;
pub use normal::Normalized;
pub(crate) use odd::{places, plain, zero_width};
pub(crate) use rewrite::{Rewrite, Way};
use spread::Spread;

/// A text as it is read, and the way back to its source.
#[derive(Debug)]
pub(crate) struct Reading<'s> {
    text: Cow<'s, str>,
    way: Way,
}

impl<'s> Reading<'s> {
    /// The reading of a text of at most 4 GiB − 1.
    pub(crate) fn of(source: &'s str, going: &Going<'_>) -> Self {
        // A byte order mark is a blank at the head of the first line, which needs no rewriting.
        let bold = doubled::may_be(source);
        if !bold && !odd::hints(source.strip_prefix('\u{FEFF}').unwrap_or(source).as_bytes()) {
            return Self { text: Cow::Borrowed(source), way: Way::default() };
        }
        let spread = Spread::of(source);
        let mut rewrite = Rewrite::new(source);
        let mut next = 0;
        for line in source.split_inclusive(['\n', '\r', '\x0C']) {
            if !going.step() {
                break;
            }
            let start = next;
            next += line.len();
            if let Some(times) = if bold { doubled::times(line) } else { None } {
                for (place, c) in doubled::glyphs(line, times) {
                    rewrite.put(start + place.start..start + place.end, plain(c).unwrap_or(c));
                }
                continue;
            }
            let closed_up = spread.is_spread(line);
            let mut blanks = start..start;
            for (at, c) in line.char_indices().map(|(at, c)| (start + at, c)) {
                let end = at + c.len_utf8();
                if zero_width(c) {
                    rewrite.leave_out(at..end);
                } else if closed_up && crate::is_blank(c) {
                    blanks = if blanks.end == at { blanks.start..end } else { at..end };
                } else {
                    // One blank between two characters spread them; of several, some are meant.
                    let between = blanks.end == at && blanks.start > start;
                    if between && spread::spreads(source, &blanks) {
                        rewrite.leave_out(blanks.clone());
                    }
                    if let Some(plain) = plain(c) {
                        rewrite.put(at..end, plain);
                    }
                }
            }
        }
        let (text, way) = rewrite.finish();
        Self { text, way }
    }

    /// The text for layout, grammar and assembly.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether places in the reading are places in the source.
    pub(crate) fn is_source(&self) -> bool {
        self.way.is_straight()
    }

    /// The place in the source of a place in the reading.
    pub(crate) fn place(&self, span: Span) -> Span {
        let range = self.way.back(span.range());
        Span::at(range.start, range.end)
    }
}
