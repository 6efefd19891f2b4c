//! The first 64 KiB of a file decide whether it is a text: by its signature, its byte order, its control
//! characters.

use crate::{Certainty, Encoding, Evidence, FileKind, ReadError};

/// How much of a file is looked at before the rest is read.
pub(crate) const HEAD: usize = 64 * 1024;

/// Refuses what is no text, and gives UTF-16 where it is; `None` leaves the encoding to the whole text.
pub(crate) fn inspect(bytes: &[u8]) -> Result<Option<(Encoding, Certainty)>, ReadError> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some(kind) = FileKind::of(head) {
        return Err(ReadError::OtherKind { kind });
    }
    // UTF-16 is full of NULs; it has to be known before they are counted.
    let wide = utf16(head);
    match evidence(head, wide.map(|(encoding, _)| encoding)) {
        Some(evidence) => Err(ReadError::Binary { evidence }),
        None => Ok(wide),
    }
}

/// UTF-16 by its byte order mark, or without one where both NULs and characters say so.
#[cfg(feature = "decode")]
fn utf16(head: &[u8]) -> Option<(Encoding, Certainty)> {
    let encoding = match head {
        [0xFF, 0xFE, ..] => return Some((Encoding::Utf16Le, Certainty::Marked)),
        [0xFE, 0xFF, ..] => return Some((Encoding::Utf16Be, Certainty::Marked)),
        _ if memchr::memchr(0, head).is_none() => return None,
        _ => [Encoding::Utf16Le, Encoding::Utf16Be].into_iter().find(|&it| looks_like(head, it))?,
    };
    Some((encoding, Certainty::Detected))
}

#[cfg(not(feature = "decode"))]
fn utf16(_: &[u8]) -> Option<(Encoding, Certainty)> {
    None
}

/// Whether nearly all units are what a newsletter is written in, and most are no two ASCII characters: an
/// ASCII text with a stray NUL makes fine Han characters when it is read in pairs.
#[cfg(feature = "decode")]
fn looks_like(head: &[u8], encoding: Encoding) -> bool {
    let (mut all, mut likely, mut pairs) = (0, 0, 0);
    for unit in units(head, encoding) {
        all += 1;
        likely += usize::from(is_likely(unit));
        pairs += usize::from(unit.to_be_bytes().iter().all(|byte| matches!(byte, b' '..=b'~')));
    }
    likely * 10 >= all * 9 && pairs * 2 < all
}

/// The code units of a text in UTF-16; an odd byte at the end is none.
fn units(head: &[u8], encoding: Encoding) -> impl Iterator<Item = u16> {
    let read = if encoding == Encoding::Utf16Be { u16::from_be_bytes } else { u16::from_le_bytes };
    head.as_chunks::<2>().0.iter().map(move |&pair| read(pair))
}

/// What a Chinese newsletter is written in: line ends, ASCII, general and Chinese punctuation, Han, full
/// widths. Binary data seldom keeps to it, and UTF-16 of the wrong byte order never does.
#[cfg(feature = "decode")]
fn is_likely(unit: u16) -> bool {
    matches!(unit, 9..=13 | 0x20..=0x7E | 0xA0..=0xFF | 0x2000..=0x206F | 0x2460..=0x24FF | 0x3000..=0x303F
        | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF)
}

/// What shows that the head is no text, if anything does.
fn evidence(head: &[u8], wide: Option<Encoding>) -> Option<Evidence> {
    let (nul, found, all) = match wide {
        Some(encoding) => {
            let nul = units(head, encoding).position(|unit| unit == 0).map(|unit| 2 * unit);
            let found =
                units(head, encoding).filter(|&unit| u8::try_from(unit).is_ok_and(is_control)).count();
            (nul, found, head.len() / 2)
        }
        None => (memchr::memchr(0, head), controls(head), head.len()),
    };
    if let Some(at) = nul {
        return Some(Evidence::Nul(at));
    }
    (found * 10 > all).then_some(Evidence::Controls { found, of: all })
}

/// How many bytes are control characters. Short runs are summed in a byte, so that a vector of them is counted at
/// once: one by one the count costs a quarter of a parse.
fn controls(head: &[u8]) -> usize {
    let run = |run: &[u8]| usize::from(run.iter().map(|&byte| u8::from(is_control(byte))).sum::<u8>());
    head.chunks(usize::from(u8::MAX)).map(run).sum()
}

/// Control characters that no text needs: all but tab, the line ends, vertical tab and form feed.
const fn is_control(byte: u8) -> bool {
    // No branch: the bytes are counted side by side.
    (byte < b' ') & (byte.wrapping_sub(9) > 4) | (byte == 0x7F)
}

#[cfg(all(test, feature = "decode"))]
mod tests {
    use super::*;

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn utf16_without_a_mark_is_known_by_its_line_ends() {
        let text = "火炬动态\r\n2019年第3期\r\n今天没有新闻。\r\n";
        assert_eq!(inspect(&wide(text)).unwrap(), Some((Encoding::Utf16Le, Certainty::Detected)));
        let swapped: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(inspect(&swapped).unwrap(), Some((Encoding::Utf16Be, Certainty::Detected)));
    }

    #[test]
    fn a_stray_nul_does_not_make_utf16() {
        for text in ["some text\0 more", "some tex\0t more", "没有新闻\0没有新闻", "\0\0\0\0", "a\0"]
        {
            let read = inspect(text.as_bytes());
            assert!(matches!(read, Err(ReadError::Binary { .. })) || text == "a\0", "{text:?}: {read:?}");
        }
    }

    #[test]
    fn a_mark_does_not_excuse_binary_data() {
        let bytes = [&b"\xFF\xFE"[..], &wide("火\0炬")].concat();
        assert!(matches!(inspect(&bytes), Err(ReadError::Binary { evidence: Evidence::Nul(4) })));
    }

    #[test]
    fn the_share_of_control_characters_decides() {
        let with = |controls: usize| [vec![b'x'; 100 - controls], vec![0x1B; controls]].concat();
        assert_eq!(inspect(&with(10)).unwrap(), None);
        assert!(matches!(
            inspect(&with(11)),
            Err(ReadError::Binary { evidence: Evidence::Controls { found: 11, of: 100 } })
        ));
    }

    #[test]
    fn control_characters_are_counted_over_every_run() {
        let all: Vec<u8> = (0..=u8::MAX).cycle().take(1_024).collect();
        let slow = all.iter().filter(|byte| byte.is_ascii_control() && !matches!(byte, 9..=13)).count();
        assert_eq!((controls(&all), controls(&[1; 1_000])), (slow, 1_000));
    }

    #[test]
    fn line_ends_and_page_breaks_are_no_control_characters() {
        assert_eq!(inspect(b"\t\r\n\x0B\x0C").unwrap(), None);
    }

    #[test]
    fn only_the_head_decides() {
        let bytes = [vec![b'x'; HEAD], vec![0]].concat();
        assert_eq!(inspect(&bytes).unwrap(), None);
    }
}
