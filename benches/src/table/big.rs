//! A large archive beside the usual one: whether memory and the time of a byte stay what they are.

use std::fs;
use std::path::Path;
use std::time::Duration;

use torch_bulletin_archive::{Export, TableFormat};
use torch_bulletin_benches::archive::{ISSUES, Setting, issues};
use torch_bulletin_benches::clock::process_time;

use crate::options::Options;

/// So many issues have 1 GiB.
const MANY: usize = 26_000;

/// Writes two archives to disk, turns each into Parquet of all tables, and prints what that took.
pub(crate) fn print(options: &Options) {
    let scratch = tempfile::tempdir().expect("a folder to work in");
    let many = (MANY / options.shrink).max(ISSUES);
    println!(
        "\nfrom a folder to Parquet of all tables, by a thread for each processor; computed time of all threads"
    );
    // The small one first: the peak of a process only rises.
    let small = run(scratch.path(), "small", ISSUES);
    let large = run(scratch.path(), "large", many);
    println!("a byte of the large one takes {:.3} times as long", large / small);
}

/// The seconds that a byte took.
fn run(folder: &Path, name: &str, count: usize) -> f64 {
    let input = folder.join(name);
    let mut bytes = 0;
    for (number, issue) in issues(Setting::Plain).take(count).enumerate() {
        let year = input.join((number / 500).to_string());
        fs::create_dir_all(&year).expect("a folder to work in");
        fs::write(year.join(format!("{number:05}.txt")), &issue.text).expect("room for the archive");
        bytes += issue.text.len();
    }
    let output = folder.join(format!("{name}-out"));
    let mut summary = None;
    let took: Duration = process_time(|| {
        summary = Some(Export::new().to_folder([&input], &output, TableFormat::Parquet, &mut ()));
    });
    let summary = summary.expect("it ran").expect("room for the tables");
    assert_eq!((summary.read, summary.complete), (count as u64, true));
    let peak = peak().map_or("unknown".to_owned(), |bytes| format!("{:.0} MB", bytes as f64 / 1e6));
    println!(
        "{count:>7} issues, {:>7.1} MB {:>9.1} µs/issue {:>9.1} MB/s; peak memory of the process {peak}",
        bytes as f64 / 1e6,
        took.as_secs_f64() * 1e6 / count as f64,
        bytes as f64 / 1e6 / took.as_secs_f64()
    );
    fs::remove_dir_all(&input).and_then(|()| fs::remove_dir_all(&output)).expect("our own folders");
    took.as_secs_f64() / bytes as f64
}

/// The most memory that this process has held, where the system tells it.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()? * 1024)
}
