//! Cells of CSV (RFC 4180) that a spreadsheet shows as they are.

use std::borrow::Cow;

/// Writes a cell of CSV, with what goes around it. What a spreadsheet would take for a formula gets an apostrophe before it,
/// since text of an issue must not run: `=HYPERLINK(…)`, `+…`, `@SUM(…)`, `-2+3`, also behind a tab or carriage return, and in full width, which some
/// spreadsheets read as the same signs. Numbers stay numbers.
///
/// ```
/// let mut out = String::new();
/// torch_bulletin_wire::csv_cell(&mut out, "=1,2");
/// assert_eq!(out, "\"'=1,2\"");
/// ```
pub fn cell(out: &mut String, text: &str) {
    let begins = text.starts_with(['=', '+', '@', '\t', '\r', '\n', '＝', '＋', '＠'])
        && text.chars().nth(1).is_some();
    let formula = begins || text.starts_with(['-', '－']) && text.parse::<f64>().is_err();
    let text = if formula { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) };
    if text.contains(['"', ',', '\n', '\r']) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(&text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("=HYPERLINK(\"http://a.example\",\"b\")", "\"'=HYPERLINK(\"\"http://a.example\"\",\"\"b\"\")\""),
            ("+1", "'+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("＝1", "'＝1"),
            ("-2+3", "'-2+3"),
            ("-2.5", "-2.5"),
            ("——摘自", "——摘自"),
            ("=", "="),
            ("a=b", "a=b"),
            ("甲,\"乙\"\n丙", "\"甲,\"\"乙\"\"\n丙\""),
            ("", ""),
        ] {
            let mut out = String::new();
            cell(&mut out, text);
            assert_eq!(out, written);
        }
    }
}
