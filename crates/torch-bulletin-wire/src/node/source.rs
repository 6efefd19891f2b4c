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
    /// How sure the encoding is: `marked` (a byte order mark), `valid` (no fault as UTF-8), `declared` (the page says
    /// so), `detected` (by its characters), `assumed` (nothing explains all bytes); null for a text that came as text.
    pub certainty: Option<Cow<'a, str>>,
    /// What the bytes are: `text`, or `html`, where the text is what a reader of the page sees.
    pub format: Cow<'a, str>,
    /// The decoded text that the spans count; null unless asked for.
    pub text: Option<Cow<'a, str>>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(info: &SourceInfo<'a>, text: Option<&'a str>) -> Self {
        let SourceInfo { name, sha256, bytes, encoding, certainty, format } = *info;
        Self {
            name: name.map(Cow::Borrowed),
            sha256: sha256.map(Cow::Borrowed),
            bytes,
            encoding: encoding.into(),
            certainty: certainty.map(Cow::Borrowed),
            format: format.into(),
            text: text.map(Cow::Borrowed),
        }
    }
}
