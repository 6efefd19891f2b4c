//! The date 日期 of an issue: `2022年7月31日`, `二〇一四年六月二十日`, `2014.6.20`.

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::satisfy;
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, terminated};

use super::number::{arabic, chinese};
use super::{PResult, one_of, sign, ws};

/// A date with the parts that are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) year: u16,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
}

/// ```abnf
/// date = year ws 年 [ month ws 月 [ day ws (日 / 号) ] ]
///      / year sep month sep day          ; sep = "." / "-" / "/"
/// ```
/// Years from 1949 to 2199, months and days in range; numerals of any kind, blanks between the parts
/// (2022-12, line 9: `2022年7月31日`; Chinese numerals after GB/T 15835-2011).
pub(crate) fn date(input: &str) -> PResult<'_, Date> {
    alt((written, dotted)).parse(input)
}

/// A year and its 年.
pub(crate) fn year(input: &str) -> PResult<'_, u16> {
    terminated(bare_year, sign("年")).parse(input)
}

fn bare_year(input: &str) -> PResult<'_, u16> {
    let number = verify(alt((arabic, chinese)), |year| (1949..2200).contains(year));
    number.map(|year| year as u16).parse(input)
}

fn written(input: &str) -> PResult<'_, Date> {
    let (rest, year) = year(input)?;
    let (rest, month) = opt(terminated(preceded(ws, month), sign("月"))).parse(rest)?;
    let (rest, day) = match month {
        Some(_) => opt(terminated(preceded(ws, day), sign("日号"))).parse(rest)?,
        None => (rest, None),
    };
    Ok((rest, Date { year, month, day }))
}

fn dotted(input: &str) -> PResult<'_, Date> {
    let (rest, year) = bare_year(input)?;
    let (rest, first) = satisfy(|c| one_of("./-．－", c)).parse(rest)?;
    let (rest, month) = month(rest)?;
    let (rest, _) = satisfy(|c| c == first).parse(rest)?;
    let (rest, day) = day(rest)?;
    Ok((rest, Date { year, month: Some(month), day: Some(day) }))
}

fn month(input: &str) -> PResult<'_, u8> {
    verify(alt((arabic, chinese)), |month| (1..=12).contains(month)).map(|it| it as u8).parse(input)
}

fn day(input: &str) -> PResult<'_, u8> {
    verify(alt((arabic, chinese)), |day| (1..=31).contains(day)).map(|it| it as u8).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for (text, expected) in [
            ("2022年7月31日", (2022, Some(7), Some(31))),
            ("２００８ 年 １ 月", (2008, Some(1), None)),
            ("二○一四年六月二十日", (2014, Some(6), Some(20))),
            ("2014.6.20", (2014, Some(6), Some(20))),
            ("2019年", (2019, None, None)),
        ] {
            let (rest, found) = date(text).unwrap();
            assert_eq!(
                (rest, found.year, found.month, found.day),
                ("", expected.0, expected.1, expected.2),
                "{text}"
            );
        }
        for text in ["12年7月", "2022.7", "3020年1月", "近日"] {
            assert!(date(text).is_err(), "{text}");
        }
    }
}
