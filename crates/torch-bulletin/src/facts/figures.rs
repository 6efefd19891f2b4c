//! Arithmetic 勾稽 that a text allows: a printed rate or multiple against the two levels printed beside it.
//!
//! 2021年生产总值366.1亿元,相较2013年生产总值257亿元,增长42.45%: 366.1/257 is 1.4245, so that the three agree. Each figure is a
//! rounded one; they agree where some values that round to what is printed fit each other.

use super::{Basis, Change, Decimal, Direction, Figures, Observation, Rule};

/// Whether a row's change follows from its level and the level of its base; `None` where that cannot be told.
pub(super) fn check(level: &Observation, base: &Observation, change: &Change) -> Option<(Figures, Rule)> {
    let (value, other) = (level.measure.value()?, base.measure.value()?);
    let same = level.unit == base.unit
        && (level.metric.ends_with(&base.metric) || base.metric.ends_with(&level.metric));
    let dated = matches!(change.basis, Basis::Period(period) if Some(period) == base.period);
    if !same || !dated || other <= Decimal::ZERO {
        return None;
    }
    let printed = change.value?;
    let unit = change.unit?.name;
    let quotient = value.ratio(other)?;
    let (computed, rule) = match (change.direction, unit) {
        (Direction::Up, "%") => (quotient.add(Decimal::whole(-1))?.shift(2)?, Rule::GrowthOfLevels),
        (Direction::Down, "%") => {
            (Decimal::whole(1).add(quotient.negated())?.shift(2)?, Rule::GrowthOfLevels)
        }
        (Direction::Ratio, "倍") => (quotient, Rule::MultipleOfLevels),
        (Direction::Up, "倍") => (quotient.add(Decimal::whole(-1))?, Rule::MultipleOfLevels),
        _ => return None,
    };
    // The error of a quotient is that of its parts, each half a unit of its last digit.
    let (of_value, of_other) = (half_unit(value) / value.to_f64(), half_unit(other) / other.to_f64());
    let scale = if rule == Rule::GrowthOfLevels { 100.0 } else { 1.0 };
    let error = quotient.to_f64() * (of_value + of_other) * scale + half_unit(printed);
    let agree = (computed.to_f64() - printed.to_f64()).abs() <= error * (1.0 + 1e-9);
    let sign = if rule == Rule::GrowthOfLevels { "%" } else { "" };
    let relation = format!("{value} / {other} → {computed}{sign}");
    Some((Figures { agree, relation, printed, computed }, rule))
}

/// Half a unit of the last digit that is not a zero at the end of a whole number.
fn half_unit(value: Decimal) -> f64 {
    if !value.is_whole() {
        return 0.5 * 10_f64.powi(-i32::from(value.places()));
    }
    let digits = value.to_string();
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    // 300亿 and 200万 are printed to the last 亿 and 万; 1.2万亿 may be rounded further.
    let most = match digits.len() {
        9..=12 => 8,
        5..=8 => 4,
        _ => zeros,
    };
    let zeros = zeros.min(most);
    0.5 * 10_f64.powi(zeros as i32)
}

#[cfg(test)]
mod tests {
    use crate::facts::{FactOptions, Value, extract_text};

    fn figures(text: &str) -> Vec<(bool, String)> {
        let facts = extract_text(text, "2022-07-31".parse().ok(), &FactOptions::default());
        let figures = facts.iter().filter_map(|fact| match &fact.value {
            Value::Figures(figures) => Some((figures.agree, fact.rule.to_string())),
            _ => None,
        });
        figures.collect()
    }

    #[test]
    fn rates_and_multiples_are_held_against_their_levels() {
        for (text, agree, rule) in [
            ("2021年,园区总收入达到360亿元,相较2015年总收入240亿元,增长50%。", true, "growth-of-levels"),
            ("2021年,园区总收入达到360亿元,相较2015年总收入240亿元,增长56%。", false, "growth-of-levels"),
            ("投资额150亿元,是2012年投资额30.4亿元的4.93倍。", true, "multiple-of-levels"),
            ("投资额150亿元,是2012年投资额30.4亿元的5.93倍。", false, "multiple-of-levels"),
            ("2021年,生产总值达到360亿元,较2017年的240亿元增长50%。", true, "growth-of-levels"),
            ("2021年,生产总值达到360亿元,较2017年的240亿元增长57%。", false, "growth-of-levels"),
            ("生产总值从2012年的240亿元增长到2021年的360亿元,增长50%。", true, "growth-of-levels"),
            ("生产总值从2012年的240亿元增长到2021年的360亿元,增长57%。", false, "growth-of-levels"),
            ("收入1200亿元,是2012年300亿元的4倍。", true, "multiple-of-levels"),
            ("收入1200亿元,是2012年300亿元的5倍。", false, "multiple-of-levels"),
        ] {
            assert_eq!(figures(text), [(agree, rule.to_owned())], "{text}");
        }
    }

    #[test]
    fn nothing_is_said_without_two_levels() {
        for text in [
            "总收入达到360亿元,同比增长50%。",
            "总收入突破360亿元,相较2015年总收入240亿元,增长50%。",
            // The rate of one year, not of all nine.
            "总收入从2012年的240亿元增长到2021年的360亿元,年均增长4.6%。",
            "总收入从2012年的240亿元增长到2021年的360亿元,年复合增长4.6%。",
        ] {
            assert_eq!(figures(text), [], "{text}");
        }
    }
}
