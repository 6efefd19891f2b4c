//! When two facts speak of the same place and say the same.

use std::collections::HashMap;

use serde_json::Value;
use torch_bulletin::fold;

/// The other names of a unit.
const UNITS: &[(&str, &str)] = &[
    ("名", "人"),
    ("位", "人"),
    ("公里", "千米"),
    ("平方公里", "平方千米"),
    ("个百分点", "百分点"),
    ("吨标准煤", "吨标煤"),
    ("个月", "月"),
    ("个小时", "小时"),
    ("台(套)", "台"),
];

/// A text of a fact in one width and without blanks; empty where it has none.
pub(super) fn folded(fact: &Value, key: &str) -> String {
    fact[key].as_str().map(fold).unwrap_or_default()
}

fn unit(fact: &Value) -> String {
    let unit = folded(fact, "unit");
    UNITS.iter().find(|it| it.0 == unit).map_or(unit, |it| it.1.to_owned())
}

/// The ends of a measure, whichever is which: 近4万 may be given as its upper end or as both.
fn numbers(fact: &Value) -> Vec<i128> {
    let end = |key: &str| fact[key].as_f64().map(|it| (it * 1e6).round() as i128);
    let mut ends: Vec<_> = ["low", "high"].into_iter().filter_map(end).collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

pub(super) fn has_numbers(fact: &Value) -> bool {
    !numbers(fact).is_empty()
}

/// Whether two changes have one direction, value and unit.
pub(super) fn same_change(expected: &Value, given: &Value) -> bool {
    let value = |it: &Value| it["value"].as_f64();
    let (Some(a), Some(b)) = (value(expected), value(given)) else { return false };
    expected["direction"] == given["direction"]
        && (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1e-3)
        && unit(expected) == unit(given)
}

/// The fact as it is expected, and with each other reading that its `or` allows.
pub(super) fn readings(expected: &Value) -> Vec<Value> {
    let mut readings = vec![expected.clone()];
    let others = match &expected["or"] {
        Value::Array(others) => others.clone(),
        Value::Object(_) => vec![expected["or"].clone()],
        _ => Vec::new(),
    };
    for other in others {
        let mut reading = expected.clone();
        for (key, value) in other.as_object().into_iter().flatten() {
            reading[key] = value.clone();
        }
        readings.push(reading);
    }
    readings
}

/// Whether a fact says what a reading expects: the value that its kind is about.
pub(super) fn same_value(expected: &Value, given: &Value) -> bool {
    let measured = || numbers(expected) == numbers(given) && unit(expected) == unit(given);
    match expected["kind"].as_str().unwrap_or_default() {
        "date" => folded(expected, "value") == folded(given, "value"),
        "quantity" => measured(),
        "change" => same_change(expected, given),
        "observation" if has_numbers(expected) => measured(),
        "observation" => same_change(&expected["change"], &given["change"]),
        "person" => folded(expected, "name") == folded(given, "name"),
        "zone" => folded(expected, "zone") == folded(given, "zone"),
        _ => folded(expected, "title") == folded(given, "title"),
    }
}

/// Whether two mentions are about one place: one holds the other, or half of the shorter is common.
pub(super) fn overlap(a: &str, b: &str) -> bool {
    let (short, long) = if a.chars().count() <= b.chars().count() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return false;
    }
    let short: Vec<char> = short.chars().collect();
    let need = short.len().div_ceil(2);
    short.windows(need).any(|part| long.contains(&part.iter().collect::<String>()))
}

/// Whether two phrases are alike: half of their pairs of characters are common, or one holds the other.
pub(super) fn alike(a: &str, b: &str) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    if a.contains(b) || b.contains(a) {
        return true;
    }
    let pairs = |text: &str| {
        let chars: Vec<char> = text.chars().collect();
        let mut pairs: HashMap<Vec<char>, usize> = HashMap::new();
        chars.windows(2.min(chars.len())).for_each(|pair| *pairs.entry(pair.to_vec()).or_default() += 1);
        pairs
    };
    let (a, b) = (pairs(a), pairs(b));
    let common: usize = a.iter().map(|(pair, count)| count.min(b.get(pair).unwrap_or(&0))).copied().sum();
    let all: usize = a.values().chain(b.values()).sum();
    4 * common >= all
}
