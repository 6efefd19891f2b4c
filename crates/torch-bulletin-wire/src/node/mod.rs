//! The nodes of a document, one file for each part of the newsletter, named as in [`torch_bulletin::model`].
//!
//! The structs are the JSON: keys and their order are those of the fields. Each is made from its node of the
//! core by taking that apart without `..`, so that a field added there does not compile until it is carried.

mod article;
mod attribution;
mod block;
mod colophon;
mod contents;
mod diagnostic;
mod furniture;
mod masthead;
mod page;
mod source;
mod text;

pub use article::{Article, Section};
pub use attribution::Attribution;
pub use block::{Block, Marker, Point};
pub use colophon::{Colophon, Field, Imprint};
pub use contents::{Contents, Entry, Group};
pub use diagnostic::Diagnostic;
pub use furniture::Furniture;
pub use masthead::{Issue, IssueDate, Masthead};
pub use page::Page;
pub use source::Source;
pub use text::{Span, Text};
