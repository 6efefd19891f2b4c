//! Tables 表: the numbers of a table as observations, where its heads make certain what each of them is.
//!
//! ```text
//! 园区    企业数（家）  营业收入（亿元）  增长（%）      the label is the subject, the head the metric
//! 年份    企业数（家）  营业收入（亿元）                the label is the period
//! 指标    单位   2021年   2022年   增长（%）           the label is the metric, the head the period
//! ```
//! A column is read where its head is words and every cell under it a number; a unit and a period that the head does not
//! print are those of the caption. A column of rates goes to the number to the left of it. Any other table has no rows.

mod above;
mod head;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::calendar::Period;
use super::date::Calendar;
use super::mark::{Kind, Mark, Marks};
use super::normal::Normal;
use super::observation::Context;
use super::subject;
use super::words::Words;
use super::{
    Basis, Change, Comparator, Decimal, Direction, Measure, Observation, PeriodRule, Quantity, Rule,
    SubjectRule, Value,
};
use crate::{Text, is_blank};
use above::Above;
use head::{Head, What, bracket, counted, number, unit_of, year};

/// What a cell of a table says.
pub(super) struct Told {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) value: Value,
    pub(super) rule: Rule,
}

/// What the words of a table are read with.
struct Reader<'c> {
    marks: Marks,
    calendar: &'c Calendar,
    /// The year that the caption names.
    year: Option<i16>,
}

/// What the labels of the rows are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Labels {
    Subjects,
    Periods,
    Metrics,
}

/// A table whose heads have been read.
struct Sheet<'a> {
    reader: Reader<'a>,
    above: Above,
    texts: Vec<Vec<String>>,
    /// The heads of the columns, and the row under them.
    heads: Vec<Head>,
    first: usize,
    /// The column of the labels, and what they are.
    label: usize,
    labels: Labels,
    /// Whether the labels are names of zones, with or without 高新区.
    zones: bool,
    /// Columns of numbers.
    numbers: Vec<bool>,
}

/// What the cells of a table say, in printed order: observations, and the changes of columns of rates. `above` is the caption
/// and the notes right over it.
pub(super) fn told(
    source: &str,
    rows: &[Vec<Option<Text>>],
    above: &[&Text],
    calendar: &Calendar,
    context: &Context,
) -> Vec<Told> {
    // Rows of one width, as the parser makes them; a tree made by hand may have others.
    let width = rows.first().map_or(0, Vec::len);
    if width == 0 || rows.iter().any(|row| row.len() != width) {
        return Vec::new();
    }
    let plain = |text: &Text| plain(&text.of(source));
    let texts =
        rows.iter().map(|row| row.iter().map(|it| it.as_ref().map_or_else(String::new, plain)).collect());
    let mut reader = Reader { marks: Marks::default(), calendar, year: None };
    let words = |it: &&Text| Normal::of(&it.of(source)).text().to_owned();
    let mut above: Vec<String> = above.iter().map(words).collect();
    let mut texts: Vec<Vec<String>> = texts.collect();
    // 单位：亿元 as a row of its own.
    while let Some(row) = texts.first()
        && let mut filled = row.iter().filter(|it| !it.is_empty())
        && let Some(text) = filled.next().filter(|it| it.starts_with("单位"))
        && filled.next().is_none()
    {
        above.push(text.clone());
        texts.remove(0);
    }
    let skipped = rows.len() - texts.len();
    let above = Above::read(&above, &mut reader);
    let Some(mut sheet) = Sheet::read(texts, above, reader) else { return Vec::new() };
    let mut told = Vec::new();
    for row in sheet.first..sheet.texts.len() {
        sheet.row(row, context, |column, value, rule| {
            told.push(Told { row: row + skipped, column, value, rule });
        });
    }
    told
}

/// The words of a cell without the blanks that only set them apart.
fn plain(text: &str) -> String {
    let normal = Normal::of(text);
    let text = normal.text().trim_matches(is_blank);
    if text.contains(|c: char| c.is_ascii_alphabetic()) {
        return text.to_owned();
    }
    text.chars().filter(|&c| !is_blank(c)).collect()
}

/// Whether a cell says that there is no number.
fn is_empty(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '—' | '–' | '－' | '/' | '…' | '·'))
}

