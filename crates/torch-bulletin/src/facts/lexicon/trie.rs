//! All words of the lists as one trie 词典树, walked once over a text: the longest word at each place.
//!
//! The trie lies in one array (a double array): the child of a node by a character stands at the node's base plus the
//! number of the character, and knows its parent.
//!
//! Nearly every character begins some word of the lists, and few pairs of characters do. So the trie is asked only where
//! a filter of bits may have the character as a word, or its pair with the next: a branch that guesses right. The filters
//! look at the bytes of a text eight at once and decode nothing. A general automaton (daachorse, by characters) takes
//! twice as long on this prose, and no word is so long that its links would pay.

/// Words, and the number that each was given.
pub(super) struct Trie {
    /// The number of each character of the basic plane; 0 where no word has it.
    numbers: Box<[u16; 1 << 16]>,
    /// A bit for each character that is a word, and for others that share its place.
    singles: Bits,
    /// A bit for each pair of characters that begins a word, and for others that share its place.
    pairs: Bits,
    nodes: Vec<Node>,
    /// What each character of one byte begins: [`NONE`], the number of the word that it is, or [`LONGER`].
    narrow: [u16; 128],
}

/// No word.
const NONE: u16 = u16::MAX;
/// Words of several characters.
const LONGER: u16 = u16::MAX - 1;

/// A place of the array; the root's children stand at the numbers of their characters.
#[derive(Clone, Copy, Default)]
struct Node {
    /// What is added to the number of the next character; 0 where none follows.
    base: u16,
    /// The place of the parent; the root is at 0, and a free place has [`FREE`].
    parent: u16,
    /// One more than the number of the word that ends here.
    word: u16,
}

const FREE: u16 = u16::MAX;

/// A set of numbers of 16 bits: small enough to stay at hand while a text is read.
struct Bits(Box<[u64; 1024]>);

impl Bits {
    fn insert(&mut self, place: u16) {
        self.0[usize::from(place) / 64] |= 1 << (place % 64);
    }

    fn has(&self, place: u16) -> bool {
        self.0[usize::from(place) / 64] & 1 << (place % 64) != 0
    }
}

/// Bytes of a character of the filters: all Chinese ones have so many.
const WIDE: usize = 3;

/// Whether a byte begins a character of three bytes.
const fn is_wide(byte: u8) -> bool {
    byte >> 4 == 0xE
}

/// The place of the first `bytes` bytes in a filter; twenty bits are there for each pair of the lists.
const fn place(window: [u8; 8], bytes: usize) -> u16 {
    let key = u64::from_le_bytes(window) & (u64::MAX >> (64 - 8 * bytes));
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as u16
}

impl Trie {
    /// The trie of sorted words, each of them once; a word's number is its place in the list.
    pub(super) fn new(words: &[&str]) -> Self {
        let mut numbers = Box::new([0; 1 << 16]);
        let mut count = 0;
        let mut number = |c: char| {
            let it: &mut u16 =
                numbers.get_mut(c as usize).expect("the lists have no rare character; this is our bug");
            if *it == 0 {
                count += 1;
                *it = count;
            }
            count
        };
        let all = words.iter().flat_map(|word| word.chars()).map(&mut number).last().unwrap_or(0);
        let none = || Bits(Box::new([0; 1024]));
        let mut this =
            Self { numbers, singles: none(), pairs: none(), nodes: Vec::new(), narrow: [NONE; 128] };
        this.grow(usize::from(all) + 1);
        let spelled: Vec<Vec<u16>> =
            words.iter().map(|word| word.chars().map(|c| this.numbers[c as usize]).collect()).collect();
        for (word, number) in words.iter().zip(0..) {
            if let Some(first) = this.narrow.get_mut(usize::from(word.as_bytes()[0])) {
                *first = if word.len() == 1 { number } else { LONGER };
            }
            let mut window = [0; 8];
            let bytes = word.len().min(2 * WIDE);
            window[..bytes].copy_from_slice(&word.as_bytes()[..bytes]);
            // Where the second character is no wide one, the first has to do.
            if bytes == 2 * WIDE && is_wide(window[WIDE]) {
                this.pairs.insert(place(window, 2 * WIDE));
            } else {
                this.singles.insert(place(window, WIDE));
            }
        }
        // Nodes that wait for their children: the place, its words, and the depth of the next character.
        let mut waiting = vec![(0, 0..words.len(), 0)];
        let mut free = usize::from(all);
        while let Some((place, mut range, depth)) = waiting.pop() {
            if spelled[range.start].len() == depth {
                this.nodes[place].word = range.start as u16 + 1;
                range.start += 1;
            }
            let mut children: Vec<(u16, std::ops::Range<usize>)> = Vec::new();
            for at in range {
                let next = spelled[at][depth];
                match children.last_mut().filter(|last| last.0 == next) {
                    Some(last) => last.1.end = at + 1,
                    None => children.push((next, at..at + 1)),
                }
            }
            let Some(first) = children.iter().map(|it| usize::from(it.0)).min() else { continue };
            let mut base = if place == 0 { 0 } else { (free + 1).saturating_sub(first).max(1) };
            while children.iter().any(|it| this.is_taken(base + usize::from(it.0))) {
                base += 1;
            }
            this.grow(base + usize::from(all) + 1);
            this.nodes[place].base = u16::try_from(base).expect("the lists are short; this is our bug");
            for (next, words) in children {
                let child = base + usize::from(next);
                this.nodes[child].parent = place as u16;
                waiting.push((child, words, depth + 1));
            }
            while place != 0 && this.is_taken(free + 1) {
                free += 1;
            }
        }
        this
    }

