//! The typeset grid: issues that are printed in many layouts, and damaged in many ways, read back as they were.

use torch_bulletin_tests::typeset::grid::{Filter, cases, run};
use torch_bulletin_tests::typeset::layout::LAYOUTS;
use torch_bulletin_tests::typeset::{artefact::ARTEFACTS, floors, invented, report, specimens, worst};
use torch_bulletin_tests::{invariants, say};

/// The seed of the grid; prose and chance are the same in every run.
const SEED: u64 = 541;

#[test]
fn the_grid_is_read_no_worse_than_before() {
    let cases = cases(SEED, &Filter::default());
    let outcomes = run(&cases);
    let all = report::Summary::of(outcomes.iter().map(|(_, it)| it));
    let (models, layouts, artefacts) =
        (specimens().len() + invented(SEED).len(), LAYOUTS.len(), ARTEFACTS.len());
    say(&format!(
        "{models} models × {layouts} layouts × {artefacts} artefacts, {} prints: mean {:.4}, worst {:.4}, {} perfect",
        all.cases, all.mean, all.worst, all.perfect
    ));
    assert!(layouts >= 8 && artefacts >= 12 && all.cases > 1_000, "the grid is not what it was");
    assert!(
        all.mean >= 0.995 && all.worst >= 0.95,
        "the mean is {:.4}, the worst {:.4}",
        all.mean,
        all.worst
    );
    worst::check(&cases, &outcomes)
        .unwrap_or_else(|untrue| panic!("typeset/worst.md is not true:\n{untrue}"));
    floors::check(&cases, &outcomes).unwrap_or_else(|fell| panic!("scores that fell:\n{fell}"));
}

/// Prints are texts like any other: nothing of them is lost, whatever their layout.
#[test]
fn prints_keep_the_invariants() {
    let filter = Filter { model: Some("tables".to_owned()), ..Filter::default() };
    let cases = cases(SEED, &filter);
    let failures: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let print = case.print()?;
            Some(format!("{}: {}", case.name(), invariants::check_parse(&print.text).err()?))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Other words, other chances: what holds of one seed holds of the next.
#[test]
fn another_seed_prints_other_prose() {
    let (one, two) = (invented(1), invented(2));
    for (one, two) in one.iter().zip(&two) {
        let titles = |it: &torch_bulletin_tests::typeset::model::Issue| -> Vec<String> {
            it.articles().map(|(_, it)| it.title.clone()).collect()
        };
        assert_eq!(one.name, two.name);
        assert_ne!(titles(one), titles(two), "{}", one.name);
    }
}
