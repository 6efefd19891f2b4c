//! A text of UTF-16 code units, as JavaScript, Java and C# hold it in memory, becomes a document.

use torch_bulletin::{Code, Diagnostic, Document, ParseOptions, Report, Span, parse_with};

/// Parses a text of UTF-16 code units. Never fails.
///
/// A lone surrogate is half a character and no text: it is read as U+FFFD and reported as
/// [`Code::InvalidBytes`]. U+FFFD is one unit too, so that offsets in UTF-16 stay those of `units`.
///
/// ```
/// use torch_bulletin_archive::{ParseOptions, parse_utf16};
/// let document = parse_utf16(&[0x706B, 0xD800, 0x70AC], &ParseOptions::default());
/// assert_eq!(document.source(), "火\u{FFFD}炬");
/// let finding = document.report().of(torch_bulletin::Code::InvalidBytes).next().unwrap();
/// assert_eq!(finding.message, "found half a surrogate pair, U+D800, which is no character");
/// ```
pub fn parse_utf16(units: &[u16], options: &ParseOptions) -> Document {
    // Three bytes a unit is what Chinese text needs.
    let mut text = String::with_capacity(units.len() * 3);
    let mut findings: Vec<Diagnostic> = Vec::new();
    for character in char::decode_utf16(units.iter().copied()) {
        match character {
            Ok(character) => text.push(character),
            Err(half) => {
                let start = text.len();
                text.push(char::REPLACEMENT_CHARACTER);
                add(&mut findings, start, text.len(), half.unpaired_surrogate());
            }
        }
    }
    let mut parsed = parse_with(&text, options);
    parsed.add_findings(findings);
    parsed.into_document()
}

/// Every unit of a hostile text can be bad: past the number that a report keeps, only count.
fn add(findings: &mut Vec<Diagnostic>, start: usize, end: usize, half: u16) {
    if let Some(last) = findings.get_mut(Report::KEPT_PER_CODE - 1) {
        last.count = last.count.saturating_add(1);
        return;
    }
    // Past 4 GiB - 1 the text is not read, and says so itself.
    let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) else { return };
    let message = format!("found half a surrogate pair, U+{half:04X}, which is no character");
    let finding = Diagnostic::new(Code::InvalidBytes, Span::new(start, end), message);
    findings
        .push(finding.with_help("read as U+FFFD; the text was cut inside a character before it came here"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_characters_and_halves_are_reported_where_they_stand() {
        let document = parse_utf16(&[0xD842, 0xDFB7, 0xDFB7, 0x6797, 0xD842], &ParseOptions::default());
        assert_eq!(document.source(), "𠮷\u{FFFD}林\u{FFFD}");
        let halves = document.report().of(Code::InvalidBytes);
        let places: Vec<_> = halves.map(|it| it.span.unwrap()).collect();
        assert_eq!(places, [Span::new(4, 7), Span::new(10, 13)]);
    }

    #[test]
    fn findings_are_bounded_and_count_the_rest() {
        let document = parse_utf16(&[0xD800; 5_000], &ParseOptions::default());
        let halves = document.report().of(Code::InvalidBytes);
        let counts: Vec<_> = halves.map(|it| it.count).collect();
        assert_eq!((counts.len(), counts.iter().sum::<u32>()), (Report::KEPT_PER_CODE, 5_000));
    }
}
