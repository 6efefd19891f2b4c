//! Which encoding a text is in: UTF-8, UTF-16 or GB18030, the three in which copies of the newsletter exist.

use std::fmt;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use crate::decode::walk;
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
/// The detector is told that the text is from the mainland: two characters are too few to see it. So a short
/// text in Big5 is taken for GB18030 too; no copy of the newsletter is known to be in Big5.
///
/// The detector drops an encoding at its first impossible byte; one damaged byte must not cost a whole
/// issue, so such bytes are kept from it as long as they are few.
fn is_gb18030(bytes: &[u8]) -> bool {
    const BYTE_ORDER_MARK: &[u8] = b"\x84\x31\x95\x33";
    if bytes.starts_with(BYTE_ORDER_MARK) {
        return true;
    }
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let sample = &bytes[first..bytes.len().min(first + HEAD)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let (mut fed, mut damaged) = (0, 0);
    walk(Encoding::Gb18030, sample, &mut String::new(), |_, bad| {
        detector.feed(&sample[fed..bad.start], false);
        fed = bad.end;
        // The sample, or the file, may end inside a character: that is no damage.
        damaged += if bad.end < sample.len() { bad.len() } else { 0 };
    });
    detector.feed(&sample[fed..], true);
    let foreign = sample.iter().filter(|byte| !byte.is_ascii()).count();
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    damaged * 20 <= foreign && (guess == encoding_rs::GBK || guess == encoding_rs::GB18030)
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
    fn western_text_is_not_taken_for_gb18030() {
        assert_eq!(Encoding::of_narrow(b"un caf\xE9 \xE0 la carte, s'il vous pla\xEEt"), Encoding::Utf8);
        assert_eq!(Encoding::of_narrow(b"plain"), Encoding::Utf8);
    }
}
