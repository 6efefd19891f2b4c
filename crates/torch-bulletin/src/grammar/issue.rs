//! The issue line 期号: `2022年第12期(总第541期)`, `2008年第1-2期`, `2014年增刊`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::{eof, not, opt, peek, recognize, value, verify};
use nom::sequence::{delimited, preceded, terminated};

use super::date::{bare_year, bracketed_year, round_year, year};
use super::mark::{CLOSE, OPEN};
use super::number::{arabic, chinese_digit, misread, numeral, spread};
use super::{PResult, fail, one_of, sign, ws};
use crate::blank::trim_start;
use crate::fold::plain;
use crate::model::{IssueKind, NumberRange};

/// What an issue line says; each part may be missing, but not both numbers and the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct IssueLine {
    pub(crate) year: Option<u16>,
    pub(crate) number: Option<NumberRange>,
    pub(crate) whole_number: Option<NumberRange>,
    pub(crate) kind: IssueKind,
}

/// ```abnf
/// issue  = [year / "〔" year "〕"] ( numbered / extra ) [ joint ] [ whole ] / whole / latin [year] / year latin
/// numbered = 第 numbers (期 / 号 / 辑) [合刊] / numbers [期 / 月] 合刊   ; either in brackets, and 合刊 by itself
/// joint  = ("-" / "—" / "、") year numbered [合刊]                ; 2002年第24期-2003年第1期合刊 is the first of the two
/// latin  = ("No" / "NO") ["."] numbers                           ; No.5 2003
/// extra  = (增刊 / 增发 / 专刊 / 特刊 / 号外) [ numbered / numeral / "(" numeral ")" ]
/// whole  = [ "(" ] (总第 / 总期第 / 总号 / 总) [":"] numbers [期 / 号] [ ")" ]   ; brackets of any form
/// ```
/// Seen: 2022-12, line 9. Kindred newsletters print `（总61期）`, `（总号：M）`, `第1期(总第7期)`.
pub(crate) fn issue_line(input: &str) -> PResult<'_, IssueLine> {
    if let Some(found) = latin(input) {
        return Ok(found);
    }
    let (rest, year) = opt(alt((year, bracketed_year, round_year))).parse(input)?;
    let (rest, _) = part("度，,", alt((tag("度"), tag("，"), tag(",")))).parse(rest)?;
    let (rest, before) = part(EXTRA, extra).parse(rest)?;
    let (rest, number) = opt(preceded(ws, alt((numbered, in_brackets)))).parse(rest)?;
    let (rest, number) = match number {
        // 〔2003〕5号
        None if input.starts_with(['〔', '[', '［', '【']) && year.is_some() => {
            opt(unordered).parse(rest)?
        }
        number => (rest, number),
    };
    let (rest, _) = match number {
        Some(_) if year.is_some() => opt(joint).parse(rest)?,
        _ => (rest, None),
    };
    let (rest, number) = match (number, before) {
        // 增刊1, 增刊（一）: the number of the supplement.
        (None, Some(_)) => opt(of_extra).parse(rest)?,
        (number, _) => (rest, number),
    };
    let (rest, after) = part(EXTRA, extra).parse(rest)?;
    let (rest, whole_number) = part(WHOLE, whole).parse(rest)?;
    let kind = before.or(after);
    if number.is_none() && kind.is_none() && (whole_number.is_none() || year.is_some()) {
        return fail(input);
    }
    // 增刊 alone is a word of any sentence: an issue line says the year with it, or a number.
    if number.is_none() && whole_number.is_none() && year.is_none() {
        return fail(input);
    }
    Ok((rest, IssueLine { year, number, whole_number, kind: kind.unwrap_or(IssueKind::Regular) }))
}

/// `latin [year] / year latin`: No.5 2003, 2003 No.5.
fn latin(input: &str) -> Option<(&str, IssueLine)> {
    let (rest, before) = match bare_year(input) {
        Ok((rest, year)) => (rest, Some(year)),
        Err(_) => (input, None),
    };
    let bare = trim_start(rest);
    let word =
        bare.strip_prefix("No").or_else(|| bare.strip_prefix("NO")).or_else(|| bare.strip_prefix('№'))?;
    let dotted = word.strip_prefix(['.', '．', ':', '：']).unwrap_or(word);
    let (rest, number) = numbers(dotted).ok()?;
    let comma = rest.strip_prefix([',', '，']).unwrap_or(rest);
    let after = preceded(ws, terminated(bare_year, eof)).parse(comma).ok().filter(|_| before.is_none());
    let (rest, after) = after.map_or((rest, None), |(rest, year)| (rest, Some(year)));
    let (rest, whole_number) = part(WHOLE, whole).parse(rest).ok()?;
    let ended = rest.is_empty() || rest.starts_with(crate::is_blank);
    let year = before.or(after);
    ended.then_some((rest, IssueLine { year, number: Some(number), whole_number, kind: IssueKind::Regular }))
}

