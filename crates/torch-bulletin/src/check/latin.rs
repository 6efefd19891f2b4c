//! Does an English function word stand between Chinese characters, where a machine that read the page put it?

use crate::report::{Code, Diagnostic, Sink};
use crate::{Span, is_blank};

/// Function words, and what a Chinese text has in their place (2022-12, line 248: and for 和).
const WORDS: [(&str, &str); 10] = [
    ("and", "和"),
    ("or", "或"),
    ("of", "的"),
    ("the", ""),
    ("in", "在"),
    ("to", "到"),
    ("for", "为"),
    ("with", "与"),
    ("by", "由"),
    ("is", "是"),
];

pub(super) fn check(source: &str, sink: &mut Sink) {
    let bytes = source.as_bytes();
    let mut at = 0;
    while let Some(start) = letter(&bytes[at..]).map(|offset| at + offset) {
        let length =
            bytes[start..].iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(bytes.len() - start);
        at = start + length;
        let word = &source[start..at];
        let Some((_, chinese)) = WORDS.iter().find(|(known, _)| *known == word) else { continue };
        if !is_han_at(source[..start].chars().rev()) || !is_han_at(source[at..].chars()) {
            continue;
        }
        let finding = Diagnostic::new(
            Code::LatinWordInChinese,
            Span::at(start, at),
            format!("the word “{word}” stands between Chinese characters"),
        );
        sink.push(if chinese.is_empty() {
            finding.with_help("optical recognition may have put it there; the text keeps it")
        } else {
            finding
                .with_help(format!("a Chinese text would have “{chinese}”; the text keeps what stands there"))
        });
    }
}

/// Where the first Latin letter stands: by blocks, which a compiler looks at as a whole, since few have any.
fn letter(bytes: &[u8]) -> Option<usize> {
    const BLOCK: usize = 32;
    let (blocks, _) = bytes.as_chunks::<BLOCK>();
    let has_letter = |block: &[u8; BLOCK]| block.iter().fold(false, |any, it| any | it.is_ascii_alphabetic());
    let before = blocks.iter().position(has_letter).unwrap_or(blocks.len()) * BLOCK;
    bytes[before..].iter().position(u8::is_ascii_alphabetic).map(|offset| before + offset)
}

/// Whether the next character that is not blank is a Chinese one on the same line.
fn is_han_at(chars: impl Iterator<Item = char>) -> bool {
    let mut inked = chars.take_while(|c| !matches!(c, '\n' | '\r')).take(4).skip_while(|c| is_blank(*c));
    inked.next().is_some_and(|c| matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{9FFF}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_is_found_wherever_its_block_ends() {
        for before in 0..70 {
            let text = format!("{}zx", "9".repeat(before));
            assert_eq!(letter(text.as_bytes()), Some(before));
            assert_eq!(letter(&text.as_bytes()[..before]), None);
        }
    }
}
