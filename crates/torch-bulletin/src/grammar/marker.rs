//! Enumerators 序号 at the head of a heading, a paragraph or a clause, and the run-in heading after them.

use std::ops::Range;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::satisfy;
use nom::combinator::{map_opt, not, peek, verify};
use nom::sequence::{delimited, preceded, terminated};

use super::mark::{CLOSE, OPEN, is_close};
use super::number::{arabic, chinese, digit};
use super::{PResult, between, one_of, sign, trimmed, ws};
use crate::fold::plain;
use crate::model::MarkerStyle;

/// An enumerator and its place in the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Enumerator {
    pub(crate) style: MarkerStyle,
    pub(crate) number: u32,
    pub(crate) range: Range<usize>,
}

/// The enumerator that opens a line, if any; forms as in [`MarkerStyle`].
///
/// ```abnf
/// enumerator = chinese "、" / "(" chinese ")" / 1*2DIGIT ("." / "、" / "．") / "(" 1*2DIGIT ")" / 1*2DIGIT ")"
///            / circled / chinese 是 / (第 / 其) chinese ("," / "、" / ":") / 首先 / 其次 / 再次 / 最后
/// ```
pub(crate) fn enumerator(line: &str) -> Option<Enumerator> {
    // Nearly every line fails here: only these characters open an enumerator.
    let first = line.chars().next()?;
    let parsed = match plain(first) {
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => counted(line),
        '0'..='9' | '０'..='９' => numbered(line),
        '(' | '（' => bracketed(line),
        '第' | '其' => alt((ordinal.map(|n| (MarkerStyle::Ordinal, n)), sequence)).parse(line),
        '首' | '再' | '最' => sequence(line),
        '①'..='⒛' | '㈠'..='㈩' | '❶'..='❿' => map_opt(satisfy(|_| true), glyph).parse(line),
        _ => return None,
    };
    let (rest, (style, number)) = parsed.ok()?;
    Some(Enumerator { style, number, range: between(line, line, rest) })
}

/// `counted = chinese ("、" / "．" / ".") / chinese 是`
///
/// `一、`, but not the 三、 of `三、四季度` or `三、四场`: there the next number follows at once, or a later quarter, and a measure
/// word after it. `一、五年来的工作` is a heading.
fn counted(input: &str) -> PResult<'_, (MarkerStyle, u32)> {
    let (rest, number) = small_chinese(input)?;
    if let Some(after) = rest.strip_prefix('是') {
        return Ok((after, (MarkerStyle::Shi, number)));
    }
    let measured = (small_chinese, satisfy(|c| one_of("季场届期批次级线月年号个位项章节", c)));
    let counts_on = verify(measured, |&(next, measure)| {
        next == number + 1 || next > number && measure == '季' && next <= QUARTERS
    });
    let (rest, _) = (sign("、．."), not(counts_on)).parse(rest)?;
    Ok((rest, (MarkerStyle::ChineseComma, number)))
}

/// Quarters of a year.
const QUARTERS: u32 = 4;

/// `numbered = 1*2DIGIT ("." / "、" / "．") / 1*2DIGIT ")"`
fn numbered(input: &str) -> PResult<'_, (MarkerStyle, u32)> {
    let (rest, number) = small_arabic(input)?;
    let mut after = rest.chars();
    match after.next() {
        // `1.`, but not the 1. of `1.5亿元`.
        Some('.' | '．' | '、') if !after.as_str().starts_with(|c| digit(c).is_some()) => {
            Ok((after.as_str(), (MarkerStyle::ArabicDot, number)))
        }
        Some(c) if is_close(c) => Ok((after.as_str(), (MarkerStyle::ArabicParen, number))),
        _ => super::fail(input),
    }
}

/// `bracketed = "(" chinese ")" / "(" 1*2DIGIT ")"`
fn bracketed(input: &str) -> PResult<'_, (MarkerStyle, u32)> {
    let number = alt((
        small_chinese.map(|n| (MarkerStyle::ChineseParen, n)),
        small_arabic.map(|n| (MarkerStyle::ArabicParen, n)),
    ));
    delimited(sign(OPEN), preceded(ws, number), sign(CLOSE)).parse(input)
}

