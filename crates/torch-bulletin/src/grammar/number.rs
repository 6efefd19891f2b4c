//! Numerals 数字 as issue lines, dates and enumerators print them: Arabic of either width, and Chinese.

use std::borrow::Cow;

use nom::Parser;
use nom::branch::alt;

use super::PResult;
use crate::fold::plain;

/// `arabic = 1*9DIGIT`, digits of either width.
pub(crate) fn arabic(input: &str) -> PResult<'_, u32> {
    let (mut value, mut end) = (0, 0);
    for _ in 0..9 {
        let (digit, length) = match input.as_bytes()[end..] {
            [byte @ b'0'..=b'9', ..] => (byte - b'0', 1),
            // ０ to ９ are EF BC 90 to 99.
            [0xEF, 0xBC, byte @ 0x90..=0x99, ..] => (byte - 0x90, 3),
            _ => break,
        };
        value = value * 10 + u32::from(digit);
        end += length;
    }
    if end == 0 { super::fail(input) } else { Ok((&input[end..], value)) }
}

/// `numeral` with a blank between its characters, as extractors spread them: `5 4 1`. Only where what follows ends it.
pub(crate) fn spread(input: &str) -> PResult<'_, u32> {
    let of_numeral = |c| digit(c).is_some() || is_chinese_numeral(c);
    let mut rest = input.trim_start_matches(of_numeral);
    let mut bare = Cow::Borrowed(&input[..input.len() - rest.len()]);
    while !bare.is_empty()
        && bare.len() < 40
        && let Some(after) = rest.strip_prefix(crate::is_blank)
        && after.starts_with(of_numeral)
    {
        rest = after.trim_start_matches(of_numeral);
        bare.to_mut().push_str(&after[..after.len() - rest.len()]);
    }
    match numeral(&bare) {
        Ok(("", value)) => Ok((rest, value)),
        _ => super::fail(input),
    }
}

/// `misread = 2*4( DIGIT / "l" / "I" / "O" / "o" )`: digits of which a reading machine took some for letters (20l1, 3O), some
/// of either. Only where what follows ends it.
pub(crate) fn misread(input: &str) -> PResult<'_, u32> {
    let value = |byte: u8| match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'l' | b'I' => Some(1),
        b'O' | b'o' => Some(0),
        _ => None,
    };
    let end = input.bytes().take_while(|&byte| value(byte).is_some()).count();
    let digits = input[..end].bytes().filter(u8::is_ascii_digit).count();
    if !(2..=4).contains(&end) || digits == 0 || digits == end {
        return super::fail(input);
    }
    let read = input[..end].bytes().filter_map(value).fold(0, |sum, digit| sum * 10 + digit);
    Ok((&input[end..], read))
}

/// The value of a digit of either width.
pub(crate) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    }
}

/// The value of a Chinese numeral character; the zeros that typists use for 〇 are read too (domain: ○ Ｏ 零).
pub(crate) fn chinese_digit(c: char) -> Option<u32> {
    numeral_sign(c).filter(|&value| value < 10)
}

/// The value of a character of Chinese numerals: of a digit, 十, 百, 千, 廿 or 卅.
fn numeral_sign(c: char) -> Option<u32> {
    Some(match plain(c) {
        '〇' | '○' | 'Ｏ' | 'O' | '零' | '◯' => 0,
        '一' | '壹' => 1,
        '二' | '贰' => 2,
        '三' | '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// Whether a character may stand in a Chinese numeral under ten thousand.
pub(crate) fn is_chinese_numeral(c: char) -> bool {
    numeral_sign(c).is_some()
}

/// `chinese = 1*6( digit / 十 / 百 / 千 )`: `十二`, `二十`, `一百零五`; digits alone are read by place: `二〇二二`.
pub(crate) fn chinese(input: &str) -> PResult<'_, u32> {
    let mut chars = input.chars();
    let Some(first) = chars.next().and_then(numeral_sign) else { return super::fail(input) };
    if !chars.as_str().starts_with(is_chinese_numeral) {
        return Ok((chars.as_str(), first)); // as most are
    }
    let end = input.chars().take(9).take_while(|&c| is_chinese_numeral(c)).map(char::len_utf8).sum();
    match chinese_value(&input[..end]) {
        Some(value) => Ok((&input[end..], value)),
        None => super::fail(input),
    }
}

/// The value of a whole Chinese numeral under ten thousand.
pub(crate) fn chinese_value(numeral: &str) -> Option<u32> {
    if numeral.chars().all(|c| chinese_digit(c).is_some()) {
        return numeral.chars().try_fold(0u32, |sum, c| sum.checked_mul(10)?.checked_add(chinese_digit(c)?));
    }
    let (mut sum, mut digit) = (0u32, None);
    for c in numeral.chars() {
        let scale = match plain(c) {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '廿' | '卅' if digit.is_none() => {
                sum += if c == '廿' { 20 } else { 30 };
                continue;
            }
            _ => {
                digit = Some(chinese_digit(c)?);
                continue;
            }
        };
        // 十二: a missing digit before 十 is one.
        sum += digit.take().filter(|&d| d > 0).unwrap_or(1) * scale;
    }
    Some(sum + digit.unwrap_or(0))
}

/// `numeral = arabic / chinese`
pub(crate) fn numeral(input: &str) -> PResult<'_, u32> {
    alt((arabic, chinese)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals() {
        for (text, value) in [
            ("12", 12),
            ("５４１", 541),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("三十一", 31),
            ("一百零五", 105),
            ("廿三", 23),
            ("二〇二二", 2022),
            ("二○一四", 2014),
        ] {
            assert_eq!(numeral(text), Ok(("", value)), "{text}");
        }
        assert!(numeral("期").is_err());
    }
}
