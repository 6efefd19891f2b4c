//! Bytes become a document: looked at, decoded, parsed.

use torch_bulletin::{Document, ParseOptions};

use crate::{Input, Origin, ReadError, Reading, SourceText};

/// Reads one issue from the bytes of a file.
///
/// Text in UTF-8, UTF-16 and GB18030 (GBK, GB2312) is decoded, and of a web page the text is taken
/// ([`SourceText`]); a byte order mark and carriage returns stay
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
    Ok(SourceText::decode(bytes)?.parse(options).into_document())
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
    let text = SourceText::decode(bytes)?;
    let parsed = text.parse(options);
    let several = parsed.is_first_of_several().then(|| text.known().clone());
    Ok(Reading { document: parsed.into_document(), origin: Origin::of(name, bytes, &text), several })
}

/// Reads one issue, unless it is called off: `None` where `keep_going` says no; see
/// [`parse_while`](torch_bulletin::parse_while).
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
    let text = SourceText::decode(bytes)?;
    let Some(parsed) = text.parse_while(options, keep_going) else { return Ok(None) };
    Ok(Some((parsed.into_document(), Input::of_bytes(name, bytes, &text))))
}
