//! Folding: the one form in which titles, labels and names are compared. Output never shows it.
//!
//! Two texts that differ by blanks, by the width of letters and punctuation, by radicals in place of
//! characters (⽕ for 火) or by the form of quotes and dashes fold to the same characters.

mod compatibility;
mod radicals;

use std::borrow::Cow;

use crate::blank::is_blank;

/// The characters of `text` in their form for comparison; blanks are gone.
///
/// ```
/// assert_eq!(torch_bulletin::fold("⽕ 炬（２０２２）："), torch_bulletin::fold("火炬(2022):"));
/// assert_ne!(torch_bulletin::fold("火炬"), torch_bulletin::fold("火把"));
/// ```
pub fn fold(text: &str) -> String {
    fold_cow(text).into_owned()
}

/// [`fold`]; borrowed where every character folds to itself, as nearly always.
pub(crate) fn fold_cow(text: &str) -> Cow<'_, str> {
    if is_folded(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut fold = String::with_capacity(text.len());
    fold.extend(folded(text));
    Cow::Owned(fold)
}

/// Whether a text holds nothing but characters that fold to themselves by their first byte: Han (U+4000–U+9FFF), ASCII.
fn is_folded(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            0xE4..=0xE9 => 3,
            b'!'..=b'~' => 1,
            _ => return false,
        };
    }
    true
}

/// The Han character (U+4000–U+9FFF, which all fold to themselves) at the head of a text, as its bytes.
pub(crate) fn han(text: &str) -> Option<[u8; 3]> {
    text.as_bytes().first_chunk::<3>().filter(|it| matches!(it[0], 0xE4..=0xE9)).copied()
}

/// The Han character that ends a text, as its bytes; see [`han`].
pub(crate) fn last_han(text: &str) -> Option<[u8; 3]> {
    text.as_bytes().last_chunk::<3>().filter(|it| matches!(it[0], 0xE4..=0xE9)).copied()
}

/// Whether two texts fold to the same.
pub(crate) fn same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = without_common(a, b);
    match (may_fold(a), may_fold(b)) {
        (false, false) => false,
        _ => folded(a).eq(folded(b)),
    }
}

/// What two texts have after the characters that they have in common at their heads, of those that fold to themselves.
pub(crate) fn without_common<'t>(a: &'t str, b: &'t str) -> (&'t str, &'t str) {
    let mut at = 0;
    loop {
        match (&a.as_bytes()[at..], &b.as_bytes()[at..]) {
            (&[x @ 0xE4..=0xE9, x2, x3, ..], &[y, y2, y3, ..]) if [x, x2, x3] == [y, y2, y3] => at += 3,
            (&[x @ b'!'..=b'~', ..], &[y, ..]) if x == y => at += 1,
            _ => return (&a[at..], &b[at..]),
        }
    }
}

/// Whether the first character of a text, if any, may fold to another.
pub(crate) fn may_fold(text: &str) -> bool {
    !matches!(text.as_bytes(), [] | [0xE4..=0xE9 | b'!'..=b'~', ..])
}

/// [`fold`] without the allocation.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> + Clone + '_ {
    text.chars().flat_map(fold_char)
}

/// One character folded, as a pair: nothing for a blank, two for a dash of double length.
pub(crate) fn fold_pair(c: char) -> (Option<char>, Option<char>) {
    let Folded(first, second) = fold_char(c);
    (first, second)
}

/// One character folded: none for a blank, two for a dash of double length.
fn fold_char(c: char) -> Folded {
    let one = match c {
        '\u{4E00}'..='\u{9FFF}' => c,
        '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞' => '"',
        '‘' | '’' | '＇' => '\'',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ if c.is_ascii_graphic() => c,
        _ if is_blank(c) => return Folded(None, None),
        '⸺' => return Folded(Some('-'), Some('-')),
        '‐'..='―' | '─' | '━' | '−' => '-',
        '・' | '•' | '‧' | '∙' | '⋅' | '･' => '·',
        '︰' | '﹕' | '︓' => ':',
        '﹑' | '︑' | '､' => '、',
        '﹐' | '︐' => ',',
        '﹔' | '︔' => ';',
        '﹙' | '︵' => '(',
        '﹚' | '︶' => ')',
        '｡' | '︒' => '。',
        _ => plain(c),
    };
    Folded(Some(one), None)
}

#[derive(Clone)]
struct Folded(Option<char>, Option<char>);

impl Iterator for Folded {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.0.take().or_else(|| self.1.take())
    }
}

/// The character that a radical or a compatibility ideograph stands for; any other character as it is.
pub(crate) fn plain(c: char) -> char {
    radicals::unified(c).unwrap_or(c)
}
