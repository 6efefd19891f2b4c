//! The masthead 报头: name, publisher, issue number, date.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::model::{self, IssueKind, NumberRange};

use super::{Span, Text};
use crate::lens::Lens;
use crate::vocabulary::Names;

/// The masthead 报头 at the head of an issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Masthead<'a> {
    /// The name of the newsletter: 火炬动态.
    pub title: Option<Text<'a>>,
    /// The publishing body 主办单位.
    pub publisher: Option<Text<'a>>,
    /// Notices such as 内部资料 注意保存, in printed order.
    pub notices: Vec<Text<'a>>,
    /// The issue line 期号.
    pub issue: Option<Issue>,
    /// The date of the issue.
    pub date: Option<IssueDate<'a>>,
}

impl<'a> Masthead<'a> {
    pub(crate) fn new(lens: &Lens<'a>, masthead: &model::Masthead) -> Self {
        let model::Masthead { title, publisher, notices, issue, date } = masthead;
        Self {
            title: lens.maybe(title.as_ref()),
            publisher: lens.maybe(publisher.as_ref()),
            notices: lens.texts(notices),
            issue: issue.as_ref().map(|issue| Issue::new(lens, issue)),
            date: date.as_ref().map(|date| IssueDate::new(lens, date)),
        }
    }
}

/// Which issue this is: `2022年第12期(总第541期)`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Issue {
    /// The year, where it is printed in the issue line or else in the date.
    pub year: Option<u16>,
    /// The first and last number within the year 期号; they differ only for a joint issue (合刊).
    pub number: Option<[u32; 2]>,
    /// The first and last whole number 总第N期, counted since the first issue.
    pub whole_number: Option<[u32; 2]>,
    /// Regular, supplement or special.
    #[schemars(with = "Names<IssueKind>")]
    pub kind: IssueKind,
    /// The issue line, from its first to its last character.
    pub span: Span,
}

impl Issue {
    fn new(lens: &Lens<'_>, issue: &model::Issue) -> Self {
        let model::Issue { year, number, whole_number, kind, span } = issue;
        let range = |NumberRange { first, last }| [first, last];
        Self {
            year: *year,
            number: number.map(range),
            whole_number: whole_number.map(range),
            kind: *kind,
            span: lens.span(*span),
        }
    }
}

/// The date of the issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct IssueDate<'a> {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(borrow)]
    #[schemars(regex(pattern = r"^\d{4}(-\d{2}(-\d{2})?)?$"))]
    pub value: Cow<'a, str>,
    /// The date as printed.
    pub span: Span,
}

impl IssueDate<'_> {
    fn new(lens: &Lens<'_>, date: &model::IssueDate) -> Self {
        // Year, month and day are in the value.
        let model::IssueDate { year: _, month: _, day: _, span } = date;
        Self { value: date.value().into(), span: lens.span(*span) }
    }
}
