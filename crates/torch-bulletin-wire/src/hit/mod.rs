//! Words in context 检索结果 as they cross a border: a row for each, with where it stands.

mod counts;
mod write;

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::model::{Article, Section};
use torch_bulletin::search::{self, Part, Query};
use torch_bulletin::{Bulletin, LineCursor};

use crate::OffsetUnit;
use crate::lens::Lens;
use crate::node::Span;
use crate::vocabulary::Names;

pub use counts::{Count, CountBy, Counts};
pub use write::{counts_to_csv, counts_to_ndjson, hits_to_csv, hits_to_ndjson};

/// A word in its context, and where it stands; see [`torch_bulletin::search`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Hit<'a> {
    /// The name of the input, which the spans lead into; null where it has none.
    #[serde(borrow)]
    pub source: Option<Cow<'a, str>>,
    /// The issue, as in the ids of articles: `2022-12`; null where none is printed.
    pub issue: Option<Cow<'a, str>>,
    /// The year of the issue; null where none is printed.
    pub year: Option<u16>,
    /// The date of the issue: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where none is printed.
    pub date: Option<Cow<'a, str>>,
    /// The section; null where the article stands in none.
    pub section: Option<Cow<'a, str>>,
    /// The number of the article in the issue, from 0; null for a line without a place in the issue.
    pub article: Option<u32>,
    /// The title of the article; null where it has none.
    pub title: Option<Cow<'a, str>>,
    /// The organisations of its attributions.
    pub contributors: Vec<Cow<'a, str>>,
    /// What the word stands in.
    #[schemars(with = "Names<Part>")]
    pub part: Part,
    /// The number of the block in its article, from 0; null in a title, an attribution, a line without a place.
    pub block: Option<u32>,
    /// The line of the file, from 1.
    pub line: u32,
    /// The character (code point) in the line, from 1.
    pub column: u32,
    /// The word as it was asked for.
    pub word: Cow<'a, str>,
    /// What stands before it in the same text.
    pub left: Cow<'a, str>,
    /// The word as printed, its lines joined.
    pub text: Cow<'a, str>,
    /// What follows it.
    pub right: Cow<'a, str>,
    /// Its places in the source.
    #[schemars(length(min = 1))]
    pub spans: Vec<Span>,
}

/// The issue that hits are of.
#[derive(Clone, Copy, Debug)]
pub struct Searched<'a> {
    /// The name of the input.
    pub name: Option<&'a str>,
    /// The text of the issue.
    pub source: &'a str,
    /// Its tree.
    pub bulletin: &'a Bulletin,
    /// How many lines of the file come before it: 0 but for the later issues of a volume.
    pub lines_before: u32,
}

impl<'a> Hit<'a> {
    /// The hits of one issue with their places in a unit.
    ///
    /// ```
    /// use torch_bulletin::search::Query;
    /// use torch_bulletin_wire::{Hit, OffsetUnit, Searched, hits_to_ndjson};
    /// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
    /// let parsed = torch_bulletin::parse(source);
    /// let query = Query::new(["新闻"]).unwrap();
    /// let hits = query.find(source, parsed.bulletin());
    /// let issue = Searched { name: Some("3.txt"), source, bulletin: parsed.bulletin(), lines_before: 0 };
    /// assert_eq!(hits_to_ndjson(&Hit::all(&issue, &query, &hits, OffsetUnit::Codepoint)), concat!(
    ///     r#"{"source":"3.txt","issue":"2019-3","year":2019,"date":"2019-03-31","section":null,"article":0,"#,
    ///     r#""title":"一个标题","contributors":["某某高新区"],"part":"paragraph","block":0,"line":4,"column":5,"#,
    ///     r#""word":"新闻","left":"今天没有","text":"新闻","right":"。","spans":[[34,36]]}"#, "\n",
    /// ));
    /// ```
    pub fn all(
        issue: &Searched<'a>,
        query: &'a Query,
        hits: &'a [search::Hit],
        unit: OffsetUnit,
    ) -> Vec<Self> {
        let Searched { name, source, bulletin, lines_before } = *issue;
        let lens = Lens::new(source, unit);
        let mut cursor = LineCursor::new(source);
        let articles: Vec<(&Section, &Article)> = bulletin
            .sections
            .iter()
            .flat_map(|section| section.articles.iter().map(move |article| (section, article)))
            .collect();
        let masthead = &bulletin.masthead;
        let key = masthead.issue.as_ref().map(|issue| issue.key());
        let date = masthead.date.as_ref().map(|date| date.value());
        let year =
            masthead.issue.as_ref().and_then(|it| it.year).or(masthead.date.as_ref().map(|it| it.year));
        hits.iter()
            .map(|hit| {
                let search::Hit { word, article, part, block, left, matched, right, text } = hit;
                let at = article.and_then(|number| articles.get(number as usize));
                let position = cursor.position(text.head().start());
                let organisations =
                    at.into_iter().flat_map(|(_, it)| &it.attributions).flat_map(|it| &it.organisations);
                Self {
                    source: name.map(Cow::Borrowed),
                    issue: key.clone().map(Cow::Owned),
                    year,
                    date: date.clone().map(Cow::Owned),
                    section: at.and_then(|(section, _)| section.name.as_ref()).map(|it| lens.read(it)),
                    article: *article,
                    title: at.and_then(|(_, it)| it.title.as_ref()).map(|it| lens.read(it)),
                    contributors: organisations.map(|it| lens.read(it)).collect(),
                    part: *part,
                    block: *block,
                    line: lines_before + position.line,
                    column: position.column,
                    word: query.words().get(*word).map_or_else(Cow::default, |it| it.into()),
                    left: left.into(),
                    text: matched.into(),
                    right: right.into(),
                    spans: text.spans().map(|span| lens.span(span)).collect(),
                }
            })
            .collect()
    }
}
