//! What counts as blank: characters that carry no ink, and so need no place in the tree.

/// Whether a character is blank: Unicode White_Space, the soft hyphen, zero-width characters, BOM.
///
/// Blank characters lie outside the promise that every character is covered once.
///
/// ```
/// assert!(torch_bulletin::is_blank('\u{3000}') && torch_bulletin::is_blank('\u{FEFF}'));
/// assert!(!torch_bulletin::is_blank('—'));
/// ```
pub const fn is_blank(c: char) -> bool {
    // Han characters, which most are, lie past all of them but one.
    if c > '\u{3000}' {
        return c == '\u{FEFF}';
    }
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{A0}' | '\u{AD}' | '\u{1680}' | '\u{2000}'..='\u{200F}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}'..='\u{206F}' | '\u{3000}')
}

/// The text without blanks at its ends, and the byte offset at which it starts.
pub(crate) fn trim(text: &str) -> (usize, &str) {
    let rest = trim_start(text);
    (text.len() - rest.len(), trim_end(rest))
}

/// The text without blanks at its head.
pub(crate) fn trim_start(text: &str) -> &str {
    let mut at = 0;
    loop {
        match text.as_bytes()[at..] {
            // Ink of the kinds that nearly every line starts with: ASCII, Han (U+4000 and up), quotes and dashes, marks.
            [] | [b'!'..=b'~' | 0xE4..=0xED, ..] => return &text[at..],
            [0xE2, 0x80, 0x94..=0xA7, ..] | [0xE3, 0x80, 0x81..=0xBF, ..] | [0xEF, 0xBC | 0xBD, ..] => {
                return &text[at..];
            }
            [b' ', ..] => at += 1,
            [0xE3, 0x80, 0x80, ..] => at += 3,
            _ => return text[at..].trim_start_matches(is_blank),
        }
    }
}

/// Where the first blank of a text stands.
pub(crate) fn find(text: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        at += match byte {
            b'!'..=b'~' => 1,
            0xE4..=0xED => 3,
            _ => {
                let c = text[at..].chars().next()?;
                if is_blank(c) {
                    return Some(at);
                }
                c.len_utf8()
            }
        };
    }
    None
}

/// The text without blanks at its end.
pub(crate) fn trim_end(text: &str) -> &str {
    match text.as_bytes() {
        [.., b'!'..=b'~'] => text,
        // Han, a quote or a dash, a mark.
        [.., 0xE4..=0xED, _, _] | [.., 0xE2, 0x80, 0x94..=0xA7] => text,
        [.., 0xE3, 0x80, 0x81..=0xBF] | [.., 0xEF, 0xBC | 0xBD, _] => text,
        _ => text.trim_end_matches(is_blank),
    }
}

#[cfg(test)]
mod tests {
    use super::is_blank;

    #[test]
    fn blanks_are_white_space_and_signs_without_width() {
        for c in '\0'..=char::MAX {
            let thin = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
            assert_eq!(is_blank(c), c.is_whitespace() || thin, "{c:?}");
        }
    }
}
