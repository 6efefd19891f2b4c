//! Whole archives as tables: the same whatever the threads, the format and what happened before; nothing lost.

#[path = "../common/folder.rs"]
mod folder;
mod formats;
mod joins;
mod order;
mod resume;
mod sample;
