//! Refusals as exceptions; the classes themselves are in `_errors.py`, and take message, code and position.

use pyo3::PyErr;
use torch_bulletin_archive::{Evidence, ReadError};
use torch_bulletin_wire::ErrorCode;

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
    let position = match error {
        ReadError::Binary { evidence: Evidence::Nul(at) } => Some(*at),
        _ => None,
    };
    let message = match name {
        Some(name) => format!("{name}: {error}"),
        None => error.to_string(),
    };
    python::ReadError::new_err((message, error.code(), position, name.map(str::to_owned)))
}
