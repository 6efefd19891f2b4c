//! Joins: whether two lines belong to one paragraph, decided on evidence from both, with the reason.

use std::cell::Cell;
use std::ops::Range;

use crate::grammar::attribution::is_line;
use crate::grammar::caption::{is_annex, is_caption, is_note};
use crate::grammar::contents::dashed;
use crate::grammar::mark::{has_open_pair, has_stop, is_latin};
use crate::grammar::marker::{Enumerator, decimal, enumerator, is_bullet};
use crate::layout::{Line, SLACK};
use crate::model::MarkerStyle;
use crate::options::Joins;
use crate::{Join, Text};

use super::attribution::{is_signed_day, wraps};
use super::opener::sentence_enumerator;
use super::sheet::Sheet;
use super::table::is_of_table;

/// A text of one or several lines that are known to belong together: a wrapped title or entry.
pub(super) fn pieces(sheet: &Sheet<'_>, mut parts: impl Iterator<Item = (usize, Range<usize>)>) -> Text {
    let Some((mut line, mut range)) = parts.next() else { return Text::new(crate::Span::at(0, 0)) };
    let mut text = Text::new(sheet.place(line, range.clone()));
    for (next, next_range) in parts {
        let page = sheet.lines[next].page_before;
        let (left, right) = (&sheet.text(line)[range], &sheet.text(next)[next_range.clone()]);
        text.push(reason(left, right, page), sheet.place(next, next_range.clone()));
        (line, range) = (next, next_range);
    }
    text
}

/// The join of two pieces: by page or by wrap, with a blank between two Latin words and nothing else.
fn reason(left: &str, right: &str, page: bool) -> Join {
    let words = || {
        let (last, first) = (left.chars().next_back(), right.chars().next());
        // Two halves of a number are one number: 20|22.
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let word = |c: Option<char>| c.is_some_and(is_latin);
        word(last) && word(first) && !(digit(last) && digit(first))
    };
    // Latin letters take one byte or two.
    let latin = right.as_bytes().first().is_some_and(|&byte| byte < 0xE0) && words();
    match (page, latin) {
        (false, false) => Join::Wrap,
        (false, true) => Join::WrapSpace,
        (true, false) => Join::Page,
        (true, true) => Join::PageSpace,
    }
}

/// A paragraph that may go on: its last line, and what is known of it.
#[derive(Clone, Debug)]
pub(super) struct Open {
    /// The last line.
    pub(super) line: usize,
    /// Whether it is the paragraph's first line too.
    first: bool,
    /// The first line that was not looked at for a comma or a stop; none where one was found.
    unread: Cell<Option<usize>>,
}

impl Open {
    /// A paragraph whose first line is `line`.
    pub(super) fn at(line: usize) -> Self {
        Self { line, first: true, unread: Cell::new(Some(line)) }
    }

    /// Takes the next line.
    pub(super) fn go_on(&mut self) {
        self.line += 1;
        self.first = false;
    }

    /// Whether the paragraph holds a comma or a stop so far; its lines are looked at only where that matters, and once.
    fn sentence(&self, sheet: &Sheet<'_>) -> bool {
        let Some(from) = self.unread.get() else { return true };
        let found = (from..=self.line).any(|line| has_stop(sheet.text(line)));
        self.unread.set((!found).then_some(self.line + 1));
        found
    }
}

/// Whether line `next` goes on with the paragraph, and why.
pub(super) fn decide(sheet: &Sheet<'_>, open: &Open, next: usize) -> Option<Join> {
    if sheet.joins == Joins::None {
        return None;
    }
    let line = &sheet.lines[next];
    // As most lines are of a text with a paragraph a line.
    let apart = !line.page_before && !line.ending.bracket();
    if apart && sheet.setting.measure.is_none() && sheet.ending(open.line).closed() {
        return None;
    }
    let (left, right) = (sheet.text(open.line), sheet.text(next));
    if line.width <= UPRIGHT && is_upright(sheet, next) {
        return Some(reason(left, right, line.page_before));
    }
    // 各有关单位： stands flush over an indented paragraph.
    if sheet.ending(open.line).colon() && line.indent >= sheet.lines[open.line].indent + 2 {
        return None;
    }
    if line.ending.bracket() && sheet.closing_start(next).is_none() && wraps(left, right, sheet.profile) {
        return Some(reason(left, right, line.page_before));
    }
    let goes_on = match sheet.setting.measure {
        None => goes_on_unwrapped(sheet, open, line, left),
        Some(measure) => goes_on_wrapped(sheet, open, line, measure, (left, right)),
    };
    if !goes_on || begins_block(sheet, open, next) {
        return None;
    }
    // In a text with a paragraph a line, only a page end cuts one; where pages show, only at their borders.
    let page = line.page_before || (sheet.setting.measure.is_none() && !sheet.paged && sheet.cut_by_pages());
    // A soft hyphen parts a word, not two.
    let hyphen = sheet.source[sheet.lines[open.line].span.end() as usize..].starts_with('\u{AD}');
    Some(match reason(left, right, page) {
        Join::WrapSpace if hyphen => Join::Wrap,
        Join::PageSpace if hyphen => Join::Page,
        join => join,
    })
}

