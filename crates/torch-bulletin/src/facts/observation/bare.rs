//! Levels without a name 无名水平值: 达到366.1亿元 is of what was measured before.

use super::Walk;
use crate::facts::calendar::Period;
use crate::facts::lexicon::ChangeWord;
use crate::facts::mark::Kind;
use crate::facts::quantity::Amount;
use crate::facts::words::{Words, has_two};
use crate::facts::{Comparator, PeriodRule, Rule, metric};

impl Walk<'_, '_, '_> {
    /// 达到366.1亿元 after 首次突破340亿元: the value of the bound before; any other is of the metric before.
    pub(super) fn bare_level(&mut self, amount: &Amount, item: usize, base: Option<Period>) {
        let first = self.recent();
        // 2022年达到56亿元: the day is none of its words.
        let dated =
            self.view.at(item).filter(|it| matches!(it.kind, Kind::Date(_)) && it.end <= amount.start);
        let words = dated.map_or(item.min(amount.start), |it| it.end);
        let said = &self.view.text[words..amount.start];
        // 2004年突破120亿元: the word of value is one of the amount's own. 2021年实现1186亿元: of another year.
        let dated_value = dated.is_some()
            && (said.is_empty() && amount.number > amount.start || matches!(said, "实现" | "完成" | "增至"));
        let value = dated_value || strip_value(said).is_empty() && !said.is_empty();
        let moved = self.view.at(item).is_some_and(|it| it.kind == Kind::Change(ChangeWord::Level));
        // 最高的达12亿元: of what was measured before.
        let extreme = ["最高", "最低", "最大", "最小", "最多", "最少", "最长", "最短"];
        if let Some(most) = extreme.into_iter().find(|it| said.starts_with(it))
            && let Some(last) = self.rows[first..].iter().rev().find(|it| it.row.unit == amount.quantity.unit)
        {
            let metric = last.row.metric.as_str();
            let metric = extreme.iter().find_map(|it| metric.strip_prefix(it)).unwrap_or(metric);
            let metric = format!("{most}{}", metric.trim_start_matches("平均"));
            self.push(item..amount.end, metric, Rule::MetricBefore, Some(amount), None);
            return;
        }
        let first_level = self.rows[first..].is_empty() && value;
        if first_level && let Some(metric) = self.told_before() {
            let at = self.push(item..amount.end, metric, Rule::MetricBefore, Some(amount), None);
            self.rows[at].level = true;
            return;
        }
        // 国家高新区增至178家: what the sentence is about is itself counted.
        if self.rows[first..].is_empty()
            && (value || moved)
            && let Some((subject, place)) = self.sentence.subject.clone()
            && place.end == item
            && subject.text.ends_with("高新区")
            && subject.zone.is_none()
            && matches!(amount.quantity.unit.map(|it| it.name), Some("家" | "个"))
        {
            self.sentence.subject = None;
            let text = String::from(&*subject.text);
            let at = self.push(place.start..amount.end, text, Rule::MetricBefore, Some(amount), None);
            self.rows[at].level = true;
            self.sentence.subject = Some((subject, place));
            return;
        }
        // 公寓8万平方米、1.1万套: the same counted otherwise.
        if let Some(last) = self.rows[first..].last()
            && last.row.unit != amount.quantity.unit
            && last.level
            && last.rule == Rule::MetricBefore
            && matches!(self.view.text.get(last.range.end..amount.start), Some("" | "、"))
        {
            let metric = last.row.metric.clone();
            self.push(amount.start..amount.end, metric, Rule::MetricBefore, Some(amount), None);
            return;
        }
        // 固定资产投资同比下降5%,完成156亿元: the level of what has changed.
        if matches!(said.trim(), "完成" | "实现" | "达到" | "达" | "为")
            && let Some(last) = self.rows[first..].last().filter(|it| it.row.measure.printed().is_none())
        {
            let metric = last.row.metric.clone();
            let at = self.push(item..amount.end, metric, Rule::MetricBefore, Some(amount), None);
            self.rows[at].level = true;
            return;
        }
        // 达到350亿元,较2017年的245亿元增长43%: the same in the year that is compared with.
        if base.is_some()
            && let Some(last) =
                self.rows[first..].last().filter(|it| it.row.unit == amount.quantity.unit && it.level)
        {
            let metric = last.row.metric.clone();
            let at = self.push(item..amount.end, metric, Rule::MetricBefore, Some(amount), None);
            let row = &mut self.rows[at];
            (row.row.period, row.row.period_rule, row.base) = (base, PeriodRule::Sentence, true);
            return;
        }
        let Some(last) = self.rows[first..].last_mut().filter(|it| it.row.unit == amount.quantity.unit)
        else {
            return;
        };
        let bound = matches!(last.row.measure.comparator, Comparator::Above | Comparator::AtLeast);
        if bound && value && last.level && last.range.end <= amount.start {
            last.row.measure = amount.quantity.measure;
            last.range.end = amount.end;
            return;
        }
        if value || moved {
            let metric = last.row.metric.clone();
            let at = self.push(item..amount.end, metric, Rule::MetricBefore, Some(amount), None);
            self.rows[at].level = true;
            if let Some(point) = self.point.take() {
                (self.rows[at].row.period, self.rows[at].row.period_rule) =
                    (Some(point), PeriodRule::Sentence);
            }
        }
    }

    /// 孵化器数量 of 孵化器数量居全国第1位,共133家: what the clause before has ranked, or has brought past a bound in words:
    /// 授权量突破千件大关,达1086件; or whose way it has told: 利润总额由降转增,增长4.2%.
    pub(super) fn told_before(&self) -> Option<String> {
        let view = self.view;
        let comma = view.marks.partition_point(|it| it.end <= self.clause_start).checked_sub(1)?;
        if view.marks[comma].kind != Kind::Comma {
            return None;
        }
        let (_, start) = view.clause(comma);
        // A ranking is short; a clause may be any length.
        let start = start.max(view.text.floor_char_boundary(view.marks[comma].start.saturating_sub(180)));
        let start = self.sentence.subject.as_ref().map_or(start, |it| it.1.end.max(start));
        let clause = view.text.get(start..view.marks[comma].start)?;
        let bounded = clause.ends_with("大关") || clause.ends_with("关口");
        static WAYS: Words = Words::new(&[
            "由降转增",
            "由增转降",
            "由负转正",
            "由正转负",
            "止跌回升",
            "实现正增长",
            "保持增长",
            "快速增长",
            "较快增长",
            "稳步增长",
            "平稳增长",
            "持续增长",
            "稳中有升",
            "再创新高",
            "创历史新高",
        ]);
        let (end, known) = if let Some(way) = WAYS.ends(clause) {
            (clause.len() - way.len(), true)
        } else if bounded {
            let words = ["首次突破", "突破", "跨过", "越过", "迈过", "跨越", "迈上", "超过"];
            (words.iter().filter_map(|it| clause.find(it)).min()?, true)
        } else {
            let words = ["位居", "位列", "排名", "居", "列"];
            let rank = words.iter().filter_map(|it| clause.find(it)).min()?;
            (rank, clause[rank..].contains('第'))
        };
        let metric = metric::before(view, start, start + end);
        let metric = view.text[metric].to_owned();
        (known && has_two(&metric)).then_some(metric)
    }
}

/// Without the words of value at the end of 占兰州市比重近.
pub(super) fn strip_value(of: &str) -> &str {
    static VALUES: Words = Words::new(&[
        "达到", "达", "为", "约", "近", "超", "超过", "到", "的", "共计", "共有", "共", "均", "仅", "也",
    ]);
    VALUES.strip_ends(of)
}

/// 10万瓦光纤激光器, 128层芯片: the measure is a part of a product's name.
pub(super) fn is_attribute(amount: &Amount) -> bool {
    let unit = amount.quantity.unit.map_or("", |unit| unit.name);
    let dimension = amount.quantity.dimension.unwrap_or_default();
    matches!(
        dimension,
        "power"
            | "pressure"
            | "voltage"
            | "information"
            | "computing"
            | "force"
            | "frequency"
            | "temperature"
            | "charge"
    ) || matches!(unit, "层" | "轴" | "英寸" | "纳米" | "微米" | "毫米" | "吨级" | "米级" | "兆")
}
