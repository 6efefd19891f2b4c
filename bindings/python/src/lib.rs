//! The native half of the Python package `torch_bulletin`: it takes in what Python gives, calls the crates, and
//! hands text, JSON and Arrow tables back. What Python programs see is in `python/torch_bulletin`.
//!
//! | module | what it holds |
//! |---|---|
//! | `parse` | `str`, `bytes` and paths to documents, without the interpreter's lock |
//! | `archive` | whole archives, step by step |
//! | `document` | a document, and everything it is rendered to |
//! | `facts` | facts, and the words around them |
//! | `table` | tables, through Arrow's C data interface |
//! | `error` | refusals as exceptions |

mod archive;
mod document;
mod error;
mod facts;
mod parse;
mod table;

#[pyo3::pymodule]
mod _native {
    #[pymodule_export]
    use super::archive::Answer;
    #[pymodule_export]
    use super::document::Document;
    #[pymodule_export]
    use super::facts::{Facts, extract};
    #[pymodule_export]
    use super::parse::{parse, read};
    #[pymodule_export]
    use super::table::ArrowTable;

    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    /// The JSON Schema of documents, as JSON.
    #[pyo3::pyfunction]
    fn schema() -> String {
        torch_bulletin_wire::schema().to_string()
    }
}
