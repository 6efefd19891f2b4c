//! What the rows of one issue are made from, and what all of them share.

use std::borrow::Cow;

use torch_bulletin::facts::Facts;
use torch_bulletin::{Bulletin, Report, Span, Text};

use crate::{OffsetMarks, OffsetUnit, SourceInfo};

/// One issue 期 for [`Rows`](super::Rows): the document, and the file it is from.
#[derive(Clone, Copy, Debug)]
pub struct Issue<'a> {
    /// Its origin; the name is the column `source`, which should be unique among all issues.
    pub info: SourceInfo<'a>,
    /// The column `file`: the name of the file, which several issues may share.
    pub file: Option<&'a str>,
    /// The decoded text.
    pub text: &'a str,
    /// The tree.
    pub bulletin: &'a Bulletin,
    /// The findings.
    pub report: &'a Report,
    /// The facts; only the table `facts` needs them.
    pub facts: Option<&'a Facts>,
}

/// The keys of an issue's rows, and its places in a unit.
pub(super) struct Keyed<'a> {
    pub(super) source: Option<&'a str>,
    pub(super) text: &'a str,
    pub(super) bulletin: &'a Bulletin,
    pub(super) unit: OffsetUnit,
    pub(super) key: Option<String>,
    pub(super) date: Option<String>,
    marks: OffsetMarks,
}

impl<'a> Keyed<'a> {
    pub(super) fn new(
        source: Option<&'a str>,
        text: &'a str,
        bulletin: &'a Bulletin,
        unit: OffsetUnit,
    ) -> Self {
        let key = bulletin.masthead.issue.as_ref().map(|issue| issue.key());
        let date = bulletin.masthead.date.as_ref().map(|date| date.value());
        Self { source, text, bulletin, unit, key, date, marks: OffsetMarks::new(text, unit) }
    }

    pub(super) fn read(&self, text: &Text) -> Cow<'a, str> {
        text.of(self.text)
    }

    pub(super) fn maybe(&self, text: Option<&Text>) -> Option<Cow<'a, str>> {
        text.map(|text| self.read(text))
    }

    pub(super) fn start(&self, span: Option<Span>) -> Option<u32> {
        span.map(|it| self.marks.at_byte(self.text, it.start()))
    }

    pub(super) fn end(&self, span: Option<Span>) -> Option<u32> {
        span.map(|it| self.marks.at_byte(self.text, it.end()))
    }

    /// The printed number of the page that a place begins on.
    pub(super) fn page(&self, span: Option<Span>) -> Option<&'a str> {
        let page = &self.bulletin.pages[self.bulletin.page_at(span?.start())?];
        page.label.and_then(|label| label.of(self.text))
    }
}
