//! A text with its marks, as the rules for changes and rows look at it: clauses, and what stands between two places.

use super::date::DateMention;
use super::mark::{Kind, Mark, Marks};
use super::quantity::Amount;

/// A text and its marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'t> {
    pub(super) text: &'t str,
    pub(super) marks: &'t [Mark],
    pub(super) dates: &'t [DateMention],
    pub(super) amounts: &'t [Amount],
    index: &'t Index,
}

/// Where marks begin: a bit for each byte of the text at which one does that begins later than all before it, so that the
/// next mark is counted and not searched.
#[derive(Debug, Default)]
pub(super) struct Index {
    blocks: Vec<Block>,
    /// The mark of each bit.
    marks: Vec<u32>,
}

/// The bits of eight bytes, and how many stand before them.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    before: u32,
    bits: u8,
}

/// How many bits a byte has.
const ONES: [u8; 256] = {
    let mut ones = [0; 256];
    let mut at = 1;
    while at < ones.len() {
        ones[at] = ones[at / 2] + (at % 2) as u8;
        at += 1;
    }
    ones
};

impl Index {
    /// The index of the marks of a text of so many bytes.
    pub(super) fn write(&mut self, marks: &[Mark], bytes: usize) {
        self.blocks.clear();
        self.blocks.resize(bytes / 8 + 1, Block::default());
        self.marks.clear();
        self.marks.reserve(marks.len());
        let mut next = 0;
        for (mark, number) in marks.iter().zip(0..) {
            if mark.start >= next
                && let Some(block) = self.blocks.get_mut(mark.start / 8)
            {
                next = mark.start + 1;
                block.bits |= 1 << (mark.start % 8);
                self.marks.push(number);
            }
        }
        let mut before = 0;
        for block in &mut self.blocks {
            block.before = before;
            before += u32::from(ONES[usize::from(block.bits)]);
        }
    }

    /// The first mark that begins at a place or later; `None` where there is none.
    #[inline]
    fn from(&self, place: usize) -> Option<usize> {
        let block = self.blocks.get(place / 8)?;
        let before = block.bits & !(u8::MAX << (place % 8));
        self.marks.get(block.before as usize + usize::from(ONES[usize::from(before)])).map(|&it| it as usize)
    }

    /// Whether a mark begins at a place.
    #[inline]
    fn begins(&self, place: usize) -> bool {
        self.blocks.get(place / 8).is_some_and(|it| it.bits & 1 << (place % 8) != 0)
    }
}

/// Marks that a rule looks back over at most, so that work stays linear whatever the text.
pub(super) const REACH: usize = 48;

impl<'t> View<'t> {
    pub(super) fn new(text: &'t str, marks: &'t Marks) -> Self {
        let Marks { marks, dates, amounts, index } = marks;
        Self { text, marks, dates, amounts, index }
    }

    /// The first mark that begins at a place or later.
    fn first_from(&self, place: usize) -> usize {
        self.index.from(place).unwrap_or(self.marks.len())
    }

    pub(super) fn amount(&self, mark: usize) -> Option<&'t Amount> {
        match self.marks.get(mark)?.kind {
            Kind::Amount(index) => self.amounts.get(index as usize),
            _ => None,
        }
    }

    pub(super) fn date(&self, mark: usize) -> Option<&'t DateMention> {
        match self.marks.get(mark)?.kind {
            Kind::Date(index) => self.dates.get(index as usize),
            _ => None,
        }
    }

    /// Whether a mark is an amount that parts items; the number of a name does not.
    fn measures(&self, mark: &Mark) -> bool {
        matches!(mark.kind, Kind::Amount(index) if self.amounts.get(index as usize).is_some_and(|it| !it.bare))
    }

    /// The first mark of the clause that holds a mark, and where that clause begins.
    pub(super) fn clause(&self, mark: usize) -> (usize, usize) {
        let from = mark.saturating_sub(REACH);
        let boundary = self.marks[from..mark].iter().rposition(|it| it.kind.ends_clause());
        match boundary {
            Some(at) => (from + at + 1, self.marks[from + at].end),
            None if from == 0 => (0, 0),
            None => (from, self.marks[from].start),
        }
    }

    /// Where the item that holds a mark begins: after a mark between clauses or items, or after the amount before.
    pub(super) fn item(&self, mark: usize) -> usize {
        let from = mark.saturating_sub(REACH);
        let ends = |it: &Mark| it.kind.ends_clause() || it.kind == Kind::Pause || self.measures(it);
        match self.marks[from..mark].iter().rev().find(|it| ends(it)) {
            Some(it) => it.end,
            None if from == 0 => 0,
            None => self.marks[from].start,
        }
    }

    /// Where what follows a mark ends: at the next mark between clauses or items, or the next amount.
    pub(super) fn item_end(&self, mark: usize) -> usize {
        let ends = |it: &&Mark| {
            it.kind.ends_clause()
                || matches!(it.kind, Kind::Pause | Kind::Open | Kind::Close)
                || self.measures(it)
        };
        self.marks[mark + 1..].iter().take(REACH).find(ends).map_or(self.text.len(), |it| it.start)
    }

    /// The marks that begin in a range of the text.
    pub(super) fn within(&self, start: usize, end: usize) -> &'t [Mark] {
        let first = self.first_from(start);
        let last = self.first_from(end).clamp(first, first + 2 * REACH);
        &self.marks[first..last]
    }

    /// The mark that begins exactly here.
    pub(super) fn at(&self, place: usize) -> Option<&'t Mark> {
        // Most places are the beginning of none.
        if self.index.begins(place) { self.marks.get(self.index.from(place)?) } else { None }
    }
}
