//! Which encoding a text is in that is no UTF-16: its byte order mark, its bytes, what it says of itself.

use crate::head::HEAD;
use crate::html::Declared;
use crate::{Certainty, Encoding, FileKind, ReadError, gb18030};

/// The encoding of a whole text that is neither UTF-16 nor valid UTF-8.
///
/// # Errors
/// Where the text is in Big5, which no copy of the newsletter is known to be in.
pub(crate) fn encoding(bytes: &[u8]) -> Result<(Encoding, Certainty), ReadError> {
    encoding_of(bytes, crate::html::declared(bytes))
}

/// The same, where `declared` is what a page says of itself.
///
/// A UTF-8 text with some bad bytes stays UTF-8: it wins where far more bytes spell UTF-8 characters than
/// do not. In a long GB18030 text about one byte in seven does; in a short one it can be most (动态 is good
/// UTF-8, if rare letters).
fn encoding_of(bytes: &[u8], declared: Option<Declared>) -> Result<(Encoding, Certainty), ReadError> {
    const GB18030_MARK: &[u8] = b"\x84\x31\x95\x33";
    const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
    if bytes.starts_with(GB18030_MARK) {
        return Ok((Encoding::Gb18030, Certainty::Marked));
    }
    if bytes.starts_with(UTF8_MARK) {
        return Ok((Encoding::Utf8, Certainty::Marked));
    }
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        bad += chunk.invalid().len();
        good += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
    }
    if bad == 0 {
        return Ok((Encoding::Utf8, Certainty::Valid));
    }
    if good > 3 * bad {
        return Ok((Encoding::Utf8, Certainty::Assumed));
    }
    let sample = Sample::of(bytes);
    match declared {
        Some(Declared::Gb18030) if sample.fits_gb18030() => Ok((Encoding::Gb18030, Certainty::Declared)),
        Some(Declared::Big5) if sample.fits_big5() => Err(ReadError::OtherKind { kind: FileKind::Big5 }),
        _ if sample.is_gb18030() => Ok((Encoding::Gb18030, Certainty::Detected)),
        _ if sample.is_big5() => Err(ReadError::OtherKind { kind: FileKind::Big5 }),
        _ => Ok((Encoding::Utf8, Certainty::Assumed)),
    }
}

/// What a text has of the parts of two tables, as far as it is looked at.
#[derive(Clone, Copy, Debug, Default)]
struct Sample {
    foreign: usize,
    gb18030: Gb18030,
    big5: Big5,
}

/// Characters by their part of the GB18030 table, and bytes that are none.
#[derive(Clone, Copy, Debug, Default)]
struct Gb18030 {
    common: usize,
    second_level: usize,
    other: usize,
    damaged: usize,
}

/// Pairs by what they are in Big5: of its common plane, with a low second byte, none at all.
#[derive(Clone, Copy, Debug, Default)]
struct Big5 {
    pairs: usize,
    common: usize,
    low: usize,
    damaged: usize,
}

impl Sample {
    /// The first of a text that is no ASCII.
    fn of(bytes: &[u8]) -> Self {
        let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
        let bytes = &bytes[first..bytes.len().min(first + HEAD)];
        Self {
            foreign: bytes.iter().filter(|byte| !byte.is_ascii()).count(),
            gb18030: Gb18030::of(bytes),
            big5: Big5::of(bytes),
        }
    }

    /// Whether GB18030 explains nearly all of it: one damaged byte must not cost a whole issue.
    fn fits_gb18030(&self) -> bool {
        self.gb18030.damaged * 20 <= self.foreign
    }

    fn fits_big5(&self) -> bool {
        self.big5.damaged * 20 <= self.foreign
    }

    /// Whether it is GB18030, rather than Latin-1, Big5 or noise.
    ///
    /// The parts of the table say so. Of 30,234 characters in issues of the newsletter 30,184 are punctuation or of
    /// the first level of GB2312, the 3,755 in use every day (leads A1–A3, B0–D7); 47 are of the second level
    /// (D8–F7), names and rarities; all the rest of the table, three quarters of it, has 3. What is Latin-1,
    /// Windows-1251, Shift_JIS or Big5 falls into that rest and into the second level. So a text is GB18030 where
    /// common characters are at least three times the rest and no fewer than the second level. Of pieces of issues
    /// of one to a thousand characters this takes all but those that are one rare character. Korean in EUC-KR and
    /// short Russian in KOI8-R are taken for GB18030 too; no copy of the newsletter is known to be in either.
    fn is_gb18030(&self) -> bool {
        let Gb18030 { common, second_level, other, .. } = self.gb18030;
        self.fits_gb18030() && common >= 3 * other && common >= second_level
    }

    /// Whether it is Big5: nearly all pairs are of its common plane, 0xA4 to 0xC6 and punctuation before it, and many
    /// have a second byte below 0x7F. Fewer than a dozen characters decide nothing.
    fn is_big5(&self) -> bool {
        let Big5 { pairs, common, low, .. } = self.big5;
        self.fits_big5() && pairs >= 12 && low * 4 > pairs && common * 10 > pairs * 9
    }
}

