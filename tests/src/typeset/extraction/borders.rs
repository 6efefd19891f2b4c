//! What an extracted text no longer shows: the rows of a table; the end of a paragraph whose last line is full, and the ends of lines
//! inside a paragraph that could be a paragraph's, where neither indents nor blank lines are left.

use serde_json::{Value, json};
use torch_bulletin::fold;

use super::design::Design;
use crate::typeset::model::Issue;
use crate::typeset::print::folded;

/// The structure of an issue with the borders that `text` leaves open.
pub(super) fn opened(issue: &Issue, text: &str, design: &Design) -> Value {
    let mut expected = folded(&issue.structure());
    let sheet = Sheet::of(text, issue, design);
    for section in expected["sections"].as_array_mut().into_iter().flatten() {
        for article in section["articles"].as_array_mut().into_iter().flatten() {
            let Some(blocks) = article["blocks"].as_array_mut() else { continue };
            for index in 0..blocks.len() {
                let next = blocks.get(index + 1);
                let before_paragraph = next.is_some_and(|it| it["type"] == "paragraph");
                if blocks[index]["type"] == "paragraph" {
                    sheet.open(&mut blocks[index], before_paragraph);
                } else if blocks[index]["type"] == "table" && !shows_rows(text, &blocks[index]) {
                    blocks[index]["rows_do_not_show"] = json!(true);
                }
            }
        }
    }
    expected
}

/// Whether a line has the first row of a table, its cells parted by two blanks at least: some extractors give a cell a
/// line, a column after the other, or all cells with one blank between.
fn shows_rows(text: &str, table: &Value) -> bool {
    let cells = |row: &Value| -> Vec<String> {
        row.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let first = cells(&table["rows"][0]);
    text.lines().any(|line| {
        let found: Vec<String> = line.split("  ").map(fold).filter(|it| !it.is_empty()).collect();
        found == first
    })
}

/// The characters of a text without its heads and feet, folded, and the lines they stand on.
struct Sheet {
    text: Vec<char>,
    /// Where each line ends, and whether it is full.
    lines: Vec<(usize, bool)>,
}

impl Sheet {
    fn of(text: &str, issue: &Issue, design: &Design) -> Self {
        let head = fold(&design.head.replace("{head}", &Design::running_head(issue)));
        let foot: Vec<String> = design.foot.split("{n}").map(fold).collect();
        let is_furniture = |line: &str| {
            let inside = line
                .strip_prefix(foot[0].as_str())
                .map(|it| it.trim_start_matches(|c: char| c.is_ascii_digit()));
            line == head && !head.is_empty()
                || inside.is_some_and(|it| it.starts_with(foot[1].as_str()) && it.chars().count() < 8)
        };
        let lines: Vec<String> =
            text.lines().map(fold).filter(|line| !line.is_empty() && !is_furniture(line)).collect();
        // The measure is what the longest lines of prose have; a tenth of them may hang over.
        let mut widths: Vec<usize> = lines.iter().map(|it| width(it)).collect();
        widths.sort_unstable();
        let measure = widths.get(widths.len() * 8 / 10).copied().unwrap_or(0);
        let mut out = Self { text: Vec::new(), lines: Vec::new() };
        for line in &lines {
            out.text.extend(line.chars());
            out.lines.push((out.text.len(), width(line) + 4 >= measure));
        }
        out
    }

    fn open(&self, block: &mut Value, before_paragraph: bool) {
        let paragraph: Vec<char> = block["text"].as_str().unwrap_or_default().chars().collect();
        let Some(start) = self.find(&paragraph) else { return };
        let end = start + paragraph.len();
        let first = self.lines.partition_point(|(at, _)| *at <= start);
        let mut splits = Vec::new();
        for &(at, is_full) in self.lines[first..].iter().take_while(|(at, _)| *at <= end) {
            if at == end {
                if is_full && before_paragraph {
                    block["may_join_next"] = json!(true);
                }
            } else if "。！？!?\"”)；;:：".contains(self.text[at - 1]) {
                splits.push(at - start);
            }
        }
        if !splits.is_empty() {
            block["may_split_at"] = json!(splits);
        }
    }

    fn find(&self, paragraph: &[char]) -> Option<usize> {
        let first = paragraph.first()?;
        let ends = self.text.len().checked_sub(paragraph.len())?;
        (0..=ends).find(|&at| self.text[at] == *first && self.text[at..at + paragraph.len()] == *paragraph)
    }
}

fn width(line: &str) -> usize {
    line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
