//! One parsed issue, held on this side of the border until JavaScript frees it.

use torch_bulletin::render;
use torch_bulletin::{Document, ParseOptions, parse_with};
use torch_bulletin_archive::{Origin, Reading, parse_utf16, read_bytes};
use torch_bulletin_wire::{OffsetUnit, SourceInfo, View, chunks_of, options_from_json, to_json};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{BulletinError, invalid_options};

/// One issue 期, parsed; every offset that leaves it counts UTF-16 code units.
#[wasm_bindgen]
pub struct Issue {
    pub(crate) document: Document,
    pub(crate) name: Option<String>,
    /// Of bytes; a text has no file.
    origin: Option<Origin>,
}

#[wasm_bindgen]
impl Issue {
    /// Parses a text.
    ///
    /// # Errors
    /// `invalid-options`; no text is refused.
    #[wasm_bindgen(js_name = ofText)]
    pub fn of_text(text: &str, name: Option<String>, options: &str) -> Result<Issue, BulletinError> {
        let document = parse_with(text, &read_options(options)?).into_document();
        Ok(Issue { document, name, origin: None })
    }

    /// Parses a text with lone surrogates, which is no `&str`.
    ///
    /// # Errors
    /// `invalid-options`; no text is refused.
    #[wasm_bindgen(js_name = ofUnits)]
    pub fn of_units(units: &[u16], name: Option<String>, options: &str) -> Result<Issue, BulletinError> {
        let document = parse_utf16(units, &read_options(options)?);
        Ok(Issue { document, name, origin: None })
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// `invalid-options`; the codes of [`torch_bulletin_archive::ReadError`] for what is no text.
    #[wasm_bindgen(js_name = ofBytes)]
    pub fn of_bytes(bytes: &[u8], name: Option<String>, options: &str) -> Result<Issue, BulletinError> {
        let Reading { document, origin, .. } = read_bytes(bytes, name.as_deref(), &read_options(options)?)?;
        Ok(Issue { document, name, origin: Some(origin) })
    }

    /// The whole document as JSON, on request with the source text.
    pub fn json(&self, source_text: bool) -> String {
        let source = self.document.source();
        let text = SourceInfo { name: self.name.as_deref(), ..SourceInfo::of_text(source) };
        let info = self.origin.as_ref().map_or(text, |origin| SourceInfo {
            sha256: Some(&origin.sha256),
            bytes: origin.bytes,
            encoding: origin.encoding.as_str(),
            certainty: Some(origin.certainty.as_str()),
            format: origin.format.as_str(),
            ..text
        });
        let view = View::new(OffsetUnit::Utf16).with_source_text(source_text);
        let report = self.document.report();
        to_json(&torch_bulletin_wire::Document::new(&info, source, self.document.bulletin(), report, &view))
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        render::markdown(self.document.source(), self.document.bulletin())
    }

    /// As one HTML page.
    pub fn html(&self) -> String {
        render::html(self.document.source(), self.document.bulletin())
    }

    /// As TEI P5.
    pub fn tei(&self) -> String {
        render::tei(self.document.source(), self.document.bulletin())
    }

    /// As text, a line a paragraph.
    pub fn text(&self) -> String {
        render::text(self.document.source(), self.document.bulletin())
    }

    /// Chunks of at most so many characters, one JSON object a line.
    pub fn chunks(&self, max_chars: Option<u32>) -> String {
        let (source, bulletin) = (self.document.source(), self.document.bulletin());
        let max_chars = max_chars.map(|max_chars| max_chars as usize);
        chunks_of(source, bulletin, max_chars, OffsetUnit::Utf16, self.name.as_deref())
    }
}

fn read_options(json: &str) -> Result<ParseOptions, BulletinError> {
    options_from_json(json).map_err(|error| invalid_options(&error))
}
