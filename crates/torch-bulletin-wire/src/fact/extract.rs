//! Facts with the text they are from: what a binding holds, and every form in which it hands them on.

use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, de};
use torch_bulletin::facts::{self, Day, FactOptions, Facts, extract_from, extract_text};
use torch_bulletin::{Bulletin, Document, render};

use super::{CitedFact, Fact};
use crate::cite::{Citation, Citer};
use crate::{Locator, OffsetUnit};

/// Facts 事实 with the text they are from; immutable, and free to use from every thread.
///
/// ```
/// use torch_bulletin_wire::{Extract, ExtractOptions, OffsetUnit};
/// let options = ExtractOptions { date: "2022-07-31".parse().ok(), numbers: false };
/// let extract = Extract::of_text("7月22日开班。", &options, OffsetUnit::Codepoint, None);
/// assert!(extract.to_ndjson().starts_with(r#"{"kind":"date","issue":null,"#));
/// assert_eq!(extract.cite(0).unwrap().quote.text, "7月22日开班。");
/// ```
pub struct Extract {
    text: Held,
    facts: Facts,
    unit: OffsetUnit,
    name: Option<String>,
    locator: OnceLock<Locator>,
}

/// What to extract; the same in every language, where it comes as JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExtractOptions {
    /// The day, month or year from which 今年 and 7月22日 count, in text that is no bulletin.
    #[serde(deserialize_with = "day")]
    pub date: Option<Day>,
    /// Whether bare numbers, without a unit, are facts too.
    pub numbers: bool,
}

impl ExtractOptions {
    fn facts(self) -> FactOptions {
        FactOptions::default().with_numbers(self.numbers)
    }
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Day>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    let day =
        text.map(|text| text.parse().map_err(|error| de::Error::custom(format!("found {text:?}, {error}"))));
    day.transpose()
}

enum Held {
    Issue(Document),
    /// Text that is no bulletin, and so has the tree of none.
    Plain(String, Box<Bulletin>),
}

impl Extract {
    /// The facts of an issue, with places in a unit; `name` is that of its input. The date is that of the issue.
    pub fn of_issue(
        document: Document,
        options: &ExtractOptions,
        unit: OffsetUnit,
        name: Option<&str>,
    ) -> Self {
        let facts = extract_from(document.source(), document.bulletin(), &options.facts());
        Self::new(Held::Issue(document), facts, unit, name)
    }

    /// The facts of any Chinese text: a line is a paragraph.
    pub fn of_text(text: &str, options: &ExtractOptions, unit: OffsetUnit, name: Option<&str>) -> Self {
        let facts = extract_text(text, options.date, &options.facts());
        Self::new(Held::Plain(text.to_owned(), Box::default()), facts, unit, name)
    }

    fn new(text: Held, facts: Facts, unit: OffsetUnit, name: Option<&str>) -> Self {
        Self { text, facts, unit, name: name.map(str::to_owned), locator: OnceLock::new() }
    }

    /// The text that the places count.
    pub fn source(&self) -> &str {
        match &self.text {
            Held::Issue(document) => document.source(),
            Held::Plain(text, _) => text,
        }
    }

    /// The tree of the issue; an empty one for text that is no bulletin.
    pub fn bulletin(&self) -> &Bulletin {
        match &self.text {
            Held::Issue(document) => document.bulletin(),
            Held::Plain(_, bulletin) => bulletin,
        }
    }

    /// The facts as the core has them.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Those of the facts that have these numbers; numbers that no fact has are passed over.
    pub fn some(&self, numbers: &[usize]) -> Vec<&facts::Fact> {
        let all: Vec<_> = self.facts.iter().collect();
        numbers.iter().filter_map(|&number| all.get(number).copied()).collect()
    }

    /// What the places count.
    pub const fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// The facts as they cross a border.
    pub fn wire(&self) -> Vec<Fact<'_>> {
        Fact::all(self.source(), &self.facts, self.unit, self.name.as_deref())
    }

    /// One object a line; see [`facts_to_ndjson`](crate::facts_to_ndjson).
    pub fn to_ndjson(&self) -> String {
        super::facts_to_ndjson(&self.wire())
    }

    /// The same, with its [`Citation`] in each under the key `citation`.
    pub fn to_cited_ndjson(&self) -> String {
        let (source, bulletin, name) = (self.source(), self.bulletin(), self.name.as_deref());
        let cited = CitedFact::all(source, bulletin, &self.facts, self.locator(), self.unit, name);
        super::cited_facts_to_ndjson(&cited)
    }

    /// The citation of the fact with a number, from 0; `None` where there is no such fact.
    pub fn cite(&self, number: usize) -> Option<Citation<'_>> {
        self.facts.iter().nth(number).map(|fact| self.citer().cite(&fact.text))
    }

    /// The same as JSON.
    pub fn cite_to_json(&self, number: usize) -> Option<String> {
        let written = |it| serde_json::to_string(&it).expect("a citation always serialises; this is our bug");
        self.cite(number).map(written)
    }

    /// The citation of what stands from one offset to another, in the unit, as JSON; see [`Citer::cite_to_json`].
    pub fn cite_place_to_json(&self, start: u32, end: u32) -> String {
        self.citer().cite_to_json(start, end)
    }

    /// The page of an issue with its facts marked; see [`html_with_facts`](render::html_with_facts). Of text that is no
    /// bulletin a page without articles.
    pub fn to_html(&self) -> String {
        render::html_with_facts(self.source(), self.bulletin(), &self.facts)
    }

    /// Some facts as a table for notebooks; see [`fact_list`](render::fact_list).
    pub fn to_card(&self, numbers: &[usize]) -> String {
        render::fact_list(self.source(), self.bulletin(), self.some(numbers))
    }

    /// Those facts as a table in Arrow's memory format; see [`facts`](crate::tables::facts).
    #[cfg(feature = "tables")]
    pub fn to_table(&self, numbers: &[usize]) -> arrow_array::RecordBatch {
        crate::tables::facts(self.source(), self.bulletin(), &self.some(numbers), self.unit)
    }

    /// The observations among them as a table; see [`observations`](crate::tables::observations).
    #[cfg(feature = "tables")]
    pub fn to_observations_table(&self, numbers: &[usize]) -> arrow_array::RecordBatch {
        crate::tables::observations(self.source(), self.bulletin(), &self.some(numbers), self.unit)
    }

    fn citer(&self) -> Citer<'_> {
        Citer::new(self.source(), self.bulletin(), self.locator(), self.unit, self.name.as_deref())
    }

    fn locator(&self) -> &Locator {
        self.locator.get_or_init(|| Locator::new(self.source(), self.unit))
    }
}
