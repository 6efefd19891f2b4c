//! The head of a column 表头: what its numbers measure, in which unit, of when.

use super::Reader;
use crate::facts::calendar::{Day, Period};
use crate::facts::mark::{Kind, Mark};
use crate::facts::quantity;
use crate::facts::words::Words;
use crate::facts::{Basis, Decimal, Quantity};

/// What a head, or the label of a row, says.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) what: What,
    pub(super) period: Option<Period>,
    /// One of its unit: 10000元 of （万元）.
    pub(super) unit: Option<Quantity>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// 营业收入
    Metric(String),
    /// 数值, 2021年: of what, is said by the label of the row.
    Value,
    /// 同比增长: how the number to the left has changed; and whether a positive one is a fall.
    Rate(Basis, bool),
    /// 计量单位: the unit of the row.
    Unit,
    /// 序号: nothing that was measured.
    Nothing,
}

impl Head {
    /// A head over two rows: 2021年 over 营业收入（亿元）, 营业收入 over 增长（%）.
    pub(super) fn under(self, over: &Head) -> Head {
        let what = match (&over.what, self.what) {
            (What::Metric(over), What::Metric(own)) => What::Metric(format!("{over}{own}")),
            (What::Metric(over), What::Value) => What::Metric(over.clone()),
            (_, own) => own,
        };
        Head { what, period: self.period.or(over.period), unit: self.unit.or(over.unit) }
    }
}

/// Words of a number whose metric the label of its row is.
static VALUES: Words = Words::new(&[
    "数值",
    "数量",
    "数额",
    "数据",
    "绝对额",
    "绝对值",
    "绝对数",
    "绝对量",
    "总量",
    "金额",
    "实绩",
    "完成额",
    "完成值",
    "完成数",
    "实际完成",
    "累计",
    "累计数",
    "累计完成",
    "全年",
    "全年累计",
    "合计",
    "总计",
    "本期",
    "本月",
    "当月",
    "本年",
    "指标值",
    "统计值",
]);

/// Words of how the number to the left has changed, and nothing else.
static RATES: Words = Words::new(&[
    "增长",
    "增速",
    "增幅",
    "增长率",
    "增长速度",
    "增减",
    "增减率",
    "涨幅",
    "降幅",
    "下降",
    "变化",
    "同比",
    "同比增长",
    "同比增速",
    "同比增幅",
    "同比增减",
    "同比增长率",
    "同比变化",
    "同比下降",
    "同比±",
    "年增长率",
    "年增长",
    "环比",
    "环比增长",
    "环比增速",
    "环比增幅",
    "环比增减",
    "比上年增长",
    "比上年增减",
    "比上年",
    "比上年同期增长",
    "比上年同期增减",
    "较上年增长",
    "较上年增减",
    "较上年",
    "较上年同期增长",
    "比去年增长",
    "较去年增长",
    "比去年同期增长",
    "较去年同期增长",
    "上年增长",
]);

/// Heads of numbers that measure nothing.
static NOTHING: Words = Words::new(&[
    "序号",
    "编号",
    "排序",
    "排名",
    "名次",
    "位次",
    "代码",
    "年份",
    "年度",
    "年",
    "月份",
    "时间",
    "日期",
    "电话",
    "联系电话",
    "邮编",
    "邮政编码",
    "成立时间",
    "获批时间",
    "批准时间",
    "注册时间",
    "备注",
    "NO.",
    "No.",
]);

