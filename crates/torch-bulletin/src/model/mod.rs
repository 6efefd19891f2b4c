//! The document model: one bulletin as a tree that holds places in its source, and no text.
//!
//! | printed part | type | grammar | assembly |
//! |---|---|---|---|
//! | masthead 报头 | [`Masthead`] | `grammar/masthead.rs` | `assemble/masthead.rs` |
//! | contents 目录 | [`Contents`] | `grammar/contents.rs` | `assemble/contents.rs` |
//! | section 栏目, article 文章 | [`Section`], [`Article`] | `grammar/contents.rs` | `assemble/outline.rs`, `assemble/article.rs` |
//! | paragraph, heading, caption, table, note | [`Block`] | `grammar/marker.rs` | `assemble/block.rs` |
//! | attribution 供稿 | [`Attribution`] | `grammar/attribution.rs` | `assemble/attribution.rs` |
//! | colophon 版权栏 | [`Colophon`] | `grammar/colophon.rs` | `assemble/colophon.rs` |
//! | page furniture 页码、书眉 | [`Furniture`] | `grammar/page.rs` | `layout/furniture.rs` |
//!
//! **Primary spans** are those of every [`Text`](crate::Text) outside markers, leads, points and field items
//! (these are views inside another text), of [`Issue`], of [`IssueDate`], and of [`Bulletin::punctuation`].
//! They are disjoint and cover every non-blank character of the source; see [`Bulletin::for_each_primary`].

mod article;
mod attribution;
mod block;
mod bulletin;
mod colophon;
mod contents;
mod masthead;
mod places;
mod visit;

pub use article::{Article, Section};
pub use attribution::Attribution;
pub use block::{Block, Marker, MarkerStyle, Point};
pub use bulletin::{Bulletin, Furniture, FurnitureKind, Page};
pub use colophon::{Colophon, Field, FieldKind, Imprint};
pub use contents::{Contents, Entry, Group};
pub use masthead::{Issue, IssueDate, IssueKind, Masthead, NumberRange};
