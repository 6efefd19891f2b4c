//! The golden corpus of torch-bulletin, and what its suites share: the invariants, the walk over the corpus,
//! the comparison with goldens.
//!
//! | module | what it holds |
//! |---|---|
//! | [`invariants`] | what must hold of the parse of any text; every suite and every fuzz target asks it |
//! | [`wire_invariants`] | what must hold of a bulletin's JSON in any unit of offset |
//! | [`line_ends`] | that LF, CR LF and CR give one document but for offsets |
//! | [`corpus`] | the folders `corpus/`, `bad/`, `regressions/`, and the real issue where it is there |
//! | [`phases`] | what each phase makes of a text, as the text of a golden file |
//! | [`facts_gold`] | facts that readers found in invented issues, and how far ours agree with them |
//! | [`floors`] | scores that may rise and not fall |
//! | [`goldens`] | comparison with the golden files, or rewriting them |
//! | [`json`] | JSON set for review |
//! | [`renderers`] | every renderer, by name |
//! | [`random`] | chance that is the same in every run
//! | [`shapes`] | texts that are hard on a parser, as long as wanted |
//! | [`structure`] | a bulletin in the neutral form of `structure.json`, and where two differ |
//! | [`typeset`] | prints models of issues in layouts with artefacts, and scores the parse of each print
//!
//! The suites themselves are in `suite/`.
#![forbid(unsafe_code)]

pub mod corpus;
pub mod facts_gold;
pub mod floors;
pub mod goldens;
pub mod invariants;
pub mod json;
pub mod line_ends;
pub mod phases;
pub mod random;
pub mod renderers;
pub mod shapes;
pub mod structure;
pub mod typeset;
pub mod wire_invariants;

/// The examples of the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// Says something that shows although the test passes: straight to standard error, past the harness.
pub fn say(text: &str) {
    use std::io::Write as _;
    // A closed standard error is no reason to fail.
    let _ = writeln!(std::io::stderr(), "{text}");
}
