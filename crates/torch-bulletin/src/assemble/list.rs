//! The lines of the contents list, and where the body begins: before anything is known of the body's titles.

use std::ops::Range;

use crate::fold::{folded, same};
use crate::grammar::contents::{dashed, entry, is_foreign_heading, is_heading, label};
use crate::grammar::mark::has_stop;
use crate::layout::SLACK;

use super::head::is_known_section;
use super::matching::{Index, aligned, likeness};
use super::ornament::{count, numbered};
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
    /// The first line of the body.
    pub(super) body: usize,
}

/// One label, series or entry line.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) kind: ItemKind,
    pub(super) line: usize,
    /// The text of the item in its line.
    pub(super) range: Range<usize>,
    pub(super) page: Option<u32>,
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

impl List {
    /// Parts a section label without brackets from the entry beside it (`园区动态 某市举办活动`): where the body prints
    /// what stands before a blank on a line of its own, and what stands after it, or another entry, right under that line.
    ///
    /// A title with a blank that the body breaks there looks the same, so that a known section name, a blank line between
    /// the two, or a second label of the kind must speak for it.
    fn part_labels(&mut self, sheet: &Sheet<'_>, end: usize) {
        let (mut index, mut cuts) = (Index::default(), Vec::new());
        for (number, item) in self.items.iter().enumerate().filter(|(_, item)| item.kind == ItemKind::Plain) {
            let text = item.text(sheet);
            let mut from = 0;
            while let Some(at) = crate::blank::find(&text[from..]).map(|at| from + at)
                && at <= LONGEST_LABEL
            {
                from = at + text[at..].chars().next().map_or(1, char::len_utf8);
                index.insert(&text[..at], cuts.len());
                cuts.push((number, at, from));
            }
        }
        if cuts.is_empty() {
            return;
        }
        let mut titles = Index::default();
        for (number, item) in self.items.iter().enumerate().filter(|(_, item)| item.kind == ItemKind::Plain) {
            titles.insert(item.text(sheet), number);
        }
        let mut found: Vec<(usize, usize, bool)> = Vec::new();
        let mut first = false;
        // Over a title of a list in another order the first name was taken for the list's last line.
        let last = self.items.last().filter(|item| item.line + 1 == self.body).map(|item| item.line);
        for line in last.unwrap_or(self.body)..end.saturating_sub(1) {
            if sheet.lines[line].span.len() as usize > LONGEST_LABEL + 6 || sheet.ending(line).closed() {
                continue;
            }
            let name = body_text(sheet, line);
            let cut = index.find(name, &[], |cut| {
                let (number, at, rest) = cuts[cut];
                let text = self.items[number].text(sheet);
                let announced = |offset: usize| match offset {
                    0 => text.get(rest..),
                    _ => self.items.get(number + offset).map(|item| item.text(sheet)),
                };
                let printed =
                    |offset: usize| (line + 1 + offset < end).then(|| body_text(sheet, line + 1 + offset));
                let label = folded(&text[..at]).eq(folded(name));
                // Of a list in another order than the body, any other entry may stand under the name.
                let mut other = || {
                    titles.find(body_text(sheet, line + 1), &[], |item| {
                        let announced =
                            |offset: usize| self.items.get(item + offset).map(|it| it.text(sheet));
                        aligned(announced, printed)
                    })
                };
                (label && (aligned(announced, printed).is_some() || other().is_some())).then_some(cut)
            });
            if let Some(cut) = cut.filter(|&cut| self.items[cuts[cut].0].line != line) {
                let sure = is_known_section(name, sheet.profile)
                    || sheet.spaced && sheet.lines[line + 1].blank_before;
                found.push((cuts[cut].0, cuts[cut].1, sure));
                first |= last == Some(line);
            }
        }
        if first {
            self.items.pop();
            self.body -= 1;
        }
        found.sort_unstable();
        found.dedup_by_key(|&mut (number, _, _)| number);
        let several = found.len() > 1;
        for (number, at, _) in found.into_iter().rev().filter(|&(_, _, sure)| sure || several) {
            let item = &mut self.items[number];
            let start = item.range.start;
            let label = start..start + at;
            let text = &sheet.text(item.line)[start + at..item.range.end];
            item.range.start += at + (text.len() - text.trim_start_matches(crate::is_blank).len());
            let line = item.line;
            self.items.insert(
                number,
                Item { kind: ItemKind::Label, line, range: label, page: None, bulleted: false },
            );
        }
    }
}

