//! Whole archives: a question in JSON, and its answer step by step.

use pyo3::prelude::*;
use torch_bulletin_archive::ask::{self, ask};

use crate::document::UNIT;
use crate::error::{ErrorCode, parse_error};
use crate::table::ArrowTable;

/// What is made for a question, step by step: news as JSON, rows, lines of JSON.
#[pyclass(frozen, module = "torch_bulletin._native")]
pub(crate) struct Answer(ask::Answer);

#[pymethods]
impl Answer {
    #[new]
    fn new(question: &str) -> PyResult<Self> {
        let answer = ask(question, UNIT);
        Ok(Self(answer.map_err(|error| parse_error(ErrorCode::InvalidOptions, error.to_string(), None))?))
    }

    /// The next step; None where there are no more.
    #[allow(clippy::type_complexity)] // What Python unpacks is a tuple.
    fn take(&self, py: Python<'_>) -> PyResult<Option<(String, Option<ArrowTable>, Option<String>)>> {
        let signals = || Python::attach(|py| py.check_signals());
        let step = py.detach(|| self.0.next_while(signals))?.map(ask::Step::into_parts);
        Ok(step.map(|(news, rows, lines)| (news, rows.map(ArrowTable), lines)))
    }
}
