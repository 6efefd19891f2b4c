//! Facts 事实, a row each: all kinds in one table, or observations with the columns that they have.

use std::borrow::Cow;

use arrow_array::RecordBatch;
use torch_bulletin::Bulletin;
use torch_bulletin::facts::{
    Change, Date, Decimal, Fact, Figures, Measure, Observation, Person, Rule, Unit, Value, province,
};
use torch_bulletin::model::Article;

use super::super::columns::{Columns, Row};
use super::super::issue::Keyed;
use super::layout::{FACTS, OBSERVATIONS};
use crate::OffsetUnit;

/// Observations 指标, a row each: zone × metric × period × value, with the change and the place. Facts of other kinds are
/// passed over.
///
/// ```
/// use torch_bulletin::facts::{FactOptions, extract_text};
/// use torch_bulletin_wire::{OffsetUnit, tables};
/// let text = "2021年,江州高新区生产总值达到366.1亿元,同比增长5.1%。";
/// let found = extract_text(text, None, &FactOptions::default());
/// let all: Vec<_> = found.iter().collect();
/// let table = tables::observations(text, &torch_bulletin::Bulletin::default(), &all, OffsetUnit::Codepoint);
/// assert_eq!(table.num_rows(), 1);
/// ```
pub fn observations(source: &str, bulletin: &Bulletin, facts: &[&Fact], unit: OffsetUnit) -> RecordBatch {
    let place = Place::new(source, bulletin, unit);
    let mut columns = Columns::new(OBSERVATIONS);
    for fact in facts.iter().copied().filter(|fact| observation(fact).is_some()) {
        let row = changed(measured(place.cells(columns.row(), fact), fact), fact);
        place.words(row, fact).end();
    }
    columns.finish()
}

/// Facts of every kind in one table; what a kind does not have is null.
///
/// ```
/// use torch_bulletin::facts::{FactOptions, extract_text};
/// use torch_bulletin_wire::{OffsetUnit, tables};
/// let text = "7月22日开班,300多名学员参加。";
/// let found = extract_text(text, "2022-07-31".parse().ok(), &FactOptions::default());
/// let all: Vec<_> = found.iter().collect();
/// let table = tables::facts(text, &torch_bulletin::Bulletin::default(), &all, OffsetUnit::Codepoint);
/// assert_eq!(table.num_rows(), found.len());
/// ```
pub fn facts(source: &str, bulletin: &Bulletin, facts: &[&Fact], unit: OffsetUnit) -> RecordBatch {
    let place = Place::new(source, bulletin, unit);
    let mut columns = Columns::new(FACTS);
    for fact in facts.iter().copied() {
        let row = columns.row().text(Some(fact.value.kind()));
        let row = others(changed(measured(place.cells(row, fact), fact), fact), fact);
        place.words(row, fact).end();
    }
    columns.finish()
}

/// Where facts are printed.
struct Place<'s> {
    issue: Keyed<'s>,
    /// The id of each article, and its title.
    articles: Vec<(String, Option<Cow<'s, str>>)>,
}

impl<'s> Place<'s> {
    fn new(source: &'s str, bulletin: &'s Bulletin, unit: OffsetUnit) -> Self {
        let issue = Keyed::new(None, source, bulletin, unit);
        let article = |(number, article): (usize, &Article)| {
            (bulletin.article_id(number), issue.maybe(article.title.as_ref()))
        };
        let articles = bulletin.articles().enumerate().map(article).collect();
        Self { issue, articles }
    }

    /// The columns from `issue` to `page`.
    fn cells<'c>(&self, row: Row<'c>, fact: &Fact) -> Row<'c> {
        let it = &self.issue;
        let article = fact.article.and_then(|number| self.articles.get(number as usize));
        row.text(it.key.as_ref())
            .text(it.date.as_ref())
            .count(fact.article)
            .text(article.map(|(id, _)| id))
            .text(article.and_then(|(_, title)| title.as_ref()))
            .count(fact.block)
            .text(it.page(Some(fact.text.hull())))
    }

    /// The rule, and the words with their place.
    fn words<'c>(&self, row: Row<'c>, fact: &Fact) -> Row<'c> {
        let hull = Some(fact.text.hull());
        row.text(Some(fact.rule.as_str()))
            .count(self.issue.start(hull))
            .count(self.issue.end(hull))
            .text(Some(self.issue.read(&fact.text)))
    }
}

