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
