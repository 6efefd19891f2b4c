//! The masthead 报头 under its title: its parts in printed order.

use std::borrow::Cow;

use super::harmless::harmless;
use crate::grammar::issue::issue_line;
use crate::{Bulletin, Span};

/// What a part of the masthead is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The publishing body 主办单位.
    Publisher,
    /// A notice: 内部资料.
    Notice,
    /// The issue line 期号.
    Issue,
    /// The date.
    Date,
}

/// The parts but the title, each as it is printed.
pub(super) fn parts<'s>(source: &'s str, bulletin: &Bulletin) -> Vec<(Part, Cow<'s, str>)> {
    let masthead = &bulletin.masthead;
    let printed = |span: Span| Cow::Borrowed(span.of(source).unwrap_or_default());
    let mut parts: Vec<(Span, Part, Cow<'s, str>)> = Vec::new();
    parts.extend(masthead.publisher.iter().map(|it| (it.hull(), Part::Publisher, it.of(source))));
    parts.extend(masthead.notices.iter().map(|it| (it.hull(), Part::Notice, it.of(source))));
    parts.extend(masthead.issue.iter().map(|it| (it.span, Part::Issue, printed(it.span))));
    parts.extend(whole_number(source, bulletin).map(|it| (it, Part::Issue, printed(it))));
    parts.extend(masthead.date.iter().map(|it| (it.span, Part::Date, printed(it.span))));
    parts.sort_by_key(|&(span, ..)| span);
    parts.into_iter().map(|(_, part, text)| (part, harmless(text))).collect()
}

/// Signs set apart before the first text of the body, among which a whole number on a line of its own is.
const SIGNS: usize = 16;

/// The whole number 总第N期 that stands on another line than the issue line, with the punctuation: see `assemble/masthead.rs`.
fn whole_number(source: &str, bulletin: &Bulletin) -> Option<Span> {
    let issue = bulletin.masthead.issue.as_ref()?;
    let number = issue.whole_number?;
    let of = |span: Span| issue_line(span.of(source).unwrap_or_default()).ok()?.1.whole_number;
    if of(issue.span) == Some(number) {
        return None;
    }
    bulletin.punctuation.iter().copied().take(SIGNS).find(|&span| of(span) == Some(number))
}

/// What the issue is called where one line must name it: its name and number, or its first title, or 无题 (untitled).
pub(super) fn name(source: &str, bulletin: &Bulletin) -> String {
    let masthead = &bulletin.masthead;
    let title = masthead.title.iter().map(|it| it.of(source));
    let issue = masthead.issue.iter().map(|it| Cow::Borrowed(it.span.of(source).unwrap_or_default()));
    let mut name: Vec<_> = title.chain(issue).collect();
    if name.is_empty() {
        let first = bulletin.articles().find_map(|article| article.title.as_ref());
        name.push(first.map_or(Cow::Borrowed("无题"), |it| it.of(source)));
    }
    harmless(name.join(" ").into()).into_owned()
}
