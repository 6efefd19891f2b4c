//! The grid: every model in every layout with every artefact, each case printed, parsed and scored.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;
use torch_bulletin::parse;

use super::artefact::{ARTEFACTS, Artefact};
use super::layout::{LAYOUTS, Layout};
use super::model::Issue;
use super::print::{Printed, Recipe};
use super::score::{Score, score};
use super::{invented, specimens};
use crate::random::Random;
use crate::structure;

/// One case of the grid.
#[derive(Clone, Debug)]
pub struct Case {
    /// The issue.
    pub model: Issue,
    /// How it is set.
    pub layout: Layout,
    /// What happens to it.
    pub artefact: Artefact,
    /// Decides what is left to chance.
    pub seed: u64,
}

/// Which cases are wanted; a part of a name is enough.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of models.
    pub model: Option<String>,
    /// Of layouts.
    pub layout: Option<String>,
    /// Of artefacts.
    pub artefact: Option<String>,
}

impl Case {
    /// `model × layout × artefact`.
    pub fn name(&self) -> String {
        format!("{} × {} × {}", self.model.name, self.layout.name, self.artefact.name)
    }

    /// The print, or nothing where the artefact has nothing to change in this model, or leaves no title.
    pub fn print(&self) -> Option<Printed> {
        let mut random = Random::named(self.seed, &self.name());
        let mut recipe = Recipe::new(&self.model, self.layout);
        let printable = self.artefact.apply(&mut recipe, &mut random) && recipe.shows_titles();
        printable.then(|| recipe.print(&mut random))
    }

    /// Prints, parses and compares; nothing where there is no print.
    pub fn run(&self) -> Option<Outcome> {
        let print = self.print()?;
        let found = found(&print.text);
        Some(Outcome { score: score(&print.expected, &found), undecided: print.undecided.len() })
    }
}

/// What a parse found, in the neutral form.
pub fn found(text: &str) -> Value {
    structure::found(text, parse(text).bulletin())
}

/// How a case went.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What was found of what was expected.
    pub score: Score,
    /// How much the print left undecided.
    pub undecided: usize,
}

/// All cases that a filter wants, of the specimens and of the invented issues of a seed.
pub fn cases(seed: u64, filter: &Filter) -> Vec<Case> {
    let models: Vec<Issue> = specimens().into_iter().chain(invented(seed)).collect();
    // A whole name means that one; a part of a name means all that have it.
    let wanted = |names: &[&str], name: &str, wanted: &Option<String>| match wanted {
        None => true,
        Some(wanted) if names.contains(&wanted.as_str()) => name == wanted,
        Some(wanted) => name.contains(wanted.as_str()),
    };
    let model_names: Vec<&str> = models.iter().map(|it| it.name.as_str()).collect();
    let layout_names: Vec<&str> = LAYOUTS.iter().map(|it| it.name).collect();
    let artefact_names: Vec<&str> = ARTEFACTS.iter().map(|it| it.name).collect();
    let mut out = Vec::new();
    for model in models.iter().filter(|it| wanted(&model_names, &it.name, &filter.model)) {
        for layout in LAYOUTS.iter().filter(|it| wanted(&layout_names, it.name, &filter.layout)) {
            for artefact in ARTEFACTS.iter().filter(|it| wanted(&artefact_names, it.name, &filter.artefact)) {
                out.push(Case { model: model.clone(), layout: *layout, artefact: *artefact, seed });
            }
        }
    }
    out
}

/// Runs every case on as many threads as there are cores; cases without a print are left out. In order.
///
/// # Panics
/// Where a parse panics.
pub fn run(cases: &[Case]) -> Vec<(usize, Outcome)> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut out = Vec::new();
        while let index = next.fetch_add(1, Ordering::Relaxed)
            && let Some(case) = cases.get(index)
        {
            out.extend(case.run().map(|outcome| (index, outcome)));
        }
        out
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut out: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|it| it.join().expect("a case does not panic")).collect()
    });
    out.sort_by_key(|(index, _)| *index);
    out
}
