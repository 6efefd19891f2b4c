//! Lists told off against each other 分别: 孵化器和众创空间分别为68家和90家 is two rows, 同比分别增长22%和31% two changes.

use std::collections::VecDeque;

use super::{Row, Walk};
use crate::facts::calendar::Period;
use crate::facts::change::Found;
use crate::facts::lexicon::ChangeWord;
use crate::facts::mark::{Kind, Mark};
use crate::facts::numeral::numeral;
use crate::facts::quantity::Amount;
use crate::facts::subject::Subject;
use crate::facts::view::{REACH, View};
use crate::facts::words::{JOINS, Words, has_two};
use crate::facts::{Basis, Decimal, PeriodRule, Rule, metric};

/// What the next amounts of a list belong to.
#[derive(Clone, Debug, Default)]
pub(super) struct Spread {
    /// Where the last amount of the list ended.
    end: usize,
    levels: VecDeque<Name>,
    /// The rows that the changes are of.
    rows: VecDeque<usize>,
    /// How many levels the last list of the sentence had.
    pub(super) told: usize,
}

/// What one number of a list is of.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) subject: Option<Subject>,
    pub(super) period: Option<Period>,
    pub(super) metric: String,
}

/// Bytes that the names of a list may take before its numbers.
const LONGEST: usize = 240;

/// Whether nothing but a sign of a list stands between two places.
pub(super) fn joins(view: &View<'_>, from: usize, to: usize) -> bool {
    view.text.get(from..to).is_some_and(|between| JOINS.has(between))
}

/// The same for two changes, of which each may have its own word: 增长10%和下降2%.
fn joins_changes(view: &View<'_>, from: usize, to: usize) -> bool {
    static COMMAS: Words = Words::new(&[",", "，"]);
    let sign =
        view.text.get(from..to).and_then(|between| JOINS.starts(between).or_else(|| COMMAS.starts(between)));
    let word = sign.map(|sign| from + sign.len());
    word.is_some_and(|word| {
        let rises = |it: &Mark| matches!(it.kind, Kind::Change(ChangeWord::Rise | ChangeWord::Fall));
        // 增长2%,下降3%: after a comma a word begins what is said of another.
        let parts = sign.is_some_and(|sign| COMMAS.has(sign));
        word == to || !parts && view.at(word).is_some_and(|it| it.end == to && rises(it))
    })
}

/// How many amounts in one unit stand in a list from a mark on, and the mark of the last one; `joins` tells what may stand
/// between two.
fn listed(view: &View<'_>, mark: usize, joins: fn(&View<'_>, usize, usize) -> bool) -> (usize, usize) {
    let Some(first) = view.amount(mark) else { return (0, mark) };
    let (mut count, mut end, mut last) = (1, first.end, mark);
    for at in (mark + 1..view.marks.len()).take(REACH) {
        match view.amount(at) {
            Some(next) if joins(view, end, next.start) && next.quantity.unit == first.quantity.unit => {
                (count, end, last) = (count + 1, next.end, at);
            }
            None if matches!(view.marks[at].kind, Kind::Pause | Kind::Comma | Kind::Change(_)) => {}
            _ => break,
        }
    }
    (count, last)
}

/// Whether an amount goes on a list that has begun before it.
fn continues(view: &View<'_>, mark: usize, amount: &Amount) -> bool {
    let before = (mark.saturating_sub(3)..mark).rev().find_map(|at| view.amount(at));
    before.is_some_and(|it| it.quantity.unit == amount.quantity.unit && joins(view, it.end, amount.start))
}

/// The names of a list, with the end that they share: 技术开发、技术服务合同成交额 names two amounts.
fn names(list: &str) -> Vec<String> {
    let mut names: Vec<&str> = list.split('、').collect();
    let last = names.pop().unwrap_or_default();
    match ["以及", "和", "与", "及"].iter().find_map(|it| last.split_once(it)) {
        Some((one, other)) => names.extend([one, other]),
        None => names.push(last),
    }
    let Some((last, others)) = names.split_last() else { return Vec::new() };
    let shared = others.last().and_then(|before| {
        let head: Vec<char> = before.chars().collect();
        let whole: Vec<char> = last.chars().collect();
        let same = whole.len() >= head.len() + 2
            && (whole.first() == head.first() || whole.get(head.len() - 1) == head.last());
        same.then(|| whole[head.len()..].iter().collect::<String>())
    });
    // 生物医药、新材料产业营收: the figure at the end is of all of them.
    let figure = || {
        metric::FIGURES.ends(last).filter(|it| {
            others.iter().all(|other| metric::FIGURES.ends(other).is_none()) && last.len() > it.len()
        })
    };
    let shared = shared.or_else(|| figure().map(str::to_owned)).unwrap_or_default();
    let named = others.iter().map(|it| format!("{it}{shared}")).chain([(*last).to_owned()]);
    named.filter(|it| it.chars().count() >= 2).collect()
}