    fn grow(&mut self, length: usize) {
        let free = Node { parent: FREE, ..Node::default() };
        self.nodes.resize(self.nodes.len().max(length), free);
    }

    fn is_taken(&self, place: usize) -> bool {
        self.nodes.get(place).is_some_and(|it| it.parent != FREE)
    }

    /// The first word at a place of a text or behind it, the longest there: start, end, number.
    #[inline]
    pub(super) fn next(&self, text: &str, from: usize) -> Option<(usize, usize, usize)> {
        let mut rest = text.as_bytes().get(from..)?;
        loop {
            let start = text.len() - rest.len();
            let (maybe, length) = match rest.first_chunk() {
                Some(&window) if is_wide(window[0]) => {
                    let single = self.singles.has(place(window, WIDE));
                    (single | self.pairs.has(place(window, 2 * WIDE)), WIDE)
                }
                _ => match rest.first()? {
                    first @ 0..0x80 => match self.narrow[usize::from(*first)] {
                        NONE => (false, 1),
                        LONGER => (true, 1),
                        word => return Some((start, start + 1, usize::from(word))),
                    },
                    // What is no wide character, and what stands at the end, is looked up at once.
                    _ => (true, text[start..].chars().next().map_or(1, char::len_utf8)),
                },
            };
            if maybe && let Some((end, word)) = self.longest(text, start) {
                return Some((start, end, word));
            }
            rest = &rest[length..];
        }
    }

    /// The longest word that begins at a place of a text: its end and its number.
    fn longest(&self, text: &str, start: usize) -> Option<(usize, usize)> {
        let (number, mut at) = self.number_at(text, start);
        let mut place = usize::from(number);
        let mut node = self.nodes[place];
        let mut found = None;
        loop {
            if let Some(word) = usize::from(node.word).checked_sub(1) {
                found = Some((at, word));
            }
            if node.base == 0 {
                return found;
            }
            let (number, after) = self.number_at(text, at);
            if number == 0 {
                return found;
            }
            let child = usize::from(node.base) + usize::from(number);
            node = self.nodes[child];
            if usize::from(node.parent) != place {
                return found;
            }
            (place, at) = (child, after);
        }
    }

    /// The number of the character at a place of a text, and where it ends; 0 where no word has it.
    #[inline]
    fn number_at(&self, text: &str, at: usize) -> (u16, usize) {
        if let Some(&[first, second, third]) = text.as_bytes().get(at..).and_then(<[u8]>::first_chunk)
            && is_wide(first)
        {
            let bits = |byte: u8, kept: u8| u16::from(byte & kept);
            let c = bits(first, 0x0F) << 12 | bits(second, 0x3F) << 6 | bits(third, 0x3F);
            return (self.numbers[usize::from(c)], at + WIDE);
        }
        match text[at..].chars().next() {
            Some(c) => (self.numbers.get(c as usize).copied().unwrap_or(0), at + c.len_utf8()),
            None => (0, at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_at_each_place() {
        let words = ["a", "一", "一季度", "中心", "增", "增长", "增长到"];
        let trie = Trie::new(&words);
        for (text, found) in [
            ("第一季度增长到3", &["一季度", "增长到"][..]),
            ("一季增长率", &["一", "增长"]),
            ("中𠮷心中心aa", &["中心", "a", "a"]),
            ("一季", &["一"]),
            ("", &[]),
        ] {
            let mut at = 0;
            let next = || {
                let (start, end, word) = trie.next(text, at)?;
                at = end;
                Some((&text[start..end], words[word]))
            };
            let given: Vec<_> = std::iter::from_fn(next).collect();
            assert_eq!(given, found.iter().map(|it| (*it, *it)).collect::<Vec<_>>(), "{text}");
        }
    }
}