impl Reader<'_> {
    /// Reads a head or a label.
    pub(super) fn head(&mut self, text: &str) -> Head {
        let (mut name, mut unit, mut period) = (text, None, None);
        if let Some((before, inner)) = bracket(text) {
            unit = unit_of(inner);
            period = if unit.is_none() { self.period(inner) } else { None };
            name = if unit.is_some() || period.is_some() { before } else { name };
        } else if let Some((before, found)) = bare_unit(text) {
            (name, unit) = (before, Some(found));
        }
        if !VALUES.has(name)
            && !RATES.has(name)
            && let Some((found, rest)) = self.dated(name)
        {
            (name, period) = (rest, Some(found));
        }
        let what = match name {
            "" if period.is_some() || unit.is_some() => What::Value,
            "" => What::Nothing,
            "单位" | "计量单位" => What::Unit,
            name if VALUES.has(name) => What::Value,
            name if RATES.has(name) => What::Rate(basis(name), name.contains('降')),
            name if NOTHING.has(name) => What::Nothing,
            name => What::Metric(name.to_owned()),
        };
        Head { what, period, unit }
    }

    /// The period that a text is and nothing else.
    pub(super) fn period(&mut self, text: &str) -> Option<Period> {
        self.dated(text).filter(|it| it.1.is_empty()).map(|it| it.0)
    }

    /// The period at the head of a text, and what follows. 1-6月 is of the year that the caption names.
    fn dated<'n>(&mut self, text: &'n str) -> Option<(Period, &'n str)> {
        if let Some(year) = year(text) {
            return Some((Period::Point(Day::year(year)), ""));
        }
        let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十上下前全“第".contains(c);
        if !text.starts_with(number) {
            return None;
        }
        self.date_at_head(text).or_else(|| {
            let year = format!("{}年", self.year?);
            let dated = format!("{year}{text}");
            let (period, rest) = self.date_at_head(&dated)?;
            let own = rest.len() < text.len();
            own.then(|| (period, &text[text.len() - rest.len()..]))
        })
    }

    /// The date with a printed year at the head of a text; one without its year where the caption names none either.
    fn date_at_head<'n>(&mut self, text: &'n str) -> Option<(Period, &'n str)> {
        self.marks.read(text, self.calendar);
        let &Mark { start: 0, end, kind: Kind::Date(index) } = self.marks.marks.first()? else { return None };
        let date = self.marks.dates[index as usize];
        let printed = date.basis == Some(crate::facts::DateBasis::Explicit) || self.year.is_none();
        let value = date.value.filter(|it| printed && !matches!(it, Period::Length(..)))?;
        let rest = &text[end..];
        Some((value, rest.strip_prefix(['的', ' ']).unwrap_or(rest)))
    }
}

/// The year that a text of four digits is.
pub(super) fn year(text: &str) -> Option<i16> {
    let year = text.parse().ok().filter(|it| (1949..2100).contains(it));
    year.filter(|_| text.len() == 4 && text.as_bytes()[0].is_ascii_digit())
}

/// One of a unit: 10000元 of 万元, 1家 of 家; `None` where the words are no unit.
pub(super) fn unit_of(words: &str) -> Option<Quantity> {
    let words = words.strip_prefix("单位").map_or(words, |it| it.trim_start_matches(['：', ':', ' ']));
    // No unit is as long.
    if words.is_empty() || words.len() > 30 {
        return None;
    }
    let one = format!("1{words}");
    let found = quantity::amount(&one, 0, 0)?;
    let whole = found.end == one.len() && found.quantity.unit.is_some() && found.start == 0;
    // （2年以上）: a bound, and no unit.
    let equal = found.quantity.measure.value().is_some();
    (whole && equal && found.quantity.dimension != Some("time")).then_some(found.quantity)
}

/// What stands before a bracket at the end of a text, and in it.
pub(super) fn bracket(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_suffix(['）', ')'])?;
    let open = inside.rfind(['（', '('])?;
    let inner = inside[open..].trim_start_matches(['（', '(']);
    Some((&inside[..open], inner))
}

/// 增长%, 营业收入/亿元: a unit without brackets.
fn bare_unit(text: &str) -> Option<(&str, Quantity)> {
    let (before, unit) = match text.strip_suffix('%') {
        Some(before) => (before, "%"),
        None => text.rsplit_once(['/', ':', '：'])?,
    };
    Some((before, unit_of(unit).filter(|_| !before.is_empty())?))
}

fn basis(name: &str) -> Basis {
    if name.contains("环比") {
        return Basis::MonthOnMonth;
    }
    let year = ["同比", "上年", "去年"].iter().any(|it| name.contains(it));
    if year { Basis::YearOnYear } else { Basis::Unspecified }
}

/// The number that a cell is and nothing else, with its unit where it is printed.
pub(super) fn number(text: &str) -> Option<Quantity> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let digit = text.find(|c: char| c.is_ascii_digit()).filter(|&it| it <= 12)?;
    let found = quantity::amount(text, digit, 0)?;
    let whole = found.start == 0 && found.end == text.len();
    (whole && found.quantity.dimension != Some("time")).then_some(found.quantity)
}

/// A number counted in a unit: 366.1 of 亿元 is 36610000000元. Its own unit goes before.
pub(super) fn counted(number: Quantity, unit: Option<Quantity>) -> Option<Quantity> {
    let (None, Some(unit)) = (number.unit, unit) else { return Some(number) };
    let one: Decimal = unit.measure.value()?;
    let times = |end: Option<Decimal>| match end {
        Some(it) => it.mul(one).map(Some),
        None => Some(None),
    };
    let mut measure = number.measure;
    (measure.low, measure.high) = (times(measure.low)?, times(measure.high)?);
    Some(Quantity { measure, ..unit })
}
