//! The date 日期 of an issue: `2022年7月31日`, `二〇一四年六月二十日`, `2014.6.20`.

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::satisfy;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{delimited, preceded, terminated};

use super::number::{misread, numeral, spread};
use super::{PResult, one_of, sign, ws};

/// A date with the parts that are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) year: u16,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
}

impl Date {
    /// Whether the calendar has it: 2020年2月31日 is misprinted or was misread, and says no day.
    pub(crate) const fn is_real(&self) -> bool {
        let year = self.year;
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        match (self.month, self.day) {
            (Some(4 | 6 | 9 | 11), Some(day)) => day <= 30,
            (Some(2), Some(day)) => day <= if is_leap { 29 } else { 28 },
            _ => true,
        }
    }
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
    alt((
        terminated(alt((bare_year, plausible(spread))), sign("年")),
        terminated(plausible(misread), sign("年")),
    ))
    .parse(input)
}

/// A year in the brackets of document numbers: `〔2022〕`.
pub(crate) fn bracketed_year(input: &str) -> PResult<'_, u16> {
    delimited(sign("〔[［【"), preceded(ws, bare_year), sign("〕]］】")).parse(input)
}

/// A year in round brackets: `（2003）第5期`.
pub(crate) fn round_year(input: &str) -> PResult<'_, u16> {
    delimited(sign("(（"), preceded(ws, bare_year), sign(")）")).parse(input)
}

/// A year without its 年.
pub(crate) fn bare_year(input: &str) -> PResult<'_, u16> {
    plausible(numeral).parse(input)
}

fn plausible<'i>(
    number: impl Parser<&'i str, Output = u32, Error = nom::error::Error<&'i str>>,
) -> impl Parser<&'i str, Output = u16, Error = nom::error::Error<&'i str>> {
    verify(number, |year| (1949..2200).contains(year)).map(|year| year as u16)
}

fn written(input: &str) -> PResult<'_, Date> {
    let (rest, year) = year(input)?;
    let (rest, month) = opt(terminated(preceded(ws, within(1, 12)), sign("月"))).parse(rest)?;
    let (rest, day) = match month {
        Some(_) => opt(terminated(preceded(ws, within(1, 31)), sign("日号"))).parse(rest)?,
        None => (rest, None),
    };
    Ok((rest, Date { year, month, day }))
}

fn dotted(input: &str) -> PResult<'_, Date> {
    let (rest, year) = bare_year(input)?;
    let (rest, first) = satisfy(|c| one_of("./-．－", c)).parse(rest)?;
    let (rest, month) = within(1, 12).parse(rest)?;
    let (rest, _) = satisfy(|c| c == first).parse(rest)?;
    let (rest, day) = within(1, 31).parse(rest)?;
    Ok((rest, Date { year, month: Some(month), day: Some(day) }))
}

/// A month and a day without their year: `5月15日`.
pub(crate) fn day(input: &str) -> PResult<'_, (u8, u8)> {
    let month = terminated(within(1, 12), sign("月"));
    (month, terminated(preceded(ws, within(1, 31)), sign("日"))).parse(input)
}

/// A number of a month or day, perhaps spread (3 1) where a sign ends it.
fn within<'i>(
    first: u32,
    last: u32,
) -> impl Parser<&'i str, Output = u8, Error = nom::error::Error<&'i str>> {
    let spread = alt((terminated(spread, peek(sign("月日号"))), terminated(misread, peek(sign("月日号")))));
    verify(alt((spread, numeral)), move |it| (first..=last).contains(it)).map(|it| it as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_the_calendar_lacks_are_not_real() {
        for (text, real) in [
            ("2020年2月29日", true),
            ("2020年2月30日", false),
            ("2020年2月31日", false),
            ("2019年2月29日", false),
            ("2100.2.29", false),
            ("2000.2.29", true),
            ("2019年4月31日", false),
            ("2019年12月31日", true),
            ("2019年2月", true),
        ] {
            assert_eq!(date(text).unwrap().1.is_real(), real, "{text}");
        }
    }

    #[test]
    fn dates() {
        for (text, expected) in [
            ("2022年7月31日", (2022, Some(7), Some(31))),
            ("２００８ 年 １ 月", (2008, Some(1), None)),
            ("二○一四年六月二十日", (2014, Some(6), Some(20))),
            ("2014.6.20", (2014, Some(6), Some(20))),
            ("2019年", (2019, None, None)),
            ("2 0 2 2 年 7 月 3 1 日", (2022, Some(7), Some(31))),
            ("20l1年l0月3O日", (2011, Some(10), Some(30))),
        ] {
            let (rest, found) = date(text).unwrap();
            assert_eq!(
                (rest, found.year, found.month, found.day),
                ("", expected.0, expected.1, expected.2),
                "{text}"
            );
        }
        assert_eq!(day("5月15日").unwrap(), ("", (5, 15)));
        assert!(day("5月份").is_err() && day("13月1日").is_err());
        for text in ["12年7月", "2022.7", "3020年1月", "近日"] {
            assert!(date(text).is_err(), "{text}");
        }
    }
}