impl Walk<'_, '_, '_> {
    /// A level whose name stands in a list before; whether it was one.
    pub(super) fn spread_level(&mut self, mark: usize, amount: &Amount) -> bool {
        self.spread_until(mark, amount, amount.start, Some(amount))
    }

    /// The same for a name that ends at a place before the amount, where the words of its change begin; the row has the
    /// measure of an amount, if any.
    fn spread_until(
        &mut self,
        mark: usize,
        amount: &Amount,
        until: usize,
        measured: Option<&Amount>,
    ) -> bool {
        let joins = if until < amount.start { joins_changes } else { joins };
        let goes_on = joins(self.view, self.spread.end, amount.start);
        if !goes_on || self.spread.levels.is_empty() {
            self.spread.levels.clear();
            // Most amounts stand in no list; one is told off from its first amount.
            let (count, last) = listed(self.view, mark, joins);
            if count > 1 && !continues(self.view, mark, amount) {
                self.spread.levels.extend(self.told_off(last, count, amount, until));
            }
            if !self.spread.levels.is_empty() {
                self.spread.told = self.spread.levels.len();
            }
        }
        let Some(Name { subject, period, metric }) = self.spread.levels.pop_front() else { return false };
        self.spread.end = amount.end;
        let place = amount.start..amount.end;
        let own = self.sentence.subject.clone();
        if let Some(subject) = subject {
            self.sentence.subject = Some((subject, place));
        }
        let start = if goes_on { amount.start } else { self.clause_start };
        let at = self.push(start..amount.end, metric, Rule::MetricBefore, measured, None);
        self.rows[at].level = true;
        if let Some(period) = period {
            (self.rows[at].row.period, self.rows[at].row.period_rule) = (Some(period), PeriodRule::Sentence);
        }
        self.sentence.subject = own;
        true
    }

    /// A share of a list: 中部、西部地区占比分别为19%和13%; whether it was one.
    pub(super) fn spread_share(&mut self, mark: usize, amount: &Amount, found: &Found) -> bool {
        self.spread_level(mark, amount) && self.is_of(found)
    }

    /// Makes the last row one of a change.
    fn is_of(&mut self, found: &Found) -> bool {
        let Some(last) = self.rows.last_mut() else { return false };
        (last.row.change, last.rule, last.level) = (Some(found.change.clone()), Rule::MetricOfChange, false);
        true
    }

    /// The names that a list of amounts is told off against, of which `last` is the mark of the last one; none where there
    /// are no such names.
    fn told_off(&self, last: usize, count: usize, amount: &Amount, until: usize) -> Vec<Name> {
        let view = self.view;
        // A list stands close before its numbers; a clause may have no end.
        let near = view.text.floor_char_boundary(amount.start.saturating_sub(LONGEST));
        let clause = self.clause_start.max(near);
        let said = &view.text[clause.min(amount.start)..amount.start];
        let each = said.ends_with("各有")
            || said.ends_with("各为")
            || said.ends_with("各达")
            || said.ends_with('各');
        if !said.contains("分别") && !each {
            return Vec::new();
        }
        if let Some((subjects, place)) = self.members.as_ref().filter(|it| it.0.len() == count) {
            let from = if place.start >= clause { place.end.min(until) } else { clause };
            let before = &view.text[metric::before(view, from.min(until), until)];
            let after = &view.text[metric::after(view, view.marks[last].end, view.item_end(last))];
            let metric = [before, after].into_iter().find(|it| it.chars().count() >= 2 && *it != "分列");
            let metric = metric.map(str::to_owned).or_else(|| self.last_metric());
            return metric.map_or(Vec::new(), |metric| {
                let name =
                    |it: &Subject| Name { subject: Some(it.clone()), period: None, metric: metric.clone() };
                subjects.iter().map(name).collect()
            });
        }
        if let Some(names) = self.dated(clause.min(until), until, count) {
            return names;
        }
        let from = match &self.sentence.subject {
            Some((_, place)) if place.start >= clause && place.end < until => place.end,
            _ => clause,
        };
        let list = &view.text[metric::before(view, from.min(until), until)];
        let mut names = names(list);
        if names.len() != count {
            names = self.summed_up(from.min(until), until, count).unwrap_or_default();
        }
        names.into_iter().map(|metric| Name { subject: None, period: None, metric }).collect()
    }

    /// 生物医药、电子信息两大产业分别实现产值…: a list that its own number sums up, and what was measured of each behind 分别.
    fn summed_up(&self, from: usize, until: usize, count: usize) -> Option<Vec<String>> {
        let view = self.view;
        let (list, told) = view.text[from..until].split_once("分别")?;
        let metric = &view.text[metric::before(view, until - told.len(), until)];
        // The number stands close to the end of the list: 三大主导产业.
        let near = list.char_indices().rev().take(10);
        let (list, kind) = near.into_iter().find_map(|(at, _)| {
            let number = numeral(list, at).filter(|it| it.value == Decimal::whole(count as i64))?;
            let kind = list[number.end..].strip_prefix(['大', '个', '类', '项', '种', '家', '条'])?;
            Some((&list[..at], kind))
        })?;
        let names = names(list);
        let named = |name: String| if name.ends_with(kind) { name + metric } else { name + kind + metric };
        (names.len() == count && has_two(metric)).then(|| names.into_iter().map(named).collect())
    }

    /// The row that a change of a list belongs to: the levels before, in their order.
    pub(super) fn spread_change(&mut self, mark: usize, amount: &Amount, found: &Found) -> Option<usize> {
        let text = self.view.text;
        let goes_on = joins_changes(self.view, self.spread.end, amount.start);
        if !goes_on || self.spread.rows.is_empty() {
            self.spread.rows.clear();
            // Most changes stand in no list.
            let count = listed(self.view, mark, joins_changes).0;
            if count < 2 {
                return None;
            }
            // 分别达到320亿元、210亿元,同比增长18%、11%: said once for both.
            let each = count == self.spread.told
                || text[found.start.min(amount.start)..amount.start].contains("分别")
                || text[..found.start].ends_with("分别");
            let first = self.recent();
            let level = |row: &Row| {
                let share = row.row.change.as_ref().is_some_and(|it| it.basis == Basis::Share);
                !row.base && !share && row.row.measure.printed().is_some()
            };
            let levels = (first..self.rows.len()).rev().filter(|&at| level(&self.rows[at]));
            if !each && continues(self.view, mark, amount) {
                return None;
            }
            // 收入3亿元、利润1亿元,增长18%、11%: not said at all, where the sentence has no other level.
            let most = if each { count } else { count + 1 };
            let mut levels: Vec<usize> = levels.take(most).collect();
            levels.reverse();
            if levels.len() == count {
                self.spread.rows = levels.into();
            }
        }
        let row = self.spread.rows.pop_front()?;
        self.spread.end = amount.end;
        Some(row)
    }

    /// A growth whose metric stands in a list before: 中部、西部地区营业收入分别增长11.2%和9.4%; whether it was one.
    pub(super) fn spread_growth(&mut self, mark: usize, amount: &Amount, found: &Found) -> bool {
        self.spread_until(mark, amount, found.words.min(amount.start), None) && self.is_of(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_share_their_end() {
        for (list, found) in [
            ("孵化器和众创空间", &["孵化器", "众创空间"][..]),
            ("技术开发、技术服务合同成交额", &["技术开发合同成交额", "技术服务合同成交额"]),
            ("东部、中部、西部营业收入", &["东部营业收入", "中部营业收入", "西部营业收入"]),
            ("生物医药、新材料产业营收", &["生物医药营收", "新材料产业营收"]),
            ("博士、硕士", &["博士", "硕士"]),
            ("生产总值", &["生产总值"]),
        ] {
            assert_eq!(names(list), found, "{list}");
        }
    }
}
