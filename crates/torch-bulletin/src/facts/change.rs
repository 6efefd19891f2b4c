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
mod multiple;
mod share;

use std::sync::Arc;

use super::calendar::Period;
use super::lexicon::ChangeWord;
use super::mark::{Kind, Mark};
use super::view::{Around, REACH, View};
use super::words::{JOINS, Words, has_two};
use super::{Basis, Change, Decimal, Direction, Rule, Unit};
use basis::{against, basis};
use multiple::multiple;

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

/// The change whose number is the amount that stands there; `last` is the change before it in the sentence.
pub(super) fn of_amount(
    view: &View<'_>,
    around: &Around,
    last: Option<&Found>,
    period: Option<Period>,
) -> Option<Found> {
    let &Around { mark, first, clause, .. } = around;
    let amount = view.amount(mark).filter(|it| !it.bare)?;
    let unit = amount.quantity.unit?;
    let number = amount.quantity.measure.printed()?;
    if around.changes
        && let Some((at, word)) = governing(view, first, mark)
    {
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
                // 年均增速 is a rate as 增速 is.
                let rate =
                    word == ChangeWord::RiseMean && view.text[..here.end].ends_with(['速', '率', '幅']);
                let rule = if rate { Rule::GrowthRate } else { Rule::Growth };
                return grown(word != ChangeWord::Fall, rule);
            }
            ChangeWord::RiseShort | ChangeWord::FallShort if between.is_empty() && per_cent => {
                return grown(word == ChangeWord::RiseShort, Rule::Growth);
            }
            ChangeWord::RateUp | ChangeWord::RateDown if per_cent && connects(between) => {
                return grown(word == ChangeWord::RateUp, Rule::GrowthRate);
            }
            // 高于10% is a bound; 高于全国2个百分点 and 低于市场价三成 a gap.
            ChangeWord::Above | ChangeWord::Below
                if per_cent
                    && !between.contains(['%', '，'])
                    && (unit.name == "百分点" || another(between).is_some()) =>
            {
                let mut found = grown(word == ChangeWord::Above, Rule::Gap)?;
                if found.change.basis == Basis::Unspecified {
                    // 比全省平均水平高出1.9个百分点: who else it is stands before the word.
                    let than = (first..at).rev().take(REACH).map(|it| &view.marks[it]).find(|it| is_than(it));
                    let before = than.map(|it| &view.text[it.end.min(here.start)..here.start]);
                    found.change.whole = another(between).or_else(|| another(before?)).map(Arc::from);
                }
                return Some(found);
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
    // 比去年底新增54家: what has come since.
    let lead = &view.text[clause..amount.start];
    if around.compares
        && let Some(lead) = lead.strip_suffix("新增")
        && (first..mark).rev().take(REACH).any(|it| {
            view.marks[it].kind == Kind::Change(ChangeWord::Than)
                && view.date(it + 1).is_some_and(|date| date.end == clause + lead.len())
        })
    {
        let place = Place { at: mark, first, mark };
        return Some(growth(view, place, true, number, unit, Rule::Growth, period));
    }
    // 比全国平均水平低53%, 比去年同期多28家: a gap to another, or to another time.
    if around.compares
        && let Some(lead) = without_value(lead).strip_suffix(['高', '低', '多', '少'])
        && let Some(than) = (first..mark).rev().take(REACH).find(|&at| {
            !matches!(
                view.marks[at].kind,
                Kind::Date(_) | Kind::Place(_) | Kind::Region | Kind::Body | Kind::Adverb
            )
        })
        && view.marks[than].kind == Kind::Change(ChangeWord::Than)
    {
        let up = view.text[clause + lead.len()..].starts_with(['高', '多']);
        let place = Place { at: mark, first, mark };
        let mut found = growth(view, place, up, number, unit, Rule::Gap, period);
        if found.change.basis == Basis::Unspecified {
            let other = &view.text[view.marks[than].end..clause + lead.len()];
            found.change.whole = another(other).map(Arc::from);
        }
        return Some(found);
    }
    if matches!(unit.name, "倍" | "%")
        && let Some(found) = multiple(view, mark, first, clause, number, unit)
    {
        return Some(found);
    }
    inherited(view, mark, last?, number, unit)
}

fn is_than(mark: &Mark) -> bool {
    mark.kind == Kind::Change(ChangeWord::Than)
}

/// Without 出 and 了 between a word and its number: 多出3家, 少了5家.
fn without_value(lead: &str) -> &str {
    lead.strip_suffix(['出', '了']).unwrap_or(lead)
}

/// The word of change that stands nearest before an amount in its clause, with no other amount between.
fn governing(view: &View<'_>, first: usize, mark: usize) -> Option<(usize, ChangeWord)> {
    let (mut moved, mut ends) = (false, 1);
    for at in (first..mark).rev().take(REACH) {
        match view.marks[at].kind {
            Kind::Amount(_) if view.amount(at).is_some_and(|it| !it.bare) => {
                // 占比由26%提高到29%: the word stands before the first of two ends.
                ends += 1;
                if !moved || ends > 2 {
                    return None;
                }
            }
            Kind::Change(ChangeWord::Yoy | ChangeWord::Mom | ChangeWord::Than) => {}
            // 提高到: the level itself; but 占比提高到 is a share still.
            Kind::Change(ChangeWord::Level) => moved = true,
            Kind::Change(word) => {
                let share = matches!(word, ChangeWord::ShareWhole | ChangeWord::ShareWord);
                return (ends == 1 || share).then_some((at, word));
            }
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

/// What is compared with, between 低于 and a number: 市场价 of 低于市场价约三成, and not 约 or 标准的.
fn another(between: &str) -> Option<&str> {
    // 高于全省2.1和4.6个百分点: the first of two numbers ends the name.
    let mut name = between.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    for word in ["约", "近", "超过", "超", "达", "了"] {
        name = name.strip_suffix(word).unwrap_or(name);
    }
    Some(name).filter(|it| has_two(it) && !it.ends_with('的'))
}

/// Whether nothing but words of value stands between a word of change and its number.
fn connects(between: &str) -> bool {
    VALUES.strip_starts(between).is_empty()
}

/// Whether a share is set to a number: 占比达到, 比重由…提高到 has its own clause.
fn levels(between: &str) -> bool {
    between.len() <= 60 && !between.contains(['。', '，', ','])
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
    // 增幅 and 降幅 only say that what stands before them has changed.
    let at = view.marks[place.at].end;
    let metric_end = (rule == Rule::GrowthRate && !view.text[..at].ends_with('幅')).then_some(at);
    Found { start, end, change, rule, words: own, metric_end }
}

/// A part or a multiple of something.
fn ratio(number: Decimal, unit: Unit, basis: Basis, whole: Option<&str>) -> Change {
    let base_period = if let Basis::Period(period) = basis { Some(period) } else { None };
    let (value, unit, whole) = (Some(number), Some(unit), whole.map(Arc::from));
    Change { direction: Direction::Ratio, value, unit, basis, base_period, whole }
}

/// 、15% after 增长20%; 、兰州市的61% after 占甘肃省的30%.
fn inherited(view: &View<'_>, mark: usize, last: &Found, number: Decimal, unit: Unit) -> Option<Found> {
    let amount = view.amount(mark)?;
    if last.end > amount.start || last.change.unit != Some(unit) || amount.start - last.end > 60 {
        return None;
    }
    let between = &view.text[last.end..amount.start];
    let rest = JOINS.starts(between).map(|sign| &between[sign.len()..]);
    // 分别增长22%,31%: a comma may part the numbers of a list, where nothing else is said of them.
    let ends = || view.text[amount.end..].chars().next().is_none_or(|c| "，,、。；;和".contains(c));
    let rest = rest.or_else(|| matches!(between, "," | "，").then_some("").filter(|_| ends()))?;
    let mut change = Change { value: Some(number), ..last.change.clone() };
    // 增长5%和-2%: each has its own sign.
    let before = (mark.saturating_sub(REACH)..mark)
        .rev()
        .find_map(|it| view.amount(it))
        .filter(|it| it.end == last.end);
    let fell = before.is_some_and(|it| it.quantity.measure.value().is_some_and(|it| it < Decimal::ZERO));
    if fell != (number < Decimal::ZERO) {
        change.direction = match change.direction {
            Direction::Up => Direction::Down,
            Direction::Down => Direction::Up,
            other => other,
        };
    }
    if number < Decimal::ZERO {
        change.value = Some(number.negated());
    }
    let start = amount.start - rest.len();
    if rest.is_empty() {
        let metric_end = last.metric_end;
        return Some(Found { start, end: amount.end, change, rule: last.rule, words: start, metric_end });
    }
    // 全国九分之一 needs no 的 before a whole that is a place.
    let place = rest.strip_suffix(['省', '市']).unwrap_or(rest);
    let known = matches!(place, "全国" | "全" | "全球" | "世界" | "我国" | "全区")
        || view.at(start).is_some_and(|it| {
            matches!(it.kind, Kind::Region | Kind::Place(_))
                && (it.end == amount.start || it.end == start + place.len())
        });
    let whole = rest
        .strip_suffix("的")
        .or(known.then_some(rest))
        .filter(|_| last.rule == Rule::Share && last.metric_end.is_none())?;
    change.whole = Some(whole.into());
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
        if let Some(with) = ["与", "和", "较", "比"].into_iter().find(|it| before.ends_with(it)) {
            (basis, base_period) = against(view.text, date, period).unwrap_or((Basis::Unspecified, None));
            start = date.start - with.len();
            words = start;
        }
    }
    let unit = Some(Unit { name: unit, per: None });
    let change = Change { direction, value: Some(value), unit, basis, base_period, whole: None };
    Some(Found { start, end: view.marks[mark].end, change, rule, words, metric_end: None })
}