impl Gb18030 {
    fn of(bytes: &[u8]) -> Self {
        let mut out = Self::default();
        let mut at = 0;
        while at < bytes.len() {
            let rest = &bytes[at..];
            at += match gb18030::step(rest) {
                Ok((_, length)) => {
                    match rest[..length] {
                        [_] => {}
                        [0xA1..=0xA3 | 0xB0..=0xD7, 0xA1..=0xFE] => out.common += 1,
                        [0xD8..=0xF7, 0xA1..=0xFE] => out.second_level += 1,
                        _ => out.other += 1,
                    }
                    length
                }
                Err(length) => {
                    // The sample, or the file, may end inside a character: that is no damage.
                    out.damaged += if at + length < bytes.len() { length } else { 0 };
                    length
                }
            };
        }
        out
    }
}

impl Big5 {
    fn of(bytes: &[u8]) -> Self {
        let mut out = Self::default();
        let mut rest = bytes;
        while let [first, second, tail @ ..] = rest {
            rest = match (first, second) {
                (0..=0x7F, _) => &rest[1..],
                (0x81..=0xFE, 0x40..=0x7E | 0xA1..=0xFE) => {
                    out.pairs += 1;
                    out.low += usize::from(*second < 0x7F);
                    out.common += usize::from(matches!(first, 0xA1..=0xC6));
                    tail
                }
                _ => {
                    out.damaged += 1;
                    &rest[1..]
                }
            };
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_gb18030(text: &str) -> Vec<u8> {
        encoding_rs::GB18030.encode(text).0.into_owned()
    }

    fn found(bytes: &[u8]) -> Encoding {
        encoding_of(bytes, None).unwrap().0
    }

    #[test]
    fn short_and_long_gb18030_is_known() {
        for text in
            ["火炬", "火炬动态", "第3期", "今天没有新闻,明天也没有。", "高新区(国家级)", "生僻字㐂与𠮷在此"]
        {
            let bytes = in_gb18030(text);
            assert_eq!(
                encoding_of(&bytes, None).unwrap(),
                (Encoding::Gb18030, Certainty::Detected),
                "{text}"
            );
        }
    }

    #[test]
    fn a_long_ascii_head_does_not_hide_the_encoding() {
        let text = format!("{}今天没有新闻", "-".repeat(3 * HEAD));
        assert_eq!(found(&in_gb18030(&text)), Encoding::Gb18030);
    }

    #[test]
    fn a_damaged_byte_does_not_change_the_encoding() {
        let mut bytes = in_gb18030(&"本区今天没有新闻。\n".repeat(40));
        bytes[9] = 0xFF;
        assert_eq!(found(&bytes), Encoding::Gb18030);
        let mut bytes = "本区今天没有新闻。\n".repeat(40).into_bytes();
        bytes[9] = 0xFF;
        assert_eq!(encoding_of(&bytes, None).unwrap(), (Encoding::Utf8, Certainty::Assumed));
    }

    #[test]
    fn western_text_is_not_taken_for_chinese() {
        assert_eq!(found(b"un caf\xE9 \xE0 la carte, s'il vous pla\xEEt"), Encoding::Utf8);
        assert_eq!(encoding_of(b"plain", None).unwrap(), (Encoding::Utf8, Certainty::Valid));
    }

    #[test]
    fn neighbours_of_gb18030_are_not_taken_for_it() {
        let texts = [
            (encoding_rs::SHIFT_JIS, "本日、新しい技術の展示会が開かれました"),
            (encoding_rs::EUC_JP, "本日、新しい技術の展示会が開かれました"),
            (encoding_rs::WINDOWS_1251, "Сегодня в городе открылась выставка"),
            (encoding_rs::WINDOWS_1252, "Größe und Qualität für Österreich: Überprüfung"),
        ];
        for (encoding, text) in texts {
            assert_eq!(found(&encoding.encode(text).0), Encoding::Utf8, "{}", encoding.name());
        }
    }

    #[test]
    fn big5_is_refused_by_name_and_traditional_gb18030_is_read() {
        let text = "高新區今天沒有新聞，明天也沒有；園區的企業都在開會，會後參觀了實驗室。";
        let refused = encoding_of(&encoding_rs::BIG5.encode(text).0, None).unwrap_err().to_string();
        assert!(refused.contains("Big5") && refused.contains("iconv -f BIG5"), "{refused}");
        assert_eq!(found(&in_gb18030("火炬动态今天的新闻：高新區沒有新聞。")), Encoding::Gb18030);
    }

    #[test]
    fn what_a_page_says_of_itself_holds_where_its_bytes_agree() {
        let gb = in_gb18030("囍");
        let declared = encoding_of(&gb, Some(Declared::Gb18030)).unwrap();
        assert_eq!(declared, (Encoding::Gb18030, Certainty::Declared));
        assert!(encoding_of(&encoding_rs::BIG5.encode("新聞").0, Some(Declared::Big5)).is_err());
        let utf8 = encoding_of("新闻".as_bytes(), Some(Declared::Gb18030)).unwrap();
        assert_eq!(utf8, (Encoding::Utf8, Certainty::Valid));
    }

    #[test]
    fn a_byte_order_mark_is_the_surest() {
        assert_eq!(
            encoding_of(b"\x84\x31\x95\x33\xBB\xF0", None).unwrap(),
            (Encoding::Gb18030, Certainty::Marked)
        );
        assert_eq!(encoding_of(b"\xEF\xBB\xBF\xFF", None).unwrap(), (Encoding::Utf8, Certainty::Marked));
    }
}
