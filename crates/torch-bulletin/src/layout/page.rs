//! Pages: where they begin, and the number printed on each.

use std::ops::Range;

use super::{Line, LineClass};
use crate::Span;
use crate::grammar::page::{bare_number, page_number, trailing};
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
    let at_foot = is(lines.last());
    // A running head that is the masthead's name too may stand over the first number: 火炬动态 over ·1·.
    let second = !at_foot && !is(lines.first()) && is(lines.get(1));
    let at_head = is(lines.first()) || second;
    for index in 1 + usize::from(second)..lines.len() {
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
    let label = |line: &Line| {
        let digits = number(line.text(source), line.class)?;
        let start = line.span.start() as usize;
        Some(Span::at(start + digits.start, start + digits.end))
    };
    let of = |class| lines.iter().rev().filter(move |line| line.class == class).find_map(label);
    Some(Page { label: of(LineClass::PageNumber).or_else(|| of(LineClass::RunningHead)), span })
}

/// The digits of the page number that a line of furniture has: alone on it, or at either end of a running head
/// (`火炬动态 2021年第8期        3`).
pub(super) fn number(text: &str, class: LineClass) -> Option<Range<usize>> {
    if class == LineClass::PageNumber {
        let bare = || bare_number(text).map(|_| 0..text.len());
        return page_number(text).ok().map(|(_, digits)| digits).or_else(bare);
    }
    if let Some(mark) = trailing(text) {
        let (_, digits) = page_number(&text[mark.start..]).ok()?;
        return Some(mark.start + digits.start..mark.start + digits.end);
    }
    let last = text.rfind(crate::is_blank).map(|at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let last = last.filter(|&at| bare_number(&text[at..]).is_some()).map(|at| at..text.len());
    let first =
        || text.find(crate::is_blank).filter(|&end| bare_number(&text[..end]).is_some()).map(|end| 0..end);
    last.or_else(first)
}

#[cfg(test)]
mod tests {
    use super::super::layout;

    #[test]
    fn the_label_of_a_page_is_its_number_wherever_it_stands() {
        let head = "火炬动态\n2019年第3期\n甲，\n";
        for (furniture, label) in [
            ("— 2 —", "2"),
            ("第 2 页　共 9 页", "2"),
            ("火炬动态 2019年第3期    2", "2"),
            ("2 火炬动态 2019年第3期", "2"),
            ("火炬动态 — 2 —", "2"),
        ] {
            let source = format!("{head}{furniture}\n乙。\n");
            let labels: Vec<_> = layout(&source).pages.iter().filter_map(|page| page.label).collect();
            let labels: Vec<&str> = labels.iter().filter_map(|label| label.of(&source)).collect();
            assert_eq!(labels, [label], "{furniture}");
        }
        let heads = |number: u32| format!("火炬动态\n·{number}·\n");
        let source =
            format!("{}火 炬 动 态\n2019年第3期\n甲，\n{}乙，\n{}丙。\n", heads(1), heads(2), heads(3));
        let labels: Vec<_> = layout(&source).pages.iter().map(|page| page.label?.of(&source)).collect();
        assert_eq!(labels, [Some("1"), Some("2"), Some("3")]);
        let source = "甲\n1\n\u{C}乙\n2\n\u{C}丙\n3\n";
        let labels: Vec<_> = layout(source).pages.iter().filter_map(|page| page.label?.of(source)).collect();
        assert_eq!(labels, ["1", "2", "3"]);
    }
}
