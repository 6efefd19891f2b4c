//! Dates by words and lengths: 今年以来, 去年同期, 目前, 10年来, 近三个月, 三年前.

use super::parts::{Point, Year, after_year, int, part};
use super::{DateMention, Reading, length as period_of, resolve};
use crate::facts::calendar::{Day, LengthUnit, Period, days};
use crate::facts::lexicon::TimeWord;
use crate::facts::numeral::numeral;
use crate::facts::{DateBasis, Rule};

/// What a length of time is counted in, as printed.
const LENGTHS: &[(&str, LengthUnit)] = &[
    ("年", LengthUnit::Years),
    ("周年", LengthUnit::Years),
    ("个月", LengthUnit::Months),
    ("个季度", LengthUnit::Months),
    ("周", LengthUnit::Weeks),
    ("个星期", LengthUnit::Weeks),
    ("天", LengthUnit::Days),
    ("日", LengthUnit::Days),
    ("个工作日", LengthUnit::Days),
    ("个交易日", LengthUnit::Days),
];

/// 10年来, 近三年, 过去十年, 三年前, 20天后: a length that leads back or ahead from the issue.
pub(super) fn length(text: &str, start: usize, floor: usize, now: &Reading) -> Option<DateMention> {
    // 07年以后: a year of two digits.
    if text[start..].starts_with('0') {
        return None;
    }
    let number = numeral(text, start)?;
    let rest = &text[number.end..];
    let &(word, unit) = LENGTHS.iter().filter(|it| rest.starts_with(it.0)).max_by_key(|it| it.0.len())?;
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
    let back = ["过去的", "过去", "近", "最近", "最近的", "这", "上", "前"]
        .into_iter()
        .filter(|it| before.ends_with(it))
        .max_by_key(|it| it.len());
    let ahead = ["未来", "今后", "下", "后", "过", "接下来"].into_iter().find(|it| before.ends_with(it));
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
    if let Some(word) = ["以来", "来", "间"].into_iter().find(|it| after.starts_with(it))
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
    number: &crate::facts::numeral::Numeral,
    unit: LengthUnit,
    now: &Reading,
) -> Option<DateMention> {
    let after = &text[end..];
    let back = ["以前", "之前", "前"].into_iter().find(|it| after.starts_with(it));
    let ahead = ["以后", "之后", "后"].into_iter().find(|it| after.starts_with(it));
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

/// The date that a word of time begins.
pub(super) fn word(
    text: &str,
    start: usize,
    end: usize,
    word: TimeWord,
    now: &Reading,
) -> Option<DateMention> {
    let vague = |end| {
        Some(DateMention {
            start,
            end,
            core: 0,
            value: None,
            basis: None,
            vague: true,
            base: false,
            rule: Rule::VagueTime,
        })
    };
    let at = |end, value: Option<Period>, basis, rule| {
        let basis = value.is_some().then_some(basis);
        Some(DateMention { start, end, core: 0, value, basis, vague: false, base: false, rule })
    };
    let issue = now.issue;
    match word {
        TimeWord::Vague | TimeWord::Now => vague(end),
        TimeWord::Future => {
            let free = text[..start].chars().next_back().is_none_or(|c| "，,。；;、“—".contains(c));
            let next = text[end..].chars().next();
            let comma = next.is_none_or(|c| "，,".contains(c));
            if free && comma { vague(end) } else { None }
        }
        TimeWord::Until => {
            let mut found = super::span(text, end, now)
                .or_else(|| time_word_at(text, end, now))
                .filter(|found| found.value.is_some())?;
            let day = match found.value? {
                Period::Point(day) | Period::Span(_, day) | Period::Since(day) | Period::Until(day) => day,
                Period::Length(..) => return None,
            };
            found = DateMention { start, value: Some(Period::Until(day)), rule: Rule::UntilDate, ..found };
            Some(found)
        }
        TimeWord::UntilNow => None,
        TimeWord::Event(day) => {
            // 党的十八大以来; an event alone is no date.
            let rest = &text[end..];
            let gap = ["以来", "召开以来", "胜利召开以来", "闭幕以来"]
                .into_iter()
                .find(|it| rest.starts_with(it))?;
            at(end + gap.len(), Some(Period::Since(day)), DateBasis::Explicit, Rule::SinceEvent)
        }
        TimeWord::SinceYear => {
            let value = issue.map(|issue| Period::Span(Day::new(issue.year, 1, 1), issue));
            at(end, value, DateBasis::Issue, Rule::RelativeDate)
        }
        TimeWord::Year(offset) => {
            let year = issue.map(|issue| Year(issue.year + i16::from(offset)));
            year_word(text, start, end, year, DateBasis::Issue)
        }
        // Of the year named last: in the text, or in the article where that is no history.
        TimeWord::YearBefore => match now.last.and_then(Period::year).or_else(|| {
            let recent = |year: &i16| issue.is_some_and(|issue| *year >= issue.year - 1);
            now.reported.filter(recent)
        }) {
            Some(year) => year_word(text, start, end, Some(Year(year - 1)), DateBasis::Context),
            None => year_word(text, start, end, issue.map(|it| Year(it.year - 1)), DateBasis::Issue),
        },
        TimeWord::NextYear => {
            let last = now.last.and_then(Period::year).or(issue.map(|it| it.year));
            year_word(text, start, end, last.map(|it| Year(it + 1)), DateBasis::Context)
        }
        TimeWord::ThatYear => {
            // 全年 of a report is the year that the article reports; a plan is for the issue's.
            let whole = matches!(&text[start..end], "全年" | "当年");
            let planned = || ["力争", "预计", "确保", "计划"].iter().any(|it| text[..start].ends_with(it));
            let reported = now.reported.filter(|_| whole && !planned());
            let last = now.year.or(now.last.and_then(Period::year)).or(reported);
            let basis = if last.is_some() { DateBasis::Context } else { DateBasis::Issue };
            let year = last.or(issue.map(|it| it.year));
            year_word(text, start, end, year.map(Year), basis)
        }
        TimeWord::Month(offset) => {
            let month = issue.filter(|it| it.month.is_some()).map(|issue| issue.months_later(offset.into()));
            let mut found = at(end, month.map(Period::Point), DateBasis::Issue, Rule::RelativeDate)?;
            // 上个月15号, 本月十日
            let known = month.map_or((Some(Year(2021)), Some(1)), |it| (Some(Year(it.year)), it.month));
            if let Some((day, day_end, _)) = int(text, end)
                && let Some(rest) = ["日", "号"].into_iter().find(|it| text[day_end..].starts_with(it))
                && (1..=31).contains(&day)
            {
                found.end = day_end + rest.len();
                found.value = month
                    .map(|it| Day { day: Some(day as u8), ..it })
                    .filter(|it| it.exists())
                    .map(Period::Point);
                return Some(found);
            }
            for (word, from, to) in [
                ("上旬", 1, 10),
                ("中旬", 11, 20),
                ("下旬", 21, 31),
                ("底", 31, 31),
                ("末", 31, 31),
                ("初", 0, 0),
            ] {
                if text[end..].starts_with(word) {
                    found.end = end + word.len();
                    let (Some(Year(year)), Some(number)) = known else { break };
                    let last = days(year, number);
                    found.value = month.map(|_| match from {
                        0 => Period::Point(Day::month(year, number)),
                        31 => Period::Point(Day::new(year, number, last)),
                        _ => Period::Span(Day::new(year, number, from), Day::new(year, number, to.min(last))),
                    });
                    break;
                }
            }
            Some(found)
        }
        TimeWord::ThatMonth => {
            let last = now.last.and_then(|it| match it {
                Period::Point(day) | Period::Span(_, day) => Some(day).filter(|day| day.month.is_some()),
                _ => None,
            });
            let month = |day: Day| Period::Point(Day { day: None, ..day });
            match last {
                Some(day) => at(end, Some(month(day)), DateBasis::Context, Rule::RelativeDate),
                None => {
                    let value = issue.filter(|it| it.month.is_some()).map(month);
                    at(end, value, DateBasis::Issue, Rule::RelativeDate)
                }
            }
        }
        TimeWord::Quarter(offset) => {
            let value = issue.and_then(|issue| {
                let first = (issue.month? - 1) / 3 * 3 + 1;
                let from = Day::month(issue.year, first).months_later(i32::from(offset) * 3);
                Some(Period::Span(from, from.months_later(2)))
            });
            at(end, value, DateBasis::Issue, Rule::RelativeDate)
        }
        TimeWord::Week(offset) => {
            let value = issue.filter(|it| it.day.is_some()).map(|issue| {
                let monday = issue.days_later(-issue.weekday() + i32::from(offset) * 7);
                Period::Span(monday, monday.days_later(6))
            });
            at(end, value, DateBasis::Issue, Rule::RelativeDate)
        }
        TimeWord::Day(offset) => {
            let value =
                issue.filter(|it| it.day.is_some()).map(|it| Period::Point(it.days_later(offset.into())));
            at(end, value, DateBasis::Issue, Rule::RelativeDate)
        }
        TimeWord::ThatDay => {
            let last = now.last.filter(|it| matches!(it, Period::Point(Day { day: Some(_), .. })));
            last.and_then(|_| at(end, last, DateBasis::Context, Rule::RelativeDate))
        }
        TimeWord::Part(..) => {
            let bare = Point { year: None, month: None, day: None, to: None, end: start, decade: false };
            let found = part(text, start, bare)?;
            let mut mention = resolve(start, found, now)?;
            mention.rule = Rule::PartOfYear;
            // 上半年 after a date of the same text is that year's.
            Some(mention)
        }
        TimeWord::YearStart | TimeWord::YearEnd => {
            let point = Point { year: None, month: Some(12), day: Some(31), to: None, end, decade: false };
            let first = Point { month: Some(1), day: None, ..point };
            let first = if word == TimeWord::YearStart { first } else { point };
            // The issue's year: 年底 lies ahead of most issues.
            let year = now.year.or(issue.map(|it| it.year)).map(Year);
            let basis = if now.year.is_some() { DateBasis::Context } else { DateBasis::Issue };
            let mut found = resolve(start, Point { year, ..first }, now)?;
            found.basis = found.value.is_some().then_some(basis);
            found.rule = Rule::RelativeDate;
            Some(found)
        }
        TimeWord::MonthStart | TimeWord::MonthEnd | TimeWord::Third(_) => None,
        TimeWord::Same => {
            let last = now.last.map(|it| it.years_later(-1));
            let basis = if last.is_some() { DateBasis::Context } else { DateBasis::Issue };
            let value = last.or(issue.map(|issue| Period::Point(Day::year(issue.year - 1))));
            at(end, value, basis, Rule::RelativeDate)
        }
        TimeWord::Century(offset) => {
            let base = if offset < 0 { 1900 } else { 2000 };
            let (decade, after, _) = int(text, end)?;
            if !text[after..].starts_with("年代") {
                return None;
            }
            let found = super::parts::century(text, decade, after, Some(base))?;
            let mut found = resolve(start, found, now)?;
            found.start = start;
            Some(found)
        }
        TimeWord::Since | TimeWord::Skip => None,
    }
}

/// 今年, 去年上半年, 今年3月5日.
fn year_word(
    text: &str,
    start: usize,
    end: usize,
    year: Option<Year>,
    basis: DateBasis,
) -> Option<DateMention> {
    let end = end + if text[end..].starts_with('度') { '度'.len_utf8() } else { 0 };
    let bare = Point { year, month: None, day: None, to: None, end, decade: false };
    let found = after_year(text, bare);
    let nowhere = Reading::default();
    let mut mention = match year {
        Some(_) => resolve(start, found, &nowhere)?,
        None => DateMention {
            start,
            end: found.end,
            core: 0,
            value: None,
            basis: None,
            vague: false,
            base: false,
            rule: Rule::RelativeDate,
        },
    };
    mention.basis = mention.value.is_some().then_some(basis);
    mention.rule = Rule::RelativeDate;
    // 今年以来 is in the list; 今年1-6月 has been read.
    Some(mention)
}

/// A date word right here, for 截至今年6月.
fn time_word_at(text: &str, at: usize, now: &Reading) -> Option<DateMention> {
    const WORDS: &[(&str, TimeWord)] = &[
        ("今年", TimeWord::Year(0)),
        ("去年", TimeWord::Year(-1)),
        ("上年", TimeWord::Year(-1)),
        ("本月", TimeWord::Month(0)),
        ("上月", TimeWord::Month(-1)),
        ("年底", TimeWord::YearEnd),
        ("年末", TimeWord::YearEnd),
    ];
    let (name, found) = WORDS.iter().find(|it| text[at..].starts_with(it.0))?;
    word(text, at, at + name.len(), *found, now)
}

/// The second end of a range that is no plain date: 2014年11月到下个月9号.
pub(super) fn second(text: &str, at: usize, now: &Reading) -> Option<Point> {
    let (name, offset) =
        [("今年", 0), ("明年", 1), ("去年", -1)].into_iter().find(|it| text[at..].starts_with(it.0))?;
    let year = Year(now.issue?.year + offset);
    let bare =
        Point { year: Some(year), month: None, day: None, to: None, end: at + name.len(), decade: false };
    Some(after_year(text, bare))
}
