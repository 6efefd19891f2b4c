//! Standard streams that fail, break off or are not there.

use std::fs::File;
use std::io::Read as _;
use std::process::Stdio;

use crate::run::{Folder, ISSUE, Run};

/// More than a pipe holds, so that a reader who goes away is noticed.
fn long() -> String {
    ISSUE.repeat(20_000)
}

#[test]
fn a_reader_who_has_enough_is_no_failure() {
    let folder = Folder::new();
    folder.write("long.txt", long());
    folder.write(
        "bad.txt",
        [ISSUE.as_bytes(), &[&b"\xFF"[..], "没有新闻。\n".as_bytes()].concat().repeat(5_000)].concat(),
    );
    for args in [
        &["parse", "long.txt", "--source-text"][..],
        &["parse", "long.txt", "long.txt", "--source-text"],
        &["check", "bad.txt"],
    ] {
        let mut command = folder.command(args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 1];
        child.stdout.as_mut().unwrap().read_exact(&mut first).unwrap();
        drop(child.stdout.take());
        let run = Run::of(child.wait_with_output().unwrap());
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = Folder::with(&["a.txt"]);
    for args in [
        &["parse", "a.txt"][..],
        &["check", "a.txt"],
        &["schema"],
        &["completions", "bash"],
        &["--help"],
        &["--version"],
    ] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let run = Run::of(folder.command(args).stdout(full).output().unwrap());
        assert_eq!(run.status, 3, "{args:?}");
        assert!(run.err.contains("could not write standard output: No space left"), "{args:?}: {}", run.err);
    }
    let run = folder.run(&["parse", "a.txt", "-o", "/dev/full"]);
    assert_eq!(run.status, 3);
    assert!(run.err.contains("could not write /dev/full: No space left"), "{}", run.err);
}

#[test]
fn an_output_in_a_missing_folder_is_an_error() {
    let run = Folder::with(&["a.txt"]).run(&["parse", "a.txt", "-o", "no/where/a.json"]);
    assert_eq!(run.status, 3);
    assert!(run.err.contains("could not write no/where/a.json"), "{}", run.err);
}

#[cfg(target_os = "linux")]
#[test]
fn messages_that_nobody_can_read_do_not_panic() {
    let full = File::options().write(true).open("/dev/full").unwrap();
    let run = Run::of(Folder::new().command(&["parse", "absent"]).stderr(full).output().unwrap());
    assert_eq!(run.status, 3);
}

#[test]
fn binary_data_on_standard_input_is_refused() {
    let run = Folder::new().pipe(&[0; 200_000], &["parse", "-"]);
    assert_eq!(run.status, 3);
    assert!(run.err.starts_with("error: <stdin>: found binary data"), "{}", run.err);
}

#[test]
fn standard_input_is_read_once() {
    let run = Folder::new().pipe(ISSUE.as_bytes(), &["parse", "-", "-"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("only once"), "{}", run.err);
}
