//! Dates and periods 日期、时期: what is printed, and the year that is not.
//!
//! ```abnf
//! date   = [("自" / "从") / ("截至" / "到")] point [dash point] [since / "以前" / "起" / "期间"]
//! point  = year ["年" [month ["月" [day "日"]] / part]] / month "月" [day "日"] / day "日" / iso
//! part   = "上半年" / "下半年" / ["第"] "一季度" … / "底" / "初" / "上旬" …
//! since  = *12CHAR "以来"           ; 自2010年升级…以来: in the same clause
//! ```
//! A year that is not printed is the year of the sentence, else of the issue; a month after the issue's month is of
//! the year before.

mod extend;
mod lengths;
mod of_year;
mod parts;
mod reading;
mod relative;
mod week;

use super::calendar::{Day, Period};
use super::lexicon::{TABLES, TimeWord};
use super::numeral::{is_sign, run};
use super::{DateBasis, Rule};
use extend::extend;
use parts::{Point, Year, dash, int, point};
pub(super) use reading::{Calendar, Reading};

/// A date as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateMention {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the words of the date itself end; 自…以来 goes on to its last word.
    pub(super) core: usize,
    pub(super) value: Option<Period>,
    pub(super) basis: Option<DateBasis>,
    pub(super) vague: bool,
    /// 较2012年: whether it is only what something else is compared with.
    pub(super) base: bool,
    pub(super) rule: Rule,
}

impl Default for DateMention {
    fn default() -> Self {
        let (value, basis, rule) = (None, None, Rule::VagueTime);
        Self { start: 0, end: 0, core: 0, value, basis, vague: false, base: false, rule }
    }
}

/// Whether a character may follow a number in a date, or in a length of time.
const fn follows_number(c: char) -> bool {
    let unit = matches!(c, '年' | '月' | '日' | '号' | '號' | '世' | '周' | '天' | '季');
    let dash = matches!(c, '至' | '到' | ' ' | '-' | '—' | '–' | '~' | '～' | '―' | '/' | '.');
    unit || dash || matches!(c, '多' | '余' | '半')
}

/// Bytes that the number of a date has at most; a line of digits without end is looked at once and not from each of them.
const LONGEST: usize = 96;

/// Reads the date that begins with a number at `start`; `floor` is where the mark before ends.
pub(super) fn number(text: &str, start: usize, floor: usize, now: &mut Reading) -> Option<DateMention> {
    let arabic = text.as_bytes()[start].is_ascii_digit();
    // Most numbers are followed by nothing that a date has.
    let after = start + run(&text[start..text.floor_char_boundary(start + LONGEST)]);
    let compact = arabic && after - start == 8;
    let mut chars = text[after..].chars();
    let next = chars.next();
    let dated = match next {
        // 个月, 个季度; 两个亿年.
        Some('个') => {
            matches!(chars.next(), Some('月' | '季' | '星' | '工' | '交' | '会' | '年' | '亿' | '億'))
        }
        next => next.is_none_or(follows_number),
    };
    let other = !dated && !compact || next == Some('.') && !dated_decimal(text, after);
    if other && arabic {
        return None;
    }
    // 第3期, 甲18号, T12: no date.
    let last = text[floor.min(start)..start].chars().next_back();
    if last == Some('第') || last.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.') {
        return None;
    }
    if !arabic && let Some(found) = plan(text, start) {
        return Some(found);
    }
    if other {
        return None;
    }
    // 2022年 is a year and no length.
    let year = arabic && after - start == 4 && text.as_bytes()[start] != b'0' && next == Some('年');
    // 7月 and 1-6月 are no lengths.
    let counted =
        |c| !matches!(c, '月' | '号' | '號' | '世' | '季' | '至' | '到' | '-' | '—' | '–' | '~' | '～' | '―');
    if !year
        && next.is_none_or(counted)
        && let Some(found) = lengths::length(text, start, floor, now)
    {
        return Some(found);
    }
    let mut found = span(text, start, now)?;
    found.start = start;
    week::of_month(text, &mut found);
    extend(text, floor, &mut found, now);
    now.keep(text, &mut found);
    Some(found)
}

/// Whether digits with a point behind them may be a date or a length of time: 2022.7.31, 1.5年, 1.5万年; most are 42.5%.
fn dated_decimal(text: &str, point: usize) -> bool {
    let after = point + 1 + run(&text[point + 1..text.floor_char_boundary(point + LONGEST)]);
    let mut rest = text[after..].chars().skip_while(|&c| is_sign(c));
    text[..point].bytes().rev().take(4).all(|it| it.is_ascii_digit())
        || rest.next().is_none_or(|c| matches!(c, '年' | '周' | '个' | '天' | '日'))
}

