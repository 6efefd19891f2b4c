//! Comparing what the contents list announces with what the body prints: equal when folded, or nearly.

use crate::fold::{folded, may_fold, without_common};

/// Lines that one title or entry may take.
pub(super) const MOST_LINES: usize = 4;
/// Announced texts with the same opening that are tried for one line; more of them are a hostile text.
const TRIES: usize = 8;
/// Openings that are looked at in one slot; more of them are a hostile text.
const PASSED: usize = 64;

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
    let (first, line) = without_common(first, line);
    let differ = !first.is_empty() && !line.is_empty() && !may_fold(first) && !may_fold(line);
    if differ {
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
    openings: Vec<Opening>,
    items: Vec<Item>,
    /// The first opening of each slot; there are as many slots as openings, or more.
    slots: Vec<u32>,
    /// One bit for each first character, so that most lines of the body cost no more.
    heads: [u64; 4],
}

/// An opening, and the first and the last item that waits under it.
#[derive(Clone, Copy, Debug)]
struct Opening {
    key: u64,
    first: u32,
    last: u32,
    /// The opening after it in its slot.
    next: u32,
}

/// An announced text, and the one that waits after it.
#[derive(Clone, Copy, Debug)]
struct Item {
    item: u32,
    next: u32,
}

/// No opening, no item.
const NONE: u32 = u32::MAX;

impl Index {
    const SLOTS: usize = 64;

    /// Adds an item after those that are there.
    pub(super) fn insert(&mut self, text: &str, item: usize) {
        if let Some(head) = folded(text).next().map(u32::from) {
            self.heads[(head >> 6 & 3) as usize] |= 1 << (head & 63);
        }
        let added = self.items.len() as u32;
        self.items.push(Item { item: item as u32, next: NONE });
        let key = opening(text);
        if let Some(opening) = self.place(key) {
            let last = std::mem::replace(&mut self.openings[opening].last, added);
            match self.items.get_mut(last as usize) {
                Some(last) => last.next = added,
                None => self.openings[opening].first = added,
            }
            return;
        }
        if self.openings.len() == self.slots.len() {
            self.grow();
        }
        self.openings.push(Opening { key, first: added, last: added, next: NONE });
        self.link(self.openings.len() - 1);
    }

    /// Makes room for more openings.
    fn grow(&mut self) {
        let slots = (2 * self.slots.len()).max(Self::SLOTS);
        self.slots = vec![NONE; slots];
        self.openings.reserve(slots / 4);
        self.items.reserve(slots / 4);
        (0..self.openings.len()).for_each(|opening| self.link(opening));
    }

    /// Puts an opening at the head of its slot.
    fn link(&mut self, opening: usize) {
        let slot = self.slot(self.openings[opening].key);
        self.openings[opening].next = std::mem::replace(&mut self.slots[slot], opening as u32);
    }

    /// Where an opening is.
    fn place(&self, key: u64) -> Option<usize> {
        let mut at = *self.slots.get(self.slot(key))?;
        for _ in 0..PASSED {
            let opening = self.openings.get(at as usize)?;
            if opening.key == key {
                return Some(at as usize);
            }
            at = opening.next;
        }
        None
    }

    /// The first item under the opening of `text` that `fits`; `found` tells which are taken.
    pub(super) fn find<T>(
        &mut self,
        text: &str,
        found: &[bool],
        mut fits: impl FnMut(usize) -> Option<T>,
    ) -> Option<T> {
        if !self.may_hold(text) {
            return None;
        }
        let opening = self.place(opening(text))?;
        let (mut before, mut at, mut tries) = (NONE, self.openings[opening].first, 0);
        while let Some(&Item { item, next }) = self.items.get(at as usize)
            && tries < TRIES
        {
            if found.get(item as usize).copied().unwrap_or(false) {
                self.take_out(opening, before, next);
            } else if let Some(fit) = fits(item as usize) {
                return Some(fit);
            } else {
                tries += 1;
                before = at;
            }
            at = next;
        }
        None
    }

    /// Whether the first character of a text begins an announced one, as far as a line tells that begins as nearly every
    /// one does.
    fn may_hold(&self, text: &str) -> bool {
        match *text.as_bytes() {
            [0xE4..=0xE9, second, third, ..] => self.heads[usize::from(second & 3)] & 1 << (third & 63) != 0,
            _ => true,
        }
    }

    /// Takes the item between two others out, so that what is taken is passed once.
    fn take_out(&mut self, opening: usize, before: u32, next: u32) {
        match self.items.get_mut(before as usize) {
            Some(before) => before.next = next,
            None => self.openings[opening].first = next,
        }
        if next == NONE {
            self.openings[opening].last = before;
        }
    }

    fn slot(&self, key: u64) -> usize {
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & self.slots.len().wrapping_sub(1)
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
    fn every_item_is_found_among_many() {
        let names: Vec<String> = (0..400).map(|number| format!("{number}号园区")).collect();
        let mut index = Index::default();
        names.iter().enumerate().for_each(|(item, name)| index.insert(name, item));
        for (item, name) in names.iter().enumerate() {
            assert_eq!(index.find(name, &[], |found| (names[found] == *name).then_some(found)), Some(item));
        }
    }

    #[test]
    fn alike() {
        assert!(likeness("某市高新区再添省级基地", "某市高新区新增省级基地") > 0.6);
        assert!(likeness("某市高新区再添省级基地", "全国大赛启动会召开") < 0.2);
    }
}
