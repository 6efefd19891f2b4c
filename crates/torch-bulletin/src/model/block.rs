//! What an article is made of: headings, paragraphs, captions, tables, notes.

use std::borrow::Cow;

use crate::vocabulary::vocabulary;
use crate::{Span, Text};

/// One block of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading 小标题 on a line of its own.
    Heading {
        /// 1 for the outermost of the article; styles nest in the order in which they appear.
        level: u8,
        /// The enumerator, `一、`.
        marker: Option<Marker>,
        /// The heading as printed, enumerator included.
        text: Text,
    },
    /// A paragraph 段落.
    Paragraph {
        /// The enumerator that opens it: `一是`, `1.`.
        marker: Option<Marker>,
        /// The run-in heading 段首小标题 after the enumerator, without its full stop.
        lead: Option<Text>,
        /// The whole paragraph as printed; marker and lead included, attribution excluded.
        text: Text,
        /// Enumerated clauses inside: 第一,…;第二,… Each style counts from 1 without a gap, in runs of two or more.
        points: Vec<Point>,
    },
    /// The caption 图题、表题 of a table or figure.
    Caption {
        /// The caption as printed.
        text: Text,
    },
    /// A table 表 whose columns the text still shows.
    Table {
        /// Rows of cells, all of one length; a cell that is not printed is `None`. A cell over several columns or rows has its
        /// text in the first of them, and the others are `None`.
        rows: Vec<Vec<Option<Text>>>,
    },
    /// A note 注 or source line under a table or text.
    Note {
        /// The note as printed.
        text: Text,
    },
}

impl Block {
    /// The name of its kind, the same in every language.
    pub const fn kind(&self) -> &'static str {
        match self {
            Block::Heading { .. } => "heading",
            Block::Paragraph { .. } => "paragraph",
            Block::Caption { .. } => "caption",
            Block::Table { .. } => "table",
            Block::Note { .. } => "note",
        }
    }

    /// The block's text; `None` for a table, which has cells.
    pub fn text(&self) -> Option<&Text> {
        match self {
            Block::Heading { text, .. }
            | Block::Paragraph { text, .. }
            | Block::Caption { text }
            | Block::Note { text } => Some(text),
            Block::Table { .. } => None,
        }
    }

    /// The block's text, read from the source; rows of a table are lines, their cells parted by tabs.
    ///
    /// ```
    /// use torch_bulletin::{Span, model::Block};
    /// let cell = |start, end| Some(Span::new(start, end).into());
    /// let table = Block::Table { rows: vec![vec![cell(0, 1), None, cell(1, 2)], vec![cell(2, 3)]] };
    /// assert_eq!(table.of("abc"), "a\t\tb\nc");
    /// ```
    pub fn of<'s>(&self, source: &'s str) -> Cow<'s, str> {
        match self {
            Block::Table { rows } => {
                let cell = |cell: &Option<Text>| cell.as_ref().map_or(Cow::Borrowed(""), |it| it.of(source));
                let row = |row: &Vec<_>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
                Cow::Owned(rows.iter().map(row).collect::<Vec<_>>().join("\n"))
            }
            _ => self.text().map_or(Cow::Borrowed(""), |text| text.of(source)),
        }
    }

    /// The enumerator that opens a heading or paragraph.
    pub fn marker(&self) -> Option<&Marker> {
        match self {
            Block::Heading { marker, .. } | Block::Paragraph { marker, .. } => marker.as_ref(),
            Block::Caption { .. } | Block::Table { .. } | Block::Note { .. } => None,
        }
    }

    /// From the first to the last character.
    pub fn hull(&self) -> Option<Span> {
        match self {
            Block::Table { rows } => rows.iter().flatten().flatten().map(Text::hull).reduce(Span::cover),
            _ => self.text().map(Text::hull),
        }
    }
}

/// An enumerated clause inside a paragraph: `第一,要…;`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its enumerator.
    pub marker: Marker,
    /// The clause as printed, enumerator included, up to the next one.
    pub text: Text,
}

/// An enumerator 序号 at the head of a heading, a paragraph or a clause.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Marker {
    /// Its form.
    pub style: MarkerStyle,
    /// Its number, from 1.
    pub number: u32,
    /// The enumerator as printed, without blanks around it; a wrap may cut it as any text.
    pub text: Text,
}

vocabulary! {
    /// Forms of enumerators, after GB/T 9704-2012 §7.3.3 (一、 （一） 1. （1）) and the prose of bulletins.
    pub enum MarkerStyle {
        /// `一、`
        ChineseComma = "chinese-comma",
        /// `（一）`, `㈠`
        ChineseParen = "chinese-paren",
        /// `1.`, `1、`, `1．`
        ArabicDot = "arabic-dot",
        /// `（1）`, `1)`, `⑴`
        ArabicParen = "arabic-paren",
        /// `①`
        Circled = "circled",
        /// `一是`
        Shi = "shi",
        /// `第一,`, `其一,`
        Ordinal = "ordinal",
        /// `首先`, `其次`, `最后`
        Sequence = "sequence",
        /// Any other form.
        Other = "other",
    }
}
