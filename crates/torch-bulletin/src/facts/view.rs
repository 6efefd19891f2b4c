//! A text with its marks, as the rules for changes and rows look at it: clauses, and what stands between two places.

use super::date::DateMention;
use super::lexicon::ChangeWord;
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

/// The first mark from each place of a text on, so that a mark is looked up and never searched. Of marks that begin where an
/// earlier one has begun, or before it, only that one counts.
#[derive(Debug, Default)]
pub(super) struct Index {
    next: Vec<u32>,
}

/// Places that are written at once; what goes too far is written again.
const STEP: usize = 16;

impl Index {
    /// The index of the marks of a text of so many bytes.
    pub(super) fn write(&mut self, marks: &[Mark], bytes: usize) {
        // Every place of the text is written below.
        if self.next.len() < bytes + STEP {
            self.next.resize(bytes + STEP, 0);
        }
        let mut done = 0;
        for (mark, number) in marks.iter().zip(0..).chain([(&END, marks.len() as u32)]) {
            let upto = mark.start.min(bytes) + 1;
            let mut at = done;
            while at < upto
                && let Some(places) = self.next.get_mut(at..).and_then(<[u32]>::first_chunk_mut)
            {
                *places = [number; STEP];
                at += STEP;
            }
            done = done.max(upto);
        }
    }

    /// The first mark that begins at a place of the text or later; the number of all marks where there is none.
    #[inline]
    fn from(&self, place: usize) -> usize {
        self.next.get(place).map_or(0, |&it| it as usize)
    }
}

/// What stands behind all marks.
const END: Mark = Mark { start: usize::MAX - 1, end: usize::MAX, kind: Kind::Stop };

/// Marks that a rule looks back over at most, so that work stays linear whatever the text.
pub(super) const REACH: usize = 48;

/// The clause of a mark as far as it stands before it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// The mark itself.
    pub(super) mark: usize,
    /// The first mark of the clause, and where that begins.
    pub(super) first: usize,
    pub(super) clause: usize,
    /// Where the item begins that holds the mark, as [`View::item`] tells.
    pub(super) item: usize,
    /// Whether a word of change stands there, 较 or 比, a date: what most clauses have none of.
    pub(super) changes: bool,
    pub(super) compares: bool,
    pub(super) dated: bool,
}

impl<'t> View<'t> {
    pub(super) fn new(text: &'t str, marks: &'t Marks) -> Self {
        let Marks { marks, dates, amounts, index } = marks;
        Self { text, marks, dates, amounts, index }
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
    pub(super) fn measures(&self, mark: &Mark) -> bool {
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

    /// What stands before a mark in its clause, in one walk back.
    pub(super) fn around(&self, mark: usize) -> Around {
        let from = mark.saturating_sub(REACH);
        let clause = if from == 0 { 0 } else { self.marks[from].start };
        let mut this = Around { mark, first: from, clause, ..Around::default() };
        let mut item = None;
        for (at, it) in self.marks[..mark].iter().enumerate().skip(from).rev() {
            match it.kind {
                kind if kind.ends_clause() => {
                    (this.first, this.clause) = (at + 1, it.end);
                    break;
                }
                Kind::Pause => item = item.or(Some(it.end)),
                Kind::Amount(_) if item.is_none() && self.measures(it) => item = Some(it.end),
                Kind::Change(ChangeWord::Than) => (this.changes, this.compares) = (true, true),
                Kind::Change(_) => this.changes = true,
                Kind::Date(_) => this.dated = true,
                _ => {}
            }
        }
        this.item = item.unwrap_or(this.clause);
        this
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
        let first = self.index.from(start);
        let last = self.index.from(end).clamp(first, first + 2 * REACH);
        &self.marks[first..last]
    }

    /// The mark that begins exactly here.
    pub(super) fn at(&self, place: usize) -> Option<&'t Mark> {
        self.marks.get(self.index.from(place)).filter(|it| it.start == place)
    }
}
