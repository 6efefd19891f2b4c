//! The lines of the contents list, and where the body begins: before anything is known of the body's titles.

use std::ops::Range;

use crate::fold::same;
use crate::grammar::caption::is_document_number;
use crate::grammar::contents::{entry, framed, is_foreign_heading, is_heading, label};
use crate::grammar::mark::has_stop;
use crate::layout::SLACK;

use super::aside::{is_aside, is_page};
use super::item::items;
pub(super) use super::item::{Item, ItemKind};
use super::matching::{Index, aligned, likeness};
use super::ornament::{head, pages_before, unnumbered};
use super::sheet::Sheet;

/// The lines of a contents list, before entries are known.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The line of its heading.
    pub(super) heading: Option<usize>,
    /// The line of its heading in English, where it stands under the other.
    pub(super) foreign: Option<usize>,
    /// Labels, series and entry lines in printed order; a label's line may hold an entry too.
    pub(super) items: Vec<Item>,
    /// Lines after entries that are of the masthead or the colophon: 主办：某某中心.
    pub(super) asides: Vec<usize>,
    /// The first line of the body.
    pub(super) body: usize,
}

impl List {
    /// Whether two entries are over the line, or a heading; and no more than any list has.
    fn may_have_asides(&self) -> bool {
        (2..MOST).contains(&self.items.len()) || self.heading.is_some() && self.items.len() < 2
    }

    /// Whether a line is nothing but a page, which an extractor put under its entry, or over it as over the first; the entry
    /// over it takes it.
    fn takes_page(&mut self, sheet: &Sheet<'_>, line: usize, over: &mut Option<(u32, usize)>) -> bool {
        let Some(page) = is_page(sheet.text(line)) else { return false };
        let first =
            self.items.is_empty() || self.items[0].page_line.is_some_and(|page| page < self.items[0].line);
        if first && over.is_none() {
            *over = Some((page, line));
            return true;
        }
        let Some(last) = self.items.last_mut() else { return false };
        let of_last = last.line + 1 == line && last.kind != ItemKind::Label && last.page.is_none();
        if of_last {
            (last.page, last.page_line) = (Some(page), Some(line));
        }
        of_last
    }
}

/// Columns of the widest title that calls or asks: thirty characters.
const TITLE: u32 = 60;
/// More items than the list of a bound volume of a year has.
const MOST: usize = 1000;
/// Lines after a repeated text among which prose begins, where the repetition is the body's first title.
const REACH: usize = 8;

/// Finds the contents list at the head of `range`. It ends where the body repeats one of its labels or entries; without
/// repetition, before the titles that stand over the first prose. A text without heading, label or repetition has none.
pub(super) fn find(sheet: &Sheet<'_>, range: Range<usize>) -> List {
    let mut list = List { body: range.start, items: Vec::with_capacity(16), ..List::default() };
    // A slogan or a notice may stand before the heading: it is left to the account.
    list.heading = range.clone().take(REACH).find(|&line| is_heading(sheet.text(line), sheet.profile));
    // CONTENTS may stand on a line of its own under 目录.
    let is_foreign = |line: &usize| *line < range.end && is_foreign_heading(sheet.text(*line));
    list.foreign = list.heading.map(|heading| heading + 1).filter(is_foreign);
    let first = list.foreign.or(list.heading).map_or(range.start, |heading| heading + 1);
    let mut index = Index::default();
    let mut prose = None;
    let (mut doubtful, mut over) = (0, None);
    for line in first..range.end {
        if !sheet.going.step() {
            break;
        }
        if repeats(sheet, &list, &mut index, line, range.end) {
            list.body = line;
            list.leave_section(sheet);
            list.part_labels(sheet, range.end);
            pages_before(sheet, &mut list);
            return list;
        }
        match prose_of(sheet, line) {
            Prose::Certain if list.heading.is_some() && is_call(sheet, line) => {}
            Prose::Certain => {
                prose = Some(paragraph_start(sheet, first, line));
                break;
            }
            Prose::Likely => doubtful += 1,
            Prose::No => {}
        }
        if doubtful >= 3 {
            prose = Some(paragraph_start(sheet, first, line).min(line - 2));
            break;
        }
        if list.takes_page(sheet, line, &mut over) {
            continue;
        }
        if list.may_have_asides() && is_aside(sheet, line) {
            list.asides.push(line);
            continue;
        }
        for item in items(sheet, line, list.heading.is_some()) {
            let item = match over.take() {
                Some((page, line)) => Item { page: Some(page), page_line: Some(line), ..item },
                None => item,
            };
            if item.kind != ItemKind::Series {
                index.insert(item.text(sheet), list.items.len());
            }
            list.items.push(item);
        }
    }
    let known = list.heading.is_some()
        || list.items.iter().any(|item| item.kind == ItemKind::Label)
        || paged(&list.items);
    if !known {
        return List { body: range.start, ..List::default() };
    }
    let (body, near) = body_before(sheet, &list, first, prose.unwrap_or(range.end));
    list.body = body;
    list.items.retain(|item| item.line < list.body);
    list.asides.retain(|&line| line < list.body);
    // A number that the body begins with is no page of the last entry.
    let body = list.body;
    for item in list.items.iter_mut().filter(|item| item.page_line.is_some_and(|line| line >= body)) {
        (item.page, item.page_line) = (None, None);
    }
    list.part_labels(sheet, range.end);
    pages_before(sheet, &mut list);
    // Labels alone are section names of a body without a list, and so is one over a single line, which is the first title.
    let is_entry = |item: &&Item| item.kind == ItemKind::Plain && !is_document_number(item.text(sheet));
    let entries = list.items.iter().filter(is_entry).take(2).count();
    // A section over lines of which the body repeats none is one over its first title, too.
    let labels = || list.items.iter().filter(|item| item.kind == ItemKind::Label).take(2).count();
    let alone = list.heading.is_none()
        && (entries == 1 || !near && labels() == 1)
        && list.items.iter().all(|item| item.page.is_none());
    if entries == 0 || alone {
        return List { body: range.start, ..List::default() };
    }
    list
}

