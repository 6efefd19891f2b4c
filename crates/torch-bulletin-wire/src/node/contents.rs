//! The contents list 目录: what the issue announces.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::model;

use super::{Span, Text};
use crate::lens::Lens;

/// The contents list 目录.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Contents<'a> {
    /// The heading, 目录 or 本期要目, where one is printed.
    pub heading: Option<Text<'a>>,
    /// The entries by section, in printed order.
    pub groups: Vec<Group<'a>>,
}

impl<'a> Contents<'a> {
    pub(crate) fn new(lens: &Lens<'a>, contents: &model::Contents) -> Self {
        let model::Contents { heading, groups } = contents;
        Self {
            heading: lens.maybe(heading.as_ref()),
            groups: groups.iter().map(|group| Group::new(lens, group)).collect(),
        }
    }
}

/// The entries under one section label; a list without labels is one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Group<'a> {
    /// The section label 栏目名, without its brackets.
    pub section: Option<Text<'a>>,
    /// The series 系列 that a line of dashes announces, without the dashes.
    pub series: Option<Text<'a>>,
    /// The entries.
    pub entries: Vec<Entry<'a>>,
}

impl<'a> Group<'a> {
    fn new(lens: &Lens<'a>, group: &model::Group) -> Self {
        let model::Group { section, series, entries } = group;
        Self {
            section: lens.maybe(section.as_ref()),
            series: lens.maybe(series.as_ref()),
            entries: entries.iter().map(|entry| Entry::new(lens, entry)).collect(),
        }
    }
}

/// One entry 条目.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Entry<'a> {
    /// The title as the list prints it, without bullet, number, leader and page.
    pub title: Text<'a>,
    /// The printed page number.
    pub page: Option<u32>,
    /// The article this entry leads to, numbered from 0 over the whole issue.
    pub article: Option<u32>,
    /// From bullet to page number.
    pub span: Span,
}

impl<'a> Entry<'a> {
    fn new(lens: &Lens<'a>, entry: &model::Entry) -> Self {
        let model::Entry { title, page, article, span } = entry;
        Self { title: lens.text(title), page: *page, article: *article, span: lens.span(*span) }
    }
}
