//! Are there glyphs for which an extractor found no character: U+FFFD, □ amid a word, `(cid:12)`, private use?

use memchr::memchr2_iter;

use super::traces::{Found, Trace};
use crate::Span;
use crate::report::{Code, Diagnostic, Sink};

pub(super) fn check(source: &str, traces: &[Found], findings: &[Diagnostic], sink: &mut Sink) {
    // What is no text in the file's encoding was read as U+FFFD, and is reported as such.
    let decoded = findings.iter().any(|it| it.code == Code::InvalidBytes);
    let signs = traces.iter().filter(|it| matches!(it.2, Trace::Unmapped));
    let signs = signs.filter_map(|&(at, sign, _)| match sign {
        "\u{FFFD}" => (!decoded).then_some(Span::at(at, at + sign.len())),
        "□" => amid_word(source, at, sign).then_some(Span::at(at, at + sign.len())),
        _ => numbered(source, at, sign),
    });
    // EE is the first byte of U+E000–U+EFFF, EF of U+F000–U+F8FF, where the fonts of symbols are, and of other signs.
    let is_private = |sign: &str| sign.starts_with(|c| matches!(c, '\u{E000}'..='\u{F8FF}'));
    let private = memchr2_iter(0xEE, 0xEF, source.as_bytes()).map(|at| (at, at + 3));
    let private = private.filter(|&(at, end)| {
        source.get(at..end).is_some_and(|it| is_private(it) && amid_word(source, at, it))
    });
    let mut places: Vec<Span> = signs.chain(private.map(|(at, end)| Span::at(at, end))).collect();
    places.sort_unstable();
    let Some(&first) = places.first() else { return };
    let message = match places.len() {
        1 => "a glyph has no character".to_owned(),
        count => format!("{count} glyphs have no character; the first is here"),
    };
    let finding = Diagnostic::new(Code::UnmappedCharacters, first, message)
        .with_help("the PDF's font does not say which they are: run text recognition (OCR) on its pages, or compare with the print");
    sink.push(finding.with_count(places.len()));
}

/// Whether a Han character, or the same sign, stands on either side: else it is a bullet, or a box to be ticked.
fn amid_word(source: &str, at: usize, sign: &str) -> bool {
    let of_word =
        |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{3400}'..='\u{9FFF}') || sign.starts_with(c));
    let (before, after) = (&source[..at], &source[at + sign.len()..]);
    of_word(before.chars().next_back()) && of_word(after.chars().next())
}

/// `(cid:12)`, as pdfminer writes a glyph by its number.
fn numbered(source: &str, at: usize, sign: &str) -> Option<Span> {
    let start = at + sign.len();
    let digits = source[start..].bytes().take_while(u8::is_ascii_digit).count();
    let end = start + digits;
    (digits > 0 && source[end..].starts_with(')')).then_some(Span::at(at, end + 1))
}

#[cfg(test)]
mod tests {
    use crate::report::Code;

    /// The message about glyphs without a character, and how many there are.
    fn told(source: &str) -> Option<(String, u32)> {
        let report = crate::parse(source).report();
        let found = report.diagnostics().iter().find(|it| it.code == Code::UnmappedCharacters)?;
        Some((found.message.clone(), found.count))
    }

    #[test]
    fn signs_amid_words_are_glyphs_and_others_are_bullets() {
        for sign in ["\u{FFFD}", "□", "(cid:12)", "\u{E000}", "\u{EFFF}", "\u{F000}", "\u{F8FF}"] {
            let (message, count) = told(&format!("产业{sign}园区建成。")).unwrap();
            assert_eq!((message.as_str(), count), ("a glyph has no character", 1), "{sign:?}");
        }
        for text in
            ["□产业园区", "\u{F06C} 产业园区", "产业(cid:)园区", "产业，园区：“建成”", "产业\u{F900}园区"]
        {
            assert_eq!(told(text), None, "{text:?}");
        }
        let (message, count) = told("产\u{E001}业\u{F0A7}园□区").unwrap();
        assert_eq!((message.as_str(), count), ("3 glyphs have no character; the first is here", 3));
    }
}
