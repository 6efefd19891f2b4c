//! An attribution 供稿 as it is printed, without the line ends and the furniture that cut it.

use std::borrow::Cow;

use super::harmless::harmless;
use crate::blank::is_blank;
use crate::model::Attribution;
use crate::{Bulletin, Span, Text};

/// What a part of an attribution is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A body.
    Organisation,
    /// A person.
    Person,
    /// The label, brackets, colons, and blanks between.
    Mark,
}

/// The parts in printed order, a body or a person with its places; put together they are the attribution on one line.
pub(super) fn parts<'s, 'b>(
    source: &'s str,
    bulletin: &Bulletin,
    attribution: &'b Attribution,
) -> Vec<(Part, Cow<'s, str>, Option<&'b Text>)> {
    let Attribution { label, organisations, people, span } = attribution;
    let mut places: Vec<(Span, Part, Cow<'s, str>, Option<&'b Text>)> = Vec::new();
    let mut add = |part: Part, text: &'b Text| places.push((text.hull(), part, text.of(source), Some(text)));
    label.iter().for_each(|it| add(Part::Mark, it));
    organisations.iter().for_each(|it| add(Part::Organisation, it));
    people.iter().for_each(|it| add(Part::Person, it));
    let marks = &bulletin.punctuation;
    let first = marks.partition_point(|mark| mark.start() < span.start());
    for mark in marks[first..].iter().take_while(|mark| mark.end() <= span.end()) {
        places.push((*mark, Part::Mark, mark.of(source).unwrap_or_default().into(), None));
    }
    places.sort_by_key(|&(span, ..)| span);

    let mut parts = Vec::with_capacity(places.len() * 2);
    let (mut end, mut last) = (span.start(), Part::Mark);
    for (place, part, printed, text) in places {
        let gap = Span::new(end, place.start().max(end)).of(source).unwrap_or_default();
        let on_one_line = gap.chars().all(is_blank) && !gap.contains(['\n', '\r', '\u{C}']);
        // Blanks part names (谢锦锋 王茜). A line end or a page number there is of the page, and parts names too.
        let gap = match (last, part) {
            _ if on_one_line => gap,
            (Part::Mark, _) | (_, Part::Mark) => "",
            _ => " ",
        };
        if !gap.is_empty() {
            parts.push((Part::Mark, harmless(gap.into()), None));
        }
        parts.push((part, harmless(printed), text));
        (end, last) = (end.max(place.end()), part);
    }
    parts
}

/// The attribution on one line.
pub(super) fn line(source: &str, bulletin: &Bulletin, attribution: &Attribution) -> String {
    parts(source, bulletin, attribution).iter().map(|(_, printed, _)| &**printed).collect()
}
