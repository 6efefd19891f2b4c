//! `archive` over damaged and hostile inputs, full disks, and ends that came too soon.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Write as _};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::run::{Folder, ISSUE};

/// So many small issues, each with another number.
fn issues(folder: &Folder, count: usize) {
    for number in 0..count {
        folder.write(&format!("in/{number:04}.txt"), issue(number));
    }
}

fn issue(number: usize) -> String {
    let filler = format!(
        "第{number}次活动顺利举行,江州高新区共有{}家企业参加,收入同比增长{}%。",
        number * 3,
        number % 40
    );
    ISSUE.replace("总第402期", &format!("总第{number}期")).replace("今天没有新闻", &filler.repeat(12))
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn lines(folder: &Folder, output: &str, table: &str) -> Vec<Value> {
    let mut parts: Vec<_> = fs::read_dir(folder.path(&format!("{output}/{table}")))
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    parts.sort();
    let read = |path: &std::path::PathBuf| fs::read_to_string(path).unwrap();
    let lines: Vec<_> = parts.iter().map(read).collect();
    lines.iter().flat_map(|part| part.lines()).map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn is_complete(folder: &Folder, output: &str) -> bool {
    let manifest: Value = serde_json::from_str(&folder.read(&format!("{output}/archive.json"))).unwrap();
    manifest["complete"] == true
}

const NDJSON: [&str; 2] = ["--format", "ndjson"];

#[test]
fn whatever_is_wrong_with_some_inputs_the_others_are_read_and_each_is_named() {
    let folder = Folder::new();
    issues(&folder, 200);
    let sound = folder.run(&["archive", "in", "-o", "sound", NDJSON[0], NDJSON[1]]);
    assert_eq!(sound.status, 0, "{}", sound.err);

    // One in a hundred is cut inside a character, and one in a hundred is noise.
    for number in [17, 117] {
        let text = issue(number);
        let inside = text.char_indices().find(|(at, it)| *at > 300 && it.len_utf8() == 3).unwrap().0 + 1;
        folder.write(&format!("in/{number:04}.txt"), &text.as_bytes()[..inside]);
    }
    let noise: Vec<u8> = (0_u32..3_000).map(|it| (it.wrapping_mul(2_654_435_761) >> 21) as u8).collect();
    folder.write("in/0050.txt", &noise);
    folder.write("in/0150.txt", &noise);
    let bomb = vec![b'0'; 30 << 20];
    folder.write("in/bomb.zip", zip(&[("bomb.txt", &bomb), ("good.txt", ISSUE.as_bytes())]));
    folder.write("in/out.zip", zip(&[("../../escaped.txt", ISSUE.as_bytes())]));
    let whole = zip(&[("a.txt", ISSUE.as_bytes()), ("b.txt", ISSUE.as_bytes())]);
    folder.write("in/cut.zip", &whole[..whole.len() / 2]);
    symlink("nowhere.txt", folder.path("in/dangling.txt")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path("in/pipe.txt")).status().unwrap().success());

    let run = folder.run(&["archive", "in", "-o", "out", NDJSON[0], NDJSON[1], "--threads", "2"]);
    assert_eq!(run.status, 3, "{}", run.err);
    let wrong = [
        ("refused in/0050.txt", "binary"),
        ("refused in/0150.txt", "binary"),
        ("refused in/bomb.zip!/bomb.txt", "too-large"),
        ("failed in/cut.zip!/b.txt", "unreadable"),
        ("failed in/cut.zip", "unreadable"),
        ("failed in/dangling.txt", "unreadable"),
        ("failed in/pipe.txt", "unreadable"),
    ];
    let catalogue = lines(&folder, "out", "catalogue");
    let named: Vec<_> = catalogue
        .iter()
        .filter(|it| it["status"] != "read")
        .map(|it| {
            (
                format!("{} {}", it["status"].as_str().unwrap(), it["name"].as_str().unwrap()),
                it["code"].clone(),
            )
        })
        .collect();
    assert_eq!(
        named.iter().map(|(what, code)| (what.as_str(), code.as_str().unwrap())).collect::<Vec<_>>(),
        wrong
    );
    for (what, _) in wrong {
        assert_eq!(run.err.matches(&format!("{what}: ")).count(), 1, "{what}\n{}", run.err);
    }
    // A text that was cut is a text still, and says what is odd about it.
    let findings = lines(&folder, "out", "diagnostics");
    for name in ["in/0017.txt", "in/0117.txt"] {
        assert!(findings.iter().any(|it| it["source"] == name && it["code"] == "invalid-bytes"), "{name}");
    }
    // Nothing is lost: what was sound before gives the same rows as then.
    let touched: BTreeSet<_> = ["0017", "0117", "0050", "0150"].map(|it| format!("in/{it}.txt")).into();
    for table in ["issues", "articles", "blocks", "facts"] {
        let of = |output: &str| -> Vec<Value> {
            let rows = lines(&folder, output, table).into_iter();
            let is_sound = |it: &Value| {
                let source = it["source"].as_str().unwrap();
                !source.contains(".zip") && !touched.contains(source)
            };
            rows.filter(is_sound).collect()
        };
        let rows = of("out");
        assert!(rows.len() >= 196);
        assert!(rows == of("sound"), "{table}");
    }
    let sources: BTreeSet<_> =
        lines(&folder, "out", "issues").iter().map(|it| it["source"].to_string()).collect();
    assert!(
        sources.contains("\"in/bomb.zip!/good.txt\"")
            && sources.contains("\"in/cut.zip!/a.txt\"")
            && sources.contains("\"in/out.zip!/../../escaped.txt\"")
    );
    assert!(!folder.path("../escaped.txt").exists() && !folder.path("escaped.txt").exists());
    assert!(is_complete(&folder, "out"));
}

#[test]
fn a_full_disk_is_said_and_not_passed_over() {
    let folder = Folder::new();
    issues(&folder, 20);
    for format in ["ndjson", "parquet", "csv", "arrow"] {
        let run =
            folder.run(&["archive", "in", "--table", "articles", "-o", "/dev/full", "--format", format]);
        assert_eq!(run.status, 3, "{format}: {}", run.err);
        assert!(run.err.contains("/dev/full") && run.err.contains("No space left"), "{format}: {}", run.err);
    }
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = folder.command(&["archive", "in", "--table", "articles", "-o", "-"]);
    assert_eq!(command.stdout(full).stderr(Stdio::null()).status().unwrap().code(), Some(3));
}

#[test]
fn a_limit_on_the_size_of_files_leaves_a_marked_output_that_can_go_on() {
    let folder = Folder::new();
    issues(&folder, 300);
    let args = ["archive", "in", "-o", "out", NDJSON[0], NDJSON[1], "--part-size", "64K"];
    // In blocks of 512 bytes, or of 1024 where the shell counts so.
    let limited = Command::new("sh")
        .args(["-c", "ulimit -f 60; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_torch-bulletin")])
        .args(args)
        .current_dir(folder.path(""))
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&limited.stderr).into_owned();
    assert_eq!(limited.status.code(), Some(3), "{err}");
    assert!(err.contains("could not write out/") && err.contains("too large"), "{err}");
    assert!(!is_complete(&folder, "out"));
    goes_on(&folder, &args);
}

