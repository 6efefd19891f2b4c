//! Tables of scores, and differences to read.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::grid::{Case, Outcome};
use super::score::Score;
use super::shrink::shrunk;

/// Mean and worst of a group of cases.
#[derive(Clone, Copy, Debug)]
pub struct Summary {
    /// How many cases.
    pub cases: usize,
    /// How many of them are perfect.
    pub perfect: usize,
    /// The mean score, from 0 to 1.
    pub mean: f64,
    /// The least score.
    pub worst: f64,
}

impl Summary {
    /// Of scores; of none it is perfect.
    pub fn of<'o>(outcomes: impl IntoIterator<Item = &'o Outcome>) -> Self {
        let mut out = Self { cases: 0, perfect: 0, mean: 0.0, worst: 1.0 };
        for outcome in outcomes {
            let value = outcome.score.value();
            out.cases += 1;
            out.perfect += usize::from(outcome.score.is_perfect());
            out.mean += value;
            out.worst = out.worst.min(value);
        }
        out.mean = if out.cases == 0 { 1.0 } else { out.mean / out.cases as f64 };
        out
    }

    fn row(&self, name: &str) -> String {
        let Self { cases, perfect, mean, worst } = self;
        format!("{name:<34}{cases:>7}{perfect:>9}{mean:>10.4}{worst:>9.4}\n")
    }
}

/// A table by model, layout and artefact, and by field what was missed.
pub fn tables(cases: &[Case], outcomes: &[(usize, Outcome)]) -> String {
    let mut out = String::new();
    type Key = fn(&Case) -> String;
    let keys: [(&str, Key); 3] = [
        ("model", |it| it.model.name.clone()),
        ("layout", |it| it.layout.name.to_owned()),
        ("artefact", |it| it.artefact.name.to_owned()),
    ];
    for (title, key) in keys {
        let mut groups: BTreeMap<String, Vec<&Outcome>> = BTreeMap::new();
        outcomes.iter().for_each(|(index, it)| groups.entry(key(&cases[*index])).or_default().push(it));
        let _ = writeln!(out, "{title:<34}{:>7}{:>9}{:>10}{:>9}", "cases", "perfect", "mean", "worst");
        let mut rows: Vec<_> = groups.into_iter().map(|(name, group)| (name, Summary::of(group))).collect();
        rows.sort_by(|a, b| a.1.mean.total_cmp(&b.1.mean));
        rows.iter().for_each(|(name, summary)| out.push_str(&summary.row(name)));
        out.push('\n');
    }
    out.push_str(&fields(outcomes));
    out.push_str(&Summary::of(outcomes.iter().map(|(_, it)| it)).row("all"));
    out
}

/// What was expected and not found, and found and not expected, by field.
fn fields(outcomes: &[(usize, Outcome)]) -> String {
    let mut missed: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for (_, outcome) in outcomes {
        let mut seen = Vec::new();
        for (field, sign, _) in &outcome.score.unlike {
            let row = missed.entry(field).or_default();
            if *sign == '-' {
                row.0 += 1;
            } else {
                row.1 += 1;
            }
            if !seen.contains(field) {
                seen.push(field);
                row.2 += 1;
            }
        }
    }
    let mut rows: Vec<_> = missed.into_iter().collect();
    rows.sort_by_key(|(_, row)| std::cmp::Reverse(row.2));
    let mut out = format!("{:<34}{:>7}{:>9}{:>10}\n", "field", "missed", "strange", "in cases");
    for (field, (minus, plus, cases)) in rows {
        let _ = writeln!(out, "{field:<34}{minus:>7}{plus:>9}{cases:>10}");
    }
    out.push('\n');
    out
}

