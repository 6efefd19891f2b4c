//! Rows as text: one JSON object a line, or CSV that a spreadsheet takes for no formula.

use std::fmt::Write as _;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Float64Type, UInt32Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::Schema;

use crate::csv::cell;
use crate::fact::Number;

/// The rows of a table as NDJSON: one object a line, each with its line end; what is absent is `null`.
///
/// ```
/// use torch_bulletin_wire::{OffsetUnit, tables};
/// let source = "火炬动态\n2019年第3期\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let rows = tables::blocks(source, parsed.bulletin(), OffsetUnit::Codepoint);
/// assert!(tables::to_ndjson(&rows).starts_with(r#"{"issue":"2019-3","article":0,"id":"2019-3/a0","block":0,"#));
/// ```
pub fn to_ndjson(rows: &RecordBatch) -> String {
    let schema = rows.schema();
    let keys: Vec<String> = schema.fields().iter().map(|field| json(field.name())).collect();
    let mut out = String::new();
    for row in 0..rows.num_rows() {
        for (index, (key, column)) in keys.iter().zip(rows.columns()).enumerate() {
            out.push(if index == 0 { '{' } else { ',' });
            out.push_str(key);
            out.push(':');
            push_json(&mut out, column, row);
        }
        out.push_str("}\n");
    }
    out
}

/// The first line of a table as CSV: the names of the columns.
pub fn csv_head(schema: &Schema) -> String {
    let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    names.join(",") + "\r\n"
}

/// The rows of a table as CSV (RFC 4180), without a head; what is absent is empty.
///
/// The items of a list are parted by 、. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
///
/// ```
/// use torch_bulletin_wire::{OffsetUnit, tables};
/// let source = "火炬动态\n2019年第3期\n=1+1\n今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let rows = tables::articles(source, parsed.bulletin(), OffsetUnit::Codepoint);
/// assert!(tables::csv_head(&rows.schema()).starts_with("issue,date,article,id,"));
/// assert!(tables::to_csv(&rows).starts_with("2019-3,,0,2019-3/a0,,,'=1+1,"));
/// ```
pub fn to_csv(rows: &RecordBatch) -> String {
    let mut out = String::new();
    for row in 0..rows.num_rows() {
        for (index, column) in rows.columns().iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            push_csv(&mut out, column, row);
        }
        out.push_str("\r\n");
    }
    out
}

fn push_json(out: &mut String, column: &dyn Array, row: usize) {
    if column.is_null(row) {
        out.push_str("null");
    } else if let Some(text) = column.as_string_opt::<i64>() {
        out.push_str(&json(text.value(row)));
    } else if let Some(list) = column.as_list_opt::<i32>() {
        let items = list.value(row);
        out.push_str(&json(&items.as_string::<i64>().iter().flatten().collect::<Vec<_>>()));
    } else {
        push_plain(out, column, row);
    }
}

fn push_csv(out: &mut String, column: &dyn Array, row: usize) {
    if column.is_null(row) {
        return;
    }
    if let Some(text) = column.as_string_opt::<i64>() {
        cell(out, text.value(row));
    } else if let Some(list) = column.as_list_opt::<i32>() {
        let items = list.value(row);
        cell(out, &items.as_string::<i64>().iter().flatten().collect::<Vec<_>>().join("、"));
    } else {
        push_plain(out, column, row);
    }
}

/// A count, a number or a flag, which JSON and CSV write alike.
fn push_plain(out: &mut String, column: &dyn Array, row: usize) {
    if let Some(numbers) = column.as_primitive_opt::<Float64Type>() {
        out.push_str(&json(&Number(numbers.value(row))));
    } else if let Some(flags) = column.as_boolean_opt() {
        out.push_str(if flags.value(row) { "true" } else { "false" });
    } else {
        // Writing to a String does not fail.
        let _ = write!(out, "{}", column.as_primitive::<UInt32Type>().value(row));
    }
}

fn json(value: &(impl serde::Serialize + ?Sized)) -> String {
    serde_json::to_string(value).expect("a cell always serialises; this is our bug")
}
