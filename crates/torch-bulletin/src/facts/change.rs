//! Changes 变化: growth against a base, shares of a whole, multiples.
//!
//! ```abnf
//! growth   = [basis] rise ["了" / "达"] quantity          ; 同比增长5.1%, 较上年下降0.8个百分点
//! basis    = "同比" / "环比" / ("较" / "比" / "相较") base
//! share    = "占" whole ["的"] ["比重"] ["达到"] quantity / "占比" quantity
//! multiple = ("是" / "为" / "相当于") base "的" quantity  ; in 倍
//! ```
//! A second number with nothing but 、 or 和 before it has the words of the first: 同比分别增长20%和15%.

mod basis;
mod share;

use super::calendar::Period;
use super::lexicon::ChangeWord;
use super::mark::Kind;
use super::view::{REACH, View};
use super::words::Words;
use super::{Basis, Change, Decimal, Direction, Rule, Unit};
use basis::basis;

/// A change, and how it stands to the words before it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// From the words of its basis to its number.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) change: Change,
    pub(super) rule: Rule,
    /// Where the words of the change begin in their own clause: what stands before is a metric.
    pub(super) words: usize,
    /// Where 占比 or 贡献率 ends: a share is a metric of its own.
    pub(super) metric_end: Option<usize>,
}

impl Found {
    /// Whether it is a part of a whole, and so a number of its own.
    pub(super) fn is_share(&self) -> bool {
        matches!(self.rule, Rule::Share | Rule::Contribution)
    }
}

/// The change whose number is the amount at a mark; `last` is the change before it in the sentence.
pub(super) fn of_amount(
    view: &View<'_>,
    mark: usize,
    last: Option<&Found>,
    period: Option<Period>,
) -> Option<Found> {
    let amount = view.amount(mark).filter(|it| !it.bare)?;
    let unit = amount.quantity.unit?;
    let number = amount.quantity.measure.printed()?;
    let (first, clause) = view.clause(mark);
    if let Some((at, word)) = governing(view, first, mark) {
        let here = &view.marks[at];
        let between = &view.text[here.end.min(amount.start)..amount.start];
        // A share may be 1/4; growth is never so.
        let per_cent = matches!(unit.name, "%" | "百分点" | "‰");
        let grown = |up, rule| {
            let place = Place { at, first, mark };
            Some(growth(view, place, up, number, unit, rule, period))
        };
        let shared = |start, whole, metric_end, rule| {
            let change = ratio(number, unit, Basis::Share, whole);
            Some(Found { start, end: amount.end, change, rule, words: here.start, metric_end })
        };
        match word {
            ChangeWord::Rise | ChangeWord::Fall | ChangeWord::RiseMean if connects(between) => {
                return grown(word != ChangeWord::Fall, Rule::Growth);
            }
            ChangeWord::RiseShort | ChangeWord::FallShort if between.is_empty() && per_cent => {
                return grown(word == ChangeWord::RiseShort, Rule::Growth);
            }
            ChangeWord::RateUp | ChangeWord::RateDown if per_cent && connects(between) => {
                return grown(word == ChangeWord::RateUp, Rule::GrowthRate);
            }
            // 高于10% is a bound; 高于全国2个百分点 a gap.
            ChangeWord::Above | ChangeWord::Below
                if unit.name == "百分点" && !between.contains(['%', '，']) =>
            {
                return grown(word == ChangeWord::Above, Rule::Gap);
            }
            ChangeWord::Share if unit.name == "%" => {
                let whole = share::whole(between)?;
                return shared(here.start, Some(whole).filter(|it| !it.is_empty()), None, Rule::Share);
            }
            ChangeWord::ShareWhole | ChangeWord::ShareWord if unit.name == "%" && levels(between) => {
                let start = view.item(at).max(clause);
                let whole = share::whole_before(view.text, start, here.start);
                return shared(start, whole, Some(here.end), Rule::Share);
            }
            ChangeWord::Contribution if unit.name == "%" && levels(between) => {
                let start = view.item(at).max(clause);
                let whole = view.text[start..here.start].rsplit_once('对');
                let whole = whole.map(|it| it.1.trim_end_matches('的')).filter(|it| !it.is_empty());
                return shared(start, whole, Some(here.end), Rule::Contribution);
            }
            _ => {}
        }
    }
    if unit.name == "倍" {
        return multiple(view, mark, first, clause, number, unit);
    }
    inherited(view, mark, last?, number, unit)
}

/// The word of change that stands nearest before an amount in its clause, with no other amount between.
fn governing(view: &View<'_>, first: usize, mark: usize) -> Option<(usize, ChangeWord)> {
    for at in (first..mark).rev().take(REACH) {
        match view.marks[at].kind {
            Kind::Amount(_) if view.amount(at).is_some_and(|it| !it.bare) => return None,
            Kind::Change(ChangeWord::Yoy | ChangeWord::Mom | ChangeWord::Than) => {}
            // 提高到: the level itself; but 占比提高到 is a share still.
            Kind::Change(ChangeWord::Level) => {}
            Kind::Change(word) => return Some((at, word)),
            _ => {}
        }
    }
    None
}

/// What may stand between a word of change and its number.
static VALUES: Words = Words::new(&[
    "了",
    "达到",
    "达",
    "约为",
    "约",
    "为",
    "分别",
    "均",
    "都",
    "各",
    "到",
    "幅度",
    "速度",
    "保持在",
    "维持在",
    "高",
    "超",
    "近",
    "一",
    "率",
    "的",
    "还",
    "也",
    "又",
    "再",
    "将",
    "可",
    "可达",
    "同比",
    "均为",
    "累计",
]);