/// Reads the date that a word of time begins.
pub(super) fn word(
    text: &str,
    start: usize,
    end: usize,
    word: TimeWord,
    now: &mut Reading,
) -> Option<DateMention> {
    let mut found = relative::word(text, start, end, word, now)?;
    week::of_month(text, &mut found);
    if !found.vague && word != TimeWord::Until {
        let floor = text[..start].char_indices().next_back().map_or(start, |(at, _)| at);
        extend(text, floor, &mut found, now);
    }
    now.keep(text, &mut found);
    Some(found)
}

/// “十四五”期间, 十三五时期: a five-year plan; 十五 alone is a number.
fn plan(text: &str, start: usize) -> Option<DateMention> {
    let rest = &text[start..];
    // Every plan has two numerals or three.
    if rest.chars().nth(1).is_none_or(|c| !is_sign(c)) {
        return None;
    }
    let &(name, from, to) = TABLES.plans.iter().find(|(name, ..)| rest.starts_with(name))?;
    let mut end = start + name.len();
    let quoted = text[..start].ends_with('“') && text[end..].starts_with('”');
    let mut begin = start;
    if quoted {
        begin -= '“'.len_utf8();
        end += '”'.len_utf8();
    }
    let after = &text[end..];
    let suffix = ["期间", "时期", "以来", "期末", "初期", "中期", "末期", "末", "初", "开局之年", "收官之年"];
    let found = suffix.iter().find(|it| after.starts_with(**it));
    let known = name.chars().count() == 3 || quoted && matches!(name, "九五" | "十五" | "八五" | "七五");
    let planned = found.is_some() || ["规划", "发展", "计划"].iter().any(|it| after.starts_with(it));
    // 十五 is a number unless it is quoted or a plan by what follows.
    if !(known || planned) {
        return None;
    }
    let value = match found {
        Some(&("末" | "期末" | "末期" | "收官之年")) => Period::Point(Day::year(to)),
        Some(&("初" | "初期" | "开局之年")) => Period::Point(Day::year(from)),
        Some(&"以来") => Period::Since(Day::year(from)),
        _ => Period::Span(Day::year(from), Day::year(to)),
    };
    let end = end + found.map_or(0, |it| it.len());
    // “十五”末以来
    let (value, end) = match value {
        Period::Point(day) if text[end..].starts_with("以来") => (Period::Since(day), end + "以来".len()),
        value => (value, end),
    };
    let basis = Some(DateBasis::Explicit);
    Some(DateMention {
        start: begin,
        end,
        core: 0,
        value: Some(value),
        basis,
        vague: false,
        base: false,
        rule: Rule::PlanPeriod,
    })
}

/// A point, or two with a dash between.
fn span(text: &str, start: usize, now: &Reading) -> Option<DateMention> {
    if let Some(first) = point(text, start) {
        if let Some(found) = within(text, start, first, now) {
            return Some(found);
        }
        if let Some(second_at) = dash(text, first.end)
            && let Some(second) = point(text, second_at).or_else(|| relative::second(text, second_at, now))
            && let Some(found) = between(text, start, first, second, now)
        {
            return Some(found);
        }
        return resolve(start, first, now);
    }
    // 7-9月, 2011-2020年, 2021-2030: the unit stands at the end.
    let (low, end, _) = int(text, start)?;
    let at = dash(text, end)?;
    let second = point(text, at);
    let arabic = text.as_bytes()[start].is_ascii_digit();
    match second {
        Some(second) if second.year.is_some() && arabic && (1800..2200).contains(&low) => {
            let first = Point { year: Some(Year(low as i16)), month: None, ..second };
            between(text, start, Point { end, to: None, day: None, ..first }, second, now)
        }
        Some(second) if second.year.is_none() && second.month.is_some() && (1..=12).contains(&low) => {
            let first = Point { month: Some(low as u8), day: None, to: None, ..second };
            between(text, start, first, second, now)
        }
        Some(second) if second.year.is_none() && second.month.is_none() && (1..=31).contains(&low) => {
            let first = Point { day: Some(low as u8), ..second };
            between(text, start, first, second, now)
        }
        // (2021-2030): both are years and nothing else stands beside them.
        None => {
            let (high, end, digits) = int(text, at)?;
            let years =
                (1900..2100).contains(&low) && (1900..2100).contains(&high) && low < high && digits == 4;
            let free = |c: Option<char>| {
                c.is_none_or(|c| !c.is_ascii_alphanumeric() && !"-./年万亿个家".contains(c))
            };
            let ends = free(text[end..].chars().next());
            if !years || !ends || end - at != 4 {
                return None;
            }
            let value = Period::Span(Day::year(low as i16), Day::year(high as i16));
            let basis = Some(DateBasis::Explicit);
            Some(DateMention {
                start,
                end,
                core: 0,
                value: Some(value),
                basis,
                vague: false,
                base: false,
                rule: Rule::DateRange,
            })
        }
        _ => None,
    }
}

