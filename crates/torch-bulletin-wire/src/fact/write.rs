//! Facts as text: JSON, NDJSON and CSV.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Fact;
use crate::csv::cell;

const INFALLIBLE: &str = "a fact always serialises; this is our bug";

/// Facts as NDJSON: one object a line, each with its line end.
///
/// ```
/// use torch_bulletin::facts::{FactOptions, extract_text};
/// use torch_bulletin_wire::{Fact, OffsetUnit, facts_to_ndjson};
/// let text = "共 10亿元";
/// let facts = extract_text(text, None, &FactOptions::default());
/// let json = facts_to_ndjson(&Fact::all(text, &facts, OffsetUnit::Codepoint, None));
/// assert!(json.starts_with(concat!(
///     r#"{"kind":"quantity","issue":null,"article":null,"block":0,"text":"10亿元","spans":[[2,6]],"#,
///     r#""rule":"number-with-unit","source":null,"low":1000000000,"high":1000000000,"comparator":"=","unit":"元""#,
/// )));
/// ```
pub fn facts_to_ndjson(facts: &[Fact<'_>]) -> String {
    lines(facts)
}

/// Facts as one JSON list, indented, with a line end.
pub fn facts_to_json(facts: &[Fact<'_>]) -> String {
    list(facts)
}

/// One object a line.
pub(super) fn lines<T: Serialize>(rows: &[T]) -> String {
    let mut out = String::new();
    for row in rows {
        out.push_str(&serde_json::to_string(row).expect(INFALLIBLE));
        out.push('\n');
    }
    out
}

/// One list, indented.
pub(super) fn list<T: Serialize>(rows: &[T]) -> String {
    serde_json::to_string_pretty(rows).expect(INFALLIBLE) + "\n"
}

/// The columns of the table; `start` and `end` are the hull of the spans.
const COLUMNS: &[&str] = &[
    "kind",
    "source",
    "issue",
    "article",
    "block",
    "text",
    "start",
    "end",
    "rule",
    "value",
    "low",
    "high",
    "comparator",
    "unit",
    "approximate",
    "subject",
    "subject_rule",
    "zone",
    "province",
    "metric",
    "period",
    "period_rule",
    "direction",
    "basis",
    "base_period",
    "whole",
    "change_direction",
    "change_value",
    "change_unit",
    "change_basis",
    "name",
    "titles",
    "organisation",
    "title",
    "vague",
    "relation",
    "printed",
    "computed",
];

/// Facts as CSV (RFC 4180) with a head: one table for all kinds; what a kind does not have is empty.
///
/// Titles of a person are parted by 、. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn facts_to_csv(facts: &[Fact<'_>], head: bool) -> String {
    table(head, &[], facts, |fact| (fact, Vec::new()))
}

/// The table with further columns: `row` gives the fact of a row and its further cells.
pub(super) fn table<'r, 'a: 'r, T>(
    head: bool,
    further: &[&str],
    rows: &'r [T],
    row: impl Fn(&'r T) -> (&'r Fact<'a>, Vec<Cow<'r, str>>),
) -> String {
    let mut out = String::new();
    if head {
        out.push_str(&[COLUMNS, further].concat().join(","));
        out.push_str("\r\n");
    }
    for (fact, further) in rows.iter().map(row) {
        let Ok(Value::Object(object)) = serde_json::to_value(fact) else { continue };
        let cells = COLUMNS.iter().map(|column| text(&object, fact, column)).chain(further);
        for (index, text) in cells.enumerate() {
            if index > 0 {
                out.push(',');
            }
            cell(&mut out, &text);
        }
        out.push_str("\r\n");
    }
    out
}

fn text<'o>(object: &'o Map<String, Value>, fact: &Fact<'_>, column: &str) -> Cow<'o, str> {
    let spans = &fact.mention().spans;
    match column {
        "start" => return spans.first().map_or(String::new(), |span| span.start().to_string()).into(),
        "end" => return spans.last().map_or(String::new(), |span| span.end().to_string()).into(),
        _ => {}
    }
    let value = match column.strip_prefix("change_") {
        Some(key) => object.get("change").and_then(|change| change.get(key)),
        None => object.get(column),
    };
    match value {
        Some(Value::String(text)) => Cow::Borrowed(text),
        Some(Value::Array(list)) => {
            list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("、").into()
        }
        Some(Value::Null) | None => Cow::Borrowed(""),
        Some(value) => value.to_string().into(),
    }
}
