//! Page furniture 页面附件: page numbers, running heads and rules, told from text by form and repetition.

use super::glued::{Glued, cut};
use super::imprint::mark_imprints;
use super::page::{mark_breaks, pages};
use super::running::{mark_cutting, mark_recurring};
use super::single::mark_single;
use super::{Line, LineClass};
use crate::Profile;
use crate::going::Going;
use crate::grammar::mark::has_stop;
use crate::grammar::navigation::is_navigation;
use crate::grammar::page::{bare_number, is_frame, is_rule, page_number};
use crate::model::Page;

/// Marks the furniture among `lines` and gives the pages; afterwards `page_before` tells page beginnings.
pub(super) fn mark(source: &str, lines: &mut Vec<Line>, profile: &Profile, going: &Going<'_>) -> Vec<Page> {
    let mut glued = Vec::new();
    for (index, line) in lines.iter_mut().enumerate() {
        if !going.step() {
            return Vec::new();
        }
        if line.ending.number() {
            glued.extend(Glued::of(index, line.text(source)));
        }
        // What is to be clicked ends no sentence.
        let may_be_clicked =
            line.span.len() as usize <= LONGEST && !line.ending.stop() && !line.ending.comma();
        if may_be_clicked && is_navigation(line.text(source)) {
            line.class = LineClass::Navigation;
            continue;
        }
        if line.opening.plain() || line.span.len() as usize > LONGEST {
            continue;
        }
        let text = line.text(source);
        if text.len() <= LONGEST_NUMBER && page_number(text).is_ok() {
            line.class = LineClass::PageNumber;
        } else if is_rule(text) {
            line.class = LineClass::Rule;
        }
    }
    mark_upright(source, lines);
    cut(source, lines, &glued);
    let bare = bare_numbers(source, lines);
    mark_bare_numbers(source, lines, &bare);
    mark_imprints(source, lines, profile);
    mark_numbers_by_heads(lines, &bare);
    mark_cutting(source, lines);
    mark_single(source, lines, profile);
    mark_breaks(lines);
    mark_recurring(source, lines, profile);
    pages(source, lines)
}

/// No page number, running head or rule that matters is longer, in bytes: 80 Chinese characters.
pub(super) const LONGEST: usize = 240;
/// The same of page numbers: `第 108 页　共 120 页` with wide digits and blanks.
const LONGEST_NUMBER: usize = 64;

/// Marks page numbers set upright, a sign a line: 第, 3 and 页.
fn mark_upright(source: &str, lines: &mut [Line]) {
    for at in 1..lines.len().saturating_sub(1) {
        if lines[at].span.len() > 3 || lines[at - 1].span.len() > 3 || lines[at + 1].span.len() > 3 {
            continue;
        }
        let [before, number, after] = [at - 1, at, at + 1].map(|at| lines[at].text(source));
        let frame = before == after && before.chars().all(is_frame) || before == "第" && after == "页";
        if frame && bare_number(number).is_some() {
            lines[at - 1..=at + 1].iter_mut().for_each(|line| line.class = LineClass::PageNumber);
        }
    }
}

/// Whether a line stands at the edge of a page, or by a page number.
pub(super) fn at_edge(lines: &[Line], index: usize) -> bool {
    let number = |at: usize| lines.get(at).is_some_and(|line| line.class == LineClass::PageNumber);
    lines[index].page_before
        || lines.get(index + 1).is_some_and(|next| next.page_before)
        || number(index.wrapping_sub(1))
        || number(index + 1)
}

/// A bare number is a page number where it stands at the edge of a page, or where three count up by one.
fn mark_bare_numbers(source: &str, lines: &mut [Line], bare: &[(usize, u32)]) {
    let counting = |at: usize| {
        (at.saturating_sub(2)..=at).any(|from| {
            bare.get(from..from + 3).is_some_and(|run| run.windows(2).all(|w| w[0].1 + 1 == w[1].1))
        })
    };
    for index in count_to_end(lines, bare).into_iter().chain(cutting(source, lines, bare)) {
        lines[index].class = LineClass::PageNumber;
    }
    for (at, &(index, _)) in bare.iter().enumerate() {
        let edge = lines[index].page_before || lines.get(index + 1).is_some_and(|next| next.page_before);
        if edge || counting(at) {
            lines[index].class = LineClass::PageNumber;
        }
    }
}

/// Columns of the narrowest line of prose that a page number cuts: twelve characters.
const CUT: u32 = 24;
/// Pages between two numbers in a row at most: of those between, some have none.
const MISSED: u32 = 3;

