//! What the words of the lists mean 词义: zones, units, comparators, words of change and of time.

use crate::facts::Comparator;
use crate::facts::calendar::Day;

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
    /// 今明两年: from the one year to the other.
    Years(i8, i8),
    /// 上年: the year before the one that was named last.
    YearBefore,
    /// 次年
    NextYear,
    /// 当年, 全年
    ThatYear,
    Month(i8),
    /// 当月: the month that was named last.
    ThatMonth,
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
    /// Whether what stands around it tells that it is one: letters, 所, 点.
    pub(in crate::facts) odd: bool,
    /// What makes another word of it where it follows, after which numerals.
    pub(in crate::facts) begins: Option<(&'static str, Of)>,
}

impl Unit {
    pub(super) fn new(printed: &'static str, canonical: &'static str, dimension: &'static str) -> Self {
        let odd = printed.is_ascii() && printed != "%" || matches!(printed, "所" | "点" | "起" | "里");
        let mut signs = printed.chars();
        let alone = signs.next().filter(|_| signs.next().is_none());
        Self { printed, canonical, dimension, odd, begins: alone.and_then(begins_word) }
    }
}

/// Which numerals the signs behind a unit are about.
#[derive(Clone, Copy, Debug)]
pub(in crate::facts) enum Of {
    Any,
    Arabic,
    Chinese,
}

impl Of {
    /// Whether a numeral is one of them, which has an Arabic digit or none.
    pub(in crate::facts) const fn fits(self, arabic: bool) -> bool {
        match self {
            Of::Any => true,
            Of::Arabic => arabic,
            Of::Chinese => !arabic,
        }
    }
}

/// What makes another word of a unit of one character where it follows: 年级, 元宇宙, 次生, 种植.
const fn begins_word(unit: char) -> Option<(&'static str, Of)> {
    Some(match unit {
        '所' => ("有在以需谓属长", Of::Any),
        '年' => ("级度代", Of::Any),
        '家' => ("庭长", Of::Chinese),
        '位' => ("于居列置数一", Of::Any),
        '名' => ("为称列副", Of::Any),
        '期' => ("间望", Of::Any),
        '届' => ("时", Of::Any),
        '元' => ("素宇化", Of::Any),
        '次' => ("生元日年于", Of::Any),
        '度' => ("过假", Of::Chinese),
        '层' => ("次级面", Of::Arabic),
        '种' => ("植业子养", Of::Any),
        '类' => ("似型", Of::Chinese),
        '支' => ("持撑柱付部", Of::Any),
        '台' => ("阶湾州风", Of::Any),
        '份' => ("额", Of::Any),
        '门' => ("类户店槛", Of::Any),
        '站' => ("式", Of::Any),
        '天' => ("使然津空", Of::Chinese),
        '只' => ("有要能是", Of::Any),
        '对' => ("于外接标一", Of::Any),
        '组' => ("织建成", Of::Any),
        '步' => ("骤", Of::Any),
        '片' => ("区", Of::Chinese),
        '克' => ("服", Of::Any),
        '米' => ("其", Of::Any),
        '单' => ("位个", Of::Any),
        '张' => ("江家", Of::Chinese),
        '起' => ("来步草源跑重点", Of::Any),
        _ => return None,
    })
}

/// What a comparator makes of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::facts) struct Meaning {
    pub(in crate::facts) comparator: Comparator,
    /// 近: just below; the number is the upper end.
    pub(in crate::facts) below: bool,
    pub(in crate::facts) approximate: bool,
}

pub(super) fn meaning(text: &str) -> Meaning {
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

pub(super) fn change(kind: &str, value: &str) -> ChangeWord {
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

pub(super) fn time(kind: &str, value: &str) -> TimeWord {
    let offset = value.parse().unwrap_or(0);
    match kind {
        "vague" => TimeWord::Vague,
        "now" => TimeWord::Now,
        "future" => TimeWord::Future,
        "year" => TimeWord::Year(offset),
        "years" => {
            let (from, to) = value.split_once('/').unwrap_or(("0", "0"));
            TimeWord::Years(from.parse().unwrap_or(0), to.parse().unwrap_or(0))
        }
        "year-before" => TimeWord::YearBefore,
        "next-year" => TimeWord::NextYear,
        "that-year" => TimeWord::ThatYear,
        "month" => TimeWord::Month(offset),
        "that-month" => TimeWord::ThatMonth,
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
