//! What the benches of torch-bulletin read, and what is timed: shared by criterion and by the table.
//!
//! | module | what it holds |
//! |---|---|
//! | [`archive`] | a generated archive: issues that are all different, in two settings |
//! | [`cases`] | what is timed: our phases, the floors below them, the yardsticks beside them |
//! | [`clock`] | the time that a thread has computed |
#![forbid(unsafe_code)]

pub mod archive;
pub mod cases;
pub mod clock;
mod mirror;
mod plan;
mod print;
mod prose;
