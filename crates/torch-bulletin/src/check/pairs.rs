//! Has every quotation mark and bracket its partner, within one title or block?

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

/// Where marks may begin: at ASCII brackets, and at the lead bytes of the others (E2 80, E3 80 and EF BC).
fn marks(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    (0..bytes.len()).filter(|&at| match bytes[at] {
        b'(' | b')' | b'[' | b']' => true,
        0xE2 | 0xE3 | 0xEF => matches!(bytes.get(at + 1), Some(0x80 | 0xBC)),
        _ => false,
    })
}

fn check_text(source: &str, text: &Text, sink: &mut Sink) {
    let joined = text.of(source);
    let map = text.map();
    // Marks still open: where, which, and what closes them. Depth is bounded: deeper ones are a hostile text.
    let mut open: Vec<(usize, char, char)> = Vec::new();
    for at in marks(joined.as_bytes()) {
        let Some(c) = joined[at..].chars().next() else { continue };
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
    }
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
