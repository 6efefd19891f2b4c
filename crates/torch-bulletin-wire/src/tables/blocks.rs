//! The table `blocks` 段落.

use torch_bulletin::Text as Printed;
use torch_bulletin::model::Block;

use super::columns::Kind::{Count, Text};
use super::columns::{Columns, Layout};
use super::issue::Keyed;

pub(super) const LAYOUT: &Layout = &[
    ("source", Text),
    ("issue", Text),
    ("article", Count),
    ("id", Text),
    ("block", Count),
    ("kind", Text),
    ("level", Count),
    ("marker", Text),
    ("style", Text),
    ("number", Count),
    ("lead", Text),
    ("page", Text),
    ("chars", Count),
    ("start", Count),
    ("end", Count),
    ("text", Text),
];

pub(super) fn append(columns: &mut Columns, it: &Keyed<'_>) {
    for (number, article) in it.bulletin.articles().enumerate() {
        let id = it.bulletin.article_id(number);
        for (at, block) in article.blocks.iter().enumerate() {
            let (text, marker, span) = (block.of(it.text), block.marker(), block.hull());
            columns
                .row()
                .text(it.source)
                .text(it.key.as_ref())
                .count(Some(number))
                .text(Some(&id))
                .count(Some(at))
                .text(Some(block.kind()))
                .count(level(block))
                .text(marker.map(|marker| it.read(&marker.text)))
                .text(marker.map(|marker| marker.style.as_str()))
                .count(marker.map(|marker| marker.number))
                .text(it.maybe(lead(block)))
                .text(it.page(span))
                .count(Some(text.chars().count()))
                .count(it.start(span))
                .count(it.end(span))
                .text(Some(text))
                .end();
        }
    }
}

fn level(block: &Block) -> Option<u8> {
    match block {
        Block::Heading { level, .. } => Some(*level),
        _ => None,
    }
}

fn lead(block: &Block) -> Option<&Printed> {
    match block {
        Block::Paragraph { lead, .. } => lead.as_ref(),
        _ => None,
    }
}
