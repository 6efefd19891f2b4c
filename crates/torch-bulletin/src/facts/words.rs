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

    /// The word that is first of its number, and those of the same number after it.
    fn of(&self, first: u8) -> impl Iterator<Item = usize> {
        let step = |at: u8| usize::from(at).checked_sub(1);
        std::iter::successors(step(first), move |&at| step(self.next[at]))
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

    /// All words.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().copied()
    }

    /// The longest word that a text begins with.
    #[inline]
    pub(super) fn starts(&self, text: &str) -> Option<&'static str> {
        match self.first.heads[usize::from(head(text.as_bytes()))] {
            0 => None,
            first => self.start_of(first, text),
        }
    }

    #[inline(never)]
    fn start_of(&self, first: u8, text: &str) -> Option<&'static str> {
        self.first.of(first).map(|at| self.words[at]).find(|word| begins(text, word))
    }

    /// The longest word that a text ends with.
    #[inline]
    pub(super) fn ends(&self, text: &str) -> Option<&'static str> {
        match self.last.heads[usize::from(tail(text.as_bytes()))] {
            0 => None,
            first => self.end_of(first, text),
        }
    }

    #[inline(never)]
    fn end_of(&self, first: u8, text: &str) -> Option<&'static str> {
        self.last.of(first).map(|at| self.words[at]).find(|word| ends(text, word))
    }

    /// Whether a text is one of the words.
    #[inline]
    pub(super) fn has(&self, text: &str) -> bool {
        match self.first.heads[usize::from(head(text.as_bytes()))] {
            0 => false,
            first => self.is_of(first, text),
        }
    }

    #[inline(never)]
    fn is_of(&self, first: u8, text: &str) -> bool {
        self.first.of(first).any(|at| self.words[at] == text)
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

/// Several lists asked at once: a bit for each that may have a word at a place, so that most places are looked at one time.
pub(super) struct Gate([u8; 256]);

impl Gate {
    /// The gate of at most eight lists; the first has the lowest bit.
    pub(super) const fn new(lists: &[&Words]) -> Self {
        assert!(lists.len() <= 8, "each has a bit");
        let mut bits = [0; 256];
        let mut list = 0;
        while list < lists.len() {
            let mut key = 0;
            while key < bits.len() {
                if lists[list].first.heads[key] != 0 {
                    bits[key] |= 1 << list;
                }
                key += 1;
            }
            list += 1;
        }
        Self(bits)
    }

    /// Adds a word to the first list.
    pub(super) fn insert(&mut self, word: &str) {
        self.0[usize::from(head(word.as_bytes()))] |= 1;
    }

    /// A bit for each list that may have a word at the head of a text.
    #[inline]
    pub(super) fn of(&self, text: &str) -> u8 {
        self.0[usize::from(head(text.as_bytes()))]
    }
}

/// Characters that a text may end in: one look tells that it ends in none of them, as most texts do.
pub(super) struct Endings([bool; 256]);

impl Endings {
    /// The last characters of some words.
    pub(super) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut this = Self([false; 256]);
        words.into_iter().for_each(|word| this.0[usize::from(tail(word.as_bytes()))] = true);
        this
    }

    /// Whether a text may end in one of the characters.
    #[inline]
    pub(super) fn may_end(&self, text: &str) -> bool {
        self.0[usize::from(tail(text.as_bytes()))]
    }
}

/// What stands between two items of a list.
pub(super) static JOINS: Words = Words::new(&["、", "、和", "、以及", "和", "与", "及", "以及"]);

/// Whether a word stands in a text.
pub(super) fn has(text: &str, word: &str) -> bool {
    places(text, word).next().is_some()
}

/// Where a word stands in a text, by its last byte, from its beginning to its end.
pub(super) fn places(text: &str, word: &str) -> impl Iterator<Item = (usize, usize)> {
    let (bytes, word) = (text.as_bytes(), word.as_bytes());
    let ends = memchr::memchr_iter(word.last().copied().unwrap_or_default(), bytes).map(|at| at + 1);
    ends.filter(|&end| bytes[..end].ends_with(word)).map(|end| (end - word.len(), end))
}

/// A wide character, as its bytes.
pub(super) const fn wide(sign: &str) -> [u8; 3] {
    match *sign.as_bytes() {
        [first, second, third] => [first, second, third],
        _ => panic!("a character of three bytes"),
    }
}

/// Where a wide character stands last in a phrase, by its last byte.
#[inline]
pub(super) fn last(phrase: &[u8], sign: [u8; 3]) -> Option<usize> {
    let mut rest = phrase;
    while let Some(third) = rest.iter().rposition(|&it| it == sign[2]) {
        if rest[..=third].ends_with(&sign) {
            return Some(third - 2);
        }
        rest = &rest[..third];
    }
    None
}

/// Whether a text has two characters or more.
pub(super) fn has_two(text: &str) -> bool {
    text.chars().nth(1).is_some()
}

/// Whether a text begins with a word; most words have one to four characters, which are compared at once.
#[inline]
pub(super) fn begins(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    match word.len() {
        3 => text.first_chunk() == word.first_chunk::<3>(),
        6 => text.first_chunk() == word.first_chunk::<6>(),
        9 => text.first_chunk() == word.first_chunk::<9>(),
        12 => text.first_chunk() == word.first_chunk::<12>(),
        _ => text.starts_with(word),
    }
}

/// Whether a text ends with a word.
#[inline]
pub(super) fn ends(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    match word.len() {
        3 => text.last_chunk() == word.last_chunk::<3>(),
        6 => text.last_chunk() == word.last_chunk::<6>(),
        9 => text.last_chunk() == word.last_chunk::<9>(),
        12 => text.last_chunk() == word.last_chunk::<12>(),
        _ => text.ends_with(word),
    }
}

/// A number of eight bits for the first character of a text.
#[inline]
const fn head(bytes: &[u8]) -> u8 {
    match bytes {
        // Nearly always: what follows is no branch.
        [first, second, third, ..] => {
            if *first < 0x80 {
                *first
            } else {
                mixed(*second, *third)
            }
        }
        [one @ 0..0x80, _] => *one,
        [_, second] => *second,
        [one] => *one,
        [] => 0,
    }
}

/// The same number for the last character: a character of three bytes has its second and third byte at its end.
#[inline]
const fn tail(bytes: &[u8]) -> u8 {
    match bytes {
        [.., second, third] => {
            if *third < 0x80 {
                *third
            } else {
                mixed(*second, *third)
            }
        }
        [one] => *one,
        [] => 0,
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
        static GATE: Gate = Gate::new(&[&Words::new(&["达"]), &Words::new(&["、", "达到"])]);
        assert_eq!((GATE.of("达a"), GATE.of("、达"), GATE.of("1.5")), (3, 2, 0));
        assert!(has("在每年", "每") && !has("在年", "每"));
        assert_eq!(
            (last("由甲由·a".as_bytes(), wide("由")), last("甲乙".as_bytes(), wide("由"))),
            (Some(6), None)
        );
        assert_eq!((LIST.strip_starts("达达到三"), LIST.strip_ends("三a达")), ("三", "三"));
    }
}
