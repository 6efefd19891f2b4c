//! Does the width of commas, colons and semicolons change from one region of the issue to the next?
//!
//! Optical recognition decides it page by page (2022-12: full-width on two pages of nineteen), so a region that differs
//! was read apart from the rest, and may differ in other ways too.

use std::iter::Peekable;

use memchr::{memchr_iter, memchr3_iter};

use crate::Span;
use crate::blank::trim;
use crate::report::{Code, Diagnostic, Sink};

/// Marks that a region must have before it is reported.
const ENOUGH: u32 = 3;

/// Marks of one line: half-width after a Chinese character, full-width.
#[derive(Clone, Copy, Default)]
struct Marks {
    half: u32,
    full: u32,
}

pub(super) fn check(source: &str, sink: &mut Sink) {
    let (mut half, mut full) = (half_width(source).peekable(), full_width(source).peekable());
    let mut lines: Vec<(Span, Marks)> = Vec::new();
    let mut at = 0;
    for end in memchr3_iter(b'\n', b'\r', b'\x0C', source.as_bytes()).chain([source.len()]) {
        let marks = Marks { half: taken(&mut half, end), full: taken(&mut full, end) };
        if marks.half + marks.full > 0 {
            let (lead, ink) = trim(&source[at..end]);
            lines.push((Span::at(at + lead, at + lead + ink.len()), marks));
        }
        at = end + 1;
    }
    let half: u32 = lines.iter().map(|(_, marks)| marks.half).sum();
    let full: u32 = lines.iter().map(|(_, marks)| marks.full).sum();
    // The rarer width is at most a third of all marks; with more there is no rule to break.
    if half.min(full) < ENOUGH || half.min(full) * 3 > half + full {
        return;
    }
    let rarer_is_full = full < half;
    let rare =
        |marks: &Marks| if rarer_is_full { (marks.full, marks.half) } else { (marks.half, marks.full) };
    let mut region: Option<(Span, u32)> = None;
    for (span, marks) in &lines {
        let (rarer, common) = rare(marks);
        if rarer > common {
            let (hull, sum) = region.unwrap_or((*span, 0));
            region = Some((hull.cover(*span), sum + rarer));
        } else {
            report(region.take(), rarer_is_full, sink);
        }
    }
    report(region, rarer_is_full, sink);
}

fn report(region: Option<(Span, u32)>, full: bool, sink: &mut Sink) {
    let Some((span, sum)) = region.filter(|(_, sum)| *sum >= ENOUGH) else { return };
    let (here, elsewhere) = if full { ("full", "half") } else { ("half", "full") };
    sink.push(
        Diagnostic::new(
            Code::PunctuationWidthChanges,
            span,
            format!("{sum} commas, colons and semicolons here are {here}-width, elsewhere they are {elsewhere}-width"),
        )
        .with_help("this region may have been read by a machine apart from the rest; compare it with the print"),
    );
}

/// Where `,:;` stand behind a Chinese character.
fn half_width(source: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = source.as_bytes();
    memchr3_iter(b',', b':', b';', bytes).filter(|&at| at > 0 && bytes[at - 1] >= 0x80)
}

/// Where ，：； stand: EF BC 8C, 9A and 9B.
fn full_width(source: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = source.as_bytes();
    memchr_iter(0xEF, bytes).filter(|&at| matches!(bytes[at + 1..], [0xBC, 0x8C | 0x9A | 0x9B, ..]))
}

/// Takes the places before `end`, and counts them.
fn taken(places: &mut Peekable<impl Iterator<Item = usize>>, end: usize) -> u32 {
    let mut count = 0;
    while places.next_if(|&at| at < end).is_some() {
        count += 1;
    }
    count
}
