//! Parts of the issue and the date 期号、日期 that are printed apart from the rest of them: the year over the number, 增刊, the day.

use crate::blank::trim_start;
use crate::grammar::date::bare_year;
use crate::model::{Issue, IssueDate};

use super::super::sheet::Sheet;
use super::Draft;

/// Bytes of the longest year on a line of its own: 二〇一二年度.
const LONGEST_YEAR: usize = 18;

impl Draft {
    /// Takes a year on a line of its own before the issue's: 2012, 二〇一二年; a page number has three digits at most.
    pub(super) fn take_year(&mut self, sheet: &Sheet<'_>, line: usize) -> bool {
        let text = sheet.text(line);
        if text.len() > LONGEST_YEAR || self.year.is_some() || self.masthead.issue.is_some() {
            return false;
        }
        let Ok((rest, year)) = bare_year(text) else { return false };
        if !matches!(trim_start(rest), "" | "年" | "年度") {
            return false;
        }
        self.year = Some((year, sheet.lines[line].span));
        true
    }

    /// Gives the issue the year that is printed over it.
    pub(super) fn settle_year(&mut self) {
        let Some((year, span)) = self.year else { return };
        if let Some(issue) = &mut self.masthead.issue {
            issue.year = issue.year.or(Some(year));
            self.signs.push(span);
        }
    }

    /// Gives the issue the kind that is printed apart from its number; without a number the kind is the issue line.
    pub(super) fn settle_kind(&mut self) {
        let Some((kind, span)) = self.kind else { return };
        match &mut self.masthead.issue {
            Some(issue) => {
                issue.kind = kind;
                self.signs.push(span);
            }
            issue => *issue = Some(Issue { year: None, number: None, whole_number: None, kind, span }),
        }
    }

    /// Gives the date the month and the day that are printed apart from the year, which the issue line or another line has.
    pub(super) fn settle_day(&mut self) {
        let Some((month, day, span)) = self.day else { return };
        let year = self.masthead.issue.as_ref().and_then(|issue| issue.year);
        match &mut self.masthead.date {
            Some(date) if date.month.is_none() => {
                (date.month, date.day) = (Some(month), Some(day));
                self.signs.push(span);
            }
            date @ None => {
                let Some(year) = year else { return };
                *date = Some(IssueDate { year, month: Some(month), day: Some(day), span });
            }
            Some(_) => {}
        }
    }
}
