//! The account: whatever no step has claimed is kept as unparsed text, so that nothing is ever lost.

use crate::blank::trim;
use crate::{Bulletin, Span, Text};

/// The ink that no primary span covers, a text a line.
pub(super) fn left_over(source: &str, bulletin: &Bulletin) -> Vec<Text> {
    let mut claimed = Vec::with_capacity(512);
    bulletin.for_each_primary(|span| claimed.push(span));
    // Part after part, each in order: a sort that looks for runs has little to do.
    claimed.sort_by_key(|span| span.start());
    let mut left = Vec::new();
    let mut at = 0;
    for span in claimed {
        gap(source, at, span.start() as usize, &mut left);
        at = at.max(span.end() as usize);
    }
    gap(source, at, source.len(), &mut left);
    left
}

fn gap(source: &str, start: usize, end: usize, left: &mut Vec<Text>) {
    if source.as_bytes().get(start..end).is_none_or(is_empty) {
        return;
    }
    let text = &source[start..end];
    if trim(text).1.is_empty() {
        return;
    }
    let mut at = start;
    for line in text.split(['\n', '\r', '\u{C}']) {
        let (lead, ink) = trim(line);
        if !ink.is_empty() {
            left.push(Text::new(Span::at(at + lead, at + lead + ink.len())));
        }
        at += line.len() + 1;
    }
}

/// Whether a gap holds nothing but the blanks of nearly all gaps: line ends, spaces and U+3000.
fn is_empty(mut gap: &[u8]) -> bool {
    while let [b' ' | b'\n' | b'\r' | b'\x0C', rest @ ..] | [0xE3, 0x80, 0x80, rest @ ..] = gap {
        gap = rest;
    }
    gap.is_empty()
}
