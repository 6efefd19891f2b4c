//! `str`, `bytes` and paths become documents; the interpreter's lock is free meanwhile.

use std::path::PathBuf;
use std::sync::{Mutex, OnceLock};

use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use torch_bulletin::{ParseOptions, Parsed, parse_while};
use torch_bulletin_archive::{Input, load, read_while};
use torch_bulletin_wire::{ErrorCode, OptionsError, options_from_json};

use crate::document::Document;
use crate::error::{parse_error, read_error};

/// From this many bytes on, a parse takes long enough for somebody to press Ctrl-C.
const LONG: usize = 1 << 20;

/// Parses one issue from text, or from the bytes of a file.
#[pyfunction]
pub(crate) fn parse(source: &Bound<'_, PyAny>, options: &str, name: Option<String>) -> PyResult<Document> {
    let (py, options) = (source.py(), read_options(options, options_from_json)?);
    if let Ok(text) = source.cast::<PyString>() {
        let bytes = encoded(text)?;
        let text = read_text(&bytes)?;
        let parsed = unlocked(py, text.len(), |keep_going| {
            parse_while(text, &options, keep_going).map(Parsed::into_document)
        })?;
        let input = Input::of_text(name.as_deref());
        Ok(Document { document: parsed, input, options, locator: OnceLock::new() })
    } else {
        from_bytes(py, source.cast::<PyBytes>()?.as_bytes(), name.as_deref(), options)
    }
}

/// Parses one issue from a file.
#[pyfunction]
pub(crate) fn read(py: Python<'_>, path: PathBuf, name: String, options: &str) -> PyResult<Document> {
    let options = read_options(options, options_from_json)?;
    let bytes = py.detach(|| load(path)).map_err(|error| read_error(&error, Some(&name)))?;
    from_bytes(py, &bytes, Some(&name), options)
}

fn from_bytes(py: Python<'_>, bytes: &[u8], name: Option<&str>, options: ParseOptions) -> PyResult<Document> {
    let read =
        unlocked(py, bytes.len(), |keep_going| read_while(bytes, name, &options, keep_going).transpose());
    let (document, input) = read?.map_err(|error| read_error(&error, name))?;
    Ok(Document { document, input, options, locator: OnceLock::new() })
}

/// Runs `work` without the lock. It asks whether to go on; where the parse is a long one, that looks for signals.
///
/// Threads that each parse a short issue must not queue for the lock, so there nothing is looked for.
fn unlocked<T: Send>(
    py: Python<'_>,
    bytes: usize,
    work: impl Send + FnOnce(&dyn Fn() -> bool) -> Option<T>,
) -> PyResult<T> {
    let interrupt = Mutex::new(None);
    let keep_going = || {
        bytes < LONG
            || Python::attach(|py| py.check_signals())
                .map_err(|raised| interrupt.lock().map(|mut it| it.replace(raised)).ok())
                .is_ok()
    };
    match py.detach(|| work(&keep_going)) {
        Some(done) => Ok(done),
        None => Err(interrupt.into_inner().ok().flatten().unwrap_or_else(|| {
            parse_error(ErrorCode::Internal, "a parse stopped by itself; this is our bug".to_owned(), None)
        })),
    }
}

/// Options come as JSON, so that one definition serves every language.
pub(crate) fn read_options<O>(json: &str, read: fn(&str) -> Result<O, OptionsError>) -> PyResult<O> {
    read(json).map_err(|error| parse_error(ErrorCode::InvalidOptions, format!("options: {error}"), None))
}

/// The UTF-8 of a string; half a surrogate pair is text that was decoded in the wrong way.
pub(crate) fn encoded<'py>(text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyBytes>> {
    let py = text.py();
    text.encode_utf8().map_err(|error| {
        if !error.is_instance_of::<PyUnicodeEncodeError>(py) {
            return error;
        }
        let position = error.value(py).getattr("start").and_then(|it| it.extract::<usize>()).ok();
        let place = position.map(|at| format!(" at character {at}")).unwrap_or_default();
        let message = format!(
            "found half a surrogate pair{place}, expected text; parse the bytes of the file instead, \
             and the encoding is found"
        );
        parse_error(ErrorCode::Binary, message, position)
    })
}

pub(crate) fn read_text<'b>(bytes: &'b Bound<'_, PyBytes>) -> PyResult<&'b str> {
    let text = simdutf8::basic::from_utf8(bytes.as_bytes());
    text.map_err(|error| parse_error(ErrorCode::Internal, error.to_string(), None))
}
