//! Tables leave through Arrow's C data interface, which every data frame reads without a copy.

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::ArrowError;
use arrow_schema::ffi::FFI_ArrowSchema;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyIterator};
use torch_bulletin_archive::Table;

/// Rows and columns that pandas, polars, pyarrow, duckdb and others take as they are.
#[pyclass(frozen, module = "torch_bulletin._native")]
pub(crate) struct ArrowTable(pub(crate) RecordBatch);

#[pymethods]
impl ArrowTable {
    /// A table of archives without rows; None where there is none of that name.
    #[staticmethod]
    fn of(table: &str) -> Option<Self> {
        Some(Self(RecordBatch::new_empty(Table::of(table)?.schema())))
    }

    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.0.schema_ref().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// The rows, once, as a stream; a schema that is asked for is not heeded, as the protocol allows.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        capsule(py, &self.0, std::iter::once(Ok(self.0.clone())))
    }

    /// The rows of tables with these columns, each asked for when the reader wants it.
    fn stream<'py>(&self, tables: &Bound<'py, PyIterator>) -> PyResult<Bound<'py, PyCapsule>> {
        let iterator = tables.clone().unbind();
        let rows = |table: Bound<'_, PyAny>| Ok(table.extract::<PyRef<'_, Self>>()?.0.clone());
        let next = move || {
            let table = Python::attach(|py| Some(iterator.bind(py).clone().next()?.and_then(rows)))?;
            Some(table.map_err(|raised| ArrowError::ExternalError(raised.into())))
        };
        capsule(tables.py(), &self.0, std::iter::from_fn(next))
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.0.schema_ref().as_ref())
            .map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    fn __repr__(&self) -> String {
        format!("<ArrowTable of {} rows: {}>", self.0.num_rows(), self.column_names().join(", "))
    }
}

fn capsule<'py>(
    py: Python<'py>,
    like: &RecordBatch,
    batches: impl Iterator<Item = Result<RecordBatch, ArrowError>> + Send + 'static,
) -> PyResult<Bound<'py, PyCapsule>> {
    let batches = RecordBatchIterator::new(batches, like.schema());
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), c"arrow_array_stream")
}
