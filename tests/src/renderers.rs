//! Every renderer of the library, for whatever must be asked of each: fuzzing, benches.

use torch_bulletin::{Bulletin, render};

/// A renderer: from the source text and its tree to a text of another form.
pub type Renderer = fn(&str, &Bulletin) -> String;

/// All renderers, by name. A new one is one more line.
pub const RENDERERS: &[(&str, Renderer)] =
    &[("markdown", render::markdown), ("text", render::text), ("html", render::html), ("tei", render::tei)];
