//! Peak memory 内存峰值 of the command: an archive several times as large takes no more of it.
#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Issues of the small archive; the large one has [`TIMES`] as many.
const ISSUES: usize = 250;
const TIMES: usize = 5;

/// An issue of about 20 kB, in words of our own and different for each number.
fn issue(number: usize) -> String {
    let (year, month) = (2000 + number / 12 % 24, number % 12 + 1);
    let mut text = format!("火炬动态\n{year}年第{month}期(总第{number}期) {year}年{month}月28日\n");
    for article in 0..8 {
        text += &format!("江州高新区举办第{number}场创业辅导日{article}\n");
        for paragraph in 0..8 {
            let companies = number * 31 + article * 7 + paragraph;
            text += &format!(
                "{month}月5日,园区举办活动,{companies}家企业参加,收入同比增长5.{month}%。{FILLER}\n"
            );
        }
        text += "(供稿:江州高新区)\n";
    }
    text
}

const FILLER: &str =
    "活动由园区服务中心承办,来自各地的创业者、投资人和辅导员交流了经验,并参观了新建成的公共实验室。";

/// A bound volume: all issues in one text. The number of its bytes.
fn volume(path: &Path, issues: usize) -> u64 {
    let text: String = (0..issues).map(issue).collect();
    fs::write(path, &text).unwrap();
    text.len() as u64
}

fn archive(path: &Path, issues: usize) -> u64 {
    let mut zip = ZipWriter::new(File::create(path).unwrap());
    let mut bytes = 0;
    for number in 0..issues {
        let text = issue(number);
        zip.start_file(format!("{number:05}.txt"), SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
        bytes += text.len() as u64;
    }
    zip.finish().unwrap();
    bytes
}

/// Runs the command in a folder; the most bytes that it has held.
fn peak(folder: &Path, args: &[&str]) -> u64 {
    peak_of(folder, args, Some(0))
}

/// The same, of a run that ends with another status.
fn peak_of(folder: &Path, args: &[&str], expected: Option<i32>) -> u64 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_torch-bulletin"));
    command.current_dir(folder).args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut most = 0;
    // What the system tells is the peak so far, so that it does not matter when it is asked; it tells nothing of one that
    // has ended.
    loop {
        most = told(&child).unwrap_or(most);
        match child.try_wait().unwrap() {
            None => sleep(Duration::from_millis(1)),
            Some(status) => {
                assert_eq!(status.code(), expected, "{args:?}");
                return most;
            }
        }
    }
}

fn told(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().unwrap() * 1024)
}

#[test]
fn memory_does_not_grow_with_the_archive() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let small = archive(&path("small.zip"), ISSUES);
    let large = archive(&path("large.zip"), ISSUES * TIMES);
    // Small parts, so that the small archive has many of them and the threads as much to do as they can hold.
    let tables = "issues,articles,blocks,attributions,diagnostics";
    let more = ["--threads", "2", "--part-size", "128K", "--tables", tables];
    let of = |name: &str| {
        let (input, output) = (format!("{name}.zip"), format!("{name}-out"));
        let archive = ["archive", &input, "-o", &output];
        let search = ["search", &input, "辅导", "--to", "ndjson", "--threads", "2"];
        [peak(folder.path(), &[&archive[..], &more].concat()), peak(folder.path(), &search)]
    };
    for (command, (few, many)) in
        ["archive", "search"].into_iter().zip(of("small").into_iter().zip(of("large")))
    {
        // Text that were kept, or the rows of it, would be more than this.
        let bound = few + (large - small) / 3;
        assert!(many < bound, "{command}: {few} bytes for {small} of text, {many} for {large}");
    }
}

#[test]
fn of_a_volume_no_more_than_its_text_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let (small, large) = (volume(&path("small.txt"), ISSUES), volume(&path("large.txt"), ISSUES * TIMES));
    for (name, most) in [("archive", 4), ("search", 4), ("catalogue", 4)] {
        let of = |input: &str| {
            let output = format!("{input}-out");
            let args: &[&str] = match name {
                "archive" => &["archive", input, "-o", &output, "--threads", "2"],
                "search" => &["search", input, "辅导", "--to", "ndjson", "--threads", "2"],
                _ => &["catalogue", input, "--to", "ndjson"],
            };
            peak(folder.path(), args)
        };
        let (few, many) = (of("small.txt"), of("large.txt"));
        // The text, its lines, and some issues; all issues, or the rows of them, are much more.
        let bound = few + most * (large - small);
        assert!(many < bound, "{name}: {few} bytes for {small} of text, {many} for {large}");
    }
}

#[test]
fn a_long_line_of_json_is_not_in_memory_whole() {
    let folder = tempfile::tempdir().unwrap();
    let limit = 1 << 20;
    let line = |name: &str, bytes: usize| {
        let mut file = File::create(folder.path().join(name)).unwrap();
        writeln!(file, "{{\"id\": \"x\", \"text\": \"{}\"}}", "x".repeat(bytes)).unwrap();
        let output = format!("{name}-out");
        peak_of(folder.path(), &["archive", name, "-o", &output, "--max-size", "1M"], Some(3))
    };
    let (few, many) = (line("short.jsonl", limit + 1), line("long.jsonl", 40 * limit));
    assert!(many < few + 5 * limit as u64, "{few} bytes for a short one, {many} for a long one");
}
