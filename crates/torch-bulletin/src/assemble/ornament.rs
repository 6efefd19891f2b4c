//! What stands before a title, a section's name or an entry on its line and is no part of it: ornaments 题饰 and numbers.

use std::ops::Range;

use crate::grammar::contents::{label, ornament, ornament_end};
use crate::grammar::marker::{COUNTS, enumerator};
use crate::grammar::number::{arabic, digit};
use crate::model::MarkerStyle;

use super::list::{Item, ItemKind, List, is_prose};
use super::matching::{Index, aligned};
use super::sheet::Sheet;

/// Columns of the widest name of a section behind 一、: twelve characters.
const NAME: u32 = 28;
/// Lines before and after an entry among which its neighbour in the count stands: a label may be between.
const NEIGHBOURS: usize = 3;

/// A title or a section's name on its line in the body: between ornaments, or after 一、 where no prose follows,
/// as it does under a heading. What brackets hold is the business of [`label`].
pub(super) fn head(sheet: &Sheet<'_>, line: usize) -> Range<usize> {
    let text = sheet.text(line);
    if sheet.begins_plainly(line) {
        return 0..text.len();
    }
    let signs = ornament(text);
    let whole = signs..text.len();
    if signs > 0 {
        return signs..ornament_end(text).max(signs);
    }
    if let Ok(at) = sheet.numbered.binary_search_by_key(&line, |it| it.0) {
        return sheet.numbered[at].1..text.len();
    }
    // 01 某某: no number of a title has a nought before it.
    if let [b'0', b'1'..=b'9', b' ' | 0xE3, ..] = text.as_bytes() {
        let title = crate::blank::trim_start(&text[2..]);
        return text.len() - title.len()..text.len();
    }
    if !text.starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']) {
        return whole;
    }
    match enumerator(text) {
        Some(it) if it.style == MarkerStyle::ChineseComma && over_title(sheet, line) => {
            text.len() - crate::blank::trim_start(&text[it.range.end..]).len()..text.len()
        }
        _ => whole,
    }
}

/// Bytes of the number at the head of a title that no list announces: `1．某市举办活动`.
pub(super) fn dotted(sheet: &Sheet<'_>, line: usize) -> usize {
    let text = sheet.text(line);
    let found = if sheet.begins_plainly(line) { None } else { enumerator(text) };
    found
        .filter(|it| matches!(it.style, MarkerStyle::ArabicDot | MarkerStyle::ChineseComma))
        .map(|it| text.len() - crate::blank::trim_start(&text[it.range.end..]).len())
        .filter(|&start| start < text.len())
        .unwrap_or(0)
}

/// Where a line goes on after the number at its head: 一、, （一）, 1. or (1).
pub(super) fn unnumbered(sheet: &Sheet<'_>, line: usize) -> Option<usize> {
    use MarkerStyle::{ArabicDot, ArabicParen, ChineseComma, ChineseParen};
    if sheet.begins_plainly(line) || sheet.ending(line).stop() {
        return None;
    }
    let text = sheet.text(line);
    let found = enumerator(text)
        .filter(|it| matches!(it.style, ArabicDot | ArabicParen | ChineseComma | ChineseParen))?;
    let title = crate::blank::trim_start(&text[found.range.end..]);
    (!title.is_empty()).then_some(text.len() - title.len())
}

/// The lines of the body that hold an announced text after a number, and where it begins: such numbers are none of the title.
pub(super) fn numbered(sheet: &Sheet<'_>, list: &List, end: usize) -> Vec<(usize, usize)> {
    let mut index = Index::default();
    let entries =
        list.items.iter().enumerate().filter(|(_, item)| item.kind == ItemKind::Plain && item.bulleted);
    entries.for_each(|(number, item)| index.insert(item.text(sheet), number));
    let mut found = Vec::new();
    for line in list.body..end {
        let Some(start) = unnumbered(sheet, line) else { continue };
        let title = &sheet.text(line)[start..];
        let announced = index.find(title, &[], |item| {
            let own = |offset: usize| {
                let it = list.items.get(item + offset).filter(|it| offset == 0 || !it.bulleted)?;
                Some(it.text(sheet))
            };
            aligned(own, |offset| (offset == 0).then_some(title))
        });
        if announced.is_some() {
            found.push((line, start));
        }
    }
    found
}

/// Whether a short line stands over another that is no prose.
fn over_title(sheet: &Sheet<'_>, line: usize) -> bool {
    let next = line + 1;
    sheet.lines[line].width <= NAME && next < sheet.lines.len() && !is_prose(sheet, next)
}

