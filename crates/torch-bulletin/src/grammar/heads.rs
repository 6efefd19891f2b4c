//! Sets of characters 首字 that lines are asked for by their first one: a bit, and the characters only where it is set.

/// A set of characters of three bytes each, as Han characters and wide brackets are.
#[derive(Debug)]
pub(crate) struct Heads {
    chars: &'static str,
    /// One bit for each by a hash of its last two bytes; the first tells little.
    bits: [u64; 4],
}

impl Heads {
    pub(crate) const fn of(chars: &'static str) -> Self {
        let bytes = chars.as_bytes();
        let (mut bits, mut at) = ([0; 4], 0);
        while at < bytes.len() {
            let hash = hash(bytes[at + 1], bytes[at + 2]);
            bits[hash / 64] |= 1 << (hash % 64);
            at += 3;
        }
        Self { chars, bits }
    }

    /// Whether a text begins with one of them.
    pub(crate) fn begin(&self, text: &[u8]) -> bool {
        let Some(first) = text.first_chunk::<3>() else { return false };
        let hash = hash(first[1], first[2]);
        self.bits[hash / 64] & (1 << (hash % 64)) != 0
            && self.chars.as_bytes().chunks_exact(3).any(|it| it == first)
    }
}

const fn hash(second: u8, third: u8) -> usize {
    (second.wrapping_mul(37) ^ third) as usize
}

#[cfg(test)]
mod tests {
    use super::Heads;

    #[test]
    fn a_text_begins_with_one_of_the_set_or_with_none() {
        const HEADS: Heads = Heads::of("一上【");
        for (text, expected) in
            [("一是", true), ("上一篇", true), ("【要闻】", true), ("丁一", false), ("[", false), ("", false)]
        {
            assert_eq!(HEADS.begin(text.as_bytes()), expected, "{text}");
        }
    }
}