/// `第一,`, `其一,`; but not the 第三 of `第三、四场` (2022-12, line 77).
fn ordinal(input: &str) -> PResult<'_, u32> {
    let comma = (satisfy(|c| one_of(",，、:：", c)), not(preceded(ws, small_chinese)));
    preceded(alt((tag("第"), tag("其"))), terminated(small_chinese, peek(comma))).parse(input)
}

fn small_chinese(input: &str) -> PResult<'_, u32> {
    verify(chinese, |&number| (1..=99).contains(&number)).parse(input)
}

fn small_arabic(input: &str) -> PResult<'_, u32> {
    verify(arabic, |&number| (1..=99).contains(&number)).parse(input)
}

/// Enumerators that are one character: ① ⑴ ⒈ ㈠.
fn glyph(c: char) -> Option<(MarkerStyle, u32)> {
    let from = |first: char| u32::from(c) - u32::from(first) + 1;
    match c {
        '①'..='⑳' => Some((MarkerStyle::Circled, from('①'))),
        '❶'..='❿' => Some((MarkerStyle::Circled, from('❶'))),
        '⑴'..='⒇' => Some((MarkerStyle::ArabicParen, from('⑴'))),
        '⒈'..='⒛' => Some((MarkerStyle::ArabicDot, from('⒈'))),
        '㈠'..='㈩' => Some((MarkerStyle::ChineseParen, from('㈠'))),
        _ => None,
    }
}

/// Words that count without a numeral. 最后 closes a list of any length; its number is given by the list.
const SEQUENCE: [(&str, u32); 4] = [("首先", 1), ("其次", 2), ("再次", 3), ("最后", LAST)];

/// The number of 最后 until its list is known.
pub(crate) const LAST: u32 = u32::MAX;

fn sequence(input: &str) -> PResult<'_, (MarkerStyle, u32)> {
    for (word, number) in SEQUENCE {
        if let Some(rest) = input.strip_prefix(word) {
            return Ok((rest, (MarkerStyle::Sequence, number)));
        }
    }
    super::fail(input)
}

/// The number of a subhead as journals have it: `1 引言`, `2.1 方法`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decimal {
    numbers: [u32; Self::DEEPEST],
    depth: usize,
}

impl Decimal {
    /// Numbers that one has at most: 2.1.3.
    const DEEPEST: usize = 3;

    /// The numbers between the stops.
    pub(crate) fn numbers(&self) -> &[u32] {
        &self.numbers[..self.depth]
    }
}

