//! Facts 事实 as they cross a border: one JSON object a mention, with its text, its places and its rule.

mod cited;
mod extract;
mod kinds;
mod number;
mod write;

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::facts::{self, Rule};

use crate::OffsetUnit;
use crate::lens::Lens;
use crate::node::Span;
use crate::vocabulary::Names;

pub use cited::{CitedFact, cited_facts_to_csv, cited_facts_to_json, cited_facts_to_ndjson};
pub use extract::{Extract, ExtractOptions};
pub use kinds::{
    Change, ChangeFact, DateFact, DocumentFact, FiguresFact, NumberFact, ObservationFact, PersonFact,
    QuantityFact, ZoneFact,
};
pub use number::{Exact, Number};
pub use write::{facts_to_csv, facts_to_json, facts_to_ndjson};

/// One fact 事实 of an issue: a mention, what it says, and the rule that read it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", bound(deserialize = "'de: 'a"))]
pub enum Fact<'a> {
    /// A date or period 时间.
    Date(DateFact<'a>),
    /// A count or measure 数量.
    Quantity(QuantityFact<'a>),
    /// A growth or a comparison 变化.
    Change(ChangeFact<'a>),
    /// Who, what, when, how much 指标.
    Observation(Box<ObservationFact<'a>>),
    /// A person 人物.
    Person(PersonFact<'a>),
    /// A national high-tech zone 国家高新区.
    Zone(ZoneFact<'a>),
    /// A document between title marks 《》.
    Document(DocumentFact<'a>),
    /// A bare number 数字; only where asked for.
    Number(NumberFact<'a>),
    /// Printed figures that bear each other out.
    FiguresAgree(FiguresFact<'a>),
    /// Printed figures that do not.
    FiguresDisagree(FiguresFact<'a>),
}

/// What every fact has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Mention<'a> {
    /// The issue, as in the ids of articles: `2022-12`; null where none is printed.
    pub issue: Option<Cow<'a, str>>,
    /// The article, numbered from 0 over the whole issue; null for front matter and for text that is no bulletin.
    pub article: Option<u32>,
    /// The block in its article, from 0; null for a title or an attribution. In text that is no bulletin, the line.
    pub block: Option<u32>,
    /// The mention as printed.
    pub text: Cow<'a, str>,
    /// Its places in the source.
    #[schemars(length(min = 1))]
    pub spans: Vec<Span>,
    /// The rule that read it.
    #[schemars(with = "Names<Rule>")]
    pub rule: Rule,
    /// The name of the input, which the spans lead into; null where it has none.
    pub source: Option<Cow<'a, str>>,
}

impl<'a> Fact<'a> {
    /// The facts of one text with their places in a unit; `name` is that of its input.
    pub fn all(
        source: &'a str,
        facts: &'a facts::Facts,
        unit: OffsetUnit,
        name: Option<&'a str>,
    ) -> Vec<Self> {
        let lens = Lens::new(source, unit);
        let issue = facts.issue.as_deref();
        facts.iter().map(|fact| Fact::new(&lens, fact, issue, name)).collect()
    }

    fn new(lens: &Lens<'a>, fact: &'a facts::Fact, issue: Option<&'a str>, name: Option<&'a str>) -> Self {
        let facts::Fact { article, block, text, value, rule } = fact;
        let mention = Mention {
            issue: issue.map(Cow::Borrowed),
            article: *article,
            block: *block,
            text: lens.read(text),
            spans: text.spans().map(|span| lens.span(span)).collect(),
            rule: *rule,
            source: name.map(Cow::Borrowed),
        };
        match value {
            facts::Value::Date(date) => Fact::Date(DateFact::new(mention, date)),
            facts::Value::Quantity(quantity) => Fact::Quantity(QuantityFact::new(mention, quantity)),
            facts::Value::Change(change) => Fact::Change(ChangeFact { mention, change: Change::new(change) }),
            facts::Value::Observation(row) => Fact::Observation(Box::new(ObservationFact::new(mention, row))),
            facts::Value::Person(person) => Fact::Person(PersonFact::new(mention, person)),
            facts::Value::Zone(zone) => Fact::Zone(ZoneFact::new(mention, *zone)),
            facts::Value::Document(document) => Fact::Document(DocumentFact::new(mention, document)),
            facts::Value::Number(measure) => Fact::Number(NumberFact::new(mention, *measure)),
            facts::Value::Figures(figures) if figures.agree => {
                Fact::FiguresAgree(FiguresFact::new(mention, figures))
            }
            facts::Value::Figures(figures) => Fact::FiguresDisagree(FiguresFact::new(mention, figures)),
            // A kind that the core has gained and this crate has not: the two are released together.
            _ => unreachable!("a kind of fact that wire does not know"),
        }
    }

    /// What every fact has.
    pub fn mention(&self) -> &Mention<'a> {
        match self {
            Fact::Date(it) => &it.mention,
            Fact::Quantity(it) => &it.mention,
            Fact::Change(it) => &it.mention,
            Fact::Observation(it) => &it.mention,
            Fact::Person(it) => &it.mention,
            Fact::Zone(it) => &it.mention,
            Fact::Document(it) => &it.mention,
            Fact::Number(it) => &it.mention,
            Fact::FiguresAgree(it) | Fact::FiguresDisagree(it) => &it.mention,
        }
    }
}
