//! Renderers: a bulletin as text for people and for machines, read from its tree and its source.
//!
//! | renderer | keeps | leaves out |
//! |---|---|---|
//! | [`text`](text()) | every part in printed order, a line each; parses to the same titles and paragraphs again | furniture, unparsed lines |
//! | [`markdown`](markdown()) | headings by depth, paragraphs, tables, attributions, colophon | furniture; unparsed lines stand apart at the end |
//! | [`html`](html()) | the same as one page, with an anchor for each article | furniture; unparsed lines stand apart at the end |
//! | [`tei`](tei()) | everything; page breaks and furniture where they were printed | nothing |
//! | [`chunks`](chunks()) | the blocks of articles in portions for search, each with its titles and its places | masthead, contents, attributions, colophon |
//! | [`outline`](outline()) | masthead, sections, titles and bodies, findings: a card for a notebook | all other text |
//! | [`fact_list`](fact_list()) | the first hundred of some facts: a table for a notebook | the rest, which is counted |
//!
//! [`html_with_facts`] is the page with its facts marked.
//!
//! In all but chunks, whose JSON can hold anything, a text is made harmless first: a character that ends lines
//! becomes a blank, and a control character or a noncharacter becomes U+FFFD, so that it is seen and does nothing.

mod attribution;
mod chunks;
mod cut;
mod fact_list;
mod form;
mod harmless;
mod html;
mod markdown;
mod marked;
mod masthead;
mod outline;
mod said;
mod tei;
mod tei_writer;
mod text;

pub use chunks::{Chunk, ChunkOptions, chunks};
pub use fact_list::fact_list;
pub use form::Form;
pub use html::{html, html_with_facts};
pub use markdown::markdown;
pub use outline::{outline, summary};
pub use tei::tei;
pub use text::text;
