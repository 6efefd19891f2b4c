//! Heads 标题: the title or section name that begins at a line of the body, announced by the contents list or told by form.

use std::ops::Range;

use crate::Profile;
use crate::fold::fold;
use crate::grammar::attribution::is_byline;
use crate::grammar::contents::{Label, dashed, framed, label, ornament_end};
use crate::grammar::mark::{has_open_pair, has_stop};
use crate::grammar::marker::{decimal, enumerator};
use crate::grammar::opening::reports;
use crate::layout::{SLACK, columns};
use crate::lexicon::{SECTION_NAMES, words};
use crate::model::MarkerStyle;

use super::list::{ItemKind, List, body_text, is_prose};
use super::matching::{Index, MOST_LINES, aligned};
use super::outline::{Head, Role};
use super::sheet::Sheet;
use super::subtitle;
use super::title_line::is_title_line;
use super::untold::{self, Tell};

/// Columns of the narrowest half of a title cut in two: five characters.
const HALF_TITLE: u32 = 10;

/// Columns of the widest section name that no lexicon knows: twelve characters.
pub(super) const SECTION_WIDTH: u32 = 24;

/// Heads before one among which a section of its kind is sought; it bounds the work on a hostile text.
const NEAR: usize = 64;
/// The indent of a centred line at least.
const CENTRED: u16 = 6;

/// Columns of the widest name in brackets right over prose: eight characters. A longer one is a title.
const NAME_WIDTH: u32 = 16;

/// The search for heads, line by line.
pub(super) struct Finder<'a, 's> {
    pub(super) sheet: &'a Sheet<'s>,
    list: &'a List,
    pub(super) end: usize,
    index: Index,
    found: Vec<bool>,
    pub(super) heads: Vec<Head>,
    widest: u32,
    /// The indent of titles over flush paragraphs.
    pub(super) depth: Option<u16>,
    /// Whether an announced text ends with a full stop; else no line of prose can be one.
    stops: bool,
    /// Whether all announced texts are as short as names of sections.
    short: bool,
}

impl<'a, 's> Finder<'a, 's> {
    pub(super) fn new(sheet: &'a Sheet<'s>, list: &'a List, end: usize) -> Self {
        let mut index = Index::default();
        for (number, item) in list.items.iter().enumerate() {
            if item.kind != ItemKind::Series {
                index.insert(item.text(sheet), number);
            }
        }
        let widest = list.items.iter().map(|item| sheet.lines[item.line].right()).max().unwrap_or(0);
        let stops = list.items.iter().any(|item| sheet.ending(item.line).stop());
        let short = list.items.iter().all(|it| columns(it.text(sheet)) <= SECTION_WIDTH);
        let found = vec![false; list.items.len()];
        Self { sheet, list, end, index, found, heads: Vec::new(), widest, depth: None, stops, short }
    }

    /// The head at `at` that the contents list announces.
    pub(super) fn announced(&mut self, at: usize) -> Option<Head> {
        if self.list.items.is_empty() || (self.sheet.ending(at).stop() && !self.stops) {
            return None;
        }
        let (sheet, list, end) = (self.sheet, self.list, self.end);
        let text = body_text(sheet, at);
        let (items, lines) = self.index.find(text, &self.found, |item| {
            let (items, lines) = equal(sheet, list, item, at, end)?;
            Some((item..item + items, at..at + lines))
        })?;
        let (items, lines) = self.go_on(items, lines);
        self.found[items.clone()].fill(true);
        let named = list.items[items.start].kind == ItemKind::Label || self.is_over_entries(&items, &lines);
        let role = if named { Role::Section } else { Role::Title };
        // An entry may have the subtitle in it, which stands on a line of its own in the body.
        let dashes = (lines.start + 1..lines.end).find(|&line| dashed(sheet.text(line)).is_some());
        let subtitle =
            dashes.filter(|&line| role == Role::Title && subtitle::end(sheet, line, end) >= lines.end);
        let lines = lines.start..subtitle.unwrap_or(lines.end);
        Some(Head { role, label: label_of(sheet, at, role), lines, items: Some(items) })
    }

