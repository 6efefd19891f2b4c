//! Running heads and feet 书眉 told by their recurring: at the edges of pages, or amid sentences.

use std::ops::Range;

use super::furniture::LONGEST;
use super::imprint::without_number;
use super::page::number;
use super::{Line, LineClass};
use crate::Profile;
use crate::fold::folded;
use crate::grammar::contents::{entry, is_heading, label};
use crate::grammar::mark::{has_stop, is_close, is_colon, is_open};
use crate::grammar::masthead::{begins_with_name, is_title_line};
use crate::grammar::page::bare_number;

/// Bytes of the longest running head that is told by cutting sentences: thirty characters.
pub(super) const LONGEST_CUTTING: u32 = 90;

/// Different ones that a text may have.
const MOST_CUTTING: usize = 4;

/// Marks a line that cuts two sentences or more, each time the same: it is no part of them, wherever pages end. From
/// there on it is a running head wherever it stands.
pub(super) fn mark_cutting(source: &str, lines: &mut [Line]) {
    let mut cuts: Vec<(&str, usize)> = Vec::new();
    let recurring = Recurring::of(lines);
    for index in 1..lines.len().saturating_sub(1) {
        let [before, line, after] = [index - 1, index, index + 1].map(|index| &lines[index]);
        let text = |line: &Line| line.class == LineClass::Text;
        if may_cut(line)
            && recurring.may_have(line)
            && !before.ending.closed()
            && text(before)
            && text(after)
            && !has_stop(line.text(source))
            && has_stop(before.text(source))
            && line.text(source) != after.text(source)
        {
            cuts.push((line.text(source), index));
        }
    }
    cuts.sort_unstable();
    let heads: Vec<(&str, usize)> =
        cuts.chunk_by(|a, b| a.0 == b.0).filter(|cuts| cuts.len() > 1).map(|cuts| cuts[0]).collect();
    // More than head and foot of left and right pages are none.
    for (text, first) in heads.into_iter().take(MOST_CUTTING) {
        for line in lines[first..].iter_mut().filter(|line| line.class == LineClass::Text) {
            if line.text(source) == text {
                line.class = LineClass::RunningHead;
            }
        }
    }
}

/// Whether a line has the length and the end of one that cuts sentences.
fn may_cut(line: &Line) -> bool {
    line.span.len() <= LONGEST_CUTTING
        && !line.ending.closed()
        && !line.ending.comma()
        && line.class == LineClass::Text
}

/// The keys that stand twice or more among the lines that may cut, and some that do not: a bit each, by a part of the key.
struct Recurring([u64; Self::WORDS]);

impl Recurring {
    const WORDS: usize = 128;

    fn of(lines: &[Line]) -> Self {
        let (mut once, mut twice) = ([0u64; Self::WORDS], [0u64; Self::WORDS]);
        for line in lines.iter().filter(|line| may_cut(line)) {
            let (word, bit) = Self::place(line);
            twice[word] |= once[word] & bit;
            once[word] |= bit;
        }
        Self(twice)
    }

    fn may_have(&self, line: &Line) -> bool {
        let (word, bit) = Self::place(line);
        self.0[word] & bit != 0
    }

    fn place(line: &Line) -> (usize, u64) {
        ((line.key >> 6) as usize % Self::WORDS, 1 << (line.key >> 16 & 63))
    }
}

/// A running head is the first or last line of a page and recurs, digits aside, on a third of the pages.
///
/// Attributions recur too (articles that end their page), so a line in brackets is no running head but for the name of a
/// section, which nothing follows.
pub(super) fn mark_recurring(source: &str, lines: &mut [Line], profile: &Profile) {
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
    mark_numbered(source, lines, &pages);
    // The last line of a page that stands again at the head of the next is no running head: each edge counts by itself.
    let mut seen: Vec<(bool, u64, usize)> = Vec::with_capacity(2 * pages.len());
    for &(start, end) in &pages {
        for (is_foot, index) in edges(lines, start, end) {
            let text = lines[index].text(source);
            // A line of prose may stand at two edges by chance; it has a comma, which no head has.
            let named =
                || !is_foot && label(text).is_some_and(|it| it.rest.is_empty()) && !text.contains(is_colon);
            let bracket = text.starts_with(['(', '（', '[', '【', '〔']) && !named() || is_rest(text);
            if text.len() <= LONGEST && !bracket && !has_stop(text) {
                seen.push((is_foot, mask(text), index));
            }
        }
    }
    seen.sort_unstable();
    let mut head = None;
    let alike = seen.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
    let front = std::cell::OnceCell::new();
    for found in alike.filter(|found| found.len() >= 2) {
        // Lines of one mask may still be two texts, though hardly ever.
        let first = lines[found[0].2].text(source);
        let title = if found.len() * 3 >= pages.len() {
            is_title(source, lines, profile, (found, pages.len()))
        } else {
            let front =
                front.get_or_init(|| lines.iter().take(FRONT).take_while(|it| !it.ending.stop()).count());
            // The heads of one article among many.
            match of_article(source, lines, found, *front) {
                Some(title) => title,
                None => continue,
            }
        };
        let title = title.then_some(found[0].2);
        for &(_, _, index) in found.iter().filter(|it| Some(it.2) != title) {
            let line = &mut lines[index];
            if masked(first).eq(masked(line.text(source))) {
                line.class = LineClass::RunningHead;
                head = head.into_iter().chain([index]).min();
            }
        }
    }
    if let Some(head) = head.filter(|&head| head < pages[0].1) {
        spare_masthead(source, lines, head..pages[0].1, profile);
    }
}

