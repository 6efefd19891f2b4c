//! The outline of the body: where sections and articles begin, found through the contents list first, and by
//! attributions and layout where the list has nothing.

use std::cell::LazyCell;
use std::ops::Range;

use crate::fold::same;
use crate::grammar::caption::{is_annex, is_annex_head, is_caption, is_editorial, is_note, is_reference};
use crate::grammar::contents::{Label, dashed};

use super::attribution::closes_article;
use super::head::{Finder, SECTION_WIDTH};
use super::list::{ItemKind, List, is_prose};
use super::nearly::{find_nearly, match_nearly};
use super::sheet::Sheet;
use super::subtitle;
use super::table::is_of_table;
use super::untold::{self, Tell};

/// The beginnings of sections and articles, in printed order.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) heads: Vec<Head>,
    /// Lines right under a title that print it again.
    pub(super) twice: Vec<usize>,
}

/// One section name or title in the body.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) role: Role,
    /// The lines it takes.
    pub(super) lines: Range<usize>,
    /// The items of the contents list that announce it.
    pub(super) items: Option<Range<usize>>,
    /// The section's name, where it stands before the title on its line: `【要闻】某市举办活动`.
    pub(super) label: Option<Label>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Section,
    Title,
}

/// Finds the heads of the body, which runs from the end of the list to `end`.
pub(super) fn find(sheet: &Sheet<'_>, list: &List, end: usize) -> Outline {
    let mut finder = Finder::new(sheet, list, end);
    let tell = untold::tell(sheet, list, end);
    if let Some(Tell::Depth(depth)) = tell {
        finder.depth = Some(depth);
    }
    let mut at = list.body;
    // Whether an article may begin at `at`, which most lines show without a look at the line before.
    let mut begins = Begins::Yes;
    let (mut editorial, mut annex) = (false, false);
    // The line under the last head, and a title that it prints again.
    let (mut under_head, mut twice) = (usize::MAX, Vec::new());
    while at < end && sheet.going.step() {
        let begun = LazyCell::new(|| begins.ask(sheet));
        let by_layout = |finder: &Finder<'_, '_>| {
            let ending = sheet.ending(at);
            // Prose is no head by its layout.
            if ending.stop() || ending.comma() || tell.is_none() && is_prose(sheet, at) {
                None
            } else if let Some(head) = tell.and_then(|tell| finder.over_marked(at, tell)) {
                Some(head)
            } else if *begun {
                finder.by_layout(at).or_else(|| finder.marked(at, tell?))
            } else {
                finder.named(at).or_else(|| finder.untold(at, tell?))
            }
        };
        let announced = finder.announced(at);
        // The title twice, as at the head of a page, where the list does not announce an article of that title here.
        if at == under_head && announced.is_none() && repeats_title(sheet, finder.heads.last(), at) {
            twice.push(at);
            under_head += 1;
            at += 1 + usize::from(at + 1 < end && dashed(sheet.text(at + 1)).is_some());
            continue;
        }
        let head = announced.or_else(|| by_layout(&finder));
        let Some(head) = head else {
            let under_title = at == under_head;
            // 编者按 before the first title, and references under an attribution, end where the next title begins.
            editorial = finder.heads.is_empty() && (editorial || is_editorial(sheet.text(at)));
            let text = sheet.text(at);
            // Under an attribution stand references, and annexes with their tables.
            let appended = || {
                let marked = || is_annex(text) || is_caption(text) || is_note(text);
                is_reference(text)
                    || !sheet.begins_plainly(at) && marked()
                    || sheet.may_have_rows() && is_of_table(sheet, at)
            };
            // What stands under 附件 alone is the annex's title, and a title may stand under its table.
            let heads_annex = !sheet.begins_plainly(at) && is_annex_head(text);
            annex = heads_annex || annex && !sheet.ending(at).stop();
            let under_rows = || annex && sheet.may_have_rows() && is_of_table(sheet, at);
            let goes_on = !heads_annex
                && (editorial && sheet.ending(at).closed() || under_rows() || appended() && *begun);
            begins = if goes_on { Begins::Yes } else { Begins::After { line: at, under_title } };
            at += 1;
            continue;
        };
        at = head.lines.end;
        annex = false;
        begins = if head.role == Role::Section { Begins::Yes } else { Begins::No };
        under_head = at;
        finder.heads.push(head);
        // A dashed line under a head is its series or subtitle, not the beginning of anything.
        if at < end && dashed(sheet.text(at)).is_some() {
            let titled = finder.heads.last().is_some_and(|head| head.role == Role::Title);
            at = if titled { subtitle::end(sheet, at, end) } else { at + 1 };
        }
    }
    let mut outline = Outline { heads: finder.heads, twice };
    name_sections(sheet, list, &mut outline);
    match_nearly(sheet, list, &mut outline);
    drop_doubtful(sheet, list, &mut outline, end);
    find_nearly(sheet, list, &mut outline, end);
    let heads = &outline.heads;
    // A title may have turned out to be a section's name, or the line under it to be a head of its own.
    outline.twice.retain(|&line| {
        let title = heads.binary_search_by_key(&line, |head| head.lines.end).ok();
        title.is_some_and(|at| {
            heads[at].role == Role::Title && heads.get(at + 1).is_none_or(|next| next.lines.start > line)
        })
    });
    outline
}

