//! The worst twenty cases of the grid, each with why: a page to read that the grid's test keeps true.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use super::grid::{Case, Outcome};

/// How many cases the page has.
const COUNT: usize = 20;
/// What a score may lose to rounding.
const TOLERANCE: f64 = 0.000_05;
/// What stands for a reason that nobody has looked for; the test accepts none of it.
const UNKNOWN: &str = "not looked into";

const HEAD: &str = "# The worst twenty of the typeset grid, and why\n\n\
    Generated: `TORCH_BULLETIN_UPDATE=1 cargo test -p torch-bulletin-tests --test suite typeset` writes scores and cases and keeps\n\
    the reasons, which are written by hand; `cargo xtask typeset --shrink` shows the least of a case that still fails.\n\n\
    | score | model × layout × artefact | why |\n|---|---|---|\n";

/// Compares the page with the worst cases, or writes it where `TORCH_BULLETIN_UPDATE` is set.
///
/// # Errors
/// The cases that the page lacks or has with another score, and those without a reason.
pub fn check(cases: &[Case], outcomes: &[(usize, Outcome)]) -> Result<(), String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("typeset/worst.md");
    let page = fs::read_to_string(&path).unwrap_or_default();
    let rows = rows(&page);
    let mut order: Vec<_> = outcomes.iter().filter(|(_, it)| !it.score.is_perfect()).collect();
    order.sort_by(|a, b| a.1.score.value().total_cmp(&b.1.score.value()).then(a.0.cmp(&b.0)));
    let worst = order.iter().take(COUNT).map(|(index, it)| (cases[*index].name(), it.score.value()));
    if std::env::var_os("TORCH_BULLETIN_UPDATE").is_some() {
        let mut page = HEAD.to_owned();
        for (name, score) in worst {
            let why = rows.get(&*name).map_or(UNKNOWN, |row| row.1);
            let _ = writeln!(page, "| {score:.4} | {name} | {why} |");
        }
        return fs::write(&path, page).map_err(|error| format!("cannot write {}: {error}", path.display()));
    }
    let untrue = |(name, score): (String, f64)| match rows.get(&*name) {
        Some((printed, why))
            if (printed - score).abs() <= TOLERANCE && *why != UNKNOWN && !why.is_empty() =>
        {
            None
        }
        Some((printed, why)) => Some(format!("{name}: {score:.4}, the page has {printed:.4}: {why}")),
        None => Some(format!("{name}: {score:.4}, and the page does not have it")),
    };
    let untrue: Vec<String> = worst.filter_map(untrue).collect();
    if untrue.is_empty() { Ok(()) } else { Err(untrue.join("\n")) }
}

/// The rows of the page: score and reason by case.
fn rows(page: &str) -> BTreeMap<&str, (f64, &str)> {
    let row = |line| {
        let mut cells = str::trim_matches(line, '|').split(" | ").map(str::trim);
        let (score, name, why) = (cells.next()?.parse().ok()?, cells.next()?, cells.next()?);
        Some((name, (score, why)))
    };
    page.lines().filter_map(row).collect()
}
