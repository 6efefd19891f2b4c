//! Is the text a copy in traditional script 繁体, or one with readings 拼音 in brackets, as copying sites make?

use std::ops::Range;

use super::traces::{Found, Trace};
use crate::Span;
use crate::report::{Code, Diagnostic, Sink};

/// Fewer traditional characters are of a name or a quotation.
const FEW: usize = 5;
/// Bytes of a traditional text in which one of the signs stands at the least.
const APART: usize = 1_200;
/// Fewer words in brackets are foreign ones.
const FEW_READINGS: usize = 3;

pub(super) fn check(source: &str, traces: &[Found], sink: &mut Sink) {
    let mut signs = traces.iter().filter(|it| matches!(it.2, Trace::Traditional));
    if let Some(&(at, sign, _)) = signs.next() {
        let count = 1 + signs.count();
        if count >= FEW && count * APART >= source.len() {
            sink.push(
                Diagnostic::new(
                    Code::TraditionalCharacters,
                    Span::at(at, at + sign.len()),
                    format!("the text is in traditional script: “{sign}” and the like"),
                )
                .with_help("words are sought in simplified script: convert a copy, for example with OpenCC"),
            );
        }
    }
    let readings: Vec<Range<usize>> = readings(source).collect();
    let first = readings.iter().min_by_key(|it| it.start);
    if let Some(first) = first.filter(|_| readings.len() >= FEW_READINGS) {
        let message =
            format!("{} characters have their reading in brackets; the first is here", readings.len());
        let finding = Diagnostic::new(Code::PinyinInText, Span::at(first.start, first.end), message)
            .with_help("a copying site may have put them there; take the text from the publisher's page");
        sink.push(finding.with_count(readings.len()));
    }
}

/// Readings in brackets behind a Han character: 位(wei), 区（qū）.
fn readings(source: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let narrow = memchr::memchr_iter(b'(', source.as_bytes()).map(|at| (at, 1));
    let wide = memchr::memmem::find_iter(source.as_bytes(), "（").map(|at| (at, 3));
    narrow.chain(wide).filter_map(|(at, width)| {
        let inside = &source[at + width..];
        // Letters of a syllable are six, of two bytes each at the most.
        let end = inside.bytes().take(14).position(|byte| byte == b')' || byte == 0xEF)?;
        let closes = inside.get(end..)?.starts_with([')', '）']);
        let han = source[..at].chars().next_back().is_some_and(|c| matches!(c, '\u{3400}'..='\u{9FFF}'));
        (closes && han && is_syllable(&inside[..end])).then(|| at..at + width + end)
    })
}

/// Whether a word is a syllable of pinyin (GB/T 16159), with or without its tone.
fn is_syllable(word: &str) -> bool {
    const INITIALS: [&str; 23] = [
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z",
        "c", "s", "y", "w",
    ];
    const FINALS: [&str; 34] = [
        "a", "o", "e", "i", "u", "v", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "ia",
        "ie", "iao", "iu", "ian", "in", "iang", "ing", "iong", "ua", "uo", "uai", "ui", "uan", "un", "uang",
        "ue", "ve",
    ];
    let mut bare = String::with_capacity(word.len());
    for c in word.chars() {
        bare.push(match c {
            'a'..='z' => c,
            'ā' | 'á' | 'ǎ' | 'à' => 'a',
            'ē' | 'é' | 'ě' | 'è' => 'e',
            'ī' | 'í' | 'ǐ' | 'ì' => 'i',
            'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
            'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
            'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'v',
            _ => return false,
        });
    }
    let initial = INITIALS.iter().find(|it| bare.starts_with(**it)).map_or(0, |it| it.len());
    FINALS.contains(&&bare[initial..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        for word in ["wei", "qū", "zhuang", "an", "lǜ", "shi", "e"] {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["", "km", "app", "ppm", "the", "qw", "R"] {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn readings_stand_behind_han_characters() {
        let found = |text: &str| readings(text).count();
        assert_eq!(found("位(wei)于西部，高新区（qū）"), 2);
        assert_eq!(found("单位(km)，5(wei)，甲(某地)，乙（"), 0);
    }
}
