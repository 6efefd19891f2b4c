//! Characters that no typesetter set: which they are, and whether a text may have any.

use memchr::memchr3_iter;

use crate::fold;

/// Whether a character has no width and no meaning: soft hyphen, zero-width signs, marks of direction, BOM.
pub(crate) fn zero_width(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// The punctuation of usual size that a small, vertical or half-width form stands for (Unicode blocks Small Form
/// Variants, Vertical Forms, CJK Compatibility Forms, Halfwidth and Fullwidth Forms).
fn small_form(c: char) -> Option<char> {
    Some(match c {
        '﹐' | '︐' => '，',
        '﹑' | '︑' | '､' => '、',
        '﹒' => '.',
        '﹔' | '︔' => '；',
        '﹕' | '︓' | '︰' => '：',
        '﹖' | '︖' => '？',
        '﹗' | '︕' => '！',
        '｡' | '︒' => '。',
        '﹙' | '︵' => '（',
        '﹚' | '︶' => '）',
        '︽' => '《',
        '︾' => '》',
        '︻' => '【',
        '︼' => '】',
        '﹁' | '｢' => '「',
        '﹂' | '｣' => '」',
        '﹃' => '『',
        '﹄' => '』',
        '﹪' => '％',
        '﹢' => '＋',
        '﹣' => '－',
        '﹦' => '＝',
        '﹟' => '＃',
        '﹡' => '＊',
        '﹠' => '＆',
        _ => return None,
    })
}

/// The character that a radical, a compatibility ideograph or a form of punctuation stands for.
pub(crate) fn plain(c: char) -> Option<char> {
    if c < '\u{2E80}' {
        return None;
    }
    let plain = fold::plain(c);
    if plain == c { small_form(c) } else { Some(plain) }
}

/// Whether a text has an odd character, or may be spread out; nearly none does.
pub(super) fn hints(bytes: &[u8]) -> bool {
    /// So few bytes that a byte can count them.
    const BLOCK: usize = 240;
    places(bytes).next().is_some() || bytes.chunks(BLOCK).any(spread)
}

/// Where odd characters begin.
pub(crate) fn places(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    memchr3_iter(0xC2, 0xE2, 0xEF, bytes).filter(|&at| begins_odd(&bytes[at..]))
}

/// Whether an odd character begins here: C2 AD; E2 80 8B–8F, E2 81, radicals E2 BA–BF; EF A4–AB, B8, B9, BB; EF BD A1–A4.
fn begins_odd(bytes: &[u8]) -> bool {
    match (bytes[0], bytes.get(1), bytes.get(2)) {
        (0xE2, Some(0x80), third) => matches!(third, Some(0x8B..=0x8F)),
        (0xE2, second, _) => matches!(second, Some(0x81 | 0xBA..=0xBF)),
        (0xEF, Some(0xBD), third) => matches!(third, Some(0xA1..=0xA4)),
        (0xEF, second, _) => matches!(second, Some(0xA4..=0xAB | 0xB8 | 0xB9 | 0xBB)),
        (_, second, _) => second == Some(&0xAD),
    }
}

/// Whether every sixth byte is a single blank between two characters of several bytes (a spread text has one in four), or
/// every fifth is 80 (of E3 80 80, U+3000).
fn spread(block: &[u8]) -> bool {
    // A short last block says nothing.
    let whole = block.len().max(60);
    // 20 and 80 together, and A0 and 00 with them, by one comparison and without a branch, so that a compiler makes
    // vector code of it; few blocks have so many that they are counted one by one.
    let either = block.iter().fold(0u8, |sum, &byte| sum.wrapping_add(u8::from(byte & 0x5F == 0)));
    if usize::from(either) * 6 <= whole {
        return false;
    }
    let count = |byte: u8| block.iter().filter(|&&it| it == byte).count();
    count(0x80) * 5 > whole || (count(b' ') * 6 > whole && gaps(block) * 6 > whole)
}

/// Single blanks between two characters of several bytes.
fn gaps(block: &[u8]) -> usize {
    block.windows(3).filter(|it| it[0] >= 0x80 && it[1] == b' ' && it[2] >= 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_characters_are_hinted_at() {
        for text in ["火\u{200B}炬", "高\u{AD}新", "⽕炬", "⻄", "\u{F90A}", "﹐", "︰", "\u{FEFF}火", "｡"]
        {
            let long = format!("{}{text}{}", "正文，".repeat(200), "正文。".repeat(200));
            assert!(hints(long.as_bytes()), "{text}");
        }
        for text in ["火 炬 动 态 ", "火\u{3000}炬\u{3000}动\u{3000}态\u{3000}"] {
            let long = format!("{}{text}{}", "正文，".repeat(200), text.repeat(99));
            assert!(hints(long.as_bytes()), "{text}");
        }
        let plain = "“正文”——《正文》，正文：（正文）；３５％、Ａ。王茜 张三 R&D 2022年 7月…".repeat(50);
        assert!(!hints(plain.as_bytes()));
    }

    #[test]
    fn forms_stand_for_marks() {
        assert_eq!(plain('﹐'), Some('，'));
        assert_eq!(plain('⽕'), Some('火'));
        assert_eq!(plain('\u{F90A}'), Some('金'));
        assert_eq!(plain('火'), None);
    }
}
