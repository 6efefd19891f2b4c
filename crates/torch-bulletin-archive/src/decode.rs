//! Bytes become characters; what no encoding explains becomes U+FFFD, and is reported.

use std::borrow::Cow;
use std::ops::Range;

use torch_bulletin::{Code, Diagnostic, Report, Span};

#[cfg(feature = "decode")]
use crate::detect::encoding as detected;
use crate::head::inspect;
use crate::{Certainty, Encoding, ReadError};

/// The characters of a file. A byte order mark and carriage returns stay: offsets count them.
#[derive(Debug)]
pub(crate) struct Decoded<'b> {
    /// Borrowed where the bytes are UTF-8 without a fault, as nearly always.
    pub(crate) text: Cow<'b, str>,
    pub(crate) findings: Vec<Diagnostic>,
    pub(crate) encoding: Encoding,
    pub(crate) certainty: Certainty,
}

/// Decodes a whole file, in the encoding that its bytes show.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    let wide = inspect(bytes)?;
    if u32::try_from(bytes.len()).is_err() {
        return Err(ReadError::TooLarge { bytes: Some(bytes.len() as u64) });
    }
    let (encoding, certainty) = match wide {
        Some(found) => found,
        None => match simdutf8::basic::from_utf8(bytes) {
            Ok(text) => {
                let certainty =
                    if text.starts_with('\u{FEFF}') { Certainty::Marked } else { Certainty::Valid };
                let encoding = Encoding::Utf8;
                return Ok(Decoded { text: text.into(), findings: Vec::new(), encoding, certainty });
            }
            Err(_) => detected(bytes)?,
        },
    };
    let (text, findings) = decode_as(bytes, encoding);
    Ok(Decoded { text: text.into(), findings, encoding, certainty })
}

#[cfg(not(feature = "decode"))]
fn detected(_: &[u8]) -> Result<(Encoding, Certainty), ReadError> {
    Ok((Encoding::Utf8, Certainty::Assumed))
}

/// Decodes bytes in a given encoding.
fn decode_as(bytes: &[u8], encoding: Encoding) -> (String, Vec<Diagnostic>) {
    let mut text = String::new();
    let mut damage = Damage { encoding, run: None, findings: Vec::new() };
    walk(encoding, bytes, &mut text, |at, bad| damage.add(at, bad));
    (text, damage.finish())
}

/// Appends the text of `bytes` to `out`, with one U+FFFD for each bad sequence, and says for each where that
/// stands in `out` and which bytes it stands for.
pub(crate) fn walk(
    encoding: Encoding,
    bytes: &[u8],
    out: &mut String,
    mut on_bad: impl FnMut(usize, Range<usize>),
) {
    let mut replace = |out: &mut String, bad: Range<usize>| {
        on_bad(out.len(), bad);
        out.push(char::REPLACEMENT_CHARACTER);
    };
    // Three bytes for two is what Chinese text needs in each encoding but UTF-8.
    out.reserve(if encoding == Encoding::Utf8 { bytes.len() } else { bytes.len() / 2 * 3 });
    #[cfg(feature = "decode")]
    match encoding {
        Encoding::Utf8 => {}
        Encoding::Utf16Le => return utf16(u16::from_le_bytes, bytes, out, replace),
        Encoding::Utf16Be => return utf16(u16::from_be_bytes, bytes, out, replace),
        Encoding::Gb18030 => return gb18030(bytes, out, replace),
    }
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        at += chunk.valid().len() + chunk.invalid().len();
        if !chunk.invalid().is_empty() {
            replace(out, at - chunk.invalid().len()..at);
        }
    }
}

#[cfg(feature = "decode")]
fn gb18030(bytes: &[u8], out: &mut String, mut replace: impl FnMut(&mut String, Range<usize>)) {
    let mut at = 0;
    while at < bytes.len() {
        at += match crate::gb18030::step(&bytes[at..]) {
            Ok((character, length)) => {
                out.push(character);
                length
            }
            Err(length) => {
                replace(out, at..at + length);
                length
            }
        };
    }
}

/// UTF-16 of one byte order; what is left over at the end is one bad sequence.
#[cfg(feature = "decode")]
fn utf16(
    unit: fn([u8; 2]) -> u16,
    bytes: &[u8],
    out: &mut String,
    mut replace: impl FnMut(&mut String, Range<usize>),
) {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut at = 0;
    for decoded in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        match decoded {
            Ok(character) => {
                out.push(character);
                at += 2 * character.len_utf16();
            }
            Err(half) => {
                let is_cut =
                    matches!(half.unpaired_surrogate(), 0xD800..=0xDBFF) && at + 2 + odd.len() == bytes.len();
                let end = if is_cut { bytes.len() } else { at + 2 };
                replace(out, at..end);
                at = end;
            }
        }
    }
    if at < bytes.len() {
        replace(out, at..bytes.len());
    }
}

/// Collects bad bytes into runs, and runs into a bounded number of findings.
struct Damage {
    encoding: Encoding,
    run: Option<Run>,
    findings: Vec<Diagnostic>,
}

