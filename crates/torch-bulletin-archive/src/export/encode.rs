//! Rows become the bytes of a format: what can be done apart is done by many threads, the rest in order.

use std::io::{self, Write};
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_ipc::writer::{FileWriter, StreamWriter};
use arrow_schema::{ArrowError, SchemaRef};
use parquet::arrow::ArrowSchemaConverter;
use parquet::arrow::arrow_writer::{ArrowColumnChunk, ArrowRowGroupWriterFactory, compute_leaves};
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::{WriterProperties, WriterPropertiesPtr};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{ColumnPath, TypePtr};
use torch_bulletin_wire::tables::{Table, csv_head, to_csv, to_ndjson};

use super::TableFormat;

/// Encodes the rows of one table; many threads share it.
pub(super) struct Encoder {
    schema: SchemaRef,
    kind: Kind,
}

enum Kind {
    Parquet { factory: ArrowRowGroupWriterFactory, schema: TypePtr, properties: WriterPropertiesPtr },
    Arrow,
    Ndjson,
    Csv { mark: bool },
}

/// Rows, as far as they can be encoded apart from those before and after them.
pub(super) enum Encoded {
    /// The columns of a row group, and how many rows it has.
    Columns(Vec<ArrowColumnChunk>),
    Batch(RecordBatch),
    Text(String),
}

impl Encoder {
    /// `mark` asks for a byte order mark in CSV.
    pub(super) fn new(table: Table, format: TableFormat, mark: bool) -> io::Result<Self> {
        let schema = table.schema();
        let kind = match format {
            TableFormat::Parquet => {
                // A dictionary of texts that never come again costs time and saves nothing.
                let properties = WriterProperties::builder()
                    .set_compression(Compression::SNAPPY)
                    .set_column_dictionary_enabled(ColumnPath::from("text"), false)
                    .build();
                let properties = Arc::new(properties);
                let types =
                    ArrowSchemaConverter::new().convert(&schema).map_err(of_parquet)?.root_schema_ptr();
                let file = SerializedFileWriter::new(io::sink(), types.clone(), properties.clone());
                let factory = ArrowRowGroupWriterFactory::new(&file.map_err(of_parquet)?, schema.clone());
                Kind::Parquet { factory, schema: types, properties }
            }
            TableFormat::Arrow => Kind::Arrow,
            TableFormat::Ndjson => Kind::Ndjson,
            TableFormat::Csv => Kind::Csv { mark },
        };
        Ok(Self { schema, kind })
    }

    pub(super) fn encode(&self, rows: RecordBatch) -> io::Result<Encoded> {
        Ok(match &self.kind {
            Kind::Parquet { factory, .. } => Encoded::Columns(columns(factory, &rows).map_err(of_parquet)?),
            Kind::Arrow => Encoded::Batch(rows),
            Kind::Ndjson => Encoded::Text(to_ndjson(&rows)),
            Kind::Csv { .. } => Encoded::Text(to_csv(&rows)),
        })
    }

    /// Begins a file; a `stream` cannot be read from its end.
    pub(super) fn begin<W: Write + Send>(&self, mut out: W, stream: bool) -> io::Result<TableWriter<W>> {
        Ok(match &self.kind {
            Kind::Parquet { schema, properties, .. } => TableWriter::Parquet(
                SerializedFileWriter::new(out, schema.clone(), properties.clone()).map_err(of_parquet)?,
            ),
            Kind::Arrow if stream => {
                TableWriter::ArrowStream(StreamWriter::try_new(out, &self.schema).map_err(of_arrow)?)
            }
            Kind::Arrow => TableWriter::ArrowFile(FileWriter::try_new(out, &self.schema).map_err(of_arrow)?),
            Kind::Ndjson => TableWriter::Text(out),
            Kind::Csv { mark } => {
                out.write_all(if *mark { "\u{FEFF}".as_bytes() } else { b"" })?;
                out.write_all(csv_head(&self.schema).as_bytes())?;
                TableWriter::Text(out)
            }
        })
    }
}

fn columns(
    factory: &ArrowRowGroupWriterFactory,
    rows: &RecordBatch,
) -> Result<Vec<ArrowColumnChunk>, ParquetError> {
    // A row group without rows would be allowed, and some readers stumble over it.
    if rows.num_rows() == 0 {
        return Ok(Vec::new());
    }
    // Which row group of its file it will be does not matter to one that is not encrypted.
    let mut writers = factory.create_column_writers(0)?.into_iter();
    let mut chunks = Vec::with_capacity(writers.len());
    for (field, column) in rows.schema().fields().iter().zip(rows.columns()) {
        for leaf in compute_leaves(field, column)? {
            let mut writer = writers.next().expect("a writer for each leaf of the schema");
            writer.write(&leaf)?;
            chunks.push(writer.close()?);
        }
    }
    Ok(chunks)
}

/// A file of one table that is being written.
pub(super) enum TableWriter<W: Write + Send> {
    Parquet(SerializedFileWriter<W>),
    ArrowFile(FileWriter<W>),
    ArrowStream(StreamWriter<W>),
    Text(W),
}

impl<W: Write + Send> TableWriter<W> {
    /// Appends rows that the encoder of the same table has encoded.
    pub(super) fn append(&mut self, rows: Encoded) -> io::Result<()> {
        match (self, rows) {
            (TableWriter::Parquet(_), Encoded::Columns(columns)) if columns.is_empty() => Ok(()),
            (TableWriter::Parquet(file), Encoded::Columns(columns)) => {
                let mut group = file.next_row_group().map_err(of_parquet)?;
                for column in columns {
                    column.append_to_row_group(&mut group).map_err(of_parquet)?;
                }
                group.close().map(|_| ()).map_err(of_parquet)
            }
            (_, Encoded::Batch(rows)) if rows.num_rows() == 0 => Ok(()),
            (TableWriter::ArrowFile(file), Encoded::Batch(rows)) => file.write(&rows).map_err(of_arrow),
            (TableWriter::ArrowStream(file), Encoded::Batch(rows)) => file.write(&rows).map_err(of_arrow),
            (TableWriter::Text(file), Encoded::Text(text)) => file.write_all(text.as_bytes()),
            _ => unreachable!("rows are appended in the format they were encoded in"),
        }
    }

    /// Ends the file and gives back what it was written to, flushed.
    pub(super) fn finish(self) -> io::Result<W> {
        let mut out = match self {
            TableWriter::Parquet(file) => file.into_inner().map_err(of_parquet)?,
            TableWriter::ArrowFile(mut file) => {
                file.finish().map_err(of_arrow)?;
                file.into_inner().map_err(of_arrow)?
            }
            TableWriter::ArrowStream(mut file) => {
                file.finish().map_err(of_arrow)?;
                file.into_inner().map_err(of_arrow)?
            }
            TableWriter::Text(out) => out,
        };
        out.flush()?;
        Ok(out)
    }
}

/// What went wrong beneath: nearly always the disk.
fn of_parquet(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    }
}

fn of_arrow(error: ArrowError) -> io::Error {
    match error {
        ArrowError::IoError(_, error) => error,
        error => io::Error::other(error),
    }
}
