//! Does the width of commas, colons and semicolons change from one region of the issue to the next?
//!
//! Optical recognition decides it page by page (2022-12: full-width on two pages of nineteen), so a region that differs
//! was read apart from the rest, and may differ in other ways too.

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
    let mut lines: Vec<(Span, Marks)> = Vec::new();
    let mut at = 0;
    for end in memchr3_iter(b'\n', b'\r', b'\x0C', source.as_bytes()).chain([source.len()]) {
        let line = &source[at..end];
        let marks = if line.is_empty() { Marks::default() } else { count(line) };
        if marks.half + marks.full > 0 {
            let (lead, ink) = trim(line);
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

fn count(line: &str) -> Marks {
    let bytes = line.as_bytes();
    let after_chinese = |&at: &usize| at > 0 && bytes[at - 1] >= 0x80;
    let half = memchr3_iter(b',', b':', b';', bytes).filter(after_chinese).count();
    // ，：； are EF BC 8C, 9A and 9B.
    let is_mark = |&at: &usize| matches!(bytes.get(at + 1..at + 3), Some([0xBC, 0x8C | 0x9A | 0x9B]));
    let full = memchr_iter(0xEF, bytes).filter(is_mark).count();
    Marks { half: half as u32, full: full as u32 }
}
