//! Multiples 倍数 of a base that stands before the number: 是2012年的5.2倍.

use super::{Found, ratio};
use crate::facts::view::View;
use crate::facts::words::Words;
use crate::facts::{Basis, Decimal, Rule, Unit};

/// 是2014年技术合同成交额52.5亿元的5.2倍; 为去年同期的75%, where a date is what it is a part of.
pub(super) fn multiple(
    view: &View<'_>,
    mark: usize,
    first: usize,
    clause: usize,
    number: Decimal,
    unit: Unit,
) -> Option<Found> {
    let amount = view.amount(mark)?;
    let part = unit.name == "%";
    if part && !view.text[..amount.start].ends_with('的') {
        return None;
    }
    let before = &view.text[clause..amount.start];
    static LEADS: Words =
        Words::new(&["仅相当于", "相当于", "是", "仅为", "为", "达到", "达", "恢复到", "恢复至", "只有"]);
    let lead = LEADS.first_in(before);
    // 十倍于从前: without a verb the number is all there is.
    let start = lead.map_or(amount.start, |lead| clause + lead);
    let date = (first..mark).filter(|&it| view.marks[it].start >= start).find_map(|it| view.date(it));
    if part {
        let lead = date.map(|date| &view.text[clause..date.start.max(clause)])?;
        if LEADS.ends(lead).is_none() || amount.start - date?.end > 30 {
            return None;
        }
    }
    let base_period = date.and_then(|it| it.value);
    let basis = base_period.map_or(Basis::Unspecified, Basis::Period);
    let change = ratio(number, unit, basis, None);
    Some(Found { start, end: amount.end, change, rule: Rule::Multiple, words: start, metric_end: None })
}
