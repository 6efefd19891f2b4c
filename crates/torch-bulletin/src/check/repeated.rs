//! Does a paragraph stand twice, as on a page that was extracted or bound twice?

use std::borrow::Cow;

use crate::model::Block;
use crate::report::{Code, Diagnostic, Sink};
use crate::{Bulletin, Span, Text};

/// Bytes of the shortest paragraph that is hardly there twice by chance: forty characters.
const LONG: usize = 120;

pub(super) fn check(source: &str, bulletin: &Bulletin, sink: &mut Sink) {
    let blocks = bulletin.articles().flat_map(|article| &article.blocks);
    let mut paragraphs: Vec<_> = blocks
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
fn key<'s>(source: &'s str, text: &Text) -> (usize, &'s [u8], &'s [u8]) {
    const END: usize = 8;
    let bytes = |span: Span| span.of(source).unwrap_or_default().as_bytes();
    let (first, last) = (bytes(text.head()), bytes(text.last()));
    (text.len(), &first[..first.len().min(END)], &last[last.len().saturating_sub(END)..])
}
