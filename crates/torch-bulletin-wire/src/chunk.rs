//! Chunks as they cross a border: one JSON object a line, for search indexes and language models.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::render;

use crate::OffsetUnit;
use crate::lens::Lens;
use crate::node::Span;

/// A portion of one article, with its titles and its places; see [`torch_bulletin::render::chunks`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Chunk<'a> {
    /// Its blocks, a line each.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// The places of the text in the source, in order; what lies between two is a line end or a join.
    pub spans: Vec<Span>,
    /// The issue, as in the ids of articles: `2022-12`; null where none is printed.
    pub issue: Option<Cow<'a, str>>,
    /// The number of the article in the issue, from 0.
    pub article: u32,
    /// The numbers of its blocks in the article, from 0.
    pub blocks: Vec<u32>,
    /// The titles over all of the text, outermost first.
    pub title_path: Vec<Cow<'a, str>>,
    /// The characters (code points) of the text, in every unit of offset.
    pub chars: usize,
    /// The name of the input, which the spans lead into; null where it has none.
    pub source: Option<Cow<'a, str>>,
}

impl<'a> Chunk<'a> {
    /// Chunks of one issue with their places in a unit; `name` is that of its input.
    pub fn all(
        source: &'a str,
        chunks: &'a [render::Chunk<'a>],
        unit: OffsetUnit,
        name: Option<&'a str>,
    ) -> Vec<Self> {
        let lens = Lens::new(source, unit);
        chunks.iter().map(|chunk| Chunk::new(&lens, chunk, name)).collect()
    }

    fn new(lens: &Lens<'_>, chunk: &'a render::Chunk<'a>, name: Option<&'a str>) -> Self {
        let render::Chunk { text, spans, issue, article, blocks, title_path, chars } = chunk;
        Self {
            text: text.into(),
            spans: spans.iter().map(|&span| lens.span(span)).collect(),
            issue: issue.as_deref().map(Cow::Borrowed),
            article: *article,
            blocks: blocks.clone(),
            title_path: title_path.iter().map(|title| Cow::Borrowed(&**title)).collect(),
            chars: *chars,
            source: name.map(Cow::Borrowed),
        }
    }
}

/// The chunks of an issue as NDJSON, of at most so many characters, or of the usual size; see [`chunks_to_ndjson`].
pub fn chunks_of(
    source: &str,
    bulletin: &torch_bulletin::Bulletin,
    max_chars: Option<usize>,
    unit: OffsetUnit,
    name: Option<&str>,
) -> String {
    let usual = render::ChunkOptions::default();
    let options = usual.clone().with_max_chars(max_chars.unwrap_or(usual.max_chars));
    chunks_to_ndjson(&Chunk::all(source, &render::chunks(source, bulletin, &options), unit, name))
}

/// Chunks as NDJSON: one object a line, each with its line end.
///
/// ```
/// use torch_bulletin::render::{ChunkOptions, chunks};
/// use torch_bulletin_wire::{Chunk, OffsetUnit, chunks_to_ndjson};
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let chunks = chunks(source, parsed.bulletin(), &ChunkOptions::default());
/// let json = chunks_to_ndjson(&Chunk::all(source, &chunks, OffsetUnit::Codepoint, None));
/// assert_eq!(json, concat!(
///     r#"{"text":"今天没有新闻。","spans":[[30,37]],"issue":"2019-3","article":0,"blocks":[0],"#,
///     r#""title_path":["火炬动态","一个标题"],"chars":7,"source":null}"#, "\n",
/// ));
/// ```
pub fn chunks_to_ndjson(chunks: &[Chunk<'_>]) -> String {
    let mut out = String::new();
    for chunk in chunks {
        out.push_str(&serde_json::to_string(chunk).expect("a chunk always serialises; this is our bug"));
        out.push('\n');
    }
    out
}
