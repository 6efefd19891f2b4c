//! `str`, `bytes` and paths become documents; the interpreter's lock is free meanwhile.

use std::path::PathBuf;
use std::sync::OnceLock;

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
        let bytes = text.encode_utf8()?;
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
    let interrupt = OnceLock::new();
    let signals = || Python::attach(|py| py.check_signals());
    let keep_going = || bytes < LONG || signals().map_err(|raised| interrupt.set(raised)).is_ok();
    let done = py.detach(|| work(&keep_going));
    let ours = || parse_error(ErrorCode::Internal, "a parse stopped by itself; this is our bug".into(), None);
    done.ok_or_else(|| interrupt.into_inner().unwrap_or_else(ours))
}

/// Options come as JSON, so that one definition serves every language.
pub(crate) fn read_options<O>(json: &str, read: fn(&str) -> Result<O, OptionsError>) -> PyResult<O> {
    read(json).map_err(|error| parse_error(ErrorCode::InvalidOptions, format!("options: {error}"), None))
}

pub(crate) fn read_text<'b>(bytes: &'b Bound<'_, PyBytes>) -> PyResult<&'b str> {
    let text = simdutf8::basic::from_utf8(bytes.as_bytes());
    text.map_err(|error| parse_error(ErrorCode::Internal, error.to_string(), None))
}
