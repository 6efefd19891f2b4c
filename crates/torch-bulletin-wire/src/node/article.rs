//! Sections 栏目 and their articles 文章.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::model;

use super::{Attribution, Block, Span, Text};
use crate::lens::Lens;

/// A section 栏目 of the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Section<'a> {
    /// Its name as printed above its first article; null for articles before any section.
    pub name: Option<Text<'a>>,
    /// The series 系列 under the name, without its dashes.
    pub series: Option<Text<'a>>,
    /// Its articles.
    pub articles: Vec<Article<'a>>,
    /// From its name to the end of its last article.
    pub span: Span,
}

impl<'a> Section<'a> {
    /// Takes as many `ids` as the section has articles, since articles are counted over the whole issue.
    pub(crate) fn new(
        lens: &Lens<'a>,
        section: &model::Section,
        ids: &mut impl Iterator<Item = String>,
    ) -> Self {
        let model::Section { name, series, articles, span } = section;
        Self {
            name: lens.maybe(name.as_ref()),
            series: lens.maybe(series.as_ref()),
            articles: articles.iter().zip(ids).map(|(article, id)| Article::new(lens, article, id)).collect(),
            span: lens.span(*span),
        }
    }
}

/// An article 文章: from its title to its attribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Article<'a> {
    /// A name that stays the same while the issue does: `2022-12/a7`.
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    /// The title 标题; null where text stands before any title.
    pub title: Option<Text<'a>>,
    /// The subtitle 副标题, without its dashes.
    pub subtitle: Option<Text<'a>>,
    /// Headings, paragraphs, tables … in printed order.
    pub blocks: Vec<Block<'a>>,
    /// From title to attribution.
    pub span: Span,
    /// Who it is from 供稿; most articles have one.
    pub attributions: Vec<Attribution<'a>>,
}

impl<'a> Article<'a> {
    fn new(lens: &Lens<'a>, article: &model::Article, id: String) -> Self {
        let model::Article { title, subtitle, blocks, attributions, span } = article;
        Self {
            id: id.into(),
            title: lens.maybe(title.as_ref()),
            subtitle: lens.maybe(subtitle.as_ref()),
            blocks: blocks.iter().map(|block| Block::new(lens, block)).collect(),
            span: lens.span(*span),
            attributions: attributions.iter().map(|it| Attribution::new(lens, it)).collect(),
        }
    }
}
