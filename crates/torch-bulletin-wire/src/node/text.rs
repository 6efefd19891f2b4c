//! A place, and a text with its places.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::Join;

use crate::vocabulary::Names;

/// A place in the source text: start and end, half-open, in the unit of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Span(pub [u32; 2]);

impl Span {
    /// The first unit.
    pub const fn start(self) -> u32 {
        self.0[0]
    }

    /// One past the last unit.
    pub const fn end(self) -> u32 {
        self.0[1]
    }
}

/// A text as printed: one piece of the source, or several that a wrap or a page end had cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Text<'a> {
    /// The pieces put together.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// The place of each piece, in the order of the source.
    #[schemars(length(min = 1))]
    pub spans: Vec<Span>,
    /// Why each piece but the first was put to the one before: one fewer than spans.
    #[schemars(with = "Vec<Names<Join>>")]
    pub joins: Vec<Join>,
    /// The cleaned form; only where asked for and different.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub normalized: Option<Cow<'a, str>>,
}
