//! The contents list as part of the tree: its lines into groups and entries, by what the body made of them.

use std::ops::Range;

use crate::grammar::contents::dashed;
use crate::layout::columns;
use crate::model::{Contents, Entry, Group};
use crate::{Join, Span, Text};

use super::head::SECTION_WIDTH;
use super::join::pieces;
use super::list::{Item, ItemKind, List};
use super::matching::aligned;
use super::outline::{Outline, Role};
use super::sheet::Sheet;
use super::subtitle;

impl List {
    /// Whether an entry of a list with pages, wider than the name of a section, has its page on the next line, which has no number
    /// as it has, or stands in from it: a leader is wider than any title.
    pub(super) fn is_cut(&self, sheet: &Sheet<'_>, item: usize) -> bool {
        let (item, Some(next)) = (&self.items[item], self.items.get(item + 1)) else { return false };
        let plain = item.kind == ItemKind::Plain && next.kind == ItemKind::Plain;
        plain
            && (item.bulleted || sheet.lines[next.line].indent > sheet.lines[item.line].indent)
            && !next.bulleted
            && item.page.is_none()
            && next.page.is_some()
            && sheet.lines[item.line].width > SECTION_WIDTH
    }

    /// Whether a line that the body has nowhere is a section's name for all that: it is short and has no page, in a list with
    /// pages, and over an entry that the body has.
    fn is_over_pages(&self, sheet: &Sheet<'_>, heads: &[Option<usize>], at: usize) -> bool {
        let short = |item: &Item| columns(item.text(sheet)) <= SECTION_WIDTH && !item.bulleted;
        short(&self.items[at])
            && self.items[at].page.is_none()
            && heads.get(at + 1).is_some_and(Option::is_some)
    }
}

/// The list as part of the tree; `articles` gives the article number of each head of the outline.
pub(super) fn read(
    sheet: &mut Sheet<'_>,
    list: &List,
    outline: &Outline,
    articles: &[Option<u32>],
) -> Contents {
    let mut contents = Contents::default();
    if let Some(line) = list.heading {
        let lines = std::iter::once(line).chain(list.foreign);
        contents.heading = Some(pieces(sheet, lines.map(|line| (line, 0..sheet.text(line).len()))));
    }
    // What the body made of each item: the head that begins with it.
    let mut heads: Vec<Option<usize>> = vec![None; list.items.len()];
    for (number, head) in outline.heads.iter().enumerate() {
        if let Some(items) = &head.items {
            heads[items.start] = Some(number);
        }
    }
    let widest = list.items.iter().map(|item| sheet.lines[item.line].right()).max().unwrap_or(0);
    let is_paged = |(item, head): (&Item, &Option<usize>)| head.is_none() || item.page.is_some();
    let paged = list.items.iter().zip(&heads).all(is_paged);
    let mut last = None;
    let mut at = 0;
    while at < list.items.len() {
        let item = &list.items[at];
        if item.kind == ItemKind::Series
            && let Some(count) = subtitle(sheet, list, outline, last, at)
            && let Some(entry) = contents.groups.last_mut().and_then(|group| group.entries.last_mut())
        {
            add_subtitle(sheet, list, entry, at..at + count);
            at += count;
            continue;
        }
        let head = heads[at].map(|number| (number, &outline.heads[number]));
        let end = match head {
            Some((_, head)) => head.items.as_ref().map_or(at + 1, |items| items.end),
            None if item.kind == ItemKind::Plain => wrapped_end(sheet, list, &heads, at, widest),
            None => at + 1,
        };
        let text = item_text(sheet, list, at..end);
        let is_section = head.is_some_and(|(_, head)| head.role == Role::Section)
            || paged && head.is_none() && end == at + 1 && list.is_over_pages(sheet, &heads, at);
        match item.kind {
            ItemKind::Label => contents.groups.push(Group { section: Some(text), ..Group::default() }),
            ItemKind::Plain if is_section => {
                contents.groups.push(Group { section: Some(text), ..Group::default() });
            }
            ItemKind::Series => match contents.groups.last_mut() {
                Some(group) if group.series.is_none() && group.entries.is_empty() => {
                    group.series = Some(text);
                }
                _ => contents.groups.push(Group { series: Some(text), ..Group::default() }),
            },
            ItemKind::Plain => {
                if contents.groups.is_empty() {
                    contents.groups.push(Group::default());
                }
                let last = &list.items[end - 1];
                let span = line_part(sheet, list, at).cover(line_part(sheet, list, end - 1));
                let article = head.and_then(|(number, _)| articles.get(number).copied().flatten());
                if let Some(group) = contents.groups.last_mut() {
                    group.entries.push(Entry { title: text, page: last.page, article, span });
                }
            }
        }
        last = head.map(|(number, _)| number);
        for index in at..end {
            set_apart(sheet, list, index);
        }
        at = end;
    }
    contents
}

