//! Pages of the printed issue.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::model;

use super::Span;
use crate::lens::Lens;

/// One page 页 of the printed issue, as far as the text shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Page<'a> {
    /// Its number in the text, from 0.
    pub index: u32,
    /// The digits of the printed page number 页码.
    pub label: Option<Cow<'a, str>>,
    /// From the first to the last character of the page.
    pub span: Span,
}

impl<'a> Page<'a> {
    pub(crate) fn new(lens: &Lens<'a>, page: &model::Page, index: u32) -> Self {
        let model::Page { label, span } = page;
        Self { index, label: label.map(|span| lens.slice(span)), span: lens.span(*span) }
    }
}