/// Whether a line prints the title of one line over it again.
fn repeats_title(sheet: &Sheet<'_>, head: Option<&Head>, at: usize) -> bool {
    head.is_some_and(|head| {
        head.role == Role::Title
            && head.lines.len() == 1
            && same(sheet.text(head.lines.start), sheet.text(at))
    })
}

/// Whether an article may begin at a line, by what stands before it.
#[derive(Clone, Copy)]
enum Begins {
    Yes,
    No,
    /// Where the line before closes an article.
    After {
        line: usize,
        under_title: bool,
    },
}

impl Begins {
    fn ask(self, sheet: &Sheet<'_>) -> bool {
        match self {
            Self::Yes => true,
            Self::No => false,
            // An attribution right under a title says who wrote the article that begins there.
            Self::After { line, under_title } => {
                let whole = || sheet.closing_start(line).is_none_or(|start| start == 0);
                closes_article(sheet, line) && !(under_title && whole())
            }
        }
    }
}

/// A line of the list without brackets is a section label where its head in the body stands right over another
/// announced title, and the list prints the two one after the other; both may have the series line between them. The page of a
/// section is that of its first article.
fn name_sections(sheet: &Sheet<'_>, list: &List, outline: &mut Outline) {
    for index in 1..outline.heads.len() {
        let (before, after) = outline.heads.split_at_mut(index);
        let (head, next) = (&mut before[index - 1], &after[0]);
        let (Some(items), Some(following)) = (&head.items, &next.items) else { continue };
        let plain = |items: &Range<usize>| list.items[items.start].kind == ItemKind::Plain;
        let series = |item: usize| list.items.get(item).is_some_and(|item| item.kind == ItemKind::Series);
        let dashes = next.lines.start == head.lines.end + 1 && dashed(sheet.text(head.lines.end)).is_some();
        // In a list printed in another order the two stand apart.
        let short = sheet.lines[head.lines.start].width <= SECTION_WIDTH;
        if head.role == Role::Title
            && plain(items)
            && plain(following)
            && (head.lines.end == next.lines.start || dashes)
            && (items.end == following.start
                || items.end + 1 == following.start && series(items.end)
                || short)
            && (list.items[items.start].page.is_none()
                || short && list.items[items.start].page == list.items[following.start].page)
        {
            head.role = Role::Section;
        }
    }
}

/// Where a list announces the articles, a title found by layout alone is one only if its article ends as articles do:
/// an attribution amid an article (of a table, of a box) is followed by a subhead.
fn drop_doubtful(sheet: &Sheet<'_>, list: &List, outline: &mut Outline, end: usize) {
    if list.items.is_empty() {
        return;
    }
    let ends: Vec<usize> = outline.heads.iter().skip(1).map(|head| head.lines.start).chain([end]).collect();
    let mut ends = ends.into_iter();
    outline.heads.retain(|head| {
        let end = ends.next().unwrap_or(head.lines.end);
        let announced = head.items.is_some() || head.role == Role::Section;
        announced || (head.lines.end..end).any(|line| closes_article(sheet, line))
    });
}
