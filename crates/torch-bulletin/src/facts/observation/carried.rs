//! Subject and period 主语、时期 that a row does not print itself: what the clauses, sentences and titles before have said.

use std::ops::Range;
use std::sync::Arc;

use super::Walk;
use crate::facts::calendar::{Day, Period};
use crate::facts::subject::Subject;
use crate::facts::{PeriodRule, SubjectRule};

/// What is known of an article before its paragraphs are read.
#[derive(Clone, Debug, Default)]
pub(in crate::facts) struct Context {
    pub(in crate::facts) issue: Option<Day>,
    pub(in crate::facts) title: Option<Subject>,
    pub(in crate::facts) contributor: Option<Subject>,
    pub(in crate::facts) heading: Option<Subject>,
    /// The day of the event that the article reports.
    pub(in crate::facts) event: Option<Period>,
}

impl Context {
    /// The zone that the article is about.
    fn zone(&self) -> Option<&'static str> {
        let zone = |subject: &Option<Subject>| subject.as_ref().and_then(|it| it.zone);
        zone(&self.title).or_else(|| zone(&self.contributor))
    }

    /// Who a row is about that names nobody: what the heading, the title or the attribution names.
    pub(in crate::facts) fn subject(&self) -> Told {
        let own = self.zone();
        let give = |subject: &Subject, rule| (Some(subject.text.clone()), rule, subject.zone.or(own));
        if let Some(subject) = self.heading.as_ref().filter(|it| it.zone.is_some() || own.is_none()) {
            return give(subject, SubjectRule::Heading);
        }
        if let Some(subject) = &self.title {
            if subject.zone.is_none()
                && !subject.event
                && let Some(contributor) = self.contributor.as_ref().filter(|it| it.zone.is_some())
            {
                return give(contributor, SubjectRule::Contributor);
            }
            return give(subject, SubjectRule::Title);
        }
        match &self.contributor {
            Some(subject) => give(subject, SubjectRule::Contributor),
            None => (None, SubjectRule::None, own),
        }
    }
}

/// A subject, where it was found, and its zone.
type Told = (Option<Arc<str>>, SubjectRule, Option<&'static str>);

/// What the clauses before have left.
#[derive(Clone, Debug, Default)]
pub(super) struct Carried {
    pub(super) subject: Option<(Subject, Range<usize>)>,
    pub(super) period: Option<Period>,
    /// 目前: at the date of the issue, which no period names.
    pub(super) now: bool,
}

impl Walk<'_, '_, '_> {
    /// Who the row is about, where that was found, and its zone.
    pub(super) fn subject(&self, at: usize) -> Told {
        // 全国, 陕西省, a firm: another body that the text names is not the zone that the article is from.
        let named = |subject: &Subject, rule| (Some(subject.text.clone()), rule, subject.zone);
        if let Some((subject, range)) = &self.sentence.subject {
            let clause = range.start >= self.clause_start && range.end <= at;
            return named(subject, if clause { SubjectRule::Clause } else { SubjectRule::Sentence });
        }
        if let Some((subject, _)) = &self.paragraph.subject {
            return named(subject, SubjectRule::Paragraph);
        }
        self.context.subject()
    }

    pub(super) fn period(&self) -> (Option<Period>, PeriodRule) {
        if self.sentence.period.is_some() {
            return (self.sentence.period, PeriodRule::Sentence);
        }
        if self.sentence.now {
            return (None, PeriodRule::None);
        }
        if self.paragraph.period.is_some() {
            return (self.paragraph.period, PeriodRule::Paragraph);
        }
        let reports_event =
            self.context.title.as_ref().is_some_and(|it| it.zone.is_none()) && self.context.zone().is_none();
        match self.context.event.filter(|_| reports_event) {
            Some(event) => (Some(event), PeriodRule::Event),
            None => (None, PeriodRule::None),
        }
    }
}
