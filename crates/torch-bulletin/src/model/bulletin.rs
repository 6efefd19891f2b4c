//! The whole issue, and what a page adds to it.

use super::{Article, Colophon, Contents, Masthead, Section};
use crate::vocabulary::vocabulary;
use crate::{Span, Text};

/// One issue (期) of the bulletin: everything that its source text holds, each part with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bulletin {
    /// Pages, where the text still shows their borders (form feeds, page numbers); else empty.
    pub pages: Vec<Page>,
    /// The masthead 报头.
    pub masthead: Masthead,
    /// The contents list 目录; without entries where none is printed.
    pub contents: Contents,
    /// Sections 栏目 in printed order; articles outside any section stand in one without a name.
    pub sections: Vec<Section>,
    /// The colophon 版权栏.
    pub colophon: Colophon,
    /// Page numbers, running heads and the like, set apart from the text.
    pub furniture: Vec<Furniture>,
    /// Lines that no rule has a place for, in printed order.
    pub unparsed: Vec<Text>,
    /// Characters that belong to a construct and to none of its texts: brackets, colons, leaders, printed
    /// page numbers of entries, dashes before a series; ascending.
    pub punctuation: Vec<Span>,
}

impl Bulletin {
    /// All articles over all sections, in printed order; the index is the article's number, from 0.
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.sections.iter().flat_map(|section| &section.articles)
    }

    /// The name of an article that stays the same while the issue does: `2022-12/a7`.
    ///
    /// `index` counts from 0 over the whole issue. Without an issue number it is `a7` alone.
    pub fn article_id(&self, index: usize) -> String {
        match &self.masthead.issue {
            Some(issue) => format!("{}/a{index}", issue.key()),
            None => format!("a{index}"),
        }
    }

    /// The number of the article that has this [id](Bulletin::article_id); `None` where none has.
    ///
    /// ```
    /// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
    /// let parsed = torch_bulletin::parse(source);
    /// assert_eq!(parsed.bulletin().article_number("2019-3/a0"), Some(0));
    /// assert_eq!(parsed.bulletin().article_number("2019-3/a1"), None);
    /// ```
    pub fn article_number(&self, id: &str) -> Option<usize> {
        let (_, number) = id.rsplit_once('a')?;
        let number = number.parse().ok()?;
        (self.article_id(number) == id && self.articles().nth(number).is_some()).then_some(number)
    }

    /// The article that has this [id](Bulletin::article_id); `None` where none has.
    pub fn article(&self, id: &str) -> Option<&Article> {
        self.articles().nth(self.article_number(id)?)
    }

    /// The number of the page that a byte of the source stands on, from 0: the last that has begun there.
    ///
    /// What stands before the first page belongs to it; `None` where the text shows no page borders.
    pub fn page_at(&self, offset: u32) -> Option<usize> {
        let begun = self.pages.partition_point(|page| page.span.start() <= offset);
        if self.pages.is_empty() { None } else { Some(begun.saturating_sub(1)) }
    }
}

/// One page of the printed issue, as far as the text shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The digits of the printed page number (页码).
    pub label: Option<Span>,
    /// From the first to the last character of the page.
    pub span: Span,
}

/// A line that belongs to the page and not to the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// What it is.
    pub kind: FurnitureKind,
    /// The line as printed.
    pub text: Text,
}

vocabulary! {
    /// Kinds of page furniture.
    pub enum FurnitureKind {
        /// A page number 页码: `— 3 —`, `第3页 共12页`.
        PageNumber = "page-number",
        /// A running head or foot 书眉: the same line on most pages.
        RunningHead = "running-head",
        /// A line that a faulty extraction repeats.
        Duplicate = "duplicate",
        /// A rule drawn with characters: `————`, `*****`.
        Rule = "rule",
        /// A line of the web page around the text: 打印, 关闭窗口.
        Navigation = "navigation",
        /// Anything else that belongs to the page.
        Other = "other",
    }
}
