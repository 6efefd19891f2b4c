//! Running heads 书眉 that stand once: a short issue has the name of a section or the title of an article over one page only.

use std::collections::HashMap;

use super::furniture::at_edge;
use super::imprint::without_number;
use super::running::{LONGEST_CUTTING, is_rest};
use super::{Line, LineClass};
use crate::Profile;
use crate::grammar::mark::has_stop;

/// Marks a line at the edge of a page that cuts a sentence there and stands elsewhere by itself, brackets and a page number
/// aside: the name of the section or the title of the article as running head, which a short issue has once.
pub(super) fn mark_single(source: &str, lines: &mut [Line], profile: &Profile) {
    let mut names: Option<Names<'_>> = None;
    for index in 1..lines.len() {
        if !may_be_head(lines, index) {
            continue;
        }
        let line = &lines[index];
        let name = line.text(source);
        if has_stop(name) || is_rest(name) {
            continue;
        }
        let text = |line: &&Line| line.class == LineClass::Text;
        let (before, after) = (lines[..index].iter().rev().find(text), lines[index + 1..].iter().find(text));
        // A line there twice, at the foot of a page and at the head of the next, is of the text.
        let is = |other: Option<&Line>| other.is_some_and(|other| other.text(source) == name);
        if is(before) || is(after) {
            continue;
        }
        // An entry of the list may have a comma too; a sentence ends, or has another comma. Over prose at the head of a page a
        // number before the name tells too.
        let paged =
            || line.page_before && name.starts_with(|c: char| c.is_ascii_digit()) && without_number(name).1;
        let cut = before.is_some_and(|line| !line.ending.closed() && has_stop(line.text(source))) || paged();
        let goes_on = || after.is_some_and(|line| line.ending.closed() || has_stop(line.text(source)));
        if !cut || !goes_on() {
            continue;
        }
        let (_, numbered) = without_number(name);
        // 火炬动态·要闻 is none of the lines that hold the name alone either.
        let other = numbered || behind_name(name, profile).is_some();
        let others = names.get_or_insert_with(|| Names::of(source, lines, profile)).count(name, profile);
        if others > u32::from(!other) {
            lines[index].class = LineClass::RunningHead;
        }
    }
}

/// Whether a line is as short as running heads are, stands where they do, and ends no sentence.
fn may_be_head(lines: &[Line], index: usize) -> bool {
    let line = &lines[index];
    line.class == LineClass::Text
        && line.span.len() <= LONGEST_CUTTING
        && !line.ending.stop()
        && !line.ending.comma()
        && at_edge(lines, index)
}

/// How often the names that may be running heads stand on lines of their own.
struct Names<'s>(HashMap<&'s str, u32>);

impl<'s> Names<'s> {
    fn of(source: &'s str, lines: &[Line], profile: &Profile) -> Self {
        let heads = (1..lines.len()).filter(|&index| may_be_head(lines, index));
        let mut names: HashMap<_, _> =
            heads.map(|index| (name_of(lines[index].text(source), profile), 0)).collect();
        // A bit for each length in bytes: nearly no other line is as long as one of them.
        let lengths = names.keys().fold(0u128, |bits, name| bits | 1 << name.len());
        for line in lines.iter().filter(|line| line.span.len() <= LONGEST_CUTTING) {
            let framed = !line.opening.plain() || line.ending.bracket();
            if (framed || lengths >> line.span.len() & 1 == 1)
                && let Some(count) = names.get_mut(bare(line.text(source)))
            {
                *count += 1;
            }
        }
        Self(names)
    }

    fn count(&self, head: &str, profile: &Profile) -> u32 {
        self.0.get(name_of(head, profile)).copied().unwrap_or(0)
    }
}

/// The name in a running head: without a page number beside it, the newsletter's name before it and brackets around it.
fn name_of<'s>(head: &'s str, profile: &Profile) -> &'s str {
    let head = without_number(head).0;
    bare(behind_name(head, profile).unwrap_or(head))
}

/// What stands behind the newsletter's name and a sign: 火炬动态·要闻.
fn behind_name<'s>(head: &'s str, profile: &Profile) -> Option<&'s str> {
    let rest = head.strip_prefix(&*profile.name).filter(|_| !profile.name.is_empty())?;
    let sign =
        |c: char| crate::is_blank(c) || matches!(c, '·' | '•' | '|' | '｜' | '—' | '-' | '/' | ':' | '：');
    let name = rest.trim_start_matches(sign);
    (name.len() < rest.len() && !name.is_empty()).then_some(name)
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
        for name in ["火炬动态·要闻", "火炬动态 | 甲市举办活动"] {
            assert_eq!(heads(&page(name, "都满意。")), [3], "{name}");
        }
        // It stands nowhere else; or it is the line before, there twice.
        assert_eq!(heads(&page("乙市", "都满意。")), [0; 0]);
        assert_eq!(heads(&page("活动很成功，各方", "都满意。")), [0; 0]);
        assert_eq!(heads("甲，（供稿：某市\n管委会）\n\u{C}乙，（供稿：丁市\n管委会）\n\u{C}丙。\n"), [0; 0]);
    }
}
