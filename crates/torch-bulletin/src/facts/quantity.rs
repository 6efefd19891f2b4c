//! Counts and measures 数量: a number, its unit, and the words beside it that bound it.
//!
//! ```abnf
//! quantity = [before] numeral [dash numeral] [unit ["/" unit]] [after]
//! before   = "突破" / "超" / "近" / "约" / "不足" / "达" …
//! after    = "以上" / "左右" / "以内" …
//! ```
//! Names with digits (5G, 599N, G7, 第3期, 前50强) are none.

mod bounds;
mod half;
mod unit;

use super::lexicon::{self, Meaning, TABLES};
use super::numeral::{Form, Numeral, arabic, numeral};
use super::words::Words;
use super::{Comparator, Decimal, Quantity, Rule, Unit};
use bounds::{
    bounds, equal, is_negative, leads, limited, listed_ordinal, may_lead, measured_alone, rank, several,
};
use half::half;
use unit::{bracketed, cents, has_cents, is_named, measured, per, tenths};

/// A number as it was read, with or without a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// Where its comparator begins.
    pub(super) start: usize,
    /// Where its number begins.
    pub(super) number: usize,
    pub(super) end: usize,
    pub(super) quantity: Quantity,
    pub(super) rule: Rule,
    /// Whether a digit is Arabic.
    pub(super) arabic: bool,
    /// Only a number: no unit, and nothing beside it that would make it a measure.
    pub(super) bare: bool,
    /// The number as printed, where the measure was turned into %: a fraction.
    pub(super) plain: Option<Decimal>,
}

/// Reads the quantity whose number begins at `start`; `floor` is where the mark before ends.
pub(super) fn amount(text: &str, start: usize, floor: usize) -> Option<Amount> {
    let led = may_lead(&text[..start]);
    if let Some(found) = plain(text, start, floor, led) {
        return Some(found);
    }
    let before = if led { &text[floor.min(start)..start] } else { "" };
    let last = before.chars().next_back();
    let bytes = text.as_bytes();
    let arabic_first = bytes[start].is_ascii_digit();
    // G7, T300, COVID-19; 2.5 after another point.
    // .5 without a digit before its point
    let point = arabic_first
        && last == Some('.')
        && text[..start - 1].chars().next_back().is_none_or(|c| c == '-' || c.is_whitespace());
    let start = if point { start - 1 } else { start };
    let before = if point { &before[..before.len() - 1] } else { before };
    let last = before.chars().next_back();
    if arabic_first && last.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_') {
        return None;
    }
    if text[start..].starts_with('数') && !several(&text[..start]) {
        return None;
    }
    let half = if arabic_first { None } else { half(text, start, floor) };
    let mut first = half.map_or_else(|| numeral(text, start), Some)?;
    let negative = matches!(last, Some('负' | '負' | '-' | ' ')) && is_negative(before);
    let mut begin = start;
    if negative {
        first.value = first.value.negated();
        begin -= if before.ends_with("- ") { 2 } else { last.map_or(0, char::len_utf8) };
    }
    // 过半: a bound by a word that is one here only.
    let over = half.is_some() && before.ends_with(['过', '多']) && !before.ends_with("超过");
    // 第3期, 第二: an ordinal. 前50强, 前三名: a rank.
    let ordinal = last == Some('第') || listed_ordinal(&text[..start]);
    let behind = TABLES.unit(&text[first.end..]);
    let (low, upper) = range(text, &first, behind);
    first.value = low;
    let end = upper.map_or(first.end, |it| it.end);
    let behind = if end == first.end { behind } else { TABLES.unit(&text[end..]) };
    let last_number = upper.as_ref().unwrap_or(&first);
    let (last_end, per_cent) = (last_number.end, last_number.form);
    let after = &text[end..];
    let mut end = end;
    let mut unit = None;
    let mut dimension = None;
    let mut rule = Rule::NumberWithUnit;
    let mut scale = 0;
    let mut dozen = false;
    match per_cent {
        Form::Per(power) => {
            // 千分之三 is 0.3%.
            unit = Some(Unit { name: "%", per: None });
            dimension = Some("ratio");
            rule = Rule::Percentage;
            scale = 2 - i32::from(power);
        }
        Form::Fraction if after.chars().next().is_none_or(|c| !"年月日天元公升吨米千人".contains(c)) =>
        {
            unit = Some(Unit { name: "%", per: None });
            dimension = Some("ratio");
            rule = Rule::Fraction;
        }
        _ => {
            if let Some((length, found, what)) = tenths(text, start, end) {
                (unit, dimension, rule, scale) = (Some(found), Some(what), Rule::Percentage, 1);
                end += length;
            } else if behind.is_none()
                && let Some(rest) = after
                    .strip_prefix('打')
                    .filter(|rest| rest.chars().next().is_none_or(|c| "，,。、 ".contains(c)))
            {
                dozen = true;
                end = text.len() - rest.len();
            } else if let Some((length, found, what)) =
                behind.and_then(|found| measured(text, end, last_number, found))
            {
                (unit, dimension) = (Some(found), Some(what));
                if what == "ratio" && matches!(found.name, "%" | "‰") {
                    rule = Rule::Percentage;
                }
                end += length;
            } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) && first.arabic {
                // 5G, 128K, 3D: a name.
                return None;
            }
        }
    }
    // Most amounts are followed by nothing that belongs to them.
    let mut meaning = equal();
    if TABLES.goes_on(&text[end..]) {
        (end, unit, meaning) = tail(text, end, unit);
    }
    // What stands before: 突破, 近, 约; with 人民币 or 了 between.
    let before = if led { &text[floor.min(begin)..begin] } else { "" };
    let head = without_currency(before);
    let mut said = false;
    if over {
        meaning = Meaning { comparator: Comparator::Above, below: false, approximate: false };
        begin -= '过'.len_utf8();
    } else if led {
        let (length, found, bounds) = lead(head, (&text[..begin], &text[start..]), &first, meaning);
        (meaning, said) = (found, bounds);
        begin -= if length == 0 { 0 } else { length + before.len() - head.len() };
    }
    if ordinal || rank(head, unit, &text[end..]) {
        (unit, dimension) = (None, None);
        (begin, end, meaning) = (start, last_end, equal());
        said = false;
    }
    let arabic = first.arabic || upper.is_some_and(|it| it.arabic);
    if dozen {
        first.value = first.value.mul(Decimal::whole(12))?;
    }
    // 两米半, 三年半
    if unit.is_some_and(|unit| !matches!(unit.name, "%" | "倍"))
        && text[end..].starts_with('半')
        && upper.is_none()
        && first.value.is_whole()
    {
        first.value = first.value.add(Decimal::whole(5).shift(-1)?)?;
        end += '半'.len_utf8();
        // 两个半月
        if unit.is_some_and(|unit| unit.name == "个")
            && text[end..].starts_with('月')
            && let Some(month) = TABLES.unit("个月")
        {
            (unit, dimension) = (Some(Unit { name: month.canonical, per: None }), Some(month.dimension));
            end += '月'.len_utf8();
        }
    }
    if unit.is_some_and(|unit| matches!(unit.name, "元" | "块")) && upper.is_none() {
        let (cents, length) = cents(&text[end..]);
        first.value = first.value.add(cents)?;
        end += length;
    }
    // “三个面向”: a name, which counts nothing.
    if !first.arabic && is_named(&text[..begin], &text[end..], unit) {
        return None;
    }
    let measure = bounds(&first, upper.as_ref(), meaning, rule, scale)?;
    let mut bare = unit.is_none();
    if bare && said && arabic && measured_alone(text, end, &first) {
        bare = false;
        rule = Rule::NumberAfterVerb;
    }
    if bare {
        rule = Rule::BareNumber;
    }
    let plain = (rule == Rule::Fraction).then_some(first.value);
    let quantity = Quantity { measure, unit, dimension };
    Some(Amount { start: begin, number: start, end, quantity, rule, arabic, bare, plain })
}

