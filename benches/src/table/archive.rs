//! Whole archives: bytes to documents, by two threads, and from a folder to Parquet.

use std::fs::{self, File};
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use arrow_array::RecordBatch;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use parquet::schema::types::ColumnPath;
use torch_bulletin::facts::{FactOptions, extract_from};
use torch_bulletin::{ParseOptions, parse};
use torch_bulletin_archive::{Export, Reading, SourceText, Table, TableFormat, Walk, in_order, read_bytes};
use torch_bulletin_benches::archive::{Issue, Setting, archive};
use torch_bulletin_benches::clock::{process_time, time};
use torch_bulletin_wire::tables::{self, Rows};
use torch_bulletin_wire::{OffsetUnit, SourceInfo};

use crate::median;
use crate::options::Options;

/// Times the ways of an archive and prints them.
pub(crate) fn print(options: &Options) {
    let issues = archive(options.issues, Setting::Plain);
    let bytes: usize = issues.iter().map(|issue| issue.text.len()).sum();
    println!("\narchive: {} issues, {:.1} MB", issues.len(), bytes as f64 / 1e6);
    decode(&issues, options.rounds);
    threads(&issues, options.rounds);
    folder(&issues, options.rounds.div_ceil(3));
}

/// What decoding costs beside a parse: bytes to a parsed text against text to the same.
fn decode(issues: &[Issue], rounds: usize) {
    let text = || issues.iter().map(|it| parse(&it.text).bulletin().sections.len()).sum::<usize>();
    let options = ParseOptions::default();
    let bytes = || -> usize {
        let read = |it: &Issue| {
            let text = SourceText::decode(it.text.as_bytes()).expect("an issue is a text");
            text.parse(&options).bulletin().sections.len()
        };
        issues.iter().map(read).sum()
    };
    assert_eq!(text(), bytes());
    let rate = |_| time(text).0.as_secs_f64() / time(bytes).0.as_secs_f64();
    println!("bytes to documents {:>35.3} of the rate of parse", median((0..rounds).map(rate).collect()));
}

/// How many times as fast two threads are as one, beside work that shares nothing, in turns.
fn threads(issues: &[Issue], rounds: usize) {
    let options = ParseOptions::default();
    let parsed = |threads| {
        let work = |issue: &Issue| {
            let text = SourceText::decode(issue.text.as_bytes()).expect("an issue is a text");
            text.parse(&options).bulletin().sections.len()
        };
        let begun = Instant::now();
        let mut sections = 0;
        in_order(issues, threads, work, |found| {
            sections += found;
            ControlFlow::Continue(())
        });
        black_box(sections);
        begun.elapsed()
    };
    // About as much work as the parse, on a number of its own.
    let control = |threads: u64| {
        let begun = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    let step = |it: u64, _| it.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    black_box((0..60_000_000 / threads).fold(black_box(7), step))
                });
            }
        });
        begun.elapsed()
    };
    parsed(2);
    let speedup = |one: Duration, two: Duration| one.as_secs_f64() / two.as_secs_f64();
    let mut rows = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        let (ours, theirs) = (speedup(parsed(1), parsed(2)), speedup(control(1), control(2)));
        rows.0.push(ours);
        rows.1.push(theirs);
        rows.2.push(ours / theirs);
    }
    println!(
        "two threads over one {:>33.2}, of a control that shares nothing {:.2}; ratio {:.3}",
        median(rows.0),
        median(rows.1),
        median(rows.2)
    );
}

