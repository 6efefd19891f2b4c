//! `cargo xtask wasm`: the npm package, from its tools to its tests.
//!
//! | file | what it holds |
//! |---|---|
//! | `tools` | what has to be installed, and where it goes |
//! | `build` | from Rust to `bindings/wasm/dist` |
//! | `stages` | the stages of `cargo xtask test`, and the command |

mod build;
mod stages;
mod tools;

pub(crate) use stages::{stages, wasm};
pub(crate) use tools::look_for;
