//! The lists as tables: what is looked up beside a word that the automaton found.

use std::sync::LazyLock;

use super::{CHANGES, COMPARATORS, FOLLOW, PERIODS, UNITS, ZONES, rows};
use crate::facts::Comparator;
use crate::facts::calendar::Day;
use crate::facts::words::Words;

/// A national high-tech zone 国家高新区.
#[derive(Clone, Debug)]
pub(in crate::facts) struct Zone {
    /// The short name: 武汉东湖高新区.
    pub(in crate::facts) short: &'static str,
    pub(in crate::facts) province: &'static str,
    /// When it was approved, where a source says so.
    pub(in crate::facts) approved: Option<Day>,
}

/// How a zone is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::facts) struct ZoneName {
    /// Its number in the list.
    pub(in crate::facts) zone: u16,
    /// Whether the word is only the place before 高新区, and no name by itself.
    pub(in crate::facts) stem: bool,
}

/// Where a title stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::facts) enum Side {
    Before,
    After,
    Both,
}

/// What a word of change means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::facts) enum ChangeWord {
    /// 同比
    Yoy,
    /// 环比
    Mom,
    /// 增长, 提高
    Rise,
    /// 下降, 收窄
    Fall,
    /// 增, 降: one character, only right before a number.
    RiseShort,
    FallShort,
    /// 增幅, 增速: the rate itself.
    RateUp,
    /// 降幅
    RateDown,
    /// 年均增长
    RiseMean,
    /// 持平
    Flat,
    /// 翻一番: the power of two.
    Double(u8),
    /// 占
    Share,
    /// 占比
    ShareWhole,
    /// 比重, 份额
    ShareWord,
    /// 贡献率
    Contribution,
    /// 较, 比, 相较: what follows is the base.
    Than,
    /// 高于, 低于
    Above,
    Below,
    /// 增长到: a level, no change.
    Level,
    /// 相当于
    Times,
    /// A word that only holds one of these.
    Skip,
}

/// What a word of time means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::facts) enum TimeWord {
    Vague,
    /// 目前: at the date of the issue.
    Now,
    Future,
    /// 今年, 去年: years after the issue's.
    Year(i8),
    /// 次年
    NextYear,
    /// 当年, 全年
    ThatYear,
    Month(i8),
    Quarter(i8),
    Week(i8),
    Day(i8),
    /// 当日
    ThatDay,
    /// Months of a year: 上半年.
    Part(u8, u8),
    YearStart,
    YearEnd,
    MonthStart,
    MonthEnd,
    /// 上旬 1, 中旬 2, 下旬 3
    Third(u8),
    /// 去年同期
    Same,
    /// 今年以来
    SinceYear,
    /// 以来
    Since,
    /// 截至
    Until,
    /// 至今
    UntilNow,
    Event(Day),
    Century(i8),
    Skip,
}

/// A unit or measure word.
#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct Unit {
    pub(in crate::facts) printed: &'static str,
    pub(in crate::facts) canonical: &'static str,
    pub(in crate::facts) dimension: &'static str,
}

/// What a comparator makes of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::facts) struct Meaning {
    pub(in crate::facts) comparator: Comparator,
    /// 近: just below; the number is the upper end.
    pub(in crate::facts) below: bool,
    pub(in crate::facts) approximate: bool,
}

/// Words by one of their characters: as many lists as there are remainders of its number, no hashing.
struct ByChar<T> {
    lists: Vec<Vec<(char, T)>>,
}

impl<T> ByChar<T> {
    const LISTS: usize = 512;

    fn new() -> Self {
        Self { lists: (0..Self::LISTS).map(|_| Vec::new()).collect() }
    }

    fn push(&mut self, key: char, value: T) {
        self.lists[key as usize % Self::LISTS].push((key, value));
    }

    fn sort_by_length(&mut self, word: impl Fn(&T) -> &'static str) {
        self.lists.iter_mut().for_each(|list| list.sort_by_key(|it| std::cmp::Reverse(word(&it.1).len())));
    }

    fn get(&self, key: char) -> impl Iterator<Item = &T> {
        self.lists[key as usize % Self::LISTS].iter().filter(move |it| it.0 == key).map(|it| &it.1)
    }
}

