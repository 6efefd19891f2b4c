//! Titles that the contents list announces in other words: entries and lines that are nearly equal.

use std::collections::HashSet;

use super::list::{ItemKind, List, is_prose};
use super::matching::{MOST_LINES, likeness};
use super::outline::{Head, Outline, Role};
use super::sheet::Sheet;
use super::subtitle;
use super::title_line::is_title_line;

/// How alike a title and an entry must be to be taken for one another.
const ALIKE: f32 = 0.5;
/// The same where nothing but the wording speaks for a title.
const NEARLY: f32 = 0.65;
/// Items after the last found among which a nearly equal entry is sought; it bounds the work on a hostile list.
const WINDOW: usize = 64;

/// The entry lines that no head of the body has taken.
fn free_items(list: &List, outline: &Outline) -> Vec<bool> {
    let mut free: Vec<bool> = list.items.iter().map(|item| item.kind == ItemKind::Plain).collect();
    for items in outline.heads.iter().filter_map(|head| head.items.clone()) {
        free[items].fill(false);
    }
    free
}

/// Gives titles found by layout the entry that stands between their neighbours' entries and is nearly equal.
pub(super) fn match_nearly(sheet: &Sheet<'_>, list: &List, outline: &mut Outline) {
    let mut free = free_items(list, outline);
    let mut from = 0;
    for index in 0..outline.heads.len() {
        if let Some(items) = &outline.heads[index].items {
            from = items.end;
            continue;
        }
        if outline.heads[index].role != Role::Title {
            continue;
        }
        let title: String = outline.heads[index].lines.clone().map(|line| sheet.text(line)).collect();
        let waiting = (from..list.items.len()).take(WINDOW).filter(|&item| free[item]).take(MOST_LINES);
        let best = waiting
            .flat_map(|item| [item..item + 1, item..item + 2])
            .filter(|items| free.get(items.clone()).is_some_and(|free| free.iter().all(|&it| it)))
            .map(|items| {
                let entry: String = list.items[items.clone()].iter().map(|item| item.text(sheet)).collect();
                (likeness(&entry, &title), items)
            })
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((alike, items)) = best
            && alike >= ALIKE
        {
            from = items.end;
            free[items.clone()].fill(false);
            outline.heads[index].items = Some(items);
        }
    }
}

/// Finds, for entries that nothing equals, the line between their neighbours' heads that is nearly equal: a reworded
/// title after an article without attribution.
pub(super) fn find_nearly(sheet: &Sheet<'_>, list: &List, outline: &mut Outline, end: usize) {
    let mut found = Vec::new();
    let mut free = free_items(list, outline);
    let mut from = (0, list.body);
    let by_layout: HashSet<usize> = outline
        .heads
        .iter()
        .filter(|head| head.items.is_none())
        .flat_map(|head| head.lines.clone())
        .collect();
    let bounds = outline.heads.iter().map(|head| (head.items.clone(), head.lines.clone()));
    for (items, lines) in bounds.chain([(Some(list.items.len()..list.items.len()), end..end)]) {
        let Some(items) = items else { continue };
        let waiting = (from.0..items.start).take(WINDOW).filter(|&item| free[item]).take(MOST_LINES);
        let mut waiting: Vec<usize> = waiting.collect();
        for line in from.1..lines.start {
            let text = sheet.text(line);
            if waiting.is_empty() {
                break;
            }
            if is_prose(sheet, line) || !is_title_line(sheet, line) || by_layout.contains(&line) {
                continue;
            }
            let near = |&item: &usize| likeness(list.items[item].text(sheet), text) >= NEARLY;
            if let Some(index) = waiting.iter().position(near) {
                let item = waiting[index];
                waiting.drain(..=index);
                free[item] = false;
                found.push(Head {
                    role: Role::Title,
                    lines: line..line + 1,
                    items: Some(item..item + 1),
                    label: None,
                });
            }
        }
        from = (items.end, subtitle::after(sheet, lines.end, end));
    }
    outline.heads.append(&mut found);
    outline.heads.sort_by_key(|head| head.lines.start);
}