/// Adds the subtitle under an entry to it, and its page.
fn add_subtitle(sheet: &mut Sheet<'_>, list: &List, entry: &mut Entry, items: Range<usize>) {
    for index in items.clone() {
        let item = &list.items[index];
        let start = if index == items.start { 0 } else { item.range.start };
        entry.title.push(Join::Wrap, sheet.place(item.line, start..item.range.end));
        entry.span = entry.span.cover(line_part(sheet, list, index));
        entry.page = entry.page.or(item.page);
        sheet.punctuate(item.line, item.range.end..sheet.text(item.line).len());
    }
}

/// How many items from `at` on, a dashed line first, are the subtitle of the article that head `last` begins, and not of a
/// series: the body prints it there, the entry or the subtitle has its page, or no blank line parts the two.
fn subtitle(
    sheet: &Sheet<'_>,
    list: &List,
    outline: &Outline,
    last: Option<usize>,
    at: usize,
) -> Option<usize> {
    let head = last.map(|number| &outline.heads[number]).filter(|head| head.role == Role::Title)?;
    let first = head.lines.end;
    if let Some(printed) = dashed(sheet.text(first)).map(|range| &sheet.text(first)[range]) {
        let last = subtitle::end(sheet, first, sheet.lines.len());
        let line = |offset: usize| match first + offset {
            line if line == first => Some(printed),
            line => (line < last).then(|| sheet.text(line)),
        };
        let announced = |offset: usize| {
            let item = list.items.get(at + offset)?;
            (offset == 0 || item.kind == ItemKind::Plain && !item.bulleted).then(|| item.text(sheet))
        };
        if let Some((count, _)) = aligned(announced, line) {
            return Some(count);
        }
    }
    let (before, item) = (list.items.get(at.checked_sub(1)?)?, &list.items[at]);
    let close = !sheet.lines[item.line].blank_before && item.line == before.line + 1;
    (before.page.is_some() || item.page.is_some() || close).then_some(1)
}

/// The end of an unmatched entry that begins at `at`: a line that fills the list's width goes on in the next line.
fn wrapped_end(sheet: &Sheet<'_>, list: &List, heads: &[Option<usize>], at: usize, widest: u32) -> usize {
    let mut end = at + 1;
    while let Some(next) = list.items.get(end) {
        let last = &list.items[end - 1];
        let full = sheet.lines[last.line].right() + 4 >= widest && widest >= 40;
        let full = full || list.is_cut(sheet, end - 1);
        let goes_on = next.kind == ItemKind::Plain
            && next.line == last.line + 1
            && !next.bulleted
            && heads[end].is_none()
            && last.page.is_none();
        if !full || !goes_on || end - at >= super::matching::MOST_LINES {
            break;
        }
        end += 1;
    }
    end
}

fn item_text(sheet: &Sheet<'_>, list: &List, items: Range<usize>) -> Text {
    pieces(sheet, list.items[items].iter().map(|item| (item.line, item.range.clone())))
}

/// The part of its line that an item takes, bullet and page included.
fn line_part(sheet: &Sheet<'_>, list: &List, index: usize) -> Span {
    let item = &list.items[index];
    let shared = index > 0 && list.items[index - 1].line == item.line;
    let start = if shared { item.range.start } else { 0 };
    let shares = list.items.get(index + 1).is_some_and(|next| next.line == item.line);
    let end = if shares { item.range.end } else { sheet.text(item.line).len() };
    sheet.place(item.line, start..end)
}

/// Sets apart what stands between and around the items of a line: brackets, bullets, leaders, pages.
fn set_apart(sheet: &mut Sheet<'_>, list: &List, index: usize) {
    let item = &list.items[index];
    let before = match index.checked_sub(1).map(|index| &list.items[index]) {
        Some(last) if last.line == item.line => last.range.end,
        _ => 0,
    };
    sheet.punctuate(item.line, before..item.range.start);
    if list.items.get(index + 1).is_none_or(|next| next.line != item.line) {
        sheet.punctuate(item.line, item.range.end..sheet.text(item.line).len());
    }
    if let Some(line) = item.page_line {
        sheet.punctuate(line, 0..sheet.text(line).len());
    }
}