/// A comparator before its number.
pub(in crate::facts) type Before = (&'static str, Meaning);

/// Every list that is looked up by neighbours and not searched for.
pub(in crate::facts) struct Tables {
    pub(in crate::facts) zones: Vec<Zone>,
    pub(in crate::facts) zone_names: Vec<(String, ZoneName)>,
    pub(in crate::facts) times: Vec<(&'static str, TimeWord)>,
    pub(in crate::facts) changes: Vec<(&'static str, ChangeWord)>,
    pub(in crate::facts) plans: Vec<(&'static str, i16, i16)>,
    units: ByChar<Unit>,
    before: ByChar<Before>,
    after: ByChar<Before>,
    follow: ByChar<&'static str>,
}

pub(in crate::facts) static TABLES: LazyLock<Tables> = LazyLock::new(Tables::new);

/// What zones are called after the place.
pub(in crate::facts) static ZONE_ENDINGS: Words = Words::new(&[
    "高新区",
    "国家高新区",
    "国家级高新区",
    "市高新区",
    "高新技术产业开发区",
    "国家高新技术产业开发区",
    "国家级高新技术产业开发区",
    "市高新技术产业开发区",
    "高新技术开发区",
    "高新技术产业园区",
    "高技术产业开发区",
    "火炬高新区",
    "高新园区",
    "高新开发区",
]);

impl Tables {
    fn new() -> Self {
        let mut this = Self {
            zones: Vec::new(),
            zone_names: Vec::new(),
            times: Vec::new(),
            changes: Vec::new(),
            plans: Vec::new(),
            units: ByChar::new(),
            before: ByChar::new(),
            after: ByChar::new(),
            follow: ByChar::new(),
        };
        this.read_zones();
        for row in rows(UNITS) {
            let unit = Unit { printed: row[0], canonical: row[1], dimension: row[2] };
            this.units.push(first(row[0]), unit);
        }
        this.units.sort_by_length(|unit| unit.printed);
        for row in rows(COMPARATORS) {
            let meaning = meaning(row[2]);
            let (key, table) = match row[1] {
                "before" => (row[0].chars().next_back().unwrap_or_default(), &mut this.before),
                _ => (first(row[0]), &mut this.after),
            };
            table.push(key, (row[0], meaning));
        }
        for table in [&mut this.before, &mut this.after] {
            table.sort_by_length(|it| it.0);
        }
        for row in rows(FOLLOW) {
            this.follow.push(first(row[0]), row[0]);
        }
        for row in rows(PERIODS) {
            if let Some((from, to)) = row[2].split_once('/').filter(|_| row[1] == "plan") {
                this.plans.push((row[0], from.parse().unwrap_or(0), to.parse().unwrap_or(0)));
            } else {
                this.times.push((row[0], time(row[1], row[2])));
            }
        }
        // The longest first: 十四五 before 四五.
        this.plans.sort_by_key(|(name, ..)| std::cmp::Reverse(name.len()));
        this.changes = rows(CHANGES).map(|row| (row[0], change(row[1], row[2]))).collect();
        this
    }

    fn read_zones(&mut self) {
        for (row, zone) in rows(ZONES).zip(0_u16..) {
            let (short, official, aliases) = (row[0], row[1], row[2]);
            self.zones.push(Zone { short, province: row[3], approved: row[4].parse().ok() });
            let names =
                [short, official].into_iter().chain(aliases.split('|').filter(|name| !name.is_empty()));
            for name in names {
                // 成都 of 成都高新区 and of 成都高新技术产业开发区.
                let stem = ZONE_ENDINGS.ends(name).map(|ending| &name[..name.len() - ending.len()]);
                match stem {
                    Some(stem) if !stem.is_empty() => {
                        self.zone_names.push((stem.to_owned(), ZoneName { zone, stem: true }));
                    }
                    _ => self.zone_names.push((name.to_owned(), ZoneName { zone, stem: false })),
                }
            }
        }
    }

    /// The longest unit at the head of a text.
    pub(in crate::facts) fn unit(&self, text: &str) -> Option<&Unit> {
        let c = text.chars().next()?;
        self.units.get(c).find(|unit| unit.printed.len() == c.len_utf8() || text.starts_with(unit.printed))
    }

    /// The longest comparator at the end of what stands before a number.
    pub(in crate::facts) fn before(&self, text: &str) -> Option<Before> {
        let c = text.chars().next_back()?;
        self.before.get(c).find(|(word, _)| word.len() == c.len_utf8() || text.ends_with(word)).copied()
    }

    /// The longest comparator at the head of what stands after a unit.
    pub(in crate::facts) fn after(&self, text: &str) -> Option<Before> {
        let c = text.chars().next()?;
        self.after.get(c).find(|(word, _)| word.len() == c.len_utf8() || text.starts_with(word)).copied()
    }

    /// Whether a text begins with a word that follows a person's name.
    pub(in crate::facts) fn follows_name(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|c| {
            self.follow.get(c).any(|word| word.len() == c.len_utf8() || text.starts_with(word))
        })
    }
}

fn first(text: &str) -> char {
    text.chars().next().unwrap_or_default()
}

fn meaning(text: &str) -> Meaning {
    let (comparator, below, approximate) = match text {
        ">" => (Comparator::Above, false, false),
        ">=" => (Comparator::AtLeast, false, false),
        "<" => (Comparator::Below, false, false),
        "<=" => (Comparator::AtMost, false, false),
        "~" => (Comparator::About, false, true),
        "~<" => (Comparator::About, true, true),
        ">+" | ">~" => (Comparator::Above, false, true),
        _ => (Comparator::Equal, false, false),
    };
    Meaning { comparator, below, approximate }
}

fn change(kind: &str, value: &str) -> ChangeWord {
    match kind {
        "basis" if value == "yoy" => ChangeWord::Yoy,
        "basis" if value == "mom" => ChangeWord::Mom,
        "rise" | "rise-net" => ChangeWord::Rise,
        "fall" => ChangeWord::Fall,
        "rise-short" => ChangeWord::RiseShort,
        "fall-short" => ChangeWord::FallShort,
        "rate" | "rate-up" => ChangeWord::RateUp,
        "rate-down" => ChangeWord::RateDown,
        "rise-mean" | "rate-mean" => ChangeWord::RiseMean,
        "flat" => ChangeWord::Flat,
        "double" => ChangeWord::Double(value.parse().unwrap_or(1)),
        "share" => ChangeWord::Share,
        "share-whole" => ChangeWord::ShareWhole,
        "share-word" => ChangeWord::ShareWord,
        "contribution" => ChangeWord::Contribution,
        "than" => ChangeWord::Than,
        "above" => ChangeWord::Above,
        "below" => ChangeWord::Below,
        "level" => ChangeWord::Level,
        "times" => ChangeWord::Times,
        _ => ChangeWord::Skip,
    }
}

fn time(kind: &str, value: &str) -> TimeWord {
    let offset = value.parse().unwrap_or(0);
    match kind {
        "vague" => TimeWord::Vague,
        "now" => TimeWord::Now,
        "future" => TimeWord::Future,
        "year" => TimeWord::Year(offset),
        "next-year" => TimeWord::NextYear,
        "that-year" => TimeWord::ThatYear,
        "month" => TimeWord::Month(offset),
        "quarter" => TimeWord::Quarter(offset),
        "week" => TimeWord::Week(offset),
        "day" => TimeWord::Day(offset),
        "that-day" => TimeWord::ThatDay,
        "year-start" => TimeWord::YearStart,
        "year-end" => TimeWord::YearEnd,
        "month-start" => TimeWord::MonthStart,
        "month-end" => TimeWord::MonthEnd,
        "third" => TimeWord::Third(value.parse().unwrap_or(1)),
        "same" => TimeWord::Same,
        "since-year" => TimeWord::SinceYear,
        "since" => TimeWord::Since,
        "until" => TimeWord::Until,
        "until-now" => TimeWord::UntilNow,
        "century" => TimeWord::Century(offset),
        "event" => value.parse().map_or(TimeWord::Skip, TimeWord::Event),
        "part" => match value {
            "H1" => TimeWord::Part(1, 6),
            "H2" => TimeWord::Part(7, 12),
            "Q1" => TimeWord::Part(1, 3),
            "Q2" => TimeWord::Part(4, 6),
            "Q3" => TimeWord::Part(7, 9),
            "Q4" => TimeWord::Part(10, 12),
            "Q1-Q3" => TimeWord::Part(1, 9),
            _ => TimeWord::Part(6, 6),
        },
        _ => TimeWord::Skip,
    }
}
