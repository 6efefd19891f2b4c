//! Titles of a text whose articles no contents list announces and no attribution closes: indents, gaps, widths and the
//! first words of the paragraph under a head tell, or a number or sign that all titles have.

use std::ops::Range;

use crate::fold::folded;
use crate::grammar::mark::has_stop;
use crate::grammar::marker::{enumerator, is_bullet};
use crate::grammar::opening::reports;
use crate::model::MarkerStyle;

use super::attribution::closes_article;
use super::head::{Finder, SECTION_WIDTH, is_known_section};
use super::list::{List, body_text, is_prose};
use super::matching::MOST_LINES;
use super::outline::{Head, Role};
use super::sheet::Sheet;
use super::title_line::is_title_line;

/// What tells a title from a subhead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tell {
    /// Titles begin with an enumerator of this style, as the first one does.
    Number(MarkerStyle),
    /// Titles begin with this sign, as the first one does.
    Sign(char),
    /// Paragraphs are flush, titles centred or set in by so many columns at least.
    Depth(u16),
    /// Paragraphs and subheads are indented by so many columns, titles flush or centred.
    Indent(u16),
    /// Blank lines stand around titles only.
    Gap,
    /// Nothing but their widths, and the paragraph under them.
    Width,
}

/// Titles that Arabic numbers with a stop count.
const NUMBERED: Tell = Tell::Number(MarkerStyle::ArabicDot);
/// Columns of the narrowest title where its width alone tells: thirteen characters. Subheads are mostly shorter, and
/// where they are not, of two phrases with a blank between them (2022-12: 109, 121).
const TITLE_WIDTH: u32 = 26;
/// Columns of the narrowest title that the paragraph under it tells: seven characters.
const TOLD_WIDTH: u32 = 14;
/// Indents of paragraphs, in columns: two characters, or what a page's margin leaves of them.
const INDENTS: std::ops::RangeInclusive<u32> = 2..=6;
/// Columns by which a centred title is set in at least, where paragraphs are flush.
const DEEP: u16 = 8;
/// Lines from the first title to the prose under it, at most.
const REACH: usize = 4;
/// Lines at the end of an issue that its attribution may take.
const CLOSING: usize = 3;
/// Characters of a paragraph in which the words of its title are looked for.
const LEAD: usize = 60;

/// What tells titles in a body; `None` where a list or attributions do.
pub(super) fn tell(sheet: &Sheet<'_>, list: &List, end: usize) -> Option<Tell> {
    if !list.items.is_empty() {
        return None;
    }
    let body = list.body..end;
    if let Some(mark) = mark(sheet, body.clone()) {
        return Some(mark);
    }
    // An attribution that ends the issue may be of all of it: heads set in deep tell titles all the same.
    if let Some(first) = body.clone().find(|&line| closes_article(sheet, line)) {
        let last = first + CLOSING >= end;
        return depth(sheet, body).filter(|_| last).map(Tell::Depth);
    }
    let (mut starts, mut inside, mut apart, mut gaps) = (0u32, 0u32, 0u32, 0u32);
    for line in body.clone().skip(1) {
        let blank = sheet.lines[line].blank_before;
        if begins_paragraph(sheet, line) {
            starts += 1;
            inside += u32::from(sheet.lines[line].indent >= 2);
            apart += u32::from(blank);
        } else {
            gaps += u32::from(blank && !is_prose(sheet, line));
        }
    }
    if sheet.setting.indented || starts > 1 && inside * 5 >= starts * 3 {
        return Some(Tell::Indent(paragraph_indent(sheet, body)));
    }
    if let Some(depth) = depth(sheet, body) {
        return Some(Tell::Depth(depth));
    }
    Some(if sheet.spaced && gaps > 0 && starts > 0 && apart * 4 <= starts { Tell::Gap } else { Tell::Width })
}