/// Who, what, when, how much.
fn measured<'c>(row: Row<'c>, fact: &Fact) -> Row<'c> {
    let (about, measure) = (observation(fact), measure(fact));
    let exact = |end: Option<Decimal>| end.filter(|end| !end.fits_f64()).map(|end| end.to_string());
    row.text(zone(fact))
        .text(zone(fact).and_then(province))
        .text(about.and_then(|it| it.subject.as_deref()))
        .text(about.map(|it| it.subject_rule.as_str()))
        .text(about.map(|it| it.metric.as_str()))
        .text(about.and_then(|it| it.period).map(|period| period.to_string()))
        .text(about.map(|it| it.period_rule.as_str()))
        .number(measure.and_then(|it| it.low).map(Decimal::to_f64))
        .number(measure.and_then(|it| it.high).map(Decimal::to_f64))
        .number(measure.and_then(|it| it.value()).map(Decimal::to_f64))
        .text(measure.and_then(|it| exact(it.low)))
        .text(measure.and_then(|it| exact(it.high)))
        .text(measure.map(|it| it.comparator.as_str()))
        .text(unit(fact).map(|unit| unit.to_string()))
}

fn changed<'c>(row: Row<'c>, fact: &Fact) -> Row<'c> {
    let change = change(fact);
    row.text(change.map(|it| it.direction.as_str()))
        .number(change.and_then(|it| it.value).map(Decimal::to_f64))
        .text(change.and_then(|it| it.unit).map(|unit| unit.to_string()))
        .text(change.map(Change::basis_text))
        .text(change.and_then(|it| it.base_period).map(|period| period.to_string()))
}

/// What only other kinds have.
fn others<'c>(row: Row<'c>, fact: &Fact) -> Row<'c> {
    let (date, person, figures) = (date(fact), person(fact), figures(fact));
    let dimension = match &fact.value {
        Value::Quantity(quantity) => quantity.dimension,
        _ => None,
    };
    let document = match &fact.value {
        Value::Document(document) => Some(document.title.as_str()),
        _ => None,
    };
    row.text(date.and_then(|it| it.value).map(|value| value.to_string()))
        .text(date.and_then(|it| it.basis).map(|basis| basis.as_str()))
        .flag(date.map(|_| fact.rule == Rule::VagueTime))
        .text(dimension)
        .flag(measure(fact).map(|it| it.approximate))
        .text(change(fact).and_then(|it| it.whole.as_deref()))
        .text(person.map(|it| it.name.as_str()))
        .texts(person.map(|it| &it.titles))
        .text(person.and_then(|it| it.organisation.as_deref()))
        .text(document)
        .text(figures.map(|it| it.relation.as_str()))
        .number(figures.map(|it| it.printed.to_f64()))
        .number(figures.map(|it| it.computed.to_f64()))
}

fn observation(fact: &Fact) -> Option<&Observation> {
    match &fact.value {
        Value::Observation(row) => Some(row),
        _ => None,
    }
}

fn date(fact: &Fact) -> Option<Date> {
    match &fact.value {
        Value::Date(date) => Some(*date),
        _ => None,
    }
}

fn person(fact: &Fact) -> Option<&Person> {
    match &fact.value {
        Value::Person(person) => Some(person),
        _ => None,
    }
}

fn figures(fact: &Fact) -> Option<&Figures> {
    match &fact.value {
        Value::Figures(figures) => Some(figures),
        _ => None,
    }
}

fn zone(fact: &Fact) -> Option<&'static str> {
    match &fact.value {
        Value::Observation(row) => row.zone,
        Value::Zone(zone) => zone.zone,
        _ => None,
    }
}

/// A row that is a change alone has none.
fn measure(fact: &Fact) -> Option<Measure> {
    match &fact.value {
        Value::Observation(row) => Some(row.measure).filter(|it| it.printed().is_some()),
        Value::Quantity(quantity) => Some(quantity.measure),
        Value::Number(measure) => Some(*measure),
        _ => None,
    }
}