/// Reads what most amounts are, Arabic digits and a unit, with a comparator before them at most; `None` where anything else
/// may belong to them. `led` tells whether anything before the number may.
fn plain(text: &str, start: usize, floor: usize, led: bool) -> Option<Amount> {
    if !text.as_bytes()[start].is_ascii_digit() || led && may_rename(&text[..start]) {
        return None;
    }
    let number = arabic(text, start)?;
    let (length, unit, dimension) = measured(text, number.end, &number, TABLES.unit(&text[number.end..])?)?;
    let end = number.end + length;
    let rest = &text[end..];
    if !TABLES.ends(rest) || matches!(unit.name, "元" | "块") && has_cents(rest) {
        return None;
    }
    let per_cent = matches!(unit.name, "%" | "‰");
    let rule = if per_cent { Rule::Percentage } else { Rule::NumberWithUnit };
    let (mut begin, mut meaning) = (start, equal());
    if led {
        let (length, found, _) =
            lead(&text[floor.min(start)..start], (&text[..start], &text[start..]), &number, meaning);
        (begin, meaning) = (start - length, found);
    }
    let measure = bounds(&number, None, meaning, rule, 0)?;
    let quantity = Quantity { measure, unit: Some(unit), dimension: Some(dimension) };
    Some(Amount { start: begin, number: start, end, quantity, rule, arabic: true, bare: false, plain: None })
}

/// Whether what stands before Arabic digits may make another number or no amount of them: a sign or a point, an ordinal, a
/// rank, a currency.
fn may_rename(before: &str) -> bool {
    let last = before.chars().next_back();
    last.is_some_and(|c| {
        c.is_ascii() || matches!(c, '负' | '負' | '第' | '、' | '和' | '与' | '前' | '币' | '了')
    })
}

/// What stands before a number without 人民币 and 了: 达到了人民币3亿元.
fn without_currency(before: &str) -> &str {
    let mut head = before;
    if head.ends_with(['币', '了']) {
        for word in ["人民币", "了", "到了"] {
            head = head.strip_suffix(word).unwrap_or(head);
        }
    }
    head
}

