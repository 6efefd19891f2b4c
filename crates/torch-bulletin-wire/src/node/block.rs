//! What an article is made of: headings, paragraphs, captions, tables, notes.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::model::{self, MarkerStyle};

use super::{Span, Text};
use crate::lens::Lens;
use crate::vocabulary::Names;

/// One block of an article; `kind` tells which.
// The titles are what a generated type of one kind is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", bound(deserialize = "'de: 'a"))]
pub enum Block<'a> {
    /// A heading 小标题 on a line of its own.
    #[schemars(title = "Heading")]
    Heading {
        /// 1 for the outermost of the article; styles nest in the order in which they appear.
        level: u8,
        /// The enumerator, `一、`.
        marker: Option<Marker<'a>>,
        /// The heading as printed, enumerator included.
        text: Text<'a>,
    },
    /// A paragraph 段落.
    #[schemars(title = "Paragraph")]
    Paragraph {
        /// The enumerator that opens it: `一是`, `1.`.
        marker: Option<Marker<'a>>,
        /// The run-in heading 段首小标题 after the enumerator, without its full stop.
        lead: Option<Text<'a>>,
        /// The whole paragraph as printed; marker and lead included, attribution excluded.
        text: Text<'a>,
        /// Enumerated clauses inside: 第一,…;第二,…
        points: Vec<Point<'a>>,
    },
    /// The caption 图题、表题 of a table or figure.
    #[schemars(title = "Caption")]
    Caption {
        /// The caption as printed.
        text: Text<'a>,
    },
    /// A table 表 whose columns the text still shows.
    #[schemars(title = "Table")]
    Table {
        /// Rows of cells; a cell that is not printed is null.
        rows: Vec<Vec<Option<Text<'a>>>>,
    },
    /// A note 注 or source line under a table or text.
    #[schemars(title = "Note")]
    Note {
        /// The note as printed.
        text: Text<'a>,
    },
}

impl<'a> Block<'a> {
    pub(crate) fn new(lens: &Lens<'a>, block: &model::Block) -> Self {
        match block {
            model::Block::Heading { level, marker, text } => Block::Heading {
                level: *level,
                marker: marker.as_ref().map(|marker| Marker::new(lens, marker)),
                text: lens.text(text),
            },
            model::Block::Paragraph { marker, lead, text, points } => Block::Paragraph {
                marker: marker.as_ref().map(|marker| Marker::new(lens, marker)),
                lead: lens.maybe(lead.as_ref()),
                text: lens.text(text),
                points: points.iter().map(|point| Point::new(lens, point)).collect(),
            },
            model::Block::Caption { text } => Block::Caption { text: lens.text(text) },
            model::Block::Table { rows } => {
                let row =
                    |row: &Vec<_>| row.iter().map(|cell: &Option<_>| lens.maybe(cell.as_ref())).collect();
                Block::Table { rows: rows.iter().map(row).collect() }
            }
            model::Block::Note { text } => Block::Note { text: lens.text(text) },
        }
    }
}

/// An enumerated clause inside a paragraph: `第一,要…;`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Point<'a> {
    /// Its enumerator.
    pub marker: Marker<'a>,
    /// The clause as printed, enumerator included, up to the next one.
    pub text: Text<'a>,
}

impl<'a> Point<'a> {
    fn new(lens: &Lens<'a>, point: &model::Point) -> Self {
        let model::Point { marker, text } = point;
        Self { marker: Marker::new(lens, marker), text: lens.text(text) }
    }
}

/// An enumerator 序号 at the head of a heading, a paragraph or a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Marker<'a> {
    /// The enumerator as printed, without blanks around it.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// Its form.
    #[schemars(with = "Names<MarkerStyle>")]
    pub style: MarkerStyle,
    /// Its number, from 1.
    pub number: u32,
    /// From its first to its last character.
    pub span: Span,
}

impl<'a> Marker<'a> {
    fn new(lens: &Lens<'a>, marker: &model::Marker) -> Self {
        let model::Marker { style, number, text } = marker;
        Self { text: lens.read(text), style: *style, number: *number, span: lens.span(text.hull()) }
    }
}
