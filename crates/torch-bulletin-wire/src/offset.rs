//! Offsets in the unit of the language that asked: bytes, code points or UTF-16 code units.

use serde::{Deserialize, Serialize};

/// What an offset counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// UTF-8 bytes: Rust, and the command.
    #[default]
    Utf8,
    /// Unicode code points: Python.
    Codepoint,
    /// UTF-16 code units: JavaScript.
    Utf16,
}

impl OffsetUnit {
    /// Every unit.
    pub const ALL: &'static [OffsetUnit] = &[OffsetUnit::Utf8, OffsetUnit::Codepoint, OffsetUnit::Utf16];

    /// The stable name: `utf8`, `codepoint` or `utf16`.
    pub const fn as_str(self) -> &'static str {
        match self {
            OffsetUnit::Utf8 => "utf8",
            OffsetUnit::Codepoint => "codepoint",
            OffsetUnit::Utf16 => "utf16",
        }
    }
}

impl std::fmt::Display for OffsetUnit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Bytes between two marks of an [`Offsets`]: a look-up counts at most this many.
const STEP: usize = 64;

/// Converts the offsets of one text between bytes and a unit, in any order.
///
/// Made by one sweep over the text, which leaves a mark every 64 bytes; a look-up then counts from the mark
/// before it, so the whole costs what the text and the number of offsets cost, and never their product.
/// Where the unit is bytes, or the text is ASCII, there is no sweep and no mark.
///
/// An offset inside a character is that character's; one past the end is the end.
///
/// ```
/// use torch_bulletin_wire::{OffsetUnit, Offsets};
/// let offsets = Offsets::new("𠮷林省", OffsetUnit::Utf16);
/// assert_eq!(offsets.at_byte(4), 2); // 𠮷: four bytes, two UTF-16 units
/// assert_eq!(offsets.byte_at(3), 7);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'s> {
    source: &'s str,
    marks: OffsetMarks,
}

impl<'s> Offsets<'s> {
    /// Prepares a text of at most 4 GiB − 1; of a longer one, only so much as a parse reads.
    pub fn new(source: &'s str, unit: OffsetUnit) -> Self {
        Self { source, marks: OffsetMarks::new(source, unit) }
    }

    /// The unit that is converted to.
    pub const fn unit(&self) -> OffsetUnit {
        self.marks.unit
    }

    /// A byte offset in the unit.
    pub fn at_byte(&self, offset: u32) -> u32 {
        self.marks.at_byte(self.source, offset)
    }

    /// The byte offset of an offset in the unit.
    pub fn byte_at(&self, offset: u32) -> u32 {
        self.marks.byte_at(self.source, offset)
    }
}

/// An [`Offsets`] without its text, for whoever keeps that elsewhere; each call must give the text they are of.
#[derive(Clone, Debug)]
pub struct OffsetMarks {
    unit: OffsetUnit,
    /// How many units stand before each `STEP`th byte; empty where units are bytes.
    marks: Vec<u32>,
}

impl OffsetMarks {
    /// Sweeps over a text; see [`Offsets::new`].
    pub fn new(source: &str, unit: OffsetUnit) -> Self {
        let source = countable(source);
        let mut marks = Vec::new();
        if unit != OffsetUnit::Utf8 && !source.is_ascii() {
            marks.reserve_exact(source.len().div_ceil(STEP));
            let mut before = 0;
            for block in source.as_bytes().chunks(STEP) {
                marks.push(before);
                before += count(block, unit);
            }
        }
        Self { unit, marks }
    }

    /// A byte offset in the unit; of a text other than its own, some offset.
    pub fn at_byte(&self, source: &str, offset: u32) -> u32 {
        let source = countable(source);
        let at = source.floor_char_boundary(offset as usize);
        // The end of the text may stand on a block that holds no byte, and so has no mark.
        let block = (at / STEP).min(self.marks.len().saturating_sub(1));
        match self.marks.get(block) {
            None => at as u32,
            Some(before) => before + count_far(&source.as_bytes()[block * STEP..at], self.unit),
        }
    }

