//! Facts with where each is printed: what a table that will be quoted from needs.

use serde::Serialize;
use torch_bulletin::{Bulletin, facts};

use super::{Fact, write};
use crate::{Citation, Citer, Locator, OffsetUnit};

/// A fact and its citation 引文.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CitedFact<'a> {
    /// The fact.
    #[serde(flatten)]
    pub fact: Fact<'a>,
    /// Where it is printed.
    pub citation: Citation<'a>,
}

impl<'a> CitedFact<'a> {
    /// The facts of a text with their citations, in printed order; see [`Fact::all`] and [`Citer::new`].
    pub fn all(
        source: &'a str,
        bulletin: &'a Bulletin,
        facts: &'a facts::Facts,
        locator: &'a Locator,
        unit: OffsetUnit,
        name: Option<&'a str>,
    ) -> Vec<Self> {
        let citer = Citer::new(source, bulletin, locator, unit, name);
        let cited =
            |(fact, core): (Fact<'a>, &facts::Fact)| CitedFact { fact, citation: citer.cite(&core.text) };
        Fact::all(source, facts, unit, name).into_iter().zip(facts).map(cited).collect()
    }
}

/// Cited facts as NDJSON: one object a line, with the key `citation`.
///
/// ```
/// use torch_bulletin::facts::{FactOptions, extract_from};
/// use torch_bulletin_wire::{CitedFact, Locator, OffsetUnit, cited_facts_to_ndjson};
/// let source = "火炬动态\n2019年第3期\n江州开园\n园区有12家企业。\n(供稿:江州高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let facts = extract_from(source, parsed.bulletin(), &FactOptions::default());
/// let (locator, unit) = (Locator::new(source, OffsetUnit::Utf8), OffsetUnit::Utf8);
/// let cited = CitedFact::all(source, parsed.bulletin(), &facts, &locator, unit, None);
/// assert!(cited.iter().any(|it| it.citation.quote.text == "园区有12家企业。"));
/// assert!(cited_facts_to_ndjson(&cited).contains(r#""reference":"江州高新区. 江州开园[J]. 火炬动态, 2019(3).""#));
/// ```
pub fn cited_facts_to_ndjson(facts: &[CitedFact<'_>]) -> String {
    write::lines(facts)
}

/// Cited facts as one JSON list, indented, with a line end.
pub fn cited_facts_to_json(facts: &[CitedFact<'_>]) -> String {
    write::list(facts)
}

/// Cited facts as CSV: the columns of [`facts_to_csv`](super::facts_to_csv), and after them the title of the article, the
/// sentence, the printed page, the line and the reference.
///
/// ```
/// let head = torch_bulletin_wire::cited_facts_to_csv(&[], true);
/// assert!(head.starts_with("kind,source,") && head.ends_with(",article_title,quote,page,line,reference\r\n"));
/// ```
pub fn cited_facts_to_csv(facts: &[CitedFact<'_>], head: bool) -> String {
    write::table(head, &["article_title", "quote", "page", "line", "reference"], facts, |it| {
        let Citation { title, quote, page, line, reference, .. } = &it.citation;
        let or_empty = |text: &Option<_>| text.clone().unwrap_or_default();
        let cells = [
            or_empty(title),
            quote.text.clone(),
            or_empty(page),
            line.to_string().into(),
            or_empty(reference),
        ];
        (&it.fact, cells.into())
    })
}
