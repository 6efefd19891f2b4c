//! Whole archives as tables: the same whatever the threads, the format and what happened before; nothing lost.

mod formats;
mod joins;
mod order;
mod resume;
mod sample;