/// `unordered = numbers [期 / 号]`, at the end of its line or before a blank.
fn unordered(input: &str) -> PResult<'_, NumberRange> {
    let end = alt((eof, take_while_m_n(1, 1, crate::is_blank), recognize(sign(OPEN))));
    terminated(preceded(ws, numbers), (opt(sign("期号")), peek(end))).parse(input)
}

/// The issue of the next year that a joint issue is too.
fn joint(input: &str) -> PResult<'_, NumberRange> {
    let tail = alt((tag("合刊"), delimited(sign(OPEN), tag("合刊"), sign(CLOSE))));
    delimited((sign("-—–－~～、/至和"), ws, year, ws), numbered, opt(preceded(ws, tail))).parse(input)
}

/// A part that an issue line may have, after blanks; looked for only where it may begin.
fn part<'i, T>(
    heads: &'static str,
    parser: impl Parser<&'i str, Output = T, Error = nom::error::Error<&'i str>>,
) -> impl Parser<&'i str, Output = Option<T>, Error = nom::error::Error<&'i str>> {
    let mut parser = opt(preceded(ws, parser));
    move |input: &'i str| match trim_start(input).chars().next() {
        Some(c) if one_of(heads, plain(c)) => parser.parse(input),
        _ => Ok((input, None)),
    }
}

/// `"(" numbered ")"`
fn in_brackets(input: &str) -> PResult<'_, NumberRange> {
    delimited(sign(OPEN), numbered, sign(CLOSE)).parse(input)
}

fn numbered(input: &str) -> PResult<'_, NumberRange> {
    let (rest, ordinal) = opt(sign("第")).parse(input)?;
    let (rest, numbers) = numbers(rest)?;
    let (rest, unit) = opt(sign("期号辑月")).parse(rest)?;
    let joint = alt((tag("合刊"), tag("合"), delimited(sign(OPEN), tag("合刊"), sign(CLOSE))));
    let (rest, joint) = opt(preceded(ws, joint)).parse(rest)?;
    let known = match (ordinal, unit, joint) {
        (_, None, None) | (None, _, None) => false,
        // 7-8月合刊, of a monthly
        (_, None | Some('月'), word) => word == Some("合刊") && numbers.first < numbers.last,
        _ => true,
    };
    if known { Ok((rest, numbers)) } else { fail(input) }
}

/// `of_extra = numeral / "(" numeral ")"`, at the end of its line or before a blank.
fn of_extra(input: &str) -> PResult<'_, NumberRange> {
    let bracketed = delimited(sign(OPEN), preceded(ws, numeral), sign(CLOSE));
    let end = alt((eof, take_while_m_n(1, 1, crate::is_blank), recognize(sign(OPEN))));
    let (rest, number) = terminated(alt((bracketed, numeral)), peek(end)).parse(input)?;
    Ok((rest, NumberRange { first: number, last: number }))
}

/// `extra`, also alone on its line or glued to the name: `火炬动态（特刊）`.
pub(crate) fn extra(input: &str) -> PResult<'_, IssueKind> {
    let kind = alt((
        value(IssueKind::Supplement, alt((tag("增刊"), tag("增发")))),
        value(IssueKind::Special, alt((tag("专刊"), tag("特刊"), tag("号外")))),
    ));
    // 第5期（增刊2）: the number of the supplement stands in the brackets.
    let (rest, (open, kind)) = (opt(sign(OPEN)), kind).parse(input)?;
    let (rest, _) =
        if open.is_some() { opt(terminated(numeral, peek(sign(CLOSE)))).parse(rest)? } else { (rest, None) };
    let (rest, _) = opt(sign(CLOSE)).parse(rest)?;
    Ok((rest, kind))
}

/// What an extra, and a whole number, may begin with.
const EXTRA: &str = "增专特号(（﹙";
const WHOLE: &str = "总(（﹙[［〔【,，";

/// Brackets of the whole number.
const WHOLE_OPEN: &str = "(（﹙[［〔【";
const WHOLE_CLOSE: &str = ")）﹚]］〕】";

fn whole(input: &str) -> PResult<'_, NumberRange> {
    let word = (sign("总"), opt(sign("期")), opt(sign("第")), opt(sign("号")), opt(sign(":：")));
    // A number that other digits follow is a part of one: 第 5 4 1.
    let end = alt((sign("期号"), peek(sign(WHOLE_CLOSE)), value(' ', not((ws, arabic)))));
    let number = delimited(word, preceded(ws, numbers), end);
    delimited((opt(sign(WHOLE_OPEN)), opt(sign(",，"))), number, opt(sign(WHOLE_CLOSE))).parse(input)
}

/// A numeral, perhaps spread, right before what ends it: 期, 号 or a bracket.
fn ended(input: &str) -> PResult<'_, u32> {
    let end = || peek(sign("期号辑合)）]］〕】"));
    alt((terminated(spread, end()), terminated(misread, end()))).parse(input)
}