    /// Whether a short line of the list is the name of a section, which in the body stands over no prose: a known one over a
    /// title, or one without a number over a line with one, in the list too.
    fn is_over_entries(&self, items: &Range<usize>, lines: &Range<usize>) -> bool {
        let (item, next) = (&self.list.items[items.start], self.list.items.get(items.end));
        let (sheet, under) = (self.sheet, lines.end);
        if columns(item.text(sheet)) > SECTION_WIDTH || under + 1 >= self.end || is_prose(sheet, under) {
            return false;
        }
        let numbered = || {
            next.is_some_and(|next| next.bulleted && !item.bulleted && item.page.is_none())
                && enumerator(sheet.text(under)).is_some()
        };
        // 领导讲话……1, in a list of nothing but sections
        let known = || is_known_section(item.text(sheet), sheet.profile) && is_title_line(sheet, under);
        numbered() || self.short && known()
    }

    /// An entry and its title that are wrapped at the same place match line by line: where the line of the list is
    /// full and the next lines are equal too, they are one.
    fn go_on(&self, mut items: Range<usize>, mut lines: Range<usize>) -> (Range<usize>, Range<usize>) {
        while items.len() < MOST_LINES && self.list.items[items.start].kind == ItemKind::Plain {
            let last = &self.list.items[items.end - 1];
            let Some(next) = self.list.items.get(items.end) else { break };
            let full = self.sheet.lines[last.line].right() + 8 >= self.widest && self.widest >= 32;
            // 系列报道之一：, over the title
            let colon = || self.sheet.ending(last.line).colon();
            let full = full || colon() || self.list.is_cut(self.sheet, items.end - 1);
            let goes_on = next.kind == ItemKind::Plain
                && !next.bulleted
                && last.page.is_none()
                && !self.found[items.end];
            if !full || !goes_on || next.line != last.line + 1 {
                break;
            }
            let Some((more, printed)) = equal(self.sheet, self.list, items.end, lines.end, self.end) else {
                break;
            };
            items.end += more;
            lines.end += printed;
        }
        (items, lines)
    }

    /// The head at `at` by its form: a section name in brackets or from the list of known names, or the line or lines
    /// between the end of an article and prose.
    pub(super) fn by_layout(&self, at: usize) -> Option<Head> {
        let text = self.sheet.text(at);
        let prose = (at..self.end.min(at + 2 * MOST_LINES)).find(|&line| is_prose(self.sheet, line))?;
        // A character of a text set upright is no title.
        if self.sheet.lines[at].width <= 2 {
            return None;
        }
        // 一、要闻, too.
        let known = prose > at + 1 && is_known_section(body_text(self.sheet, at), self.sheet.profile);
        if prose == at || !known && !is_title_line(self.sheet, at) {
            return None;
        }
        let bracketed =
            label(text).is_some_and(|label| label.rest.is_empty() && self.is_name(at, prose, &label));
        // ※ 要闻 ※, —— 要闻 ——
        let signed = || {
            let framed = || framed(text).is_some_and(|name| dashed(text).is_some() && name.end < text.len());
            prose > at + 1
                && self.sheet.lines[at].width <= SECTION_WIDTH
                && (ornament_end(text) < text.len() || framed())
        };
        if bracketed || known || signed() || prose > at + 1 && self.stands_over_title(at) {
            return Some(Head { role: Role::Section, lines: at..at + 1, items: None, label: None });
        }
        let mut lines = at..at + 1;
        while lines.end < prose && lines.len() < MOST_LINES && self.title_goes_on(lines.clone()) {
            lines.end += 1;
        }
        Some(Head { role: Role::Title, label: label_of(self.sheet, at, Role::Title), lines, items: None })
    }

