//! Inputs that are no text: named, with the reason, while the others go on.

use std::fs::{self, File};
use std::time::{Duration, Instant};

use crate::run::Folder;

#[test]
fn one_bad_file_is_named_and_the_rest_go_on() {
    let folder = Folder::with(&["a.txt", "c.txt"]);
    folder.write("b.txt", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0");
    let run = folder.run(&["parse", "a.txt", "b.txt", "c.txt", "--to", "ndjson"]);
    assert_eq!(run.status, 3);
    assert_eq!(run.out.lines().count(), 2);
    assert_eq!(
        run.err,
        "error: b.txt: found a JPEG image, expected plain text; run text recognition (OCR) on it and read the \
         result\n"
    );
    let run = folder.run(&["parse", "a.txt", "b.txt", "c.txt", "-o", "out"]);
    assert_eq!(run.status, 3);
    assert!(folder.path("out/a.json").is_file() && folder.path("out/c.json").is_file());
    assert!(!folder.path("out/b.json").exists());
}

#[test]
fn what_is_no_file_of_text_is_refused() {
    let folder = Folder::new();
    fs::create_dir(folder.path("folder")).unwrap();
    folder.write("empty.txt", "");
    folder.write("nul.txt", "没有\0新闻");
    folder.write("paper.pdf", "%PDF-1.7\n");
    for (name, found) in [
        ("folder", "found a folder"),
        ("absent.txt", "found no such file"),
        ("empty.txt", "found zero bytes"),
        ("nul.txt", "found binary data (a NUL at byte 6)"),
        ("paper.pdf", "found a PDF"),
    ] {
        for command in ["parse", "check"] {
            let run = folder.run(&[command, name]);
            assert_eq!(run.status, 3, "{command} {name}");
            assert!(run.err.starts_with(&format!("error: {name}: {found}")), "{}", run.err);
            assert_eq!(run.err.lines().count(), 1, "{}", run.err);
        }
    }
}

#[test]
fn a_file_of_blanks_is_a_text() {
    let folder = Folder::new();
    folder.write("blank.txt", "\u{FEFF} \r\n\u{3000}\n");
    assert_eq!(folder.run(&["parse", "blank.txt"]).status, 0);
}

#[test]
fn a_huge_sparse_file_is_refused_at_once() {
    let folder = Folder::new();
    File::create(folder.path("sparse.txt")).unwrap().set_len(3 << 30).unwrap();
    let began = Instant::now();
    let run = folder.run(&["parse", "sparse.txt"]);
    assert!(began.elapsed() < Duration::from_secs(2));
    assert_eq!(run.status, 3);
    assert!(run.err.contains("sparse.txt: found binary data"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_refused_without_waiting() {
    let folder = Folder::new();
    assert!(std::process::Command::new("mkfifo").arg(folder.path("pipe")).status().unwrap().success());
    let run = folder.run(&["parse", "pipe"]);
    assert_eq!(run.status, 3);
    assert!(run.err.contains("found a named pipe") && run.err.contains("as `-`"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn what_the_shell_substitutes_is_read() {
    let folder = Folder::with(&["a.txt"]);
    let command = env!("CARGO_BIN_EXE_torch-bulletin");
    let script = format!("'{command}' parse <(cat a.txt) /dev/stdin < a.txt");
    let shell =
        std::process::Command::new("bash").current_dir(folder.path("")).args(["-c", &script]).output();
    let run = crate::run::Run::of(shell.unwrap());
    assert_eq!(run.good().lines().count(), 2);
}

#[test]
fn control_characters_in_names_do_not_reach_the_terminal() {
    let run = Folder::new().run(&["parse", "a\u{1B}[31mb"]);
    assert_eq!(run.status, 3);
    assert!(!run.err.contains('\u{1B}'), "{}", run.err);
}
