//! Where a document came from: what a reader needs to find the very same file again.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use torch_bulletin::Document;

use crate::{Certainty, Encoding, SourceText};

/// A document, and the file it was read from.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Reading {
    /// The parsed issue.
    pub document: Document,
    /// The file.
    pub origin: Origin,
}

/// A file as it was found, before it was decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Origin {
    /// The path as the caller gave it; `None` for bytes and streams without a name.
    pub name: Option<String>,
    /// The SHA-256 of the bytes, in 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// The number of bytes.
    pub bytes: u64,
    /// How the bytes spelled the text.
    pub encoding: Encoding,
    /// How sure that is.
    pub certainty: Certainty,
    /// What the bytes are.
    pub format: Format,
}

/// What the bytes of a file are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text: the source text is all of it.
    #[default]
    Text,
    /// A web page: the source text is what a reader sees.
    Html,
}

impl Format {
    /// The stable name, as in `source.format`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Html => "html",
        }
    }
}

impl Origin {
    pub(crate) fn of(name: Option<&str>, bytes: &[u8], text: &SourceText<'_>) -> Self {
        Self {
            name: name.map(str::to_owned),
            sha256: sha256(bytes),
            bytes: bytes.len() as u64,
            encoding: text.encoding(),
            certainty: text.certainty(),
            format: text.format(),
        }
    }
}

/// The SHA-256 of the bytes of a file, in 64 lower-case hexadecimal digits, as in [`Origin::sha256`].
///
/// ```
/// assert!(torch_bulletin_archive::sha256(b"").starts_with("e3b0c442"));
/// ```
pub fn sha256(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(digits, "{byte:02x}"); // a String takes everything
    }
    digits
}
