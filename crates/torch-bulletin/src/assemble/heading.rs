//! Subheads 小标题 told from what looks like them: lists of names 名单, the head of an annex 附件, the numbers of journals 1.1.

use crate::grammar::caption::{is_annex, is_caption, is_document_number, is_note, is_reference};
use crate::grammar::contents::label;
use crate::grammar::ends_in;
use crate::grammar::mark::{Ending, has_stop};
use crate::grammar::marker::{Enumerator, decimal, enumerator, is_bullet};
use crate::model::MarkerStyle;

use super::attribution::is_signature;
use super::sheet::Sheet;

/// Lines of the shortest list of names: two subheads stand over one another, three do not.
const LEAST_LIST: usize = 3;
/// Columns of the widest name of a list: thirty characters, as of the widest subhead.
const WIDEST: u32 = 60;

/// What the subhead over a list of names ends in.
const LISTS: [&str; 6] = ["名单", "名录", "名册", "人员", "目录", "一览"];

/// What an article's subheads are told by, beyond their own lines.
#[derive(Debug, Default)]
pub(super) struct Subheads {
    /// The line after the list of names that was seen last.
    list_end: usize,
    /// The line under the head of an annex, which is the annex's title.
    under_annex: Option<usize>,
    /// The last number of a subhead, as journals number them: 2.1 is 2 and 1.
    number: Vec<u32>,
    levels: Vec<Level>,
}

/// What the subheads of one level have before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Nothing.
    Bare,
    /// An enumerator.
    Marked(MarkerStyle),
    /// So many numbers: 2.1 has two.
    Numbers(usize),
}

impl Subheads {
    /// Whether a line that may be a subhead is of a list of names: zones, companies, persons or the cells of a table, a line each,
    /// with no prose between them.
    pub(super) fn is_of_list(&mut self, sheet: &Sheet<'_>, line: usize, end: usize) -> bool {
        if line < self.list_end {
            return true;
        }
        if self.under_annex == Some(line) {
            return false;
        }
        // A gap under the first line is under a subhead.
        let gap = |line: usize| sheet.lines[line].blank_before;
        let goes_on = |&it: &usize| is_name(sheet, it) && (it <= line + 1 || gap(it) == gap(line + 1));
        let names = (line..end).take_while(goes_on).count();
        // 获奖企业名单, over the companies.
        if names > LEAST_LIST && ends_in(sheet.text(line), &LISTS) && !ends_in(sheet.text(line + 1), &LISTS) {
            return false;
        }
        if names >= LEAST_LIST {
            self.list_end = line + names;
        }
        names >= LEAST_LIST
    }

    /// Whether a line with an enumerator is of a list that counts on from line to line: 1.甲公司, 2.乙公司, 3.丙公司. Subheads have
    /// text under them.
    pub(super) fn is_enumerated(
        &mut self,
        sheet: &Sheet<'_>,
        found: &Enumerator,
        line: usize,
        end: usize,
    ) -> bool {
        use MarkerStyle::{ArabicDot, ArabicParen, Circled};
        if line < self.list_end {
            return true;
        }
        if !matches!(found.style, ArabicDot | ArabicParen | Circled) {
            return false;
        }
        let counts_on = |&(it, number): &(usize, u32)| {
            let text = sheet.text(it);
            !sheet.ending(it).closed()
                && !has_stop(text)
                && enumerator(text).is_some_and(|it| it.style == found.style && it.number == number)
        };
        let names = (line..end).zip(found.number..).take_while(counts_on).count();
        if names >= LEAST_LIST {
            self.list_end = line + names;
        }
        names >= LEAST_LIST
    }

    /// Notes the head of an annex.
    pub(super) fn enter_annex(&mut self, line: usize) {
        self.under_annex = Some(line + 1);
    }

    /// The level of a subhead with the number of a journal, which counts on from the last one, begins a count under it, or is the
    /// first of all.
    pub(super) fn numbered(&mut self, numbers: &[u32]) -> Option<Level> {
        let (last, before) = numbers.split_last()?;
        let known = self.number.get(before.len()).copied().unwrap_or(0);
        if !self.number.starts_with(before) || *last != known + 1 {
            return None;
        }
        self.number.truncate(before.len());
        self.number.push(*last);
        Some(Level::Numbers(numbers.len()))
    }

