//! The input of a document, kept at the least cost: no byte is held twice, and nothing hashed before somebody asks.

use std::sync::OnceLock;

use crate::{Encoding, sha256};

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
    form: Form,
    sha256: OnceLock<String>,
}

#[derive(Clone, Debug)]
enum Form {
    /// It came as text.
    Text,
    /// Bytes that are the source text, as they are.
    Utf8,
    /// Bytes in another encoding, or with faults.
    Other(Box<[u8]>, Encoding),
}

impl Input {
    /// An input that came as text: it has no bytes of its own, and so no hash.
    pub fn of_text(name: Option<&str>) -> Self {
        Self::new(name, Form::Text)
    }

    pub(crate) fn of_bytes(name: Option<&str>, bytes: &[u8], encoding: Encoding, source: &str) -> Self {
        let same = encoding == Encoding::Utf8 && source.as_bytes() == bytes;
        Self::new(name, if same { Form::Utf8 } else { Form::Other(bytes.into(), encoding) })
    }

    fn new(name: Option<&str>, form: Form) -> Self {
        Self { name: name.map(str::to_owned), form, sha256: OnceLock::new() }
    }

    /// The name it was given.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// How the bytes spelled the text; UTF-8 for a text.
    pub fn encoding(&self) -> Encoding {
        match self.form {
            Form::Text | Form::Utf8 => Encoding::Utf8,
            Form::Other(_, encoding) => encoding,
        }
    }

    /// The bytes that were read; `None` where it came as text.
    pub fn raw<'a>(&'a self, source: &'a str) -> Option<&'a [u8]> {
        match &self.form {
            Form::Text => None,
            Form::Utf8 => Some(source.as_bytes()),
            Form::Other(bytes, _) => Some(bytes),
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
        let raw = "火炬动态".as_bytes();
        let wide = b"\x6B\x70\xAC\x70";
        for (bytes, encoding, source) in [
            (raw, Encoding::Utf8, "火炬动态"),
            (wide, Encoding::Utf16Le, "火炬"),
            (b"\xFF", Encoding::Utf8, "\u{FFFD}"),
        ] {
            let input = Input::of_bytes(None, bytes, encoding, source);
            assert_eq!((input.raw(source), input.encoding()), (Some(bytes), encoding));
            assert_eq!(input.sha256(source), Some(sha256(bytes).as_str()));
        }
        let text = Input::of_text(Some("a"));
        assert_eq!((text.name(), text.raw("a"), text.sha256("a")), (Some("a"), None, None));
    }
}
