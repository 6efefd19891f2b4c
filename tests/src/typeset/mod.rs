//! A typesetter: prints a model of an issue in a layout, with an artefact, and says what a parse of the print
//! must be. Models are the specimens of the corpus and invented issues, whose words another seed changes.
//!
//! | module | what it holds |
//! |---|---|
//! | [`model`] | what an issue says, and its neutral form |
//! | `specimen`, `issues` | where models come from; `prose`, `article`, `attributions`, `colophons` write them |
//! | [`style`], [`elements`] | how the parts are worded; logical lines in printed order |
//! | [`layout`], `set`, `wrap` | how logical lines become lines of pages |
//! | [`artefact`], `characters` | what printing, extraction and keeping do to it |
//! | [`mod@print`] | a recipe and its print, with what the print leaves undecided |
//! | [`extraction`] | prints to PDF, read back by real extractors |
//! | [`web`] | an issue as a web page |
//! | [`score`] | how much of a structure was found |
//! | [`grid`] | every model × layout × artefact |
//! | [`shrink`] | the least of an issue that still fails |
//! | [`floors`] | means that may rise and not fall
//! | [`worst`] | the worst twenty cases, and why
//! | [`report`] | tables and differences to read |

pub mod artefact;
pub mod elements;
pub mod extraction;
pub mod floors;
pub mod grid;
pub mod layout;
pub mod model;
pub mod print;
pub mod report;
pub mod score;
pub mod shrink;
pub mod style;
pub mod web;
pub mod worst;

mod article;
mod attributions;
mod characters;
mod colophons;
mod issues;
mod prose;
mod score_blocks;
mod set;
mod specimen;
mod wrap;

pub use issues::invented;
pub use specimen::specimens;