impl<'a> Sheet<'a> {
    /// Reads the heads of a table; `None` where they do not make certain what its numbers are.
    fn read(texts: Vec<Vec<String>>, above: Above, mut reader: Reader<'a>) -> Option<Self> {
        let words = |text: &String| number(text).is_none() || year(text).is_some();
        let top = texts.first().filter(|row| row.iter().skip(1).all(words) && words(&row[0]))?;
        // A second row of heads has nothing under the head of the labels.
        let second = texts.get(1).filter(|row| row[0].is_empty() && row.iter().skip(1).all(words));
        let first = 1 + usize::from(second.is_some());
        let mut heads: Vec<Head> = Vec::with_capacity(top.len());
        let mut over: Option<Head> = None;
        for (column, text) in top.iter().enumerate() {
            let own = reader.head(text);
            let head = match second.map(|row| row[column].as_str()).filter(|it| !it.is_empty()) {
                Some(under) => {
                    over = if text.is_empty() { over } else { Some(own) };
                    let under = reader.head(under);
                    over.as_ref().map_or(under.clone(), |over| under.under(over))
                }
                None => own,
            };
            heads.push(head);
        }
        let body = texts.get(first..).filter(|it| !it.is_empty())?;
        let number = |column: usize| {
            let mut cells = body.iter().map(|row| row[column].as_str()).filter(|it| !is_empty(it)).peekable();
            cells.peek().is_some() && cells.all(|it| number(it).is_some())
        };
        let numbers: Vec<bool> = (0..heads.len()).map(number).collect();
        let dated = ["年份", "年度", "时间", "年", "月份"].contains(&top[0].as_str());
        let label = (0..heads.len()).find(|&it| !numbers[it] || it == 0 && dated)?;
        // Before the labels stand numbers of the rows, at most.
        if heads[..label].iter().any(|it| it.what != What::Nothing) {
            return None;
        }
        let mut names = body.iter().map(|row| row[label].as_str()).filter(|it| !it.is_empty());
        let periods = names.all(|it| reader.period(it).is_some());
        let metrics = heads.iter().zip(&numbers).skip(label + 1).filter(|it| *it.1);
        let metrics = metrics.filter(|it| matches!(it.0.what, What::Metric(_))).count();
        static OF_METRICS: Words = Words::new(&["项目", "类别", "类型"]);
        let head = top[label].as_str();
        let listed = head.contains("指标") || OF_METRICS.has(head);
        let labels = match (periods, metrics) {
            (true, 0) | (false, 0) if !listed || periods => return None,
            (true, _) => Labels::Periods,
            (false, 0) => Labels::Metrics,
            // 指标 over the labels, and other words over the numbers: both may be the metric.
            (false, _) if head.contains("指标") => return None,
            (false, _) => Labels::Subjects,
        };
        let zones = head.contains("高新区");
        Some(Self { reader, above, heads, first, label, labels, zones, numbers, texts })
    }

    /// The rows and changes of one row of the table.
    fn row(&mut self, row: usize, context: &Context, mut found: impl FnMut(usize, Value, Rule)) {
        let label = self.texts[row][self.label].clone();
        if label.is_empty() {
            return;
        }
        let name = if self.labels == Labels::Metrics { metric_of(&label) } else { None };
        let own = if self.labels == Labels::Periods { self.reader.period(&label) } else { None };
        let (subject, subject_rule, zone) = match self.labels {
            Labels::Subjects => (Some(Arc::from(label.as_str())), SubjectRule::Table, self.zone_of(&label)),
            Labels::Periods | Labels::Metrics => match &self.above.subject {
                Some(subject) => (Some(subject.text.clone()), SubjectRule::Table, subject.zone),
                None => context.subject(),
            },
        };
        let unit = self.heads.iter().position(|it| it.what == What::Unit);
        let unit = unit.and_then(|column| unit_of(&self.texts[row][column]));
        for column in (self.label + 1..self.heads.len()).filter(|&it| self.numbers[it]) {
            let head = &self.heads[column];
            let (metric, of_label, rule) = match (&head.what, &name) {
                (What::Rate(..), _) => {
                    let period = self.level_of(column).and_then(|it| self.period(it, own).0);
                    if let Some(change) = self.rate(row, column, period) {
                        found(column, Value::Change(change), Rule::GrowthRate);
                    }
                    continue;
                }
                (What::Metric(metric), None) => (metric, None, Rule::MetricOfColumn),
                (What::Value, Some((metric, of_label))) => (metric, *of_label, Rule::MetricOfRow),
                _ => continue,
            };
            let Some(number) = number(&self.texts[row][column]) else { continue };
            let above = self.above.unit.filter(|_| !is_pure(metric));
            let Some(level) = counted(number, head.unit.or(of_label).or(unit).or(above)) else { continue };
            let (period, period_rule) = self.period(column, own);
            let next = self.heads.get(column + 1).filter(|it| matches!(it.what, What::Rate(..)));
            let change = next.and_then(|_| self.rate(row, column + 1, period));
            let (measure, unit, change) = match grown(metric, &level) {
                Some(change) => {
                    let nothing =
                        Measure { low: None, high: None, comparator: Comparator::Equal, approximate: false };
                    (nothing, None, Some(change))
                }
                None => (level.measure, level.unit, change),
            };
            let (subject, metric) = (subject.clone(), metric.clone());
            let observation = Observation {
                subject,
                subject_rule,
                zone,
                metric,
                period,
                period_rule,
                measure,
                unit,
                change,
            };
            found(column, Value::Observation(Box::new(observation)), rule);
        }
    }

