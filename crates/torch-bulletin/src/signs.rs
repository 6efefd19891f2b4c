//! One search for many short signs 标志, over a text as a whole.
//!
//! By vectors where the machine has them. Elsewhere, as in browsers, a bit for each character tells whether a sign may begin
//! with it, so that signs are compared nearly nowhere else. Both find the same.

use aho_corasick::packed::Searcher;

/// Signs of three bytes or more each: as many bytes as either search looks at first.
#[derive(Debug)]
pub(crate) struct Signs {
    signs: Vec<&'static [u8]>,
    vectors: Option<Searcher>,
    /// A bit for the first three bytes of each sign; see [`place`].
    heads: Box<[u64; ROWS]>,
}

/// Whether the crate of the vector search may have one for this machine; for WebAssembly it has none, and need not be there.
const HAVE_VECTORS: bool = !cfg!(target_family = "wasm");

/// Rows of 64 bits: one for three bits of the first byte and six of the second.
const ROWS: usize = 512;

impl Signs {
    /// Prepares the search; of two signs that begin alike the first is found.
    ///
    /// # Panics
    /// If a sign has less than three bytes.
    pub(crate) fn new(signs: impl IntoIterator<Item = &'static [u8]>) -> Self {
        let signs: Vec<&[u8]> = signs.into_iter().collect();
        let mut heads = Box::new([0; ROWS]);
        for sign in &signs {
            let (row, bit) = place(sign[0], sign[1], sign[2]);
            heads[row] |= bit;
        }
        let vectors = if HAVE_VECTORS { Searcher::new(&signs) } else { None };
        Self { vectors, signs, heads }
    }

    /// Whether any sign stands in a text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.find(text.as_bytes(), 0).is_some()
    }

    /// Where signs stand, in order and none inside another: the first byte, and the number of the sign.
    pub(crate) fn find_iter<'s>(&'s self, text: &'s str) -> impl Iterator<Item = (usize, usize)> + 's {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, number) = self.find(text.as_bytes(), from)?;
            from = at + self.signs[number].len();
            Some((at, number))
        })
    }

    fn find(&self, text: &[u8], from: usize) -> Option<(usize, usize)> {
        let vectors = if HAVE_VECTORS { self.vectors.as_ref() } else { None };
        let Some(vectors) = vectors else { return self.find_slowly(text, from) };
        let found = vectors.find_in(text, (from..text.len()).into())?;
        Some((found.start(), found.pattern().as_usize()))
    }

    fn find_slowly(&self, text: &[u8], from: usize) -> Option<(usize, usize)> {
        let mut at = from;
        while at + 2 < text.len() {
            let (row, bit) = place(text[at], text[at + 1], text[at + 2]);
            if self.heads[row] & bit != 0
                && let Some(number) = self.signs.iter().position(|sign| text[at..].starts_with(sign))
            {
                return Some((at, number));
            }
            at += match text[at] {
                0xE0..=0xEF => 3,
                0x00..=0x7F => 1,
                0x80..=0xDF => 2,
                0xF0..=0xFF => 4,
            };
        }
        None
    }
}

/// The bit of three bytes; no two Han characters (E4 to E9 first) share one.
#[inline(always)]
fn place(first: u8, second: u8, third: u8) -> (usize, u64) {
    (usize::from(first & 7) << 6 | usize::from(second & 0x3F), 1 << (third & 0x3F))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_searches_find_the_same() {
        let all = ["(2)", "二是", "其二", "二是二", "\u{FFFD}", "⑵"];
        let vectors = Signs::new(all.map(str::as_bytes));
        let slowly = Signs { vectors: None, ..Signs::new(all.map(str::as_bytes)) };
        for text in
            ["", "二", "二是", "一(2)二是二其二", "(2(2)，ab⑵", "é二是𠮷其二x\u{FFFD}", "二是二是二是"]
        {
            let found: Vec<_> = slowly.find_iter(text).collect();
            assert_eq!(found, vectors.find_iter(text).collect::<Vec<_>>(), "{text}");
            assert_eq!(found.is_empty(), !all.iter().any(|sign| text.contains(sign)), "{text}");
            assert_eq!(slowly.is_in(text), vectors.is_in(text), "{text}");
        }
    }
}
