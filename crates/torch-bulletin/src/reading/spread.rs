//! Lines spread out 字间空格: text with a blank between all its characters, as some fonts and recognisers leave it.

use std::ops::Range;

use super::zero_width;
use crate::is_blank;

/// Gaps that one line must have to be evidence by itself; a list of padded names (王 茜 李 四) has fewer.
const MANY: usize = 10;
/// Lines that must be spread for the text to be.
const LINES: usize = 3;

/// Whether lines of a text are spread out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spread {
    /// Gaps that a line must have.
    least: usize,
}

impl Spread {
    /// Looks at all lines: where several are spread for certain, a short one may be too.
    pub(super) fn of(source: &str) -> Self {
        let certain = Self { least: MANY };
        let lines = source.split(['\n', '\r', '\x0C']).filter(|line| certain.is_spread(line)).take(LINES);
        Self { least: if lines.count() == LINES { 1 } else { MANY } }
    }

    /// For a text alone, of which no neighbours are known.
    pub(super) const fn of_text() -> Self {
        Self { least: MANY }
    }

    /// Whether nearly all neighbours on a line stand one blank apart, and some of them are Chinese.
    ///
    /// The letters and digits of a word are kept together by some extractors (28.3 亿 元) and count only where they are not
    /// (2 8 . 3 亿 元).
    pub(super) fn is_spread(self, line: &str) -> bool {
        let (mut apart, mut close, mut han) = (0usize, 0usize, false);
        let (mut single, mut whole) = (0usize, 0usize);
        let mut last: Option<char> = None;
        let mut blanks = 0;
        for c in line.chars().filter(|&c| !zero_width(c)) {
            if is_blank(c) {
                blanks += 1;
                continue;
            }
            han |= c >= '\u{2E80}';
            if let Some(last) = last {
                match (blanks, of_word(last) && of_word(c)) {
                    (0, false) => close += 1,
                    (1, false) => apart += 1,
                    (0, true) => whole += 1,
                    (1, true) => single += 1,
                    // A wide gap parts words of a spread line as a blank does elsewhere.
                    _ => {}
                }
            }
            last = Some(c);
            blanks = 0;
        }
        apart += if whole == 0 { single } else { 0 };
        han && apart >= self.least && apart >= close * 4
    }
}

/// Whether a character is of a Latin word or a number.
fn of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '%')
}

/// Whether a range of blanks spreads the characters on both sides of it: it is a single one, and does not part two Latin
/// words or numbers of several characters, as one does elsewhere (`R&D of AI`).
pub(super) fn spreads(line: &str, blanks: &Range<usize>) -> bool {
    let mut before = line[..blanks.start].chars().rev();
    let mut after = line[blanks.end..].chars();
    let (Some(last), Some(first)) = (before.next(), after.next()) else { return false };
    let words = of_word(last) && of_word(first);
    let long = words && (before.next().is_some_and(of_word) || after.next().is_some_and(of_word));
    line[blanks.clone()].chars().count() == 1 && !long
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spread_lines() {
        let alone = Spread { least: MANY };
        assert!(alone.is_spread("火 炬 动 态 刊 登 了 一 个 很 长 的 标 题"));
        assert!(alone.is_spread("增 长 1 2 . 5 % , 达 到 3 0 0 亿 元 。"));
        for line in [
            "火 炬 动 态",
            "王 茜 李 四 赵 五 钱 六",
            "R & D of a b c d e f g h i j",
            "火炬 动态 增长 12 个 百分点 以 上 。",
        ] {
            assert!(!alone.is_spread(line), "{line}");
        }
        assert!(Spread { least: 1 }.is_spread("目 录"));
        assert!(Spread { least: 1 }.is_spread("到 位 2761.6 亿 元 ， 投 4528 个 ， 共 5701 亿 。"));
    }
}
