//! Which encoding a text is in that is no UTF-16: its byte order mark, its bytes, what it says of itself.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use crate::decode::walk;
use crate::head::HEAD;
use crate::{Certainty, Encoding};

/// The encoding of a whole text that is neither UTF-16 nor valid UTF-8.
pub(crate) fn encoding(bytes: &[u8]) -> (Encoding, Certainty) {
    encoding_of(bytes, crate::html::declared(bytes))
}

/// The same, where `declared` is what a page says of itself.
///
/// A UTF-8 text with some bad bytes stays UTF-8: it wins where far more bytes spell UTF-8 characters than
/// do not. In a long GB18030 text about one byte in seven does; in a short one it can be most (动态 is good
/// UTF-8, if rare letters).
fn encoding_of(bytes: &[u8], declared: Option<Encoding>) -> (Encoding, Certainty) {
    const GB18030_MARK: &[u8] = b"\x84\x31\x95\x33";
    const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
    if bytes.starts_with(GB18030_MARK) {
        return (Encoding::Gb18030, Certainty::Marked);
    }
    if bytes.starts_with(UTF8_MARK) {
        return (Encoding::Utf8, Certainty::Marked);
    }
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        bad += chunk.invalid().len();
        good += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
    }
    if bad == 0 {
        return (Encoding::Utf8, Certainty::Valid);
    }
    if good > 3 * bad {
        return (Encoding::Utf8, Certainty::Assumed);
    }
    let sample = Sample::of(bytes);
    if let Some(declared) = declared.filter(|it| *it != Encoding::Utf8 && sample.fits(*it)) {
        return (declared, Certainty::Declared);
    }
    if sample.is_big5() {
        (Encoding::Big5, Certainty::Detected)
    } else if sample.is_gb18030() {
        (Encoding::Gb18030, Certainty::Detected)
    } else {
        (Encoding::Utf8, Certainty::Assumed)
    }
}

/// The first of a text that is no ASCII, as much as is looked at.
struct Sample<'b> {
    bytes: &'b [u8],
    foreign: usize,
}

impl<'b> Sample<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
        let bytes = &bytes[first..bytes.len().min(first + HEAD)];
        Self { bytes, foreign: bytes.iter().filter(|byte| !byte.is_ascii()).count() }
    }

    /// Whether an encoding explains nearly all of it.
    fn fits(&self, encoding: Encoding) -> bool {
        self.damage(encoding, |_, _| ()) * 20 <= self.foreign
    }

    /// Bytes that an encoding does not explain; `on_bad` gets each run.
    fn damage(&self, encoding: Encoding, mut on_bad: impl FnMut(usize, std::ops::Range<usize>)) -> usize {
        let mut damaged = 0;
        walk(encoding, self.bytes, &mut String::new(), |at, bad| {
            // The sample, or the file, may end inside a character: that is no damage.
            damaged += if bad.end < self.bytes.len() { bad.len() } else { 0 };
            on_bad(at, bad);
        });
        damaged
    }

    /// Whether it is GB18030, rather than Latin-1 or noise.
    ///
    /// The detector is told that the text is from the mainland: two characters are too few to see it. It drops
    /// an encoding at its first impossible byte; one damaged byte must not cost a whole issue, so such bytes are
    /// kept from it as long as they are few.
    fn is_gb18030(&self) -> bool {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        let mut fed = 0;
        let damaged = self.damage(Encoding::Gb18030, |_, bad| {
            detector.feed(&self.bytes[fed..bad.start], false);
            fed = bad.end;
        });
        detector.feed(&self.bytes[fed..], true);
        let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
        damaged * 20 <= self.foreign && (guess == encoding_rs::GBK || guess == encoding_rs::GB18030)
    }

    /// Whether it is Big5, which GB18030 explains as well, if with rare characters.
    ///
    /// In GB2312 every second byte is 0xA1 or more, and simplified text is nearly all GB2312. Half of Big5 has a
    /// second byte below 0x7F, and nearly all of its text is of the common plane, 0xA4 to 0xC6. Fewer than a
    /// dozen characters decide nothing: no copy of the newsletter is known to be in Big5.
    fn is_big5(&self) -> bool {
        let (mut pairs, mut low, mut common) = (0, 0, 0);
        let mut rest = self.bytes;
        while let [first, second, tail @ ..] = rest {
            if first.is_ascii() {
                rest = &rest[1..];
                continue;
            }
            pairs += 1;
            low += usize::from(*second < 0x7F);
            common += usize::from(matches!(first, 0xA1..=0xC6));
            rest = tail;
        }
        pairs >= 12 && low * 4 > pairs && common * 10 > pairs * 9 && self.fits(Encoding::Big5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_gb18030(text: &str) -> Vec<u8> {
        encoding_rs::GB18030.encode(text).0.into_owned()
    }

    fn found(bytes: &[u8]) -> Encoding {
        encoding_of(bytes, None).0
    }

    #[test]
    fn short_and_long_gb18030_is_known() {
        for text in
            ["火炬", "火炬动态", "第3期", "今天没有新闻,明天也没有。", "高新区(国家级)", "生僻字㐂与𠮷在此"]
        {
            let bytes = in_gb18030(text);
            assert_eq!(encoding_of(&bytes, None), (Encoding::Gb18030, Certainty::Detected), "{text}");
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
        assert_eq!(encoding_of(&bytes, None), (Encoding::Utf8, Certainty::Assumed));
    }

    #[test]
    fn western_text_is_not_taken_for_chinese() {
        assert_eq!(found(b"un caf\xE9 \xE0 la carte, s'il vous pla\xEEt"), Encoding::Utf8);
        assert_eq!(encoding_of(b"plain", None), (Encoding::Utf8, Certainty::Valid));
    }

    #[test]
    fn big5_is_told_from_gb18030() {
        let text = "高新區今天沒有新聞，明天也沒有；園區的企業都在開會，會後參觀了實驗室。";
        let big5 = encoding_rs::BIG5.encode(text).0.into_owned();
        assert_eq!(encoding_of(&big5, None), (Encoding::Big5, Certainty::Detected));
        // Traditional characters in GB18030 stay GB18030.
        assert_eq!(
            found(&in_gb18030(&"高新區今天沒有新聞，今天的企業都在開會。".repeat(9))),
            Encoding::Gb18030
        );
    }

    #[test]
    fn what_a_page_says_of_itself_holds_where_its_bytes_agree() {
        let big5 = encoding_rs::BIG5.encode("新聞").0.into_owned();
        assert_eq!(encoding_of(&big5, Some(Encoding::Big5)), (Encoding::Big5, Certainty::Declared));
        assert_eq!(
            encoding_of("新闻".as_bytes(), Some(Encoding::Gb18030)),
            (Encoding::Utf8, Certainty::Valid)
        );
    }

    #[test]
    fn a_byte_order_mark_is_the_surest() {
        assert_eq!(encoding_of(b"\x84\x31\x95\x33\xBB\xF0", None), (Encoding::Gb18030, Certainty::Marked));
        assert_eq!(encoding_of(b"\xEF\xBB\xBF\xFF", None), (Encoding::Utf8, Certainty::Marked));
    }
}
