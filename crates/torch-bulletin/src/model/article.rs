//! Sections 栏目 and their articles 文章.

use super::{Attribution, Block};
use crate::{Span, Text};

/// A section 栏目 of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name as printed above its first article; `None` for articles before any section.
    pub name: Option<Text>,
    /// The series 系列 under the name, without its dashes.
    pub series: Option<Text>,
    /// Its articles.
    pub articles: Vec<Article>,
    /// From its name to the end of its last article.
    pub span: Span,
}

/// An article 文章: from its title to its attribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The title 标题; `None` where text stands before any title.
    pub title: Option<Text>,
    /// The subtitle 副标题, without its dashes.
    pub subtitle: Option<Text>,
    /// Headings, paragraphs, tables … in printed order.
    pub blocks: Vec<Block>,
    /// Who it is from 供稿; most articles have one.
    pub attributions: Vec<Attribution>,
    /// From title to attribution.
    pub span: Span,
}

impl Article {
    /// The text of the article: a line a block, as [`Block::of`] has it, without title and attribution.
    ///
    /// ```
    /// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
    /// let parsed = torch_bulletin::parse(source);
    /// let article = parsed.bulletin().articles().next().unwrap();
    /// assert_eq!(article.of(source), "今天没有新闻。");
    /// ```
    pub fn of(&self, source: &str) -> String {
        self.blocks.iter().map(|block| block.of(source)).collect::<Vec<_>>().join("\n")
    }
}
