//! Has every quotation mark and bracket its partner, within one title or block?

use std::cell::LazyCell;

use crate::model::Block;
use crate::report::{Code, Diagnostic, Sink};
use crate::text::TextMap;
use crate::{Bulletin, Text};

pub(super) fn check(source: &str, bulletin: &Bulletin, sink: &mut Sink) {
    for article in bulletin.articles() {
        article.title.iter().chain(&article.subtitle).for_each(|text| check_text(source, text, sink));
        for block in &article.blocks {
            match block {
                Block::Table { rows } => {
                    rows.iter().flatten().flatten().for_each(|text| check_text(source, text, sink));
                }
                _ => block.text().into_iter().for_each(|text| check_text(source, text, sink)),
            }
        }
    }
}

/// The closing mark of an opening one; both widths of brackets count as one (OCR mixes them).
fn partner(c: char) -> Option<char> {
    Some(match c {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '〈' => '〉',
        '【' => '】',
        '〔' => '〕',
        '「' => '」',
        '『' => '』',
        '(' | '（' => ')',
        '[' | '［' => ']',
        _ => return None,
    })
}

/// A closing mark in its one form.
fn closing(c: char) -> Option<char> {
    Some(match c {
        '”' | '’' | '》' | '〉' | '】' | '〕' | '」' | '』' | ')' | ']' => c,
        '）' => ')',
        '］' => ']',
        _ => return None,
    })
}

/// Where marks begin, and perhaps a few other signs: ASCII brackets, and the characters E2 80 98–9D, E3 80 88–95, EF BC 88–89,
/// EF BC BB–BD, of which the last two bytes are looked at.
///
/// By blocks, which a compiler looks at as a whole: few have any.
fn for_each_mark(bytes: &[u8], mut found: impl FnMut(usize)) {
    // The last two bytes hold no other mark than an ASCII one.
    let whole = bytes.len().saturating_sub(2);
    for from in (0..whole).step_by(BLOCK) {
        if bytes[from..].first_chunk().is_none_or(has_mark) {
            for at in from..whole.min(from + BLOCK) {
                if is_mark(bytes[at], bytes[at + 1], bytes[at + 2]) {
                    found(at);
                }
            }
        }
    }
    (whole..bytes.len()).filter(|&at| matches!(bytes[at], b'(' | b')' | b'[' | b']')).for_each(found);
}

/// Bytes that are looked at as a whole.
const BLOCK: usize = 16;

/// Whether a mark begins in a block, of which two bytes more are given. Without a branch, so that vectors may do it.
fn has_mark(block: &[u8; BLOCK + 2]) -> bool {
    let mut any = 0;
    for at in 0..BLOCK {
        any |= u8::from(is_mark(block[at], block[at + 1], block[at + 2]));
    }
    any != 0
}

#[inline(always)]
fn is_mark(a: u8, b: u8, c: u8) -> bool {
    let ascii = (a == b'(') | (a == b')') | (a == b'[') | (a == b']');
    let quote = (b == 0x80) & (0x88..=0x9D).contains(&c);
    ascii | quote | (b == 0xBC) & ((c == 0x88) | (c == 0x89) | (c == 0xBB) | (c == 0xBD))
}

fn check_text(source: &str, text: &Text, sink: &mut Sink) {
    let joined = text.of(source);
    let map = LazyCell::new(|| text.map());
    // Marks still open: where, which, and what closes them. Depth is bounded: deeper ones are a hostile text.
    let mut open: Vec<(usize, char, char)> = Vec::new();
    for_each_mark(joined.as_bytes(), |at| {
        // The last two bytes of a Han character may be those of a mark.
        let Some(c) = joined.get(at..).and_then(|rest| rest.chars().next()) else { return };
        if let Some(close) = partner(c) {
            if open.len() < 64 {
                open.push((at, c, close));
            }
        } else if let Some(close) = closing(c) {
            match open.iter().rposition(|&(.., wanted)| wanted == close) {
                Some(index) => {
                    // What was opened inside and not closed has no partner.
                    open.drain(index..).skip(1).for_each(|(at, mark, _)| report(&map, at, mark, sink));
                }
                // The bracket of 1) closes an enumerator; an apostrophe closes nothing.
                None if c == '’'
                    || (close == ')' && at > 0 && joined.as_bytes()[at - 1].is_ascii_alphanumeric()) => {}
                None => report(&map, at, c, sink),
            }
        }
    });
    // A quotation over several paragraphs opens each and closes the last (GB/T 15834-2011 §4.8.3.5).
    let whole = |&(at, mark, _): &(usize, char, char)| at == 0 && mark == '“';
    open.into_iter().filter(|it| !whole(it)).for_each(|(at, mark, _)| report(&map, at, mark, sink));
}

fn report(map: &TextMap<'_>, at: usize, mark: char, sink: &mut Sink) {
    if let Some(place) = map.slice(at..at + mark.len_utf8()) {
        sink.push(
            Diagnostic::new(
                Code::UnbalancedPair,
                place.hull(),
                format!("“{mark}” has no partner in this paragraph"),
            )
            .with_help("the other mark may be misread or missing; compare with the print"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_found_wherever_its_block_ends() {
        for mark in "“”‘’《》〈〉【】〔〕「」『』()（）[]［］".chars() {
            assert!(partner(mark).is_some() || closing(mark).is_some(), "{mark}");
            for before in 0..40 {
                let text = format!("{}{mark}文", "x".repeat(before));
                for end in [text.len(), text.len() - 3] {
                    let mut places = Vec::new();
                    for_each_mark(&text.as_bytes()[..end], |at| places.push(at));
                    assert!(places.contains(&before), "{mark} after {before} of {end}");
                }
            }
        }
    }
}
