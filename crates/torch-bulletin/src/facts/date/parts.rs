//! The parts of a date 日期成分: numbers, years, centuries, dashes.

use super::of_year::{month_day, part};
use crate::facts::numeral::numeral;
use crate::facts::words::Words;
use crate::grammar::number::chinese_digit;

/// A year as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Year(pub(super) i16);

/// A point of time as far as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: Option<Year>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    /// The last month and day of 上半年, 3日至5日, 上旬.
    pub(super) to: Option<(u8, Option<u8>)>,
    pub(super) end: usize,
    /// Ten years from the year on: 90年代.
    pub(super) decade: bool,
}

/// A whole number of at most eight digits: its value, its end, and how many signs it has.
pub(super) fn int(text: &str, at: usize) -> Option<(u32, usize, usize)> {
    let bytes = text.as_bytes();
    let digits = bytes[at..].iter().take(9).take_while(|it| it.is_ascii_digit()).count();
    if digits > 0 {
        return if digits <= 8 {
            Some((text[at..at + digits].parse().ok()?, at + digits, digits))
        } else {
            None
        };
    }
    chinese(text, at)
}

/// 二〇二二, 十二, 三十一, 廿二: as dates write them.
fn chinese(text: &str, at: usize) -> Option<(u32, usize, usize)> {
    let rest = &text[at..];
    let mut chars = rest.char_indices().peekable();
    let (mut value, mut tens, mut count, mut end) = (0_u32, None, 0, 0);
    let mut run = 0;
    while let Some(&(offset, c)) = chars.peek() {
        match (chinese_digit(c), c) {
            (Some(digit), _) => {
                run += 1;
                value = value * 10 + digit;
            }
            (None, '十') if tens.is_none() && run <= 1 && value < 10 => {
                tens = Some(if run == 0 { 10 } else { value * 10 });
                (value, run) = (0, 0);
            }
            (None, '廿') if count == 0 => tens = Some(20),
            _ => break,
        }
        count += 1;
        end = offset + c.len_utf8();
        chars.next();
        if count >= 5 {
            break;
        }
    }
    if count == 0 || tens.is_some() && run > 1 {
        return None;
    }
    // 两千零四年
    if let Some((_, c)) = chars.peek()
        && matches!(c, '千' | '百')
    {
        return None;
    }
    Some((tens.unwrap_or(0) + value, at + end, count))
}

/// One or more dashes, or 至, 到: where what follows begins.
pub(super) fn dash(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix(' ').unwrap_or(&text[at..]);
    static DASHES: Words = Words::new(&["——", "--", "－－", "-", "—", "–", "~", "～", "―", "至", "到"]);
    let after = &rest[DASHES.starts(rest)?.len()..];
    let after = after.strip_prefix(' ').unwrap_or(after);
    Some(text.len() - after.len())
}

/// 份 of 9月份.
pub(super) static OF_MONTH: Words = Words::new(&["份"]);

/// What counts a day of a month.
pub(super) static DAYS: Words = Words::new(&["日", "号", "號"]);

/// Where the longest of some words ends that stands at a place.
pub(super) fn eat(text: &str, at: usize, words: &Words) -> Option<(usize, &'static str)> {
    words.starts(&text[at..]).map(|word| (at + word.len(), word))
}

/// Reads a point; `None` where a number is none.
pub(super) fn point(text: &str, start: usize) -> Option<Point> {
    if let Some(found) = iso(text, start) {
        return Some(found);
    }
    let Some((number, end, digits)) = int(text, start) else { return long_year(text, start) };
    let arabic = text.as_bytes()[start].is_ascii_digit();
    if text[end..].starts_with('年') {
        return year(text, start, number, end, digits, arabic);
    }
    let spaced = end + usize::from(text[end..].starts_with(' '));
    if text[spaced..].starts_with("世纪") || text[end..].starts_with("年代") {
        return century(text, number, end, None);
    }
    month_day(text, None, number, end, arabic)
}

/// 两千零四年八月
fn long_year(text: &str, start: usize) -> Option<Point> {
    let number = numeral(text, start)?;
    let value = number.value.to_u32().filter(|value| (1000..2200).contains(value) && !number.more)?;
    text[number.end..].starts_with('年').then(|| year(text, start, value, number.end, 4, false))?
}

