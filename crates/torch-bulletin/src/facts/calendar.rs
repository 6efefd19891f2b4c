//! Points and stretches of time, written as EDTF (ISO 8601-2) has them.

use std::fmt;

/// A day, a month or a year 年月日.
///
/// ```
/// use torch_bulletin::facts::Day;
/// let day: Day = "2022-07".parse().unwrap();
/// assert_eq!((day.year, day.month, day.day), (2022, Some(7), None));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year.
    pub year: i16,
    /// The month, 1–12.
    pub month: Option<u8>,
    /// The day, 1–31; only with a month.
    pub day: Option<u8>,
}

impl Day {
    /// A year.
    pub const fn year(year: i16) -> Self {
        Self { year, month: None, day: None }
    }

    /// A month.
    pub const fn month(year: i16, month: u8) -> Self {
        Self { year, month: Some(month), day: None }
    }

    /// A day.
    pub const fn new(year: i16, month: u8, day: u8) -> Self {
        Self { year, month: Some(month), day: Some(day) }
    }

    /// Whether the month and the day are ones that calendars have.
    pub(super) fn exists(self) -> bool {
        match (self.month, self.day) {
            (None, day) => day.is_none(),
            (Some(month), day) => {
                (1..=12).contains(&month) && day.is_none_or(|day| (1..=days(self.year, month)).contains(&day))
            }
        }
    }

    pub(super) fn years_later(self, years: i16) -> Self {
        Self { year: self.year.saturating_add(years), ..self }
    }

    /// The month so many months later; the day is left out.
    pub(super) fn months_later(self, months: i32) -> Self {
        let at = i32::from(self.year) * 12 + i32::from(self.month.unwrap_or(1)) - 1 + months;
        Self::month(at.div_euclid(12) as i16, at.rem_euclid(12) as u8 + 1)
    }

    /// The day so many days later; a month or a year counts from its first day.
    pub(super) fn days_later(self, by: i32) -> Self {
        let mut day = Self::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1));
        let mut left = by.clamp(-40_000, 40_000);
        while left != 0 {
            let here = i32::from(day.day.unwrap_or(1));
            let length = i32::from(days(day.year, day.month.unwrap_or(1)));
            let wanted = here + left;
            if (1..=length).contains(&wanted) {
                day.day = Some(wanted as u8);
                break;
            }
            if left > 0 {
                left = wanted - length - 1;
                let next = day.months_later(1);
                day = Self { day: Some(1), ..next };
            } else {
                let last = day.months_later(-1);
                let length = i32::from(days(last.year, last.month.unwrap_or(1)));
                left = wanted;
                day = Self { day: Some(length as u8), ..last };
            }
        }
        day
    }

    /// Monday is 0.
    pub(super) fn weekday(self) -> i32 {
        // Zeller's rule, counted from a Monday.
        let (mut year, mut month) = (i32::from(self.year), i32::from(self.month.unwrap_or(1)));
        if month < 3 {
            month += 12;
            year -= 1;
        }
        let day = i32::from(self.day.unwrap_or(1));
        (day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400 + 5).rem_euclid(7)
    }
}

/// The number of days of a month.
pub(super) const fn days(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

/// A text that is no `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a date as YYYY, YYYY-MM or YYYY-MM-DD")]
pub struct NoDay;

impl std::str::FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        let mut parts = text.split('-');
        let mut next = |digits: usize| match parts.next() {
            Some(part) if part.len() == digits && part.bytes().all(|it| it.is_ascii_digit()) => {
                part.parse::<i16>().map(Some).map_err(|_| NoDay)
            }
            Some(_) => Err(NoDay),
            None => Ok(None),
        };
        let (year, month, day) = (next(4)?.ok_or(NoDay)?, next(2)?, next(2)?);
        let this = Self { year, month: month.map(|it| it as u8), day: day.map(|it| it as u8) };
        if parts.next().is_some() || !this.exists() { Err(NoDay) } else { Ok(this) }
    }
}

/// A point or a stretch of time 时间; its text is EDTF: `2022-07-22`, `2011/2020`, `2012-11-08/..`, `P10Y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A day, month or year.
    Point(Day),
    /// From the first to the last, both included.
    Span(Day, Day),
    /// From a day on, with no end: 自…以来.
    Since(Day),
    /// Up to a day: 截至….
    Until(Day),
    /// So many years, months or days up to the issue, or without a beginning: 10年来.
    Length(u32, LengthUnit),
}

/// What a [`Period::Length`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LengthUnit {
    /// Years 年.
    Years,
    /// Months 月.
    Months,
    /// Weeks 周.
    Weeks,
    /// Days 天.
    Days,
}

impl Period {
    /// The same period so many years later.
    pub(super) fn years_later(self, years: i16) -> Self {
        match self {
            Period::Point(day) => Period::Point(day.years_later(years)),
            Period::Span(from, to) => Period::Span(from.years_later(years), to.years_later(years)),
            Period::Since(day) => Period::Since(day.years_later(years)),
            Period::Until(day) => Period::Until(day.years_later(years)),
            Period::Length(..) => self,
        }
    }

    /// The year it lies in, where that is one.
    pub(super) fn year(self) -> Option<i16> {
        match self {
            Period::Point(day) | Period::Since(day) | Period::Until(day) => Some(day.year),
            Period::Span(from, to) => (from.year == to.year).then_some(from.year),
            Period::Length(..) => None,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Point(day) => day.fmt(f),
            Period::Span(from, to) => write!(f, "{from}/{to}"),
            Period::Since(day) => write!(f, "{day}/.."),
            Period::Until(day) => write!(f, "../{day}"),
            Period::Length(number, unit) => {
                let letter = match unit {
                    LengthUnit::Years => 'Y',
                    LengthUnit::Months => 'M',
                    LengthUnit::Weeks => 'W',
                    LengthUnit::Days => 'D',
                };
                write!(f, "P{number}{letter}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_months_and_years() {
        let day = Day::new(2022, 7, 31);
        for (by, expected) in
            [(1, "2022-08-01"), (-31, "2022-06-30"), (365, "2023-07-31"), (-212, "2021-12-31")]
        {
            assert_eq!(day.days_later(by).to_string(), expected);
        }
        assert_eq!(day.weekday(), 6);
        assert_eq!(Day::new(2024, 2, 29).weekday(), 3);
        assert!(!Day::new(2022, 2, 29).exists());
    }

    #[test]
    fn days_read_and_show_as_edtf() {
        for text in ["2022", "2022-07", "2022-07-31"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        for text in ["22", "2022-7", "2022-13", "2022-02-30", "2022-07-31-1", ""] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }
}
