//! The parts of an issue that are searched, one at a time.

use crate::model::Block;
use crate::vocabulary::vocabulary;
use crate::{Bulletin, Text};

vocabulary! {
    /// What a word was found in.
    pub enum Part {
        /// The title 标题 of an article.
        Title = "title",
        /// Its subtitle 副标题.
        Subtitle = "subtitle",
        /// A heading 小标题.
        Heading = "heading",
        /// A paragraph 段落.
        Paragraph = "paragraph",
        /// A caption 图题、表题.
        Caption = "caption",
        /// A table 表, each cell by itself.
        Table = "table",
        /// A note 注.
        Note = "note",
        /// The organisations and people of an attribution 供稿, each by itself.
        Attribution = "attribution",
        /// A line that no rule has a place for.
        Unparsed = "unparsed",
    }
}

/// Where a part stands in the tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) article: Option<u32>,
    pub(super) part: Part,
    pub(super) block: Option<u32>,
}

/// Gives every part to `sink` with its texts: one, or several that no word goes across.
pub(super) fn for_each<'b>(
    bulletin: &'b Bulletin,
    mut sink: impl FnMut(Unit, &mut dyn Iterator<Item = &'b Text>),
) {
    for (number, article) in bulletin.articles().enumerate() {
        let unit = |part| Unit { article: Some(number as u32), part, block: None };
        if let Some(title) = &article.title {
            sink(unit(Part::Title), &mut std::iter::once(title));
        }
        if let Some(subtitle) = &article.subtitle {
            sink(unit(Part::Subtitle), &mut std::iter::once(subtitle));
        }
        for (index, block) in article.blocks.iter().enumerate() {
            let unit = |part| Unit { block: Some(index as u32), ..unit(part) };
            let (part, text) = match block {
                Block::Heading { text, .. } => (Part::Heading, text),
                Block::Paragraph { text, .. } => (Part::Paragraph, text),
                Block::Caption { text } => (Part::Caption, text),
                Block::Note { text } => (Part::Note, text),
                Block::Table { rows } => {
                    sink(unit(Part::Table), &mut rows.iter().flatten().flatten());
                    continue;
                }
            };
            sink(unit(part), &mut std::iter::once(text));
        }
        for attribution in &article.attributions {
            let mut texts = attribution.organisations.iter().chain(&attribution.people);
            sink(unit(Part::Attribution), &mut texts);
        }
    }
    for text in &bulletin.unparsed {
        let unit = Unit { article: None, part: Part::Unparsed, block: None };
        sink(unit, &mut std::iter::once(text));
    }
}
