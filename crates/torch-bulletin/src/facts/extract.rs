//! The walk over the texts of an issue: titles, paragraphs, cells, attributions, in printed order.

mod cells;

use super::calendar::{Day, Period};
use super::date::Calendar;
use super::findings::{Findings, What};
use super::mark::{Kind, Mark, Marks};
use super::normal::Normal;
use super::observation::{self, Context};
use super::person::{self, Known};
use super::subject::{self, Subject};
use super::view::View;
use super::{Date, DateBasis, Fact, Person, Rule, Value, document, zone};
use crate::model::{Article, Block, MarkerStyle};
use crate::{Bulletin, Parsed, Span, Text};

/// What to extract; `Default` is right for bulletins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct FactOptions {
    /// Whether bare numbers, without a unit, are facts too.
    pub numbers: bool,
}

impl FactOptions {
    /// The same options with or without bare numbers.
    #[must_use]
    pub fn with_numbers(mut self, numbers: bool) -> Self {
        self.numbers = numbers;
        self
    }
}

/// The facts of one text, in printed order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The issue they are from, as in the ids of articles: `2022-12`; `None` where none is printed.
    pub issue: Option<String>,
    facts: Vec<Fact>,
}

impl Facts {
    /// All facts, ordered by place.
    pub fn iter(&self) -> std::slice::Iter<'_, Fact> {
        self.facts.iter()
    }

    /// The number of facts.
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }
}

impl<'f> IntoIterator for &'f Facts {
    type Item = &'f Fact;
    type IntoIter = std::slice::Iter<'f, Fact>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The facts of a parsed issue.
///
/// Never fails; the work grows linearly with the text.
pub fn extract(parsed: &Parsed<'_>, options: &FactOptions) -> Facts {
    extract_from(parsed.source(), parsed.bulletin(), options)
}

/// The facts of a tree and the text it was made from.
pub fn extract_from(source: &str, bulletin: &Bulletin, options: &FactOptions) -> Facts {
    let masthead = &bulletin.masthead;
    let issue =
        masthead.date.as_ref().map(|date| Day { year: date.year as i16, month: date.month, day: date.day });
    let year = masthead.issue.as_ref().and_then(|issue| issue.year).map(|year| Day::year(year as i16));
    let mut it = Extraction::new(source, Calendar { issue: issue.or(year), ..Calendar::default() }, options);
    if let (Some(date), Some(day)) = (&masthead.date, issue) {
        let value = Value::Date(Date { value: Some(Period::Point(day)), basis: Some(DateBasis::Explicit) });
        it.facts.push(Fact {
            article: None,
            block: None,
            text: date.span.into(),
            value,
            rule: Rule::MastheadDate,
        });
    }
    for (article, index) in bulletin.articles().zip(0_u32..) {
        it.article(article, index);
    }
    let key = masthead.issue.as_ref().map(|issue| issue.key());
    Facts { issue: key, facts: it.facts }
}

/// The facts of any Chinese text: a line is a paragraph, and `date` the day on which it was written.
///
/// The block of a fact is the number of its line, from 0; its article is `None`. What lies past 4 GiB − 1 bytes is not
/// read.
///
/// ```
/// use torch_bulletin::facts::{self, FactOptions, Value};
/// let text = "7月22日开班,300多名学员参加。";
/// let found = facts::extract_text(text, "2022-07-31".parse().ok(), &FactOptions::default());
/// let shown: Vec<_> = found.iter().map(|fact| (fact.value.kind(), fact.text.of(text))).collect();
/// assert_eq!(shown[..2], [("date", "7月22日".into()), ("quantity", "300多名".into())]);
/// ```
pub fn extract_text(text: &str, date: Option<Day>, options: &FactOptions) -> Facts {
    let source = &text[..text.floor_char_boundary(u32::MAX as usize)];
    let mut it = Extraction::new(source, Calendar { issue: date, ..Calendar::default() }, options);
    let (mut start, mut index) = (0, 0);
    for line in source.split('\n') {
        let mut at = start;
        // Lines end at LF, CR LF or a lone CR.
        for line in line.strip_suffix('\r').unwrap_or(line).split('\r') {
            it.place = Place { article: None, block: Some(index) };
            it.text(&Text::new(Span::at(at, at + line.len())), Part::Paragraph);
            at += line.len() + 1;
            index += 1;
        }
        start += line.len() + 1;
    }
    Facts { issue: None, facts: it.facts }
}

/// Where in the issue a text stands.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    article: Option<u32>,
    block: Option<u32>,
}

