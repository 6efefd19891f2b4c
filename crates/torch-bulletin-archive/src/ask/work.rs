//! What makes the steps of an answer: an export of one table, a search, a catalogue.

use std::cell::RefCell;
use std::mem;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::json;
use torch_bulletin::search::Query;
use torch_bulletin_wire::tables::Table;
use torch_bulletin_wire::{CountBy, Counts, OffsetMarks, OffsetUnit, counts_to_ndjson, hits_to_ndjson};

use super::question::{Named, Question};
use super::{Answer, Made, News, Step, Unread};
use crate::keys::source_of;
use crate::{Catalogue, Export, InputRecord, IssuePart, Search, SourceText, Summary, Walk, Watch};

/// The rows of a table.
pub(super) fn table(question: Question, table: Table, unit: OffsetUnit) -> Answer {
    Answer::begin(move |take| {
        let export = Export::new()
            .with_offsets(unit)
            .with_options(question.options.clone())
            .with_numbers(question.numbers)
            .with_threads(question.threads)
            .with_limits(question.limits());
        let news = RefCell::new(News::default());
        let mut reporter = Reporter { news: &news, shown: question.shown };
        export.to_batches(&question.paths, table, &mut reporter, |rows| {
            take(Step { news: told(&mut news.borrow_mut()), made: Made::Rows(rows) })
        });
    })
}

/// The words in context, or how often they were found.
pub(super) fn search(
    question: Question,
    query: Query,
    count_by: Option<CountBy>,
    unit: OffsetUnit,
) -> Answer {
    Answer::begin(move |take| {
        let mut told = Told::new(&question);
        let mut counts = count_by.map(Counts::new);
        let search = Search::new(told.walk(&question), query.clone()).with_options(question.options);
        let mut called_off = false;
        search.in_order(question.threads, |found| {
            told.news.inputs += u64::from(found.ends);
            match &found.issues {
                Err(error) => told.news.unread.push(Unread::of(&found.name, error)),
                Ok(issues) => {
                    for issue in issues {
                        told.news.issues += 1;
                        let name = issue.name(&found.name);
                        let hits = issue.hits(&name, &query, unit);
                        match &mut counts {
                            Some(counts) => counts.add(&hits),
                            None => told.lines += &hits_to_ndjson(&hits),
                        }
                    }
                }
            }
            let goes_on = told.step(take);
            called_off = goes_on.is_break();
            goes_on
        });
        if !called_off {
            told.lines += &counts.as_ref().map(counts_to_ndjson).unwrap_or_default();
            let _ = told.last(take);
        }
    })
}

/// The issues that there are, what is found about them, and their sections.
pub(super) fn catalogue(question: Question) -> Answer {
    Answer::begin(move |take| {
        let mut told = Told::new(&question);
        let mut catalogue = Catalogue::default();
        let mut called_off = false;
        let walk = told.walk(&question);
        catalogue.gather(walk, &question.options, question.threads, |input| {
            told.news.inputs += 1;
            match input.issues {
                Ok(issues) => told.news.issues += issues as u64,
                Err(error) => told.news.unread.push(Unread::of(&input.name, &error)),
            }
            let goes_on = told.step(take);
            called_off = goes_on.is_break();
            goes_on
        });
        if !called_off {
            told.lines += &catalogue.to_ndjson();
            let _ = told.last(take);
        }
    })
}

/// Where each issue of a text begins and ends.
pub(super) fn parts(question: Question, Named { name, text }: Named, unit: OffsetUnit) -> Answer {
    Answer::begin(move |take| {
        let marks = OffsetMarks::new(&text, unit);
        let line = |IssuePart { key, span, .. }: IssuePart<'_>| {
            let name = source_of(&name, key.as_deref());
            let (start, end) = (marks.at_byte(&text, span.start()), marks.at_byte(&text, span.end()));
            format!("{}\n", json!({ "name": name, "start": start, "end": end }))
        };
        let source = SourceText::of(&text);
        let lines = source.issues(&question.options).map(line).collect();
        let _ = take(Step { news: News::default(), made: Made::Lines(lines) });
    })
}

/// The news for one step; of what was not read, the next one has only what comes after.
fn told(news: &mut News) -> News {
    let unread = mem::take(&mut news.unread);
    News { unread, ..news.clone() }
}

/// Writes down what an export tells.
struct Reporter<'n> {
    news: &'n RefCell<News>,
    shown: bool,
}

impl Watch for Reporter<'_> {
    fn input(&mut self, record: &InputRecord) {
        self.news.borrow_mut().unread.extend(Unread::of_record(record));
    }

    fn progress(&mut self, done: u64, total: u64, summary: &Summary) {
        let mut news = self.news.borrow_mut();
        (news.done, news.total) = (done, total);
        (news.inputs, news.issues) = (summary.inputs, summary.issues);
    }

    fn is_shown(&self) -> bool {
        self.shown
    }
}

/// What was told and made since the last step.
struct Told {
    news: News,
    lines: String,
    read: Arc<AtomicU64>,
    waiting: usize,
}

/// So many inputs, or bytes of lines, make a step.
const INPUTS: usize = 32;
const BYTES: usize = 64 << 10;

impl Told {
    fn new(question: &Question) -> Self {
        let mut news = News::default();
        if question.shown {
            news.total = Walk::new(&question.paths).bytes_on_disk();
        }
        Self { news, lines: String::new(), read: Arc::default(), waiting: 0 }
    }

    fn walk(&mut self, question: &Question) -> Walk {
        let walk = Walk::new(&question.paths).with_limits(question.limits());
        self.read = walk.progress();
        walk
    }

    fn step(&mut self, take: &mut dyn FnMut(Step) -> ControlFlow<()>) -> ControlFlow<()> {
        self.waiting += 1;
        if self.waiting < INPUTS && self.lines.len() < BYTES {
            return ControlFlow::Continue(());
        }
        self.last(take)
    }

    fn last(&mut self, take: &mut dyn FnMut(Step) -> ControlFlow<()>) -> ControlFlow<()> {
        self.waiting = 0;
        let (read, total) = (self.read.load(Ordering::Relaxed), self.news.total);
        self.news.done = if total == 0 { read } else { read.min(total) };
        let made =
            if self.lines.is_empty() { Made::Nothing } else { Made::Lines(mem::take(&mut self.lines)) };
        take(Step { news: told(&mut self.news), made })
    }
}
