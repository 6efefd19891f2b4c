//! Clauses and sentences 分句、句子: whom one is about as it begins, and what goes on behind its end.

use super::Walk;
use super::carried::Carried;
use crate::facts::calendar::Period;
use crate::facts::mark::Kind;
use crate::facts::subject::{self, Head, Subject};
use crate::facts::view::REACH;

impl Walk<'_, '_, '_> {
    /// A clause begins at the mark: who is it about?
    pub(super) fn clause(&mut self, mark: usize) {
        let start = match mark.checked_sub(1) {
            Some(before) => self.view.marks[before].end,
            None => 0,
        };
        // 1. , （一）, ①: the number of a paragraph is no part of what it says.
        let head = mark == 0 || self.view.marks[mark - 1].kind == Kind::Stop;
        let start = start + if head { subject::enumerator(&self.view.text[start..]) } else { 0 };
        self.clause_start = start;
        (self.target, self.point) = (None, None);
        let (end, named) = self.clause_end(mark);
        let head = Head::new(self.view, start, end, named);
        // Most clauses go on about what was named before.
        if head.may_tell() {
            self.names(&head);
        }
        self.suppose(start, head.first());
        self.among(start, end);
    }

    /// Takes in what the head of a clause names.
    fn names(&mut self, head: &Head<'_>) {
        if let Some((subjects, place)) = subject::list_at_head(self.view, head) {
            let text = self.view.text[place.clone()].into();
            self.sentence.subject = Some((Subject { text, zone: None, event: false }, place.clone()));
            self.members = Some((subjects, place));
        } else if let Some(found) =
            subject::at_head(self.view, head).or_else(|| subject::anaphor(self.view, head))
        {
            self.sentence.subject = Some(found);
        }
    }

    /// Where the clause ends that begins at a mark, and whether it has the name of a body or an event.
    fn clause_end(&self, mark: usize) -> (usize, bool) {
        let mut named = false;
        for it in self.view.marks.iter().skip(mark).take(REACH) {
            if it.kind.ends_clause() {
                return (it.start, named);
            }
            named |= matches!(it.kind, Kind::Body | Kind::Event);
        }
        // A clause without end may have one further on.
        (self.view.text.len(), named || self.view.marks.len() > mark + REACH)
    }

    /// A semicolon: levels take no more changes, and a count is no more the subject.
    pub(super) fn part_ends(&mut self) {
        (self.last_change, self.supposed) = (None, false);
        let first = self.recent();
        self.rows[first..].iter_mut().for_each(|it| it.level = false);
        if let Some(before) = self.before_count.take() {
            self.sentence.subject = before;
        }
        if self.sentence.subject.as_ref().is_some_and(|it| it.0.is_region()) {
            self.sentence.subject = None;
        }
    }

    pub(super) fn sentence_ends(&mut self, mark: usize) {
        self.part_ends();
        let Carried { subject, period, now } = std::mem::take(&mut self.sentence);
        // 西部地区占14%: a part of the country is what its own sentence is about.
        // So is a list, told off against numbers.
        if subject.as_ref().is_some_and(|it| !it.0.is_region() && !it.0.text.contains('、')) {
            self.paragraph.subject = subject;
        }
        // A year that has dated rows dates the next sentence too; one that only tells of an event does not, nor does the
        // beginning of what goes on.
        let period = period.filter(|it| !matches!(it, Period::Since(_)));
        if now || period.is_some() && self.rows.len() > self.first_of_sentence {
            self.paragraph.period = period;
        }
        (self.members, self.whole, self.among) = (None, None, None);
        self.spread.told = 0;
        self.number += 1;
        self.first_of_sentence = self.rows.len();
        self.last_change = None;
        self.books = 0;
        self.clause(mark + 1);
    }
}