/// The worst cases, each with what it missed.
pub fn worst(cases: &[Case], outcomes: &[(usize, Outcome)], count: usize, shrink: bool) -> String {
    let mut order: Vec<_> = outcomes.iter().filter(|(_, it)| !it.score.is_perfect()).collect();
    order.sort_by(|a, b| a.1.score.value().total_cmp(&b.1.score.value()));
    let mut out = String::new();
    for (index, outcome) in order.into_iter().take(count) {
        let case = &cases[*index];
        let _ = writeln!(out, "{:.4}  {}", outcome.score.value(), case.name());
        out.push_str(&differences(&outcome.score, 12));
        if let Some((field, ..)) = outcome.score.unlike.first().filter(|_| shrink) {
            out.push_str(&least(case, field));
        }
        out.push('\n');
    }
    out
}

/// The least print that still fails in a field.
pub fn least(case: &Case, field: &str) -> String {
    let case = shrunk(case, field);
    let (Some(print), Some(outcome)) = (case.print(), case.run()) else { return String::new() };
    let mut out = format!("  ---- the least that fails in {field}\n");
    for line in print.text.lines() {
        let _ = writeln!(out, "  | {}", line.escape_debug().to_string().replace("\\u{3000}", "　"));
    }
    out.push_str(&differences(&outcome.score, 8));
    out
}

/// What was missed, and what is strange; at most so many lines.
pub fn differences(score: &Score, most: usize) -> String {
    let mut out = String::new();
    for (field, sign, item) in score.unlike.iter().take(most) {
        let (count, shown) = (item.chars().count(), item.chars().take(70).collect::<String>());
        let tail = if count > 70 { format!("… ({count} characters)") } else { String::new() };
        let _ = writeln!(out, "    {sign} {field:<24} {shown}{tail}");
    }
    let left = score.unlike.len().saturating_sub(most);
    if left > 0 {
        let _ = writeln!(out, "      and {left} more");
    }
    out
}

/// Failures by what is to blame: the artefact where the same issue in the same layout is read without it, else
/// the layout; with the fields that fail, and the best case that fails as a sample.
pub fn blame(cases: &[Case], outcomes: &[(usize, Outcome)]) -> String {
    let sound: Vec<(&str, &str)> = outcomes
        .iter()
        .filter(|(index, it)| cases[*index].artefact.name == "none" && it.score.is_perfect())
        .map(|(index, _)| (cases[*index].model.name.as_str(), cases[*index].layout.name))
        .collect();
    let mut groups: BTreeMap<String, Vec<(&Case, &Outcome)>> = BTreeMap::new();
    for (index, outcome) in outcomes.iter().filter(|(_, it)| !it.score.is_perfect()) {
        let case = &cases[*index];
        let key = if sound.contains(&(case.model.name.as_str(), case.layout.name)) {
            format!("artefact {}", case.artefact.name)
        } else if case.artefact.name == "none" {
            format!("layout {}", case.layout.name)
        } else {
            continue;
        };
        groups.entry(key).or_default().push((case, outcome));
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, group)| std::cmp::Reverse(group.len()));
    let mut out = String::new();
    for (name, group) in groups {
        let mut fields: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, outcome) in &group {
            let mut seen: Vec<&str> = outcome.score.unlike.iter().map(|it| it.0).collect();
            seen.sort_unstable();
            seen.dedup();
            seen.into_iter().for_each(|field| *fields.entry(field).or_default() += 1);
        }
        let mut fields: Vec<_> = fields.into_iter().collect();
        fields.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let fields: Vec<String> =
            fields.iter().take(6).map(|(field, count)| format!("{field} {count}")).collect();
        let _ = writeln!(out, "{name}: {} cases; {}", group.len(), fields.join(", "));
        let sample = group.iter().max_by(|a, b| a.1.score.value().total_cmp(&b.1.score.value()));
        if let Some((case, outcome)) = sample {
            let _ = writeln!(out, "  {:.4}  {}", outcome.score.value(), case.name());
            out.push_str(&differences(&outcome.score, 4));
        }
        out.push('\n');
    }
    out
}
