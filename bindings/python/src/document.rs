//! A document as Python holds it: the parsed issue, what it came from, and everything it is rendered to.

use std::sync::OnceLock;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use torch_bulletin::render::{self, ChunkOptions};
use torch_bulletin::{Bulletin, ParseOptions};
use torch_bulletin_archive::Input;
use torch_bulletin_wire::{
    Chunk, Document as Wire, Location, Locator, OffsetUnit, SourceInfo, View, chunks_to_ndjson, tables,
    to_json, to_json_pretty,
};

use crate::table::ArrowTable;

/// What Python counts.
const UNIT: OffsetUnit = OffsetUnit::Codepoint;

/// One parsed issue. Immutable, and free to use from every thread.
#[pyclass(frozen, module = "torch_bulletin._native")]
pub(crate) struct Document {
    document: torch_bulletin::Document,
    input: Input,
    options: ParseOptions,
    locator: OnceLock<Locator>,
}

impl Document {
    pub(crate) fn new(document: torch_bulletin::Document, input: Input, options: ParseOptions) -> Self {
        Self { document, input, options, locator: OnceLock::new() }
    }

    fn text(&self) -> &str {
        self.document.source()
    }

    fn raw(&self) -> Option<&[u8]> {
        self.input.raw(self.text())
    }

    fn info(&self) -> SourceInfo<'_> {
        SourceInfo {
            name: self.input.name(),
            sha256: self.input.sha256(self.text()),
            bytes: self.raw().map_or(self.text().len(), <[u8]>::len) as u64,
            encoding: self.input.encoding().as_str(),
            certainty: self.input.certainty().map(|it| it.as_str()),
            format: self.input.format().as_str(),
        }
    }

    fn render(&self, py: Python<'_>, render: fn(&str, &Bulletin) -> String) -> String {
        py.detach(|| render(self.text(), self.document.bulletin()))
    }
}

#[pymethods]
impl Document {
    /// The decoded text that every span counts.
    #[getter]
    fn source(&self) -> &str {
        self.text()
    }

    /// The bytes it was read from; None where it was text.
    #[getter]
    fn bytes<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        self.raw().map(|raw| PyBytes::new(py, raw))
    }

    /// The name of the input.
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
            let (view, info) = (View::new(UNIT).with_source_text(source_text), self.info());
            let (bulletin, report) = (self.document.bulletin(), self.document.report());
            let wire = Wire::new(&info, self.text(), bulletin, report, &view);
            if pretty { to_json_pretty(&wire) } else { to_json(&wire) }
        })
    }

    fn to_markdown(&self, py: Python<'_>) -> String {
        self.render(py, render::markdown)
    }

    fn to_html(&self, py: Python<'_>) -> String {
        self.render(py, render::html)
    }

    fn to_tei(&self, py: Python<'_>) -> String {
        self.render(py, render::tei)
    }

    fn to_text(&self, py: Python<'_>) -> String {
        self.render(py, render::text)
    }

    /// A card for notebooks.
    fn outline(&self, py: Python<'_>) -> String {
        py.detach(|| render::outline(self.text(), self.document.bulletin(), self.document.report()))
    }

    /// Chunks of at most so many characters, as NDJSON.
    fn chunks(&self, py: Python<'_>, max_chars: usize) -> String {
        py.detach(|| {
            let options = ChunkOptions::default().with_max_chars(max_chars);
            let chunks = render::chunks(self.text(), self.document.bulletin(), &options);
            chunks_to_ndjson(&Chunk::all(self.text(), &chunks, UNIT, self.input.name()))
        })
    }

    /// The text of the article with this id; None where there is none.
    fn article_text(&self, id: &str) -> Option<String> {
        let bulletin = self.document.bulletin();
        let number = bulletin.article_number(id)?;
        bulletin.articles().nth(number).map(|article| article.of(self.text()))
    }

    /// Line and column from 1, and the number of the page from 0, of an offset in code points.
    fn locate(&self, offset: u32) -> (u32, u32, Option<usize>) {
        let locator = self.locator.get_or_init(|| Locator::new(self.text(), UNIT));
        let Location { line, column, page } = locator.locate(self.text(), self.document.bulletin(), offset);
        (line, column, page)
    }

    fn articles_table(&self, py: Python<'_>) -> ArrowTable {
        ArrowTable::new(py.detach(|| tables::articles(self.text(), self.document.bulletin(), UNIT)))
    }

    fn blocks_table(&self, py: Python<'_>) -> ArrowTable {
        ArrowTable::new(py.detach(|| tables::blocks(self.text(), self.document.bulletin(), UNIT)))
    }

    /// Issue, date, and the numbers of sections, articles and findings.
    fn summary(&self, py: Python<'_>) -> (Option<String>, Option<String>, usize, usize, usize) {
        let bulletin = self.document.bulletin();
        let report = py.detach(|| self.document.report());
        let key = bulletin.masthead.issue.as_ref().map(|issue| issue.key());
        let date = bulletin.masthead.date.as_ref().map(|date| date.value());
        (key, date, bulletin.sections.len(), bulletin.articles().count(), report.diagnostics().len())
    }
}
