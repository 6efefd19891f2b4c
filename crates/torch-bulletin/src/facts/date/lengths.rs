//! Lengths of time 时长 that lead back or ahead from the issue: 10年来, 近三个月, 三年前, 20天后.

use super::{DateMention, Reading};
use crate::facts::calendar::{Day, LengthUnit, Period};
use crate::facts::numeral::{Numeral, numeral};
use crate::facts::words::Words;
use crate::facts::{DateBasis, Rule};

/// What a length of time is counted in, as printed.
static LENGTHS: Words = Words::new(&[
    "年",
    "周年",
    "个会计年度",
    "个年度",
    "个月",
    "个季度",
    "周",
    "个星期",
    "天",
    "日",
    "个工作日",
    "个交易日",
]);

/// What such a word counts.
fn unit_of(word: &str) -> LengthUnit {
    match word {
        "年" | "周年" | "个会计年度" | "个年度" => LengthUnit::Years,
        "个月" | "个季度" => LengthUnit::Months,
        "周" | "个星期" => LengthUnit::Weeks,
        _ => LengthUnit::Days,
    }
}

/// 10年来, 近三年, 过去十年, 三年前, 20天后: a length that leads back or ahead from the issue.
pub(super) fn length(text: &str, start: usize, floor: usize, now: &Reading) -> Option<DateMention> {
    // 07年以后: a year of two digits.
    if text[start..].starts_with('0') {
        return None;
    }
    let number = numeral(text, start)?;
    let rest = &text[number.end..];
    let word = LENGTHS.starts(rest)?;
    let unit = unit_of(word);
    let mut end = number.end + word.len();
    let mut half = false;
    if text[end..].starts_with('半') {
        end += '半'.len_utf8();
        half = true;
    }
    if text[end..].starts_with('多') {
        end += '多'.len_utf8();
    }
    let count = number.value.to_u32();
    let before = &text[floor.min(start)..start];
    static BACK: Words = Words::new(&["过去的", "过去", "近", "最近", "最近的", "这", "上", "前"]);
    static AHEAD: Words = Words::new(&["未来", "今后", "下", "后", "过", "接下来"]);
    let (back, ahead) = (BACK.ends(before), AHEAD.ends(before));
    let mention = |start, end, value: Option<Period>, rule| {
        let basis = value.is_some().then_some(DateBasis::Issue);
        DateMention { start, end, core: 0, value, basis, vague: false, base: false, rule }
    };
    let whole = count
        .filter(|_| !half)
        .and_then(|count| period_of(count * if word == "个季度" { 3 } else { 1 }, unit));
    // A year of four digits is a date, and 2000年来 none.
    let year =
        unit == LengthUnit::Years && number.value.to_u32().is_some_and(|it| it >= 1000) && number.scale == 0;
    let after = &text[end..];
    static SINCE: Words = Words::new(&["以来", "来", "间"]);
    if let Some(word) = SINCE.starts(after)
        && !year
        && !after.starts_with("来自")
        && !after.starts_with("来源")
    {
        if word == "间" && !matches!(back, Some("近" | "过去" | "过去的" | "这")) && unit != LengthUnit::Years
        {
            return None;
        }
        let start = start - back.filter(|it| !matches!(*it, "上" | "前")).map_or(0, str::len);
        return Some(mention(start, end + word.len(), whole, Rule::YearsBack));
    }
    if year || number.more && back.is_none() && ahead.is_none() {
        return offset(text, start, end, &number, unit, now).filter(|_| !year);
    }
    let in_range = text[end..].starts_with('内');
    if let Some(back) = back {
        // 前5个月 of a year is read with the year; 前3年 leads back.
        let free = !(matches!(back, "上" | "前" | "这")
            && word == "年"
            && number.arabic
            && count.is_some_and(|it| it > 1 && back != "前"));
        if free
            && (back != "上" || !before.ends_with("以上"))
            && (back != "前"
                || !before.ends_with("以前") && !before.ends_with("目前") && !before.ends_with("之前"))
            && !before.ends_with("将近")
        {
            // 前5个月 without a year: of this one, where it has had so many.
            let month = now.issue.and_then(|it| Some((it, it.month?)));
            if back == "前"
                && word == "个月"
                && let (Some((issue, month)), Some(count)) = (month, count)
                && (1..=u32::from(month)).contains(&count)
            {
                let of = |month| Day { month: Some(month), day: None, ..issue };
                let value = Some(Period::Span(of(1), of(count as u8)));
                return Some(mention(start - back.len(), end, value, Rule::YearsBack));
            }
            if back == "近" && matches!(unit, LengthUnit::Days) && word == "日" {
                return None;
            }
            return Some(mention(start - back.len(), end, whole, Rule::YearsBack));
        }
    }
    if let Some(ahead) = ahead {
        let long = matches!(ahead, "未来" | "今后" | "接下来");
        if (long || matches!(ahead, "下" | "后" | "过"))
            && (long
                || !before.ends_with("以下")
                    && !before.ends_with("超过")
                    && !before.ends_with("通过")
                    && !before.ends_with("以后")
                    && !before.ends_with("之后")
                    && !before.ends_with("经过")
                    && !before.ends_with("不过")
                    && !before.ends_with("最后"))
        {
            let end = end + if in_range { '内'.len_utf8() } else { 0 };
            return Some(mention(start - ahead.len(), end, whole, Rule::YearsBack));
        }
    }
    offset(text, start, end, &number, unit, now)
}

/// 三年前, 20天后, 3年以前: counted from the issue.
fn offset(
    text: &str,
    start: usize,
    end: usize,
    number: &Numeral,
    unit: LengthUnit,
    now: &Reading,
) -> Option<DateMention> {
    let after = &text[end..];
    static BEFORE: Words = Words::new(&["以前", "之前", "前"]);
    static BEHIND: Words = Words::new(&["以后", "之后", "后"]);
    let (back, ahead) = (BEFORE.starts(after), BEHIND.starts(after));
    let word = back.or(ahead)?;
    // 3年前期, 100天后续
    let rest = &after[word.len()..];
    if word.chars().count() == 1
        && ["期", "续", "沿", "瞻", "台", "端", "勤", "备", "列", "往", "后", "来"]
            .iter()
            .any(|it| rest.starts_with(it))
    {
        return None;
    }
    let value = number.value.to_u32().filter(|count| !number.more && *count < 3000).and_then(|count| {
        let by = if back.is_some() { -i32::try_from(count).ok()? } else { i32::try_from(count).ok()? };
        let issue = now.issue?;
        Some(Period::Point(match unit {
            LengthUnit::Years => Day::year(Some(issue.years_later(by as i16).year).filter(|year| *year > 0)?),
            LengthUnit::Months => issue.months_later(by),
            LengthUnit::Weeks => issue.days_later(by * 7),
            LengthUnit::Days => issue.days_later(by),
        }))
    });
    let basis = value.is_some().then_some(DateBasis::Issue);
    Some(DateMention {
        start,
        end: end + word.len(),
        core: 0,
        value,
        basis,
        vague: value.is_none(),
        base: false,
        rule: Rule::OffsetDate,
    })
}

/// A length of time as a period.
fn period_of(number: u32, unit: LengthUnit) -> Option<Period> {
    (1..1000).contains(&number).then_some(Period::Length(number, unit))
}