/// Whether a line with a comma is as short as a title and ends as some do: 2018，某市再出发！
fn is_call(sheet: &Sheet<'_>, line: usize) -> bool {
    let ending = sheet.ending(line);
    sheet.lines[line].width <= TITLE && ending.closed() && !ending.stop() && !ending.bracket()
}

/// Whether two entries or more have pages, which ascend as those of a list do: the numbers of a table's rows do not.
fn paged(items: &[Item]) -> bool {
    let pages: Vec<u32> = items.iter().filter_map(|item| item.page).collect();
    pages.len() >= 2 && pages.is_sorted()
}

/// The first line of the hard-wrapped paragraph that a line is of: over it stand full lines that are likely prose, without a gap.
fn paragraph_start(sheet: &Sheet<'_>, first: usize, line: usize) -> usize {
    let Some(measure) = sheet.setting.measure else { return line };
    let mut start = line;
    while start > first
        && !sheet.lines[start].blank_before
        && sheet.lines[start - 1].right() + SLACK >= measure
        && prose_of(sheet, start - 1) != Prose::No
    {
        start -= 1;
    }
    start
}

/// Whether the body begins at `line`: it repeats a text of the list so far, and prose follows soon.
fn repeats(sheet: &Sheet<'_>, list: &List, index: &mut Index, line: usize, end: usize) -> bool {
    let text = body_text(sheet, line);
    // 一、某市举办活动, where the list has it as 1、: the number is none of the title.
    let bare = unnumbered(sheet, line).map(|start| &sheet.text(line)[start..]);
    [Some(text), bare].into_iter().flatten().any(|text| repeats_text(sheet, list, index, (line, text), end))
}

