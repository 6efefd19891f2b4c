//! Punctuation 标点: which marks close a sentence, a paragraph, a quotation.

use memchr::{memchr, memchr_iter, memchr3_iter};

use super::page::is_frame;

/// Opening brackets of either width, round ones.
pub(crate) const OPEN: &str = "(（﹙";
/// Closing brackets of either width, round ones.
pub(crate) const CLOSE: &str = ")）﹚";

/// Whether a character opens a round bracket.
pub(crate) fn is_open(c: char) -> bool {
    matches!(c, '(' | '（' | '﹙')
}

/// Whether a character closes a round bracket.
pub(crate) fn is_close(c: char) -> bool {
    matches!(c, ')' | '）' | '﹚')
}

/// Whether a character is a colon, of whatever width.
pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '﹕' | '︰')
}

/// Whether a mark ends a sentence (GB/T 15834-2011 §4.1–4.3), ASCII ones as extractors leave them.
fn is_final(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '…' | '｡')
}

/// Whether a closing mark, or the number of a note, may follow a final one.
fn is_closer(c: char) -> bool {
    matches!(c, '①'..='⑳' | '”' | '’' | '"' | '」' | '』' | ')' | '）' | '】' | '》' | '］' | ']')
}

/// U+4000–U+9FFF, by the first of three bytes.
fn is_han(c: char) -> bool {
    matches!(c, '\u{4000}'..='\u{9FFF}')
}

/// What the end of a line tells 行末: made once a line, asked by every step.
///
/// Nearly every line of a bulletin ends in a Han character or in a full stop after one, and costs a look at six bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ending(u8);

impl Ending {
    const CLOSED: u8 = 1;
    const STOP: u8 = 2;
    const BRACKET: u8 = 4;
    const OPEN: u8 = 8;
    const COMMA: u8 = 16;
    const COLON: u8 = 32;
    const SEMICOLON: u8 = 64;
    const NUMBER: u8 = 128;

