//! What the renderers write, read back by parsers that are not ours, and compared with the tree.
//!
//! Each module has a `check` that holds of any text; it is asked of every text of the corpus here, of texts with
//! hostile parts in [`hostile`], and of random texts.

mod chunks;
mod hostile;
mod html;
mod markdown;
mod outline;
mod tei;
mod tei_rules;
mod text;

use std::borrow::Cow;

use torch_bulletin::model::{Article, Block};
use torch_bulletin::{Bulletin, Text};
use torch_bulletin_tests::corpus;

use crate::{properties::property, strategies};

/// Asks something of every text of the corpus, of every defect and regression, and of the real issue.
fn each(check: fn(&str) -> Result<(), String>) {
    let cases = corpus::issues().into_iter().chain(corpus::bad()).map(|case| (case.name, case.input));
    let real = corpus::real_issue().map(|folder| corpus::real_texts(&folder)).unwrap_or_default();
    for (name, text) in cases.chain(corpus::regressions()).chain(real) {
        check(&text).unwrap_or_else(|what| panic!("{name}: {what}"));
    }
}

/// Asks something of random texts: constructs without order, and issues with some damage.
fn random(name: &str, check: fn(&str) -> Result<(), String>) {
    let issues = corpus::issues().into_iter().map(|issue| issue.input).collect();
    property(&format!("{name} of constructs"), &strategies::constructs(), check);
    property(&format!("{name} of lines"), &strategies::lines(), check);
    property(&format!("{name} of damaged issues"), &strategies::damaged(issues), check);
}

/// A text as every output but JSON has it: line ends are blanks, what is forbidden somewhere is U+FFFD.
fn harmless(text: Cow<'_, str>) -> String {
    let forbidden = |c: char| {
        matches!(u32::from(c), 0..=8 | 0xE..=0x1F | 0x7F..=0x84 | 0x86..=0x9F | 0xFDD0..=0xFDEF)
            || matches!(u32::from(c) & 0xFFFF, 0xFFFE | 0xFFFF)
    };
    text.chars()
        .map(|c| match c {
            '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
            _ if forbidden(c) => '\u{FFFD}',
            _ => c,
        })
        .collect()
}

/// The paragraphs of an article as an output should have them.
fn paragraphs(source: &str, article: &Article) -> Vec<String> {
    let paragraphs = article.blocks.iter().filter_map(|block| match block {
        Block::Paragraph { text, .. } => Some(harmless(text.of(source))),
        _ => None,
    });
    paragraphs.collect()
}

/// The headings of an article as an output should have them.
fn headings(source: &str, article: &Article) -> Vec<String> {
    let headings = article.blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } => Some(harmless(text.of(source))),
        _ => None,
    });
    headings.collect()
}

/// A title as an output should have it.
fn title(source: &str, title: Option<&Text>) -> Vec<String> {
    title.iter().map(|it| harmless(it.of(source))).collect()
}

/// The ids of all articles.
fn ids(bulletin: &Bulletin) -> Vec<String> {
    (0..bulletin.articles().count()).map(|index| bulletin.article_id(index)).collect()
}

/// Nothing, or where two lists differ first.
fn same(what: &str, found: &[String], expected: &[String]) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    let at = found.iter().zip(expected).take_while(|(a, b)| a == b).count();
    Err(format!("{what} {at}: found {:?}, expected {:?}", found.get(at), expected.get(at)))
}
