//! What a fact says, in a few words: for a tooltip, or the cell of a table.

use std::fmt::Write as _;

use crate::facts::{Change, Decimal, Fact, Measure, Unit, Value};

/// What a fact says, in a few words.
pub(super) fn said(fact: &Fact) -> String {
    match &fact.value {
        Value::Date(date) => date.value.map_or_else(|| "?".to_owned(), |value| value.to_string()),
        Value::Quantity(quantity) => measure(quantity.measure, quantity.unit),
        Value::Number(number) => measure(*number, None),
        Value::Change(change) => changed(change),
        Value::Observation(row) => {
            let subject = row.subject.as_deref().or(row.zone);
            let period = row.period.map(|period| period.to_string());
            let mut out = String::new();
            for part in [subject, Some(&row.metric), period.as_deref()].into_iter().flatten() {
                out.push_str(part);
                out.push_str(" · ");
            }
            if row.measure.printed().is_some() {
                out.push_str(&measure(row.measure, row.unit));
            }
            if let Some(change) = &row.change {
                let comma = if row.measure.printed().is_some() { ", " } else { "" };
                // Writing to a String does not fail.
                let _ = write!(out, "{comma}{}", changed(change));
            }
            out
        }
        Value::Person(person) => {
            let body = person.organisation.as_deref().unwrap_or_default();
            let mut out = format!("{} · {body} {}", person.name, person.titles.join("、"));
            out.truncate(out.trim_end_matches([' ', '·']).len());
            out
        }
        Value::Zone(zone) => match (zone.zone, zone.province) {
            (Some(zone), Some(province)) => format!("{zone} · {province}"),
            (Some(zone), None) => zone.to_owned(),
            (None, _) => zone.approved.map_or_else(|| "?".to_owned(), |day| format!("not before {day}")),
        },
        Value::Document(document) => document.title.clone(),
        Value::Figures(figures) => figures.relation.clone(),
    }
}

fn measure(it: Measure, unit: Option<Unit>) -> String {
    let Measure { low, high, comparator, .. } = it;
    let end = |value: Option<Decimal>| value.map_or_else(String::new, |value| value.to_string());
    let number = if low == high { end(low) } else { format!("{}..{}", end(low), end(high)) };
    let unit = unit.map_or_else(String::new, |unit| format!(" {unit}"));
    format!("{comparator} {number}{unit}")
}

fn changed(change: &Change) -> String {
    let value = change.value.map_or_else(String::new, |value| format!(" {value}"));
    let unit = change.unit.map_or_else(String::new, |unit| format!(" {unit}"));
    format!("{}{value}{unit} ({})", change.direction, change.basis_text())
}
