//! Runs that are called off, go on, and find what has changed.

use std::fs;

use torch_bulletin_archive::{Export, ExportError, InputRecord, Summary, Table, TableFormat, Watch};

use crate::folder::Folder;
use crate::sample::{issue, small};

/// Calls a run off after so many inputs.
struct Until(u64, u64);

impl Watch for Until {
    fn keep_going(&self) -> bool {
        self.1 < self.0
    }

    fn input(&mut self, _: &InputRecord) {
        self.1 += 1;
    }
}

fn resume(folder: &Folder, output: &str, format: TableFormat) -> Summary {
    folder.run(&Export::new().with_resume(true), output, format)
}

fn manifest(folder: &Folder, output: &str) -> serde_json::Value {
    serde_json::from_slice(&fs::read(folder.path(output).join("archive.json")).unwrap()).unwrap()
}

/// The same files, but for how many inputs were kept.
fn assert_same(folder: &Folder, one: &str, other: &str) {
    let (mut one, mut other) = (folder.files(one), folder.files(other));
    let manifests = [one.remove("archive.json").unwrap(), other.remove("archive.json").unwrap()];
    let [one_says, other_says] = manifests.map(|bytes| {
        let mut manifest: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        manifest["kept"] = 0.into();
        manifest
    });
    assert_eq!(one_says, other_says);
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(other[name] == *bytes, "{name} differs");
    }
}

#[test]
fn a_run_that_is_called_off_is_whole_and_marked_and_can_go_on() {
    for format in [TableFormat::Parquet, TableFormat::Csv] {
        let folder = Folder::with(200);
        folder.run(&Export::new(), "fresh", format);
        for stop_after in [1, 60, 150] {
            let output = format!("out-{stop_after}");
            let export = small(&Export::new().with_threads(2));
            let paths = [folder.path("in")];
            let summary =
                export.to_folder(paths, folder.path(&output), format, &mut Until(stop_after, 0)).unwrap();
            assert!(!summary.complete && summary.inputs >= stop_after && summary.inputs < 200);
            assert_eq!(manifest(&folder, &output)["complete"], false);
            // What is there is named in the catalogue, no more and no less.
            assert_eq!(folder.lines(&output, "catalogue").len() as u64, summary.inputs);
            assert!(!folder.files(&output).keys().any(|name| name.contains(".tmp")));

            let summary = resume(&folder, &output, format);
            assert!(summary.complete && summary.inputs == 200);
            assert!(stop_after == 1 || summary.kept > 0, "{summary:?}");
            assert_same(&folder, "fresh", &output);
        }
    }
}

#[test]
fn only_what_has_changed_is_read_again() {
    let folder = Folder::with(200);
    let format = TableFormat::Ndjson;
    folder.run(&Export::new(), "out", format);
    let again = resume(&folder, "out", format);
    assert_eq!((again.kept, again.inputs), (200, 200));

    let check = |what: &str, least: u64| {
        let summary = resume(&folder, "out", format);
        assert!(summary.kept >= least && summary.kept < summary.inputs, "{what}: {summary:?}");
        let fresh = format!("fresh {what}");
        folder.run(&Export::new(), &fresh, format);
        assert_same(&folder, &fresh, "out");
    };
    folder.write("in/2010/05.txt", issue(5_000));
    check("changed", 100);
    folder.write("in/2030/01.txt", issue(5_001));
    check("new", 100);
    // Where parts end depends on names, and the folder's is another each time: the parts before this file stay in any case.
    fs::remove_file(folder.path("in/2010/02.txt")).unwrap();
    check("gone", 50);
    // Far fewer than before: parts that are no more go.
    for year in 2003..=2016 {
        fs::remove_dir_all(folder.path(&format!("in/{year}"))).unwrap();
    }
    let summary = resume(&folder, "out", format);
    folder.run(&Export::new(), "fresh few", format);
    assert!(summary.inputs < 50);
    assert_same(&folder, "fresh few", "out");
}

#[test]
fn what_a_killed_run_left_behind_is_cleared() {
    let folder = Folder::with(100);
    let format = TableFormat::Parquet;
    folder.run(&Export::new(), "fresh", format);
    folder.run(&Export::new(), "out", format);
    // Killed while the second part was written, and another one was half renamed.
    folder.write("out/articles/.part-00001.parquet.tmp", b"PAR1");
    fs::remove_file(folder.path("out/checksums/part-00001.sha256")).unwrap();
    fs::remove_file(folder.path("out/facts/part-00000.parquet")).unwrap();
    let summary = resume(&folder, "out", format);
    assert!(summary.kept > 0 && summary.kept < 100);
    assert_same(&folder, "fresh", "out");
}

/// Writes down what was damaged.
#[derive(Default)]
struct Damaged(Vec<String>);

impl Watch for Damaged {
    fn damaged(&mut self, file: &std::path::Path) {
        let folder = file.parent().unwrap().file_name().unwrap();
        self.0.push(format!("{}/{}", folder.display(), file.file_name().unwrap().display()));
    }
}

