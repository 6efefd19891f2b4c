//! Ctrl-C while a command waits or writes: it ends, and what it leaves is marked or as it was.

use std::fs;
use std::io::Write as _;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::run::{Folder, ISSUE};

/// A command that waits for standard input, of which it has some bytes.
fn waiting(folder: &Folder, args: &[&str], given: &[u8]) -> Child {
    let mut command = folder.command(args);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.as_mut().unwrap().write_all(given).unwrap();
    child
}

/// Sends Ctrl-C once, until which the command has had time to listen for it; its status, and what it said.
fn interrupted(mut child: Child, until: impl Fn() -> bool) -> (Option<i32>, String) {
    let begun = Instant::now();
    while !until() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never came so far");
        sleep(Duration::from_millis(2));
    }
    let stdin = child.stdin.take();
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    drop(stdin);
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Nothing is seen of a command that waits.
fn a_while() -> bool {
    sleep(Duration::from_millis(700));
    true
}

#[test]
fn archive_that_waits_for_standard_input_ends_at_the_first_ctrl_c() {
    let folder = Folder::new();
    for (args, left) in [
        (&["archive", "-", "-o", "out"][..], "go on with `--resume`"),
        (&["archive", "-", "--table", "issues", "-o", "tk.csv"], "tk.csv.partial holds"),
        (&["archive", "-", "--table", "issues", "-o", "-"], "the output ends early"),
    ] {
        let (status, err) = interrupted(waiting(&folder, args, ISSUE.as_bytes()), a_while);
        assert_eq!(status, Some(130), "{args:?}: {err}");
        assert!(err.contains(left) && !err.contains("failed"), "{args:?}: {err}");
    }
    assert!(folder.read("out/archive.json").contains("\"complete\": false"));
    assert!(!folder.path("out/.lock").exists() && !folder.path("tk.csv").exists());
    // The half of an issue that had come is no row.
    assert_eq!(folder.read("tk.csv.partial").lines().count(), 1);
}

#[test]
fn search_and_catalogue_that_are_stopped_leave_no_file_that_looks_whole() {
    let folder = Folder::new();
    folder.write("in/1.txt", ISSUE);
    folder.write("hits.csv", "old");
    let search = ["search", "in", "-", "-e", "新闻", "--to", "csv", "-o", "hits.csv", "--threads", "1"];
    let aside = folder.path(".hits.csv.tmp");
    let (status, err) = interrupted(waiting(&folder, &search, b"some"), || aside.exists());
    assert_eq!(status, Some(130), "{err}");
    assert!(err.contains("hits.csv.partial holds"), "{err}");
    assert_eq!(folder.read("hits.csv"), "old");
    assert!(folder.read("hits.csv.partial").contains("in/1.txt") && !aside.exists());

    let (status, err) =
        interrupted(waiting(&folder, &["catalogue", "in", "-", "-o", "c.ndjson"], b"some"), a_while);
    assert_eq!(status, Some(130), "{err}");
    assert!(err.contains("nothing was written") && !folder.path("c.ndjson").exists(), "{err}");
}

#[test]
fn what_a_killed_run_left_beside_its_output_is_gone_after_the_next() {
    let folder = Folder::new();
    folder.write("in/1.txt", ISSUE);
    for args in [
        &["archive", "in", "--table", "issues", "-o", "tk.csv"][..],
        &["search", "in", "新闻", "--to", "csv", "-o", "tk.csv"],
        &["parse", "in/1.txt", "--to", "text", "-o", "tk.csv"],
        &["parse", "in/missing.txt", "--to", "text", "-o", "tk.csv"],
    ] {
        folder.write(".tk.csv.tmp", "x".repeat(100_000));
        let status = if args[1] == "in/missing.txt" { 3 } else { 0 };
        assert_eq!(folder.run(args).status, status, "{args:?}");
        assert!(!folder.path(".tk.csv.tmp").exists(), "{args:?}");
        assert!(fs::metadata(folder.path("tk.csv")).unwrap().len() < 50_000, "{args:?}");
    }
}

#[test]
fn a_run_that_was_killed_before_its_first_word_keeps_none_out_of_its_folder() {
    let folder = Folder::new();
    folder.write("in/1.txt", ISSUE);
    folder.write("out/.lock", "");
    folder.write("out/.archive.json.tmp", "{\"complete\"");
    let run = folder.run(&["archive", "in", "-o", "out", "--tables", "issues"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(!folder.path("out/.archive.json.tmp").exists() && !folder.path("out/.lock").exists());
    // What is somebody else's is not.
    folder.write("other/.archive.json.txt", "");
    assert_eq!(folder.run(&["archive", "in", "-o", "other"]).status, 2);
}

#[test]
fn two_runs_into_one_output_do_not_mix() {
    let folder = Folder::new();
    folder.write("in/1.txt", ISSUE);
    for (first, second, said) in [
        (
            &["archive", "-", "-o", "out"][..],
            &["archive", "in", "-o", "out"][..],
            "another run that is writing out",
        ),
        (
            &["archive", "-", "--table", "issues", "-o", "a.csv"],
            &["archive", "in", "--table", "issues", "-o", "a.csv"],
            "another run that is writing a.csv",
        ),
        (
            &["archive", "-", "--table", "issues", "-o", "a.csv"],
            &["search", "in", "新闻", "-o", "a.csv"],
            "could not write a.csv: another run is writing it; wait",
        ),
    ] {
        let mut child = waiting(&folder, first, ISSUE.as_bytes());
        // Written once the lock is held: the settings of a folder, the head of a table.
        let written = folder.path(if first.contains(&"out") { "out/archive.json" } else { ".a.csv.tmp" });
        while fs::metadata(&written).map_or(0, |it| it.len()) == 0 {
            sleep(Duration::from_millis(2));
        }
        let run = folder.run(second);
        assert!(run.status == 3 && run.err.contains(said), "{second:?}: {}", run.err);
        drop(child.stdin.take());
        assert!(child.wait().unwrap().success());
    }
    assert!(folder.read("out/archive.json").contains("\"complete\": true"));
    assert_eq!(folder.read("a.csv").lines().count(), 2);
}
