//! Words in issues 检索: where they stand, however they are spelled, spaced out or cut by a line or page end.
//!
//! ```text
//! words ──Query──▶ may_hold(text)? ──parse──▶ find ──▶ hits: the words in context, with their places
//!                       │ no
//!                       └──▶ done, at the speed of a byte search
//! ```
//!
//! Texts are compared [folded](crate::fold): 火炬 finds ⽕炬 and 火 炬, `R&D` finds `Ｒ＆Ｄ`; Latin letters of either
//! case are one. What is searched are the parts of articles ([`Part`]) and lines without a place; masthead,
//! contents list, section names, colophon and page furniture repeat from issue to issue, and are not.

mod find;
mod part;
mod query;
mod signs;
mod word;

pub use find::Hit;
pub use part::Part;
pub use query::{Query, QueryError};
