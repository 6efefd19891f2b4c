//! The suites: one test binary, one module an idea.

mod archived;
mod bad;
mod combined;
mod corpus;
mod corpus_goldens;
mod extracted;
mod facts;
mod facts_gold;
mod forms;
mod lists;
mod outlines;
mod pages;
mod pasted;
mod properties;
mod readme;
mod real_issue;
mod regressions;
mod render;
mod strategies;
mod tables;
mod typeset;
mod volumes;
