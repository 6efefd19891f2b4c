//! The WebAssembly inside the npm package `torch-bulletin`: an issue comes in as text or bytes, and goes out as
//! JSON or in another form. No rule, no model and no walk over nodes lives here.
//!
//! With the feature `facts` it is the module of `torch-bulletin/facts`, larger by the word lists of the rules.
//!
//! What JavaScript calls is `js/api.js`, which wraps this: it checks types, makes objects of the JSON, and frees
//! every [`Issue`].
#![deny(missing_docs)]

mod error;
#[cfg(feature = "facts")]
mod facts;
mod issue;

pub use error::BulletinError;
#[cfg(feature = "facts")]
pub use facts::extract;
pub use issue::Issue;

use torch_bulletin_wire::{DOCUMENT_SCHEMA_JSON, SCHEMA_JSON};
use wasm_bindgen::prelude::wasm_bindgen;

/// The JSON Schema of a document, as text.
#[wasm_bindgen(js_name = schemaJson)]
pub fn schema_json() -> String {
    let facts = cfg!(feature = "facts");
    if facts { SCHEMA_JSON.to_owned() } else { DOCUMENT_SCHEMA_JSON.to_owned() }
}
