//! The table `facts` 事实: all kinds in one, a column for each key.

use torch_bulletin::facts::{Comparator, Facts};

use super::columns::Kind::{Count, Flag, Number as Real, Text, Texts};
use super::columns::{Columns, Layout, Row};
use super::issue::Keyed;
use crate::Fact;
use crate::fact::{Change, Exact, Number};

pub(super) const LAYOUT: &Layout = &[
    ("source", Text),
    ("issue", Text),
    ("article", Count),
    ("block", Count),
    ("kind", Text),
    ("rule", Text),
    ("text", Text),
    ("start", Count),
    ("end", Count),
    ("date", Text),
    ("low", Real),
    ("high", Real),
    ("value", Real),
    ("exact_low", Text),
    ("exact_high", Text),
    ("comparator", Text),
    ("unit", Text),
    ("dimension", Text),
    ("approximate", Flag),
    ("vague", Flag),
    ("subject", Text),
    ("subject_rule", Text),
    ("zone", Text),
    ("province", Text),
    ("approved", Text),
    ("metric", Text),
    ("period", Text),
    ("period_rule", Text),
    ("direction", Text),
    ("basis", Text),
    ("base_period", Text),
    ("whole", Text),
    ("change_direction", Text),
    ("change_value", Real),
    ("change_unit", Text),
    ("change_basis", Text),
    ("change_base_period", Text),
    ("change_whole", Text),
    ("name", Text),
    ("titles", Texts),
    ("organisation", Text),
    ("title", Text),
    ("relation", Text),
    ("printed", Real),
    ("computed", Real),
];

pub(super) fn append(columns: &mut Columns, it: &Keyed<'_>, facts: Option<&Facts>) {
    let Some(facts) = facts else { return };
    for (fact, place) in Fact::all(it.text, facts, it.unit, None).iter().zip(facts.iter()) {
        let mention = fact.mention();
        let hull = Some(place.text.hull());
        let row = columns
            .row()
            .text(it.source)
            .text(mention.issue.as_ref())
            .count(mention.article)
            .count(mention.block)
            .text(Some(kind(fact)))
            .text(Some(mention.rule.as_str()))
            .text(Some(&mention.text))
            .count(it.start(hull))
            .count(it.end(hull));
        cells(row, fact).end();
    }
}

/// What a kind has of its own; columns are left out by going on to the next of a name.
fn cells<'c>(row: Row<'c>, fact: &Fact<'_>) -> Row<'c> {
    match fact {
        Fact::Date(it) => row
            .text(it.value.as_ref())
            .at("vague")
            .flag(Some(it.vague))
            .at("basis")
            .text(it.basis.map(|it| it.as_str())),
        Fact::Quantity(it) => {
            let value = it.low.filter(|low| it.high == Some(*low));
            number(row, it.low, it.high, value, it.exact.as_ref(), it.comparator)
                .text(it.unit.as_ref())
                .text(it.dimension.as_ref())
                .flag(Some(it.approximate))
        }
        Fact::Number(it) => {
            let value = it.low.filter(|low| it.high == Some(*low));
            number(row, it.low, it.high, value, it.exact.as_ref(), it.comparator)
                .at("approximate")
                .flag(Some(it.approximate))
        }
        Fact::Change(it) => {
            let Change { direction, value, unit, basis, base_period, whole } = &it.change;
            row.at("value")
                .number(value.map(|it| it.0))
                .at("unit")
                .text(unit.as_ref())
                .at("direction")
                .text(Some(direction.as_str()))
                .text(Some(basis))
                .text(base_period.as_ref())
                .text(whole.as_ref())
        }
        Fact::Observation(it) => {
            let row = number(row, it.low, it.high, it.value, it.exact.as_ref(), it.comparator)
                .text(it.unit.as_ref())
                .at("subject")
                .text(it.subject.as_ref())
                .text(Some(it.subject_rule.as_str()))
                .text(it.zone.as_ref())
                .at("metric")
                .text(Some(&it.metric))
                .text(it.period.as_ref())
                .text(Some(it.period_rule.as_str()));
            let Some(Change { direction, value, unit, basis, base_period, whole }) = &it.change else {
                return row;
            };
            row.at("change_direction")
                .text(Some(direction.as_str()))
                .number(value.map(|it| it.0))
                .text(unit.as_ref())
                .text(Some(basis))
                .text(base_period.as_ref())
                .text(whole.as_ref())
        }
        Fact::Person(it) => {
            let row = row.at("name").text(Some(&it.name)).texts(Some(&it.titles));
            row.text(it.organisation.as_ref())
        }
        Fact::Zone(it) => {
            row.at("zone").text(it.zone.as_ref()).text(it.province.as_ref()).text(it.approved.as_ref())
        }
        Fact::Document(it) => row.at("title").text(Some(&it.title)),
        Fact::FiguresAgree(it) | Fact::FiguresDisagree(it) => {
            row.at("relation").text(Some(&it.relation)).number(Some(it.printed.0)).number(Some(it.computed.0))
        }
    }
}

/// The columns from `low` to `comparator`.
fn number<'c>(
    row: Row<'c>,
    low: Option<Number>,
    high: Option<Number>,
    value: Option<Number>,
    exact: Option<&Exact<'_>>,
    comparator: Comparator,
) -> Row<'c> {
    row.at("low")
        .number(low.map(|it| it.0))
        .number(high.map(|it| it.0))
        .number(value.map(|it| it.0))
        .text(exact.and_then(|it| it.low.as_ref()))
        .text(exact.and_then(|it| it.high.as_ref()))
        .text(Some(comparator.as_str()))
}

/// The name of the kind, as in the JSON.
const fn kind(fact: &Fact<'_>) -> &'static str {
    match fact {
        Fact::Date(_) => "date",
        Fact::Quantity(_) => "quantity",
        Fact::Change(_) => "change",
        Fact::Observation(_) => "observation",
        Fact::Person(_) => "person",
        Fact::Zone(_) => "zone",
        Fact::Document(_) => "document",
        Fact::Number(_) => "number",
        Fact::FiguresAgree(_) => "figures-agree",
        Fact::FiguresDisagree(_) => "figures-disagree",
    }
}
