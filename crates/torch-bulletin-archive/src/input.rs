//! The input of a document, kept at the least cost: no byte is held twice, and nothing hashed before somebody asks.

use std::sync::OnceLock;

use crate::{Certainty, Encoding, Format, SourceText, sha256};

/// What a document was made from, for whoever holds both for long; see [`read_while`](crate::read_while).
///
/// Where the bytes of a file are its source text, as nearly always, they are not kept beside it: each method that
/// needs them takes the source text of the same document.
///
/// ```
/// use torch_bulletin_archive::{ParseOptions, read_while};
/// let bytes = b"\xBB\xF0\xBE\xE6\xB6\xAF\xCC\xAC"; // 火炬动态 in GB18030
/// let read = read_while(bytes, Some("3.txt"), &ParseOptions::default(), &|| true)?;
/// let (document, input) = read.expect("nobody called it off");
/// assert_eq!((input.name(), input.encoding().as_str()), (Some("3.txt"), "gb18030"));
/// assert_eq!(input.raw(document.source()), Some(&bytes[..]));
/// # Ok::<(), torch_bulletin_archive::ReadError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Input {
    name: Option<String>,
    bytes: Bytes,
    encoding: Encoding,
    certainty: Option<Certainty>,
    format: Format,
    sha256: OnceLock<String>,
}

#[derive(Clone, Debug)]
enum Bytes {
    /// It came as text.
    None,
    /// Those of the source text, as they are.
    Source,
    /// In another encoding, with faults, or with markup.
    Own(Box<[u8]>),
}

impl Input {
    /// An input that came as text: it has no bytes of its own, and so no hash.
    pub fn of_text(name: Option<&str>) -> Self {
        Self {
            name: name.map(str::to_owned),
            bytes: Bytes::None,
            encoding: Encoding::Utf8,
            certainty: None,
            format: Format::Text,
            sha256: OnceLock::new(),
        }
    }

    pub(crate) fn of_bytes(name: Option<&str>, bytes: &[u8], text: &SourceText<'_>) -> Self {
        let same = text.text().as_bytes() == bytes;
        Self {
            bytes: if same { Bytes::Source } else { Bytes::Own(bytes.into()) },
            encoding: text.encoding(),
            certainty: Some(text.certainty()),
            format: text.format(),
            ..Self::of_text(name)
        }
    }

    /// The name it was given.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// How the bytes spelled the text; UTF-8 for a text.
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// How sure that is; `None` where it came as text.
    pub const fn certainty(&self) -> Option<Certainty> {
        self.certainty
    }

    /// What the bytes are.
    pub const fn format(&self) -> Format {
        self.format
    }

    /// What the JSON of a document says of it, with the source text of the same document.
    #[cfg(feature = "tables")]
    pub fn info<'a>(&'a self, source: &'a str) -> torch_bulletin_wire::SourceInfo<'a> {
        torch_bulletin_wire::SourceInfo {
            name: self.name(),
            sha256: self.sha256(source),
            bytes: self.raw(source).map_or(source.len(), <[u8]>::len) as u64,
            encoding: self.encoding.as_str(),
            certainty: self.certainty.map(|it| it.as_str()),
            format: self.format.as_str(),
        }
    }

    /// The bytes that were read; `None` where it came as text.
    pub fn raw<'a>(&'a self, source: &'a str) -> Option<&'a [u8]> {
        match &self.bytes {
            Bytes::None => None,
            Bytes::Source => Some(source.as_bytes()),
            Bytes::Own(bytes) => Some(bytes),
        }
    }

    /// The SHA-256 of the bytes, in 64 lower-case hexadecimal digits; made at the first call and kept.
    pub fn sha256(&self, source: &str) -> Option<&str> {
        self.raw(source).map(|raw| self.sha256.get_or_init(|| sha256(raw)).as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_hash_are_those_of_the_file_in_every_form() {
        let page = "<!DOCTYPE html><p>没有新闻</p>".as_bytes();
        for bytes in ["火炬动态".as_bytes(), b"\xFF\xFE\x6B\x70\xAC\x70", b"a\xFFb", page] {
            let text = SourceText::decode(bytes).unwrap();
            let (input, source) = (Input::of_bytes(None, bytes, &text), text.text());
            assert_eq!(input.raw(source), Some(bytes));
            assert_eq!(input.sha256(source), Some(sha256(bytes).as_str()));
            let found = (input.encoding(), input.certainty(), input.format());
            assert_eq!(found, (text.encoding(), Some(text.certainty()), text.format()));
        }
        let text = Input::of_text(Some("a"));
        assert_eq!((text.name(), text.raw("a"), text.sha256("a")), (Some("a"), None, None));
    }
}
