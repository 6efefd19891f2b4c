//! The suites: one test binary, one module an idea.

mod bad;
mod corpus;
mod corpus_goldens;
mod outlines;
mod properties;
mod readme;
mod real_issue;
mod regressions;
mod render;
mod strategies;
mod typeset;
mod volumes;