    /// Whether a text in brackets is a section's name: right over prose only where it is a known one or as short as they are.
    fn is_name(&self, at: usize, prose: usize, label: &Label) -> bool {
        let name = &self.sheet.text(at)[label.name.clone()];
        prose > at + 1 || columns(name) <= NAME_WIDTH || is_known_section(name, self.sheet.profile)
    }

    /// The known section in brackets at `at` that no attribution stands over, where no list tells the sections.
    pub(super) fn named(&self, at: usize) -> Option<Head> {
        if !self.list.items.is_empty() || self.sheet.begins_plainly(at) || self.is_amid(at) {
            return None;
        }
        // 【某处供稿】 closes an article.
        let label = label(self.sheet.text(at)).filter(|label| label.rest.is_empty())?;
        if self.sheet.closing_start(at).is_some() {
            return None;
        }
        let name = &self.sheet.text(at)[label.name];
        let known = is_known_section(name, self.sheet.profile) || self.is_like_section(at);
        (known && at + 1 < self.end).then_some(Head {
            role: Role::Section,
            lines: at..at + 1,
            items: None,
            label: None,
        })
    }

    /// Whether a name in brackets over a title has those of a section before it.
    fn is_like_section(&self, at: usize) -> bool {
        let open = |line: usize| self.sheet.text(line).chars().next();
        let same = |head: &Head| head.role == Role::Section && open(head.lines.start) == open(at);
        self.heads.iter().rev().take(NEAR).any(same)
            && at + 2 < self.end
            && is_title_line(self.sheet, at + 1)
            && !is_prose(self.sheet, at + 1)
            && is_prose(self.sheet, at + 2)
    }

    /// Whether the line before `at` breaks a sentence; under a table, a list or a signature no mark stands.
    fn is_amid(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let ending = self.sheet.ending(before);
        !ending.closed() && (ending.open() || ending.comma() || has_stop(self.sheet.text(before)))
    }

    /// The head at `at` of a text whose articles neither a list announces nor attributions close.
    pub(super) fn untold(&self, at: usize, tell: Tell) -> Option<Head> {
        if tell == Tell::Number(MarkerStyle::ChineseComma) {
            return None;
        }
        if let Some(head) = self.marked(at, tell) {
            return Some(head);
        }
        if !untold::may_begin(self.sheet, at, Some(tell)) {
            return None;
        }
        let head = self.by_layout(at)?;
        let bracketed = || label(self.sheet.text(at)).is_some_and(|label| label.rest.is_empty());
        (head.role == Role::Section || bracketed() || untold::is_title(self.sheet, at, tell)).then_some(head)
    }

    /// Whether a line no lexicon knows is a section name: short, and over a title that prose follows. The title is half as
    /// wide again, or of the same words, or the section's series line stands between the two.
    /// (A title of twelve characters or fewer with a longer subhead right under it was seen nowhere.)
    fn stands_over_title(&self, at: usize) -> bool {
        let line = &self.sheet.lines[at];
        // A running head has the number; no section name has a digit.
        let text = self.sheet.text(at);
        if line.width > SECTION_WIDTH || text.contains(|c: char| c.is_ascii_digit()) {
            return false;
        }
        if line.ending.colon() && framed(text).is_none() {
            return false;
        }
        let series = dashed(self.sheet.text(at + 1)).is_some();
        let title = at + 1 + usize::from(series);
        let Some(next) = self.sheet.lines.get(title).filter(|_| title < self.end) else { return false };
        let text = self.sheet.text(title);
        // The first line of a paragraph may have no comma either.
        let full = self.sheet.setting.measure.is_some_and(|measure| next.width + SLACK >= measure);
        let cut = || self.sheet.lines.get(title + 1).is_some_and(|line| line.page_before) && has_stop(text);
        let of_prose = full && !next.blank_before || has_open_pair(text) || cut();
        // Heads of a web page stand in by level.
        let outer = self.depth.is_some_and(|depth| next.indent == depth && line.indent > depth);
        let longer = outer || next.width * 2 >= line.width * 3 || fold(text) == fold(self.sheet.text(at));
        let title_line = || is_title_line(self.sheet, title) && dashed(text).is_none();
        longer && !of_prose && !is_byline(text) && title_line() && !is_prose(self.sheet, title)
    }

