//! Lines there twice: a faulty extraction prints a paragraph, a line or the last line of a page again.

use super::{Line, LineClass, SLACK, Setting};
use crate::grammar::caption::{cells, may_have_cells};
use crate::grammar::mark::has_stop;

/// Lines of a run that may be there twice: hardly a paragraph has more on its page.
const WINDOW: usize = 16;
/// Lines narrower than this, in columns, may be equal by chance.
const NARROW: u32 = 20;
/// Columns of a line that ends amid a sentence, where a line is a paragraph: less may be a title.
const LONG: u32 = 40;

/// Marks the second of two equal lines, or runs of lines, that follow each other and hold prose.
///
/// Neither rows of a table nor short lines, nor a title under the list that announces it: no title has a stop.
pub(super) fn mark(source: &str, lines: &mut [Line], setting: Setting) {
    let text = |(_, line): &(usize, &Line)| line.class == LineClass::Text;
    let mut texts: Vec<u32> = Vec::with_capacity(lines.len());
    texts.extend(lines.iter().enumerate().filter(text).map(|(index, _)| index as u32));
    // Keys that no line has stand before the first, so that every line has a whole window before it.
    let mut keys = Vec::with_capacity(WINDOW + texts.len());
    keys.resize(WINDOW, 0);
    keys.extend(texts.iter().map(|&index| lines[index as usize].key));
    let mut at = 1;
    while at < texts.len() {
        let length = repeated(source, lines, (&texts, &keys), at, setting);
        for &index in &texts[at..at + length] {
            lines[index as usize].class = LineClass::Duplicate;
        }
        at += length.max(1);
    }
}

/// How many lines from `at` on repeat the run right before them.
fn repeated(
    source: &str,
    lines: &[Line],
    (texts, keys): (&[u32], &[u32]),
    at: usize,
    setting: Setting,
) -> usize {
    // The keys of the lines before stand that much further on.
    let Some((near, &[key, ..])) = keys[at..].split_first_chunk::<WINDOW>() else { return 0 };
    // Without a branch, so that a compiler makes vector code of it: repeated lines are rare.
    if !near.iter().fold(false, |any, &other| any | (other == key)) {
        return 0;
    }
    // The longest run first would give the same: runs that begin alike cannot contain one another.
    let Some(back) = near.iter().rposition(|&other| other == key).map(|it| WINDOW - it) else { return 0 };
    let (Some(again), Some(before)) = (texts.get(at..at + back), at.checked_sub(back)) else { return 0 };
    let before = &texts[before..at];
    let line = |index: u32| &lines[index as usize];
    let text = |index: u32| line(index).text(source);
    let equal = before.iter().zip(again).all(|(&a, &b)| text(a) == text(b));
    let prose = || again.iter().any(|&it| is_prose(line(it), text(it), setting));
    let is_row = |text: &str| may_have_cells(text) && cells(text).is_some();
    let table = || again.iter().any(|&it| is_row(text(it)));
    let inner = || back == 1 && at >= 2 && goes_on(line(texts[at - 2]), line(before[0]), setting, source);
    // The last line of a page at the head of the next, where it goes on with a sentence.
    let border = || {
        let amid = |line: &Line| !line.ending.closed() && has_stop(line.text(source));
        back == 1
            && at >= 2
            && line(again[0]).width >= NARROW
            && begins_page(lines, again[0])
            && amid(line(texts[at - 2]))
    };
    if equal && (prose() || inner() || border()) && !table() { back } else { 0 }
}

/// Whether a page begins with a line, furniture aside.
fn begins_page(lines: &[Line], index: u32) -> bool {
    let furniture = lines[..index as usize].iter().rev().take_while(|line| line.class != LineClass::Text);
    std::iter::once(&lines[index as usize]).chain(furniture).any(|line| line.page_before)
}

/// Whether a line is of a paragraph for certain: it ends a sentence, or holds a stop and is as long as no title is.
fn is_prose(line: &Line, text: &str, setting: Setting) -> bool {
    let long = setting.measure.map_or(LONG, |measure| measure.saturating_sub(SLACK));
    line.width >= NARROW && (line.ending.stop() || (line.right() >= long && has_stop(text)))
}

/// Whether a full line without any stop is the inner one of a paragraph: the full line before it breaks a sentence.
fn goes_on(before: &Line, line: &Line, setting: Setting, source: &str) -> bool {
    let Some(measure) = setting.measure else { return false };
    let full = |line: &Line| line.right() + SLACK >= measure;
    full(before)
        && full(line)
        && !before.ending.closed()
        && !line.blank_before
        && has_stop(before.text(source))
}

#[cfg(test)]
mod tests {
    use super::super::lines_of;
    use super::*;

    fn twice(source: &str) -> Vec<usize> {
        lines_of(LineClass::Duplicate, source)
    }

    #[test]
    fn a_paragraph_there_twice() {
        let paragraph = "园区新设立一只基金，首期规模三亿元。";
        assert_eq!(twice(&format!("甲\n{paragraph}\n{paragraph}\n乙\n")), [2]);
        assert_eq!(twice(&format!("甲\n{paragraph}\n\n— 1 —\n\n{paragraph}\n乙\n")), [3]);
        assert_eq!(twice(&format!("甲\n{paragraph}\n乙丙丁\n{paragraph}\n乙\n")), [0; 0]);
    }

    #[test]
    fn a_run_of_lines_there_twice() {
        let run = "园区新设立一只基金，首期规模三亿元，投向三个行业，\n其中集成电路占一半。\n";
        assert_eq!(twice(&format!("{run}{run}丙\n")), [2, 3]);
    }

    #[test]
    fn equal_titles_rows_and_short_lines_stay() {
        for line in [
            "某某高新区启用新的技术交易市场服务企业",
            "某某高新区   3   4   5。",
            "没有。",
            "（供稿：某某高新区管委会）",
        ] {
            assert_eq!(twice(&format!("{line}\n{line}\n乙\n")), [0; 0], "{line}");
        }
    }
}
