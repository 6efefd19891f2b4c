//! A large archive 大型档案 beside the usual one: whether memory and the time of a byte stay what they are.

use std::fs;
use std::path::{Path, PathBuf};

use torch_bulletin_archive::{Export, TableFormat};
use torch_bulletin_benches::archive::{ISSUES, Setting, issues};
use torch_bulletin_benches::clock::process_time;

use crate::median;
use crate::options::Options;

/// So many issues have 1 GiB.
const MANY: usize = 26_000;

/// Writes two archives to disk, turns each into Parquet of all tables, and prints what that took.
///
/// The usual one is run several times, half of them before the large one and half after it, so that what else the machine
/// does falls on both.
pub(crate) fn print(options: &Options) {
    let scratch = tempfile::tempdir().expect("a folder to work in");
    let many = (MANY / options.shrink).max(ISSUES);
    let rounds = options.rounds.div_ceil(5);
    println!(
        "\nfrom a folder to Parquet of all tables, by a thread for each processor; computed time of all threads\n\
         {ISSUES} issues: median of {} rounds; {many}: one round",
        2 * rounds
    );
    let usual = Folder::write(scratch.path(), "usual", ISSUES);
    let large = Folder::write(scratch.path(), "large", many);
    let mut times: Vec<f64> = (0..rounds).map(|_| usual.run()).collect();
    // The peak of a process only rises: what the usual one needs is known only before the large one.
    usual.tell(median(times.clone()));
    let long = large.run();
    large.tell(long);
    times.extend((0..rounds).map(|_| usual.run()));
    let short = median(times);
    usual.tell(short);
    let ratio = (long / large.bytes as f64) / (short / usual.bytes as f64);
    println!("a byte of the large one takes {ratio:.3} times as long");
}

/// An archive on disk.
struct Folder {
    input: PathBuf,
    output: PathBuf,
    count: usize,
    bytes: usize,
}

impl Folder {
    fn write(scratch: &Path, name: &str, count: usize) -> Self {
        let input = scratch.join(name);
        let mut bytes = 0;
        for (number, issue) in issues(Setting::Plain).take(count).enumerate() {
            let year = input.join((number / 500).to_string());
            fs::create_dir_all(&year).expect("a folder to work in");
            fs::write(year.join(format!("{number:05}.txt")), &issue.text).expect("room for the archive");
            bytes += issue.text.len();
        }
        Self { input, output: scratch.join(format!("{name}-out")), count, bytes }
    }

    /// The seconds that all of it took.
    fn run(&self) -> f64 {
        let mut summary = None;
        let took = process_time(|| {
            let export = Export::new();
            summary = Some(export.to_folder([&self.input], &self.output, TableFormat::Parquet, &mut ()));
        });
        let summary = summary.expect("it ran").expect("room for the tables");
        assert_eq!((summary.read, summary.complete), (self.count as u64, true));
        fs::remove_dir_all(&self.output).expect("our own folder");
        took.as_secs_f64()
    }

    fn tell(&self, seconds: f64) {
        let (count, megabytes) = (self.count, self.bytes as f64 / 1e6);
        let peak = peak().map_or("unknown".to_owned(), |bytes| format!("{:.0} MB", bytes as f64 / 1e6));
        println!(
            "{count:>7} issues, {megabytes:>7.1} MB {:>9.1} µs/issue {:>9.1} MB/s; peak memory so far {peak}",
            seconds * 1e6 / count as f64,
            megabytes / seconds
        );
    }
}

/// The most memory that this process has held, where the system tells it.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()? * 1024)
}
