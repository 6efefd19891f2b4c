//! Short lists of words that a text is asked to begin or end with.
//!
//! Most texts begin with none of them. One bit for each first and last character of the list tells so at once, without
//! a comparison for every word.

/// A list of words, made at compile time.
pub(super) struct Words {
    words: &'static [&'static str],
    first: [u64; 4],
    last: [u64; 4],
}

impl Words {
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        let (mut first, mut last) = ([0; 4], [0; 4]);
        let mut at = 0;
        while at < words.len() {
            let bytes = words[at].as_bytes();
            let one = head(bytes);
            first[(one >> 6) as usize] |= 1 << (one & 63);
            let one = tail(bytes);
            last[(one >> 6) as usize] |= 1 << (one & 63);
            at += 1;
        }
        Self { words, first, last }
    }

    /// The longest word that a text begins with.
    pub(super) fn starts(&self, text: &str) -> Option<&'static str> {
        let one = head(text.as_bytes());
        if self.first[usize::from(one >> 6)] & (1 << (one & 63)) == 0 {
            return None;
        }
        self.words.iter().filter(|word| text.starts_with(**word)).max_by_key(|word| word.len()).copied()
    }

    /// The longest word that a text ends with.
    pub(super) fn ends(&self, text: &str) -> Option<&'static str> {
        let one = tail(text.as_bytes());
        if self.last[usize::from(one >> 6)] & (1 << (one & 63)) == 0 {
            return None;
        }
        self.words.iter().filter(|word| text.ends_with(**word)).max_by_key(|word| word.len()).copied()
    }

    /// Whether a text is one of the words.
    pub(super) fn has(&self, text: &str) -> bool {
        let one = head(text.as_bytes());
        self.first[usize::from(one >> 6)] & (1 << (one & 63)) != 0 && self.words.contains(&text)
    }
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
    }
}