    /// The level of a subhead with an enumerator, which numbers of journals may count on from: 2. and then 2.1.
    pub(super) fn marked(&mut self, found: Option<&Enumerator>) -> Level {
        let Some(found) = found else { return Level::Bare };
        if found.style == MarkerStyle::ArabicDot {
            self.number.clear();
            self.number.push(found.number);
        }
        Level::Marked(found.style)
    }

    /// The depth of a level: they nest in the order in which an article first uses them.
    pub(super) fn enter(&mut self, level: Level) -> u8 {
        if let Some(depth) = self.levels.iter().position(|it| *it == level) {
            self.levels.truncate(depth + 1);
        } else {
            self.levels.push(level);
        }
        self.levels.len().min(9) as u8
    }
}

/// Characters that a heading may have.
const LONGEST_HEADING: usize = 40;

/// Whether a line is a heading: short, not closed, and followed by something.
///
/// With 一、 or （一） it may hold one comma; with 1., （1） or ① or without enumerator none. Enumerators such as 一是 open
/// paragraphs only (2022-12: subheads of 8–20 characters, none with a comma or a stop).
pub(super) fn is_heading(
    sheet: &Sheet<'_>,
    (text, ending): (&str, Ending),
    style: Option<MarkerStyle>,
    line: usize,
    last: bool,
) -> bool {
    use MarkerStyle::{ArabicDot, ArabicParen, ChineseComma, ChineseParen, Circled};
    // 一、先进单位（3个）
    let alone = |beside: usize| enumerator(sheet.text(beside)).map(|it| it.style) != style;
    let counts = matches!(style, Some(ChineseComma | ChineseParen));
    let bracket =
        counts && ending.bracket() && !ending.stop() && alone(line + 1) && alone(line.wrapping_sub(1));
    if ending.closed() && !bracket || ending.comma() || text.contains('。') {
        return false;
    }
    // [1] begins an item of a list of references.
    if text.starts_with(['[', '［']) {
        return false;
    }
    if is_signature(sheet, line) || is_document_number(text) {
        return false;
    }
    let count = text.chars().take(LONGEST_HEADING + 1).count();
    if !(2..=LONGEST_HEADING).contains(&count) {
        return false;
    }
    let commas = text.matches(['，', ',', '；', ';']).count();
    match style {
        Some(ChineseComma | ChineseParen) => commas <= 1,
        Some(ArabicDot | ArabicParen | Circled) => commas == 0 && !last,
        Some(_) => false,
        // The last line of an article is no heading, nor is a line that a measure filled.
        None => {
            let full = sheet.setting.measure.is_some_and(|measure| sheet.lines[line].width + 2 >= measure);
            commas <= usize::from(is_bullet(text))
                && !last
                && !full
                && count <= 30
                && (!ending.colon() || is_reference(text))
        }
    }
}

/// Whether a line right over or under another has a number of so many parts: it is of a list that counts, not a subhead.
pub(super) fn is_counted(sheet: &Sheet<'_>, line: usize, depth: usize) -> bool {
    let beside = |line: usize| decimal(sheet.text(line)).is_some_and(|it| it.numbers().len() == depth);
    beside(line + 1) || line > 0 && beside(line - 1)
}

/// Whether a line may be a name of a list: short, and neither a sentence nor anything that a mark tells.
fn is_name(sheet: &Sheet<'_>, line: usize) -> bool {
    let (it, ending) = (&sheet.lines[line], sheet.ending(line));
    let bracket = ending.bracket() && !ending.stop();
    if it.width > WIDEST || ending.closed() && !bracket || ending.comma() || ending.colon() {
        return false;
    }
    let text = sheet.text(line);
    let full = sheet.setting.measure.is_some_and(|measure| it.width + 2 >= measure);
    let marked = || {
        enumerator(text).is_some()
            || label(text).is_some()
            || is_caption(text)
            || is_note(text)
            || is_annex(text)
    };
    !full
        && !has_stop(text)
        && sheet.closing_start(line).is_none()
        && (sheet.begins_plainly(line) || !marked())
}
