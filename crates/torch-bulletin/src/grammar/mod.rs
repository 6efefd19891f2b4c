//! The grammar: parsers for everything that fits on a line, one part of the newsletter a file.
//!
//! What has a fixed form (issue lines, dates, numbers, enumerators, pages, document numbers) is parsed by nom. What is found by its
//! ends or by words in it (attributions, entries, names) is cut by byte searches, since most lines are none of these.
//!
//! All parsers are *complete*: a line is whole, so none of them waits for more input. They take either width of
//! digits and punctuation, and blanks where extractors put them; they never repair. What a parser gives are byte
//! ranges of the line it was given, which `assemble` turns into places of the source.
//!
//! The grammar rule stands above each function in the notation of RFC 5234; `ws` is any run of blanks.

pub(crate) mod attribution;
pub(crate) mod caption;
pub(crate) mod colophon;
pub(crate) mod contents;
pub(crate) mod date;
pub(crate) mod heads;
pub(crate) mod issue;
pub(crate) mod mark;
pub(crate) mod marker;
pub(crate) mod masthead;
pub(crate) mod names;
pub(crate) mod navigation;
pub(crate) mod number;
pub(crate) mod opening;
pub(crate) mod page;
pub(crate) mod points;

use std::ops::Range;

use nom::{IResult, Parser};

use crate::blank::{trim_end, trim_start};
use crate::fold::plain;

/// What every parser here gives: the rest of the line and the value.
pub(crate) type PResult<'i, T> = IResult<&'i str, T>;

/// Blanks of any kind, or none.
pub(crate) fn ws(input: &str) -> PResult<'_, &str> {
    let rest = trim_start(input);
    Ok((rest, &input[..input.len() - rest.len()]))
}

/// One character of a set, blanks before it allowed; a radical (⽉) counts as its character.
pub(crate) fn sign<'i>(
    set: &'static str,
) -> impl Parser<&'i str, Output = char, Error = nom::error::Error<&'i str>> {
    move |input: &'i str| {
        let ink = trim_start(input);
        match ink.chars().next() {
            Some(c) if one_of(set, plain(c)) => Ok((&ink[c.len_utf8()..], c)),
            _ => fail(input),
        }
    }
}

/// Whether a character is one of a few. (`str::contains` would start a substring search for it.)
pub(crate) fn one_of(set: &str, c: char) -> bool {
    set.chars().any(|it| it == c)
}

/// The first character from `at` on that is neither Han nor an ASCII letter or digit, and where it stands: names, labels
/// and values are parted by others.
pub(crate) fn next_sign(text: &str, at: usize) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let mut at = at;
    loop {
        at += match bytes.get(at)? {
            0xE4..=0xE9 => 3,
            byte if byte.is_ascii_alphanumeric() => 1,
            _ => return Some((at, text[at..].chars().next()?)),
        };
    }
}

/// Where a word of Han characters stands in a line; what `str::find` prepares costs more than the search in a line.
pub(crate) fn find_word(line: &str, word: &str) -> Option<usize> {
    let third = *word.as_bytes().get(2)?;
    let mut found = memchr::memchr_iter(third, line.as_bytes()).filter_map(|at| at.checked_sub(2));
    found.find(|&at| line.as_bytes()[at..].starts_with(word.as_bytes()))
}

/// Whether a text ends in one of some words of Han characters; by the last one first, for most end otherwise.
pub(crate) fn ends_in(text: &str, words: &[&str]) -> bool {
    let last = text.as_bytes().last_chunk::<3>();
    words.iter().any(|word| word.as_bytes().last_chunk::<3>() == last && text.ends_with(word))
}

/// The byte range that a parser's input and rest leave between them.
pub(crate) fn between(line: &str, from: &str, rest: &str) -> Range<usize> {
    line.len() - from.len()..line.len() - rest.len()
}

/// A failure at `input`, for parsers that decide by hand.
pub(crate) fn fail<T>(input: &str) -> PResult<'_, T> {
    Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)))
}

/// A byte range without the blanks at its ends; `None` where nothing is left.
pub(crate) fn trimmed(line: &str, range: Range<usize>) -> Option<Range<usize>> {
    if range.is_empty() {
        return None;
    }
    let text = line.get(range.clone())?;
    let ink = trim_start(text);
    let start = range.end - ink.len();
    let end = start + trim_end(ink).len();
    (start < end).then_some(start..end)
}
