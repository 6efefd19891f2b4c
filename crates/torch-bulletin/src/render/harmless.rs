//! Characters that no output can hold, or that would cut a text in two, and what is written in their place.

use std::borrow::Cow;

/// The text without characters that end lines or that XML and HTML forbid; each is replaced by one other.
///
/// - What ends lines somewhere (LF, CR, VT, FF, NEL, U+2028, U+2029) becomes a blank.
/// - Control characters but the tab, and noncharacters (U+FFFE, U+FDD0 …), become U+FFFD: they are seen, and a
///   terminal, a browser or an XML parser does nothing with them.
pub(super) fn harmless(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.chars().any(|c| replacement(c).is_some()) {
        text.chars().map(|c| replacement(c).unwrap_or(c)).collect::<String>().into()
    } else {
        text
    }
}

fn replacement(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\t' => None,
        _ if c.is_control() || is_noncharacter(c) => Some('\u{FFFD}'),
        _ => None,
    }
}

/// The 66 code points that Unicode keeps for programs' own use: U+FDD0–FDEF and the last two of each plane.
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_output_can_hold_is_replaced_and_nothing_else() {
        for (text, expected) in [
            ("一\n二\u{2028}三", "一 二 三"),
            ("\0\u{1B}[31m\u{7F}\u{9B}", "\u{FFFD}\u{FFFD}[31m\u{FFFD}\u{FFFD}"),
            ("\u{FFFE}\u{1FFFF}\u{FDD0}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ] {
            assert_eq!(harmless(text.into()), expected);
        }
        let text = "<园区>\t\u{3000}&\u{FEFF}\u{FFFD}𠮷\u{E000}";
        assert!(matches!(harmless(text.into()), Cow::Borrowed(it) if it == text));
    }
}
