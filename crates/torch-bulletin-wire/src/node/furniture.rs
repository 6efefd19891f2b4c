//! Page furniture: lines that belong to the page and not to the text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::model::{self, FurnitureKind};

use super::Text;
use crate::lens::Lens;
use crate::vocabulary::Names;

/// A line that belongs to the page 页码、书眉 and not to the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Furniture<'a> {
    /// What it is.
    #[schemars(with = "Names<FurnitureKind>")]
    pub kind: FurnitureKind,
    /// The line as printed.
    pub text: Text<'a>,
}

impl<'a> Furniture<'a> {
    pub(crate) fn new(lens: &Lens<'a>, furniture: &model::Furniture) -> Self {
        let model::Furniture { kind, text } = furniture;
        Self { kind: *kind, text: lens.text(text) }
    }
}