/// What bounds a number before it: how long that is, what the number means then, and whether anything was said of it. `head` is
/// what may belong to the number, `around` all that stands before the number and all from it on.
fn lead(head: &str, around: (&str, &str), number: &Numeral, meaning: Meaning) -> (usize, Meaning, bool) {
    if let Some(length) = limited(head) {
        // 最高可获500万元, 最多给予30万元
        let most = Meaning { comparator: Comparator::AtMost, below: false, approximate: meaning.approximate };
        return (length, most, true);
    }
    if let Some((word, found)) = TABLES.before(head).filter(|it| leads(head, it.0)) {
        let found = match found.comparator {
            Comparator::Equal => return (0, meaning, true),
            _ if meaning.approximate => Meaning { approximate: true, ..found },
            _ => found,
        };
        return (word.len(), found, true);
    }
    // 数10万名
    let tens = around.1.starts_with("10") && number.value >= Decimal::whole(10);
    if tens && head.ends_with('数') && around.0.strip_suffix('数').is_some_and(several) {
        let more = Meaning { comparator: Comparator::Above, below: false, approximate: true };
        return ('数'.len_utf8(), more, false);
    }
    (0, meaning, false)
}

/// What belongs to an amount behind its unit: a unit below the line, a second one in brackets, 多, 以上; where it ends then.
fn tail(text: &str, mut end: usize, mut unit: Option<Unit>) -> (usize, Option<Unit>, Meaning) {
    let mut meaning = equal();
    // 5千克/立方米, 300万元/亩
    if let (Some(found), Some(rest)) = (unit, text[end..].strip_prefix('/'))
        && found.per.is_none()
        && let Some((length, per)) = per(rest)
    {
        unit = Some(Unit { per: Some(per), ..found });
        end += 1 + length;
    }
    // 42台(套), 3000户(次): a second unit in brackets.
    if unit.is_some() {
        end += bracketed(&text[end..]);
    }
    if unit.is_some_and(|unit| unit.name == "元") && text[end..].starts_with("人民币") {
        end += "人民币".len();
    }
    // 余 and 多 after the unit: 3年多, 10公里多
    if let Some(rest) = text[end..].strip_prefix('多')
        && unit.is_some()
        && !rest.starts_with(|c: char| "样元维层功变模媒边方部学".contains(c))
    {
        meaning = Meaning { comparator: Comparator::Above, below: false, approximate: true };
        end += '多'.len_utf8();
    }
    if let Some((word, found)) = TABLES.after(&text[end..])
        && (unit.is_some() || word.chars().count() > 1)
        && !(word == "余" || word == "多")
        && !matches!(unit, Some(Unit { name: "级", .. }))
    {
        // 本科以上 and 市级以上 have no number; 3年以上 has.
        meaning = found;
        end += word.len();
    }
    // 30%强, 两成强
    if unit.is_some_and(|unit| unit.name == "%")
        && let Some(rest) = text[end..].strip_prefix('强')
        && rest.chars().next().is_none_or(|c| "，,。；;、）)的".contains(c))
    {
        meaning = Meaning { comparator: Comparator::Above, below: false, approximate: true };
        end = text.len() - rest.len();
    }
    (end, unit, meaning)
}

/// The ends of 5%—8%, 7-9个, 一百二十到一百五十万: what the first lacks it takes from the second. `None` for a number alone.
fn range(text: &str, first: &Numeral, unit: Option<&lexicon::Unit>) -> (Decimal, Option<Numeral>) {
    let alone = (first.value, None);
    let rest = &text[first.end..];
    // A unit may stand at both ends: 5%—8%, 100万元至200万元.
    let unit = unit.map_or("", |unit| unit.printed);
    let after = &rest[unit.len()..];
    static DASHES: Words = Words::new(&["——", "-", "—", "–", "~", "～", "至", "到"]);
    let Some(dash) = DASHES.starts(after) else {
        return (first.value, first.upto.map(|upto| Numeral { value: upto, ..*first }));
    };
    let at = text.len() - after.len() + dash.len();
    let Some(second) = numeral(text, at) else { return alone };
    let same = TABLES.unit(&text[second.end..]).is_some_and(|it| it.printed == unit);
    if !unit.is_empty() && !same || matches!(second.form, Form::Fraction) || first.more {
        return alone;
    }
    // 010-68667266 and 2011-2020-3 are no ranges.
    let digit_after = text[second.end..].starts_with(|c: char| c == '-' || c.is_ascii_alphabetic());
    if dash == "-" && unit.is_empty() && digit_after {
        return alone;
    }
    let mut low = first.value;
    if first.scale < 4
        && second.scale >= 4
        && unit.is_empty()
        && let Some(scaled) = low.shift(second.scale.into())
        && scaled < second.value
    {
        low = scaled;
    }
    if low < second.value { (low, Some(second)) } else { alone }
}

#[cfg(test)]
mod tests;
