//! Bytes become a document: looked at, decoded, parsed.

use std::borrow::Cow;

use torch_bulletin::{Diagnostic, Document, ParseOptions, Parsed, parse_while, parse_with};

use crate::decode::{Decoded, decode};
use crate::head::inspect;
use crate::{Encoding, Input, Origin, ReadError, Reading};

/// Reads one issue from the bytes of a file.
///
/// Text in UTF-8, UTF-16 and GB18030 (GBK, GB2312) is decoded; a byte order mark and carriage returns stay
/// in the source text and are counted by its spans. Bytes that are no text are read as U+FFFD and reported
/// as [`Code::InvalidBytes`](torch_bulletin::Code::InvalidBytes).
///
/// # Errors
/// Only for what is no text at all: nothing, binary data, another kind of file, more than 4 GiB - 1.
///
/// ```
/// let document = torch_bulletin_archive::read("\u{FEFF}火炬动态\r\n今天没有新闻。".as_bytes())?;
/// assert!(document.source().starts_with("\u{FEFF}火炬动态\r\n"));
/// # Ok::<(), torch_bulletin_archive::ReadError>(())
/// ```
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    read_with(bytes, &ParseOptions::default())
}

/// Reads one issue with options; see [`read`].
///
/// # Errors
/// As [`read`].
pub fn read_with(bytes: &[u8], options: &ParseOptions) -> Result<Document, ReadError> {
    Ok(document(bytes, options)?.0)
}

/// Reads one issue and says where it came from; see [`read`].
///
/// # Errors
/// As [`read`].
///
/// ```
/// use torch_bulletin_archive::{ParseOptions, read_bytes};
/// let reading = read_bytes(b"\xBB\xF0\xBE\xE6\xB6\xAF\xCC\xAC", Some("3.txt"), &ParseOptions::default())?;
/// assert_eq!(reading.document.source(), "火炬动态");
/// assert_eq!((reading.origin.encoding.as_str(), reading.origin.bytes), ("gb18030", 8));
/// # Ok::<(), torch_bulletin_archive::ReadError>(())
/// ```
pub fn read_bytes(bytes: &[u8], name: Option<&str>, options: &ParseOptions) -> Result<Reading, ReadError> {
    let (document, encoding) = document(bytes, options)?;
    Ok(Reading { document, origin: Origin::of(name, bytes, encoding) })
}

/// Reads one issue, unless it is called off: `None` where `keep_going` says no; see [`parse_while`].
///
/// Keeps the input as cheaply as can be, and leaves its hash until it is asked for: that can cost more than the parse.
///
/// # Errors
/// As [`read`].
pub fn read_while(
    bytes: &[u8],
    name: Option<&str>,
    options: &ParseOptions,
    keep_going: &dyn Fn() -> bool,
) -> Result<Option<(Document, Input)>, ReadError> {
    let text = SourceText::of(bytes)?;
    let Some(parsed) = parse_while(&text.text, options, keep_going) else { return Ok(None) };
    let (document, encoding) = text.document(parsed);
    let input = Input::of_bytes(name, bytes, encoding, document.source());
    Ok(Some((document, input)))
}

fn document(bytes: &[u8], options: &ParseOptions) -> Result<(Document, Encoding), ReadError> {
    let text = SourceText::of(bytes)?;
    Ok(text.document(parse_with(&text.text, options)))
}

/// The text that the bytes of a file spell; borrowed where they are UTF-8 without a fault, as nearly always.
struct SourceText<'b> {
    text: Cow<'b, str>,
    findings: Vec<Diagnostic>,
    encoding: Encoding,
}

impl<'b> SourceText<'b> {
    fn of(bytes: &'b [u8]) -> Result<Self, ReadError> {
        let wide = inspect(bytes)?;
        if u32::try_from(bytes.len()).is_err() {
            return Err(ReadError::TooLarge { bytes: Some(bytes.len() as u64) });
        }
        if let (None, Ok(text)) = (wide, simdutf8::basic::from_utf8(bytes)) {
            return Ok(Self { text: text.into(), findings: Vec::new(), encoding: Encoding::Utf8 });
        }
        let encoding = wide.unwrap_or_else(|| Encoding::of_narrow(bytes));
        let Decoded { text, findings } = decode(bytes, encoding);
        Ok(Self { text: text.into(), findings, encoding })
    }

    fn document(&self, mut parsed: Parsed<'_>) -> (Document, Encoding) {
        parsed.add_findings(self.findings.iter().cloned());
        (parsed.into_document(), self.encoding)
    }
}
