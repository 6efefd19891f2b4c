//! Rows of changes 变化: a share is a row of its own, a growth goes to its metric or to the level before it.

use std::ops::Range;

use super::bare::strip_value;
use super::{Row, Walk};
use crate::facts::change::{self, Found};
use crate::facts::mark::Kind;
use crate::facts::quantity::Amount;
use crate::facts::subject::{self, Subject};
use crate::facts::view::Around;
use crate::facts::words::has_two;
use crate::facts::{Basis, Observation, PeriodRule, Rule, metric};

impl Walk<'_, '_, '_> {
    /// 持平 and 翻番.
    pub(super) fn word(&mut self, mark: usize) {
        let period = self.period().0;
        // 翻一番 that a number of its own has spoken for.
        let Some(found) = change::of_word(self.view, mark, period) else { return };
        self.changes.push((found.start..found.end, found.change.clone(), found.rule));
        if !self.is_target(found.start) {
            let item = self.view.item(mark);
            self.growth(item, &found);
        }
        self.last_change = None;
    }

    pub(super) fn changed(&mut self, around: &Around, amount: &Amount, found: &Found) {
        let (view, mark) = (self.view, around.mark);
        let item = self.start_of(mark, around.item);
        if found.is_share() && self.spread_share(mark, amount, found) {
            return;
        }
        if let Some(at) = self.spread_change(mark, amount, found) {
            self.told_off_change(at, amount, found);
            return;
        }
        if !found.is_share() && self.spread_growth(mark, amount, found) {
            return;
        }
        if found.is_share() {
            let range = metric::before(view, item, amount.start);
            let mut metric = view.text[range.clone()].to_owned();
            if found.metric_end.is_none() && found.words <= range.start.max(item) || !has_two(&metric) {
                metric.clear();
                // 500万元以上的占27.1%: of those that a measure tells apart.
                let near = (mark.saturating_sub(4)..mark).rev().filter_map(|it| view.amount(it));
                let before = near.into_iter().find(|it| it.end == item);
                if let Some(kind) = before.filter(|_| view.text.get(item..found.words) == Some("的")) {
                    metric = format!("{}占", &view.text[kind.start..found.words]);
                }
                // 占兰州市比重: of what was named before.
                let last = self.last_metric();
                if metric.is_empty() && found.metric_end.is_some() {
                    metric = last.clone().unwrap_or_default();
                }
                // 贡献了全市1/4的税收: what it is a share of follows.
                if metric.is_empty() && view.text[found.words..].starts_with("贡献") {
                    let after = metric::after(view, amount.end, view.item_end(mark));
                    view.text[after].clone_into(&mut metric);
                }
                // 签约占5%: the words of an amount may begin before 占.
                let of = view.text[found.words.min(amount.start)..amount.start].trim_end_matches('的');
                let of = strip_value(of).trim_start_matches(['约', '仅', '只']);
                let of = if of.starts_with('占') { of.to_owned() } else { format!("占{of}") };
                if metric.is_empty() {
                    // 西部地区占14%, after 占全国的比重: the same share of another.
                    metric = match last {
                        Some(last) if of == "占" && last.contains('占') => last,
                        Some(last) => format!("{}{of}", base_metric(&last)),
                        None => of.clone(),
                    };
                }
            }
            if metric.is_empty() {
                return;
            }
            // 制造业增加值增长15.6%,占工业增加值比重达46.3%: the share of what was named before.
            if metric.starts_with('占')
                && range.start <= found.words
                && let Some(last) = self.last_metric().filter(|it| !it.contains('占'))
            {
                metric.insert_str(0, &last);
            }
            let start = range.start.min(found.words).max(item.min(found.words));
            let change = Some(found.change.clone()).filter(|_| found.rule != Rule::Contribution);
            let at = self.push(start..amount.end, metric, Rule::MetricOfChange, Some(amount), change);
            if let Some(period) = self.base_of(around) {
                self.rows[at].row.period = period;
            } else if self.is_old(around, amount) {
                (self.rows[at].base, self.rows[at].old) = (true, true);
            } else if let Some(point) = self.point.take() {
                (self.rows[at].row.period, self.rows[at].row.period_rule) =
                    (Some(point), PeriodRule::Sentence);
            }
            return;
        }
        self.growth(item, found);
    }

    /// The first of 同比分别增长22%和31% goes to the first of the levels before; a share is a row of its own.
    fn told_off_change(&mut self, at: usize, amount: &Amount, found: &Found) {
        if !found.is_share() {
            self.rows[at].row.change = Some(found.change.clone());
            return;
        }
        let level = &self.rows[at];
        let word = found.metric_end.map_or("占比", |end| &self.view.text[found.words.min(end)..end]);
        let metric = format!("{}{}", level.row.metric, if word.is_empty() { "占比" } else { word });
        let subject = level.row.subject.clone();
        let change = Some(found.change.clone());
        let at = self.push(found.start..amount.end, metric, Rule::MetricOfChange, Some(amount), change);
        self.rows[at].row.subject = subject;
    }

    /// A growth goes to its own metric, or to the level before it.
    fn growth(&mut self, item: usize, found: &Found) {
        let view = self.view;
        let own = if found.words > item { metric::before(view, item, found.words) } else { item..item };
        // 该区年均增速: whose rate it is, is no part of its name.
        let own = if subject::refers(&view.text[own.clone()]) { own.end..own.end } else { own };
        let mut metric = view.text[own.clone()].to_owned();
        if let Some(end) = found.metric_end.filter(|_| !metric.is_empty()) {
            metric = view.text[own.start..end].to_owned();
        }
        // 工业总产值增长7%,其中甲高新区增长9%、乙高新区增长6%: the same of another zone.
        if let Some((subject, place)) = self.zone_of(item, found.words)
            && let Some(last) = self.last_metric()
        {
            self.sentence.subject = Some((subject, place));
            self.push(item..found.end, last, Rule::MetricOfChange, None, Some(found.change.clone()));
            return;
        }
        // 与上届持平: what it is compared with is no metric. 年均净增25家: nor is how it was reckoned.
        let reckoned = matches!(metric.as_str(), "年均" | "月均" | "平均" | "年平均" | "每年");
        if reckoned || metric.starts_with(['与', '和', '较', '比', '同']) {
            metric.clear();
        }
        // 比各项贷款增速高3.7个百分点: a gap to the rate of another is a change, and no row of its own.
        let gap = found.rule == Rule::GrowthRate && found.change.basis == Basis::Unspecified;
        if gap && metric.is_empty() && view.text[found.words..].starts_with(['比', '较', '与']) {
            return;
        }
        // 产值下降5.4%,降幅收窄3.2个百分点: whose rate it is, stands before.
        if matches!(metric.as_str(), "增幅" | "降幅" | "增速" | "涨幅" | "跌幅")
            && let Some(last) = self.last_metric().filter(|it| !it.ends_with(&metric))
        {
            metric.insert_str(0, &last);
        }
        if has_two(&metric) {
            let range = own.start..found.end;
            self.push(range, metric, Rule::MetricOfChange, None, Some(found.change.clone()));
            return;
        }
        let first = self.recent();
        // Points are of a share or a rate, never of a count.
        let points = found.change.unit.is_some_and(|unit| unit.name == "百分点");
        // 增加5家 is of what is counted so; 缩短7天 of no number of firms.
        let ratio = found.change.unit.is_none_or(|unit| matches!(unit.name, "%" | "百分点" | "倍" | "‰"));
        let fits = |it: &Row| {
            it.level
                && !is_share(&it.row)
                && (!points || it.row.unit.is_some_and(|unit| unit.name == "%"))
                && (ratio || it.row.unit == found.change.unit)
        };
        // 企业134家,占全省的八成,比上年增加27家: a difference is of the last that was counted so.
        let counted = |it: &Row| {
            !ratio
                && !it.base
                && !is_share(&it.row)
                && it.row.unit == found.change.unit
                && it.row.change.is_none()
        };
        let level = self.rows[first..].iter().rposition(fits);
        if let Some(level) = level.or_else(|| self.rows[first..].iter().rposition(counted)) {
            let at = first + level;
            if self.rows[at].row.change.is_none() {
                self.rows[at].row.change = Some(found.change.clone());
                return;
            }
            // 由97家增加到2010年的231家,净增134家,增长1.38倍: another change of the same level is of its time.
            let level = &self.rows[at].row;
            let (metric, period, rule) = (level.metric.clone(), level.period, level.period_rule);
            let change = Some(found.change.clone());
            let next = self.push(found.start..found.end, metric, Rule::MetricOfChange, None, change);
            (self.rows[next].row.period, self.rows[next].row.period_rule) = (period, rule);
            return;
        }
        // 增速高达85% without a level beside it: the rate itself is measured.
        let rate = found.metric_end.and_then(|end| view.text.get(found.words..end)).map(str::to_owned);
        if let Some(last) = rate.or_else(|| self.last_metric()).or_else(|| self.told_before()) {
            self.push(found.start..found.end, last, Rule::MetricOfChange, None, Some(found.change.clone()));
        }
    }

    /// The zone that is all that stands before the words of a change.
    fn zone_of(&self, item: usize, words: usize) -> Option<(Subject, Range<usize>)> {
        let zone = self.view.at(item).filter(|it| it.end == words)?;
        let Kind::Zone(number) = zone.kind else { return None };
        Some((Subject::zone(&self.view.text[zone.start..zone.end], number), zone.start..zone.end))
    }

    pub(super) fn last_metric(&self) -> Option<String> {
        self.rows[self.recent()..].last().map(|it| it.row.metric.clone())
    }
}

fn is_share(row: &Observation) -> bool {
    row.change.as_ref().is_some_and(|it| it.basis == Basis::Share)
}

/// 高新技术企业 of 高新技术企业占甘肃省.
fn base_metric(metric: &str) -> &str {
    metric.split('占').next().filter(|it| !it.is_empty()).unwrap_or(metric)
}
