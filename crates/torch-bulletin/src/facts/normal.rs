//! The form of a text that rules read: digits and letters of one width, radicals as characters, and no blanks that
//! only a typesetter put between digits and Chinese. Every place in it leads back to the text.
//!
//! `28.3 亿元` reads as `28.3亿元`, `２０２２年` as `2022年`. Punctuation keeps its width: it is no part of a value.

use std::borrow::Cow;
use std::ops::Range;

use crate::blank::is_blank;
use crate::fold::plain;
use crate::reading::{Rewrite, Way};

/// A text in the form for rules, and the way back.
#[derive(Debug)]
pub(super) struct Normal<'t> {
    text: Cow<'t, str>,
    way: Way,
}

impl<'t> Normal<'t> {
    /// The form of `text`; borrowed where nothing has to change.
    pub(super) fn of(text: &'t str) -> Self {
        let mut rewrite = Rewrite::new(text);
        let mut next = odd(text.as_bytes(), 0);
        while let Some(at) = next {
            let Some(c) = text[at..].chars().next() else { break };
            let after = at + c.len_utf8();
            let new = if is_blank(c) { blank_kept(&text[..at], &text[after..]) } else { Some(folded(c)) };
            match new {
                None => rewrite.leave_out(at..after),
                Some(new) if new != c => rewrite.put(at..after, new),
                Some(_) => {}
            }
            next = odd(text.as_bytes(), after);
        }
        let (text, way) = rewrite.finish();
        Self { text, way }
    }

    /// The text in its form for rules.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The range of the original text for one of this.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        self.way.back(range)
    }
}

/// The next place at which a character may have to be folded: blanks, full width, radicals.
fn odd(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        // One look for each character that stays.
        while let step @ 1.. = STEPS[usize::from(*bytes.get(at)?)] {
            at += usize::from(step);
        }
        let (second, third) =
            (bytes.get(at + 1).copied().unwrap_or(0), bytes.get(at + 2).copied().unwrap_or(0));
        let found = match bytes[at] {
            0xC2 => matches!(second, 0xA0 | 0xAD | 0x85),
            // U+2000–206F without the quotes and dashes; radicals U+2E80–2FDF.
            0xE2 => {
                matches!((second, third), (0x80, 0x80..=0x8F | 0xA8..=0xAF) | (0x81, 0x9F..=0xAF) | (0xBA..=0xBF, _) | (0x88, 0x92))
            }
            0xE3 => second == 0x80 && third == 0x80,
            0xEF => matches!(second, 0xBB..=0xBD),
            _ => true,
        };
        if found {
            return Some(at);
        }
        at += 1;
    }
}

/// How far the next character is, by the first byte of one; 0 where it may have to be folded.
const STEPS: [u8; 256] = {
    let mut steps = [1; 256];
    let mut at = 0;
    while at <= 0x20 {
        steps[at] = 0;
        at += 1;
    }
    at = 0xE0;
    while at < 0xF0 {
        steps[at] = 3;
        at += 1;
    }
    steps[0xC2] = 0;
    steps[0xE2] = 0;
    steps[0xE3] = 0;
    steps[0xEF] = 0;
    steps
};

/// One character folded: digits, letters and signs of full width; commas, colons and brackets stay.
fn folded(c: char) -> char {
    match c {
        '，' | '：' | '；' | '（' | '）' | '！' | '？' => c,
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '−' => '-',
        _ => plain(c),
    }
}