/// The number 1 or the sign before the first title, which stands over prose: `1．某市举办活动`. A second one must follow.
fn mark(sheet: &Sheet<'_>, body: Range<usize>) -> Option<Tell> {
    let is_name = |line: &usize| is_known_section(body_text(sheet, *line), sheet.profile);
    let mut first = body.clone().find(|line| !is_name(line)).filter(|&line| line + 1 < body.end)?;
    // A name that no lexicon knows, over a title with a number.
    if sheet.lines[first].width <= SECTION_WIDTH && is_marked(sheet, first + 1, NUMBERED) {
        first += 1;
    }
    // The title may be wrapped, or have a subtitle.
    let under = (first + 1..body.end.min(first + REACH)).find(|&line| is_prose(sheet, line))?;
    if sheet.begins_plainly(first) || (first + 1..under).any(|line| enumerator(sheet.text(line)).is_some()) {
        return None;
    }
    let text = sheet.text(first);
    let tell = match enumerator(text) {
        Some(it) if it.number == 1 && it.style == MarkerStyle::ArabicDot => Tell::Number(it.style),
        // 一、某市举办活动, where attributions stand before the next ones; else it is a subhead.
        Some(it) if it.number == 1 && it.style == MarkerStyle::ChineseComma => {
            let second = |line: &usize| {
                enumerator(sheet.text(*line))
                    .is_some_and(|it| it.style == MarkerStyle::ChineseComma && it.number == 2)
            };
            let second = body.clone().find(second)?;
            return closes_article(sheet, second - 1).then_some(Tell::Number(it.style));
        }
        None if is_bullet(text) => Tell::Sign(text.chars().next()?),
        _ => return None,
    };
    let mut titles = body.filter(|&line| is_marked(sheet, line, tell));
    (titles.next() == Some(first) && titles.next().is_some()).then_some(tell)
}

/// Whether a line has the mark of titles and is no sentence.
pub(super) fn is_marked(sheet: &Sheet<'_>, line: usize, tell: Tell) -> bool {
    let ending = sheet.ending(line);
    if sheet.begins_plainly(line) || ending.stop() || ending.comma() || ending.colon() {
        return false;
    }
    let text = sheet.text(line);
    let marked = match tell {
        Tell::Number(style) => enumerator(text).is_some_and(|it| it.style == style),
        Tell::Sign(sign) => text.starts_with(sign),
        _ => false,
    };
    marked && !has_stop(text)
}

/// Whether a paragraph begins at a line: the line before has ended one, or is a head.
fn begins_paragraph(sheet: &Sheet<'_>, line: usize) -> bool {
    is_prose(sheet, line) && !is_full(sheet, line - 1) && {
        let before = sheet.ending(line - 1);
        before.closed() || !before.comma() && !has_stop(sheet.text(line - 1))
    }
}

/// The indent that most paragraphs begin with, where blanks of another width stand for the usual two characters.
fn paragraph_indent(sheet: &Sheet<'_>, body: Range<usize>) -> u16 {
    const WIDEST: usize = 16;
    let mut counts = [0u32; WIDEST + 1];
    for line in body.skip(1).filter(|&line| begins_paragraph(sheet, line)) {
        if let Some(count) = counts.get_mut(usize::from(sheet.lines[line].indent)) {
            *count += 1;
        }
    }
    (2..=WIDEST).max_by_key(|&indent| counts[indent]).filter(|&indent| counts[indent] > 0).unwrap_or(0) as u16
}

/// The least indent of titles that stand deep over flush paragraphs. Heads of several levels, as a web page has, stand
/// in by level: titles are those of the outermost one of which most stand over prose. Centred ones have no levels.
fn depth(sheet: &Sheet<'_>, body: Range<usize>) -> Option<u16> {
    let mut levels: Vec<(u16, u32, u32)> = Vec::new();
    for line in body.clone().filter(|&line| sheet.lines[line].indent >= DEEP && !is_prose(sheet, line)) {
        let indent = sheet.lines[line].indent;
        let over = u32::from(line + 1 < body.end && is_prose(sheet, line + 1));
        match levels.iter().position(|level| level.0 == indent) {
            Some(at) => levels[at] = (indent, levels[at].1 + 1, levels[at].2 + over),
            None if levels.len() < usize::from(DEEP) => levels.push((indent, 1, over)),
            // More indents than levels: centred.
            None => return Some(DEEP),
        }
    }
    let titles = levels.iter().filter(|level| level.2 * 2 > level.1);
    // Centred lines have an indent each.
    let centred = levels.len() > 1 && levels.iter().all(|level| level.1 == 1);
    titles.map(|level| if centred { DEEP } else { level.0 }).max()
}

