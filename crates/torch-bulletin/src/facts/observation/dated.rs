//! Lists told off against times 分别: 2020年、2021年收入分别为…, and 2018年至2020年,收入分别为…, a row for each year.

use super::Walk;
use super::spread::{Name, joins};
use crate::facts::calendar::{Day, Period};
use crate::facts::mark::{Kind, Mark};
use crate::facts::metric;
use crate::facts::subject::{self, Head};
use crate::facts::view::View;
use crate::facts::words::has_two;

/// Times that are told off at most.
const MOST: usize = 24;

impl Walk<'_, '_, '_> {
    /// 2020年、2021年营业收入分别为…: as many times as numbers, in one list or one stretch, in the clause that begins at a place
    /// or right before it, and what all the numbers are behind them.
    pub(super) fn dated(&self, clause: usize, until: usize, count: usize) -> Option<Vec<Name>> {
        let view = self.view;
        let marks = view.within(clause, until);
        let first = marks.iter().position(|it| matches!(it.kind, Kind::Date(_)));
        let here = first.map(|first| {
            let last = marks.iter().rposition(|it| matches!(it.kind, Kind::Date(_))).unwrap_or(first);
            (&marks[first..=last], marks[last].end)
        });
        let (dates, end) = here.or_else(|| Some((dates_before(view, clause)?, clause)))?;
        let periods = periods(view, dates, count)?;
        let found = subject::at_head(view, &Head::new(view, end, until, true));
        let from = found.as_ref().map_or(end, |it| it.1.end);
        let metric = &view.text[metric::before(view, from.min(until), until)];
        let metric = if has_two(metric) { metric.to_owned() } else { self.last_metric()? };
        let subject = found.map(|it| it.0);
        let name = |period| Name { subject: subject.clone(), period: Some(period), metric: metric.clone() };
        Some(periods.into_iter().map(name).collect())
    }
}

/// The dates of a clause that is nothing else, and ends where the next one begins: 2019年、2020年,.
fn dates_before<'v>(view: &View<'v>, clause: usize) -> Option<&'v [Mark]> {
    let comma = view.marks.partition_point(|it| it.start < clause).checked_sub(1)?;
    let mark = view.marks[comma];
    if mark.kind != Kind::Comma || mark.end != clause {
        return None;
    }
    let (first, start) = view.clause(comma);
    let dates = &view.marks[first..comma];
    let whole = dates.first()?.start == start && dates.last()?.end == mark.start;
    whole.then_some(dates)
}

/// The times of a list of dates, or the years or months of one stretch of time; `None` where they are not so many.
fn periods(view: &View<'_>, marks: &[Mark], count: usize) -> Option<Vec<Period>> {
    let value = |mark: &Mark| match mark.kind {
        Kind::Date(index) => view.dates.get(index as usize)?.value,
        _ => None,
    };
    let dates = || marks.iter().filter(|it| matches!(it.kind, Kind::Date(_)));
    if let [one] = marks {
        return stretch(value(one)?, count);
    }
    let list = dates().zip(dates().skip(1)).all(|(one, next)| joins(view, one.end, next.start));
    if !list || dates().count() != count {
        return None;
    }
    dates().map(value).collect()
}

/// The years of 2018年至2020年, the months of 1—3月.
fn stretch(period: Period, count: usize) -> Option<Vec<Period>> {
    let Period::Span(from, to) = period else { return None };
    if !(2..=MOST).contains(&count) {
        return None;
    }
    let each: Vec<Day> = match (from, to) {
        (Day { month: None, .. }, Day { month: None, .. }) => {
            (0..count).map(|by| from.years_later(by as i16)).collect()
        }
        (Day { month: Some(_), day: None, .. }, Day { month: Some(_), day: None, .. }) => {
            (0..count).map(|by| from.months_later(by as i32)).collect()
        }
        _ => return None,
    };
    (each.last() == Some(&to)).then(|| each.into_iter().map(Period::Point).collect())
}

#[cfg(test)]
mod tests {
    use crate::facts::observation::tests::rows;

    #[test]
    fn a_stretch_of_time_is_told_off_by_its_years() {
        let told = [
            "-|江州高新区|营业收入|2018|10000000000|-",
            "-|江州高新区|营业收入|2019|12000000000|-",
            "-|江州高新区|营业收入|2020|15000000000|-",
        ];
        for years in ["2018年至2020年,", "2018—2020年", "2018年、2019年、2020年,", "2018—2020年间,"]
        {
            assert_eq!(
                rows(&format!("{years}江州高新区营业收入分别为100亿元、120亿元、150亿元。")),
                told,
                "{years}"
            );
        }
        // As many numbers as the stretch has years, or it is told off by nothing.
        assert!(
            !rows("2018年至2021年,营业收入分别为100亿元、120亿元、150亿元。")
                .iter()
                .any(|it| it.contains("|2018|"))
        );
        assert_eq!(
            rows("2022年1—2月,税收分别增长5%、7%。"),
            ["-|-|税收|2022-01|-|Up 5% unspecified", "-|-|税收|2022-02|-|Up 7% unspecified"]
        );
    }
}
