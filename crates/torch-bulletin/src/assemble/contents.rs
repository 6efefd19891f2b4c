//! The contents list: which lines it takes, where the body begins, and the list as part of the tree.

use std::ops::Range;

use crate::grammar::contents::{dashed, entry, is_heading, label};
use crate::grammar::mark::{ends_closed, ends_with_stop, has_stop};
use crate::model::{Contents, Entry, Group};
use crate::{Span, Text};

use super::join::pieces;
use super::matching::{Index, aligned, likeness};
use super::outline::{Outline, Role};
use super::sheet::Sheet;

/// The lines of a contents list, before entries are known.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The line of its heading.
    pub(super) heading: Option<usize>,
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

impl Item {
    pub(super) fn text<'s>(&self, sheet: &Sheet<'s>) -> &'s str {
        &sheet.text(self.line)[self.range.clone()]
    }
}

/// Lines after a repeated text among which prose begins, where the repetition is the body's first title.
const REACH: usize = 8;

/// Finds the contents list at the head of `range`. It ends where the body repeats one of its labels or entries; without
/// repetition, before the titles that stand over the first prose. A text without heading, label or repetition has none.
pub(super) fn find(sheet: &Sheet<'_>, range: Range<usize>) -> List {
    let mut list = List { body: range.start, ..List::default() };
    // A slogan or a notice may stand before the heading: it is left to the account.
    list.heading = range.clone().take(REACH).find(|&line| is_heading(sheet.text(line)));
    let first = list.heading.map_or(range.start, |heading| heading + 1);
    let mut index = Index::default();
    let mut prose = None;
    let mut doubtful = 0;
    for line in first..range.end {
        if repeats(sheet, &list, &mut index, line, range.end) {
            list.body = line;
            return list;
        }
        match prose_of(sheet, line) {
            Prose::Certain => {
                prose = Some(line);
                break;
            }
            Prose::Likely => doubtful += 1,
            Prose::No => {}
        }
        if doubtful >= 3 {
            prose = Some(line - 2);
            break;
        }
        for item in items(sheet.text(line), line) {
            if item.kind != ItemKind::Series {
                index.insert(item.text(sheet), list.items.len());
            }
            list.items.push(item);
        }
    }
    let known = list.heading.is_some()
        || list.items.iter().any(|item| item.kind == ItemKind::Label)
        || list.items.iter().filter(|item| item.page.is_some()).count() >= 2;
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

/// Whether the body begins at `line`: it repeats a text of the list so far, and prose follows soon.
fn repeats(sheet: &Sheet<'_>, list: &List, index: &mut Index, line: usize, end: usize) -> bool {
    let text = body_text(sheet, line);
    let again = index.find(text, &[], |item| {
        let announced = |offset: usize| {
            let next = list.items.get(item + offset)?;
            (offset == 0 || next.kind == ItemKind::Plain).then(|| next.text(sheet))
        };
        aligned(announced, |offset| (line + offset < end).then(|| body_text(sheet, line + offset)))
    });
    again.is_some() && (line + 1..end.min(line + REACH)).any(|next| prose_of(sheet, next) != Prose::No)
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

/// A line of the body as it is compared: a section name without its brackets.
pub(super) fn body_text<'s>(sheet: &Sheet<'s>, line: usize) -> &'s str {
    let text = sheet.text(line);
    match label(text) {
        Some(label) if label.rest.is_empty() => &text[label.name],
        _ => text,
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
    let (text, width) = (sheet.text(line), sheet.lines[line].width);
    if width > 128 || ends_with_stop(text) || (ends_closed(text) && has_stop(text)) {
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
fn items(text: &str, line: usize) -> Vec<Item> {
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
    if let Some(label) = label(text) {
        let mut items = vec![other(ItemKind::Label, label.name)];
        items.extend(plain(label.rest));
        return items;
    }
    if let Some(series) = dashed(text) {
        return vec![other(ItemKind::Series, series)];
    }
    plain(0..text.len()).into_iter().collect()
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
        contents.heading = Some(Text::new(sheet.lines[line].span));
    }
    // What the body made of each item: the head that begins with it.
    let mut heads: Vec<Option<usize>> = vec![None; list.items.len()];
    for (number, head) in outline.heads.iter().enumerate() {
        if let Some(items) = &head.items {
            heads[items.start] = Some(number);
        }
    }
    let widest = list.items.iter().map(|item| sheet.lines[item.line].right()).max().unwrap_or(0);
    let mut at = 0;
    while at < list.items.len() {
        let item = &list.items[at];
        let head = heads[at].map(|number| (number, &outline.heads[number]));
        let end = match head {
            Some((_, head)) => head.items.as_ref().map_or(at + 1, |items| items.end),
            None if item.kind == ItemKind::Plain => wrapped_end(sheet, list, &heads, at, widest),
            None => at + 1,
        };
        let text = item_text(sheet, list, at..end);
        let is_section = head.is_some_and(|(_, head)| head.role == Role::Section);
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
        for index in at..end {
            set_apart(sheet, list, index);
        }
        at = end;
    }
    contents
}

/// The end of an unmatched entry that begins at `at`: a line that fills the list's width goes on in the next line.
fn wrapped_end(sheet: &Sheet<'_>, list: &List, heads: &[Option<usize>], at: usize, widest: u32) -> usize {
    let mut end = at + 1;
    while let Some(next) = list.items.get(end) {
        let last = &list.items[end - 1];
        let full = sheet.lines[last.line].right() + 4 >= widest && widest >= 40;
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
    sheet.place(item.line, start..sheet.text(item.line).len())
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
}
