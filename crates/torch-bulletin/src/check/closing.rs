//! Does a paragraph end without a closing mark, as a cut one does?

use crate::grammar::mark::Ending;
use crate::model::{Article, Block};
use crate::report::{Code, Diagnostic, Sink};

pub(super) fn check(article: &Article, source: &str, sink: &mut Sink) {
    for block in &article.blocks {
        let Block::Paragraph { text, .. } = block else { continue };
        let tail = crate::blank::trim_end(text.last().of(source).unwrap_or_default());
        // A colon announces a list, a semicolon ends one of its items.
        let ending = Ending::of(tail);
        if ending.closed() || ending.colon() || ending.semicolon() {
            continue;
        }
        let end = text.last().end();
        let width = tail.chars().next_back().map_or(0, char::len_utf8) as u32;
        sink.push(
            Diagnostic::new(
                Code::ParagraphWithoutClosingMark,
                crate::Span::new(end - width, end),
                "this paragraph ends without a closing mark such as 。",
            )
            .with_help("it may go on in a paragraph that was not joined to it, or the end may be missing"),
        );
    }
}
