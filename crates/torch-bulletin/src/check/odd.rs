//! Which characters were read as others? A text full of them came through an extractor that is worth a look.

use crate::Span;
use crate::reading::{places, plain, zero_width};
use crate::report::{Code, Diagnostic, Sink};

/// One kind of odd character: what it is called, how many there are, and where the first stands.
struct Kind {
    name: &'static str,
    found: Option<(Span, u32)>,
}

pub(super) fn check(source: &str, sink: &mut Sink) {
    let mut kinds = [
        Kind { name: "zero-width signs or soft hyphens were passed over", found: None },
        Kind {
            name: "radicals or compatibility ideographs were read as the characters they stand for",
            found: None,
        },
        Kind { name: "small or vertical forms were read as punctuation", found: None },
    ];
    for at in places(source.as_bytes()) {
        let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        let kind = match c {
            // A byte order mark at the head is no fault of the text.
            '\u{FEFF}' if at == 0 => continue,
            _ if zero_width(c) => 0,
            _ if plain(c).is_none() => continue,
            '\u{2E80}'..='\u{2FDF}' | '\u{F900}'..='\u{FAD9}' => 1,
            _ => 2,
        };
        let span = Span::at(at, at + c.len_utf8());
        let found = kinds[kind].found.get_or_insert((span, 0));
        found.1 = found.1.saturating_add(1);
    }
    for Kind { name, found } in kinds {
        let Some((span, count)) = found else { continue };
        let mut finding =
            Diagnostic::new(Code::OddCharacters, span, format!("{count} {name}; the first is here"))
                .with_help("texts show them as printed; `normalized` gives the cleaned form");
        finding.count = count;
        sink.push(finding);
    }
}
