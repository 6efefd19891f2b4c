//! The masthead 报头: name, publisher, issue number, date.

use std::fmt::Write as _;

use crate::vocabulary::vocabulary;
use crate::{Span, Text};

/// The masthead 报头 at the head of an issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The name of the newsletter: 火炬动态.
    pub title: Option<Text>,
    /// The publishing body 主办单位.
    pub publisher: Option<Text>,
    /// Notices such as 内部资料 注意保存, in printed order.
    pub notices: Vec<Text>,
    /// The issue line 期号.
    pub issue: Option<Issue>,
    /// The date of the issue.
    pub date: Option<IssueDate>,
}

/// Which issue this is: `2022年第12期(总第541期)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The year, where it is printed in the issue line or else in the date.
    pub year: Option<u16>,
    /// The number within the year 期号; two numbers for a joint issue (合刊).
    pub number: Option<NumberRange>,
    /// The whole number 总第N期, counted since the first issue.
    pub whole_number: Option<NumberRange>,
    /// Regular, supplement or special.
    pub kind: IssueKind,
    /// The issue line, from its first to its last character.
    pub span: Span,
}

impl Issue {
    /// The issue's name in identifiers: `2022-12`, `2008-1-2` (joint), `2014-3-supplement`, `541` (whole
    /// number only); `issue` where nothing is printed.
    pub fn key(&self) -> String {
        let mut key = String::new();
        let mut part = |text: &dyn std::fmt::Display| {
            let dash = if key.is_empty() { "" } else { "-" };
            // Writing to a String does not fail.
            let _ = write!(key, "{dash}{text}");
        };
        if let Some(year) = self.year {
            part(&year);
        }
        if let Some(number) = self.number.or(if self.year.is_none() { self.whole_number } else { None }) {
            part(&number.first);
            if number.last != number.first {
                part(&number.last);
            }
        }
        if self.kind != IssueKind::Regular {
            part(&self.kind);
        }
        if key.is_empty() {
            key.push_str("issue");
        }
        key
    }
}

/// One number, or the first and last of a joint issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NumberRange {
    /// The first number.
    pub first: u32,
    /// The last number; the same as the first but for a joint issue.
    pub last: u32,
}

impl NumberRange {
    /// A single number.
    pub const fn one(number: u32) -> Self {
        Self { first: number, last: number }
    }
}

vocabulary! {
    /// Kinds of issue; supplements count for themselves, so (year, number) is no key without the kind.
    pub enum IssueKind {
        /// An ordinary issue, or a joint one.
        Regular = "regular",
        /// 增刊: a supplement with numbers of its own.
        Supplement = "supplement",
        /// 专刊, 特刊: a special issue.
        Special = "special",
    }
}

/// The date of the issue: a year, a month or a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueDate {
    /// The year, four digits.
    pub year: u16,
    /// The month, 1–12.
    pub month: Option<u8>,
    /// The day, 1–31; only with a month.
    pub day: Option<u8>,
    /// The date as printed.
    pub span: Span,
}

impl IssueDate {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn value(&self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }
}