/// Bytes of the number of an entry that a blank parts from it (`1 某市举办活动`) or 、 before another number
/// (`5、2008年…`): one that counts on from the entry before, or begins a count. A number alone may be of the title: 3 家企业上市.
pub(super) fn count(sheet: &Sheet<'_>, line: usize) -> usize {
    let Some(found) = counted(sheet.text(line)) else { return 0 };
    let (number, length) = found;
    let is = |line: usize, wanted: u32| counted(sheet.text(line)).is_some_and(|(it, _)| it == wanted);
    let goes_on = match number {
        1 => (line + 1..=line + NEIGHBOURS).any(|next| is(next, 2)),
        _ => (line.saturating_sub(NEIGHBOURS)..line).any(|last| is(last, number - 1)),
    };
    if goes_on || is_paged(sheet, line, found) { length } else { 0 }
}

/// Whether the entry next to a line begins with a number too, and none falls: pages before entries (`1 某市举办活动`, `3 …`). A
/// number before 月, 家 or 个 is of the title.
fn is_paged(sheet: &Sheet<'_>, line: usize, (number, length): (u32, usize)) -> bool {
    let title = |line: usize| {
        let (number, length) = counted(sheet.text(line))?;
        (!sheet.text(line)[length..].starts_with(COUNTS)).then_some(number)
    };
    !sheet.text(line)[length..].starts_with(COUNTS)
        && ((line + 1..=line + NEIGHBOURS).find_map(title).is_some_and(|next| number <= next)
            || (line.saturating_sub(NEIGHBOURS)..line)
                .rev()
                .find_map(title)
                .is_some_and(|last| last <= number))
}

/// A page that touches the title before it (`某市举办活动3`), as where an extractor lost the leader: the lines next to it end so too,
/// and no page falls.
pub(super) fn touching(sheet: &Sheet<'_>, line: usize) -> Option<(usize, u32)> {
    let at_end = |line: usize| {
        let text = sheet.text(line);
        let title = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let han = title.ends_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c) || c == '”')
            && !title.ends_with(['第', '年', '月']);
        let digits = &text[title.len()..];
        let page = digits.parse().ok().filter(|_| digits.len() <= 3 && !digits.starts_with('0'))?;
        han.then_some((title.len(), page))
    };
    let (end, page): (usize, u32) = at_end(line)?;
    let next = (line + 1..=line + NEIGHBOURS).find_map(at_end).map(|it| it.1);
    let last = (line.saturating_sub(NEIGHBOURS)..line).rev().find_map(at_end).map(|it| it.1);
    let rises = next.is_none_or(|next| page <= next) && last.is_none_or(|last| last <= page);
    (rises && next.or(last).is_some_and(|other| other.abs_diff(page) <= FARTHEST)).then_some((end, page))
}

/// Pages that the longest article takes, where its page is told by the next one's alone.
const FARTHEST: u32 = 30;

/// Gives entries whose pages stand before them those pages: numbers that do not count from one on, before every entry.
pub(super) fn pages_before(sheet: &Sheet<'_>, list: &mut List) {
    let number = |item: &Item| {
        let before = counted(sheet.text(item.line)).filter(|&(_, length)| length == item.range.start);
        before.map(|it| it.0).filter(|_| item.page.is_none())
    };
    let (mut last, mut ordinal, mut entries) = (0, true, 0);
    let plain = || list.items.iter().enumerate().filter(|it| it.1.kind == ItemKind::Plain);
    for (at, item) in plain() {
        // The name of a section has none, over an entry that has.
        let named = || {
            let next = list.items.get(at + 1).and_then(number);
            item.page.is_none() && next.is_some() && sheet.lines[item.line].width <= NAME
        };
        let page = match number(item) {
            None if named() => continue,
            page => page.filter(|&page| page >= last),
        };
        let Some(page) = page else { return };
        entries += 1;
        ordinal &= page == entries;
        last = page;
    }
    if !ordinal && entries >= 2 {
        for item in list.items.iter_mut().filter(|item| item.kind == ItemKind::Plain) {
            item.page = number(item);
        }
    }
}

/// The number before a blank, a slash or 、 and more, and the bytes up to that.
fn counted(text: &str) -> Option<(u32, usize)> {
    if !text.starts_with(|c| digit(c).is_some()) || label(text).is_some() {
        return None;
    }
    let (rest, number) = arabic(text).ok().filter(|(_, number)| (1..100).contains(number))?;
    let comma = rest.strip_prefix(['、', '/', '／', '|', '｜']);
    let title = crate::blank::trim_start(comma.unwrap_or(rest));
    let year = || title.find('年').is_some_and(|at| at == 4);
    let words = comma.is_some() || title.starts_with(|c: char| !c.is_ascii()) || year();
    (words && !title.is_empty() && title.len() < rest.len()).then_some((number, text.len() - title.len()))
}
