//! Levels 水平值: an amount becomes a row with the metric before or after it.

use std::ops::Range;

use super::Walk;
use super::bare::is_attribute;
use crate::facts::calendar::Period;
use crate::facts::mark::Kind;
use crate::facts::quantity::Amount;
use crate::facts::subject::{self, Subject};
use crate::facts::view::Around;
use crate::facts::words::{Words, has_two};
use crate::facts::{Comparator, Decimal, PeriodRule, Rule, SubjectRule, metric};

impl Walk<'_, '_, '_> {
    pub(super) fn level(&mut self, around: &Around, amount: &Amount, limit: usize) {
        let (view, mark) = (self.view, around.mark);
        if self.spread_level(mark, amount) {
            return;
        }
        let item = self.start_of(mark, around.item);
        let before = metric::before(view, item, amount.start);
        let before = self.with_bound(mark, self.with_denominator(before));
        let mut after = metric::after(view, amount.end, limit);
        // 53个国家高新区营业总收入增长…, 5家销售收入超100亿元的企业: a count is of no figure.
        let figure = is_counted(amount) && metric::FIGURES.ends(&view.text[after.clone()]).is_some();
        if figure {
            after.end = after.start + subject::end_of_bodies(&view.text[after.clone()]).unwrap_or(0);
        }
        let base = self.base_of(around);
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
        // 在169家国家高新区中排名第18位: among whom another is ranked.
        static RANKED: Words = Words::new(&["中排", "中位", "中居", "中列", "中名列", "中综合排"]);
        // 列全国169家高新区第37位, too.
        let words = &view.text[after.clone()];
        let ranked = || words.contains('第') && words.ends_with(['位', '名']);
        if use_after && (ranked() || RANKED.first_in(words).is_some()) {
            return;
        }
        // 投入在1000万元以下的平台占31%: a bound that tells apart what another number counts.
        let bound = amount.quantity.measure.comparator != Comparator::Equal;
        // 百亿元项目2个: so does a sum in words.
        // 其中10亿元以上项目9个, too.
        let kind = bound
            && (view.text[amount.end..].starts_with('的') || use_after && says_kind(view.text, amount))
            || !amount.arabic && use_after && amount.quantity.dimension == Some("money")
            // 营业收入超50亿元企业15家, too.
            || !after.is_empty() && is_bound_of_kind(amount) && self.counts_at(limit);
        if kind && view.at(limit).is_some_and(|it| matches!(it.kind, Kind::Amount(_))) {
            return;
        }
        let text = view.text[metric.clone()].trim_matches(' ');
        if !has_two(text) && text != "值" {
            self.bare_level(amount, item, base.flatten());
            return;
        }
        // 3亿美元（约合人民币22亿元）: the same in other money.
        static CONVERTED: Words =
            Words::new(&["约合人民币", "折合人民币", "合人民币", "人民币", "约合", "折合", "约合美元"]);
        // 新增高新技术企业126家,总数达到1350家: the total of what was counted before.
        static TOTALS: Words = Words::new(&["总数", "总量", "总数量", "总额", "总户数", "总规模"]);
        // 中方出资折合人民币45亿元: what it is in other money is no part of its name.
        let text = match CONVERTED.ends(text).map(|it| &text[..text.len() - it.len()]) {
            Some(rest) if has_two(rest) => rest,
            _ => text,
        };
        let last = if CONVERTED.has(text) {
            self.last_metric()
        } else if TOTALS.has(text)
            && let Some(last) =
                self.rows[self.recent()..].last().filter(|it| it.row.unit == amount.quantity.unit)
        {
            Some(format!("{}{text}", last.row.metric.trim_start_matches("新增").trim_end_matches('数')))
        } else {
            None
        };
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
            (row.row.subject, row.row.subject_rule) = (Some(words.into()), SubjectRule::Clause);
            row.row.zone = None;
        }
        if let Some(period) = base {
            row.row.period = period;
            row.row.period_rule = PeriodRule::Sentence;
            row.base = true;
        } else if self.is_old(around, amount) {
            (self.rows[at].base, self.rows[at].old) = (true, true);
        } else {
            let first = self.recent();
            self.rows[first..].iter_mut().for_each(|it| it.level = false);
            self.rows[at].level = true;
        }
        // 近150家国家高新区已组织…: what follows is about them.
        if use_after
            && (all || amount.start == self.clause_start)
            && (figure
                || view
                    .at(metric.end)
                    .or_else(|| view.at(past_all(view.text, metric.end)))
                    .is_some_and(|it| matches!(it.kind, Kind::Adverb | Kind::Verb | Kind::Date(_))))
            && subject::acts(&view.text[metric.clone()])
        {
            let words = if all { self.clause_start } else { amount.start }..metric.end;
            let subject = Subject { text: view.text[words.clone()].into(), zone: None, event: false };
            let before = self.sentence.subject.replace((subject, words));
            self.before_count.get_or_insert(before);
        }
    }

    /// Whether an amount that counts things begins at a place.
    fn counts_at(&self, place: usize) -> bool {
        let Some(Kind::Amount(index)) = self.view.at(place).map(|it| it.kind) else { return false };
        self.view.amounts.get(index as usize).is_some_and(is_counted)
    }

    /// 年收入超10亿元的企业974家: a bound that tells apart what is counted is a part of its name.
    fn with_bound(&self, mark: usize, metric: Range<usize>) -> Range<usize> {
        let view = self.view;
        let near =
            (mark.saturating_sub(3)..mark).rev().filter(|&at| view.amount(at).is_some_and(|it| !it.bare));
        let Some(at) = near.into_iter().next() else { return metric };
        let Some(bound) = view.amount(at) else { return metric };
        let fits = bound.quantity.measure.comparator != Comparator::Equal
            && !metric.is_empty()
            && match view.text.get(bound.end..metric.start) {
                Some("的") => true,
                Some("") => {
                    says_kind(view.text, bound)
                        || is_bound_of_kind(bound) && view.amount(mark).is_some_and(is_counted)
                }
                _ => false,
            };
        if !fits {
            return metric;
        }
        let own = metric::before(view, self.start_of(at, view.item(at)), bound.start);
        // 对融资额超过1000万元的再奖励: who is paid, and no kind of what is counted.
        if view.text[own.clone()].starts_with(['对', '给', '按']) {
            return metric;
        }
        (if own.is_empty() { bound.start } else { own.start })..metric.end
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

    /// The period of an amount that others are compared with: 2013年生产总值257亿元 after 较; `None` for any other.
    pub(super) fn base_of(&self, around: &Around) -> Option<Option<Period>> {
        let &Around { mark, item, dated, .. } = around;
        if !dated {
            return None;
        }
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
        // 对新认定的企业给予20万元奖励: what is given stands behind the sum.
        let named = &self.view.text[before.clone()];
        if named.ends_with("给予") || named.starts_with("对") && amount.quantity.dimension == Some("money")
        {
            return true;
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
    pub(super) fn is_row(&self, mark: usize, amount: &Amount, end: usize) -> bool {
        let view = self.view;
        let unit = amount.quantity.unit.map_or("", |unit| unit.name);
        // 前进13位: a move in a ranking is a change.
        let time = matches!(amount.quantity.dimension, Some("time" | "rank"));
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
        // 几百家 is a figure, 三个 none.
        let counts = || amount.quantity.measure.printed().is_some_and(|it| it >= Decimal::whole(100));
        if !(amount.arabic || unit == "%" || !unit.is_empty() && counts()) {
            return false;
        }
        // “专精特新10条”: the number of a name.
        let next = view.marks.get(mark + 1);
        if next.is_some_and(|it| it.kind == Kind::CloseQuote && it.start == amount.end) {
            return false;
        }
        // 一行12人: who came, and no figure of anybody.
        if unit == "人" && view.text[..amount.start].ends_with("一行")
            || unit == "个" && view.text[amount.end..].starts_with("方面")
        {
            return false;
        }
        // 提出3点要求: ….
        static ANNOUNCED: Words = Words::new(&[
            "要求", "意见", "建议", "措施", "举措", "启示", "原则", "方面", "特点", "工作", "任务",
        ]);
        if view.text[end..].starts_with([':', '：']) && ANNOUNCED.ends(&view.text[amount.end..end]).is_some()
        {
            return false;
        }
        !self.is_target(amount.start) && !self.is_aim(mark, amount)
    }
}

/// Past what says something of all of them between those counted and their verb: 54家国家高新区共建立.
fn past_all(text: &str, at: usize) -> usize {
    let all = text[at..].chars().next().filter(|c| "共均都已也还".contains(*c));
    at + all.map_or(0, char::len_utf8)
}

/// Whether an amount counts things or people.
fn is_counted(amount: &Amount) -> bool {
    matches!(amount.quantity.unit.map(|unit| unit.name), Some("家" | "个" | "户" | "人"))
}

/// Whether a sum is bounded by a word before it, as where it tells a kind apart: 超50亿元企业.
fn is_bound_of_kind(amount: &Amount) -> bool {
    amount.start < amount.number
        && amount.quantity.dimension == Some("money")
        && matches!(amount.quantity.measure.comparator, Comparator::Above | Comparator::AtLeast)
}

/// 10亿元以上: a bound behind its number may tell a kind apart without 的.
fn says_kind(text: &str, amount: &Amount) -> bool {
    ["以上", "以下", "以内"].iter().any(|it| text[..amount.end].ends_with(it))
}
