//! Page furniture 页面附件: page numbers, running heads and rules, told from text by form and repetition.

use std::collections::HashMap;

use super::page::{mark_breaks, pages};
use super::{Line, LineClass};
use crate::fold::folded;
use crate::grammar::masthead::is_title_line;
use crate::grammar::page::{bare_number, is_rule, page_number};
use crate::model::Page;

/// Marks the furniture among `lines` and gives the pages; afterwards `page_before` tells page beginnings.
pub(super) fn mark(source: &str, lines: &mut [Line]) -> Vec<Page> {
    for line in lines.iter_mut() {
        let text = line.text(source);
        // Furniture begins with a digit, a sign or 第; nearly every line with another Han character (U+4000–U+9FFF).
        let han = matches!(text.as_bytes(), [0xE4..=0xE9, ..]) && !text.starts_with('第');
        if han || text.len() > LONGEST {
            continue;
        }
        if text.len() <= LONGEST_NUMBER && page_number(text).is_ok() {
            line.class = LineClass::PageNumber;
        } else if is_rule(text) {
            line.class = LineClass::Rule;
        }
    }
    mark_bare_numbers(source, lines);
    mark_breaks(lines);
    mark_running_heads(source, lines);
    pages(source, lines)
}

/// No page number, running head or rule that matters is longer, in bytes: 80 Chinese characters.
const LONGEST: usize = 240;
/// The same of page numbers: `第 108 页　共 120 页` with wide digits and blanks.
const LONGEST_NUMBER: usize = 64;

/// A bare number is a page number where it stands at the edge of a page, or where three count up by one.
fn mark_bare_numbers(source: &str, lines: &mut [Line]) {
    let bare: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.class == LineClass::Text && line.span.len() <= 12)
        .filter_map(|(index, line)| Some((index, bare_number(line.text(source))?)))
        .collect();
    let counting = |at: usize| {
        (at.saturating_sub(2)..=at).any(|from| {
            bare.get(from..from + 3).is_some_and(|run| run.windows(2).all(|w| w[0].1 + 1 == w[1].1))
        })
    };
    for (at, &(index, _)) in bare.iter().enumerate() {
        let edge = lines[index].page_before || lines.get(index + 1).is_some_and(|next| next.page_before);
        if edge || counting(at) {
            lines[index].class = LineClass::PageNumber;
        }
    }
}

/// A running head is the first or last line of a page and recurs, digits aside, on a third of the pages.
///
/// Attributions recur too (articles that end their page), so a line in brackets is never a running head.
fn mark_running_heads(source: &str, lines: &mut [Line]) {
    let mut pages: Vec<(usize, usize)> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        match pages.last_mut() {
            Some(page) if !line.page_before => page.1 = index + 1,
            _ => pages.push((index, index + 1)),
        }
    }
    if pages.len() < 2 {
        return;
    }
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    for &(start, end) in &pages {
        for index in edges(lines, start, end) {
            let text = lines[index].text(source);
            if text.len() <= LONGEST && !text.starts_with(['(', '（', '[', '【', '〔']) {
                seen.entry(masked(text)).or_default().push(index);
            }
        }
    }
    for found in seen.into_values().filter(|found| found.len() >= 2 && found.len() * 3 >= pages.len()) {
        for index in found {
            lines[index].class = LineClass::RunningHead;
        }
    }
    spare_masthead(source, lines, pages[0]);
}

/// The first and the last line of a page that are text.
fn edges(lines: &[Line], start: usize, end: usize) -> impl Iterator<Item = usize> {
    let is_text = |&index: &usize| lines[index].class == LineClass::Text;
    let first = (start..end).find(is_text);
    let last = (start..end).rev().find(is_text).filter(|&last| Some(last) != first);
    first.into_iter().chain(last)
}

/// On the first page the name of the newsletter is both head and masthead where no masthead stands under it: keep it.
fn spare_masthead(source: &str, lines: &mut [Line], (start, end): (usize, usize)) {
    let Some(head) = (start..end).find(|&index| lines[index].class == LineClass::RunningHead) else { return };
    let name = masked(lines[head].text(source));
    let again = (head + 1..end).filter(|&index| lines[index].class == LineClass::Text).take(4).any(|index| {
        let text = lines[index].text(source);
        is_title_line(text) || masked(text) == name
    });
    if !again {
        lines[head].class = LineClass::Text;
    }
}

/// The folded line with every digit as `0` and runs of digits as one.
fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in folded(text) {
        if !c.is_ascii_digit() {
            out.push(c);
        } else if !out.ends_with('0') {
            out.push('0');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::layout;
    use super::*;

    fn classes(source: &str) -> Vec<LineClass> {
        layout(source).lines.iter().map(|line| line.class).collect()
    }

    #[test]
    fn running_heads_recur_and_attributions_do_not_count() {
        use LineClass::{RunningHead, Text};
        let source = "动态\n动态\n正文甲\n(供稿:某处)\n\u{C}动态\n正文乙\n(供稿:某处)\n\u{C}动态\n丙\n";
        let expected = [RunningHead, Text, Text, Text, RunningHead, Text, Text, RunningHead, Text];
        assert_eq!(classes(source), expected);
    }

    #[test]
    fn masthead_that_is_also_the_running_head_stays() {
        let source = "动态 第1期\n甲。\n\u{C}动态 第1期\n乙。\n\u{C}动态 第1期\n丙。\n";
        let classes = classes(source);
        assert_eq!(
            (classes[0], classes[2], classes[4]),
            (LineClass::Text, LineClass::RunningHead, LineClass::RunningHead)
        );
    }

    #[test]
    fn bare_numbers_that_count_up_are_page_numbers() {
        let source = "甲\n1\n乙\n2\n丙\n3\n丁\n2022\n";
        let numbers = classes(source).iter().filter(|&&class| class == LineClass::PageNumber).count();
        assert_eq!(numbers, 3);
    }
}
