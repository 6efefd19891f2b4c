//! The characters of GB18030: what stands in `codes.txt`, and the rules for all the rest. Made when first asked.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// Second bytes that a first byte can have: 40–7E and 80–FE.
const ROW: usize = 190;

/// Two-byte codes whose characters follow each other.
struct Area {
    first: RangeInclusive<u8>,
    second: (u8, u8),
    /// The character of the first code.
    from: u32,
}

/// The codes that the standard leaves to private use.
const PRIVATE: [Area; 3] = [
    Area { first: 0xAA..=0xAF, second: (0xA1, 0xFE), from: 0xE000 },
    Area { first: 0xF8..=0xFE, second: (0xA1, 0xFE), from: 0xE234 },
    Area { first: 0xA1..=0xA7, second: (0x40, 0xA0), from: 0xE4C6 },
];

/// A two-byte code; both bytes are in their ranges.
pub(super) fn two_bytes(first: u8, second: u8) -> char {
    static CODES: LazyLock<Vec<char>> = LazyLock::new(two_byte_codes);
    CODES[index(first, second)]
}

fn index(first: u8, second: u8) -> usize {
    usize::from(first - 0x81) * ROW + usize::from(second - 0x40 - u8::from(second > 0x7F))
}

fn two_byte_codes() -> Vec<char> {
    let mut codes = vec!['\0'; (0xFF - 0x81) * ROW];
    for Area { first, second: (start, end), from } in PRIVATE {
        let mut characters = (from..).filter_map(char::from_u32);
        for first in first {
            let places = index(first, start)..=index(first, end);
            codes[places].iter_mut().zip(&mut characters).for_each(|(place, character)| *place = character);
        }
    }
    let mut listed = vec![false; 0x1_0000];
    for line in include_str!("codes.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((code, characters)) = line.split_once(' ') else { continue };
        let Ok([first, second]) = u16::from_str_radix(code, 16).map(u16::to_be_bytes) else { continue };
        let places = codes[index(first, second)..].iter_mut();
        for (place, character) in places.zip(characters.chars()) {
            *place = character;
            listed[character as usize] = true;
        }
    }
    // GBK put the Chinese characters that GB2312 leaves out into the free places, in the order of Unicode.
    let mut others = ('\u{4E00}'..='\u{9FA5}').filter(|&character| !listed[character as usize]);
    let free = codes.iter_mut().filter(|place| **place == '\0');
    for (place, character) in free.zip(&mut others) {
        *place = character;
    }
    codes
}

/// A four-byte code by its number; `None` where no character has it.
pub(super) fn four_bytes(number: u32) -> Option<char> {
    /// The first number past the plane of two bytes, and the first of the planes after it.
    const END: u32 = 39_420;
    const ASTRAL: u32 = 189_000;
    static CODES: LazyLock<Vec<char>> = LazyLock::new(four_byte_codes);
    match number {
        0..END => CODES.get(number as usize).copied(),
        ASTRAL.. => char::from_u32(number - ASTRAL + 0x1_0000),
        _ => None,
    }
}

/// What is neither ASCII nor a two-byte code, in the order of Unicode: as things stood in 2000, since whatever was
/// given a two-byte code later has kept its four bytes too, and nothing has moved up.
fn four_byte_codes() -> Vec<char> {
    /// Since 2005 ḿ is a two-byte code, and the private character that was there has its four bytes.
    const EXCHANGED: (char, char) = ('\u{1E3F}', '\u{E7C7}');
    /// In 2022 these took two-byte codes from private characters, which have none since.
    const ADDED: [RangeInclusive<char>; 2] = ['\u{9FB4}'..='\u{9FBB}', '\u{FE10}'..='\u{FE19}'];
    /// U+E5E5 lost its own to the ideographic blank, for the sake of pages on the web.
    const DROPPED: [RangeInclusive<char>; 10] = [
        '\u{E5E5}'..='\u{E5E5}',
        '\u{E78D}'..='\u{E796}',
        '\u{E81E}'..='\u{E81E}',
        '\u{E826}'..='\u{E826}',
        '\u{E82B}'..='\u{E82C}',
        '\u{E832}'..='\u{E832}',
        '\u{E843}'..='\u{E843}',
        '\u{E854}'..='\u{E854}',
        '\u{E864}'..='\u{E864}',
        EXCHANGED.1..=EXCHANGED.1,
    ];
    let mut short = vec![false; 0x1_0000];
    two_byte_codes().into_iter().for_each(|character| short[character as usize] = true);
    short[EXCHANGED.0 as usize] = false;
    ADDED.into_iter().flatten().for_each(|character| short[character as usize] = false);
    DROPPED.into_iter().flatten().for_each(|character| short[character as usize] = true);
    let exchanged = |character| if character == EXCHANGED.0 { EXCHANGED.1 } else { character };
    ('\u{80}'..='\u{FFFF}').filter(|&it| !short[it as usize]).map(exchanged).collect()
}