/// The lines of bare numbers that cut sentences, two of them or more, or that all ascend, and of those that go on counting from them, as where
/// pages lack their numbers.
fn cutting(source: &str, lines: &[Line], bare: &[(usize, u32)]) -> Vec<usize> {
    let cuts = |&(index, _): &(usize, u32)| {
        let before = index.checked_sub(1).map(|before| &lines[before]);
        let goes_on =
            lines.get(index + 1).is_some_and(|next| next.class == LineClass::Text && next.width > 4);
        goes_on
            && before.is_some_and(|it| {
                it.width >= CUT && !it.ending.closed() && !it.ending.colon() && has_stop(it.text(source))
            })
    };
    // Three or more of which none is far from the last are of pages too.
    let ascend = |pair: &[(usize, u32)]| pair[0].1 < pair[1].1 && pair[1].1 <= pair[0].1 + MISSED;
    let all = bare.len() > 2 && bare.windows(2).all(ascend);
    let found: Vec<(usize, u32)> = bare.iter().copied().filter(|it| all || cuts(it)).collect();
    if found.len() < 2 || !found.is_sorted_by(|a, b| a.1 < b.1) {
        return Vec::new();
    }
    let mut waiting = found.iter().peekable();
    let mut last = None;
    let mut goes_on = |&(index, number): &(usize, u32)| {
        let own = waiting.next_if(|it| it.0 == index).is_some();
        let after = last.is_some_and(|last| last < number && number <= last + MISSED);
        let kept = own || after && waiting.peek().is_none_or(|next| number < next.1);
        last = if kept { Some(number) } else { last };
        kept
    };
    bare.iter().copied().filter(|it| goes_on(it)).map(|it| it.0).collect()
}

/// The lines of bare numbers that count from 1 to the one that ends the text, two or more of them: a short issue has few pages.
fn count_to_end(lines: &[Line], bare: &[(usize, u32)]) -> Vec<usize> {
    let Some(&(last, count)) = bare.last().filter(|it| it.0 + 1 == lines.len() && it.1 > 1) else {
        return Vec::new();
    };
    let mut found = vec![last];
    let mut wanted = count - 1;
    for &(index, number) in bare.iter().rev().skip(1) {
        if wanted > 0 && number == wanted {
            found.push(index);
            wanted -= 1;
        }
    }
    if wanted == 0 { found } else { Vec::new() }
}

/// A bare number right over or under a running head is of the same edge of the page, and so is one that begins the text.
fn mark_numbers_by_heads(lines: &mut [Line], bare: &[(usize, u32)]) {
    let is_head = |line: Option<&Line>| line.is_some_and(|line| line.class == LineClass::RunningHead);
    for &(index, _) in bare {
        if index == 0 || is_head(lines.get(index - 1)) || is_head(lines.get(index + 1)) {
            lines[index].class = LineClass::PageNumber;
        }
    }
}

/// The lines of text that are a number under a thousand and nothing else, with it.
fn bare_numbers(source: &str, lines: &[Line]) -> Vec<(usize, u32)> {
    let lines = lines.iter().enumerate();
    let short = lines.filter(|(_, line)| line.class == LineClass::Text && line.span.len() <= 12);
    short.filter_map(|(index, line)| Some((index, bare_number(line.text(source))?))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::layout;
    use super::*;

    fn classes(source: &str) -> Vec<LineClass> {
        layout(source).lines.iter().map(|line| line.class).collect()
    }

    #[test]
    fn bare_numbers_that_count_up_are_page_numbers() {
        let source = "甲\n1\n乙\n2\n丙\n3\n丁\n2022\n";
        let numbers = classes(source).iter().filter(|&&class| class == LineClass::PageNumber).count();
        assert_eq!(numbers, 3);
    }

    #[test]
    fn two_bare_numbers_that_count_to_the_end_are_page_numbers() {
        for (source, count) in
            [("甲385\n1\n亿元。\n2\n", 2), ("甲385\n3\n亿元。\n2\n", 0), ("甲\n1\n亿元。\n2\n乙\n", 0)]
        {
            let numbers = classes(source).iter().filter(|&&class| class == LineClass::PageNumber).count();
            assert_eq!(numbers, count, "{source}");
        }
    }

    #[test]
    fn a_bare_number_by_a_running_head_is_a_page_number() {
        let head = "1\n火炬动态\n2014年第21期\n2014年11月5日\n某市高新区收入超过385\n";
        for furniture in ["2\n火炬动态 2014年第21期\n", "火炬动态 2014年第21期\n2\n"] {
            let found = classes(&format!("{head}{furniture}亿元。\n"));
            let numbers = found.iter().filter(|&&class| class == LineClass::PageNumber).count();
            assert_eq!((numbers, found.len()), (2, 8), "{furniture}");
        }
    }
}
