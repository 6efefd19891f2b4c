//! Bylines 署名: who wrote an article or gave a speech, on the lines right under its title.

use std::ops::Range;

use crate::Text;
use crate::grammar::attribution::{Credit, affiliation, author, byline, is_byline, line as credit_line};
use crate::grammar::marker::enumerator;
use crate::model::Attribution;

use super::attribution::{build, is_bracketed_day};
use super::list::is_prose;
use super::sheet::Sheet;

/// Lines of names under a title: a body and its people may take a line each.
const MOST_BYLINES: usize = 3;

/// Reads the names on the first of some lines; gives the line after them.
pub(super) fn read(sheet: &mut Sheet<'_>, lines: Range<usize>, out: &mut Vec<Attribution>) -> usize {
    let mut at = lines.start;
    // 文/某人, 记者 某人, or names alone.
    while at + 1 < lines.end.min(lines.start + MOST_BYLINES + 1)
        && let Some(credit) = under_title(sheet, at)
    {
        let text = Text::new(sheet.lines[at].span);
        out.extend(build(sheet, &text, &credit));
        at += 1;
    }
    at
}

/// Whether the day of a speech stands over who held it.
pub(super) fn is_day_over(sheet: &Sheet<'_>, lines: Range<usize>) -> bool {
    let (day, name) = (lines.start, lines.start + 1);
    sheet.ending(day).bracket()
        && name + 1 < lines.end
        && is_bracketed_day(sheet.text(day))
        && is_byline(sheet.text(name))
}

/// The attribution on a line under a title: a byline, or the bodies of the authors on the line before.
fn under_title(sheet: &Sheet<'_>, line: usize) -> Option<Credit> {
    let (text, ending) = (sheet.text(line), sheet.ending(line));
    if ending.bracket() {
        return affiliation(text);
    }
    if ending.closed() {
        return None;
    }
    let named = || byline(text).filter(|_| is_over_text(sheet, line));
    // A name of two characters is one over its bearer's body.
    let alone = || author(text).filter(|_| affiliation(sheet.text(line + 1)).is_some());
    credit_line(text, sheet.profile).or_else(named).or_else(alone)
}

/// Whether a line stands over the text of an article, or over another line of names that does; the day of a speech or whom it
/// greets may be between.
fn is_over_text(sheet: &Sheet<'_>, line: usize) -> bool {
    let begins = |line: usize| {
        let (text, ending) = (sheet.text(line), sheet.ending(line));
        is_prose(sheet, line)
            || ending.colon()
            || enumerator(text).is_some()
            || ending.bracket() && is_bracketed_day(text)
    };
    let affiliated = || sheet.ending(line + 1).bracket() && affiliation(sheet.text(line + 1)).is_some();
    begins(line + 1) || is_byline(sheet.text(line + 1)) && begins(line + 2) || affiliated()
}