    /// The byte offset of an offset in the unit; of a text other than its own, some offset.
    pub fn byte_at(&self, source: &str, offset: u32) -> u32 {
        let source = countable(source);
        if self.marks.is_empty() {
            return source.floor_char_boundary(offset as usize) as u32;
        }
        // The first mark is 0, so one at least is no greater.
        let block = self.marks.partition_point(|&before| before <= offset) - 1;
        let (start, mut left) = ((block * STEP).min(source.len()), offset - self.marks[block]);
        for (at, &byte) in source.as_bytes()[start..].iter().enumerate() {
            // A block may begin inside a character, whose bytes but the first weigh nothing.
            let weight = u32::from(weight(byte, self.unit));
            if left < weight {
                return (start + at) as u32;
            }
            left -= weight;
        }
        source.len() as u32
    }
}

/// As much of a text as a parse reads.
fn countable(source: &str) -> &str {
    &source[..source.floor_char_boundary(u32::MAX as usize)]
}

/// As [`count`], over a block and what follows it in a text that has no marks for that.
fn count_far(bytes: &[u8], unit: OffsetUnit) -> u32 {
    bytes.chunks(STEP).map(|block| count(block, unit)).sum()
}

/// How many units the characters that begin in `bytes` have.
fn count(bytes: &[u8], unit: OffsetUnit) -> u32 {
    // At most 64 bytes of weight 1, or 2 for every fourth: a u8 holds the sum, and is what makes it fast.
    debug_assert!(bytes.len() <= STEP, "a look-up crosses a mark; this is our bug");
    u32::from(bytes.iter().map(|&byte| weight(byte, unit)).sum::<u8>())
}

/// The units of a character, told by its first byte; 0 for the bytes after.
fn weight(byte: u8, unit: OffsetUnit) -> u8 {
    match unit {
        OffsetUnit::Utf8 => 1,
        OffsetUnit::Codepoint => u8::from(byte & 0xC0 != 0x80),
        // Four bytes in UTF-8 are a surrogate pair in UTF-16.
        OffsetUnit::Utf16 => u8::from(byte & 0xC0 != 0x80) + u8::from(byte >= 0xF0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind of character that counts differently, over several marks, at every alignment.
    fn texts() -> impl Iterator<Item = String> {
        let mixed = "\u{FEFF}火炬\r\n动态 a\u{301} 𠮷野家 👨‍👩‍👧 é ½ 1.5亿元\r".repeat(9);
        (0..STEP).map(move |pad| format!("{}{mixed}", "x".repeat(pad))).chain(
            ["", "a", "火", "𠮷"]
                .into_iter()
                .flat_map(|it| [1, 16, 21, 32, 63, 64, 65, 128].map(|times| it.repeat(times))),
        )
    }

    fn naive(head: &str, unit: OffsetUnit) -> u32 {
        let units = match unit {
            OffsetUnit::Utf8 => head.len(),
            OffsetUnit::Codepoint => head.chars().count(),
            OffsetUnit::Utf16 => head.encode_utf16().count(),
        };
        units as u32
    }

    #[test]
    fn every_boundary_converts_as_counting_from_the_start_does_and_back() {
        for text in texts() {
            for &unit in OffsetUnit::ALL {
                let offsets = Offsets::new(&text, unit);
                for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                    let expected = naive(&text[..at], unit);
                    assert_eq!(offsets.at_byte(at as u32), expected, "{unit} {at} {text:?}");
                    assert_eq!(offsets.byte_at(expected), at as u32, "{unit} {at} {text:?}");
                }
            }
        }
    }

    #[test]
    fn an_offset_inside_a_character_is_that_characters() {
        for &unit in OffsetUnit::ALL {
            let offsets = Offsets::new("a𠮷b", unit);
            let start = offsets.at_byte(1);
            assert_eq!([2, 3, 4].map(|at| offsets.at_byte(at)), [start; 3], "{unit}");
        }
        assert_eq!(Offsets::new("a𠮷b", OffsetUnit::Utf16).byte_at(2), 1, "between two surrogates");
        assert_eq!(Offsets::new("a𠮷b", OffsetUnit::Utf8).byte_at(3), 1);
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        for text in texts() {
            for &unit in OffsetUnit::ALL {
                let offsets = Offsets::new(&text, unit);
                assert_eq!(offsets.at_byte(u32::MAX), naive(&text, unit));
                assert_eq!(offsets.byte_at(u32::MAX), text.len() as u32);
            }
        }
    }

    #[test]
    fn names_are_those_of_serde() {
        for unit in OffsetUnit::ALL {
            assert_eq!(serde_json::to_value(unit).unwrap(), unit.as_str());
        }
    }
}
