//! Facts of an issue or of any text, in the module `torch-bulletin/facts`.

use torch_bulletin_wire::{Extract, ExtractOptions, OffsetUnit, extract_options_from_json};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{BulletinError, invalid_options};
use crate::issue::Issue;

#[wasm_bindgen]
impl Issue {
    /// The facts, one JSON object a line; with `cite`, each with its citation.
    ///
    /// # Errors
    /// `invalid-options`.
    pub fn facts(&self, options: &str, cite: bool) -> Result<String, BulletinError> {
        Ok(written(&self.extract(&read_options(options)?), cite))
    }

    /// As one HTML page with its facts marked.
    #[wasm_bindgen(js_name = htmlWithFacts)]
    pub fn html_with_facts(&self) -> String {
        self.extract(&ExtractOptions::default()).to_html()
    }

    fn extract(&self, options: &ExtractOptions) -> Extract {
        Extract::of_issue(self.document.clone(), options, OffsetUnit::Utf16, self.name.as_deref())
    }
}

/// The facts of any Chinese text, one JSON object a line; with `cite`, each with its citation.
///
/// # Errors
/// `invalid-options`.
#[wasm_bindgen]
pub fn extract(text: &str, options: &str, name: Option<String>, cite: bool) -> Result<String, BulletinError> {
    let options = read_options(options)?;
    Ok(written(&Extract::of_text(text, &options, OffsetUnit::Utf16, name.as_deref()), cite))
}

fn written(extract: &Extract, cite: bool) -> String {
    if cite { extract.to_cited_ndjson() } else { extract.to_ndjson() }
}

fn read_options(json: &str) -> Result<ExtractOptions, BulletinError> {
    extract_options_from_json(json).map_err(|error| invalid_options(&error))
}