/// Whether an article may begin at a line: the paragraph before it has ended. A head set in deep may stand under a list or
/// a table too.
pub(super) fn may_begin(sheet: &Sheet<'_>, line: usize, tell: Option<Tell>) -> bool {
    line == 0 || {
        let before = sheet.ending(line - 1);
        before.closed() || matches!(tell, Some(Tell::Depth(_))) && !before.comma() && !before.open()
    }
}

/// Whether a line that may be a title or a subhead is a title.
pub(super) fn is_title(sheet: &Sheet<'_>, line: usize, tell: Tell) -> bool {
    let it = &sheet.lines[line];
    // A full line after another may be of the paragraph before.
    let goes_on = is_full(sheet, line) && !it.blank_before;
    let long = it.width >= TITLE_WIDTH && !is_parallel(sheet.text(line));
    match tell {
        Tell::Number(_) | Tell::Sign(_) => false,
        Tell::Depth(depth) => it.indent >= depth && !goes_on,
        Tell::Indent(indent) => {
            let inside = INDENTS.contains(&u32::from(it.indent)) || it.indent == indent;
            !inside && !goes_on || it.blank_before && (long || is_told(sheet, line))
        }
        // At the head of a page a blank line is of the page.
        Tell::Gap if it.page_before => long || is_told(sheet, line),
        Tell::Gap => it.blank_before,
        Tell::Width => !goes_on && (long || is_told(sheet, line)),
    }
}

/// Whether the paragraph under a line tells it for a title: it begins as a report does, or says the title again, as the
/// first sentences of reports do (2022-12: 48/50 and on) and those under subheads hardly ever.
fn is_told(sheet: &Sheet<'_>, line: usize) -> bool {
    let under = line + 1;
    if sheet.lines[line].width < TOLD_WIDTH || under >= sheet.lines.len() || !is_prose(sheet, under) {
        return false;
    }
    let lead = sheet.text(under);
    reports(lead) || says_again(sheet.text(line), lead)
}

/// Whether of the pairs of characters of a title three of five stand in the first words of a paragraph.
fn says_again(title: &str, paragraph: &str) -> bool {
    let words: Vec<char> = folded(paragraph).take(LEAD).collect();
    let title: Vec<char> = folded(title).take(LEAD).collect();
    let pairs = title.windows(2);
    let (all, found) = (pairs.len(), pairs.filter(|&pair| words.windows(2).any(|it| it == pair)).count());
    all >= 5 && found * 5 >= all * 3
}

fn is_full(sheet: &Sheet<'_>, line: usize) -> bool {
    sheet.setting.measure.is_some_and(|measure| sheet.lines[line].width + crate::layout::SLACK >= measure)
}

/// Two phrases of about one length with a blank between them, as subheads have.
fn is_parallel(text: &str) -> bool {
    let mut phrases = text.split(crate::is_blank).filter(|phrase| !phrase.is_empty());
    match (phrases.next(), phrases.next(), phrases.next()) {
        (Some(a), Some(b), None) => a.chars().count().abs_diff(b.chars().count()) <= 1,
        _ => false,
    }
}
impl Finder<'_, '_> {
    /// The title at `at` with the number or sign that all titles have.
    pub(super) fn marked(&self, at: usize, tell: Tell) -> Option<Head> {
        if !is_marked(self.sheet, at, tell) {
            return None;
        }
        let mut lines = at..at + 1;
        while lines.end + 1 < self.end
            && lines.len() < MOST_LINES
            && !is_prose(self.sheet, lines.end)
            && self.title_goes_on(lines.clone())
        {
            lines.end += 1;
        }
        Some(Head { role: Role::Title, lines, items: None, label: None })
    }

    /// The name of a section at `at`, short and right over a title with the number that all titles have.
    pub(super) fn over_marked(&self, at: usize, tell: Tell) -> Option<Head> {
        let is_marked = |line| is_marked(self.sheet, line, tell);
        let named = matches!(tell, Tell::Number(_))
            && self.sheet.lines[at].width <= SECTION_WIDTH
            && at + 1 < self.end
            && is_marked(at + 1)
            && !is_marked(at)
            && !is_prose(self.sheet, at)
            && is_title_line(self.sheet, at)
            && !closes_article(self.sheet, at);
        named.then_some(Head { role: Role::Section, lines: at..at + 1, items: None, label: None })
    }
}
