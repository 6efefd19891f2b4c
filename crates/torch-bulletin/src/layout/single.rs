//! Running heads 书眉 that stand once: a short issue has the name of a section or the title of an article over one page only.

use std::collections::HashMap;

use super::furniture::at_edge;
use super::imprint::without_number;
use super::running::{LONGEST_CUTTING, is_rest};
use super::{Line, LineClass};
use crate::grammar::mark::has_stop;

/// Marks a line at the edge of a page that cuts a sentence there and stands elsewhere by itself, brackets and a page number
/// aside: the name of the section or the title of the article as running head, which a short issue has once.
pub(super) fn mark_single(source: &str, lines: &mut [Line]) {
    let mut texts: Option<HashMap<&str, u32>> = None;
    for index in 1..lines.len() {
        let line = &lines[index];
        let may_be = line.class == LineClass::Text
            && line.span.len() <= LONGEST_CUTTING
            && !line.ending.stop()
            && !line.ending.comma()
            && at_edge(lines, index);
        if !may_be || has_stop(line.text(source)) || is_rest(line.text(source)) {
            continue;
        }
        let text = |line: &&Line| line.class == LineClass::Text;
        let (before, after) = (lines[..index].iter().rev().find(text), lines[index + 1..].iter().find(text));
        // A line there twice, at the foot of a page and at the head of the next, is of the text.
        let is = |other: Option<&Line>| other.is_some_and(|other| other.text(source) == line.text(source));
        if is(before) || is(after) {
            continue;
        }
        // An entry of the list may have a comma too; a sentence ends, or has another comma. Over prose at the head of a page a
        // number before the name tells too.
        let text = line.text(source);
        let paged =
            || line.page_before && text.starts_with(|c: char| c.is_ascii_digit()) && without_number(text).1;
        let cut = before.is_some_and(|line| !line.ending.closed() && has_stop(line.text(source))) || paged();
        let goes_on = || after.is_some_and(|line| line.ending.closed() || has_stop(line.text(source)));
        if !cut || !goes_on() {
            continue;
        }
        let texts = texts.get_or_insert_with(|| {
            let mut texts = HashMap::new();
            for line in lines.iter().filter(|line| line.span.len() <= LONGEST_CUTTING) {
                *texts.entry(bare(line.text(source))).or_insert(0) += 1;
            }
            texts
        });
        let (name, numbered) = without_number(text);
        let others = texts.get(bare(name)).copied().unwrap_or(0);
        if others > u32::from(!numbered) {
            lines[index].class = LineClass::RunningHead;
        }
    }
}

/// A name without the brackets around it.
fn bare(text: &str) -> &str {
    text.trim_matches(['【', '】', '〔', '〕', '[', ']', '［', '］'])
}

#[cfg(test)]
mod tests {
    use super::super::lines_of;
    use super::LineClass;

    fn heads(source: &str) -> Vec<usize> {
        lines_of(LineClass::RunningHead, source)
    }

    #[test]
    fn a_name_amid_a_sentence_over_a_page_is_one_where_it_stands_elsewhere() {
        let page = |name: &str, next: &str| {
            format!("【要闻】\n甲市举办活动\n活动很成功，各方\n\u{C}{name}\n{next}\n")
        };
        for name in ["要闻", "甲市举办活动", "甲市举办活动    2"] {
            assert_eq!(heads(&page(name, "都满意。")), [3], "{name}");
        }
        // It stands nowhere else; or it is the line before, there twice.
        assert_eq!(heads(&page("乙市", "都满意。")), [0; 0]);
        assert_eq!(heads(&page("活动很成功，各方", "都满意。")), [0; 0]);
        assert_eq!(heads("甲，（供稿：某市\n管委会）\n\u{C}乙，（供稿：丁市\n管委会）\n\u{C}丙。\n"), [0; 0]);
    }
}