    /// The zone that a label is.
    fn zone_of(&mut self, label: &str) -> Option<&'static str> {
        self.reader.marks.read(label, self.reader.calendar);
        let &[Mark { start: 0, end, kind }] = self.reader.marks.marks.as_slice() else { return None };
        match kind {
            Kind::Zone(zone) => Some(zone),
            Kind::Place(zone) if self.zones => Some(zone),
            _ => None,
        }
        .filter(|_| end == label.len())
        .map(|zone| super::lexicon::TABLES.zone_name(zone))
    }

    /// When the number of a column was so: by its head, the label of its row, or the caption.
    fn period(&self, column: usize, own: Option<Period>) -> (Option<Period>, PeriodRule) {
        let period = self.heads[column].period.or(own).or(self.above.period);
        (period, if period.is_some() { PeriodRule::Table } else { PeriodRule::None })
    }

    /// The column of the numbers that a column of rates goes to: the one to the left of it.
    fn level_of(&self, column: usize) -> Option<usize> {
        let left = column.checked_sub(1).filter(|&it| it > self.label && self.numbers[it])?;
        matches!(self.heads[left].what, What::Metric(_) | What::Value).then_some(left)
    }

    /// The change that a cell of a column of rates says; one without % is none.
    fn rate(&self, row: usize, column: usize, period: Option<Period>) -> Option<Change> {
        let Head { what: What::Rate(basis, fall), unit, .. } = &self.heads[column] else { return None };
        self.level_of(column)?;
        let rate = counted(number(&self.texts[row][column])?, *unit)?;
        let last = (*basis == Basis::YearOnYear).then(|| period.map(|it| it.years_later(-1)));
        Some(Change { base_period: last.flatten(), basis: basis.clone(), ..change(&rate, *fall)? })
    }
}

/// The metric that a label is, and its unit: 其中：出口额（万美元）.
fn metric_of(label: &str) -> Option<(String, Option<Quantity>)> {
    let label = &label[subject::enumerator(label)..];
    let label = label.strip_prefix("其中").unwrap_or(label).trim_start_matches(['：', ':', '#']);
    let (name, unit) = match bracket(label).and_then(|(name, inner)| Some((name, unit_of(inner)?))) {
        Some((name, unit)) => (name, Some(unit)),
        None => (label, None),
    };
    (!name.is_empty()).then(|| (name.to_owned(), unit))
}

/// A rate as a change: −5.1 is a fall by 5.1.
fn change(rate: &Quantity, fall: bool) -> Option<Change> {
    let unit = rate.unit.filter(|unit| matches!(unit.name, "%" | "百分点"))?;
    let value = rate.measure.value()?;
    let direction = match (value == Decimal::ZERO, (value < Decimal::ZERO) != fall) {
        (true, _) => Direction::Flat,
        (_, true) => Direction::Down,
        (_, false) => Direction::Up,
    };
    let value = if value < Decimal::ZERO { value.negated() } else { value };
    let (basis, base_period, whole) = (Basis::Unspecified, None, None);
    Some(Change { direction, value: Some(value), unit: Some(unit), basis, base_period, whole })
}

/// 营业收入增速: a metric that is a rate itself.
fn grown(metric: &str, rate: &Quantity) -> Option<Change> {
    static RATES: Words = Words::new(&["增速", "增幅", "增长", "增长率", "增长速度", "降幅", "下降"]);
    let word = RATES.ends(metric)?;
    let change = change(rate, word.contains('降'))?;
    let year = ["同比", "上年", "去年"].iter().any(|it| metric.contains(it));
    Some(Change { basis: if year { Basis::YearOnYear } else { Basis::Unspecified }, ..change })
}

/// 企业数, 增长率: what the unit of the caption, 单位：亿元, is not of.
fn is_pure(metric: &str) -> bool {
    static PURE: Words = Words::new(&[
        "数",
        "数量",
        "率",
        "比重",
        "占比",
        "比例",
        "强度",
        "增速",
        "增幅",
        "增长",
        "人员",
        "人才",
        "企业",
        "机构",
        "项目",
        "专利",
        "平台",
        "载体",
        "孵化器",
        "商标",
        "指数",
    ]);
    PURE.ends(metric).is_some()
}
