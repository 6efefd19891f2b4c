//! Facts 事实, a row each: all kinds in one table, or observations with the columns that they have.

use arrow_array::{ArrayRef, RecordBatch};
use torch_bulletin::facts::{
    Change, Date, Decimal, Fact, Figures, Measure, Observation, Person, Rule, Unit, Value, province,
};
use torch_bulletin::{Bulletin, Text};

use super::super::issue::Keyed;
use super::columns::{decimals, lists, numbers, places, strings, table, truths};
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
    let rows: Vec<_> = facts.iter().copied().filter(|fact| row(fact).is_some()).collect();
    let it = Rows { rows: &rows, issue: Keyed::new(None, source, bulletin, unit) };
    table(it.place().into_iter().chain(it.row()).chain(it.change()).chain(it.words()))
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
    let it = Rows { rows: facts, issue: Keyed::new(None, source, bulletin, unit) };
    let kind = ("kind", it.text(|fact| Some(fact.value.kind())));
    let columns =
        it.place().into_iter().chain(it.row()).chain(it.change()).chain(it.others()).chain(it.words());
    table(std::iter::once(kind).chain(columns))
}

type Column = (&'static str, ArrayRef);

struct Rows<'r, 's> {
    rows: &'r [&'r Fact],
    issue: Keyed<'s>,
}

impl<'r> Rows<'r, '_> {
    /// Where it is printed.
    fn place(&self) -> Vec<Column> {
        let (it, rows) = (&self.issue, self.rows);
        let articles: Vec<_> = it.bulletin.articles().collect();
        let ids: Vec<_> = (0..articles.len()).map(|number| it.bulletin.article_id(number)).collect();
        let at = |fact: &&&Fact| fact.article.map(|number| number as usize);
        let title = |number: usize| articles.get(number).and_then(|article| article.title.as_ref());
        vec![
            ("issue", strings(rows.iter().map(|_| it.key.clone()))),
            ("date", strings(rows.iter().map(|_| it.date.clone()))),
            ("article", numbers(rows.iter().map(|fact| at(&fact)))),
            ("id", strings(rows.iter().map(|fact| ids.get(at(&fact)?)))),
            ("title", strings(rows.iter().map(|fact| title(at(&fact)?).map(|title| it.read(title))))),
            ("block", numbers(rows.iter().map(|fact| fact.block.map(|block| block as usize)))),
            ("page", strings(rows.iter().map(|fact| it.page(Some(fact.text.hull()))))),
        ]
    }

    /// Who, what, when, how much.
    fn row(&self) -> Vec<Column> {
        let exact = |pick: fn(Measure) -> Option<Decimal>| {
            self.text(move |fact| {
                measure(fact).and_then(pick).filter(|end| !end.fits_f64()).map(|end| end.to_string())
            })
        };
        vec![
            ("zone", self.text(zone)),
            ("province", self.text(|fact| province(zone(fact)?))),
            ("subject", self.text(|fact| row(fact)?.subject.as_deref())),
            ("subject_rule", self.text(|fact| Some(row(fact)?.subject_rule.as_str()))),
            ("metric", self.text(|fact| Some(row(fact)?.metric.as_str()))),
            ("period", self.text(|fact| Some(row(fact)?.period?.to_string()))),
            ("period_rule", self.text(|fact| Some(row(fact)?.period_rule.as_str()))),
            ("low", self.decimal(|fact| measure(fact)?.low)),
            ("high", self.decimal(|fact| measure(fact)?.high)),
            ("value", self.decimal(|fact| measure(fact)?.value())),
            ("exact_low", exact(|measure| measure.low)),
            ("exact_high", exact(|measure| measure.high)),
            ("comparator", self.text(|fact| Some(measure(fact)?.comparator.as_str()))),
            ("unit", self.text(|fact| unit(fact).map(|unit| unit.to_string()))),
        ]
    }

    fn change(&self) -> Vec<Column> {
        vec![
            ("change_direction", self.text(|fact| Some(change(fact)?.direction.as_str()))),
            ("change_value", self.decimal(|fact| change(fact)?.value)),
            ("change_unit", self.text(|fact| Some(change(fact)?.unit?.to_string()))),
            ("change_basis", self.text(|fact| Some(change(fact)?.basis_text()))),
            ("change_base_period", self.text(|fact| Some(change(fact)?.base_period?.to_string()))),
        ]
    }

    /// What only other kinds have.
    fn others(&self) -> Vec<Column> {
        let titles = self.rows.iter().map(|fact| Some(&person(fact)?.titles));
        vec![
            ("edtf", self.text(|fact| Some(date(fact)?.value?.to_string()))),
            ("basis", self.text(|fact| Some(date(fact)?.basis?.as_str()))),
            ("vague", truths(self.rows.iter().map(|fact| date(fact).map(|_| fact.rule == Rule::VagueTime)))),
            (
                "dimension",
                self.text(|fact| match &fact.value {
                    Value::Quantity(quantity) => quantity.dimension,
                    _ => None,
                }),
            ),
            ("approximate", truths(self.rows.iter().map(|fact| Some(measure(fact)?.approximate)))),
            ("whole", self.text(|fact| change(fact)?.whole.as_deref())),
            ("name", self.text(|fact| Some(person(fact)?.name.as_str()))),
            ("titles", lists(titles)),
            ("organisation", self.text(|fact| person(fact)?.organisation.as_deref())),
            (
                "document",
                self.text(|fact| match &fact.value {
                    Value::Document(document) => Some(document.title.as_str()),
                    _ => None,
                }),
            ),
            ("relation", self.text(|fact| Some(figures(fact)?.relation.as_str()))),
            ("printed", self.decimal(|fact| Some(figures(fact)?.printed))),
            ("computed", self.decimal(|fact| Some(figures(fact)?.computed))),
        ]
    }

    /// The rule, and the words with their place.
    fn words(&self) -> Vec<Column> {
        let spans = || self.rows.iter().map(|fact| Some(fact.text.hull()));
        let read = |text: &Text| self.issue.read(text);
        vec![
            ("rule", self.text(|fact| Some(fact.rule.as_str()))),
            ("start", places(spans().map(|span| self.issue.start(span)))),
            ("end", places(spans().map(|span| self.issue.end(span)))),
            ("text", strings(self.rows.iter().map(|fact| Some(read(&fact.text))))),
        ]
    }

    fn text<T: AsRef<str>>(&self, pick: impl Fn(&'r Fact) -> Option<T>) -> ArrayRef {
        strings(self.rows.iter().map(|fact| pick(fact)))
    }

    fn decimal(&self, pick: fn(&'r Fact) -> Option<Decimal>) -> ArrayRef {
        decimals(self.rows.iter().map(|fact| pick(fact)))
    }
}

fn row(fact: &Fact) -> Option<&Observation> {
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
