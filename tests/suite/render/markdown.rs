//! Markdown, read back by pulldown-cmark: no markup that the text brings with it, and the texts of the tree.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use torch_bulletin::model::Block;
use torch_bulletin::{parse, render};

use super::harmless;

#[test]
fn every_issue_reads_back() {
    super::each(check);
}

#[test]
fn markdown_of_a_random_text_reads_back() {
    super::random("markdown", check);
}

/// There is no HTML, link, picture or code; titles, headings and paragraphs stand in order as blocks of
/// their own, with the text of the tree.
pub(super) fn check(source: &str) -> Result<(), String> {
    let parsed = parse(source);
    let markdown = render::markdown(source, parsed.bulletin());
    let blocks = blocks(&markdown)?;
    let mut rest = blocks.iter();
    for article in parsed.bulletin().articles() {
        let prose = article.blocks.iter().filter_map(|block| match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => Some(text),
            _ => None,
        });
        for text in article.title.iter().chain(prose) {
            let text = harmless(text.of(source));
            // Blanks at the ends are no part of a block of Markdown.
            let text = text.trim_matches([' ', '\t']);
            if !rest.any(|block| block.trim_matches([' ', '\t']) == text) {
                return Err(format!(
                    "{text:?} is no block in its place, among {} blocks\n{markdown}",
                    blocks.len()
                ));
            }
        }
    }
    Ok(())
}

/// The texts of paragraphs, headings, items and cells.
fn blocks(markdown: &str) -> Result<Vec<String>, String> {
    let mut blocks = vec![String::new()];
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) => blocks.last_mut().expect("there is one").push_str(&text),
            Event::Start(Tag::Emphasis | Tag::Strong) | Event::End(TagEnd::Emphasis | TagEnd::Strong) => {}
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::List(None)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            )
            | Event::End(_)
            | Event::Rule => blocks.push(String::new()),
            strange => return Err(format!("the text became markup: {strange:?}")),
        }
    }
    Ok(blocks)
}
