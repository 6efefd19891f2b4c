//! Pages: where they begin, and the number printed on each.

use super::{Line, LineClass};
use crate::Span;
use crate::grammar::page::page_number;
use crate::model::Page;

/// Marks the lines at which pages begin, where only page numbers show it; form feeds are marked already.
///
/// A page number at the very head of the text stands at the head of every page; else at the foot.
pub(super) fn mark_breaks(lines: &mut [Line]) {
    if lines.iter().any(|line| line.page_before) {
        return;
    }
    let at_head = lines.first().is_some_and(|line| line.class == LineClass::PageNumber);
    for index in 1..lines.len() {
        let (previous, line) = (lines[index - 1].class, lines[index].class);
        lines[index].page_before =
            if at_head { line == LineClass::PageNumber } else { previous == LineClass::PageNumber };
    }
}

/// The pages between the marked lines; none where nothing shows a border.
pub(super) fn pages(source: &str, lines: &[Line]) -> Vec<Page> {
    if !lines.iter().any(|line| line.page_before || line.class == LineClass::PageNumber) {
        return Vec::new();
    }
    let starts = std::iter::once(0).chain((1..lines.len()).filter(|&index| lines[index].page_before));
    let mut starts: Vec<usize> = starts.collect();
    starts.push(lines.len());
    starts.windows(2).filter_map(|pair| page(source, &lines[pair[0]..pair[1]])).collect()
}

fn page(source: &str, lines: &[Line]) -> Option<Page> {
    let span = lines.first()?.span.cover(lines.last()?.span);
    let label = lines.iter().rev().find(|line| line.class == LineClass::PageNumber).and_then(|line| {
        let (_, digits) = page_number(line.text(source)).ok()?;
        let start = line.span.start() as usize;
        Some(Span::at(start + digits.start, start + digits.end))
    });
    Some(Page { label, span })
}
