//! Characters of the text and where each stands in the markup, where references such as `&nbsp;` stand for some.

use std::ops::Range;

/// The characters of a string and where each stands in the markup: a reference such as `&nbsp;` is one character
/// of the string, or two.
pub(super) struct Characters<'s> {
    markup: &'s str,
    value: &'s str,
    at: usize,
    end: usize,
    /// The reference before, whose second character may come.
    reference: Option<Range<usize>>,
}

impl<'s> Characters<'s> {
    /// The characters of `value`, which stands at `span` of the markup.
    pub(super) fn new(markup: &'s str, span: Range<usize>, value: &'s str) -> Self {
        // A place that is none of a character's would break the map; then the whole string has one place.
        let end = span.end.min(markup.len());
        let sound = span.start <= end && markup.is_char_boundary(span.start) && markup.is_char_boundary(end);
        let at = if sound { span.start } else { end };
        Self { markup, value, at, end, reference: None }
    }
}

impl<'s> Iterator for Characters<'s> {
    type Item = (&'s str, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let c = self.value.chars().next()?;
        let start = self.at;
        let rest = self.markup.get(start..self.end).unwrap_or_default();
        let (text, tail) = self.value.split_at(c.len_utf8());
        if let Some(reference) = self.reference.take()
            && is_second(c)
            && !rest.starts_with(c)
        {
            self.value = tail;
            return Some((text, reference));
        }
        let length = if rest.starts_with(c) && !is_reference(rest, c, tail) {
            c.len_utf8()
        } else if rest.starts_with("\r\n") && c == '\n' {
            2
        } else if rest.starts_with('&') {
            let length = reference(rest);
            self.reference = Some(start..start + length);
            length
        } else {
            // Such as U+FFFD for a NUL.
            rest.chars().next().map_or(0, char::len_utf8)
        };
        self.value = tail;
        self.at += length;
        Some((text, start..self.at))
    }
}

/// The second characters of the references that stand for two: `&NotEqualTilde;`, `&fjlig;`.
fn is_second(c: char) -> bool {
    matches!(c, '\u{338}' | '\u{20D2}' | '\u{20E5}' | '\u{FE00}' | '\u{333}' | '\u{331}' | '\u{200A}' | 'j')
}

/// Whether `&` begins a reference to itself, `&amp;`, and is no plain sign as in R&D.
fn is_reference(rest: &str, c: char, tail: &str) -> bool {
    c == '&' && {
        let written = &rest[1..reference(rest).max(1)];
        !written.is_empty() && !tail.starts_with(written)
    }
}

/// The sign above the line for a digit or sign of an exponent: 10³ and not 103; `None` for any other.
pub(super) fn raised(c: char) -> Option<&'static str> {
    Some(match c {
        '0' => "⁰",
        '1' => "¹",
        '2' => "²",
        '3' => "³",
        '4' => "⁴",
        '5' => "⁵",
        '6' => "⁶",
        '7' => "⁷",
        '8' => "⁸",
        '9' => "⁹",
        '+' => "⁺",
        '-' | '\u{2212}' => "⁻",
        _ => return None,
    })
}

/// The length of a reference: `&nbsp;`, `&#8220;`, `&nbsp` without its end.
fn reference(rest: &str) -> usize {
    let name =
        rest[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#').map_or(rest.len(), |at| at + 1);
    if rest[name..].starts_with(';') { name + 1 } else { name }
}