    /// Whether the title of `lines` goes on in the next line: the line before is wide or blank lines stand around the two,
    /// none parts them, and a centred line is followed by a centred one.
    pub(super) fn title_goes_on(&self, lines: Range<usize>) -> bool {
        let line = lines.end;
        let (last, next) = (&self.sheet.lines[line - 1], &self.sheet.lines[line]);
        let text = self.sheet.text(line);
        let wide = match self.sheet.setting.measure {
            Some(measure) => last.width * 3 >= measure * 2,
            None => last.width >= 36,
        };
        let spaced = self.sheet.spaced;
        let apart = next.blank_before && spaced || next.page_before;
        let at = |line: usize| self.sheet.lines.get(line);
        let gap = |line: usize| at(line).is_some_and(|line| line.blank_before || line.page_before);
        // A page does not end right under a title.
        let under = subtitle::after(self.sheet, line + 1, self.end);
        let enclosed = spaced && gap(lines.start) && {
            // Centred lines of one title, up to the gap under them.
            let goes_on = |&it: &usize| {
                let centred = self.sheet.lines[it].indent >= CENTRED && !gap(it);
                centred
                    && is_title_line(self.sheet, it)
                    && !is_byline(self.sheet.text(it))
                    && dashed(self.sheet.text(it)).is_none()
            };
            let last =
                line + 1 + (line + 1..self.end.min(lines.start + MOST_LINES)).take_while(goes_on).count();
            let under = if last > line + 1 { subtitle::after(self.sheet, last, self.end) } else { under };
            at(under).is_some_and(|line| line.blank_before)
        };
        // Two lines that a gap neither parts nor follows, right over prose: a title is cut there, for a subhead without
        // enumerator stands hardly ever right under its title. With a comma the second is prose itself.
        // A full line indented under a title at the margin begins a paragraph.
        let full = self.sheet.setting.measure.is_some_and(|measure| next.right() + SLACK >= measure);
        let begins = full && self.sheet.setting.indented && last.indent == 0 && next.indent >= 2;
        let over_prose = || {
            lines.len() == 1
                && !text.contains([',', '，'])
                && next.width >= HALF_TITLE
                && last.width >= HALF_TITLE
                && next.width <= last.width + HALF_TITLE / 2
                && line + 1 < self.end
                && is_prose(self.sheet, line + 1)
        };
        let colon = || self.sheet.ending(line - 1).colon() && framed(self.sheet.text(line - 1)).is_none();
        (wide || enclosed || colon() || over_prose())
            && !apart
            && !begins
            && !(full && has_stop(text) || reports(text))
            && is_title_line(self.sheet, line)
            && !is_byline(text)
            && decimal(text).is_none()
            && dashed(text).is_none()
            && (last.indent == 0 || next.indent > 0)
    }
}

/// The section's name in brackets before the title on the first line of a head.
fn label_of(sheet: &Sheet<'_>, line: usize, role: Role) -> Option<Label> {
    label(sheet.text(line)).filter(|label| role == Role::Title && !label.rest.is_empty())
}

/// How many items and lines are equal from `item` and `line` on.
fn equal(sheet: &Sheet<'_>, list: &List, item: usize, line: usize, end: usize) -> Option<(usize, usize)> {
    let announced = |offset: usize| {
        let it = list.items.get(item + offset)?;
        let goes_on = it.kind == ItemKind::Plain && it.line == list.items[item].line + offset;
        (offset == 0 || goes_on).then(|| it.text(sheet))
    };
    aligned(announced, |offset| (line + offset < end).then(|| body_text(sheet, line + offset)))
}

pub(super) fn is_known_section(text: &str, profile: &Profile) -> bool {
    text.len() <= 60 && {
        let bare = fold(text);
        profile.is_section(&bare) || words(SECTION_NAMES).any(|name| name == bare)
    }
}