fn year(text: &str, start: usize, number: u32, end: usize, digits: usize, arabic: bool) -> Option<Point> {
    let after = end + '年'.len_utf8();
    let rest = &text[after..];
    let whole = digits == 4 && (1000..2300).contains(&number);
    if whole && !rest.chars().next().is_some_and(goes_on) {
        let year = Some(Year(number as i16));
        return Some(Point { year, month: None, day: None, to: None, end: after, decade: false });
    }
    if rest.starts_with('代') {
        return century(text, number, end, None);
    }
    let next_digit = rest
        .trim_start_matches(' ')
        .chars()
        .next()
        .is_some_and(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let month_follows = next_digit
        && int(text, after + usize::from(rest.starts_with(' ')))
            .is_some_and(|it| text[it.1..].starts_with('月') && it.0 <= 12);
    let value = match digits {
        4 if whole => number,
        // 三六七年, 789年
        3 if !arabic && text[start..end].chars().all(|c| !"十廿".contains(c)) => number,
        // 98年4月, 07年, 19年底: years of two digits.
        2 if arabic
            && (text[start..end].starts_with('0')
                || month_follows
                || ["底", "末", "初"].iter().any(|it| rest.starts_with(it)))
            || !arabic && digits == 2 && text[start..end].chars().all(|c| !"十廿".contains(c)) =>
        {
            if number >= 50 { 1900 + number } else { 2000 + number }
        }
        _ => return None,
    };
    // 2000年来, 3000年间: four digits that count years.
    if ["来", "间", "以上", "左右"].iter().any(|it| rest.starts_with(it)) && digits != 4 {
        return None;
    }
    let year = Some(Year(value as i16));
    let bare = Point { year, month: None, day: None, to: None, end: after, decade: false };
    if rest.starts_with('度') {
        return Some(Point { end: after + '度'.len_utf8(), ..bare });
    }
    Some(after_year(text, bare))
}

/// Whether a character behind 年 may go on the date: nothing else begins a month or a part of the year.
fn goes_on(c: char) -> bool {
    let part = matches!(
        c,
        '上' | '下' | '前' | '头' | '后' | '第' | '年' | '最' | '底' | '末' | '初' | '度' | '代' | ' '
    );
    part || c.is_ascii_digit() || matches!(c, '十' | '廿') || chinese_digit(c).is_some()
}

/// What follows 年: a month, a half, a quarter, 底.
pub(super) fn after_year(text: &str, bare: Point) -> Point {
    let after = bare.end;
    if !text[after..].chars().next().is_some_and(goes_on) {
        return bare;
    }
    let spaced = after + usize::from(text[after..].starts_with(' '));
    if let Some((number, end, _)) = int(text, spaced) {
        let arabic = text.as_bytes()[spaced].is_ascii_digit();
        let ranged = dash(text, end).and_then(|at| int(text, at)).filter(|it| text[it.1..].starts_with('月'));
        // 2018年1-9月份
        if let Some((last, last_end, _)) = ranged
            && (1..=12).contains(&number)
            && (1..=12).contains(&last)
            && number < last
        {
            let end = last_end + '月'.len_utf8();
            let end = eat(text, end, &OF_MONTH).map_or(end, |it| it.0);
            return Point { month: Some(number as u8), to: Some((last as u8, None)), end, ..bare };
        }
        if let Some(found) = month_day(text, bare.year, number, end, arabic).filter(|it| it.month.is_some()) {
            return found;
        }
    }
    part(text, after, bare).unwrap_or(bare)
}

/// 2022-07-31, 2022/7/31, 2022.7.31, 20220731
fn iso(text: &str, start: usize) -> Option<Point> {
    let bytes = text.as_bytes();
    let run = |at: usize, most: usize| {
        bytes.get(at..).map_or(0, |rest| rest.iter().take(most).take_while(|it| it.is_ascii_digit()).count())
    };
    let digits = run(start, 9);
    let number = |at: usize, length: usize| text[at..at + length].parse::<u32>().unwrap_or(0);
    let build = |year: u32, month: u32, day: u32, end: usize| {
        let real = (1800..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        let year = Some(Year(year as i16));
        real.then_some(Point {
            year,
            month: Some(month as u8),
            day: Some(day as u8),
            to: None,
            end,
            decade: false,
        })
    };
    let free = |at: usize| !bytes.get(at).is_some_and(|it| it.is_ascii_alphanumeric());
    if digits == 8 && free(start + 8) {
        return build(number(start, 4), number(start + 4, 2), number(start + 6, 2), start + 8);
    }
    if digits != 4 {
        return None;
    }
    let separator = *bytes.get(start + 4)?;
    if !matches!(separator, b'-' | b'/' | b'.' | b' ') {
        return None;
    }
    let month = run(start + 5, 3);
    let second = start + 5 + month;
    if !(1..=2).contains(&month) || bytes.get(second) != Some(&separator) {
        return None;
    }
    let day = run(second + 1, 3);
    let end = second + 1 + day;
    if !(1..=2).contains(&day) || !free(end) || bytes.get(end) == Some(&separator) && run(end + 1, 1) > 0 {
        return None;
    }
    build(number(start, 4), number(start + 5, month), number(second + 1, day), end)
}

/// 20世纪90年代, 九十年代
pub(super) fn century(text: &str, number: u32, end: usize, known: Option<u32>) -> Option<Point> {
    let end = end + usize::from(text[end..].starts_with(' '));
    let (base, end) = if text[end..].starts_with("世纪") {
        let after = end + "世纪".len();
        let base = number.checked_sub(1)?.checked_mul(100).filter(|base| *base < 2200)?;
        match int(text, after) {
            Some((decade, end, _)) if text[end..].starts_with("年代") && decade < 100 && decade % 10 == 0 => {
                (base + decade, end)
            }
            _ => return None,
        }
    } else if (10..100).contains(&number) && number.is_multiple_of(10) {
        (known.unwrap_or(1900) + number, end)
    } else {
        return None;
    };
    let mut end = end + "年代".len();
    for word in ["初期", "中期", "末期", "前期", "后期", "初", "末"] {
        if text[end..].starts_with(word) {
            end += word.len();
            break;
        }
    }
    Some(Point { year: Some(Year(base as i16)), month: None, day: None, to: None, end, decade: true })
}
