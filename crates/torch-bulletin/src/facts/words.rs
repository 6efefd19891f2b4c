//! Short lists of words that a text is asked to begin with, to end with, or to hold.
//!
//! Most texts do none of it. A list keeps its words by their first and by their last character, the longest first, so
//! that a text is compared with the few words that share its own.

/// A list of words, made at compile time.
pub(super) struct Words {
    words: &'static [&'static str],
    first: Chains,
    last: Chains,
}

/// Words a list may have: their numbers fit a byte.
const MOST: usize = 128;

/// Words by a number of eight bits: the first of each number, and after each word the next one, the longest first.
/// Numbers of words count from 1, and 0 ends a chain.
struct Chains {
    heads: [u8; 256],
    next: [u8; MOST],
}

impl Chains {
    const EMPTY: Self = Self { heads: [0; 256], next: [0; MOST] };

    const fn insert(&mut self, words: &[&str], word: usize, key: u8) {
        let mut before = 0;
        let mut at = self.heads[key as usize];
        while at != 0 && words[at as usize - 1].len() > words[word].len() {
            before = at;
            at = self.next[at as usize - 1];
        }
        self.next[word] = at;
        match before {
            0 => self.heads[key as usize] = word as u8 + 1,
            before => self.next[before as usize - 1] = word as u8 + 1,
        }
    }

    fn of(&self, key: u8) -> impl Iterator<Item = usize> {
        let step = |at: u8| usize::from(at).checked_sub(1);
        std::iter::successors(step(self.heads[usize::from(key)]), move |&at| step(self.next[at]))
    }
}

impl Words {
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        assert!(words.len() < MOST, "a list of so many words belongs into the lexicon");
        let (mut first, mut last) = (Chains::EMPTY, Chains::EMPTY);
        let mut at = 0;
        while at < words.len() {
            let bytes = words[at].as_bytes();
            first.insert(words, at, head(bytes));
            last.insert(words, at, tail(bytes));
            at += 1;
        }
        Self { words, first, last }
    }

    /// The longest word that a text begins with.
    #[inline]
    pub(super) fn starts(&self, text: &str) -> Option<&'static str> {
        let begins = |word: &&str| same(word.bytes(), text.bytes());
        self.first.of(head(text.as_bytes())).map(|at| self.words[at]).find(begins)
    }

    /// The longest word that a text ends with.
    #[inline]
    pub(super) fn ends(&self, text: &str) -> Option<&'static str> {
        let ends = |word: &&str| same(word.bytes().rev(), text.bytes().rev());
        self.last.of(tail(text.as_bytes())).map(|at| self.words[at]).find(ends)
    }

    /// Whether a text is one of the words.
    pub(super) fn has(&self, text: &str) -> bool {
        self.first.of(head(text.as_bytes())).any(|at| self.words[at] == text)
    }

    /// Whether one of the words stands anywhere in a text.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.first_in(text).is_some()
    }

    /// The first place of a text at which one of the words stands.
    pub(super) fn first_in(&self, text: &str) -> Option<usize> {
        text.char_indices().map(|(at, _)| at).find(|&at| self.starts(&text[at..]).is_some())
    }

    /// What stands behind the last of the words in a text; the text itself where none does.
    pub(super) fn behind_last<'t>(&self, text: &'t str) -> &'t str {
        let ends = text.char_indices().rev().map(|(at, c)| at + c.len_utf8());
        let last = ends.into_iter().find(|&end| self.ends(&text[..end]).is_some());
        &text[last.unwrap_or(0)..]
    }

    /// A text without the words it begins with.
    pub(super) fn strip_starts<'t>(&self, mut text: &'t str) -> &'t str {
        while let Some(word) = self.starts(text) {
            text = &text[word.len()..];
        }
        text
    }

    /// A text without the words it ends with.
    pub(super) fn strip_ends<'t>(&self, mut text: &'t str) -> &'t str {
        while let Some(word) = self.ends(text) {
            text = &text[..text.len() - word.len()];
        }
        text
    }
}

/// A few wide characters that a text is asked for at once.
pub(super) struct Signs([u8; 256]);

impl Signs {
    pub(super) const fn new(signs: &[char]) -> Self {
        assert!(signs.len() <= 8, "each has a bit");
        let mut bits = [0; 256];
        let mut at = 0;
        while at < signs.len() {
            let sign = signs[at] as u32;
            let (second, third) = ((sign >> 6 & 0x3F) as u8 | 0x80, (sign & 0x3F) as u8 | 0x80);
            bits[mixed(second, third) as usize] |= 1 << at;
            at += 1;
        }
        Self(bits)
    }

    /// A bit for each that stands in a text; one may be set where another stands that shares its place.
    #[inline]
    pub(super) fn of(&self, text: &str) -> u8 {
        let (bytes, mut at, mut found) = (text.as_bytes(), 0, 0);
        while let Some(&first) = bytes.get(at) {
            if let (0xE0.., Some(&[second, third])) = (first, bytes.get(at + 1..at + 3)) {
                found |= self.0[usize::from(mixed(second, third))];
                at += 3;
            } else {
                at += 1;
            }
        }
        found
    }
}

/// Whether a text has two characters or more.
pub(super) fn has_two(text: &str) -> bool {
    text.chars().nth(1).is_some()
}

/// Whether a text has all bytes of a word; words are too short for a call that compares them at once.
fn same(mut word: impl ExactSizeIterator<Item = u8>, mut text: impl ExactSizeIterator<Item = u8>) -> bool {
    word.len() <= text.len() && word.all(|byte| text.next() == Some(byte))
}

/// A number of eight bits for the first character of a text.
const fn head(bytes: &[u8]) -> u8 {
    match bytes {
        [] => 0,
        [one @ 0..0x80, ..] => *one,
        [_, second, third, ..] => mixed(*second, *third),
        [_, second] => *second,
        [one] => *one,
    }
}

/// The same number for the last character: a character of three bytes has its second and third byte at its end.
const fn tail(bytes: &[u8]) -> u8 {
    match bytes {
        [] => 0,
        [.., one @ 0..0x80] => *one,
        [.., second, third] => mixed(*second, *third),
        [one] => *one,
    }
}

const fn mixed(second: u8, third: u8) -> u8 {
    (second.wrapping_mul(37) ^ third).wrapping_add(third << 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_at_either_end() {
        const LIST: Words = Words::new(&["达", "达到", "a", "、"]);
        assert_eq!(LIST.starts("达到三"), Some("达到"));
        assert_eq!(LIST.starts("到达"), None);
        assert_eq!(LIST.ends("已达"), Some("达"));
        assert_eq!(LIST.ends("ba"), Some("a"));
        assert_eq!((LIST.starts(""), LIST.ends("")), (None, None));
        assert!(LIST.has("、") && !LIST.has("达到三"));
        assert!(LIST.stand_in("已达") && !LIST.stand_in("到"));
        assert_eq!((LIST.first_in("已达a"), LIST.first_in("到")), (Some(3), None));
        assert_eq!((LIST.behind_last("达a到"), LIST.behind_last("到")), ("到", "到"));
        const SIGNS: Signs = Signs::new(&['达', '、']);
        assert_eq!((SIGNS.of("1达a"), SIGNS.of("达、"), SIGNS.of("1.5")), (1, 3, 0));
        assert_eq!((LIST.strip_starts("达达到三"), LIST.strip_ends("三a达")), ("三", "三"));
    }
}
