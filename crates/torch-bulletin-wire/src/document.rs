//! The whole document as it crosses a border: what was read, the parts of the issue, the findings.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::{Bulletin, Report};

use crate::OffsetUnit;
use crate::lens::Lens;
use crate::node::{Colophon, Contents, Diagnostic, Furniture, Masthead, Page, Section, Source, Span, Text};
use crate::vocabulary::Names;

/// The version of the document's shape, in its key `schema`.
///
/// Within a version keys and diagnostic codes are added; nothing is renamed, and no other vocabulary grows.
pub const SCHEMA_VERSION: u32 = 1;

const GENERATOR: &str = concat!("torch-bulletin ", env!("CARGO_PKG_VERSION"));

/// One issue 期 of the newsletter 火炬动态: its parts, the text of each, and the place of each in the source.
///
/// A span is half-open and counts from the start of the decoded source text in the unit that `offsets`
/// names; a byte order mark and carriage returns count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
#[schemars(title = "Torch bulletin", extend("$id" = "urn:torch-bulletin:document:1"))]
pub struct Document<'a> {
    /// The version of this shape.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    pub schema: u32,
    /// What the spans count.
    #[schemars(with = "Names<OffsetUnit>")]
    pub offsets: OffsetUnit,
    /// The program that made the document, and its version.
    #[serde(borrow)]
    pub generator: Cow<'a, str>,
    /// What was read.
    pub source: Source<'a>,
    /// Pages, where the text still shows their borders.
    pub pages: Vec<Page<'a>>,
    /// The masthead 报头.
    pub masthead: Masthead<'a>,
    /// The contents list 目录; without groups where none is printed.
    pub contents: Contents<'a>,
    /// Sections 栏目 in printed order; articles outside any section stand in one without a name.
    pub sections: Vec<Section<'a>>,
    /// The colophon 版权栏.
    pub colophon: Colophon<'a>,
    /// Page numbers, running heads and the like, set apart from the text.
    pub furniture: Vec<Furniture<'a>>,
    /// Lines that no rule has a place for, in printed order.
    pub unparsed: Vec<Text<'a>>,
    /// Characters that belong to a construct and to none of its texts: brackets, colons, leaders; ascending.
    pub punctuation: Vec<Span>,
    /// Everything doubtful about the issue, ordered by place.
    pub diagnostics: Vec<Diagnostic<'a>>,
}

impl<'a> Document<'a> {
    /// Puts text and places together: `bulletin` and `report` must be those of `source`.
    pub fn new(
        info: &SourceInfo<'a>,
        source: &'a str,
        bulletin: &Bulletin,
        report: &'a Report,
        view: &View,
    ) -> Self {
        let View { offsets, source_text, normalized } = *view;
        let lens = Lens::new(source, offsets).with_normalized(normalized);
        let mut ids = (0..).map(|index| bulletin.article_id(index));
        let Bulletin { pages, masthead, contents, sections, colophon, furniture, unparsed, punctuation } =
            bulletin;
        Self {
            schema: SCHEMA_VERSION,
            offsets,
            generator: GENERATOR.into(),
            source: Source::new(info, source_text.then_some(source)),
            pages: pages.iter().zip(0..).map(|(page, index)| Page::new(&lens, page, index)).collect(),
            masthead: Masthead::new(&lens, masthead),
            contents: Contents::new(&lens, contents),
            sections: sections.iter().map(|section| Section::new(&lens, section, &mut ids)).collect(),
            colophon: Colophon::new(&lens, colophon),
            furniture: furniture.iter().map(|it| Furniture::new(&lens, it)).collect(),
            unparsed: lens.texts(unparsed),
            punctuation: punctuation.iter().map(|&span| lens.span(span)).collect(),
            diagnostics: report.diagnostics().iter().map(|it| Diagnostic::new(&lens, it)).collect(),
        }
    }
}

/// What is known of the input besides its text; see [`Source`] for the meaning of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceInfo<'a> {
    /// The name it was given: a path, or a path inside a container.
    pub name: Option<&'a str>,
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: Option<&'a str>,
    /// The number of its bytes, before decoding.
    pub bytes: u64,
    /// The encoding that was found.
    pub encoding: &'a str,
    /// How sure it is; nothing for a text that came as text.
    pub certainty: Option<&'a str>,
    /// What the bytes are: `text` or `html`.
    pub format: &'a str,
}

impl SourceInfo<'_> {
    /// A text that came as text: no name, no hash, and UTF-8 as in memory.
    pub const fn of_text(source: &str) -> Self {
        Self {
            name: None,
            sha256: None,
            bytes: source.len() as u64,
            encoding: "utf-8",
            certainty: None,
            format: "text",
        }
    }
}

/// How a document is written; the same in every language.
///
/// ```
/// use torch_bulletin_wire::{OffsetUnit, View};
/// let view = View::new(OffsetUnit::Codepoint).with_source_text(true);
/// assert!(view.source_text);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct View {
    /// What the offsets count.
    pub offsets: OffsetUnit,
    /// Whether the decoded text goes with the document, for those who slice it.
    pub source_text: bool,
    /// Whether each text has its cleaned form beside it, where that differs.
    pub normalized: bool,
}

impl View {
    /// Offsets in a unit, and no source text.
    pub const fn new(offsets: OffsetUnit) -> Self {
        Self { offsets, source_text: false, normalized: false }
    }

    /// The same with or without the source text.
    #[must_use]
    pub const fn with_source_text(mut self, source_text: bool) -> Self {
        self.source_text = source_text;
        self
    }

    /// The same with or without the cleaned forms.
    #[must_use]
    pub const fn with_normalized(mut self, normalized: bool) -> Self {
        self.normalized = normalized;
        self
    }
}
