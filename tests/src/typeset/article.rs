//! Articles of invented issues.

use super::attributions::supplied;
use super::model::{Article, Block};
use super::prose::Prose;

/// Paragraphs, perhaps headings or points among them, and a 供稿 line.
pub(crate) fn plain_article(prose: &mut Prose) -> Article {
    let mut blocks = vec![paragraph(prose.paragraph(2))];
    match prose.random().below(4) {
        0 => {
            for mark in ["一是", "二是", "三是"] {
                blocks.push(led(mark, prose));
            }
            blocks.push(paragraph(prose.any_paragraph()));
        }
        1 => {
            let mut headings: Vec<String> = Vec::new();
            while headings.len() < 2 {
                let words = prose.heading();
                if !headings.contains(&words) {
                    headings.push(words);
                }
            }
            for words in headings {
                blocks.push(Block::Heading { level: 1, marker: None, text: words });
                blocks.push(paragraph(prose.paragraph(3)));
                blocks.push(paragraph(prose.any_paragraph()));
            }
        }
        _ => (0..prose.random().within(2, 4)).for_each(|_| blocks.push(paragraph(prose.any_paragraph()))),
    }
    let inline = prose.random().percent(30);
    Article { title: prose.title(), subtitle: None, blocks, attributions: vec![supplied(prose, inline)] }
}

pub(crate) fn paragraph(text: String) -> Block {
    Block::Paragraph { marker: None, lead: None, open_lead: short_opening(&text), text }
}

pub(crate) fn heading(level: u8, marker: &str, words: String) -> Block {
    Block::Heading { level, marker: Some(marker.to_owned()), text: words }
}

/// A paragraph with an enumerator and a run-in heading.
pub(crate) fn led(mark: &str, prose: &mut Prose) -> Block {
    let (lead, rest) = (prose.lead(), prose.any_paragraph());
    Block::Paragraph {
        marker: Some(mark.to_owned()),
        text: format!("{mark}{lead}。{rest}"),
        lead: Some(lead),
        open_lead: None,
    }
}

/// A first sentence that is short and has no comma can be read as a run-in heading, or as a sentence.
fn short_opening(text: &str) -> Option<String> {
    let first = text.split_once('。')?.0;
    let is_short = first.chars().count() <= 24 && !first.contains(['，', '、', '；', '：', '“']);
    is_short.then(|| first.to_owned())
}
