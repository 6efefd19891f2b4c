//! What stands behind the year 年内时间 of a date: halves and quarters, months, days.

use super::parts::{DAYS, OF_MONTH, Point, Year, dash, eat, int};
use crate::facts::numeral::numeral;
use crate::facts::words::Words;

/// The end of a quarter.
static ENDS: Words = Words::new(&["末", "底"]);

/// 上半年, 第一季度, 前三季度, 前五个月, 底, 初 after a year.
pub(super) fn part(text: &str, at: usize, bare: Point) -> Option<Point> {
    static PARTS: Words = Words::new(&[
        "上半年",
        "下半年",
        "前三季度",
        "前三个季度",
        "前两季度",
        "前两个季度",
        "前二季度",
        "第一季度",
        "第二季度",
        "第三季度",
        "第四季度",
        "一季度",
        "二季度",
        "三季度",
        "四季度",
        "1季度",
        "2季度",
        "3季度",
        "4季度",
        "年中",
        "最后一个月",
        "最后一个季度",
    ]);
    let rest = &text[at..];
    if let Some(word) = PARTS.starts(rest) {
        let (from, to) = months_of(word);
        let end = at + word.len();
        if word.ends_with("季度")
            && let Some((end, _)) = eat(text, end, &ENDS)
        {
            return Some(Point { month: Some(to), end, ..bare });
        }
        return Some(Point { month: Some(from), to: Some((to, None)), end, ..bare });
    }
    static YEAR_ENDS: Words = Words::new(&["年底", "年末", "底", "末"]);
    if let Some((end, _)) = eat(text, at, &YEAR_ENDS) {
        // 底 of a year is its last day: 截至2021年底.
        return (!rest.starts_with("底气") && !rest.starts_with("末位")).then_some(Point {
            month: Some(12),
            day: Some(31),
            end,
            ..bare
        });
    }
    static YEAR_STARTS: Words = Words::new(&["年初", "初"]);
    if let Some((end, _)) = eat(text, at, &YEAR_STARTS) {
        return (!rest.starts_with("初步") && !rest.starts_with("初期") && !rest.starts_with("初创"))
            .then_some(Point { month: Some(1), end, ..bare });
    }
    // 前5个月, 头两个月, 后三月
    static COUNTED: Words = Words::new(&["个月份", "个月", "月"]);
    let side = rest.chars().next().filter(|it| matches!(it, '前' | '头' | '后'))?;
    let number = numeral(text, at + side.len_utf8())?;
    let (end, _) = eat(text, number.end, &COUNTED)?;
    let count = number.value.to_u32().filter(|count| (1..=12).contains(count))? as u8;
    let (from, to) = if side == '后' { (13 - count, 12) } else { (1, count) };
    Some(Point { month: Some(from), to: Some((to, None)), end, ..bare })
}

/// The first and the last month of a part of a year.
fn months_of(part: &str) -> (u8, u8) {
    match part {
        "上半年" | "前两季度" | "前两个季度" | "前二季度" => (1, 6),
        "下半年" => (7, 12),
        "前三季度" | "前三个季度" => (1, 9),
        "年中" => (6, 6),
        "最后一个月" => (12, 12),
        "最后一个季度" => (10, 12),
        _ => match part.trim_start_matches('第').chars().next() {
            Some('一' | '1') => (1, 3),
            Some('二' | '2') => (4, 6),
            Some('三' | '3') => (7, 9),
            _ => (10, 12),
        },
    }
}

/// A month with its day, or a day alone.
pub(super) fn month_day(
    text: &str,
    year: Option<Year>,
    number: u32,
    end: usize,
    arabic: bool,
) -> Option<Point> {
    let blank = Point { year, month: None, day: None, to: None, end, decade: false };
    let rest = &text[end..];
    if rest.starts_with('月') {
        if !(1..=12).contains(&number) {
            return None;
        }
        let after = end + '月'.len_utf8();
        let after = eat(text, after, &OF_MONTH).map_or(after, |it| it.0);
        if text[after..].starts_with(['龄', '嫂', '球', '饼', '均', '薪', '湖']) {
            return None;
        }
        let month = Point { month: Some(number as u8), end: after, ..blank };
        return Some(after_month(text, month));
    }
    let day = eat(text, end, &DAYS)?;
    // 3日 alone; 18号 is a house, 365日 a length.
    let alone = (arabic || number >= 10) && (1..=31).contains(&number) && day.1 == "日" && year.is_none();
    let unit = text[day.0..].starts_with(['均', '元', '本', '常', '内', '前', '后', '以', '之']);
    (alone && !unit).then_some(Point { day: Some(number as u8), end: day.0, ..blank })
}

/// What follows 月: a day, days, 底, 上旬.
fn after_month(text: &str, month: Point) -> Point {
    let at = month.end + usize::from(text[month.end..].starts_with(' '));
    let number = month.month.unwrap_or(1);
    let last = crate::facts::calendar::days(month.year.map_or(2021, |it| it.0), number);
    if let Some((first, end, _)) = int(text, at) {
        // 11-12日, 5、6日
        let mut second = dash(text, end).and_then(|at| int(text, at));
        if let Some((_, end, _)) = second
            && eat(text, end, &DAYS).is_none()
        {
            second = None;
        }
        if let Some((second, end, _)) = second
            && (1..=31).contains(&first)
            && (1..=31).contains(&second)
            && first < second
        {
            let end = end + '日'.len_utf8();
            return Point { day: Some(first as u8), to: Some((number, Some(second as u8))), end, ..month };
        }
        let arabic = text.as_bytes()[at].is_ascii_digit();
        if (1..=31).contains(&first) {
            if let Some((end, _)) = eat(text, end, &DAYS) {
                return Point { day: Some(first as u8), end, ..month };
            }
            // 八月十五 without 日, in Chinese numerals and only at an end.
            let free =
                text[end..].chars().next().is_none_or(|c| !"个家人名万亿千百月年季周天项位次".contains(c));
            if !arabic && free && (first > 10 || text[at..end].chars().count() > 1) {
                return Point { day: Some(first as u8), end, ..month };
            }
        }
    }
    static PARTS: Words = Words::new(&["上旬", "中旬", "下旬", "月底", "底", "末", "初"]);
    let Some((end, word)) = eat(text, month.end, &PARTS) else { return month };
    let third = |from, to| Point { day: Some(from), to: Some((number, Some(to))), end, ..month };
    match word {
        "上旬" => third(1, 10),
        "中旬" => third(11, 20),
        "下旬" => third(21, last),
        "初" => Point { end, ..month },
        _ => Point { day: Some(last), end, ..month },
    }
}