    /// Looks at the end of a line.
    pub(crate) fn of(line: &str) -> Self {
        match line.as_bytes() {
            [.., 0xE9, 0xA1, 0xB5] => Self(Self::NUMBER),
            // U+4000–U+9FFF hold no other mark.
            [.., 0xE4..=0xE9, _, _] => Self(0),
            [.., 0xE4..=0xE9, _, _, 0xE3, 0x80, 0x82] => Self(Self::CLOSED | Self::STOP),
            // A bracket after a Han character, a comma of either width, 、, a digit or a letter.
            [.., 0xE4..=0xE9, _, _, b')'] | [.., 0xE4..=0xE9, _, _, 0xEF, 0xBC, 0x89] => {
                Self(Self::CLOSED | Self::BRACKET)
            }
            [.., b','] | [.., 0xEF, 0xBC, 0x8C] | [.., 0xE3, 0x80, 0x81] => Self(Self::OPEN | Self::COMMA),
            [.., b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z'] => Self(0),
            _ => Self::read(line),
        }
    }

    #[inline(never)]
    fn read(line: &str) -> Self {
        let Some(last) = line.chars().next_back() else { return Self(0) };
        // An attribution may have its stop after the bracket: （供稿：某处）。
        let bracket =
            line.trim_end_matches('。').ends_with(|c| is_close(c) || matches!(c, ']' | '］' | '】' | '〕'));
        let before = line.chars().rev().find(|&c| !is_closer(c));
        // A full stop as OCR gives it, half as wide: 取得进展.
        let narrow = last == '.' && line[..line.len() - 1].ends_with(is_han);
        let bits = [
            (Self::CLOSED, before.is_some_and(is_final) || is_close(last) || narrow),
            (Self::STOP, before.is_some_and(|c| matches!(c, '。' | '｡')) || narrow),
            (Self::BRACKET, bracket),
            (Self::OPEN, matches!(last, '，' | ',' | '、' | '（' | '(' | '“' | '‘' | '《' | '〈' | '【')),
            (Self::COMMA, matches!(last, '，' | ',' | '；' | ';' | '、')),
            (Self::COLON, is_colon(last)),
            (Self::SEMICOLON, matches!(last, '；' | ';')),
            (Self::NUMBER, is_frame(last)),
        ];
        Self(bits.iter().map(|&(bit, set)| if set { bit } else { 0 }).sum())
    }

    /// Like a paragraph: a final mark, perhaps with closing quotes or brackets after it.
    ///
    /// A closing bracket alone counts: attributions and asides end paragraphs (2022-12, lines 58 and 97).
    pub(crate) const fn closed(self) -> bool {
        self.0 & Self::CLOSED != 0
    }

    /// With a full stop, perhaps with closing quotes or brackets after it: no title does.
    pub(crate) const fn stop(self) -> bool {
        self.0 & Self::STOP != 0
    }

    /// With a closing bracket, a full stop after it aside: only such a line can end an attribution.
    pub(crate) const fn bracket(self) -> bool {
        self.0 & Self::BRACKET != 0
    }

    /// Amid a sentence for certain: with a comma, an opening mark, or an enumeration comma.
    pub(crate) const fn open(self) -> bool {
        self.0 & Self::OPEN != 0
    }

    /// With a comma or semicolon of any kind.
    pub(crate) const fn comma(self) -> bool {
        self.0 & Self::COMMA != 0
    }

    /// With a colon, which announces a list.
    pub(crate) const fn colon(self) -> bool {
        self.0 & Self::COLON != 0
    }

    /// Ends with 页 or a sign that frames page numbers, so that a page number may stand at its end; few lines do.
    pub(crate) const fn number(self) -> bool {
        self.0 & Self::NUMBER != 0
    }

    /// With a semicolon, which ends an item of a list.
    pub(crate) const fn semicolon(self) -> bool {
        self.0 & Self::SEMICOLON != 0
    }
}

/// Whether a line holds a comma or a stop, as paragraphs do and headings do not (2022-12: no heading has one).
pub(crate) fn has_stop(line: &str) -> bool {
    let bytes = line.as_bytes();
    // ，； are EF BC 8C and 9B, 。 is E3 80 82; a semicolon of ASCII alone is rare.
    let stop = |at: usize| match bytes[at] {
        b',' => true,
        0xE3 => bytes[at + 1..].starts_with(&[0x80, 0x82]),
        _ => matches!(bytes.get(at + 1..at + 3), Some([0xBC, 0x8C | 0x9B])),
    };
    memchr3_iter(b',', 0xE3, 0xEF, bytes).any(stop) || memchr(b';', bytes).is_some()
}

/// Whether a title mark or quotation that opens in a line does not close in it: no heading is cut there.
pub(crate) fn has_open_pair(line: &str) -> bool {
    let (mut titles, mut quotes) = (0i32, 0i32);
    // 《》 are E3 80 8A and 8B, “” E2 80 9C and 9D: all have the byte 80 in the middle.
    for at in memchr_iter(0x80, line.as_bytes()) {
        match line.as_bytes().get(at.wrapping_sub(1)..at + 2) {
            Some([0xE3, _, 0x8A]) => titles += 1,
            Some([0xE3, _, 0x8B]) => titles -= 1,
            Some([0xE2, _, 0x9C]) => quotes += 1,
            Some([0xE2, _, 0x9D]) => quotes -= 1,
            _ => {}
        }
    }
    titles > 0 || quotes > 0
}

/// Whether a character is a Latin letter or a digit: between two of them a line end stands for a blank.
pub(crate) fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{C0}'..='\u{24F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_at_the_last_bytes_tells_what_reading_tells() {
        let heads = ["", "园", "园。", "园页", "—", "5", "”"];
        for head in heads {
            for last in [
                "", "园", "页", "。", ".", ")", "）", ",", "，", "、", "5", "Z", "a", "—", "”", "］", ":",
                "；",
            ] {
                let line = format!("{head}{last}");
                let page = if line.ends_with('页') { Ending::NUMBER } else { 0 };
                assert_eq!(Ending::of(&line).0, Ending::read(&line).0 | page, "{line}");
            }
        }
    }

    #[test]
    fn commas_and_stops_anywhere_in_a_line() {
        for stop in [",", ";", "，", "；", "。"] {
            for before in [0, 1, 20, 21, 22, 42, 63, 64, 65] {
                for after in ["", "园", "园区", "x"] {
                    let line = format!("{}{stop}{after}", "区".repeat(before));
                    assert!(has_stop(&line), "{line}");
                }
            }
        }
        for line in ["", "园", "园区：甲、乙", "“甲”（乙）！", &"园区、".repeat(50)] {
            assert!(!has_stop(line), "{line}");
        }
    }

    #[test]
    fn closed_lines() {
        for (line, expected) in [
            ("完成。", true),
            ("他说:“完成。”", true),
            ("(供稿:某处)", true),
            ("取得突破.", true),
            ("园区建设....", false),
            ("1.", false),
            ("取得突破", false),
            ("取得突破,", false),
            ("“飞地”", false),
        ] {
            assert_eq!(Ending::of(line).closed(), expected, "{line}");
        }
    }
}
