//! Pages: where they begin, and the number printed on each.

use super::{Line, LineClass};
use crate::Span;
use crate::grammar::page::page_number;
use crate::model::Page;

/// Marks the lines at which pages begin, where only page numbers or running heads show it; form feeds are marked already.
///
/// Furniture at the very head of the text stands at the head of every page, else at the foot; but a running head by
/// itself stands at the head where none ends the text (the first page often has none).
pub(super) fn mark_breaks(lines: &mut [Line]) {
    if lines.iter().any(|line| line.page_before) {
        return;
    }
    let is = |line: Option<&Line>| line.is_some_and(|line| shows_border(line.class));
    let at_head = is(lines.first());
    let at_foot = is(lines.last());
    for index in 1..lines.len() {
        let (previous, line) = (lines[index - 1].class, lines[index].class);
        let begins = shows_border(line) && !shows_border(previous);
        let head = |begins: bool| begins && line == LineClass::RunningHead && !at_foot;
        lines[index].page_before = if at_head {
            begins
        } else {
            let before = index >= 2 && lines[index - 1].page_before;
            head(begins) || (shows_border(previous) && !shows_border(line) && !before)
        };
    }
}

fn shows_border(class: LineClass) -> bool {
    matches!(class, LineClass::PageNumber | LineClass::RunningHead)
}

/// Takes from each line the indent that all lines of its page share, which is the margin of the paper: what is left are
/// indents, and lines end where the measure ends.
pub(super) fn level_pages(lines: &mut [Line]) {
    let mut start = 0;
    while start < lines.len() {
        let end = (start + 1..lines.len()).find(|&index| lines[index].page_before).unwrap_or(lines.len());
        let page = &mut lines[start..end];
        let text = |line: &&Line| line.class == LineClass::Text;
        let margin = page.iter().filter(text).map(|line| line.indent).min().unwrap_or(0);
        // A page of a line or two says nothing about its margin.
        if margin > 0 && page.iter().filter(text).count() > 3 {
            page.iter_mut().for_each(|line| line.indent = line.indent.saturating_sub(margin));
        }
        start = end;
    }
}

/// The pages between the marked lines; none where nothing shows a border.
pub(super) fn pages(source: &str, lines: &[Line]) -> Vec<Page> {
    if !lines.iter().any(|line| line.page_before || shows_border(line.class)) {
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
