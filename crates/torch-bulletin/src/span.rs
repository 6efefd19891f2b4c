//! A place in the source text: half-open UTF-8 byte offsets.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 byte offsets into the decoded source text.
///
/// Offsets count bytes, not characters; a byte order mark and carriage returns count. `start <= end`
/// always holds, and spans made by this library lie on character boundaries. Serialises as `[start, end]`.
///
/// ```
/// use torch_bulletin::Span;
/// assert_eq!(Span::new(1, 4).of("(火)"), Some("火"));
/// assert_eq!(Span::new(1, 2).of("(火)"), None); // inside a character
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from `start` up to and without `end`, in bytes. Swapped ends are put in order.
    pub const fn new(start: u32, end: u32) -> Self {
        if start <= end { Self { start, end } } else { Self { start: end, end: start } }
    }

    /// The span of a byte range of a text that [`parse`](crate::parse) accepts (at most 4 GiB − 1).
    pub(crate) const fn at(start: usize, end: usize) -> Self {
        Self::new(start as u32, end as u32)
    }

    /// The first byte.
    pub const fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte.
    pub const fn end(self) -> u32 {
        self.end
    }

    /// The number of bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether every byte of `other` lies inside.
    ///
    /// ```
    /// # use torch_bulletin::Span;
    /// assert!(Span::new(0, 9).contains(Span::new(3, 9)));
    /// assert!(!Span::new(0, 9).contains(Span::new(8, 10)));
    /// ```
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both (their hull).
    ///
    /// ```
    /// # use torch_bulletin::Span;
    /// assert_eq!(Span::new(0, 3).cover(Span::new(6, 9)), Span::new(0, 9));
    /// ```
    #[must_use]
    pub const fn cover(self, other: Span) -> Span {
        Span {
            start: if self.start < other.start { self.start } else { other.start },
            end: if self.end > other.end { self.end } else { other.end },
        }
    }

    /// The text at this place, or `None` where the span leaves `source` or cuts a character.
    pub fn of(self, source: &str) -> Option<&str> {
        source.get(self.range())
    }

    /// The span as a range for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self::new(start, end)
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}
