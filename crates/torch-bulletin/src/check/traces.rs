//! One search for all signs of damage 损坏: what an extractor, a wrong encoding or optical recognition leaves behind.

use std::sync::LazyLock;

use super::look_alikes::{LOOK_ALIKES, LookAlike};
use crate::signs::Signs;

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

static ALL: LazyLock<Vec<(&'static str, Trace)>> = LazyLock::new(|| {
    let words = LOOK_ALIKES.iter().map(|it| (it.printed, Trace::LookAlike(it)));
    SIGNS.into_iter().chain(words).collect()
});

/// Where signs of damage stand, in order; nearly no text has any.
pub(super) fn traces(source: &str) -> Vec<Found> {
    static SEARCH: LazyLock<Signs> = LazyLock::new(|| Signs::new(ALL.iter().map(|it| it.0.as_bytes())));
    let found = SEARCH.find_iter(source).map(|(at, number)| (at, ALL[number]));
    found.map(|(at, (sign, trace))| (at, sign, trace)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_found() {
        let text: String = ALL.iter().map(|it| format!("园区{}，", it.0)).collect();
        let found: Vec<_> = traces(&text).into_iter().map(|it| it.1).collect();
        assert_eq!(found, ALL.iter().map(|it| it.0).collect::<Vec<_>>());
    }
}
