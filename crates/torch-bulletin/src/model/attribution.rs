//! Who an article is from: `(供稿:科技部火炬中心)`.

use crate::{Span, Text};

/// An attribution 供稿: one bracket at an article's end, or one line with a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The label: 供稿, 来源, 作者, 摘自 …
    pub label: Option<Text>,
    /// Bodies, in printed order.
    pub organisations: Vec<Text>,
    /// Persons, in printed order; a name padded to three places (王　茜) keeps its blank.
    pub people: Vec<Text>,
    /// With its brackets.
    pub span: Span,
}