/// Pages of which the heads must count.
const COUNTING: usize = 3;

/// Marks the first or the last lines of pages that have the page's number beside a name, whatever that is (`要闻    3`, `4    交流`):
/// the numbers of three or more count as the pages do.
fn mark_numbered(source: &str, lines: &mut [Line], pages: &[(usize, usize)]) {
    // The number of each page with its first and its last line; many pages have none but their number.
    let may_be = |&it: &usize| matches!(lines[it].class, LineClass::Text | LineClass::RunningHead);
    let edges = (0..).zip(pages).filter_map(|(page, &(start, end))| {
        let mut edge = (start..end).filter(may_be);
        let first = edge.next()?;
        Some((page, [first, edge.next_back().unwrap_or(first)]))
    });
    let edges: Vec<(u32, [usize; 2])> = edges.collect();
    for edge in 0..2 {
        let mut found: Vec<(u32, usize)> = Vec::new();
        for &(page, at) in &edges {
            let index = at[edge];
            let text = lines[index].text(source);
            let named = text.len() <= LONGEST && !has_stop(text) && without_number(text).1;
            // The page on which it would be 0.
            if named
                && let Some(number) =
                    number(text, LineClass::RunningHead).and_then(|it| bare_number(&text[it]))
            {
                found.push((number.wrapping_sub(page), index));
            }
        }
        found.sort_unstable();
        let most = found.chunk_by(|a, b| a.0 == b.0).max_by_key(|it| it.len());
        for &(_, index) in most.into_iter().filter(|it| it.len() >= COUNTING).flatten() {
            lines[index].class = LineClass::RunningHead;
        }
    }
}

/// Lines of the longest front of a text, before its first sentence, and of the longest page.
const FRONT: usize = 200;

/// Lines of a contents list at least that stand after an entry and before any prose, where no heading of the list does.
const LISTED: usize = 3;

/// Whether the first of some heads is the title of the article that its page begins with, which the next pages repeat: the
/// contents list has it and no line of the body does; or neither does, and it is a section's name in brackets, or the page before
/// ends with an attribution while pages before and after these lack the head.
#[cold]
fn is_title(
    source: &str,
    lines: &[Line],
    profile: &Profile,
    (found, pages): (&[(bool, u64, usize)], usize),
) -> bool {
    let (is_foot, _, first) = found[0];
    let title = lines[first].text(source);
    if is_foot || begins_with_name(title, profile) {
        return false;
    }
    let is_text = |line: &&Line| line.class == LineClass::Text;
    let is_entry = |text: &str| announces(text, title);
    let (mut headed, mut prose, mut listed) = (false, false, None);
    for (index, line) in lines[..first].iter().enumerate().filter(|it| is_text(&it.1)) {
        let text = line.text(source);
        headed |= !prose && is_heading(text, profile);
        if line.ending.stop() {
            prose = true;
        } else if text.len() <= LONGEST && is_entry(text) {
            let rest = lines[index + 1..].iter().filter(is_text).take(LISTED);
            if listed.is_some() || prose || !headed && rest.clone().any(|line| line.ending.stop()) {
                return false;
            }
            listed = Some(index);
        }
    }
    let closed = || lines[..first].iter().rfind(is_text).is_some_and(|line| line.ending.bracket());
    listed.is_some() || label(title).is_some() || prose && closed() && found.len() + 2 <= pages
}

/// Whether a line is the entry of a title.
fn announces(text: &str, title: &str) -> bool {
    entry(text).is_some_and(|it| folded(&text[it.title]).eq(folded(title)))
}

/// Whether the first of the heads of an article is its title, where they stand on pages in a row and the list at the front
/// of the text has them; `None` where they do not. The title may stand on the page before, amid it.
#[cold]
fn of_article(source: &str, lines: &[Line], found: &[(bool, u64, usize)], front: usize) -> Option<bool> {
    let (is_foot, _, first) = found[0];
    let title = lines[first].text(source);
    let in_a_row = found.windows(2).all(|pair| {
        let between = &lines[pair[0].2 + 1..=pair[1].2];
        between.len() <= FRONT && between.iter().filter(|line| line.page_before).count() == 1
    });
    let text = |line: &&Line| line.class == LineClass::Text && line.span.len() as usize <= LONGEST;
    let listed =
        || lines[..front.min(first)].iter().filter(text).any(|line| announces(line.text(source), title));
    if is_foot || !in_a_row || !listed() {
        return None;
    }
    let page = &lines[front.max(first.saturating_sub(FRONT)).min(first)..first];
    Some(!page.iter().filter(text).any(|line| line.text(source) == title))
}

