//! GB18030, the encoding of Chinese text on the mainland, and so GBK and GB2312, which it holds; as the WHATWG
//! Encoding Standard decodes it.
//!
//! Decoding is ours because of its weight: a library of every encoding of the web brings the tables of Big5,
//! Shift_JIS and EUC-KR along, which are most of what a browser would load of us. The table here is one file
//! and two rules; a test compares it with `encoding_rs`, code by code.

mod table;

use table::{four_bytes, two_bytes};

/// A character and the number of its bytes; or so many bytes that are none.
pub(crate) type Step = Result<(char, usize), usize>;

/// What the first bytes of a text that is not empty are. Bytes after a bad sequence are read anew, so that it
/// costs no character that follows it.
pub(crate) fn step(bytes: &[u8]) -> Step {
    let first = bytes[0];
    match first {
        0..=0x7F => return Ok((char::from(first), 1)),
        // The euro sign of Windows.
        0x80 => return Ok(('€', 1)),
        0xFF => return Err(1),
        _ => {}
    }
    let Some(&second) = bytes.get(1) else { return Err(1) };
    match second {
        0x30..=0x39 => long(bytes),
        0x40..=0x7E | 0x80..=0xFE => Ok((two_bytes(first, second), 2)),
        // An ASCII character is never swallowed by the damage before it.
        0..=0x7F => Err(1),
        0xFF => Err(2),
    }
}

/// Four bytes, of which two are known: a lead, and a digit.
fn long(bytes: &[u8]) -> Step {
    match *bytes {
        [a, b, c @ 0x81..=0xFE, d @ 0x30..=0x39, ..] => {
            let [a, b, c, d] = [a - 0x81, b - 0x30, c - 0x81, d - 0x30].map(u32::from);
            four_bytes(((a * 10 + b) * 126 + c) * 10 + d).map(|character| (character, 4)).ok_or(4)
        }
        // The text ends inside the character: that is one piece of damage, not three.
        [_, _] | [_, _, 0x81..=0xFE] => Err(bytes.len()),
        _ => Err(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text and the number of bad sequences, by us.
    fn ours(mut bytes: &[u8]) -> (String, usize) {
        let (mut text, mut bad) = (String::new(), 0);
        while !bytes.is_empty() {
            let length = match step(bytes) {
                Ok((character, length)) => {
                    text.push(character);
                    length
                }
                Err(length) => {
                    text.push(char::REPLACEMENT_CHARACTER);
                    bad += 1;
                    length
                }
            };
            bytes = &bytes[length..];
        }
        (text, bad)
    }

    fn theirs(bytes: &[u8]) -> String {
        encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned()
    }

    #[test]
    fn every_code_of_one_and_two_bytes_is_that_of_the_standard() {
        for first in 0..=0xFF {
            assert_eq!(ours(&[first]).0, theirs(&[first]), "{first:02X}");
            for second in 0..=0xFF {
                let bytes = [first, second, b'x'];
                assert_eq!(ours(&bytes).0, theirs(&bytes), "{bytes:02X?}");
            }
        }
    }

    #[test]
    fn every_code_of_four_bytes_is_that_of_the_standard() {
        for first in 0x81..=0xFE {
            for second in 0x30..=0x39 {
                // A whole row at once, so that the test is quick.
                let row: Vec<u8> = (0x81..=0xFE)
                    .flat_map(|third| (0x30..=0x39).flat_map(move |fourth| [first, second, third, fourth]))
                    .collect();
                let (ours, theirs) = (ours(&row).0, theirs(&row));
                let differ = ours.chars().zip(theirs.chars()).find(|(ours, theirs)| ours != theirs);
                assert!(ours == theirs, "{first:02X} {second:02X}: {differ:X?}");
            }
        }
    }

    #[test]
    fn damage_is_what_the_standard_takes_for_damage() {
        // Bytes that are likely to be part of something, in every order, up to six of them.
        let likely = [0x20, 0x32, 0x41, 0x7F, 0x80, 0x81, 0x84, 0xB0, 0xFE, 0xFF];
        for length in 1..=6 {
            for mut number in 0..likely.len().pow(length) {
                let mut bytes = Vec::new();
                for _ in 0..length {
                    bytes.push(likely[number % likely.len()]);
                    number /= likely.len();
                }
                let (text, bad) = ours(&bytes);
                assert_eq!(text, theirs(&bytes), "{bytes:02X?}");
                assert_eq!(text.matches(char::REPLACEMENT_CHARACTER).count(), bad, "{bytes:02X?}");
            }
        }
    }
}
