//! The contents list 目录: what the issue announces.

use crate::{Span, Text};

/// The contents list 目录.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The heading, 目录 or 本期要目, where one is printed.
    pub heading: Option<Text>,
    /// The entries by section, in printed order.
    pub groups: Vec<Group>,
}

impl Contents {
    /// All entries over all groups, in printed order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.groups.iter().flat_map(|group| &group.entries)
    }
}

/// The entries under one section label; a list without labels is one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The section label 栏目名, without its brackets.
    pub section: Option<Text>,
    /// The series 系列 that a line of dashes announces: `——…巡礼`, without the dashes.
    pub series: Option<Text>,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// One entry 条目.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The title as the list prints it, without bullet, number, leader and page.
    pub title: Text,
    /// The printed page number.
    pub page: Option<u32>,
    /// The article this entry leads to, numbered from 0 over the whole issue.
    pub article: Option<u32>,
    /// From bullet to page number.
    pub span: Span,
}
