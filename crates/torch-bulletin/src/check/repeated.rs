//! Does a paragraph stand twice, as on a page that was extracted or bound twice?

use std::borrow::Cow;

use crate::model::Block;
use crate::report::{Code, Diagnostic, Sink};
use crate::{Bulletin, Span, Text};

/// Bytes of the shortest paragraph that is hardly there twice by chance: forty characters.
const LONG: usize = 120;

pub(super) fn check(source: &str, bulletin: &Bulletin, sink: &mut Sink) {
    let blocks = bulletin.articles().flat_map(|article| &article.blocks);
    let mut paragraphs: Vec<(u64, &Text)> = blocks
        .filter_map(|block| match block {
            Block::Paragraph { text, .. } if text.len() >= LONG => Some((key(source, text), text)),
            _ => None,
        })
        .collect();
    // In the order of the text where keys are equal.
    paragraphs.sort_by_key(|it| it.0);
    for alike in paragraphs.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        let mut seen: Vec<Cow<'_, str>> = Vec::new();
        // More different ones with one key are a hostile text.
        for (_, text) in alike.iter().take(Sink::MOST_ALIKE) {
            let joined = text.of(source);
            if seen.contains(&joined) {
                report(text.hull(), sink);
            } else {
                seen.push(joined);
            }
        }
    }
}

fn report(place: Span, sink: &mut Sink) {
    sink.push(
        Diagnostic::new(
            Code::RepeatedParagraph,
            place,
            "this paragraph stands further up already, word for word",
        )
        .with_help("a page may be there twice; count what it says once"),
    );
}

/// The length and both ends of a text: different for nearly all paragraphs that differ.
fn key(source: &str, text: &Text) -> u64 {
    let end = |bytes: Option<&[u8; 8]>| bytes.map_or(0, |it| u64::from_le_bytes(*it));
    let first = end(text.head().of(source).and_then(|it| it.as_bytes().first_chunk()));
    let last = end(text.last().of(source).and_then(|it| it.as_bytes().last_chunk()));
    (first.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ last).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ text.len() as u64
}
