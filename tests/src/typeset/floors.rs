//! Floors of the grid: the mean score of each group of cases.

use std::collections::BTreeMap;

use super::grid::{Case, Outcome};
use super::report::Summary;
use crate::floors;

const HEAD: &str = "# Generated: TORCH_BULLETIN_UPDATE=1 cargo test -p torch-bulletin-tests --test suite typeset\n\
    # Mean scores of the typeset grid (seed 541) that later parsers must keep; updating raises floors, never lowers.\n";

/// Compares with the floors, or raises them where `TORCH_BULLETIN_UPDATE` is set.
///
/// # Errors
/// Every group that fell, with its floor.
pub fn check(cases: &[Case], outcomes: &[(usize, Outcome)]) -> Result<(), String> {
    floors::check("typeset/floors.tsv", HEAD, &means(cases, outcomes))
}

/// Mean scores by `model …`, `layout …`, `artefact …`, and of all.
fn means(cases: &[Case], outcomes: &[(usize, Outcome)]) -> BTreeMap<String, f64> {
    let mut groups: BTreeMap<String, Vec<&Outcome>> = BTreeMap::new();
    for (index, outcome) in outcomes {
        let case = &cases[*index];
        let names = [
            "all".to_owned(),
            format!("model {}", case.model.name),
            format!("layout {}", case.layout.name),
            format!("artefact {}", case.artefact.name),
        ];
        names.into_iter().for_each(|name| groups.entry(name).or_default().push(outcome));
    }
    groups.into_iter().map(|(name, group)| (name, Summary::of(group).mean)).collect()
}
