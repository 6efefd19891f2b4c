//! Comparing what the contents list announces with what the body prints: equal when folded, or nearly.

use std::collections::BTreeSet;

use crate::fold::{folded, han};

/// Lines that one title or entry may take.
pub(super) const MOST_LINES: usize = 4;
/// Announced texts with the same opening that are tried for one line; more of them are a hostile text.
const TRIES: usize = 8;

/// How many lines of `a` and of `b` hold the same folded text, both ending with a line; `None` where they differ.
///
/// Wrapped in different places, an entry and its title are equal all the same.
pub(super) fn aligned<'t>(
    a: impl Fn(usize) -> Option<&'t str>,
    b: impl Fn(usize) -> Option<&'t str>,
) -> Option<(usize, usize)> {
    let (first, line) = (a(0)?, b(0)?);
    if first == line {
        return Some((1, 1));
    }
    if han(first).zip(han(line)).is_some_and(|(a, b)| a != b) {
        return None;
    }
    let (mut left, mut right) = (folded(first), folded(line));
    let (mut taken, mut printed) = (1, 1);
    loop {
        let (mut x, mut y) = (left.next(), right.next());
        if x.is_none() && y.is_none() {
            return Some((taken, printed));
        }
        if x.is_none() && taken < MOST_LINES {
            left = folded(a(taken)?);
            taken += 1;
            x = left.next();
        }
        if y.is_none() && printed < MOST_LINES {
            right = folded(b(printed)?);
            printed += 1;
            y = right.next();
        }
        if x.is_none() || x != y {
            return None;
        }
    }
}

/// The opening of a text: its first three folded characters.
pub(super) fn opening(text: &str) -> u64 {
    let mut rest = text.as_bytes();
    let mut key = 0;
    // Han characters (U+4000–U+9FFF) and ASCII, as nearly every line begins, fold to themselves.
    for _ in 0..3 {
        let (code, length) = match *rest {
            [] => break,
            [byte @ b'!'..=b'~', ..] => (u32::from(byte), 1),
            [a @ 0xE4..=0xE9, b, c, ..] => {
                (u32::from(a & 0x0F) << 12 | u32::from(b & 0x3F) << 6 | u32::from(c & 0x3F), 3)
            }
            _ => return folded(text).take(3).fold(0, |key, c| pack(key, u32::from(c))),
        };
        key = pack(key, code);
        rest = &rest[length..];
    }
    key
}

fn pack(key: u64, code: u32) -> u64 {
    (key << 21) | u64::from(code)
}

/// Announced texts by their opening, each to be found once.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Openings and items that wait to be found.
    waiting: BTreeSet<(u64, usize)>,
    /// One bit for each opening, so that most lines of the body cost no look-up.
    bits: Vec<u64>,
}

impl Index {
    const BITS: u64 = 12;

    pub(super) fn insert(&mut self, text: &str, item: usize) {
        let key = opening(text);
        if self.bits.is_empty() {
            self.bits = vec![0; 1 << (Self::BITS - 6)];
        }
        let bit = Self::bit(key);
        self.bits[bit >> 6] |= 1 << (bit & 63);
        self.waiting.insert((key, item));
    }

    /// The first item waiting under the opening of `text` that `fits`; `found` tells which are taken.
    pub(super) fn find<T>(
        &mut self,
        text: &str,
        found: &[bool],
        mut fits: impl FnMut(usize) -> Option<T>,
    ) -> Option<T> {
        if self.bits.is_empty() {
            return None;
        }
        let key = opening(text);
        let bit = Self::bit(key);
        if self.bits[bit >> 6] & (1 << (bit & 63)) == 0 {
            return None;
        }
        let taken = |item: usize| found.get(item).copied().unwrap_or(false);
        // What is taken waits no longer, so that it is passed over once.
        while let Some(&first) = self.waiting.range((key, 0)..).next()
            && first.0 == key
            && taken(first.1)
        {
            self.waiting.remove(&first);
        }
        let waiting = self.waiting.range((key, 0)..).take_while(|it| it.0 == key).map(|it| it.1);
        waiting.filter(|&item| !taken(item)).take(TRIES).find_map(&mut fits)
    }

    fn bit(key: u64) -> usize {
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - Self::BITS)) as usize
    }
}

/// How alike two texts are, from 0 to 1: the share of pairs of neighbouring characters they have in common (Dice).
///
/// Only the first 80 characters count, which bounds the work.
pub(super) fn likeness(a: &str, b: &str) -> f32 {
    let pairs = |text: &str| {
        let chars: Vec<char> = folded(text).take(80).collect();
        let mut pairs: Vec<(char, char)> = chars.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        pairs
    };
    let (a, b) = (pairs(a), pairs(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
        }
    }
    2.0 * common as f32 / (a.len() + b.len()) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(a: &[&'static str], b: &[&'static str]) -> Option<(usize, usize)> {
        aligned(|index| a.get(index).copied(), |index| b.get(index).copied())
    }

    #[test]
    fn wrapped_in_different_places() {
        assert_eq!(lines(&["园区建设取得", "进展"], &["园区建设", "取得进展", "正文"]), Some((2, 2)));
        assert_eq!(lines(&["园区 建设"], &["园区建设"]), Some((1, 1)));
        assert_eq!(lines(&["园区建设"], &["园区建设取得进展"]), None);
        assert_eq!(lines(&["园区"], &["园地"]), None);
    }

    #[test]
    fn an_item_is_found_once() {
        let mut index = Index::default();
        index.insert("园区建设", 0);
        index.insert("园区建设", 1);
        let mut found = [false; 2];
        assert_eq!(index.find("园区建设", &found, Some), Some(0));
        found[0] = true;
        assert_eq!(index.find("园区建设", &found, Some), Some(1));
        found[1] = true;
        assert_eq!(index.find("园区建设", &found, Some), None);
    }

    #[test]
    fn alike() {
        assert!(likeness("某市高新区再添省级基地", "某市高新区新增省级基地") > 0.6);
        assert!(likeness("某市高新区再添省级基地", "全国大赛启动会召开") < 0.2);
    }
}
