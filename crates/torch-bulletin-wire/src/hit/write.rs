//! Hits and their counts as text: NDJSON and CSV.

use std::fmt::Write as _;

use serde_json::json;

use super::{Counts, Hit};
use crate::csv::cell;

const INFALLIBLE: &str = "a hit always serialises; this is our bug";

/// Hits as NDJSON: one object a line, each with its line end.
pub fn hits_to_ndjson(hits: &[Hit<'_>]) -> String {
    let mut out = String::new();
    for hit in hits {
        out.push_str(&serde_json::to_string(hit).expect(INFALLIBLE));
        out.push('\n');
    }
    out
}

/// The columns of the table; `start` and `end` are the hull of the spans.
const COLUMNS: &str = "source,issue,year,date,section,article,title,contributors,part,block,line,column,word,left,text,right,start,end";

/// Hits as CSV (RFC 4180) with a head; what is absent is empty, contributors are parted by 、.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn hits_to_csv(hits: &[Hit<'_>], head: bool) -> String {
    let mut out = String::new();
    if head {
        out.push_str(COLUMNS);
        out.push_str("\r\n");
    }
    for hit in hits {
        let number = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
        let cells = [
            hit.source.as_deref().unwrap_or_default(),
            hit.issue.as_deref().unwrap_or_default(),
            &number(hit.year.map(u32::from)),
            hit.date.as_deref().unwrap_or_default(),
            hit.section.as_deref().unwrap_or_default(),
            &number(hit.article),
            hit.title.as_deref().unwrap_or_default(),
            &hit.contributors.join("、"),
            hit.part.as_str(),
            &number(hit.block),
            &hit.line.to_string(),
            &hit.column.to_string(),
            &hit.word,
            &hit.left,
            &hit.text,
            &hit.right,
            &number(hit.spans.first().map(|span| span.start())),
            &number(hit.spans.last().map(|span| span.end())),
        ];
        for (index, text) in cells.into_iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            cell(&mut out, text);
        }
        out.push_str("\r\n");
    }
    out
}

/// Counts as NDJSON: `{"year": "2019", "hits": 3, "articles": 2, "issues": 1}`, the first key being what it is counted by.
pub fn counts_to_ndjson(counts: &Counts) -> String {
    let mut out = String::new();
    for row in counts.rows() {
        // Writing to a String does not fail.
        let _ = writeln!(
            out,
            r#"{{"{}":{},"hits":{},"articles":{},"issues":{}}}"#,
            counts.by().as_str(),
            json!(row.name),
            row.hits,
            row.articles,
            row.issues
        );
    }
    out
}

/// Counts as CSV (RFC 4180) with a head.
pub fn counts_to_csv(counts: &Counts) -> String {
    let mut out = format!("{},hits,articles,issues\r\n", counts.by().as_str());
    for row in counts.rows() {
        cell(&mut out, row.name.as_deref().unwrap_or_default());
        let _ = write!(out, ",{},{},{}\r\n", row.hits, row.articles, row.issues);
    }
    out
}
