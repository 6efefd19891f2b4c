//! A document as Python holds it: the parsed issue, what it came from, and everything it is rendered to.

use std::sync::OnceLock;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use torch_bulletin::ParseOptions;
use torch_bulletin::render::Form;
use torch_bulletin_archive::Input;
use torch_bulletin_wire::{
    Document as Wire, Extract, Locator, OffsetUnit, View, chunks_of, extract_options_from_json, tables,
    to_json, to_json_pretty,
};

use crate::facts::Facts;
use crate::parse::read_options;
use crate::table::ArrowTable;

/// What Python counts.
pub(crate) const UNIT: OffsetUnit = OffsetUnit::Codepoint;

/// One parsed issue. Immutable, and free to use from every thread.
#[pyclass(frozen, module = "torch_bulletin._native")]
pub(crate) struct Document {
    pub(crate) document: torch_bulletin::Document,
    pub(crate) input: Input,
    pub(crate) options: ParseOptions,
    pub(crate) locator: OnceLock<Locator>,
}

#[pymethods]
impl Document {
    #[getter]
    fn source(&self) -> &str {
        self.document.source()
    }

    /// The bytes it was read from; None where it was text.
    #[getter]
    fn bytes<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        self.input.raw(self.source()).map(|raw| PyBytes::new(py, raw))
    }

    #[getter]
    fn name(&self) -> Option<&str> {
        self.input.name()
    }

    /// The options it was parsed with, as JSON.
    #[getter]
    fn options(&self) -> String {
        serde_json::to_string(&self.options).unwrap_or_default()
    }

    /// The document as JSON, with offsets in code points.
    #[pyo3(signature = (*, pretty=false, source_text=false))]
    fn to_json(&self, py: Python<'_>, pretty: bool, source_text: bool) -> String {
        py.detach(|| {
            let (view, info) =
                (View::new(UNIT).with_source_text(source_text), self.input.info(self.source()));
            let (bulletin, report) = (self.document.bulletin(), self.document.report());
            let wire = Wire::new(&info, self.source(), bulletin, report, &view);
            if pretty { to_json_pretty(&wire) } else { to_json(&wire) }
        })
    }

    /// The issue in the form of this name.
    fn render(&self, py: Python<'_>, form: &str) -> PyResult<String> {
        let form: Form = form.parse().map_err(|error| PyValueError::new_err(format!("form: {error}")))?;
        Ok(py.detach(|| form.write(&self.document)))
    }

    fn facts(&self, py: Python<'_>, options: &str) -> PyResult<Facts> {
        let (document, options) = (self.document.clone(), read_options(options, extract_options_from_json)?);
        Ok(Facts(py.detach(|| Extract::of_issue(document, &options, UNIT, self.input.name()))))
    }

    /// Chunks of at most so many characters, as NDJSON.
    fn chunks(&self, py: Python<'_>, max_chars: usize) -> String {
        let (bulletin, name) = (self.document.bulletin(), self.input.name());
        py.detach(|| chunks_of(self.source(), bulletin, Some(max_chars), UNIT, name))
    }

    /// The text of the article with this id; None where there is none.
    fn article_text(&self, id: &str) -> Option<String> {
        self.document.bulletin().article(id).map(|article| article.of(self.source()))
    }

    /// Line and column from 1, and the number of the page from 0, of an offset in code points.
    fn locate(&self, offset: u32) -> (u32, u32, Option<usize>) {
        let locator = self.locator.get_or_init(|| Locator::new(self.source(), UNIT));
        let place = locator.locate(self.source(), self.document.bulletin(), offset);
        (place.line, place.column, place.page)
    }

    fn table(&self, py: Python<'_>, blocks: bool) -> ArrowTable {
        let make = if blocks { tables::blocks } else { tables::articles };
        ArrowTable(py.detach(|| make(self.source(), self.document.bulletin(), UNIT)))
    }
}