impl Item {
    pub(super) fn text<'s>(&self, sheet: &Sheet<'s>) -> &'s str {
        &sheet.text(self.line)[self.range.clone()]
    }
}

/// Lines after a repeated text among which prose begins, where the repetition is the body's first title.
const REACH: usize = 8;

/// Bytes of the longest section label without brackets: sixteen characters (the series 奋进… of 2022-12 has eleven).
const LONGEST_LABEL: usize = 48;

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
    let mut doubtful = 0;
    for line in first..range.end {
        if !sheet.going.step() {
            break;
        }
        if repeats(sheet, &list, &mut index, line, range.end) {
            list.body = line;
            list.part_labels(sheet, range.end);
            return list;
        }
        match prose_of(sheet, line) {
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
        for item in items(sheet, line) {
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
    list.body = body_before(sheet, &list, first, prose.unwrap_or(range.end));
    list.items.retain(|item| item.line < list.body);
    // Labels alone are section names of a body without a list.
    if !list.items.iter().any(|item| item.kind == ItemKind::Plain) {
        return List { body: range.start, ..List::default() };
    }
    list
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
        let printed =
            |from: usize| move |offset: usize| (from + offset < end).then(|| body_text(sheet, from + offset));
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
/// before the first prose, else the line right before it.
fn body_before(sheet: &Sheet<'_>, list: &List, first: usize, prose: usize) -> usize {
    let near = |&line: &usize| {
        list.items
            .iter()
            .take_while(|item| item.line < line)
            .any(|item| likeness(item.text(sheet), sheet.text(line)) >= 0.6)
    };
    let reach = prose.saturating_sub(4).max(first)..prose;
    let gap =
        |&line: &usize| line > first && (sheet.lines[line].page_before || sheet.lines[line].blank_before);
    reach.clone().find(near).or_else(|| reach.rev().find(gap)).unwrap_or(prose.saturating_sub(1).max(first))
}

/// A line of the body as it is compared: a section name without its brackets, a title without the name, the number or the
/// ornament before it.
pub(super) fn body_text<'s>(sheet: &Sheet<'s>, line: usize) -> &'s str {
    let text = sheet.text(line);
    if sheet.begins_plainly(line) {
        return text;
    }
    match label(text) {
        Some(label) if label.rest.is_empty() => &text[label.name],
        Some(label) => &text[label.rest],
        None => &text[numbered(sheet, line)],
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

/// Whether a line is of a paragraph, as far as the line alone tells.
pub(super) fn is_prose(sheet: &Sheet<'_>, line: usize) -> bool {
    prose_of(sheet, line) != Prose::No
}

/// The items on a line: a label and perhaps an entry, a series, or an entry.
fn items(sheet: &Sheet<'_>, line: usize) -> impl Iterator<Item = Item> {
    let text = sheet.text(line);
    let plain = |range: Range<usize>| {
        let found = entry(&text[range.clone()])?;
        let start = range.start + found.title.start;
        Some(Item {
            kind: ItemKind::Plain,
            line,
            range: start..range.start + found.title.end,
            page: found.page,
            bulleted: found.title.start > 0,
        })
    };
    let other = |kind, range| Item { kind, line, range, page: None, bulleted: false };
    let (first, second) = if let Some(label) = label(text) {
        (Some(other(ItemKind::Label, label.name)), plain(label.rest))
    } else if let Some(series) = dashed(text) {
        (Some(other(ItemKind::Series, series)), None)
    } else {
        let start = count(sheet, line);
        let entry = plain(start..text.len());
        (entry.map(|entry| Item { bulleted: entry.bulleted || start > 0, ..entry }), None)
    };
    first.into_iter().chain(second)
}