/// What kind of text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Title,
    Paragraph,
    /// What the paragraphs under it are about, where it names a zone.
    Heading,
    /// A caption, a note, a cell by itself: mentions, and no rows made of them.
    Other,
}

/// One walk, with what is kept from text to text.
struct Extraction<'s> {
    source: &'s str,
    calendar: Calendar,
    numbers: bool,
    facts: Vec<Fact>,
    found: Findings,
    marks: Marks,
    known: Known,
    context: Context,
    place: Place,
    /// Whether a paragraph of the article has been read.
    begun: bool,
}

impl<'s> Extraction<'s> {
    fn new(source: &'s str, calendar: Calendar, options: &FactOptions) -> Self {
        let place = Place::default();
        // A fact in some twenty bytes is what dense prose has.
        let facts = Vec::with_capacity((source.len() / 20).min(1 << 16));
        let (marks, known) = (Marks::default(), Known::default());
        let context = Context { issue: calendar.issue, ..Context::default() };
        let (numbers, found, begun) = (options.numbers, Findings::default(), false);
        Self { source, calendar, numbers, facts, found, marks, known, context, place, begun }
    }

    fn article(&mut self, article: &Article, index: u32) {
        self.place = Place { article: Some(index), block: None };
        self.known.clear();
        (self.calendar.reported, self.begun) = (None, false);
        self.context = Context { issue: self.calendar.issue, ..Context::default() };
        let mut contributors = article.attributions.iter().flat_map(|it| &it.organisations);
        let contributor = contributors.next().filter(|_| contributors.next().is_none());
        self.context.contributor = contributor.and_then(|body| self.subject_of(body));
        for title in [&article.title, &article.subtitle].into_iter().flatten() {
            self.text(title, Part::Title);
        }
        let mut above = Vec::new();
        for (block, index) in article.blocks.iter().zip(0_u32..) {
            self.place.block = Some(index);
            match block {
                Block::Paragraph { text, lead, marker, .. } => {
                    let over = self.context.heading.take();
                    // 一是资金缺口大。 is a sentence; 1. 苏州工业园。 is the case that its paragraph is about.
                    let said = marker.as_ref().is_some_and(|it| {
                        matches!(it.style, MarkerStyle::Shi | MarkerStyle::Ordinal | MarkerStyle::Sequence)
                    });
                    let lead = lead.as_ref().filter(|_| !said);
                    self.context.heading = lead.and_then(|lead| self.subject_of(lead)).or(over.clone());
                    self.text(text, Part::Paragraph);
                    self.context.heading = over;
                }
                Block::Heading { text, .. } => {
                    self.text(text, Part::Heading);
                }
                Block::Caption { text } | Block::Note { text } => {
                    self.text(text, Part::Other);
                    above.push(text);
                    continue;
                }
                Block::Table { rows } => self.table(rows, &above),
            }
            above.clear();
        }
        self.place.block = None;
        for attribution in &article.attributions {
            for body in &attribution.organisations {
                self.text(body, Part::Other);
            }
            let body = attribution.organisations.last().map(|body| body.of(self.source).into_owned());
            for name in &attribution.people {
                let printed = name.of(self.source);
                let person = Person {
                    name: printed.chars().filter(|c| !crate::is_blank(*c)).collect(),
                    titles: Vec::new(),
                    organisation: body.clone(),
                };
                let Place { article, block } = self.place;
                let (value, rule) = (Value::Person(person), Rule::NameInAttribution);
                self.facts.push(Fact { article, block, text: name.clone(), value, rule });
            }
        }
    }