fn unit(fact: &Fact) -> Option<Unit> {
    match &fact.value {
        Value::Observation(row) => row.unit,
        Value::Quantity(quantity) => quantity.unit,
        _ => None,
    }
}

fn change(fact: &Fact) -> Option<&Change> {
    match &fact.value {
        Value::Observation(row) => row.change.as_ref(),
        Value::Change(change) => Some(change),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::Array;
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Float64Type, UInt32Type};
    use torch_bulletin::facts::{FactOptions, extract};

    use super::*;

    const SOURCE: &str = "火炬动态\n2019年第3期 2019年3月31日\n成都高新区𠮷林园区开园\n\
        2018年,成都高新区生产总值达到366.1亿元,同比增长5.1%。主任程樾表示,《办法》发布。\n(供稿:成都高新区)";

    fn strings_of(table: &RecordBatch, name: &str) -> Vec<Option<String>> {
        let column = table.column_by_name(name).unwrap_or_else(|| panic!("no column {name}"));
        column.as_string::<i64>().iter().map(|it| it.map(str::to_owned)).collect()
    }

    #[test]
    fn a_row_has_zone_metric_period_value_change_and_place() {
        let parsed = torch_bulletin::parse(SOURCE);
        let found = extract(&parsed, &FactOptions::default());
        let all: Vec<_> = found.iter().collect();
        let table = observations(SOURCE, parsed.bulletin(), &all, OffsetUnit::Codepoint);
        assert_eq!(table.num_rows(), 1);
        for (name, expected) in [
            ("issue", "2019-3"),
            ("date", "2019-03-31"),
            ("id", "2019-3/a0"),
            ("title", "成都高新区𠮷林园区开园"),
            ("zone", "成都高新区"),
            ("province", "四川省"),
            ("metric", "生产总值"),
            ("period", "2018"),
            ("unit", "元"),
            ("change_direction", "up"),
            ("change_basis", "yoy"),
            ("change_base_period", "2017"),
        ] {
            assert_eq!(strings_of(&table, name), [Some(expected.to_owned())], "{name}");
        }
        let value = table.column_by_name("value").unwrap().as_primitive::<Float64Type>().value(0);
        assert_eq!(value, 36_610_000_000.0);
    }

    #[test]
    fn every_kind_is_in_one_table_whose_places_slice_to_the_text() {
        let parsed = torch_bulletin::parse(SOURCE);
        let found = extract(&parsed, &FactOptions::default());
        let all: Vec<_> = found.iter().collect();
        let table = facts(SOURCE, parsed.bulletin(), &all, OffsetUnit::Codepoint);
        let chars: Vec<char> = SOURCE.chars().collect();
        let place =
            |name: &str, row| table.column_by_name(name).unwrap().as_primitive::<UInt32Type>().value(row);
        for (row, text) in strings_of(&table, "text").into_iter().enumerate() {
            let slice: String =
                chars[place("start", row) as usize..place("end", row) as usize].iter().collect();
            assert_eq!(Some(slice), text);
        }
        let named = |name| strings_of(&table, name).into_iter().flatten().collect::<Vec<_>>();
        assert_eq!((named("name"), named("document")), (vec!["程樾".to_owned()], vec!["办法".to_owned()]));
        assert!(named("edtf").contains(&"2018".to_owned()));
        let titles = table.column_by_name("titles").unwrap().as_list::<i32>();
        assert_eq!(titles.iter().flatten().map(|it| it.len()).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn no_facts_have_the_same_columns() {
        let parsed = torch_bulletin::parse(SOURCE);
        let found = extract(&parsed, &FactOptions::default());
        let all: Vec<_> = found.iter().collect();
        let unit = OffsetUnit::Codepoint;
        for table in [facts, observations] {
            let none = table("", &Bulletin::default(), &[], unit);
            let some = table(SOURCE, parsed.bulletin(), &all, unit);
            assert_eq!((none.num_rows(), none.schema()), (0, some.schema()));
        }
    }
}
