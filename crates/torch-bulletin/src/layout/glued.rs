//! Page numbers that an extractor left at the end of the last line of a page: `…，— 1 —`.

use super::{Line, LineClass};
use crate::blank::trim_end;
use crate::grammar::mark::has_stop;
use crate::grammar::page::{number_of, trailing};

/// What may be a page number at the end of a line with other text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glued {
    /// The line.
    line: usize,
    /// Where in the line the sign before the number begins.
    start: usize,
    number: u32,
    /// The sign before the number, which all numbers of a text have.
    sign: char,
}

impl Glued {
    /// What the end of a line's text shows; nothing where the number stands alone.
    pub(super) fn of(line: usize, text: &str) -> Option<Self> {
        let mark = trailing(text).filter(|mark| mark.start > 0)?;
        let sign = text[mark.start..].chars().next()?;
        // The page of an entry stands after a leader: 园区建设……第3页.
        if sign == '第' && text[..mark.start].ends_with(['…', '.', '．', '·']) {
            return None;
        }
        Some(Self { line, start: mark.start, number: mark.number, sign })
    }
}

/// Cuts the numbers off that count up by one over the text, together with those that have a line of their own; a single
/// one only where the page or the text ends with it.
pub(super) fn cut(source: &str, lines: &mut Vec<Line>, glued: &[Glued]) {
    if glued.is_empty() {
        return;
    }
    let all = numbers(source, lines, glued);
    // Numbers at the ends of two lines in a row are pages of entries (标题—3—) where no line of prose before has one.
    let prose = glued.iter().position(|it| has_stop(lines[it.line].text(source))).unwrap_or(glued.len());
    let listed = &glued[..prose];
    let is_entry = |line: usize| listed.binary_search_by_key(&line, |it| it.line).is_ok();
    let of_list = |it: &Glued| {
        is_entry(it.line) && (is_entry(it.line + 1) || it.line.checked_sub(1).is_some_and(is_entry))
    };
    let sure = |it: &&Glued| (counts(&all, it) || ends_page(lines, it)) && !of_list(it);
    let kept: Vec<Glued> = glued.iter().filter(sure).copied().collect();
    if kept.is_empty() {
        return;
    }
    let mut out = Vec::with_capacity(lines.len() + kept.len());
    let mut kept = kept.into_iter().peekable();
    for (index, line) in lines.drain(..).enumerate() {
        let Some(mark) = kept.next_if(|mark| mark.line == index) else {
            out.push(line);
            continue;
        };
        let (start, end) = (line.span.start() as usize, line.span.end() as usize);
        let text = trim_end(&source[start..start + mark.start]);
        let Line { indent, blank_before, page_before, .. } = line;
        out.push(Line { indent, blank_before, page_before, ..Line::of(text, start) });
        let ink = &source[start + mark.start..end];
        out.push(Line { class: LineClass::PageNumber, ..Line::of(ink, start + mark.start) });
    }
    *lines = out;
}

/// All numbers in order, glued or on a line of their own, with the line of each.
fn numbers(source: &str, lines: &[Line], glued: &[Glued]) -> Vec<(usize, u32)> {
    let own = lines.iter().enumerate().filter(|(_, line)| line.class == LineClass::PageNumber);
    let own = own.filter_map(|(index, line)| Some((index, number_of(line.text(source))?)));
    let mut all: Vec<(usize, u32)> = own.chain(glued.iter().map(|it| (it.line, it.number))).collect();
    all.sort_unstable();
    all
}

/// Whether one of the two numbers before is less by one, or one of the two after is more by one.
fn counts(all: &[(usize, u32)], mark: &Glued) -> bool {
    let at = all.partition_point(|&(line, _)| line < mark.line);
    let before = all[at.saturating_sub(2)..at].iter().any(|&(_, number)| number + 1 == mark.number);
    before || all.iter().skip(at + 1).take(2).any(|&(_, number)| number == mark.number + 1)
}

/// Whether a page or the text ends with the line, and the sign is a dash: `…— 1 —`.
fn ends_page(lines: &[Line], mark: &Glued) -> bool {
    let ends = lines.get(mark.line + 1).is_none_or(|next| next.page_before);
    ends && matches!(mark.sign, '-' | '—' | '–' | '－' | '―')
}

#[cfg(test)]
mod tests {
    use super::super::layout;
    use super::*;

    fn numbers(source: &str) -> Vec<&str> {
        let layout = layout(source);
        let numbers = layout.lines.iter().filter(|line| line.class == LineClass::PageNumber);
        numbers.map(|line| line.text(source)).collect()
    }

    #[test]
    fn numbers_that_count_up_are_cut_off() {
        assert_eq!(numbers("园区建成,— 1 —\n投产。\n(供稿:某处) — 2 —\n"), ["— 1 —", "— 2 —"]);
        assert_eq!(numbers("园区建成，第1页\n投产。\n其二。第2页\n"), ["第1页", "第2页"]);
        assert_eq!(numbers("— 1 —\n园区建成,\n投产。— 2 —\n"), ["— 1 —", "— 2 —"]);
    }

    #[test]
    fn a_single_number_is_cut_off_at_the_end_of_a_page_only() {
        assert_eq!(numbers("园区建成,-1-\n\u{C}投产。\n"), ["-1-"]);
        assert!(numbers("园区建成,-1-\n投产。\n").is_empty());
        assert!(numbers("园区建设……第3页\n园区动态……第4页\n").is_empty());
        assert!(numbers("见本书第3页\n投产。\n见本书第9页\n").is_empty());
    }

    #[test]
    fn what_stands_before_keeps_its_width_and_ending() {
        let source = "园区建成投产。 — 1 —\n";
        let line = layout(source).lines[0];
        assert_eq!((line.text(source), line.width, line.ending.closed()), ("园区建成投产。", 14, true));
    }
}
