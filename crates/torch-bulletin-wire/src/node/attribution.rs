//! Who an article is from: `(供稿:科技部火炬中心)`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::model;

use super::{Span, Text};
use crate::lens::Lens;

/// An attribution 供稿: one bracket at an article's end, or one line with a label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Attribution<'a> {
    /// The label: 供稿, 来源, 作者, 摘自 …
    pub label: Option<Text<'a>>,
    /// Bodies, in printed order.
    pub organisations: Vec<Text<'a>>,
    /// Persons, in printed order; a name padded to three places (王　茜) keeps its blank.
    pub people: Vec<Text<'a>>,
    /// With its brackets.
    pub span: Span,
}

impl<'a> Attribution<'a> {
    pub(crate) fn new(lens: &Lens<'a>, attribution: &model::Attribution) -> Self {
        let model::Attribution { label, organisations, people, span } = attribution;
        Self {
            label: lens.maybe(label.as_ref()),
            organisations: lens.texts(organisations),
            people: lens.texts(people),
            span: lens.span(*span),
        }
    }
}
