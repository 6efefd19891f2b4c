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
    /// For every so many bytes of the text, the first mark that begins there or later.
    index: &'t [u32],
}

/// Bytes of a text for which one place of the index stands: some five characters.
const BLOCK: usize = 16;

/// Marks that a rule looks back over at most, so that work stays linear whatever the text.
pub(super) const REACH: usize = 48;

impl<'t> View<'t> {
    pub(super) fn new(text: &'t str, marks: &'t Marks) -> Self {
        let Marks { marks, dates, amounts, index } = marks;
        Self { text, marks, dates, amounts, index }
    }

    /// The index of the marks of a text.
    pub(super) fn write_index(marks: &[Mark], index: &mut Vec<u32>) {
        index.clear();
        for (mark, number) in marks.iter().zip(0..) {
            index.resize(index.len().max(mark.start / BLOCK + 1), number);
        }
    }

    /// The first mark that begins at a place or later.
    fn first_from(&self, place: usize) -> usize {
        let from = self.index.get(place / BLOCK).map_or(self.marks.len(), |&it| it as usize);
        from + self.marks[from..].iter().take_while(|it| it.start < place).count()
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
        let count = self.marks[first..].iter().take(2 * REACH).take_while(|it| it.start < end).count();
        &self.marks[first..first + count]
    }

    /// The mark that begins exactly here.
    pub(super) fn at(&self, place: usize) -> Option<&'t Mark> {
        let first = self.first_from(place);
        self.marks.get(first).filter(|it| it.start == place)
    }
}
