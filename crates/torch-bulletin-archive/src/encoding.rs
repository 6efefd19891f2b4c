//! Which encoding a text is in: UTF-8, UTF-16 or GB18030, the three in which copies of the newsletter exist.

use std::fmt;

use crate::gb18030;
use crate::head::HEAD;

/// How the bytes of a file spell its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030, and so GBK and GB2312, which it holds.
    Gb18030,
}

impl Encoding {
    /// The stable name, as in `source.encoding`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Gb18030 => "gb18030",
        }
    }

    /// The encoding of a whole text that is not UTF-16.
    ///
    /// A UTF-8 text with some bad bytes stays UTF-8: it wins where far more bytes spell UTF-8 characters than
    /// do not. In a long GB18030 text about one byte in seven does; in a short one it can be most (动态 is good
    /// UTF-8, if rare letters).
    pub(crate) fn of_narrow(bytes: &[u8]) -> Self {
        let (mut good, mut bad) = (0, 0);
        for chunk in bytes.utf8_chunks() {
            bad += chunk.invalid().len();
            good += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        }
        if bad == 0 || good > 3 * bad {
            return Encoding::Utf8;
        }
        if is_gb18030(bytes) { Encoding::Gb18030 } else { Encoding::Utf8 }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether a text that is no UTF-8 is GB18030, rather than Latin-1 or noise.
///
/// The parts of the table say so. Of 30,234 characters in issues of the newsletter 30,184 are punctuation or of
/// the first level of GB2312, the 3,755 in use every day (leads A1–A3, B0–D7); 47 are of the second level
/// (D8–F7), names and rarities; all the rest of the table, three quarters of it, has 3. What is Latin-1, Windows-1251,
/// Shift_JIS or Big5 falls into that rest and into the second level. So a text is GB18030 where common
/// characters are at least three times the rest and no fewer than the second level. Of pieces of issues of one to
/// a thousand characters this takes all but those that are one rare character. Korean in EUC-KR and short Russian
/// in KOI8-R are taken for GB18030 too; no copy of the newsletter is known to be in either.
///
/// One damaged byte must not cost a whole issue: bytes that are no GB18030 count against it only where they are
/// many.
fn is_gb18030(bytes: &[u8]) -> bool {
    const BYTE_ORDER_MARK: &[u8] = b"\x84\x31\x95\x33";
    if bytes.starts_with(BYTE_ORDER_MARK) {
        return true;
    }
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let sample = &bytes[first..bytes.len().min(first + HEAD)];
    let (mut common, mut second_level, mut other, mut damaged) = (0, 0, 0, 0);
    let mut at = 0;
    while at < sample.len() {
        let rest = &sample[at..];
        at += match gb18030::step(rest) {
            Ok((_, length)) => {
                match rest[..length] {
                    [_] => {}
                    [0xA1..=0xA3 | 0xB0..=0xD7, 0xA1..=0xFE] => common += 1,
                    [0xD8..=0xF7, 0xA1..=0xFE] => second_level += 1,
                    _ => other += 1,
                }
                length
            }
            Err(length) => {
                // The sample, or the file, may end inside a character: that is no damage.
                damaged += if at + length < sample.len() { length } else { 0 };
                length
            }
        };
    }
    let foreign = sample.iter().filter(|byte| !byte.is_ascii()).count();
    damaged * 20 <= foreign && common >= 3 * other && common >= second_level
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_gb18030(text: &str) -> Vec<u8> {
        encoding_rs::GB18030.encode(text).0.into_owned()
    }

    #[test]
    fn short_and_long_gb18030_is_known() {
        for text in
            ["火炬", "火炬动态", "第3期", "今天没有新闻,明天也没有。", "高新区(国家级)", "生僻字㐂与𠮷在此"]
        {
            assert_eq!(Encoding::of_narrow(&in_gb18030(text)), Encoding::Gb18030, "{text}");
        }
    }

    #[test]
    fn a_long_ascii_head_does_not_hide_the_encoding() {
        let text = format!("{}今天没有新闻", "-".repeat(3 * HEAD));
        assert_eq!(Encoding::of_narrow(&in_gb18030(&text)), Encoding::Gb18030);
    }

    #[test]
    fn a_damaged_byte_does_not_change_the_encoding() {
        let mut bytes = in_gb18030(&"本区今天没有新闻。\n".repeat(40));
        bytes[9] = 0xFF;
        assert_eq!(Encoding::of_narrow(&bytes), Encoding::Gb18030);
        let mut bytes = "本区今天没有新闻。\n".repeat(40).into_bytes();
        bytes[9] = 0xFF;
        assert_eq!(Encoding::of_narrow(&bytes), Encoding::Utf8);
    }

    #[test]
    fn neighbours_of_gb18030_are_not_taken_for_it() {
        let texts = [
            (encoding_rs::BIG5, "今天在臺北舉行了一場關於科技園區發展的會議"),
            (encoding_rs::SHIFT_JIS, "本日、新しい技術の展示会が開かれました"),
            (encoding_rs::EUC_JP, "本日、新しい技術の展示会が開かれました"),
            (encoding_rs::WINDOWS_1251, "Сегодня в городе открылась выставка"),
            (encoding_rs::WINDOWS_1252, "Größe und Qualität für Österreich: Überprüfung"),
        ];
        for (encoding, text) in texts {
            assert_eq!(Encoding::of_narrow(&encoding.encode(text).0), Encoding::Utf8, "{}", encoding.name());
        }
    }

    #[test]
    fn western_text_is_not_taken_for_gb18030() {
        assert_eq!(Encoding::of_narrow(b"un caf\xE9 \xE0 la carte, s'il vous pla\xEEt"), Encoding::Utf8);
        assert_eq!(Encoding::of_narrow(b"plain"), Encoding::Utf8);
    }
}
