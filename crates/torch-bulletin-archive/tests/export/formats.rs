//! The same rows in every format.

use std::fs::File;
use std::io::Cursor;
use std::ops::ControlFlow;

use arrow_array::RecordBatch;
use arrow_ipc::reader::{FileReader, StreamReader};
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use torch_bulletin_archive::{Export, Table, TableFormat};
use torch_bulletin_wire::tables::{to_csv, to_ndjson};

use crate::folder::Folder;

fn lines(batches: impl IntoIterator<Item = RecordBatch>) -> String {
    batches.into_iter().map(|batch| to_ndjson(&batch)).collect()
}

#[test]
fn what_is_read_back_is_the_same_in_every_format() {
    let folder = Folder::with(30);
    let export = Export::new();
    for table in Table::ALL.iter().copied() {
        let write = |format: TableFormat| {
            let path = folder.path(&format!("{table}.{format}"));
            let summary = export.to_file([folder.path("in")], table, format, &path, &mut ()).unwrap();
            assert!(summary.complete && summary.rows[&table] > 0, "{table}");
            path
        };
        let ndjson = std::fs::read_to_string(write(TableFormat::Ndjson)).unwrap();
        let parquet = File::open(write(TableFormat::Parquet)).unwrap();
        // Parquet has strings of one kind only: they come back with the offsets that are asked for.
        let options = ArrowReaderOptions::new().with_schema(table.schema());
        let parquet = ParquetRecordBatchReaderBuilder::try_new_with_options(parquet, options).unwrap();
        let parquet: Vec<_> = parquet.build().unwrap().map(Result::unwrap).collect();
        assert_eq!(lines(parquet), ndjson, "{table}");
        let arrow = File::open(write(TableFormat::Arrow)).unwrap();
        let arrow: Vec<_> = FileReader::try_new(arrow, None).unwrap().map(Result::unwrap).collect();
        assert!(arrow.iter().all(|batch| batch.schema() == table.schema()));
        assert_eq!(lines(arrow.clone()), ndjson, "{table}");
        let csv = std::fs::read_to_string(write(TableFormat::Csv)).unwrap();
        let rows: String = arrow.iter().map(to_csv).collect();
        assert_eq!(csv.split_once("\r\n").unwrap().1, rows, "{table}");

        let mut stream = Vec::new();
        export.to_stream([folder.path("in")], table, TableFormat::Arrow, &mut stream, &mut ()).unwrap();
        let stream = StreamReader::try_new(Cursor::new(stream), None).unwrap();
        assert_eq!(lines(stream.map(Result::unwrap)), ndjson, "{table}");
        let mut batches = Vec::new();
        export.to_batches([folder.path("in")], table, &mut (), |batch| {
            batches.push(batch);
            ControlFlow::Continue(())
        });
        assert_eq!(lines(batches), ndjson, "{table}");
    }
}

#[test]
fn csv_runs_in_no_spreadsheet_and_has_a_mark_on_request() {
    let folder = Folder::with(3);
    let write = |mark: bool| {
        let mut out = Vec::new();
        let export = Export::new().with_mark(mark);
        export.to_stream([folder.path("in")], Table::Blocks, TableFormat::Csv, &mut out, &mut ()).unwrap();
        String::from_utf8(out).unwrap()
    };
    let plain = write(false);
    assert!(plain.contains(",\"'=SUM(A1)并不是公式"), "{plain}");
    assert_eq!(write(true), format!("\u{FEFF}{plain}"));
}

#[test]
fn an_archive_of_nothing_has_its_tables() {
    let folder = Folder::with(0);
    std::fs::create_dir_all(folder.path("in")).unwrap();
    for &format in TableFormat::ALL {
        let summary = folder.run(&Export::new(), format.as_str(), format);
        assert!(summary.complete && summary.inputs == 0);
        let written = folder.files(format.as_str());
        let files = written.keys().filter(|name| !name.ends_with('/'));
        assert_eq!(files.count(), 6 + 1 + 1 + 1, "{format}");
    }
    let file = File::open(folder.path("parquet/facts/part-00000.parquet")).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
    assert_eq!(reader.schema().fields().len(), Table::Facts.schema().fields().len());
}