/// `decimal = 1*2DIGIT 1*blank title / 1*2DIGIT 1*2( "." 1*2DIGIT ) [blank] title`, where a title begins with a Han character that
/// counts nothing (3 家企业).
pub(crate) fn decimal(line: &str) -> Option<Decimal> {
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut found = Decimal { numbers: [0; Decimal::DEEPEST], depth: 0 };
    let mut rest = line;
    loop {
        let (after, number) = small_arabic(rest).ok()?;
        *found.numbers.get_mut(found.depth)? = number;
        found.depth += 1;
        rest = after;
        match after.strip_prefix(['.', '．']) {
            Some(next) if next.starts_with(|c: char| c.is_ascii_digit()) => rest = next,
            _ => break,
        }
    }
    let title = crate::blank::trim_start(rest);
    let parted = title.len() < rest.len() || found.depth > 1;
    let han = title.starts_with(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
    (parted && han && !title.starts_with(COUNTS)).then_some(found)
}

/// Characters that a number before them counts or dates.
pub(crate) const COUNTS: [char; 14] =
    ['年', '月', '日', '家', '个', '项', '位', '名', '万', '亿', '人', '所', '大', '种'];

/// Whether a line begins with a bullet 项目符号 that no sentence begins with.
pub(crate) fn is_bullet(line: &str) -> bool {
    let bullet = |c| one_of("●◆◇■□★☆▲△▶►➢➤◎※❖", c);
    // U+2000–U+2FFF, as all of them: nearly no line begins so, but for quotations and dashes.
    match line.as_bytes() {
        [0xE2, ..] => line.starts_with(bullet),
        // Bullets of symbol fonts come out as private-use characters.
        [0xEE, ..] | [0xEF, 0x80..=0xA3, ..] => true,
        _ => false,
    }
}

/// The run-in heading 段首小标题 after an enumerator, without its full stop: a short phrase before a full stop,
/// with text after it (`1. 苏州工业园。…`, 2022-12, line 238).
///
/// At most 30 characters without any comma, or 24 with one; a colon, a semicolon or a quotation that opens
/// without closing make it a sentence.
pub(crate) fn lead(line: &str, after: usize) -> Option<Range<usize>> {
    let rest = &line[after..];
    let stop = rest.find('。')?;
    // The comma of 第一, belongs to the enumerator.
    let comma = rest.len() - rest.trim_start_matches([',', '，', '、', ':', '：']).len();
    let phrase = trimmed(line, after + comma.min(stop)..after + stop)?;
    let text = &line[phrase.clone()];
    let (mut count, mut commas, mut quotes) = (0, 0, 0i32);
    for c in text.chars() {
        count += 1;
        match c {
            ',' | '，' => commas += 1,
            ':' | '：' | ';' | '；' | '！' | '？' => return None,
            '“' => quotes += 1,
            '”' => quotes -= 1,
            _ => {}
        }
    }
    let short = count <= if commas == 0 { 30 } else { 24 } && commas <= 1;
    let more = !crate::blank::trim(&rest[stop + '。'.len_utf8()..]).1.is_empty();
    (short && more && quotes == 0 && count >= 2).then_some(phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enumerators() {
        use MarkerStyle::*;
        for (line, style, number, text) in [
            ("一、总体要求", ChineseComma, 1, "一、"),
            ("十二、附则", ChineseComma, 12, "十二、"),
            ("（三）加强领导", ChineseParen, 3, "（三）"),
            ("一.总体要求", ChineseComma, 1, "一."),
            ("一、五年来的主要工作", ChineseComma, 1, "一、"),
            ("三、三项重点任务", ChineseComma, 3, "三、"),
            ("1. 园区。园区成立", ArabicDot, 1, "1."),
            ("２．园区", ArabicDot, 2, "２．"),
            ("（1）园区", ArabicParen, 1, "（1）"),
            ("2)园区", ArabicParen, 2, "2)"),
            ("③园区", Circled, 3, "③"),
            ("⑵园区", ArabicParen, 2, "⑵"),
            ("一是突破", Shi, 1, "一是"),
            ("第二,要严格", Ordinal, 2, "第二"),
            ("其一,规模小", Ordinal, 1, "其一"),
            ("首先,要", Sequence, 1, "首先"),
        ] {
            let found = enumerator(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.style, found.number, &line[found.range]), (style, number, text), "{line}");
        }
    }

    #[test]
    fn false_friends() {
        for line in [
            "三、四季度增长",
            "一、三季度增长",
            "第三、四场走进",
            "一区五园",
            "一系列",
            "1.5亿元",
            "2022年",
            "第一批",
            "10个",
            "一些",
        ] {
            assert_eq!(enumerator(line), None, "{line}");
        }
    }

    #[test]
    fn numbers_of_journals() {
        let numbers = |line| decimal(line).map(|it| it.numbers().to_vec());
        assert_eq!(numbers("1 引言"), Some(vec![1]));
        assert_eq!(numbers("2.1 方法"), Some(vec![2, 1]));
        assert_eq!(numbers("2.1.3方法"), Some(vec![2, 1, 3]));
        for line in ["1引言", "3 家企业上市", "2.5亿元", "1. 引言", "2022 年", "1.2.3.4 方法", "2.1 ", "1 A"]
        {
            assert_eq!(numbers(line), None, "{line}");
        }
    }

    #[test]
    fn leads() {
        for (line, after, expected) in [
            ("一是强化服务。园区支持", 6, Some("强化服务")),
            ("1. 园区。园区成立", 2, Some("园区")),
            ("一是加强领导,落实责任。各地成立", 6, Some("加强领导,落实责任")),
            ("一是要提高站位,精心组织,确保成效。二是", 6, None),
            ("第一，建立机制。依据", 6, Some("建立机制")),
            ("一是强化服务。", 6, None),
        ] {
            assert_eq!(lead(line, after).map(|range| &line[range]), expected, "{line}");
        }
    }
}
