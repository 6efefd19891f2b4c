//! What was read.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::SourceInfo;

/// The input that the document was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Source<'a> {
    /// The name it was given: a path, or a path inside a container.
    pub name: Option<Cow<'a, str>>,
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: Option<Cow<'a, str>>,
    /// The number of its bytes, before decoding.
    pub bytes: u64,
    /// The encoding that was found.
    #[serde(borrow)]
    pub encoding: Cow<'a, str>,
    /// The decoded text that the spans count; null unless asked for.
    pub text: Option<Cow<'a, str>>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(info: &SourceInfo<'a>, text: Option<&'a str>) -> Self {
        let SourceInfo { name, sha256, bytes, encoding } = *info;
        Self {
            name: name.map(Cow::Borrowed),
            sha256: sha256.map(Cow::Borrowed),
            bytes,
            encoding: encoding.into(),
            text: text.map(Cow::Borrowed),
        }
    }
}