/// Columns of a line of text set upright, a character a line.
const UPRIGHT: u32 = 2;
/// Lines of the shortest text set upright: names of two or three characters are cells.
const LEAST_UPRIGHT: usize = 4;

/// Whether a line goes on with a text set upright 竖排: it and the line before are of a run of single Han characters.
fn is_upright(sheet: &Sheet<'_>, next: usize) -> bool {
    let single = |line: &usize| {
        sheet.lines[*line].width <= UPRIGHT && matches!(sheet.text(*line).as_bytes(), [0xE4..=0xE9, _, _])
    };
    let before = (0..next).rev().take(LEAST_UPRIGHT).take_while(single).count();
    let after = (next..sheet.lines.len()).take(LEAST_UPRIGHT).take_while(single).count();
    before > 0 && after > 0 && before + after >= LEAST_UPRIGHT
}

/// Whether line `next` opens a block whatever stands before it: a heading, a caption, a note, an attribution.
fn begins_block(sheet: &Sheet<'_>, open: &Open, next: usize) -> bool {
    let right = sheet.text(next);
    if sheet.ending(next).bracket() && sheet.closing_start(next) == Some(0) {
        return true;
    }
    if sheet.may_have_rows() && !sheet.ending(next).stop() && is_of_table(sheet, next) {
        return true;
    }
    let before = sheet.ending(open.line);
    if before.closed() && !sheet.ending(next).closed() && is_line(right, sheet.profile) {
        return true;
    }
    // The day of a signature under the body that signed.
    if is_signed_day(sheet, next) {
        return true;
    }
    if before.open() || sheet.begins_plainly(next) {
        return false;
    }
    let heads = enumerator(right).map_or_else(
        || decimal(right).is_some(),
        |it| {
            use MarkerStyle::{ArabicDot, ArabicParen, ChineseComma, ChineseParen, Circled};
            matches!(it.style, ChineseComma | ChineseParen | ArabicDot | ArabicParen)
                || it.style == Circled && before.closed() && is_footnote(sheet, &it, next)
                || before.colon() && begins_points(sheet, &it, next)
        },
    );
    let closed = before.closed() || before.colon() || before.semicolon();
    // ——… and ●… begin items after a colon, a semicolon or a stop.
    let item = (closed && dashed(right).is_some()) || is_bullet(right);
    // [1] begins an item of a list of references.
    let reference =
        right.starts_with(['[', '［']) && right.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    // 关键词 have no stop after them.
    let closed = closed || left_is_whole(sheet.text(open.line));
    (heads && (closed || !open.sentence(sheet)))
        || item
        || reference
        || is_annex(right)
        || is_caption(right)
        || is_note(right)
}

/// Lines of the longest footnote.
const NOTE: usize = 4;

/// Whether ① at the head of a line begins a note under the rule at the foot of a page, or ② the one after it.
fn is_footnote(sheet: &Sheet<'_>, found: &Enumerator, line: usize) -> bool {
    if found.number == 1 {
        return sheet.is_under_rule(line);
    }
    let nearest = (line.saturating_sub(NOTE)..line).rev().find_map(|before| {
        let last = enumerator(sheet.text(before)).filter(|it| it.style == found.style)?;
        Some((before, last))
    });
    nearest.is_some_and(|(before, last)| last.number + 1 == found.number && is_footnote(sheet, &last, before))
}

/// Whether an enumerator at the head of a line, under one that ends in a colon, is the first of points that have a line each: 一是 over
/// 二是.
fn begins_points(sheet: &Sheet<'_>, found: &Enumerator, line: usize) -> bool {
    let second = |it: &Enumerator| it.style == found.style && it.number == 2;
    found.number == 1 && enumerator(sheet.text(line + 1)).as_ref().is_some_and(second)
}