/// Whether a line closes a bracket that the line before opened, as the rest of an attribution does: 管委会）.
pub(super) fn is_rest(text: &str) -> bool {
    text.ends_with(is_close) && !text.contains(is_open)
}

/// The first and the last line of a page that are text, and which of the two it is.
fn edges(lines: &[Line], start: usize, end: usize) -> impl Iterator<Item = (bool, usize)> {
    let is_text = |&index: &usize| lines[index].class == LineClass::Text;
    let first = (start..end).find(is_text);
    let last = (start..end).rev().find(is_text).filter(|&last| Some(last) != first);
    first.map(|it| (false, it)).into_iter().chain(last.map(|it| (true, it)))
}

/// On the first page the name of the newsletter is both head and masthead where no masthead stands under it: keep it.
fn spare_masthead(source: &str, lines: &mut [Line], range: Range<usize>, profile: &Profile) {
    let Range { start: head, end } = range;
    let name = lines[head].text(source);
    let again = (head + 1..end).filter(|&index| lines[index].class == LineClass::Text).take(4).any(|index| {
        let text = lines[index].text(source);
        is_title_line(text, profile) || masked(text).eq(masked(name))
    });
    if !again {
        lines[head].class = LineClass::Text;
    }
}

/// The folded line with every digit as `0` and runs of digits as one.
fn masked(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut digit = false;
    folded(text).filter_map(move |c| {
        let before = std::mem::replace(&mut digit, c.is_ascii_digit());
        if digit { (!before).then_some('0') } else { Some(c) }
    })
}

/// A number that all lines with the same [`masked`] text have, and hardly another.
#[inline(never)]
fn mask(text: &str) -> u64 {
    masked(text).fold(0, |mask: u64, c| {
        (mask.rotate_left(5) ^ u64::from(u32::from(c))).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    })
}

#[cfg(test)]
mod tests {
    use super::super::{layout, lines_of};
    use super::*;

    fn classes(source: &str) -> Vec<LineClass> {
        layout(source).lines.iter().map(|line| line.class).collect()
    }

    fn heads(source: &str) -> Vec<usize> {
        lines_of(LineClass::RunningHead, source)
    }

    #[test]
    fn running_heads_recur_and_attributions_do_not_count() {
        use LineClass::{RunningHead, Text};
        let source = "动态\n动态\n正文甲\n(供稿:某处)\n\u{C}动态\n正文乙\n(供稿:某处)\n\u{C}动态\n丙\n";
        let expected = [RunningHead, Text, Text, Text, RunningHead, Text, Text, RunningHead, Text];
        assert_eq!(classes(source), expected);
    }

    #[test]
    fn a_line_of_prose_at_two_edges_is_none() {
        let page = "如今在园区里，7天就能拿到\n报告。\n其他的都好。\n\u{C}";
        assert_eq!(heads(&format!("动态\n甲\n\u{C}{page}{page}丙。\n丁。\n戊。\n")), [0; 0]);
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
    fn the_first_of_heads_is_the_title_where_the_list_alone_has_it() {
        let page = "乙市举办活动\n活动很成功。\n\u{C}";
        let list = "目录\n甲市举办活动\n乙市举办活动 3\n\u{C}甲市举办活动\n会议很成功。\n（甲市供稿）\n\u{C}";
        assert_eq!(heads(&format!("{list}{page}{page}丙。\n")), [8]);
        // The title stands amid a page: all of them are heads.
        let amid = list
            .replace("\n\u{C}甲", "\n甲")
            .replace("供稿）\n\u{C}", "供稿）\n乙市举办活动\n各方满意。\n\u{C}");
        assert_eq!(heads(&format!("{amid}{page}{page}丙。\n")), [8, 10]);
        // Without a list, under an attribution, on two pages of four.
        let none = "甲市举办活动\n会议很成功。\n（甲市供稿）\n\u{C}";
        assert_eq!(heads(&format!("{none}{page}{page}丙。\n")), [5]);
    }

    #[test]
    fn a_line_that_cuts_sentences_each_time_the_same_is_one() {
        let head = "火炬动态\n2019年第3期\n2019年3月31日\n\n甲市举办活动\n活动很成功。\n(供稿:甲市)\n\n乙市举办活动\n";
        let source = format!(
            "{head}会议在乙市召开，各方\n某某中心编印\n都很满意。\n会后，各方又到\n某某中心编印\n园区参观。\n某某中心编印\n丙。\n"
        );
        assert_eq!(heads(&source), [8, 11, 13]);
        let once = format!("{head}会议在乙市召开，各方\n某某中心编印\n都很满意。\n");
        assert_eq!(heads(&once), [0; 0]);
    }
}
