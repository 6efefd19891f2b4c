//! One search for all signs of damage 损坏: what an extractor, a wrong encoding or optical recognition leaves behind.

use std::sync::LazyLock;

use aho_corasick::packed::Searcher;

use super::look_alikes::{LOOK_ALIKES, LookAlike};

/// What a sign tells of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Trace {
    /// A font gave no character for a glyph.
    Unmapped,
    /// Bytes of GB18030 were read as UTF-8, and what came of that as GB18030 again: 锟斤拷.
    Replaced,
    /// A character that only traditional script has.
    Traditional,
    /// A word that optical recognition takes for another.
    LookAlike(&'static LookAlike),
}

/// Signs of one kind each; 區 and the like are among the commonest characters that simplified text writes otherwise.
const SIGNS: [(&str, Trace); 11] = [
    ("\u{FFFD}", Trace::Unmapped),
    ("(cid:", Trace::Unmapped),
    ("□", Trace::Unmapped),
    ("锟斤拷", Trace::Replaced),
    ("區", Trace::Traditional),
    ("產", Trace::Traditional),
    ("業", Trace::Traditional),
    ("國", Trace::Traditional),
    ("會", Trace::Traditional),
    ("發", Trace::Traditional),
    ("為", Trace::Traditional),
];

/// A sign where it stands: its first byte, the sign, what it tells of.
pub(super) type Found = (usize, &'static str, Trace);

/// All signs, of three bytes or more each, which the vector search compares at once.
static ALL: LazyLock<Vec<(&'static str, Trace)>> = LazyLock::new(|| {
    let words = LOOK_ALIKES.iter().map(|it| (it.printed, Trace::LookAlike(it)));
    SIGNS.into_iter().chain(words).collect()
});

/// Where signs of damage stand, in order; nearly no text has any.
pub(super) fn traces(source: &str) -> Vec<Found> {
    static SEARCH: LazyLock<Option<Searcher>> = LazyLock::new(|| Searcher::new(ALL.iter().map(|it| it.0)));
    let Some(search) = SEARCH.as_ref() else { return slowly(source) };
    let found = search.find_iter(source);
    found
        .map(|it| (it.start(), ALL[it.pattern().as_usize()]))
        .map(|(at, (sign, trace))| (at, sign, trace))
        .collect()
}

/// The same on a machine without vector search, as browsers are: a bit for each character tells whether a sign may begin
/// with it, so that signs are compared nearly nowhere else.
fn slowly(source: &str) -> Vec<Found> {
    static HEADS: LazyLock<[u64; 64]> = LazyLock::new(|| {
        let mut heads = [0; 64];
        for (sign, _) in ALL.iter() {
            let (row, bit) = place(sign.as_bytes());
            heads[row] |= bit;
        }
        heads
    });
    let (bytes, heads) = (source.as_bytes(), &*HEADS);
    let mut found = Vec::new();
    let mut at = 0;
    // No sign is shorter than what is looked at.
    while at + 2 < bytes.len() {
        let (row, bit) = place(&bytes[at..]);
        if heads[row] & bit != 0
            && let Some(&(sign, trace)) = ALL.iter().find(|it| bytes[at..].starts_with(it.0.as_bytes()))
        {
            found.push((at, sign, trace));
            at += sign.len();
        } else {
            at += match bytes[at] {
                0x00..=0x7F => 1,
                0x80..=0xDF => 2,
                0xE0..=0xEF => 3,
                0xF0..=0xFF => 4,
            };
        }
    }
    found
}

/// The bit of a text's first three bytes: a Han character's low bits, which tell it from others nearby.
fn place(bytes: &[u8]) -> (usize, u64) {
    (usize::from(bytes[1] & 0x3F), 1 << (bytes[2] & 0x3F))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_searches_find_the_same() {
        let text: String = ALL.iter().map(|it| format!("园区{}，", it.0)).collect();
        let places = |found: Vec<Found>| -> Vec<(usize, &'static str)> {
            found.into_iter().map(|it| (it.0, it.1)).collect()
        };
        assert_eq!(places(traces(&text)).len(), ALL.len());
        assert_eq!(places(traces(&text)), places(slowly(&text)));
    }
}