/// Whether a line is a paragraph of its own though no mark closes it: the key words 关键词 of a report.
fn left_is_whole(text: &str) -> bool {
    ["关键词", "关键字", "Key words", "Keywords", "Key Words"].iter().any(|word| text.starts_with(word))
}

/// A paragraph a line: a line that ends amid a sentence was cut by a page end. A heading has no comma or stop, so
/// it never goes on (2022-12: fits 15 joins of 15, and no false one).
fn goes_on_unwrapped(sheet: &Sheet<'_>, open: &Open, next: &Line, left: &str) -> bool {
    let before = sheet.ending(open.line);
    // ◆ 建平台，夯实底座: a bullet before a short line that does not end is of a heading.
    if open.first && is_bullet(left) && sheet.lines[open.line].width <= BULLETED && !before.open() {
        return false;
    }
    let indented = sheet.setting.indented && next.indent >= 2;
    if before.closed() && sheet.setting.indented && next.page_before {
        return goes_on_over_page(sheet, open, next);
    }
    let latin = || {
        // A line end between two Latin words, with the first line's indent over it.
        let letter = |c: char| c.is_ascii_alphabetic();
        left.ends_with(letter)
            && next.text(sheet.source).starts_with(letter)
            && next.indent < sheet.lines[open.line].indent
    };
    !before.closed()
        && (!indented || before.open())
        && (open.sentence(sheet) || has_open_pair(left) || latin())
}

/// Where paragraphs are indented, a sentence at the very edge of the paper that heads a page goes on with the last page's
/// paragraph, though that had come to a stop: a title is no sentence.
fn goes_on_over_page(sheet: &Sheet<'_>, open: &Open, next: &Line) -> bool {
    // The margin that a page of indented paragraphs seems to have is none.
    let flush = |line: &Line| sheet.source[..line.span.start() as usize].ends_with(['\n', '\r', '\x0C']);
    let signed = || sheet.closing_start(open.line + 1).is_some_and(|start| start > 0);
    let prose = (next.ending.stop() || signed()) && has_stop(next.text(sheet.source));
    prose
        && flush(next)
        && (!open.first || !flush(&sheet.lines[open.line]))
        && sheet.closing_start(open.line).is_none()
}

/// Columns of the widest heading behind a bullet: thirty characters.
const BULLETED: u32 = 60;

/// Hard-wrapped: a full line goes on unless the next shows that a paragraph begins.
fn goes_on_wrapped(
    sheet: &Sheet<'_>,
    open: &Open,
    next: &Line,
    measure: u32,
    (left, right): (&str, &str),
) -> bool {
    let last = &sheet.lines[open.line];
    let before = last.ending;
    // A first line is two characters narrower: on paper it is indented, in the text perhaps by fewer blanks.
    let end = if open.first { last.right().max(last.width + 4) } else { last.right() };
    let full = end + SLACK >= measure;
    if sheet.setting.indented {
        let deeper = next.indent >= 2 && (open.first || next.indent > last.indent + 1);
        if before.closed() {
            return full && !deeper;
        }
        return (!deeper || before.open()) && (full || end * 3 >= measure * 2 || open.sentence(sheet));
    }
    // 二是 at a line's head begins a paragraph where another of its kind in the article does so for certain.
    let ends = before.closed() || before.semicolon();
    if ends
        && !sheet.openers.is_empty()
        && !next.opening.plain()
        && sentence_enumerator(right).is_some_and(|it| sheet.openers.contains(&it))
    {
        return false;
    }
    if !before.closed() {
        return full || before.open() || has_stop(left);
    }
    // A short line that is neither closed nor holds a comma is a heading, whatever stands before it.
    let heading = || !next.ending.closed() && next.width + 2 * SLACK < measure && !has_stop(right);
    if !full || (next.blank_before && !next.page_before && sheet.spaced) || heading() {
        return false;
    }
    // A closed line that reaches the measure is likelier amid a paragraph than its end, the more so as a first line (a
    // paragraph of one full line is rare). But a next line of the width of first lines, two characters short of
    // the measure, begins a paragraph.
    let begins = next.width + 3 <= measure && next.width + 6 >= measure;
    open.first || (end + 3 >= measure && !begins)
}
