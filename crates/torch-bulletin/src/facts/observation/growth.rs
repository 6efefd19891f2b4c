//! Rows of changes 变化: a share is a row of its own, a growth goes to its metric or to the level before it.

use super::{Row, Walk, strip_value};
use crate::facts::change::{self, Found};
use crate::facts::quantity::Amount;
use crate::facts::{Basis, Observation, Rule, metric};

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

    pub(super) fn changed(&mut self, mark: usize, amount: &Amount, found: &Found) {
        let view = self.view;
        let item = self.start_of(mark);
        if found.is_share() {
            let range = metric::before(view, item, amount.start);
            let mut metric = view.text[range.clone()].to_owned();
            if found.metric_end.is_none() && found.words <= range.start.max(item)
                || metric.chars().count() < 2
            {
                metric.clear();
                // 占兰州市比重: of what was named before.
                let last = self.last_metric();
                if found.metric_end.is_some() {
                    metric = last.clone().unwrap_or_default();
                }
                let of = view.text[found.words..amount.start].trim_end_matches('的');
                let of = strip_value(of);
                let of = if of.starts_with('占') { of.to_owned() } else { format!("占{of}") };
                if metric.is_empty() {
                    metric = last.map_or_else(|| of.clone(), |last| format!("{}{of}", base_metric(&last)));
                }
            }
            if metric.is_empty() {
                return;
            }
            let start = range.start.min(found.words).max(item.min(found.words));
            let change = Some(found.change.clone()).filter(|_| found.rule != Rule::Contribution);
            let at = self.push(start..amount.end, metric, Rule::MetricOfChange, Some(amount), change);
            if let Some(period) = self.base_of(mark) {
                self.rows[at].row.period = period;
            }
            return;
        }
        self.growth(item, found);
    }

    /// A growth goes to its own metric, or to the level before it.
    fn growth(&mut self, item: usize, found: &Found) {
        let view = self.view;
        let own = if found.words > item { metric::before(view, item, found.words) } else { item..item };
        let mut metric = view.text[own.clone()].to_owned();
        if let Some(end) = found.metric_end.filter(|_| !metric.is_empty()) {
            metric = view.text[own.start..end].to_owned();
        }
        if metric.chars().count() >= 2 {
            let range = own.start..found.end;
            self.push(range, metric, Rule::MetricOfChange, None, Some(found.change.clone()));
            return;
        }
        let first = self.recent();
        // Points are of a share or a rate, never of a count.
        let points = found.change.unit.is_some_and(|unit| unit.name == "百分点");
        let fits = |it: &Row| {
            it.level && !is_share(&it.row) && (!points || it.row.unit.is_some_and(|unit| unit.name == "%"))
        };
        if let Some(level) = self.rows[first..].iter().rposition(fits) {
            let at = first + level;
            if self.rows[at].row.change.is_none() {
                self.rows[at].row.change = Some(found.change.clone());
                return;
            }
            let metric = self.rows[at].row.metric.clone();
            self.push(found.start..found.end, metric, Rule::MetricOfChange, None, Some(found.change.clone()));
            return;
        }
        if let Some(last) = self.last_metric() {
            self.push(found.start..found.end, last, Rule::MetricOfChange, None, Some(found.change.clone()));
        }
    }

    fn last_metric(&self) -> Option<String> {
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
