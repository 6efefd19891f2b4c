//! Refusals as exceptions; the classes themselves are in `_errors.py`, and take message, code and position.

use pyo3::PyErr;
use torch_bulletin_archive::ReadError;
pub(crate) use torch_bulletin_wire::ErrorCode;

mod python {
    pyo3::import_exception!(torch_bulletin._errors, ParseError);
    pyo3::import_exception!(torch_bulletin._errors, ReadError);
}

/// What was given cannot be parsed as it is; `position` counts code points.
pub(crate) fn parse_error(code: ErrorCode, message: String, position: Option<usize>) -> PyErr {
    python::ParseError::new_err((message, code.as_str(), position))
}

/// A file, or its bytes, were refused; the position counts bytes.
pub(crate) fn read_error(error: &ReadError, name: Option<&str>) -> PyErr {
    let message = name.map_or_else(|| error.to_string(), |name| format!("{name}: {error}"));
    python::ReadError::new_err((message, error.code(), error.position(), name.map(str::to_owned)))
}