/// From a folder that is in memory to Parquet of all tables, by one thread: the parts of the way, alone.
fn folder(issues: &[Issue], rounds: usize) {
    let scratch = tempfile::tempdir().expect("a folder to work in");
    let input = scratch.path().join("in");
    fs::create_dir(&input).expect("a folder to work in");
    for (number, issue) in issues.iter().enumerate() {
        fs::write(input.join(format!("{number:05}.txt")), &issue.text).expect("room for the archive");
    }
    let options = ParseOptions::default();
    let read = |issue: &Issue| read_bytes(issue.text.as_bytes(), None, &options).expect("an issue is a text");
    let readings: Vec<Reading> = issues.iter().map(read).collect();
    let find =
        |it: &Reading| extract_from(it.document.source(), it.document.bulletin(), &FactOptions::default());
    let facts: Vec<_> = readings.iter().map(find).collect();
    let rows = || -> Vec<(Table, Vec<RecordBatch>)> {
        let table = |&table: &Table| {
            let mut out = Vec::new();
            for (readings, facts) in readings.chunks(50).zip(facts.chunks(50)) {
                let mut rows = Rows::new(table, OffsetUnit::Utf8);
                for (it, facts) in readings.iter().zip(facts) {
                    let text = it.document.source();
                    let (bulletin, report) = (it.document.bulletin(), it.document.report());
                    let info = SourceInfo::of_text(text);
                    rows.append(&tables::Issue {
                        info,
                        file: None,
                        text,
                        bulletin,
                        report,
                        facts: Some(facts),
                    });
                }
                out.push(rows.finish());
            }
            (table, out)
        };
        Table::ALL.iter().map(table).collect()
    };
    let batches = rows();
    let mut round = 0;
    let mut whole = || {
        round += 1;
        let output = scratch.path().join(format!("out-{round}"));
        let export = Export::new().with_threads(1);
        let summary = export.to_folder([&input], &output, TableFormat::Parquet, &mut ());
        assert_eq!(summary.expect("a folder to work in").read, issues.len() as u64);
        fs::remove_dir_all(output).expect("our own folder");
    };
    type Stage<'a> = (&'static str, Box<dyn FnMut() + 'a>);
    let mut stages: Vec<Stage<'_>> = vec![
        ("folder to Parquet of all tables", Box::new(&mut whole)),
        ("reading", Box::new(|| Walk::new([&input]).for_each(|it| drop(black_box(it.bytes()))))),
        (
            "decoding, hashing, parsing, checks",
            Box::new(|| issues.iter().for_each(|it| drop(black_box(read(it))))),
        ),
        ("facts", Box::new(|| readings.iter().for_each(|it| drop(black_box(find(it)))))),
        ("rows", Box::new(|| drop(black_box(rows())))),
        ("Parquet of ready batches", Box::new(|| write(&batches, scratch.path()))),
    ];
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); stages.len()];
    for _ in 0..rounds {
        for ((_, stage), times) in stages.iter_mut().zip(&mut times) {
            times.push(process_time(stage).as_secs_f64());
        }
    }
    let times: Vec<f64> = times.into_iter().map(median).collect();
    let bytes: usize = issues.iter().map(|issue| issue.text.len()).sum();
    for ((name, _), took) in stages.iter().zip(&times) {
        println!(
            "{name:<40} {:>9.1} µs/issue {:>9.1} MB/s {:>6.1} %",
            took * 1e6 / issues.len() as f64,
            bytes as f64 / 1e6 / took,
            100.0 * took / times[0]
        );
    }
    println!("from folder to Parquet is {:.2} times the writing of ready batches", times[0] / times[5]);
}

/// Writes ready batches as the archive's own writer is set, a row group each.
fn write(tables: &[(Table, Vec<RecordBatch>)], folder: &Path) {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_column_dictionary_enabled(ColumnPath::from("text"), false)
        .build();
    for (table, batches) in tables {
        let file = File::create(folder.join(format!("{table}.parquet"))).expect("a folder to work in");
        let schema = Arc::clone(&table.schema());
        let mut writer =
            ArrowWriter::try_new(file, schema, Some(properties.clone())).expect("a sound schema");
        for batch in batches {
            writer.write(batch).and_then(|()| writer.flush()).expect("room for the table");
        }
        writer.close().expect("room for the table");
    }
}
