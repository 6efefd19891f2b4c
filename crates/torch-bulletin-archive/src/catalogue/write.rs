//! A catalogue as text: lines of JSON, or one table for a spreadsheet.

use serde_json::{Map, Value, json};
use torch_bulletin_wire::csv_cell;

use super::{Catalogue, IssueCard};

/// The keys of findings that are places among the issues; of sections they are `first` and `last`, which are numbers of findings.
const PLACES: &[&str] = &["issues", "best", "before", "issue"];

/// The columns of the CSV: what a row does not have is empty.
const COLUMNS: &[&str] = &[
    "row",
    "source",
    "issue",
    "year",
    "number",
    "number_last",
    "whole_number",
    "whole_number_last",
    "kind",
    "date",
    "name",
    "issues",
    "articles",
    "chars",
    "errors",
    "warnings",
    "notes",
    "text_sha256",
    "sections",
    "finding",
    "message",
    "first",
    "last",
    "copy",
    "newsletter",
];

impl Catalogue {
    /// One JSON object a line: every issue, then findings, then sections. The key `row` says which (`issue`, `finding`,
    /// `section`); `copy` says that another row counts for the same issue; places among the issues are the names of their inputs, and a finding has its sentence as `message`.
    ///
    /// ```
    /// use torch_bulletin_archive::{Catalogue, IssueCard};
    /// let mut catalogue = Catalogue::default();
    /// catalogue.add(IssueCard::of("a.txt", &torch_bulletin::parse("没有新闻。").into_document()));
    /// let lines = catalogue.to_ndjson();
    /// assert!(lines.contains(r#"{"row":"finding","finding":"unnumbered","issue":"a.txt","message":"a.txt says neither"#));
    /// ```
    pub fn to_ndjson(&self) -> String {
        self.rows().into_iter().map(|row| format!("{}\n", Value::Object(row))).collect()
    }

    /// The same as one table in CSV (RFC 4180) with a head, with the same safety as [tables](torch_bulletin_wire::tables::to_csv):
    /// a list is parted by 、, and a joint issue has its last number in `number_last`. Of a finding, `source` names the inputs.
    pub fn to_csv(&self) -> String {
        let mut out = COLUMNS.join(",") + "\r\n";
        for row in self.rows() {
            for (index, column) in COLUMNS.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                csv_cell(&mut out, &cell(&row, column));
            }
            out.push_str("\r\n");
        }
        out
    }

    fn rows(&self) -> Vec<Map<String, Value>> {
        let row = |kind: &str, value: Value| {
            let mut row = Map::from_iter([("row".to_owned(), json!(kind))]);
            if let Value::Object(keys) = value {
                row.extend(keys);
            }
            row
        };
        let named = |mut row: Map<String, Value>, places: &[&str]| {
            for key in places {
                if let Some(value) = row.get_mut(*key) {
                    self.name(value);
                }
            }
            row
        };
        let issue = |(card, is_counted): (&IssueCard, bool)| {
            let mut issue = row("issue", json!(card));
            issue.insert("copy".to_owned(), json!(!is_counted));
            issue
        };
        let mut rows: Vec<_> = self.issues().iter().zip(self.counted()).map(issue).collect();
        for finding in self.findings() {
            let mut found = named(row("finding", json!(finding)), PLACES);
            found.insert("message".to_owned(), json!(self.say(&finding)));
            rows.push(found);
        }
        let sections = self.sections().into_iter();
        rows.extend(sections.map(|section| named(row("section", json!(section)), &["first", "last"])));
        rows
    }

    /// Puts the names of inputs in the place of places.
    fn name(&self, value: &mut Value) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(|it| self.name(it)),
            Value::Number(at) => {
                let card: Option<&IssueCard> = at.as_u64().and_then(|at| self.issues().get(at as usize));
                *value = json!(card.map(|card| &card.source));
            }
            _ => {}
        }
    }
}

/// What stands in a column of a row.
fn cell(row: &Map<String, Value>, column: &str) -> String {
    let is_finding = row.contains_key("finding");
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(section) => section.get("name").and_then(Value::as_str).unwrap_or_default().to_owned(),
        other => other.to_string(),
    };
    let all = |value: &Value| match value {
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join("、"),
        one => text(one),
    };
    let of = |key: &str| row.get(key).unwrap_or(&Value::Null);
    match column {
        "source" if is_finding => all(row.get("issues").or(row.get("issue")).unwrap_or(&Value::Null)),
        // Of a finding they are inputs, which stand in `source`, or a number of a year.
        "issue" | "issues" if is_finding => String::new(),
        "number" | "whole_number" => match of(column) {
            Value::Array(range) => range.first().map(text).unwrap_or_default(),
            one => text(one),
        },
        "number_last" => of("number").get(1).map(text).unwrap_or_default(),
        "whole_number_last" => of("whole_number").get(1).map(text).unwrap_or_default(),
        _ => all(of(column)),
    }
}
