//! What each kind of fact says, key by key.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::facts::{self, Comparator, DateBasis, Direction, PeriodRule, SubjectRule};

use super::{Exact, Mention, Number};
use crate::vocabulary::Names;

/// A date or period 时间.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct DateFact<'a> {
    /// What every fact has.
    #[serde(flatten)]
    pub mention: Mention<'a>,
    /// The time meant, as EDTF: `2022-07-22`, `2011/2020`, `2012-11-08/..`, `../2022-07-14`, `P10Y`; null where
    /// the text is vague, or names a day that no calendar has.
    pub value: Option<Cow<'a, str>>,
    /// Where the year comes from.
    #[schemars(with = "Option<Names<DateBasis>>")]
    pub basis: Option<DateBasis>,
    /// Whether the text names no date: 近日.
    pub vague: bool,
}

impl<'a> DateFact<'a> {
    pub(super) fn new(mention: Mention<'a>, date: &facts::Date) -> Self {
        let facts::Date { value, basis } = date;
        let vague = value.is_none() && mention.rule == facts::Rule::VagueTime;
        Self { mention, value: value.map(|value| value.to_string().into()), basis: *basis, vague }
    }
}

/// A count or measure 数量.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct QuantityFact<'a> {
    /// What every fact has.
    #[serde(flatten)]
    pub mention: Mention<'a>,
    /// The lower end, 千, 万 and 亿 in it; null where it is open.
    pub low: Option<Number>,
    /// The upper end; null where it is open.
    pub high: Option<Number>,
    /// How the number bounds what was counted.
    #[schemars(with = "Names<Comparator>")]
    pub comparator: Comparator,
    /// The unit in its canonical form: 元, 人, 平方米, 元/亩.
    pub unit: Option<Cow<'a, str>>,
    /// What is measured: `money`, `people`, `area`, `ratio`, `count` …
    pub dimension: Option<Cow<'a, str>>,
    /// Whether the number is rounded: 余, 多, 近, 约, 左右.
    pub approximate: bool,
    /// The ends digit by digit, where a double does not hold them.
    pub exact: Option<Exact<'a>>,
}

impl<'a> QuantityFact<'a> {
    pub(super) fn new(mention: Mention<'a>, quantity: &facts::Quantity) -> Self {
        let facts::Quantity { measure, unit, dimension } = *quantity;
        let facts::Measure { comparator, approximate, .. } = measure;
        let (low, high, exact) = ends(measure);
        let (unit, dimension) = (printed(unit), dimension.map(Cow::Borrowed));
        Self { mention, low, high, comparator, unit, dimension, approximate, exact }
    }
}

/// Both ends of a measure, and their digits where a double does not hold them.
fn ends<'a>(measure: facts::Measure) -> (Option<Number>, Option<Number>, Option<Exact<'a>>) {
    (measure.low.map(Number::from), measure.high.map(Number::from), Exact::of(measure))
}

fn printed<'a>(unit: Option<facts::Unit>) -> Option<Cow<'a, str>> {
    unit.map(|unit| if unit.per.is_some() { Cow::Owned(unit.to_string()) } else { Cow::Borrowed(unit.name) })
}

/// A bare number 数字.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct NumberFact<'a> {
    /// What every fact has.
    #[serde(flatten)]
    pub mention: Mention<'a>,
    /// The lower end; null where it is open.
    pub low: Option<Number>,
    /// The upper end; null where it is open.
    pub high: Option<Number>,
    /// How the number bounds what was counted.
    #[schemars(with = "Names<Comparator>")]
    pub comparator: Comparator,
    /// Whether the number is rounded.
    pub approximate: bool,
    /// The ends digit by digit, where a double does not hold them.
    pub exact: Option<Exact<'a>>,
}

impl<'a> NumberFact<'a> {
    pub(super) fn new(mention: Mention<'a>, measure: facts::Measure) -> Self {
        let facts::Measure { comparator, approximate, .. } = measure;
        let (low, high, exact) = ends(measure);
        Self { mention, low, high, comparator, approximate, exact }
    }
}

/// Which way something went, and against what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Change<'a> {
    /// Which way.
    #[schemars(with = "Names<Direction>")]
    pub direction: Direction,
    /// By how much, in the unit; 0 for 持平; null where no number is printed.
    pub value: Option<Number>,
    /// `%`, `百分点`, `倍`, or the unit of a difference.
    pub unit: Option<Cow<'a, str>>,
    /// Against what: `yoy` 同比, `mom` 环比, `vs 2012`, `share of 全省`, `unspecified`.
    pub basis: Cow<'a, str>,
    /// The period of the base as EDTF, where it can be told.
    pub base_period: Option<Cow<'a, str>>,
    /// The whole of a share, as printed.
    pub whole: Option<Cow<'a, str>>,
}

impl<'a> Change<'a> {
    pub(super) fn new(change: &'a facts::Change) -> Self {
        let facts::Change { direction, value, unit, basis: _, base_period, whole } = change;
        Self {
            direction: *direction,
            value: value.map(Number::from),
            unit: printed(*unit),
            basis: change.basis_text().into(),
            base_period: base_period.map(|period| period.to_string().into()),
            whole: whole.as_deref().map(Cow::Borrowed),
        }
    }
}

/// A growth or a comparison 变化.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct ChangeFact<'a> {
    /// What every fact has.
    #[serde(flatten)]
    pub mention: Mention<'a>,
    /// The change.
    #[serde(flatten)]
    pub change: Change<'a>,
}

