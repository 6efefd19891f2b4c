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
    heads: [u64; 64],
}

impl Signs {
    /// Prepares the search; of two signs that begin alike the first is found.
    ///
    /// # Panics
    /// If a sign has less than three bytes.
    pub(crate) fn new(signs: impl IntoIterator<Item = &'static [u8]>) -> Self {
        let signs: Vec<&[u8]> = signs.into_iter().collect();
        let mut heads = [0; 64];
        for sign in &signs {
            let (row, bit) = place(sign);
            heads[row] |= bit;
        }
        Self { vectors: Searcher::new(&signs), signs, heads }
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
        let Some(vectors) = &self.vectors else { return self.find_slowly(text, from) };
        let found = vectors.find_in(text, (from..text.len()).into())?;
        Some((found.start(), found.pattern().as_usize()))
    }

    fn find_slowly(&self, text: &[u8], from: usize) -> Option<(usize, usize)> {
        let mut at = from;
        while at + 2 < text.len() {
            let (row, bit) = place(&text[at..]);
            if self.heads[row] & bit != 0
                && let Some(number) = self.signs.iter().position(|sign| text[at..].starts_with(sign))
            {
                return Some((at, number));
            }
            at += match text[at] {
                0x00..=0x7F => 1,
                0x80..=0xDF => 2,
                0xE0..=0xEF => 3,
                0xF0..=0xFF => 4,
            };
        }
        None
    }
}

/// The bit of the first three bytes of a text: of a Han character, what tells it from its neighbours in Unicode.
fn place(bytes: &[u8]) -> (usize, u64) {
    (usize::from(bytes[1] & 0x3F), 1 << (bytes[2] & 0x3F))
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