    /// The zone or body that a short text names: an attribution, a lead.
    fn subject_of(&mut self, text: &Text) -> Option<Subject> {
        let joined = text.of(self.source);
        let normal = Normal::of(&joined);
        let mut marks = std::mem::take(&mut self.marks);
        marks.read(normal.text(), &self.calendar);
        let view = View::new(normal.text(), &marks);
        let found = subject::of_name(&view);
        self.marks = marks;
        found
    }

    /// Reads one text and keeps its facts.
    fn text(&mut self, text: &Text, part: Part) {
        let joined = text.of(self.source);
        let normal = Normal::of(&joined);
        let mut marks = std::mem::take(&mut self.marks);
        marks.read(normal.text(), &self.calendar);
        let view = View::new(normal.text(), &marks);
        match part {
            Part::Title if self.context.title.is_none() => self.context.title = subject::of_title(&view),
            Part::Heading => self.context.heading = subject::of_name(&view).filter(|it| it.zone.is_some()),
            _ => {}
        }
        if self.place.article.is_some() {
            self.calendar.learn(&marks.dates);
        }
        self.mentions(normal.text(), &marks);
        if part == Part::Paragraph && self.context.event.is_none() {
            let day = |value: Option<Period>| matches!(value, Some(Period::Point(Day { day: Some(_), .. })));
            // The day of the report stands in its first sentence.
            let stop = marks.marks.iter().find(|it| it.kind == Kind::Stop).map_or(usize::MAX, |it| it.start);
            let mut days = marks.dates.iter().filter(|it| day(it.value) && !it.base && it.start < stop);
            let first = !std::mem::replace(&mut self.begun, true);
            self.context.event = days.next().filter(|_| first).and_then(|date| date.value);
        }
        if part == Part::Paragraph {
            observation::rows(&view, &self.context, &mut self.found);
        }
        self.keep(text, &normal, &marks);
        self.marks = marks;
    }

    /// Keeps what was found in a text, in the order of its places: what is found later stays behind what has the same.
    fn keep(&mut self, text: &Text, normal: &Normal<'_>, marks: &Marks) {
        let map = text.map();
        let Place { article, block } = self.place;
        let facts = &mut self.facts;
        self.found.take(marks, |range, value, rule| {
            if let Some(text) = map.slice(normal.original(range)) {
                facts.push(Fact { article, block, text, value, rule });
            }
        });
    }

    /// Facts of single mentions: dates, quantities, numbers, zones, documents.
    fn mentions(&mut self, text: &str, marks: &Marks) {
        let found = &mut self.found;
        let (mut zones, mut books, mut people) = (false, false, false);
        for mark in &marks.marks {
            match mark.kind {
                Kind::Zone(_) | Kind::Place(_) => zones = true,
                Kind::OpenBook => books = true,
                Kind::Title(_) | Kind::Cue => people = true,
                Kind::CloseQuote => people |= person::is_team(text, mark),
                Kind::Date(index) => {
                    let date = &marks.dates[index as usize];
                    found.push(date.start..date.end, What::Date(index));
                }
                Kind::Amount(index) => {
                    let amount = &marks.amounts[index as usize];
                    let range = amount.start..amount.end;
                    if amount.bare {
                        if self.numbers {
                            found.add(range, Value::Number(amount.quantity.measure), amount.rule);
                        }
                        continue;
                    }
                    found.push(range.clone(), What::Amount(index));
                    if let Some(plain) = amount.plain.filter(|_| self.numbers) {
                        let measure =
                            super::Measure { low: Some(plain), high: Some(plain), ..amount.quantity.measure };
                        found.add(range, Value::Number(measure), Rule::Fraction);
                    }
                }
                _ => {}
            }
        }
        let mut whole = |mark: Mark, value, rule| found.add(mark.start..mark.end, value, rule);
        // Most texts name none of these.
        if zones {
            zone::zones(text, &marks.marks, self.calendar.issue, &mut whole);
        }
        if books {
            document::documents(text, &marks.marks, &mut whole);
        }
        if people {
            person::persons(text, &marks.marks, &mut self.known, &mut whole);
        } else {
            person::again(text, &self.known, &[], &mut whole);
        }
    }
}