#[test]
fn a_part_that_is_cut_changed_or_gone_is_told_and_written_anew() {
    let folder = Folder::with(100);
    for format in [TableFormat::Ndjson, TableFormat::Parquet] {
        let fresh = format!("fresh-{format}");
        folder.run(&Export::new(), &fresh, format);
        folder.run(&Export::new(), "out", format);
        let table = format!("articles/part-00000.{format}");
        let whole = fs::read(folder.path("out").join(&table)).unwrap();
        let mut changed = whole.clone();
        changed[whole.len() / 2] ^= 1;
        let catalogue = "catalogue/part-00000.ndjson".to_owned();
        for (name, bytes) in [
            (&table, Some(&whole[..whole.len() / 2])),
            (&table, Some(&b""[..])),
            (&table, Some(&changed)),
            (&table, None),
            (&catalogue, Some(b"\xFF")),
            (&catalogue, Some(b"{}\n")),
        ] {
            let path = folder.path("out").join(name);
            bytes.map_or_else(|| fs::remove_file(&path), |bytes| fs::write(&path, bytes)).unwrap();
            let mut watch = Damaged::default();
            let export = small(&Export::new().with_resume(true));
            let summary =
                export.to_folder([folder.path("in")], folder.path("out"), format, &mut watch).unwrap();
            assert_eq!(watch.0, [name.as_str()]);
            assert!(summary.complete && summary.kept > 0 && summary.kept < 100, "{summary:?}");
            assert_same(&folder, &fresh, "out");
        }
        fs::remove_dir_all(folder.path("out")).unwrap();
    }
}

#[test]
fn a_folder_that_is_not_ours_to_write_is_refused() {
    let folder = Folder::with(3);
    let run = |export: Export, output: &str, path: &str| {
        export.to_folder([folder.path(path)], folder.path(output), TableFormat::Csv, &mut ()).unwrap_err()
    };
    folder.write("other/a.txt", "mine");
    let resume = || Export::new().with_resume(true);
    assert!(matches!(run(Export::new(), "other", "in"), ExportError::NotEmpty(_)));
    assert!(matches!(run(resume(), "other", "in"), ExportError::NotEmpty(_)));
    Export::new().to_folder([folder.path("in")], folder.path("out"), TableFormat::Csv, &mut ()).unwrap();
    assert!(matches!(run(Export::new(), "out", "in"), ExportError::Exists(_)));
    for other in [
        resume().with_tables([Table::Issues]),
        resume().with_mark(true),
        resume().with_numbers(true),
        resume().with_part_bytes(1),
        resume().with_offsets(torch_bulletin_archive::OffsetUnit::Utf16),
    ] {
        assert!(matches!(run(other, "out", "in"), ExportError::Differs(_)));
    }
    let error = resume().to_folder(["-"], folder.path("new"), TableFormat::Csv, &mut ()).unwrap_err();
    assert!(matches!(error, ExportError::Stream));
    assert_eq!(fs::read(folder.path("other/a.txt")).unwrap(), b"mine");
}

#[test]
fn an_input_that_failed_is_tried_again() {
    let folder = Folder::with(10);
    let path = folder.write("in/late.jsonl", "{\"id\": \"x\", \"te");
    let first = folder.run(&Export::new(), "out", TableFormat::Ndjson);
    assert_eq!(first.failed, 1);
    fs::write(path, format!("{{\"id\": \"x\", \"text\": {}}}\n", serde_json::Value::from(issue(77))))
        .unwrap();
    let second = resume(&folder, "out", TableFormat::Ndjson);
    assert_eq!((second.failed, second.read), (0, first.read + 1));
}

#[test]
fn an_input_that_fails_for_another_reason_has_the_new_one() {
    let folder = Folder::with(10);
    let path = folder.write("in/late.jsonl", "{\"id\": \"x\", \"te");
    folder.run(&Export::new(), "out", TableFormat::Ndjson);
    fs::write(path, "{\"id\": 7}\n").unwrap();
    assert_eq!(resume(&folder, "out", TableFormat::Ndjson).failed, 1);
    let failed: Vec<_> = folder.lines("out", "catalogue");
    let failed: Vec<_> = failed.iter().filter(|it| it.contains("\"failed\"")).collect();
    assert!(failed.len() == 1 && failed[0].contains("missing field `text`"), "{failed:?}");
}

/// Starts another run into the same folder in the midst of one.
struct Meanwhile<'f>(&'f Folder, Vec<ExportError>);

impl Watch for Meanwhile<'_> {
    fn input(&mut self, _: &InputRecord) {
        let again = |export: Export| {
            let paths = [self.0.path("in")];
            small(&export).to_folder(paths, self.0.path("out"), TableFormat::Csv, &mut ()).unwrap_err()
        };
        if self.1.is_empty() {
            self.1 = vec![again(Export::new()), again(Export::new().with_resume(true))];
        }
    }
}

#[test]
fn two_runs_do_not_write_one_folder() {
    let folder = Folder::with(60);
    let mut watch = Meanwhile(&folder, Vec::new());
    let export = small(&Export::new());
    let summary =
        export.to_folder([folder.path("in")], folder.path("out"), TableFormat::Csv, &mut watch).unwrap();
    assert!(summary.complete && watch.1.iter().all(|it| matches!(it, ExportError::Busy(_))), "{:?}", watch.1);
    assert_eq!(watch.1.len(), 2);
    folder.run(&Export::new(), "fresh", TableFormat::Csv);
    assert_same(&folder, "fresh", "out");
    // What a killed run left of its lock keeps nobody out.
    folder.write("out/.lock", "");
    assert_eq!(resume(&folder, "out", TableFormat::Csv).kept, 60);
    assert_same(&folder, "fresh", "out");
}