/// Whether nothing but words of value stands between a word of change and its number.
fn connects(between: &str) -> bool {
    VALUES.strip_starts(between).is_empty()
}

/// Whether a share is set to a number: 占比达到, 比重由…提高到 has its own clause.
fn levels(between: &str) -> bool {
    between.len() <= 45 && !between.contains(['。', '，', ','])
}

struct Place {
    /// The word of change.
    at: usize,
    /// The first mark of its clause.
    first: usize,
    /// The amount.
    mark: usize,
}

fn growth(
    view: &View<'_>,
    place: Place,
    up: bool,
    number: Decimal,
    unit: Unit,
    rule: Rule,
    period: Option<Period>,
) -> Found {
    let (basis, base_period, start, own) = basis(view, place.first, place.at, period);
    let negative = number < Decimal::ZERO;
    let direction = if up != negative { Direction::Up } else { Direction::Down };
    let value = if negative { number.negated() } else { number };
    let change = Change { direction, value: Some(value), unit: Some(unit), basis, base_period, whole: None };
    let end = view.marks[place.mark].end;
    // 增速 is a part of its metric: 营业收入增速达到5%.
    let metric_end = (rule == Rule::GrowthRate).then_some(view.marks[place.at].end);
    Found { start, end, change, rule, words: own, metric_end }
}

/// A part or a multiple of something.
fn ratio(number: Decimal, unit: Unit, basis: Basis, whole: Option<&str>) -> Change {
    let base_period = if let Basis::Period(period) = basis { Some(period) } else { None };
    let (value, unit, whole) = (Some(number), Some(unit), whole.map(str::to_owned));
    Change { direction: Direction::Ratio, value, unit, basis, base_period, whole }
}

/// 是2014年技术合同成交额52.5亿元的5.2倍
fn multiple(
    view: &View<'_>,
    mark: usize,
    first: usize,
    clause: usize,
    number: Decimal,
    unit: Unit,
) -> Option<Found> {
    let amount = view.amount(mark)?;
    let before = &view.text[clause..amount.start];
    let lead = ["相当于", "是", "为", "达到", "达"].into_iter().filter_map(|it| before.find(it)).min();
    let start = clause + lead.unwrap_or(0);
    let date = (first..mark).filter(|&it| view.marks[it].start >= start).find_map(|it| view.date(it));
    let base_period = date.and_then(|it| it.value);
    let basis = base_period.map_or(Basis::Unspecified, Basis::Period);
    let change = ratio(number, unit, basis, None);
    Some(Found { start, end: amount.end, change, rule: Rule::Multiple, words: start, metric_end: None })
}

/// 、15% after 增长20%; 、兰州市的61% after 占甘肃省的30%.
fn inherited(view: &View<'_>, mark: usize, last: &Found, number: Decimal, unit: Unit) -> Option<Found> {
    let amount = view.amount(mark)?;
    if last.end > amount.start || last.change.unit != Some(unit) || amount.start - last.end > 60 {
        return None;
    }
    let between = &view.text[last.end..amount.start];
    let rest = ["、", "和", "与", "及", "以及"].iter().find_map(|it| between.strip_prefix(it))?;
    let mut change = Change { value: Some(number), ..last.change.clone() };
    let start = amount.start - rest.len();
    if rest.is_empty() {
        let metric_end = last.metric_end;
        return Some(Found { start, end: amount.end, change, rule: last.rule, words: start, metric_end });
    }
    let whole = rest.strip_suffix("的").filter(|_| last.rule == Rule::Share && last.metric_end.is_none())?;
    change.whole = Some(whole.to_owned());
    Some(Found { start, end: amount.end, change, rule: Rule::Share, words: start, metric_end: None })
}

/// 持平 and 翻番: a change without a number beside it.
pub(super) fn of_word(view: &View<'_>, mark: usize, period: Option<Period>) -> Option<Found> {
    let (value, unit, direction, rule) = match view.marks[mark].kind {
        Kind::Change(ChangeWord::Flat) => (Decimal::ZERO, "%", Direction::Flat, Rule::Unchanged),
        Kind::Change(ChangeWord::Double(power)) => {
            (Decimal::whole(1 << power.min(10)), "倍", Direction::Up, Rule::Doubled)
        }
        _ => return None,
    };
    let (first, clause) = view.clause(mark);
    let (mut basis, mut base_period, mut start, mut words) = basis(view, first, mark, period);
    if basis == Basis::Unspecified
        && let Some((at, date)) = (first..mark).rev().find_map(|it| Some((it, view.date(it)?)))
    {
        // 与上年同期持平: the date is the base.
        let before = &view.text[clause..view.marks[at].start];
        let printed = &view.text[date.start..date.end];
        if let Some(with) = ["与", "和", "较", "比"].into_iter().find(|it| before.ends_with(it)) {
            let yearly = ["上年", "去年"].iter().any(|it| printed.starts_with(it));
            basis =
                if yearly { Basis::YearOnYear } else { date.value.map_or(Basis::Unspecified, Basis::Period) };
            base_period =
                if yearly { period.map(|it| it.years_later(-1)).or(date.value) } else { date.value };
            start = date.start - with.len();
            words = start;
        }
    }
    let unit = Some(Unit { name: unit, per: None });
    let change = Change { direction, value: Some(value), unit, basis, base_period, whole: None };
    Some(Found { start, end: view.marks[mark].end, change, rule, words, metric_end: None })
}
