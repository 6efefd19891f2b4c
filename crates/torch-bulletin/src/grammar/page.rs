//! Page numbers 页码 and rules, in every form that extractors leave on a line of its own.

use std::ops::Range;

use memchr::memchr2;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag_no_case, take_while};
use nom::combinator::{eof, opt, verify};
use nom::sequence::{delimited, preceded, terminated};

use crate::fold::plain;

use super::number::{arabic, chinese, digit, numeral, spread};
use super::{PResult, between, fail, sign, ws};

/// ```abnf
/// page-number = 1*frame number 1*frame           ; — 3 —, —1—, ·3·, -3-, (3), 一 3 一
///             / 第 number 页 [ sep 共 number 页 ]  ; 第 3 页　共 12 页
///             / number "/" number                ; 3/12
///             / ("Page" / "P." / "P") number
/// ```
/// Gives the byte range of the number. Seen: GB/T 9704-2012 §7.5 (— 3 —), and the extractions of 2022-12.
pub(crate) fn page_number(line: &str) -> PResult<'_, Range<usize>> {
    // Nearly every line fails at its first character.
    let opens = |c| {
        is_frame(c)
            || matches!(c, DASH | '0'..='9' | '０'..='９' | '第' | 'P' | 'p' | '(' | '（' | '[' | '［')
    };
    // The others, such as days, fail at their last.
    let closes = |c| {
        is_frame(c)
            || digit(c).is_some()
            || crate::is_blank(c)
            || matches!(plain(c), DASH | '页' | ')' | '）' | ']' | '］')
    };
    if !line.starts_with(opens) || !line.ends_with(closes) {
        return fail(line);
    }
    // As an attribution in brackets does at its second.
    let inside = line.strip_prefix(['(', '（', '[', '［']).map(crate::blank::trim_start);
    if inside.is_some_and(|inside| !inside.starts_with(|c| digit(c).is_some())) {
        return fail(line);
    }
    let form = match line.as_bytes() {
        [b'0'..=b'9', ..] => fraction,
        _ if line.starts_with(|c| digit(c).is_some()) => fraction,
        _ if line.starts_with(['第', 'P', 'p']) => spelled,
        _ => framed,
    };
    terminated(|i| form(line, i), (ws, eof)).parse(line)
}

/// A dash as OCR reads it: 一 3 一.
const DASH: char = '一';

/// Whether a sign frames a page number.
pub(crate) fn is_frame(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '－' | '―' | '─' | '⸺' | '·' | '・' | '•' | '‧' | '∙' | '~' | '～')
        || matches!(c, '|' | '｜' | '*' | '＊' | '_')
}

fn framed<'i>(line: &'i str, input: &'i str) -> PResult<'i, Range<usize>> {
    let mut brackets = delimited(sign("(（[［"), preceded(ws, |i| digits(line, i)), sign(")）]］"));
    if input.starts_with(DASH) {
        return delimited((sign("一"), ws), |i| digits(line, i), sign("一")).parse(input);
    }
    if !input.starts_with(is_frame) {
        return brackets.parse(input);
    }
    let frame = |i| verify(take_while(is_frame), |frame: &str| !frame.is_empty()).parse(i);
    // — 1 2 —: between frames a number may be spread.
    let number = |i| digits(line, i).or_else(|_| spread_digits(line, i));
    let spread = |i| spread_digits(line, i);
    let (inside, _) = (frame, ws).parse(input)?;
    terminated(number, (ws, frame)).parse(inside).or_else(|_| terminated(spread, (ws, frame)).parse(inside))
}

fn spelled<'i>(line: &'i str, input: &'i str) -> PResult<'i, Range<usize>> {
    let chinese_page = |i| {
        let (rest, _) = sign("第").parse(i)?;
        let (rest, range) = preceded(ws, |i| digits_any(line, i)).parse(rest)?;
        let (rest, _) = sign("页").parse(rest)?;
        let total =
            (opt(sign("/,，;；|(（")), sign("共"), ws, alt((arabic, chinese)), sign("页"), opt(sign(")）")));
        let (rest, _) = opt(total).parse(rest)?;
        Ok((rest, range))
    };
    let word = alt((tag_no_case("page"), tag_no_case("p."), tag_no_case("p")));
    let latin_page = preceded((word, ws), |i| digits(line, i));
    alt((chinese_page, latin_page)).parse(input)
}

fn fraction<'i>(line: &'i str, input: &'i str) -> PResult<'i, Range<usize>> {
    terminated(|i| digits(line, i), (sign("/／"), ws, verify(arabic, |&total| total < 1000))).parse(input)
}

/// At most three digits: no issue has a thousand pages, and four digits are a year.
fn digits<'i>(line: &'i str, input: &'i str) -> PResult<'i, Range<usize>> {
    let (rest, _) = verify(arabic, |&number| number < 1000).parse(input)?;
    Ok((rest, between(line, input, rest)))
}