/// What becomes of blanks between two texts: dropped beside digits and inside numerals, else one blank.
fn blank_kept(before: &str, after: &str) -> Option<char> {
    let left = before.chars().next_back().map(folded)?;
    let right = after.chars().map(folded).next()?;
    if is_blank(left) {
        return None;
    }
    let right =
        if is_blank(right) { after.chars().map(folded).take(16).find(|c| !is_blank(*c))? } else { right };
    if spaced_out(before, after) {
        return None;
    }
    let (a, b) = (left.is_ascii(), right.is_ascii());
    let mark = |c: char| "、，。；：！？“”《》（）—…·".contains(c);
    if a != b
        || mark(left)
        || mark(right)
        || of_numeral(left) && (of_numeral(right) || "年月日天家名项元倍成周".contains(right))
        || "近约超".contains(left) && of_numeral(right)
    {
        return None;
    }
    Some(' ')
}

/// Whether a blank stands inside a number that was set with blanks: `285. 6亿元`, `1 2 3 4 . 5`. The groups of `2 000`, and
/// `1. 6家`, are none.
fn spaced_out(before: &str, after: &str) -> bool {
    let digit = |c: char| folded(c).is_ascii_digit();
    let dot = |c: char| folded(c) == '.';
    let mut ahead = after.chars();
    let (left, right) = (before.chars().next_back(), ahead.next());
    let (Some(left), Some(right)) = (left, right) else { return false };
    if dot(left) {
        let whole = &before[..before.len() - left.len_utf8()];
        let spaced = whole.strip_suffix(is_blank).is_some_and(single);
        let digits = whole.chars().rev().take_while(|&c| digit(c)).take(2).count();
        return digit(right) && (spaced || digits > 1);
    }
    if dot(right) {
        return digit(left) && ahead.next().is_some_and(is_blank) && single(before);
    }
    // Each digit alone, three of them or more.
    let alone = |chars: &mut dyn Iterator<Item = char>| {
        let mut run = 0;
        while let Some(c) = chars.next() {
            if !digit(c) {
                break;
            }
            run += 1;
            if run > 8 {
                break;
            }
            match chars.next() {
                Some(c) if is_blank(c) => {}
                Some(c) if digit(c) => return 0,
                _ => break,
            }
        }
        run
    };
    digit(left)
        && digit(right)
        && match (alone(&mut before.chars().rev()), alone(&mut after.chars())) {
            (0, _) | (_, 0) => false,
            (one, other) => one + other >= 4,
        }
}

/// Whether a text ends in a digit with a blank before it.
fn single(before: &str) -> bool {
    let mut chars = before.chars().rev();
    chars.next().is_some_and(|c| folded(c).is_ascii_digit()) && chars.next().is_some_and(is_blank)
}

fn of_numeral(c: char) -> bool {
    "零〇一二三四五六七八九十百千万亿两几余多点分之又半個个壹贰叁肆伍陆柒捌玖拾佰仟萬億點".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_folded_and_lead_back() {
        for (text, normal, part, original) in [
            ("投入28.3亿元", "投入28.3亿元", "28.3亿元", "28.3亿元"),
            ("投入 28.3 亿元。", "投入28.3亿元。", "28.3亿元", "28.3 亿元"),
            ("２０２２年，增长５％", "2022年，增长5%", "5%", "５％"),
            ("王　茜 张三", "王 茜 张三", "王 茜", "王　茜"),
            ("近 2 万人", "近2万人", "近2万人", "近 2 万人"),
            ("⼀批 5G", "一批5G", "一批", "⼀批"),
            ("十 余 万", "十余万", "十余万", "十 余 万"),
            ("2 000亿", "2 000亿", "2 000亿", "2 000亿"),
            ("285. 6亿元", "285.6亿元", "285.6亿元", "285. 6亿元"),
            ("收1 2 3 4 5 . 6 亿 元", "收12345.6亿元", "12345.6亿元", "1 2 3 4 5 . 6 亿 元"),
            ("1. 6家", "1. 6家", "6家", "6家"),
            ("5 6 家", "5 6家", "6家", "6 家"),
        ] {
            let it = Normal::of(text);
            assert_eq!(it.text(), normal);
            let start = normal.find(part).unwrap();
            assert_eq!(&text[it.original(start..start + part.len())], original);
        }
    }
}
