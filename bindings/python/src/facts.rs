//! Facts as Python holds them: with the text they are from, so that each can be cited.

use pyo3::prelude::*;
use pyo3::types::PyString;
use torch_bulletin_wire::{Extract, extract_options_from_json};

use crate::document::UNIT;
use crate::parse::{read_options, read_text};
use crate::table::ArrowTable;

/// Facts with their text. Immutable, and free to use from every thread.
#[pyclass(frozen, module = "torch_bulletin._native")]
pub(crate) struct Facts(pub(crate) Extract);

#[pymethods]
impl Facts {
    /// One JSON object a line.
    fn to_ndjson(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_ndjson())
    }

    /// The issue as a page with its facts marked.
    fn to_html(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_html())
    }

    /// The citation of one of them, as JSON.
    fn cite(&self, py: Python<'_>, number: usize) -> Option<String> {
        py.detach(|| self.0.cite_to_json(number))
    }

    /// The same of any place, in code points.
    fn cite_place(&self, py: Python<'_>, start: u32, end: u32) -> String {
        py.detach(|| self.0.cite_place_to_json(start, end))
    }

    /// Some of them as a table for notebooks.
    fn card(&self, py: Python<'_>, numbers: Vec<usize>) -> String {
        py.detach(|| self.0.to_card(&numbers))
    }

    fn table(&self, py: Python<'_>, numbers: Vec<usize>, observations: bool) -> ArrowTable {
        let make = if observations { Extract::to_observations_table } else { Extract::to_table };
        ArrowTable(py.detach(|| make(&self.0, &numbers)))
    }
}

/// The facts of any Chinese text.
#[pyfunction]
pub(crate) fn extract(text: &Bound<'_, PyString>, options: &str, name: Option<&str>) -> PyResult<Facts> {
    let (bytes, options) = (text.encode_utf8()?, read_options(options, extract_options_from_json)?);
    let source = read_text(&bytes)?;
    Ok(Facts(text.py().detach(|| Extract::of_text(source, &options, UNIT, name))))
}