/// 2007年与2009年间: two points with what lies between them.
fn within(text: &str, start: usize, first: Point, now: &Reading) -> Option<DateMention> {
    let rest = text[first.end..].strip_prefix(['与', '和'])?;
    let second = point(text, text.len() - rest.len())?;
    let word = ["之间", "间"].into_iter().find(|it| text[second.end..].starts_with(it))?;
    let end = second.end + word.len();
    between(text, start, first, second, now).map(|found| DateMention { end, ..found })
}

/// The span from one point to another; what the one lacks it takes from the other.
fn between(text: &str, start: usize, first: Point, second: Point, now: &Reading) -> Option<DateMention> {
    let mut second = second;
    second.year = second.year.or(first.year);
    if second.month.is_none() && second.day.is_some() {
        second.month = first.month;
    }
    let mut first = first;
    if first.year.is_none() && second.year.is_some() {
        first.year = second.year;
    }
    let from = resolve(start, Point { to: None, ..first }, now)?;
    let to = resolve(start, second, now)?;
    let (Period::Point(first_day) | Period::Span(first_day, _)) = from.value? else { return None };
    let (Period::Point(mut last_day) | Period::Span(_, mut last_day)) = to.value? else { return None };
    // 11月至2月 runs into the next year where no year is printed.
    if second.year.is_none() && last_day < first_day {
        last_day = last_day.years_later(1);
    }
    if last_day < first_day || !text.is_char_boundary(second.end) {
        return None;
    }
    let value = Some(Period::Span(first_day, last_day));
    Some(DateMention {
        start,
        end: second.end,
        core: 0,
        value,
        basis: from.basis,
        vague: false,
        base: false,
        rule: Rule::DateRange,
    })
}

/// A point with its year, or the reason why it has none.
fn resolve(start: usize, point: Point, now: &Reading) -> Option<DateMention> {
    let (year, basis) = match point.year {
        Some(Year(year)) => (Some(year), Some(DateBasis::Explicit)),
        None => {
            let known = now.year_of(point.month.or(point.to.and(Some(1))));
            (known.map(|it| it.0), known.map(|it| it.1))
        }
    };
    let mut month = point.month;
    let mut basis = basis;
    if month.is_none() && point.day.is_some() {
        // 15日: the month of the date before, or of the issue.
        let last = now.last.and_then(|it| match it {
            Period::Point(day) | Period::Span(_, day) | Period::Since(day) | Period::Until(day) => day.month,
            Period::Length(..) => None,
        });
        month = last.or(now.issue.and_then(|issue| issue.month));
        if last.is_some() && basis != Some(DateBasis::Explicit) {
            basis = Some(DateBasis::Context);
        }
    }
    let rule = match (point.year, point.to) {
        (_, Some(_)) => Rule::PartOfYear,
        (Some(_), None) => Rule::FullDate,
        (None, None) => Rule::PartialDate,
    };
    let mention = |value, basis, rule| DateMention {
        start,
        end: point.end,
        core: 0,
        value,
        basis,
        vague: false,
        base: false,
        rule,
    };
    let Some(year) = year else { return Some(mention(None, None, rule)) };
    let day = Day { year, month, day: if month.is_some() { point.day } else { None } };
    let value = match point.to {
        Some((to_month, to_day)) => {
            let from = Day { year, month: month.or(Some(1)), day: point.day };
            let to = Day { year, month: Some(to_month), day: to_day };
            if from == to { Period::Point(from) } else { Period::Span(from, to) }
        }
        None if point.decade => Period::Span(day, day.years_later(9)),
        None => Period::Point(day),
    };
    let exists = match value {
        Period::Point(day) => day.exists(),
        Period::Span(from, to) => from.exists() && to.exists(),
        _ => true,
    };
    Some(if exists { mention(Some(value), basis, rule) } else { mention(None, None, Rule::ImpossibleDate) })
}

#[cfg(test)]
mod tests;
