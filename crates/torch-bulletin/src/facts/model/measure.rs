//! Numbers as facts have them 数值: with bounds and units, and how they have changed.

use std::sync::Arc;

use crate::facts::{Decimal, Period};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How a number bounds what was counted.
    pub enum Comparator {
        /// 达, 为, or nothing.
        Equal = "=",
        /// 突破, 超, 余, 多
        Above = ">",
        /// 以上, 不低于
        AtLeast = ">=",
        /// 不足, 不到
        Below = "<",
        /// 以下, 最高
        AtMost = "<=",
        /// 约, 近, 左右
        About = "~",
    }
}

/// A number with its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The lower end; `None` where it is open.
    pub low: Option<Decimal>,
    /// The upper end; `None` where it is open.
    pub high: Option<Decimal>,
    /// What stands beside the number.
    pub comparator: Comparator,
    /// Whether the number is rounded: 余, 多, 近, 约, 左右.
    pub approximate: bool,
}

impl Measure {
    /// The number, where both ends are one.
    pub fn value(&self) -> Option<Decimal> {
        if self.low == self.high { self.low } else { None }
    }

    /// The number that is printed: the one end that is not open, or the lower one.
    pub fn printed(&self) -> Option<Decimal> {
        self.low.or(self.high)
    }
}

/// A count or measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// How much; 千, 万, 亿 are in it.
    pub measure: Measure,
    /// The unit in its canonical form: 元, 人, 平方米.
    pub unit: Option<Unit>,
    /// What it measures: `money`, `people`, `area`, `ratio`, `count` …
    pub dimension: Option<&'static str>,
}

/// A unit, and what it is measured by: 元/亩.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// The unit: 元.
    pub name: &'static str,
    /// The unit below the line: 亩.
    pub per: Option<&'static str>,
}

impl std::fmt::Display for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.per {
            Some(per) => write!(f, "{}/{per}", self.name),
            None => f.write_str(self.name),
        }
    }
}

vocabulary! {
    /// Which way a change goes.
    pub enum Direction {
        /// 增长, 提高
        Up = "up",
        /// 下降, 收窄
        Down = "down",
        /// 持平
        Flat = "flat",
        /// 占…的N%, 是…的N倍: a part or a multiple.
        Ratio = "ratio",
    }
}

/// What a change is measured against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// 同比, 较上年: a year before.
    YearOnYear,
    /// 环比: the month or quarter before.
    MonthOnMonth,
    /// 较2012年: a period that is named.
    Period(Period),
    /// 占全省: a share of a whole.
    Share,
    /// Nothing is said.
    Unspecified,
}

/// A growth or a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which way.
    pub direction: Direction,
    /// By how much, in the unit; 0 for 持平, 2倍 for 翻一番 (what it has become, 4倍 for 翻两番), `None` where no number is printed.
    pub value: Option<Decimal>,
    /// `%`, `百分点`, `倍`, or the unit of a difference.
    pub unit: Option<Unit>,
    /// Against what.
    pub basis: Basis,
    /// The period of the base, where it can be told.
    pub base_period: Option<Period>,
    /// The whole of a share (全省 of 占全省的三成), or who else a gap is to (全省 of 高于全省2个百分点), as printed.
    pub whole: Option<Arc<str>>,
}

impl Change {
    /// The basis as one text: `yoy`, `mom`, `vs 2012`, `vs 全省`, `share of 全省`, `unspecified`: a share too, where its whole is not
    /// told.
    pub fn basis_text(&self) -> String {
        match (&self.basis, &self.whole) {
            (Basis::YearOnYear, _) => "yoy".to_owned(),
            (Basis::MonthOnMonth, _) => "mom".to_owned(),
            (Basis::Period(period), _) => format!("vs {period}"),
            (Basis::Share, Some(whole)) => format!("share of {whole}"),
            (Basis::Unspecified, Some(other)) => format!("vs {other}"),
            (Basis::Share | Basis::Unspecified, None) => "unspecified".to_owned(),
        }
    }
}
