//! The cleaned form 规范文本 of a text: made on demand, never kept in the tree, with a way back.

use std::ops::Range;

use super::rewrite::{Rewrite, Way};
use super::spread::{self, Spread};
use super::{doubled, plain, zero_width};
use crate::is_blank;

/// A text in its cleaned form, and where each part of it stood.
///
/// ```
/// use torch_bulletin::Normalized;
/// let printed = "２０２１年⾼新区增长 28.3 亿元";
/// let cleaned = Normalized::of(printed);
/// assert_eq!(cleaned.as_str(), "2021年高新区增长28.3亿元");
/// let amount = cleaned.as_str().find("28.3亿").unwrap();
/// assert_eq!(&printed[cleaned.original(amount..amount + 7)], "28.3 亿");
/// ```
#[derive(Clone, Debug)]
pub struct Normalized {
    text: String,
    way: Way,
}

impl Normalized {
    /// Cleans a text:
    ///
    /// - letters, digits and signs of full width become narrow; punctuation keeps its width (`，` is a Chinese comma);
    /// - radicals, small and vertical forms become the characters they stand for (⽕ → 火, ﹐ → ，);
    /// - zero-width signs and soft hyphens go, and blanks between Chinese and digits or letters, beside Chinese
    ///   punctuation, and between all characters of a spread text; any other run of blanks becomes one;
    /// - of a text whose every glyph is drawn twice or thrice, as fake bold is (火火炬炬动动态态), each stands once.
    ///
    /// Words are never changed: what is misspelled in print stays so.
    pub fn of(text: &str) -> Self {
        let mut rewrite = Rewrite::new(text);
        if let Some(times) = doubled::times(text).filter(|_| text.chars().nth(LEAST_BOLD).is_some()) {
            for (place, c) in doubled::glyphs(text, times) {
                rewrite.put(place, plain(c).or_else(|| narrow(c)).unwrap_or(c));
            }
            let (text, way) = rewrite.finish();
            return Self { text: text.into_owned(), way };
        }
        let closed_up = Spread::of_text().is_spread(text);
        let mut last = None;
        let mut blanks = 0..0;
        for (at, c) in text.char_indices() {
            let range = at..at + c.len_utf8();
            if zero_width(c) {
                rewrite.leave_out(range);
            } else if is_blank(c) {
                blanks = if blanks.end == at { blanks.start..range.end } else { range };
            } else {
                let new = plain(c).or_else(|| narrow(c));
                if blanks.end == at && !blanks.is_empty() {
                    let spread = closed_up && spread::spreads(text, &blanks);
                    let kept = last.is_some_and(|last| !spread && parts_words(last, new.unwrap_or(c)));
                    match kept {
                        true => rewrite.put(blanks.clone(), ' '),
                        false => rewrite.leave_out(blanks.clone()),
                    }
                }
                if let Some(new) = new {
                    rewrite.put(range, new);
                }
                last = new.or(Some(c));
            }
        }
        let (text, way) = rewrite.finish();
        Self { text: text.into_owned(), way }
    }

    /// The cleaned text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The range of bytes in the text it was made from for one in the cleaned text.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        self.way.back(range)
    }
}

/// A text without a line beside it must have more glyphs than these to be read as fake bold.
const LEAST_BOLD: usize = 7;

/// The narrow form of a letter, digit or sign of full width.
fn narrow(c: char) -> Option<char> {
    let sign =
        matches!(c, '％' | '＋' | '－' | '／' | '＝' | '～' | '＆' | '＃' | '＠' | '＊' | '．' | '＜' | '＞');
    let letter = matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    if sign || letter { char::from_u32(u32::from(c) - 0xFEE0) } else { None }
}

/// Whether a blank between two characters is meant: between two Latin words, or two Chinese ones.
fn parts_words(left: char, right: char) -> bool {
    let mark = |c| "、，。；：！？“”‘’《》（）【】—…·".contains(c);
    left.is_ascii() == right.is_ascii() && !mark(left) && !mark(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cleaned() {
        for (text, cleaned) in [
            ("２０２２年，增长５％。", "2022年，增长5%。"),
            ("投入 28.3 亿元", "投入28.3亿元"),
            ("⻄部⾼新区﹐", "西部高新区，"),
            ("园\u{200B}区建\u{AD}设", "园区建设"),
            ("R&D  投入 of all", "R&D投入of all"),
            ("王　茜 张三", "王 茜 张三"),
            ("增 长 了 1 2 . 5 % ， 达 到 三 百 亿 元 。", "增长了12.5%，达到三百亿元。"),
            ("火火炬炬动动态态", "火炬动态"),
            ("高高兴兴", "高高兴兴"),
            ("提挡升级", "提挡升级"),
        ] {
            assert_eq!(Normalized::of(text).as_str(), cleaned, "{text}");
        }
    }

    #[test]
    fn cleaned_texts_are_clean() {
        for text in ["２０２２ 年 ⽕炬", "a  b\u{3000}c", " 头 尾 "] {
            let once = Normalized::of(text);
            assert_eq!(Normalized::of(once.as_str()).as_str(), once.as_str());
        }
    }
}
