//! The grammar: nom parsers for everything that fits on a line, one part of the newsletter a file.
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

use nom::bytes::complete::take_while;
use nom::character::complete::satisfy;
use nom::{IResult, Parser};

use crate::blank::is_blank;
use crate::fold::plain;

/// What every parser here gives: the rest of the line and the value.
pub(crate) type PResult<'i, T> = IResult<&'i str, T>;

/// Blanks of any kind, or none.
pub(crate) fn ws(input: &str) -> PResult<'_, &str> {
    take_while(is_blank).parse(input)
}

/// One character of a set, blanks before it allowed; a radical (⽉) counts as its character.
pub(crate) fn sign<'i>(
    set: &'static str,
) -> impl Parser<&'i str, Output = char, Error = nom::error::Error<&'i str>> {
    nom::sequence::preceded(ws, satisfy(move |c| one_of(set, plain(c))))
}

/// Whether a character is one of a few. (`str::contains` would start a substring search for it.)
pub(crate) fn one_of(set: &str, c: char) -> bool {
    set.chars().any(|it| it == c)
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
    let (lead, ink) = crate::blank::trim(line.get(range.clone())?);
    (!ink.is_empty()).then(|| range.start + lead..range.start + lead + ink.len())
}
