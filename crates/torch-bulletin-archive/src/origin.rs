//! Where a document came from: what a reader needs to find the very same file again.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use torch_bulletin::{Document, ParseOptions};

use crate::issues::Parts;
use crate::keys::source_of;
use crate::source_text::Known;
use crate::{Certainty, Encoding, IssuePart, SourceText};

/// A document, and the file it was read from.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Reading {
    /// The parsed issue.
    pub document: Document,
    /// The file.
    pub origin: Origin,
    /// What is known of a text that holds several issues.
    pub(crate) several: Option<Known>,
}

impl Reading {
    /// Each issue of the text as a reading of its own, where the text holds several ([`torch_bulletin::issues`]); else `None`.
    ///
    /// Its source text, offsets, hash and number of bytes are those of its part of the decoded text in UTF-8. Its name is the
    /// file's with `#` and the issue's [key](torch_bulletin::model::Issue::key) after it: `volume.txt#2022-12`; its place among the issues where it has
    /// no issue line.
    ///
    /// ```
    /// use torch_bulletin_archive::{ParseOptions, read_bytes};
    /// let text = "火炬动态\n2019年第3期 2019年3月31日\n甲市举办活动\n很成功。\n火炬动态\n2019年第4期 2019年4月30日\n乙市开园\n成功。\n";
    /// let options = ParseOptions::default();
    /// let issues = read_bytes(text.as_bytes(), Some("volume.txt"), &options)?.issues(&options).unwrap();
    /// let keys: Vec<_> = issues.iter().map(|(key, _)| key.as_str()).collect();
    /// assert_eq!(keys, ["2019-3", "2019-4"]);
    /// assert_eq!(issues[1].1.origin.name.as_deref(), Some("volume.txt#2019-4"));
    /// # Ok::<(), torch_bulletin_archive::ReadError>(())
    /// ```
    pub fn issues(&self, options: &ParseOptions) -> Option<Vec<(String, Reading)>> {
        let parts = Parts::of(self.document.source(), self.several.as_ref()?, options)?;
        let reading = |part: IssuePart<'_>| {
            let key = part.key.clone().unwrap_or_default();
            let origin = Origin::of_part(self.origin.name.as_deref(), &part);
            (key, Reading { document: part.parsed.into_document(), origin, several: None })
        };
        Some(parts.map(reading).collect())
    }
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
    /// That of one issue in a text that holds several, by the name of the file.
    pub(crate) fn of_part(file: Option<&str>, part: &IssuePart<'_>) -> Self {
        let (key, text) = (part.key.as_deref().unwrap_or_default(), part.parsed.source());
        Self {
            name: file.map(|file| source_of(file, Some(key)).into_owned()),
            sha256: sha256(text.as_bytes()),
            bytes: text.len() as u64,
            encoding: Encoding::Utf8,
            certainty: Certainty::Valid,
            format: Format::Text,
        }
    }

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
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        let _ = write!(digits, "{byte:02x}"); // a String takes everything
    }
    digits
}
