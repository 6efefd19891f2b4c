//! The items 条目 on a line of the contents list: a label, a series, an entry, or several entries.

use std::ops::Range;

use crate::grammar::caption::{cells, may_have_cells};
use crate::grammar::contents::{dashed_entry, entry, framed, label};
use crate::grammar::marker::enumerator;
use crate::model::MarkerStyle;

use super::aside::is_page;
use super::ornament::{count, touching};
use super::sheet::Sheet;

/// One label, series or entry line.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) kind: ItemKind,
    pub(super) line: usize,
    /// The text of the item in its line.
    pub(super) range: Range<usize>,
    pub(super) page: Option<u32>,
    /// The line of the page, where it stands alone under the entry.
    pub(super) page_line: Option<usize>,
    /// Whether a bullet or a number stands before the text.
    pub(super) bulleted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    /// A section label in brackets.
    Label,
    /// A line of dashes and a text.
    Series,
    /// An entry, a part of one, or a section label without brackets.
    Plain,
}

impl Item {
    pub(super) fn text<'s>(&self, sheet: &Sheet<'s>) -> &'s str {
        &sheet.text(self.line)[self.range.clone()]
    }
}

/// The items on a line: a label and perhaps an entry, a series, or an entry.
///
/// `要闻：` is a label under a heading of the list only: elsewhere it may be of a letter (同志们：).
pub(super) fn items(sheet: &Sheet<'_>, line: usize, headed: bool) -> impl Iterator<Item = Item> {
    let text = sheet.text(line);
    let plain = |range: Range<usize>| {
        let mut found = entry(&text[range.clone()])?;
        if found.page.is_none()
            && let Some((end, page)) = touching(sheet, line)
            && end > range.start + found.title.start
        {
            found.title.end = found.title.end.min(end - range.start);
            found.page = Some(page);
        }
        let start = range.start + found.title.start;
        Some(Item {
            kind: ItemKind::Plain,
            line,
            range: start..range.start + found.title.end,
            page: found.page,
            page_line: None,
            bulleted: found.title.start > 0,
        })
    };
    let other = |kind, range| Item { kind, line, range, page: None, page_line: None, bulleted: false };
    let (first, second) = if let Some(label) = label(text) {
        (Some(other(ItemKind::Label, label.name)), plain(label.rest))
    } else if let Some(name) = framed(text).filter(|name| headed || name.start > 0) {
        (Some(other(ItemKind::Label, name)), None)
    } else if let Some(series) = dashed_entry(text) {
        (Some(Item { page: series.page, ..other(ItemKind::Series, series.title) }), None)
    } else {
        let start = count(sheet, line);
        let entry = plain(start..text.len());
        (entry.map(|entry| Item { bulleted: entry.bulleted || start > 0, ..entry }), None)
    };
    // 1.甲市 2.乙市 3.丙市
    let mut starts = several(text);
    if starts.is_empty() && sheet.may_have_rows() && may_have_cells(text) {
        starts = side_by_side(text);
    }
    let first = first.filter(|_| starts.is_empty());
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let rest: Vec<Item> = starts.iter().zip(ends).filter_map(|(&start, end)| plain(start..end)).collect();
    first.into_iter().chain(second).chain(rest)
}

/// Where entries begin that stand side by side on a line, each with its page: `甲市开园  1    乙市开园  5`.
fn side_by_side(text: &str) -> Vec<usize> {
    let cells = cells(text).unwrap_or_default();
    let has_page = |range: Range<usize>| entry(&text[range]).is_some_and(|it| it.page.is_some());
    let mut starts = vec![0];
    for (last, cell) in cells.iter().zip(cells.iter().skip(1)) {
        if has_page(starts[starts.len() - 1]..last.end) && is_page(&text[cell.clone()]).is_none() {
            starts.push(cell.start);
        }
    }
    if starts.len() < 2 || !has_page(starts[starts.len() - 1]..text.len()) {
        starts.clear();
    }
    starts
}

/// Where entries begin that stand several on a line, each behind its number; none where the line is not of the kind.
fn several(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return starts;
    }
    let mut at = 0;
    let mut last = None;
    while let Some(found) = enumerator(&text[at..]).filter(|it| it.style == MarkerStyle::ArabicDot)
        && last.is_none_or(|last| found.number == last + 1)
    {
        starts.push(at);
        last = Some(found.number);
        let from = at + found.range.end;
        let next = text[from..].char_indices().filter(|it| crate::is_blank(it.1)).find_map(|(blank, c)| {
            let next = from + blank + c.len_utf8();
            enumerator(&text[next..])
                .is_some_and(|it| Some(it.number) == last.map(|it| it + 1))
                .then_some(next)
        });
        let Some(next) = next else { break };
        at = next;
    }
    if starts.len() < 2 {
        starts.clear();
    }
    starts
}