/// `numbers = numeral [ ws ("-" / "—" / "～" / "、" / "/") ws numeral ]`, or two Chinese digits that follow each
/// other: 第三四期.
fn numbers(input: &str) -> PResult<'_, NumberRange> {
    let (rest, first) = preceded(ws, alt((ended, numeral))).parse(input)?;
    if let Some((a, b)) = neighbours(input, rest) {
        return Ok((rest, NumberRange { first: a, last: b }));
    }
    let last = || preceded(opt(sign("—第")), preceded(ws, numeral));
    // 第9期-10期合刊
    let again = delimited((sign("期号"), sign("-—–－~～至")), last(), peek(sign("期号")));
    let last = alt((again, preceded(sign("-—–－~～、/至和"), last())));
    let (rest, last) = opt(verify(last, |&last| last > first)).parse(rest)?;
    Ok((rest, NumberRange { first, last: last.unwrap_or(first) }))
}

/// Two Chinese digits of which the second is one more: 三四 reads as 3 and 4, never as 34.
fn neighbours(input: &str, rest: &str) -> Option<(u32, u32)> {
    let numeral = input[..input.len() - rest.len()].trim_start();
    let mut digits = numeral.chars().map(chinese_digit);
    let pair = (digits.next()??, digits.next()??);
    (digits.next().is_none() && pair.0 > 0 && pair.1 == pair.0 + 1).then_some(pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Parts = (Option<u16>, Option<(u32, u32)>, Option<(u32, u32)>, &'static str);

    fn parts(text: &str) -> Parts {
        let (rest, it) = issue_line(text).unwrap_or_else(|_| panic!("{text}"));
        assert_eq!(rest, "", "{text}");
        let pair = |range: NumberRange| (range.first, range.last);
        (it.year, it.number.map(pair), it.whole_number.map(pair), it.kind.as_str())
    }

    #[test]
    fn issue_lines() {
        for (text, expected) in [
            ("2022年第12期(总第541期)", (Some(2022), Some((12, 12)), Some((541, 541)), "regular")),
            ("2008 年第 1-2 期（总第 300—301 期）", (Some(2008), Some((1, 2)), Some((300, 301)), "regular")),
            ("二〇一九年第三四期合刊", (Some(2019), Some((3, 4)), None, "regular")),
            ("2014年增刊(总第388期)", (Some(2014), None, Some((388, 388)), "supplement")),
            ("2014年第3期增刊", (Some(2014), Some((3, 3)), None, "supplement")),
            ("第十二期", (None, Some((12, 12)), None, "regular")),
            ("第1期(总第7期)", (None, Some((1, 1)), Some((7, 7)), "regular")),
            ("（总61期）", (None, None, Some((61, 61)), "regular")),
            (
                "2 0 2 2 年 第 1 2 期（总 第 5 4 1 期）",
                (Some(2022), Some((12, 12)), Some((541, 541)), "regular"),
            ),
            ("〔2022〕第5期（总第77期）", (Some(2022), Some((5, 5)), Some((77, 77)), "regular")),
            ("（总号：２４３６）", (None, None, Some((2436, 2436)), "regular")),
            ("2011年专刊第2期", (Some(2011), Some((2, 2)), None, "special")),
            ("20l1年第4期（总第4O4期）", (Some(2011), Some((4, 4)), Some((404, 404)), "regular")),
            ("2009年1-2合刊", (Some(2009), Some((1, 2)), None, "regular")),
            ("第1-2合刊", (None, Some((1, 2)), None, "regular")),
            ("2022年第11—12期（合刊）", (Some(2022), Some((11, 12)), None, "regular")),
            ("2022年增刊1", (Some(2022), Some((1, 1)), None, "supplement")),
            ("增刊（一）", (None, Some((1, 1)), None, "supplement")),
            ("2013年号外", (Some(2013), None, None, "special")),
            ("第3期〔总第61期〕", (None, Some((3, 3)), Some((61, 61)), "regular")),
            ("No.5 2003", (Some(2003), Some((5, 5)), None, "regular")),
            ("2003 No.5", (Some(2003), Some((5, 5)), None, "regular")),
            ("NO. 5（总第61期）", (None, Some((5, 5)), Some((61, 61)), "regular")),
            ("（2003）第5期", (Some(2003), Some((5, 5)), None, "regular")),
            ("〔2003〕5号", (Some(2003), Some((5, 5)), None, "regular")),
            ("2002年第24期-2003年第1期合刊", (Some(2002), Some((24, 24)), None, "regular")),
            ("2002年第24期、2003年第1期（合刊）", (Some(2002), Some((24, 24)), None, "regular")),
            ("2003年第9期-10期合刊", (Some(2003), Some((9, 10)), None, "regular")),
            ("第5期（增刊2）", (None, Some((5, 5)), None, "supplement")),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn prose_is_no_issue_line() {
        let prose = [
            "2022年国家高新区",
            "第一批",
            "增刊",
            "12期培训班",
            "总结经验",
            "增刊1号文件",
            "1-2合",
            "No.1企业",
            "2003 Nothing",
        ];
        for text in prose {
            assert!(issue_line(text).is_err(), "{text}");
        }
    }
}
