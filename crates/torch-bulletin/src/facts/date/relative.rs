//! Dates by words 时间词: 今年以来, 去年同期, 目前.

use super::of_year::part;
use super::parts::{Point, Year, after_year, dash, int, point};
use super::{DateMention, Reading, resolve};
use crate::facts::calendar::{Day, Period, days};
use crate::facts::lexicon::TimeWord;
use crate::facts::words::Words;
use crate::facts::{DateBasis, Rule};

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
        // 投产后年产值: each year after.
        TimeWord::Year(2) if is_yearly(text, start, end) => None,
        TimeWord::Year(offset) => {
            let year = issue.map(|issue| Year(issue.year + i16::from(offset)));
            year_word(text, start, end, year, DateBasis::Issue, now)
        }
        TimeWord::Years(from, to) => {
            let year = |issue: Day, by: i8| Day::year(issue.year + i16::from(by));
            let value = issue.map(|issue| Period::Span(year(issue, from), year(issue, to)));
            at(end, value, DateBasis::Issue, Rule::RelativeDate)
        }
        // Of the year named last: in the text, or in the article where that is no history.
        TimeWord::YearBefore => match now.last.and_then(Period::year).or_else(|| {
            let recent = |year: &i16| issue.is_some_and(|issue| *year >= issue.year - 1);
            now.reported.filter(recent)
        }) {
            Some(year) => year_word(text, start, end, Some(Year(year - 1)), DateBasis::Context, now),
            None => year_word(text, start, end, issue.map(|it| Year(it.year - 1)), DateBasis::Issue, now),
        },
        TimeWord::NextYear => {
            let last = now.last.and_then(Period::year).or(issue.map(|it| it.year));
            year_word(text, start, end, last.map(|it| Year(it + 1)), DateBasis::Context, now)
        }
        TimeWord::ThatYear => {
            // 全年 of a report is the year that the article reports; a plan is for the issue's.
            let whole = matches!(&text[start..end], "全年" | "当年");
            let planned = || ["力争", "预计", "确保", "计划"].iter().any(|it| text[..start].ends_with(it));
            let reported = now.reported.filter(|_| whole && !planned());
            let last = now.year.or(now.last.and_then(Period::year)).or(reported);
            let basis = if last.is_some() { DateBasis::Context } else { DateBasis::Issue };
            let year = last.or(issue.map(|it| it.year));
            year_word(text, start, end, year.map(Year), basis, now)
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
        TimeWord::MonthStart | TimeWord::MonthEnd if NO_MONTH.ends(&text[..start]).is_some() => None,
        // 月底 of the month that the sentence has named; of none, it is no time that can be told.
        TimeWord::MonthStart | TimeWord::MonthEnd => {
            let last = now.last.and_then(|it| match it {
                Period::Point(day) | Period::Span(_, day) => Some((day.year, day.month?)),
                _ => None,
            });
            let Some((year, month)) = now.month.or(last) else { return vague(end) };
            let last = (word == TimeWord::MonthEnd).then(|| days(year, month));
            let day = Day { year, month: Some(month), day: last };
            at(end, Some(Period::Point(day)), DateBasis::Context, Rule::RelativeDate)
        }
        TimeWord::Third(_) => None,
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

/// What makes another word of 月初 and 月底, or no single one: 岁月初心, 每月底.
static NO_MONTH: Words = Words::new(&[
    "岁", "每", "逐", "个", "明", "满", "按", "次", "年", "新", "登", "探", "揽", "日", "累", "数", "几",
    "两", "半", "正", "腊", "冬", "同", "各", "逢",
]);

/// Whether 后年 is 后 and the head of 年产值, 年均, 年销售收入.
fn is_yearly(text: &str, start: usize, end: usize) -> bool {
    let event = ["产", "成", "用", "营", "业", "工", "市", "投资", "项目", "建设"];
    text[end..].starts_with(['产', '均', '销', '营', '收', '利', '税', '新', '处', '节', '减', '供', '加'])
        || event.iter().any(|it| text[..start].ends_with(it)) && text[end..].starts_with(['可', '能', '预'])
}

/// 今年, 去年上半年, 今年3月5日, 去年12月至今年2月.
fn year_word(
    text: &str,
    start: usize,
    end: usize,
    year: Option<Year>,
    basis: DateBasis,
    now: &Reading,
) -> Option<DateMention> {
    let end = end + if text[end..].starts_with('度') { '度'.len_utf8() } else { 0 };
    let bare = Point { year, month: None, day: None, to: None, end, decade: false };
    let found = after_year(text, bare);
    let nowhere = Reading::default();
    // 去年12月至今年2月, 今年3月至5月: one period.
    let to = dash(text, found.end).filter(|_| year.is_some());
    if let Some(last) = to.and_then(|at| point(text, at).or_else(|| second(text, at, now)))
        && let Some(range) = super::between(text, start, found, last, &nowhere)
    {
        return Some(DateMention { basis: Some(basis), ..range });
    }
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