/// Neighbouring bad bytes, and the U+FFFD that stand for them.
struct Run {
    text: Range<usize>,
    bytes: Range<usize>,
}

impl Damage {
    fn add(&mut self, at: usize, bad: Range<usize>) {
        let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
        match &mut self.run {
            Some(run) if run.bytes.end == bad.start => {
                run.bytes.end = bad.end;
                run.text.end = end;
            }
            _ => {
                self.report();
                self.run = Some(Run { text: at..end, bytes: bad });
            }
        }
    }

    fn finish(mut self) -> Vec<Diagnostic> {
        self.report();
        self.findings
    }

    /// Every second byte of a hostile file can be bad: past the number that a report keeps, only count.
    fn report(&mut self) {
        let Some(Run { text, bytes }) = self.run.take() else { return };
        if let Some(last) = self.findings.get_mut(Report::KEPT_PER_CODE - 1) {
            last.count = last.count.saturating_add(1);
            return;
        }
        // Past 4 GiB - 1 the text is not read, and says so itself.
        let (Ok(start), Ok(end)) = (u32::try_from(text.start), u32::try_from(text.end)) else { return };
        let encoding = self.encoding;
        let message = match bytes.len() {
            1 => format!("found 1 byte at byte {} of the file that is no {encoding}", bytes.start),
            many => {
                format!("found {many} bytes from byte {} of the file that are no {encoding}", bytes.start)
            }
        };
        let help = match encoding {
            Encoding::Utf8 => {
                "read as U+FFFD; if the file is in another encoding, convert it, for example with \
                 `iconv -f GB18030 -t UTF-8`"
            }
            _ => "read as U+FFFD; compare with another copy of the file, or convert it to UTF-8 first",
        };
        let finding = Diagnostic::new(Code::InvalidBytes, Span::new(start, end), message).with_help(help);
        self.findings.push(finding);
    }
}

#[cfg(all(test, feature = "decode"))]
mod tests {
    use super::*;

    #[test]
    fn bad_bytes_are_placed_in_every_encoding() {
        let pieces = |encoding, bytes: &[u8]| {
            let (text, findings) = decode_as(bytes, encoding);
            let places: Vec<_> = findings.iter().map(|it| it.span.unwrap()).collect();
            (text, places)
        };
        let (text, places) = pieces(Encoding::Utf8, b"a\xE7\x81\xABb\xFF\xFEc\xE7\x81");
        assert_eq!(
            (text.as_str(), &places[..]),
            ("a火b\u{FFFD}\u{FFFD}c\u{FFFD}", &[Span::new(5, 11), Span::new(12, 15)][..])
        );

        let (text, places) = pieces(Encoding::Gb18030, b"\xBB\xF0\xFF\xBE\xE6\x81");
        assert_eq!(
            (text.as_str(), &places[..]),
            ("火\u{FFFD}炬\u{FFFD}", &[Span::new(3, 6), Span::new(9, 12)][..])
        );

        // A high surrogate alone, and an odd byte at the end.
        let (text, places) = pieces(Encoding::Utf16Le, b"\xFF\xFE\x6B\x70\x00\xD8\xAC\x70\x0A");
        assert_eq!((text.as_str(), places.len()), ("\u{FEFF}火\u{FFFD}炬\u{FFFD}", 2));
        let (text, places) = pieces(Encoding::Utf16Be, b"\x70\x6B\xD8\x00\x70\xAC");
        assert_eq!((text.as_str(), places.len()), ("火\u{FFFD}炬", 1));
    }

    #[test]
    fn damaged_utf16_is_what_the_standard_takes_for_damage() {
        let units = [0x706B, 0xD800, 0xDBFF, 0xDC00, 0x41];
        for number in 0..units.len().pow(4) {
            let text = [0, 1, 2, 3].map(|place| units[number / units.len().pow(place) % units.len()]);
            let mut bytes: Vec<u8> = text.into_iter().flat_map(u16::to_be_bytes).collect();
            for odd in [None, Some(0xD8)] {
                bytes.extend(odd);
                let theirs = encoding_rs::UTF_16BE.decode_without_bom_handling(&bytes).0;
                assert_eq!(decode_as(&bytes, Encoding::Utf16Be).0, theirs, "{bytes:02X?}");
            }
        }
    }

    #[test]
    fn a_bad_gb18030_sequence_gives_back_the_digits_it_swallowed() {
        // 0x81 0x30 begins a four-byte character that does not go on: the digit and the letter are text.
        let (text, findings) = decode_as(b"\xBB\xF0\x810x2", Encoding::Gb18030);
        assert_eq!(text, "火\u{FFFD}0x2");
        assert!(findings[0].message.contains("1 byte at byte 2 "), "{findings:?}");
    }

    #[test]
    fn findings_are_bounded_and_count_the_rest() {
        let (text, findings) = decode_as(&b"\xFF.".repeat(5_000), Encoding::Utf8);
        assert_eq!(findings.len(), Report::KEPT_PER_CODE);
        assert_eq!(findings.iter().map(|it| it.count).sum::<u32>(), 5_000);
        assert_eq!(text.len(), 4 * 5_000);
    }
}
