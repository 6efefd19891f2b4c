//! What is known of time 时间语境 at a place of a text: the issue's date, the year of the sentence, the date before.

use super::DateMention;
use crate::facts::calendar::{Day, Period};
use crate::facts::words::Words;
use crate::facts::{DateBasis, Rule};

/// What is known of time before a text is read.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::facts) struct Calendar {
    /// The date of the issue.
    pub(in crate::facts) issue: Option<Day>,
    /// The year that the texts before in its article have named last.
    pub(in crate::facts) reported: Option<i16>,
}

impl Calendar {
    pub(in crate::facts) fn reading(&self) -> Reading {
        Reading { issue: self.issue, reported: self.reported, ..Reading::default() }
    }

    /// Takes in the years that a text of an article names.
    pub(in crate::facts) fn learn(&mut self, dates: &[DateMention]) {
        let past = |year: &i16| self.issue.is_none_or(|issue| *year <= issue.year);
        let year = |date: &DateMention| {
            let point = matches!(date.value, Some(Period::Point(_) | Period::Until(_)));
            let printed = date.basis == Some(DateBasis::Explicit) && point && !date.base;
            date.value.and_then(Period::year).filter(|_| printed).filter(past)
        };
        self.reported = dates.iter().rev().find_map(year).or(self.reported);
    }
}

/// What is known of time at a place of a text.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::facts) struct Reading {
    pub(in crate::facts) issue: Option<Day>,
    /// The year that the article has named last before this text.
    pub(in crate::facts) reported: Option<i16>,
    /// The year that the sentence has named for what follows.
    pub(super) year: Option<i16>,
    /// The date before this place.
    pub(in crate::facts) last: Option<Period>,
    /// The last month that the sentence has named, with its year.
    pub(super) month: Option<(i16, u8)>,
}

impl Reading {
    pub(in crate::facts) fn sentence_ends(&mut self) {
        (self.year, self.month) = (None, None);
    }

    /// The year of a date that prints none, and where it is from; a month after the issue's is of the year before.
    pub(super) fn year_of(&self, month: Option<u8>) -> Option<(i16, DateBasis)> {
        if let Some(year) = self.year {
            return Some((year, DateBasis::Context));
        }
        let issue = self.issue?;
        // 7月启动,11月揭晓: the sentence goes on in time.
        if let (Some((year, before)), Some(month)) = (self.month, month)
            && month >= before
        {
            return Some((year, DateBasis::Issue));
        }
        let ahead =
            matches!((month, issue.month), (Some(month), Some(now)) if month > now.saturating_add(AHEAD));
        Some((issue.year - i16::from(ahead), DateBasis::Issue))
    }

    /// Keeps what later dates of the sentence lean on: not 2月底 of 较2月底, which is compared with.
    pub(super) fn keep(&mut self, text: &str, found: &mut DateMention) {
        found.base = BASES.ends(&text[..found.start]).is_some();
        // 2018年底前认定的企业: an end that others are bounded by.
        let bound = text[found.start..found.end].ends_with('前');
        if found.base || bound {
            return;
        }
        // 去年同期 leans on a date and is none to lean on.
        if found.basis != Some(DateBasis::Context) || found.rule != Rule::RelativeDate {
            self.last = found.value.or(self.last);
        }
        if let Some(Period::Point(day) | Period::Span(_, day) | Period::Since(day)) = found.value
            && found.basis == Some(DateBasis::Issue)
            && let Some(month) = day.month
        {
            self.month = Some((day.year, month));
        }
        let year = found.value.and_then(Period::year);
        // 2021年度评价结果于7月公布: a year inside a name dates nothing else.
        let after = &text[found.end..];
        let named = matches!(found.rule, Rule::FullDate) && SETS_YEAR.starts(after).is_none();
        if found.basis == Some(DateBasis::Explicit) && !named {
            self.year = year.or(self.year);
        }
    }
}

/// What stands before a date that something else is compared with.
static BASES: Words = Words::new(&[
    "较",
    "比",
    "与",
    "由",
    "是",
    "为",
    "高于",
    "低于",
    "快于",
    "优于",
    "好于",
    "多于",
    "少于",
    "相当于",
    "超过",
    "占",
    "恢复到",
    "恢复至",
]);

/// What stands after a year that holds for the rest of its sentence.
static SETS_YEAR: Words =
    Words::new(&[",", "，", "、", "的", "以", "在", "(", "（", "起", "至", "期间", "年", "底", "末", "初"]);

/// Months that a plan may lie ahead of the issue without being of the year before: 7-9月 in an issue of July.
const AHEAD: u8 = 2;
