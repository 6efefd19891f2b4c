//! The wire JSON in the plainest structs that hold it: the yardstick that serde_json sets.
//!
//! The wire crate's own types check vocabularies and choose a block by its `kind`, which costs. Here every name is a
//! string and every block one struct, so that the yardstick is serde_json at its best.

// What is read is what is timed; nobody looks at it afterwards.
#![allow(dead_code)]

use std::borrow::Cow;

use serde::Deserialize;

/// Reads a document and says how many articles it has.
pub(crate) fn articles(json: &str) -> usize {
    let document: Document<'_> = serde_json::from_str(json).expect("the wire writes what its schema says");
    document.sections.iter().map(|section| section.articles.len()).sum()
}

type Span = [u32; 2];

#[derive(Deserialize)]
struct Str<'a>(#[serde(borrow)] Cow<'a, str>);

#[derive(Deserialize)]
struct Document<'a> {
    schema: u32,
    #[serde(borrow)]
    offsets: Cow<'a, str>,
    #[serde(borrow)]
    generator: Cow<'a, str>,
    #[serde(borrow)]
    source: Source<'a>,
    #[serde(borrow)]
    pages: Vec<Page<'a>>,
    #[serde(borrow)]
    masthead: Masthead<'a>,
    #[serde(borrow)]
    contents: Contents<'a>,
    #[serde(borrow)]
    sections: Vec<Section<'a>>,
    #[serde(borrow)]
    colophon: Colophon<'a>,
    #[serde(borrow)]
    furniture: Vec<Furniture<'a>>,
    #[serde(borrow)]
    unparsed: Vec<Text<'a>>,
    punctuation: Vec<Span>,
    #[serde(borrow)]
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Deserialize)]
struct Source<'a> {
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    sha256: Option<Str<'a>>,
    bytes: u64,
    #[serde(borrow)]
    encoding: Cow<'a, str>,
    #[serde(borrow)]
    text: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Text<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
    spans: Vec<Span>,
    #[serde(borrow)]
    joins: Vec<Str<'a>>,
}

#[derive(Deserialize)]
struct Page<'a> {
    index: u32,
    #[serde(borrow)]
    label: Option<Str<'a>>,
    span: Span,
}

#[derive(Deserialize)]
struct Masthead<'a> {
    #[serde(borrow)]
    title: Option<Text<'a>>,
    #[serde(borrow)]
    publisher: Option<Text<'a>>,
    #[serde(borrow)]
    notices: Vec<Text<'a>>,
    #[serde(borrow)]
    issue: Option<Number<'a>>,
    #[serde(borrow)]
    date: Option<Date<'a>>,
}

#[derive(Deserialize)]
struct Number<'a> {
    year: Option<u16>,
    number: Option<[u32; 2]>,
    whole_number: Option<[u32; 2]>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    span: Span,
}

#[derive(Deserialize)]
struct Date<'a> {
    #[serde(borrow)]
    value: Cow<'a, str>,
    span: Span,
}

#[derive(Deserialize)]
struct Contents<'a> {
    #[serde(borrow)]
    heading: Option<Text<'a>>,
    #[serde(borrow)]
    groups: Vec<Group<'a>>,
}

#[derive(Deserialize)]
struct Group<'a> {
    #[serde(borrow)]
    section: Option<Text<'a>>,
    #[serde(borrow)]
    series: Option<Text<'a>>,
    #[serde(borrow)]
    entries: Vec<Entry<'a>>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    title: Text<'a>,
    page: Option<u32>,
    article: Option<u32>,
    span: Span,
}

#[derive(Deserialize)]
struct Section<'a> {
    #[serde(borrow)]
    name: Option<Text<'a>>,
    #[serde(borrow)]
    series: Option<Text<'a>>,
    #[serde(borrow)]
    articles: Vec<Article<'a>>,
    span: Span,
}

#[derive(Deserialize)]
struct Article<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    title: Option<Text<'a>>,
    #[serde(borrow)]
    subtitle: Option<Text<'a>>,
    #[serde(borrow)]
    blocks: Vec<Block<'a>>,
    span: Span,
    #[serde(borrow)]
    attributions: Vec<Attribution<'a>>,
}

#[derive(Deserialize)]
struct Block<'a> {
    #[serde(borrow)]
    kind: Cow<'a, str>,
    level: Option<u8>,
    #[serde(borrow)]
    marker: Option<Marker<'a>>,
    #[serde(borrow)]
    lead: Option<Text<'a>>,
    #[serde(borrow)]
    text: Option<Text<'a>>,
    #[serde(borrow, default)]
    points: Vec<Point<'a>>,
    #[serde(borrow, default)]
    rows: Vec<Vec<Option<Text<'a>>>>,
}

#[derive(Deserialize)]
struct Point<'a> {
    #[serde(borrow)]
    marker: Marker<'a>,
    #[serde(borrow)]
    text: Text<'a>,
}

#[derive(Deserialize)]
struct Marker<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow)]
    style: Cow<'a, str>,
    number: u32,
    span: Span,
}

#[derive(Deserialize)]
struct Attribution<'a> {
    #[serde(borrow)]
    label: Option<Text<'a>>,
    #[serde(borrow)]
    organisations: Vec<Text<'a>>,
    #[serde(borrow)]
    people: Vec<Text<'a>>,
    span: Span,
}

#[derive(Deserialize)]
struct Colophon<'a> {
    #[serde(borrow)]
    imprints: Vec<Imprint<'a>>,
}

#[derive(Deserialize)]
struct Imprint<'a> {
    #[serde(borrow)]
    organisation: Option<Text<'a>>,
    #[serde(borrow)]
    fields: Vec<Field<'a>>,
}

#[derive(Deserialize)]
struct Field<'a> {
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    label: Text<'a>,
    #[serde(borrow)]
    value: Text<'a>,
    #[serde(borrow)]
    items: Vec<Text<'a>>,
    #[serde(borrow)]
    extension: Option<Text<'a>>,
}

#[derive(Deserialize)]
struct Furniture<'a> {
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    text: Text<'a>,
}

#[derive(Deserialize)]
struct Diagnostic<'a> {
    #[serde(borrow)]
    code: Cow<'a, str>,
    #[serde(borrow)]
    severity: Cow<'a, str>,
    #[serde(borrow)]
    message: Cow<'a, str>,
    span: Option<Span>,
    #[serde(borrow)]
    help: Option<Str<'a>>,
    count: u32,
}