/// Whether the body begins with a text at `line`.
fn repeats_text(
    sheet: &Sheet<'_>,
    list: &List,
    index: &mut Index,
    (line, text): (usize, &str),
    end: usize,
) -> bool {
    let again = index.find(text, &[], |item| {
        // Right under a section's name an entry of that name announces the section's one article.
        let own = |it: &Item| it.kind == ItemKind::Label && it.line + 1 == line;
        if item + 1 == list.items.len() && list.items.get(item).is_some_and(own) {
            return None;
        }
        let announced = |offset: usize| {
            let next = list.items.get(item + offset)?;
            (offset == 0 || next.kind == ItemKind::Plain).then(|| next.text(sheet))
        };
        let printed = |from: usize| {
            move |offset: usize| match from + offset {
                at if at == line => Some(text),
                at => (at < end).then(|| body_text(sheet, at)),
            }
        };
        let found = aligned(announced, printed(line))?;
        // Two wrapped entries may end in the same few words: there the body begins only if it goes on as the list does.
        let next = |offset: usize| list.items.get(item + found.0 + offset).map(|item| item.text(sheet));
        let doubtful = ends_entry(sheet, list, item) && aligned(next, printed(line + found.1)).is_none();
        (!doubtful).then_some(found)
    });
    // The body begins with what the list begins with: where that is yet to come, this is an entry of the same words.
    let begins_later = || {
        let [first, rest @ ..] = list.items.as_slice() else { return false };
        let twice = rest.first().is_some_and(|next| same(next.text(sheet), first.text(sheet)));
        // A gap before this line alone parts list and body.
        let gap = |line: usize| sheet.lines[line].blank_before || sheet.lines[line].page_before;
        !twice
            && (line + 1..end.min(line + REACH))
                .take_while(|&next| prose_of(sheet, next) == Prose::No)
                .any(|next| (gap(next) || !gap(line)) && same(body_text(sheet, next), first.text(sheet)))
    };
    again.is_some()
        && !begins_later()
        && (line + 1..end.min(line + REACH)).any(|next| prose_of(sheet, next) != Prose::No)
}

/// Whether an item may be the rest of the entry on the line before, which is much longer.
fn ends_entry(sheet: &Sheet<'_>, list: &List, item: usize) -> bool {
    let (Some(last), Some(rest)) =
        (item.checked_sub(1).and_then(|last| list.items.get(last)), list.items.get(item))
    else {
        return false;
    };
    let plain = rest.kind == ItemKind::Plain && last.kind == ItemKind::Plain;
    plain
        && !rest.bulleted
        && last.page.is_none()
        && last.line + 1 == rest.line
        && sheet.lines[last.line].width >= 2 * sheet.lines[rest.line].width
}

/// The first line of the body where nothing repeats: the line nearly equal to an entry, else after the last gap
/// before the first prose, else the line right before it; and whether one is nearly equal.
fn body_before(sheet: &Sheet<'_>, list: &List, first: usize, prose: usize) -> (usize, bool) {
    let near = |&line: &usize| {
        list.items
            .iter()
            .take_while(|item| item.line < line)
            .any(|item| likeness(item.text(sheet), sheet.text(line)) >= 0.6)
    };
    let reach = prose.saturating_sub(4).max(first)..prose;
    let gap =
        |&line: &usize| line > first && (sheet.lines[line].page_before || sheet.lines[line].blank_before);
    match reach.clone().find(near) {
        Some(line) => (line, true),
        None => (reach.rev().find(gap).unwrap_or(prose.saturating_sub(1).max(first)), false),
    }
}

/// A line of the body as it is compared: a section name without its brackets, a title without the name, the number or the
/// ornament before it.
pub(super) fn body_text<'s>(sheet: &Sheet<'s>, line: usize) -> &'s str {
    let text = sheet.text(line);
    if sheet.begins_plainly(line) && !sheet.ending(line).colon() && !text.starts_with('“') {
        return text;
    }
    if let Some(name) = framed(text) {
        return &text[name];
    }
    match label(text) {
        Some(label) if label.rest.is_empty() => &text[label.name],
        Some(label) => &text[label.rest],
        None => &text[head(sheet, line)],
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Prose {
    No,
    Likely,
    Certain,
}

/// Whether a line is of a paragraph: a sentence that ends, or wider than any page; likely, with a comma and wide.
fn prose_of(sheet: &Sheet<'_>, line: usize) -> Prose {
    let (text, width, ending) = (sheet.text(line), sheet.lines[line].width, sheet.ending(line));
    // An entry may end with its page in brackets: 小交易,大文章 (3).
    let paged = || ending.bracket() && entry(text).is_some_and(|entry| entry.page.is_some());
    if width > 128 || ending.stop() || (ending.closed() && has_stop(text) && !paged()) {
        Prose::Certain
    } else if width >= 44 && has_stop(text) {
        Prose::Likely
    } else {
        Prose::No
    }
}

/// Whether a line is of a paragraph, as far as the line alone tells; none is behind the last one.
pub(super) fn is_prose(sheet: &Sheet<'_>, line: usize) -> bool {
    line < sheet.lines.len() && prose_of(sheet, line) != Prose::No
}