#[test]
fn what_was_not_read_is_named_again_where_its_part_is_kept() {
    let folder = Folder::new();
    issues(&folder, 2);
    std::fs::write(folder.path("in/bad.zip"), b"PK\x03\x04cut").unwrap();
    let args = ["archive", "in", "-o", "out", NDJSON[0], NDJSON[1]];
    assert_eq!(folder.run(&args).status, 3);
    let resumed = folder.run(&[&args[..], &["--resume"]].concat());
    assert_eq!(resumed.status, 3);
    assert!(resumed.err.contains("in/bad.zip") && resumed.err.contains("3 kept"), "{}", resumed.err);

    std::fs::write(folder.path("out/archive.json"), "{\"comp").unwrap();
    let damaged = folder.run(&[&args[..], &["--resume"]].concat());
    assert_eq!(damaged.status, 2);
    assert!(damaged.err.contains("out/archive.json"), "{}", damaged.err);
}

/// Going on gives what a fresh run gives.
fn goes_on(folder: &Folder, args: &[&str]) {
    let resumed = folder.run(&[args, &["--resume"]].concat());
    assert_eq!(resumed.status, 0, "{}", resumed.err);
    assert!(is_complete(folder, "out"));
    let fresh: Vec<_> = args.iter().map(|&arg| if arg == "out" { "fresh" } else { arg }).collect();
    assert_eq!(folder.run(&fresh).status, 0);
    let mut diff = Command::new("diff");
    let same = diff
        .args(["-r", "-x", "archive.json", "out", "fresh"])
        .current_dir(folder.path(""))
        .output()
        .unwrap();
    assert!(same.status.success(), "{}", String::from_utf8_lossy(&same.stdout));
}

/// Begins a run and sends it a signal once a part is there.
fn interrupted(folder: &Folder, args: &[&str], signal: &str) -> (Option<i32>, String) {
    let mut command = folder.command(args);
    let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let (first, begun) = (folder.path("out/catalogue/part-00000.ndjson"), Instant::now());
    while !Path::new(&first).exists() {
        assert!(begun.elapsed() < Duration::from_secs(60), "no part was written");
        sleep(Duration::from_millis(1));
    }
    let id = child.id().to_string();
    assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_run_that_is_killed_goes_on_and_loses_nothing() {
    let folder = Folder::new();
    issues(&folder, 600);
    let args = ["archive", "in", "-o", "out", NDJSON[0], NDJSON[1], "--part-size", "32K", "--threads", "1"];
    let (status, _) = interrupted(&folder, &args, "-KILL");
    assert_eq!(status, None);
    assert!(!is_complete(&folder, "out"));
    goes_on(&folder, &args);
}

#[test]
fn ctrl_c_leaves_what_is_whole_and_says_that_it_is_not_all() {
    let folder = Folder::new();
    issues(&folder, 600);
    let args = ["archive", "in", "-o", "out", NDJSON[0], NDJSON[1], "--part-size", "32K", "--threads", "1"];
    let (status, err) = interrupted(&folder, &args, "-INT");
    assert_eq!(status, Some(130), "{err}");
    assert!(err.contains("go on with `--resume`"), "{err}");
    assert!(!is_complete(&folder, "out"));
    let (inputs, issues) = (lines(&folder, "out", "catalogue"), lines(&folder, "out", "issues"));
    assert_eq!(inputs.len(), issues.len());
    goes_on(&folder, &args);
}
