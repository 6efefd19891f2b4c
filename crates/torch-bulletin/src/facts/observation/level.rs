//! Levels 水平值: an amount becomes a row with the metric before or after it.

use std::ops::Range;

use super::{Walk, strip_value};
use crate::facts::calendar::Period;
use crate::facts::lexicon::ChangeWord;
use crate::facts::mark::Kind;
use crate::facts::quantity::Amount;
use crate::facts::subject::Subject;
use crate::facts::words::Words;
use crate::facts::{Comparator, PeriodRule, Rule, metric};

impl Walk<'_, '_, '_> {
    pub(super) fn level(&mut self, mark: usize, amount: &Amount) {
        let view = self.view;
        let item = self.start_of(mark);
        let before = metric::before(view, item, amount.start);
        let limit = view.item_end(mark);
        let after = metric::after(view, amount.end, limit);
        let base = self.base_of(mark);
        let use_after = base.is_none() && self.metric_follows(amount, &before, &after);
        if before.is_empty() && !use_after {
            self.bare_level(amount, item);
            return;
        }
        let (metric, rule) =
            if use_after { (after.clone(), Rule::MetricAfter) } else { (before.clone(), Rule::MetricBefore) };
        if !after.is_empty() && is_attribute(amount) {
            return;
        }
        let text = view.text[metric.clone()].trim().to_owned();
        if text.chars().count() < 2 && !text.contains("值") {
            self.bare_level(amount, item);
            return;
        }
        let start = if use_after { self.verb_before(mark, amount) } else { metric.start };
        let range = start.min(metric.start)..amount.end.max(metric.end);
        let at = self.push(range, text, rule, Some(amount), None);
        let row = &mut self.rows[at];
        if let Some(period) = base {
            row.row.period = period;
            row.row.period_rule = PeriodRule::Sentence;
            row.base = true;
        } else {
            let first = self.recent();
            self.rows[first..].iter_mut().for_each(|it| it.level = false);
            self.rows[at].level = true;
        }
        // 近150家国家高新区已组织…: what follows is about them.
        if use_after
            && amount.start == self.clause_start
            && view.at(metric.end).is_some_and(|it| matches!(it.kind, Kind::Adverb | Kind::Verb))
        {
            let words = amount.start..metric.end;
            let subject = Subject { text: view.text[words.clone()].to_owned(), zone: None, event: false };
            let before = self.sentence.subject.replace((subject, words));
            self.before_count.get_or_insert(before);
        }
    }

    /// Where the verb right before an amount begins: 发布 of 发布近5500个岗位; else where the amount does.
    fn verb_before(&self, mark: usize, amount: &Amount) -> usize {
        let verb = mark.checked_sub(1).map(|it| self.view.marks[it]).filter(|it| it.kind == Kind::Verb);
        let near = verb.filter(|it| {
            it.start >= self.clause_start
                && matches!(self.view.text.get(it.end..amount.start), Some("" | "了"))
        });
        near.map_or(amount.start, |it| it.start)
    }

    /// 达到366.1亿元 after 首次突破340亿元: the value of the bound before; any other is of the metric before.
    fn bare_level(&mut self, amount: &Amount, item: usize) {
        let first = self.recent();
        let said = &self.view.text[item.min(amount.start)..amount.start];
        let value = strip_value(said).is_empty() && !said.is_empty();
        let moved = self.view.at(item).is_some_and(|it| it.kind == Kind::Change(ChangeWord::Level));
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
        }
    }

    /// The period of an amount that others are compared with: 2013年生产总值257亿元 after 较; `None` for any other.
    pub(super) fn base_of(&self, mark: usize) -> Option<Option<Period>> {
        let (first, clause) = self.view.clause(mark);
        let item = self.view.item(mark).max(clause);
        let date = (first..mark)
            .rev()
            .take(12)
            .find(|&it| self.view.date(it).is_some() && self.view.marks[it].start >= item)?;
        if !self.is_base(date) {
            return None;
        }
        self.view.date(date).map(|it| it.value)
    }

    fn metric_follows(&self, amount: &Amount, before: &Range<usize>, after: &Range<usize>) -> bool {
        if after.is_empty() {
            return false;
        }
        if before.is_empty()
            || self.view.at(before.start).is_some_and(|it| it.kind == Kind::Verb && it.end >= before.end)
        {
            return true;
        }
        let rest = &self.view.text[amount.end..];
        let counted = matches!(
            amount.quantity.dimension,
            Some("count" | "people" | "organisations" | "generic" | "classifier")
        ) || !matches!(
            amount.quantity.dimension,
            Some(
                "money"
                    | "ratio"
                    | "area"
                    | "energy"
                    | "mass"
                    | "volume"
                    | "percentage points"
                    | "power"
                    | "length"
                    | "time"
            )
        );
        if rest.starts_with('的') {
            // 2000万元的基金; but 强度达到5%的企业 is of the strength.
            let said = &self.view.text[..amount.number];
            static VALUES: Words = Words::new(&["达到", "达", "为", "超过", "突破", "超"]);
            return VALUES.ends(said).is_none();
        }
        // 企业获得千万元融资
        let object = self.view.within(before.start, before.end).last().is_some_and(|it| {
            it.kind == Kind::Verb
                && it.end == before.end
                && !metric::NOUNS.has(&self.view.text[it.start..it.end])
        });
        if object {
            return true;
        }
        let verb = self.view.at(amount.end).is_some_and(|it| it.kind == Kind::Verb);
        counted && !verb
    }

    /// Whether an amount is a figure of its subject: no length of time, no announcement, no name, no target.
    pub(super) fn is_row(&self, mark: usize, amount: &Amount) -> bool {
        let view = self.view;
        let unit = amount.quantity.unit.map_or("", |unit| unit.name);
        let time = amount.quantity.dimension == Some("time");
        if time
            || matches!(
                unit,
                "点" | "方面"
                    | "步"
                    | "讲"
                    | "课时"
                    | "学时"
                    | "届"
                    | "倍"
                    | "岁"
                    | "度"
                    | "页"
                    | "世纪"
                    | "批"
                    | "轮"
            )
        {
            return false;
        }
        let value = amount.quantity.measure.printed().map_or(0.0, |it| it.to_f64());
        let counts = value >= 100.0 && amount.quantity.unit.is_some();
        if !(amount.arabic || unit == "%" || counts) {
            return false;
        }
        // “专精特新10条”: the number of a name.
        let next = view.marks.get(mark + 1);
        if next.is_some_and(|it| it.kind == Kind::CloseQuote && it.start == amount.end) {
            return false;
        }
        // 提出3点要求: ….
        let end = view.item_end(mark);
        static ANNOUNCED: Words = Words::new(&[
            "要求", "意见", "建议", "措施", "举措", "启示", "原则", "方面", "特点", "工作", "任务",
        ]);
        if view.text[end..].starts_with([':', '：']) && ANNOUNCED.ends(&view.text[amount.end..end]).is_some()
        {
            return false;
        }
        !self.is_target(amount.start)
    }
}

/// 10万瓦光纤激光器, 128层芯片: the measure is a part of a product's name.
fn is_attribute(amount: &Amount) -> bool {
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