/// [`digits`], perhaps with blanks between them.
fn spread_digits<'i>(line: &'i str, input: &'i str) -> PResult<'i, Range<usize>> {
    let after = input.trim_start_matches(|c| digit(c).is_some());
    let parted = after.len() < input.len() && after.starts_with(crate::is_blank);
    if !parted || !crate::blank::trim_start(after).starts_with(|c| digit(c).is_some()) {
        return fail(input);
    }
    let (rest, _) = verify(spread, |&number| number < 1000).parse(input)?;
    Ok((rest, between(line, input, rest)))
}

fn digits_any<'i>(line: &'i str, input: &'i str) -> PResult<'i, Range<usize>> {
    let (rest, _) = alt((arabic, chinese)).parse(input)?;
    Ok((rest, between(line, input, rest)))
}

/// A page number at the end of a line with other text, and its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Trailing {
    /// Where the sign before the number begins.
    pub(crate) start: usize,
    pub(crate) number: u32,
}

/// The page number that ends a line, with the same sign on both sides or in words: `…— 3 —`, `…第3页`.
pub(crate) fn trailing(line: &str) -> Option<Trailing> {
    if line.ends_with('页') {
        let start = line.rfind('第')?;
        return Some(Trailing { start, number: number_of(&line[start..])? });
    }
    let body = line.trim_end_matches(is_frame);
    let frame = &line[body.len()..];
    let body = crate::blank::trim_end(body);
    let before = body.trim_end_matches(|c| digit(c).is_some());
    let number = bare_number(&body[before.len()..])?;
    let start = crate::blank::trim_end(before).strip_suffix(frame).filter(|_| !frame.is_empty())?.len();
    Some(Trailing { start, number })
}

/// The number of a line that is a page number and nothing else.
pub(crate) fn number_of(line: &str) -> Option<u32> {
    let (_, digits) = page_number(line).ok()?;
    let (_, number) = alt((terminated(numeral, eof), spread)).parse(&line[digits]).ok()?;
    Some(number)
}

/// A line that is a number under a thousand and nothing else.
pub(crate) fn bare_number(line: &str) -> Option<u32> {
    let (rest, number) = arabic(line).ok()?;
    (rest.is_empty() && number < 1000).then_some(number)
}

/// A line of four or more dashes, stars or the like: a rule drawn with characters, or END under an article: `- END -`.
pub(crate) fn is_rule(line: &str) -> bool {
    // Few lines that are asked have an N.
    if memchr2(b'N', b'n', line.as_bytes()).is_some() {
        return line.trim_matches(|c| is_frame(c) || crate::is_blank(c)).eq_ignore_ascii_case("end");
    }
    let mut ink = line.chars().filter(|&c| !crate::is_blank(c));
    let Some(first) = ink.next() else { return false };
    (is_frame(first) || matches!(first, '＿' | '=' | '＝' | '━' | '…' | '.' | '※' | '☆' | '★' | '◆' | '■'))
        && ink.clone().count() >= 3
        && ink.all(|c| c == first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::mark::Ending;

    #[test]
    fn page_numbers() {
        for (line, number) in [
            ("— 3 —", "3"),
            ("—1—", "1"),
            ("·12·", "12"),
            ("- 3 -", "3"),
            ("－ 3 －", "3"),
            ("—   1 2   —", "1 2"),
            ("(3)", "3"),
            ("第 3 页　共 12 页", "3"),
            ("第十页", "十"),
            ("3 / 12", "3"),
            ("Page 7", "7"),
            ("P.7", "7"),
            ("P7", "7"),
        ] {
            let (_, range) = page_number(line).unwrap_or_else(|_| panic!("{line}"));
            assert_eq!(&line[range], number, "{line}");
        }
        for line in ["3", "2022年", "-3", "第3页的内容", "——某某", "P2P", "(2022)"] {
            assert!(page_number(line).is_err(), "{line}");
        }
    }

    #[test]
    fn trailing_numbers() {
        for (line, start, number) in [
            ("建成，— 3 —", "建成，".len(), 3),
            ("建成-12-", "建成".len(), 12),
            ("建成·3·", "建成".len(), 3),
            ("建成。第 3 页　共 9 页", "建成。".len(), 3),
            ("— 3 —", 0, 3),
        ] {
            assert_eq!(trailing(line), Some(Trailing { start, number }), "{line}");
            assert!(Ending::of(line).number(), "{line}");
        }
        for line in ["建成 3 —", "建成—2012—", "建成·甲·", "建成—", "翻了一页", "共3页"]
        {
            assert_eq!(trailing(line), None, "{line}");
        }
    }

    #[test]
    fn rules() {
        assert!(is_rule("————————") && is_rule("* * * *"));
        assert!(!is_rule("——某某系列") && !is_rule("——"));
    }
}