/// The row of a table 指标: who, what, when, how much.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct ObservationFact<'a> {
    /// What every fact has.
    #[serde(flatten)]
    pub mention: Mention<'a>,
    /// What it is about, as named.
    pub subject: Option<Cow<'a, str>>,
    /// Where the subject was found.
    #[schemars(with = "Names<SubjectRule>")]
    pub subject_rule: SubjectRule,
    /// The national zone that the subject is, or that the article is about, by its short name.
    pub zone: Option<Cow<'a, str>>,
    /// What was measured, as printed.
    pub metric: Cow<'a, str>,
    /// When, as EDTF.
    pub period: Option<Cow<'a, str>>,
    /// Where the period was found.
    #[schemars(with = "Names<PeriodRule>")]
    pub period_rule: PeriodRule,
    /// The lower end; null where it is open, or where the row is a change alone.
    pub low: Option<Number>,
    /// The upper end; null where it is open, or where the row is a change alone.
    pub high: Option<Number>,
    /// The number, where both ends are one.
    pub value: Option<Number>,
    /// How the number bounds what was measured.
    #[schemars(with = "Names<Comparator>")]
    pub comparator: Comparator,
    /// The unit in its canonical form.
    pub unit: Option<Cow<'a, str>>,
    /// The change that goes with it.
    pub change: Option<Change<'a>>,
    /// The ends digit by digit, where a double does not hold them.
    pub exact: Option<Exact<'a>>,
}

impl<'a> ObservationFact<'a> {
    pub(super) fn new(mention: Mention<'a>, row: &'a facts::Observation) -> Self {
        let facts::Observation {
            subject,
            subject_rule,
            zone,
            metric,
            period,
            period_rule,
            measure,
            unit,
            change,
        } = row;
        let (low, high, exact) = ends(*measure);
        Self {
            mention,
            subject: subject.as_deref().map(Cow::Borrowed),
            subject_rule: *subject_rule,
            zone: zone.map(Cow::Borrowed),
            metric: Cow::Borrowed(metric),
            period: period.map(|period| period.to_string().into()),
            period_rule: *period_rule,
            low,
            high,
            value: measure.value().map(Number::from),
            comparator: measure.comparator,
            unit: printed(*unit),
            change: change.as_ref().map(Change::new),
            exact,
        }
    }
}

/// A person 人物.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct PersonFact<'a> {
    /// What every fact has.
    #[serde(flatten)]
    pub mention: Mention<'a>,
    /// The name, without blanks.
    pub name: Cow<'a, str>,
    /// Titles as printed; none for a bare mention.
    pub titles: Vec<Cow<'a, str>>,
    /// The body that the titles belong to.
    pub organisation: Option<Cow<'a, str>>,
}

impl<'a> PersonFact<'a> {
    pub(super) fn new(mention: Mention<'a>, person: &'a facts::Person) -> Self {
        let facts::Person { name, titles, organisation } = person;
        Self {
            mention,
            name: Cow::Borrowed(name),
            titles: titles.iter().map(|title| Cow::Borrowed(title.as_str())).collect(),
            organisation: organisation.as_deref().map(Cow::Borrowed),
        }
    }
}

/// A national high-tech zone 国家高新区.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct ZoneFact<'a> {
    /// What every fact has.
    #[serde(flatten)]
    pub mention: Mention<'a>,
    /// Its short name in the official list; null where it was no national zone at the date of the issue.
    pub zone: Option<Cow<'a, str>>,
    /// Its province.
    pub province: Option<Cow<'a, str>>,
    /// When it was approved, where that was after the issue.
    pub approved: Option<Cow<'a, str>>,
}

impl<'a> ZoneFact<'a> {
    pub(super) fn new(mention: Mention<'a>, zone: facts::ZoneMention) -> Self {
        let facts::ZoneMention { zone, province, approved } = zone;
        Self {
            mention,
            zone: zone.map(Cow::Borrowed),
            province: province.map(Cow::Borrowed),
            approved: approved.map(|day| day.to_string().into()),
        }
    }
}

/// A document 文件 between title marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct DocumentFact<'a> {
    /// What every fact has.
    #[serde(flatten)]
    pub mention: Mention<'a>,
    /// The title without 《 and 》.
    pub title: Cow<'a, str>,
}

impl<'a> DocumentFact<'a> {
    pub(super) fn new(mention: Mention<'a>, document: &'a facts::DocumentMention) -> Self {
        let facts::DocumentMention { title } = document;
        Self { mention, title: Cow::Borrowed(title) }
    }
}

/// Figures 勾稽关系 of the text that bear each other out, or do not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct FiguresFact<'a> {
    /// What every fact has.
    #[serde(flatten)]
    pub mention: Mention<'a>,
    /// The relation with its numbers.
    pub relation: Cow<'a, str>,
    /// What the print says.
    pub printed: Number,
    /// What follows from the other figures.
    pub computed: Number,
}

impl<'a> FiguresFact<'a> {
    pub(super) fn new(mention: Mention<'a>, figures: &'a facts::Figures) -> Self {
        let facts::Figures { agree: _, relation, printed, computed } = figures;
        let (printed, computed) = (Number::from(*printed), Number::from(*computed));
        Self { mention, relation: Cow::Borrowed(relation), printed, computed }
    }
}
