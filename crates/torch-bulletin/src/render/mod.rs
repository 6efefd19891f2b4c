//! Renderers: a bulletin as text for people, read from its tree and its source.

mod markdown;
mod text;

pub use markdown::markdown;
pub use text::text;

use crate::{Bulletin, Span};

/// The masthead's parts in printed order, each as it is printed.
fn masthead_parts<'s>(source: &'s str, bulletin: &Bulletin) -> Vec<std::borrow::Cow<'s, str>> {
    let masthead = &bulletin.masthead;
    let text = |span: Span| std::borrow::Cow::Borrowed(span.of(source).unwrap_or_default());
    let mut parts: Vec<(Span, _)> = Vec::new();
    parts.extend(masthead.publisher.iter().chain(&masthead.notices).map(|it| (it.hull(), it.of(source))));
    parts.extend(masthead.issue.iter().map(|it| (it.span, text(it.span))));
    parts.extend(masthead.date.iter().map(|it| (it.span, text(it.span))));
    parts.sort_by_key(|(span, _)| *span);
    parts.into_iter().map(|(_, text)| text).collect()
}
