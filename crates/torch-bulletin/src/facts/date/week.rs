//! Weeks of a month 月内周次: 五月第一周, 当月第三周.

use super::DateMention;
use super::parts::int;
use crate::facts::Rule;
use crate::facts::calendar::{Day, Period, days};

/// Makes a month one of its weeks, where 第N周 follows: from Monday on, and of the month that has its Thursday, as GB/T 7408
/// numbers the weeks of a year. 五月第六周 has no value.
pub(super) fn of_month(text: &str, found: &mut DateMention) {
    let Some(rest) = text[found.end..].strip_prefix('第') else { return };
    let Some(Period::Point(Day { year, month: Some(month), day: None })) = found.value else { return };
    let Some((number, end, _)) = int(text, text.len() - rest.len()) else { return };
    let Some(word) = ["周", "个星期"].into_iter().find(|it| text[end..].starts_with(it)) else { return };
    if text[end + word.len()..].starts_with(['年', '岁']) {
        return;
    }
    let first = Day::new(year, month, 1);
    let thursday = 1 + (3 - first.weekday()).rem_euclid(7) + 7 * (number.min(9) as i32 - 1);
    let real = (1..=i32::from(days(year, month))).contains(&thursday);
    let monday = first.days_later(thursday - 4);
    let value = real.then(|| Period::Span(monday, monday.days_later(6)));
    found.basis = found.basis.filter(|_| real);
    (found.end, found.value, found.rule) = (end + word.len(), value, Rule::WeekOfMonth);
}
