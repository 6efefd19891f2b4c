//! Facts 事实 in a page: which element a mention becomes, and how mentions that overlap nest.

use std::cmp::Reverse;

use super::html::escape;
use super::said::said;
use crate::Span;
use crate::facts::{Change, Fact, Measure, Period, Unit, Value};

/// Mentions that may lie in one another; what lies deeper is not marked, so that a page stays as long as its text.
const DEPTH: usize = 8;

/// The style of marked facts, for the head of a page.
pub(super) const STYLE: &str = "\
[data-kind] { background: none; color: inherit; border-bottom: 2px solid #8a8a8a; }
[data-kind=date] { border-color: #2f6fbf; }
[data-kind=quantity], [data-kind=number] { border-color: #b3661e; }
[data-kind=change] { border-color: #a33a8f; border-bottom-style: dashed; }
[data-kind=observation] { border-color: #4f8a3a; border-bottom-style: dotted; }
[data-kind=person] { border-color: #7a5ccc; }
[data-kind=zone] { border-color: #23897f; }
";

/// Where facts are mentioned, by place.
#[derive(Debug, Default)]
pub(super) struct Marks<'f> {
    marks: Vec<Mark<'f>>,
}

/// One place, and the fact it belongs to.
#[derive(Clone, Copy, Debug)]
struct Mark<'f> {
    span: Span,
    /// The number of the fact.
    number: usize,
    fact: &'f Fact,
}

impl<'f> Marks<'f> {
    pub(super) fn new(facts: impl IntoIterator<Item = &'f Fact>) -> Self {
        let places = facts.into_iter().enumerate();
        let mut marks: Vec<_> = places
            .flat_map(|(number, fact)| fact.text.spans().map(move |span| Mark { span, number, fact }))
            .collect();
        // Of two in one place the row stands around its number.
        marks.sort_by_key(|it| (it.span.start(), Reverse(it.span.end()), rank(&it.fact.value), it.number));
        Self { marks }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// Writes a piece of the source, escaped, with its facts.
    ///
    /// Elements nest, and facts need not: where one ends inside another, the inner is closed and opened again. Both parts have
    /// the number of the fact.
    pub(super) fn write(&self, source: &str, piece: Span, out: &mut String) {
        let first = self.marks.partition_point(|it| it.span.start() < piece.start());
        let inside = |it: &&Mark<'f>| it.span.end() <= piece.end() && !it.span.is_empty();
        let mut coming = self.marks[first..]
            .iter()
            .take_while(|it| it.span.start() < piece.end())
            .filter(inside)
            .peekable();
        let mut open: Vec<Mark<'f>> = Vec::new();
        let mut at = piece.start();
        loop {
            let ends = open.iter().map(|it| it.span.end()).min();
            let begins = coming.peek().map(|it| it.span.start());
            let next = match (ends, begins) {
                (Some(end), Some(start)) => end.min(start),
                (Some(one), None) | (None, Some(one)) => one,
                (None, None) => break,
            };
            escape(Span::new(at, next).of(source).unwrap_or_default(), out);
            at = next;
            if let Some(outermost) = open.iter().position(|it| it.span.end() == at) {
                open[outermost..].iter().rev().for_each(|it| close(it.fact, out));
                let inner = open.split_off(outermost);
                for mark in inner.into_iter().filter(|it| it.span.end() != at) {
                    begin(&mark, out);
                    open.push(mark);
                }
            }
            while let Some(mark) = coming.next_if(|it| it.span.start() == at) {
                if open.len() < DEPTH {
                    begin(mark, out);
                    open.push(*mark);
                }
            }
        }
        escape(Span::new(at, piece.end()).of(source).unwrap_or_default(), out);
    }
}

/// What is made of others stands around them.
fn rank(value: &Value) -> u8 {
    match value {
        Value::Figures(_) => 0,
        Value::Observation(_) => 1,
        Value::Change(_) => 2,
        Value::Person(_) | Value::Document(_) => 3,
        Value::Zone(_) | Value::Date(_) => 4,
        Value::Quantity(_) => 5,
        Value::Number(_) => 6,
    }
}

/// `time` for a point in time that HTML knows, `data` for one number, else `mark`.
fn element(fact: &Fact) -> &'static str {
    match &fact.value {
        Value::Date(date) if matches!(date.value, Some(Period::Point(_))) => "time",
        Value::Quantity(quantity) if quantity.measure.value().is_some() => "data",
        Value::Number(measure) if measure.value().is_some() => "data",
        _ => "mark",
    }
}

fn close(fact: &Fact, out: &mut String) {
    out.push_str("</");
    out.push_str(element(fact));
    out.push('>');
}

fn begin(mark: &Mark<'_>, out: &mut String) {
    let Mark { fact, number, span: _ } = *mark;
    out.push('<');
    out.push_str(element(fact));
    let mut tag = Tag { out };
    match &fact.value {
        Value::Date(date) => {
            if let (Some(value), true) = (date.value, element(fact) == "time") {
                tag.put("datetime", &value.to_string());
            }
        }
        Value::Quantity(quantity) => tag.some("value", quantity.measure.value()),
        Value::Number(measure) => tag.some("value", measure.value()),
        _ => {}
    }
    tag.put("data-kind", fact.value.kind());
    tag.put("data-fact", &number.to_string());
    tag.put("data-rule", fact.rule.as_str());
    tag.said(&fact.value);
    tag.put("title", &said(fact));
    out.push('>');
}

struct Tag<'o> {
    out: &'o mut String,
}

impl Tag<'_> {
    fn put(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(value, self.out);
        self.out.push('"');
    }

    fn some(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.put(name, &value.to_string());
        }
    }

    /// The fields of the JSON, as far as there is something in them.
    fn said(&mut self, value: &Value) {
        match value {
            Value::Date(date) => {
                self.some("data-value", date.value);
                self.some("data-basis", date.basis);
            }
            Value::Quantity(quantity) => {
                self.measure(quantity.measure, quantity.unit);
                self.some("data-dimension", quantity.dimension);
            }
            Value::Number(measure) => self.measure(*measure, None),
            Value::Change(change) => self.change("data-", change),
            Value::Observation(row) => {
                self.some("data-subject", row.subject.as_deref());
                self.some("data-zone", row.zone);
                self.put("data-metric", &row.metric);
                self.some("data-period", row.period);
                if row.measure.printed().is_some() {
                    self.measure(row.measure, row.unit);
                }
                if let Some(change) = &row.change {
                    self.change("data-change-", change);
                }
            }
            Value::Person(person) => {
                self.put("data-name", &person.name);
                if !person.titles.is_empty() {
                    self.put("data-titles", &person.titles.join("、"));
                }
                self.some("data-organisation", person.organisation.as_deref());
            }
            Value::Zone(zone) => {
                self.some("data-zone", zone.zone);
                self.some("data-province", zone.province);
                self.some("data-approved", zone.approved);
            }
            Value::Document(document) => self.put("data-title", &document.title),
            Value::Figures(figures) => self.put("data-relation", &figures.relation),
        }
    }

    fn measure(&mut self, measure: Measure, unit: Option<Unit>) {
        let Measure { low, high, comparator, approximate } = measure;
        self.some("data-low", low);
        self.some("data-high", high);
        self.put("data-comparator", comparator.as_str());
        if approximate {
            self.put("data-approximate", "true");
        }
        self.some("data-unit", unit);
    }

    fn change(&mut self, prefix: &str, change: &Change) {
        self.put(&format!("{prefix}direction"), change.direction.as_str());
        self.some(&format!("{prefix}value"), change.value);
        self.some(&format!("{prefix}unit"), change.unit);
        self.put(&format!("{prefix}basis"), &change.basis_text());
        self.some(&format!("{prefix}base-period"), change.base_period);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;
    use crate::facts::{DocumentMention, Rule};

    /// Documents at places of a text, as they are written there.
    fn written(source: &str, places: &[(u32, u32)]) -> String {
        let fact = |&(start, end): &(u32, u32)| Fact {
            article: None,
            block: None,
            text: Text::new(Span::new(start, end)),
            value: Value::Document(DocumentMention { title: "T".to_owned() }),
            rule: Rule::TitleMarks,
        };
        let facts: Vec<Fact> = places.iter().map(fact).collect();
        let mut marks: Vec<_> = facts
            .iter()
            .enumerate()
            .map(|(number, fact)| Mark { span: fact.text.head(), number, fact })
            .collect();
        marks.sort_by_key(|it| (it.span.start(), Reverse(it.span.end())));
        let mut out = String::new();
        Marks { marks }.write(source, Span::new(0, source.len() as u32), &mut out);
        let out = out.replace(" data-rule=\"title-marks\" data-title=\"T\" title=\"T\"", "");
        out.replace(" data-kind=\"document\" data-fact=", " ").replace('"', "")
    }

    #[test]
    fn mentions_nest_and_those_that_overlap_are_cut() {
        for (places, expected) in [
            (&[(1, 2)][..], "a<mark 0>b</mark>cdef"),
            (&[(0, 6), (2, 4)], "<mark 0>ab<mark 1>cd</mark>ef</mark>"),
            (&[(0, 3), (3, 6)], "<mark 0>abc</mark><mark 1>def</mark>"),
            (&[(0, 4), (2, 6)], "<mark 0>ab<mark 1>cd</mark></mark><mark 1>ef</mark>"),
            (&[(1, 3), (1, 3)], "a<mark 0><mark 1>bc</mark></mark>def"),
            (&[(1, 3), (0, 3)], "<mark 1>a<mark 0>bc</mark></mark>def"),
        ] {
            assert_eq!(written("abcdef", places), expected, "{places:?}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let places: Vec<(u32, u32)> = (0..50).map(|at| (at, 100)).collect();
        let out = written(&"a".repeat(100), &places);
        assert_eq!(out.matches("<mark").count(), DEPTH);
    }
}
