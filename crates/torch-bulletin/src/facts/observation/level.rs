//! Levels 水平值: an amount becomes a row with the metric before or after it.

use std::ops::Range;

use super::{Walk, strip_value};
use crate::facts::calendar::Period;
use crate::facts::lexicon::ChangeWord;
use crate::facts::mark::Kind;
use crate::facts::quantity::Amount;
use crate::facts::subject::{self, Subject};
use crate::facts::words::{Words, has_two};
use crate::facts::{Comparator, PeriodRule, Rule, SubjectRule, metric};

impl Walk<'_, '_, '_> {
    pub(super) fn level(&mut self, mark: usize, amount: &Amount) {
        let view = self.view;
        if self.spread_level(mark, amount) {
            return;
        }
        let item = self.start_of(mark);
        let before = metric::before(view, item, amount.start);
        let before = self.with_denominator(before);
        let limit = view.item_end(mark);
        let after = metric::after(view, amount.end, limit);
        let base = self.base_of(mark);
        let use_after = base.is_none() && self.metric_follows(amount, &before, &after);
        if before.is_empty() && !use_after {
            self.bare_level(amount, item, base.flatten());
            return;
        }
        let (metric, rule) =
            if use_after { (after.clone(), Rule::MetricAfter) } else { (before.clone(), Rule::MetricBefore) };
        if !after.is_empty() && is_attribute(amount) {
            return;
        }
        // 投入在1000万元以下的平台占31%: a bound that tells apart what another number counts.
        let bound = amount.quantity.measure.comparator != Comparator::Equal;
        // 百亿元项目2个: so does a sum in words.
        let kind = bound && view.text[amount.end..].starts_with('的')
            || !amount.arabic && use_after && amount.quantity.dimension == Some("money");
        if kind && view.at(limit).is_some_and(|it| matches!(it.kind, Kind::Amount(_))) {
            return;
        }
        let text = view.text[metric.clone()].trim();
        if !has_two(text) && text != "值" {
            self.bare_level(amount, item, base.flatten());
            return;
        }
        // 3亿美元（约合人民币22亿元）: the same in other money.
        static CONVERTED: Words =
            Words::new(&["约合人民币", "折合人民币", "合人民币", "人民币", "约合", "折合", "约合美元"]);
        let last = if CONVERTED.has(text) { self.last_metric() } else { None };
        let text = last.unwrap_or_else(|| text.to_owned());
        let start = if use_after { self.verb_before(mark, amount) } else { metric.start };
        let range = start.min(metric.start)..amount.end.max(metric.end);
        let at = self.push(range, text, rule, Some(amount), None);
        if let Some(point) = self.point.take() {
            (self.rows[at].row.period, self.rows[at].row.period_rule) = (Some(point), PeriodRule::Sentence);
        }
        // 全国169家国家高新区: of the whole country, and what follows is about them.
        let words = &view.text[self.clause_start.min(amount.start)..amount.start];
        let all = subject::WHOLES.has(words) && subject::acts(&view.text[metric.clone()]);
        let row = &mut self.rows[at];
        if all {
            (row.row.subject, row.row.subject_rule) = (Some(words.to_owned()), SubjectRule::Clause);
            row.row.zone = None;
        }
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
            && (all || amount.start == self.clause_start)
            && view
                .at(metric.end)
                .is_some_and(|it| matches!(it.kind, Kind::Adverb | Kind::Verb | Kind::Date(_)))
            && subject::acts(&view.text[metric.clone()])
        {
            let words = if all { self.clause_start } else { amount.start }..metric.end;
            let subject = Subject { text: view.text[words.clone()].to_owned(), zone: None, event: false };
            let before = self.sentence.subject.replace((subject, words));
            self.before_count.get_or_insert(before);
        }
    }

    /// 每万名从业人员拥有发明专利, 每个企业拥有专利: what a number is divided by is a part of its metric.
    fn with_denominator(&self, metric: Range<usize>) -> Range<usize> {
        let text = self.view.text;
        let first = self.sentence.subject.as_ref().map_or(0, |it| it.1.end).max(self.clause_start);
        // A denominator stands close before what it divides.
        let first = text.floor_char_boundary(first.max(metric.start.saturating_sub(60)));
        let Some(lead) = text.get(first..metric.start) else { return metric };
        let Some(at) = lead.rfind('每') else { return metric };
        let of = &lead[at + '每'.len_utf8()..];
        // 每年投入: how often, and no denominator.
        static TIMES: Words =
            Words::new(&["年", "月", "天", "日", "周", "季", "届", "次", "期", "两年", "个月", "逢", "隔"]);
        let parts = TIMES.starts(of).is_some() || of.contains(['、', '，', ',']) || metric.is_empty();
        if parts { metric } else { first + at..metric.end }
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
    fn bare_level(&mut self, amount: &Amount, item: usize, base: Option<Period>) {
        let first = self.recent();
        let said = &self.view.text[item.min(amount.start)..amount.start];
        let value = strip_value(said).is_empty() && !said.is_empty();
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
        if first_level && let Some(metric) = self.ranked_before() {
            let at = self.push(item..amount.end, metric, Rule::MetricBefore, Some(amount), None);
            self.rows[at].level = true;
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

    /// 孵化器数量 of 孵化器数量居全国第1位,共133家: what the clause before has ranked.
    fn ranked_before(&self) -> Option<String> {
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
        let rank = ["位居", "位列", "排名", "居", "列"].into_iter().filter_map(|it| clause.find(it)).min()?;
        let metric = metric::before(view, start, start + rank);
        let metric = view.text[metric].to_owned();
        (clause[rank..].contains('第') && has_two(&metric)).then_some(metric)
    }

    /// The period of an amount that others are compared with: 2013年生产总值257亿元 after 较; `None` for any other.
    pub(super) fn base_of(&self, mark: usize) -> Option<Option<Period>> {
        let item = self.view.item(mark);
        let date = (0..mark)
            .rev()
            .take(12)
            .take_while(|&it| self.view.marks[it].start >= item)
            .find(|&it| self.view.date(it).is_some())?;
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
        // 参赛企业中已有138家上市: what was counted stands before.
        if ["中有", "中已有", "中共有"].iter().any(|it| self.view.text[..amount.start].ends_with(it))
        {
            return false;
        }
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
        if unit == "个" && view.text[amount.end..].starts_with("方面") {
            return false;
        }
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
