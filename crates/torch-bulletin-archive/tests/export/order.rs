//! The same bytes whatever the number of threads, in the order of inputs.

use torch_bulletin_archive::{Export, Table, TableFormat};

use crate::folder::Folder;

#[test]
fn one_two_and_eight_threads_write_the_same_files() {
    let folder = Folder::with(130);
    for &format in TableFormat::ALL {
        let run = |threads: usize| {
            let output = format!("{format}-{threads}");
            let summary = folder.run(&Export::new().with_threads(threads), &output, format);
            (summary, folder.files(&output))
        };
        let one = run(1);
        let parts = one.1.keys().filter(|name| name.starts_with("articles/")).count();
        assert!(parts > 2, "{parts} parts do not show an order");
        assert!(one.0.complete && one.0.read > 100);
        for threads in [2, 8] {
            let other = run(threads);
            assert_eq!(one.0, other.0, "{format}");
            for (name, bytes) in &one.1 {
                assert!(other.1[name] == *bytes, "{name} differs with {threads} threads");
            }
            assert_eq!(one.1.len(), other.1.len());
        }
    }
}

#[test]
fn a_large_volume_has_the_rows_of_its_issues_whatever_the_threads() {
    let folder = Folder::new();
    // Several portions of 2 MB, between small files and beside another volume.
    let numbers = |from: usize| from..from + 4_000;
    let volume = |from| numbers(from).map(crate::sample::issue).collect::<String>();
    folder.write("in/a.txt", crate::sample::issue(1));
    folder.write("in/b.txt", volume(20_000));
    folder.write("in/c.txt", crate::sample::issue(2));
    folder.write("in/d.txt", volume(40_000));
    let export = Export::new().with_tables([Table::Issues, Table::Blocks]);
    for format in [TableFormat::Ndjson, TableFormat::Parquet] {
        for threads in [1, 2, 8] {
            let output = format!("{format}-{threads}");
            let summary = folder.run(&export.clone().with_threads(threads), &output, format);
            assert_eq!((summary.issues, summary.rows[&Table::Issues]), (8_002, 8_002));
            assert!(folder.files(&output) == folder.files(&format!("{format}-1")), "{output}");
        }
    }
    let told: Vec<serde_json::Value> =
        folder.lines("ndjson-1", "issues").iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let whole = |row: &serde_json::Value| row["whole_number"].as_u64().unwrap() as usize - 1;
    let expected: Vec<_> = [1].into_iter().chain(numbers(20_000)).chain([2]).chain(numbers(40_000)).collect();
    assert_eq!(told.iter().map(whole).collect::<Vec<_>>(), expected);
    let volume = &folder.lines("ndjson-1", "catalogue")[1];
    let volume: serde_json::Value = serde_json::from_str(volume).unwrap();
    let named = |row: &serde_json::Value| row["source"].clone();
    assert!(
        volume["issues"].as_array().unwrap().iter().eq(&told[1..4_001].iter().map(named).collect::<Vec<_>>())
    );
}

#[test]
fn every_input_is_named_once_in_order_and_counted() {
    let folder = Folder::with(130);
    let summary = folder.run(&Export::new(), "out", TableFormat::Ndjson);
    let inputs: Vec<serde_json::Value> =
        folder.lines("out", "catalogue").iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let names: Vec<_> = inputs.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect();
    let mut sorted = names.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(names, sorted);
    let count = |status: &str| inputs.iter().filter(|it| it["status"] == status).count() as u64;
    assert_eq!(
        (count("read"), count("refused"), count("failed")),
        (summary.read, summary.refused, summary.failed)
    );
    assert_eq!((summary.inputs, summary.refused, summary.failed), (130, 10, 0));
    let codes: Vec<_> = inputs.iter().filter_map(|it| it["code"].as_str()).collect();
    assert_eq!(&codes[..3], ["binary", "other-kind", "binary"]);
    assert!(inputs.iter().all(|it| it["code"].is_null() != (it["status"] != "read")));
    // A volume of two issues gives both.
    let issues: usize = inputs.iter().map(|it| it["issues"].as_array().unwrap().len()).sum();
    assert_eq!((issues as u64, summary.issues), (summary.rows[&Table::Issues], summary.read + 5));
}
