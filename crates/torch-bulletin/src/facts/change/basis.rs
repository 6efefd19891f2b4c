//! The base 基期 of a growth: 同比, 环比, 较2012年, and the clause before that is nothing but the base.

use crate::facts::Basis;
use crate::facts::calendar::Period;
use crate::facts::date::DateMention;
use crate::facts::lexicon::ChangeWord;
use crate::facts::mark::Kind;
use crate::facts::view::{REACH, View};

/// The basis of a growth, its period, where its words begin, and where they begin in their own clause.
pub(super) fn basis(
    view: &View<'_>,
    first: usize,
    at: usize,
    period: Option<Period>,
) -> (Basis, Option<Period>, usize, usize) {
    let word = view.marks[at].start;
    for back in (first..at).rev().take(REACH) {
        match view.marks[back].kind {
            Kind::Change(ChangeWord::Yoy) => {
                let start = view.marks[back].start;
                return (Basis::YearOnYear, period.map(|it| it.years_later(-1)), start, start);
            }
            Kind::Change(ChangeWord::Mom) => {
                let start = view.marks[back].start;
                return (Basis::MonthOnMonth, period.and_then(month_before), start, start);
            }
            Kind::Change(ChangeWord::Than) => {
                let start = view.marks[back].start;
                if let Some((basis, base)) = base(view, back, at, period) {
                    return (basis, base, start, start);
                }
                return (Basis::Unspecified, None, start, start);
            }
            _ => {}
        }
    }
    // 相较2012年…257亿元,增长42.45%: the clause before is nothing but the base.
    if let Some(comma) = first.checked_sub(1).filter(|&it| view.marks[it].kind == Kind::Comma) {
        let (lead, place) = view.clause(comma);
        let than =
            view.marks[lead..comma].iter().take(4).position(|it| it.kind == Kind::Change(ChangeWord::Than));
        if let Some(than) = than.map(|it| lead + it)
            && view.text[place..view.marks[than].start].trim_start_matches(['与', '和']).is_empty()
            && !view.marks[than..comma]
                .iter()
                .any(|it| matches!(it.kind, Kind::Change(ChangeWord::Rise | ChangeWord::Fall)))
            && let Some((basis, base)) = base(view, than, comma, period)
        {
            return (basis, base, view.marks[than].start, word);
        }
    }
    // 与去年同期相比,营业收入下滑12.5%
    if let Some(comma) = first.checked_sub(1).filter(|&it| view.marks[it].kind == Kind::Comma)
        && let (lead, place) = view.clause(comma)
        && let Some(at) = (lead..comma).rev().take(4).find(|&it| view.date(it).is_some())
        && let Some(date) = view.date(at)
        && ["与", "和", "同", "跟"].iter().any(|it| view.text[place..date.start].trim_start() == *it)
        && matches!(&view.text[date.end..view.marks[comma].start], "相比" | "比较" | "相比较" | "比" | "对比")
        && let Some((basis, base)) = against(view.text, date, period)
    {
        return (
            basis,
            base,
            view.text[..date.start].char_indices().next_back().map_or(place, |it| it.0),
            word,
        );
    }
    (Basis::Unspecified, None, word, word)
}

/// What a growth is measured against, by the date after 较 or before 相比.
fn base(
    view: &View<'_>,
    than: usize,
    until: usize,
    period: Option<Period>,
) -> Option<(Basis, Option<Period>)> {
    let date = (than..until).take(REACH).find_map(|it| view.date(it))?;
    against(view.text, date, period)
}

/// What a comparison with a date is: with 上年, 去年同期 year on year, with 上月 month on month, else with that date: 上年末.
pub(super) fn against(
    text: &str,
    date: &DateMention,
    period: Option<Period>,
) -> Option<(Basis, Option<Period>)> {
    let printed = &text[date.start..date.end];
    let year = ["上一年", "上年", "去年"].into_iter().find_map(|it| printed.strip_prefix(it));
    if matches!(year, Some("" | "度" | "同期" | "同月" | "同季" | "全年" | "度同期")) {
        return Some((Basis::YearOnYear, period.map(|it| it.years_later(-1)).or(date.value)));
    }
    // 上半年 is a part of a year, and as a base no month before.
    if year.is_none() && printed.starts_with('上') && !printed.starts_with("上半年") {
        return Some((Basis::MonthOnMonth, date.value));
    }
    Some((Basis::Period(date.value?), date.value))
}

/// The month or quarter before.
fn month_before(period: Period) -> Option<Period> {
    match period {
        Period::Point(day) if day.month.is_some() => Some(Period::Point(day.months_later(-1))),
        Period::Span(from, to) => {
            let (first, last) = (from.month?, to.month?);
            let months = i32::from(last) - i32::from(first) + 1;
            (months == 3).then(|| Period::Span(from.months_later(-3), to.months_later(-3)))
        }
        _ => None,
    }
}
