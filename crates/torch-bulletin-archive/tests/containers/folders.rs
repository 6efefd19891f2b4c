//! Folders and patterns: order, links, what is no file.

use std::fs;
use std::sync::atomic::Ordering;

use torch_bulletin_archive::{Limits, Walk};

use crate::build::{relative, zip};
use crate::folder::Folder;
use crate::names;

#[test]
fn a_folder_is_walked_in_the_order_of_names() {
    let folder = Folder::new();
    for name in ["2022/2.txt", "2022/12.txt", "2021/a/b.txt", "2021/z.txt", "c.txt"] {
        folder.write(name, "text");
    }
    let found = relative(&folder, names(Walk::new([folder.path("")])));
    assert_eq!(found, ["2021/a/b.txt", "2021/z.txt", "2022/12.txt", "2022/2.txt", "c.txt"]);
}

#[test]
fn a_pattern_finds_files_folders_and_containers() {
    let folder = Folder::new();
    for name in ["2021/1.txt", "2021/2.md", "2022/1.txt", "2022/sub/3.txt", "a[1].txt"] {
        folder.write(name, "text");
    }
    folder.write("2022/all.zip", zip(&[("4.txt", b"text")]));
    let found = |pattern: &str| {
        let pattern = folder.path("").join(pattern);
        relative(&folder, names(Walk::new([pattern])))
    };
    assert_eq!(found("*/1.txt"), ["2021/1.txt", "2022/1.txt"]);
    assert_eq!(found("**/*.txt"), ["2021/1.txt", "2022/1.txt", "2022/sub/3.txt", "a[1].txt"]);
    assert_eq!(
        found("202?"),
        ["2021/1.txt", "2021/2.md", "2022/1.txt", "2022/all.zip!/4.txt", "2022/sub/3.txt"]
    );
    // A file of that very name is the file.
    assert_eq!(found("a[1].txt"), ["a[1].txt"]);
    assert_eq!(found("*.pdf"), ["unreadable: *.pdf"]);
    assert_eq!(found("missing.txt"), ["unreadable: missing.txt"]);
    assert_eq!(found("[").len(), 1);
}

#[test]
fn a_file_named_twice_is_read_once() {
    let folder = Folder::new();
    let file = folder.write("a/1.txt", "text");
    fs::create_dir_all(folder.path("b")).unwrap();
    let around = folder.path("b/../a");
    let walk = Walk::new([file, folder.path("a"), folder.path("a/*.txt"), folder.path("./a//1.txt"), around]);
    assert_eq!(relative(&folder, names(walk)), ["a/1.txt"]);
}

#[test]
#[cfg(unix)]
fn a_pattern_that_goes_round_a_loop_finds_each_file_once() {
    let folder = Folder::new();
    folder.write("d/1.txt", "text");
    std::os::unix::fs::symlink("..", folder.path("d/up")).unwrap();
    let found = names(Walk::new([folder.path("").join("**/*.txt")]));
    assert_eq!(relative(&folder, found), ["d/1.txt"]);
}

#[cfg(unix)]
#[test]
fn folders_that_link_to_each_other_are_walked_once_each() {
    let folder = Folder::new();
    for from in 0..14 {
        folder.write(&format!("{from:02}/a.txt"), "text");
        for to in 0..14 {
            let link = folder.path(&format!("{from:02}/to{to:02}"));
            std::os::unix::fs::symlink(format!("../{to:02}"), link).unwrap();
        }
    }
    let files = |paths: &[&str]| {
        let walk = Walk::new(paths.iter().map(|it| folder.path(it)));
        names(walk).into_iter().filter(|name| !name.starts_with("unreadable")).count()
    };
    assert_eq!((files(&[""]), files(&["**/*.txt"]), files(&["", "", "**/*"])), (14, 14, 14));
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_utf8_are_inputs_too_and_told_apart() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = Folder::new();
    let name = |bytes: &[u8]| folder.path("").join(std::ffi::OsStr::from_bytes(bytes));
    for bytes in [&b"\xBB\xF0.txt"[..], b"\xB5\xE7.txt", b"plain.txt"] {
        fs::write(name(bytes), "text").unwrap();
    }
    let expected = ["plain.txt", r"\xB5\xE7.txt", r"\xBB\xF0.txt"];
    for path in [folder.path(""), folder.path("*.txt")] {
        assert_eq!(relative(&folder, names(Walk::new([path]))), expected);
    }
}

#[test]
fn what_systems_leave_behind_is_passed_over_unless_named() {
    let folder = Folder::new();
    for name in [".git/config", "a/.hidden.txt", "a/Thumbs.db", "a/1.txt"] {
        folder.write(name, "text");
    }
    folder.write("b.zip", zip(&[("__MACOSX/._1.txt", b"text"), ("1.txt", b"text")]));
    let mut walk = Walk::new([folder.path("")]);
    let found = walk.by_ref().map(|entry| entry.name().to_owned()).collect();
    assert_eq!(relative(&folder, found), ["a/1.txt", "b.zip!/1.txt"]);
    assert_eq!(walk.passed_over().load(Ordering::Relaxed), 4);
    let named = Walk::new([folder.path("a/.hidden.txt"), folder.path(".git")]);
    assert_eq!(relative(&folder, names(named)), ["a/.hidden.txt", ".git/config"]);
}

#[test]
fn the_output_is_no_input() {
    let folder = Folder::new();
    for name in ["a.txt", "out/issues.ndjson", "out.txt", "sub/out/b.txt"] {
        folder.write(name, "text");
    }
    let found =
        |without: &str| relative(&folder, names(Walk::new([folder.path("")]).without(folder.path(without))));
    assert_eq!(found("out"), ["a.txt", "out.txt", "sub/out/b.txt"]);
    assert_eq!(found("sub/../out.txt"), ["a.txt", "unreadable: out/issues.ndjson!/1", "sub/out/b.txt"]);
}

#[test]
fn a_file_over_the_limit_is_refused_whatever_its_size() {
    let folder = Folder::new();
    for length in [100, 101, 70_000, 200_000] {
        folder.write(&format!("{length:06}.txt"), "x".repeat(length));
    }
    let found = |limit| {
        let limits = Limits::default().with_input(limit);
        relative(&folder, names(Walk::new([folder.path("")]).with_limits(limits)))
    };
    let refused = |name: &str| format!("too-large: {name}.txt");
    assert_eq!(found(100), ["000100.txt".into(), refused("000101"), refused("070000"), refused("200000")]);
    assert_eq!(found(100_000)[3], refused("200000"));
    assert!(found(200_000).iter().all(|name| name.ends_with("0.txt") || name == "000101.txt"));
}

#[cfg(unix)]
#[test]
fn links_pipes_and_loops_are_named_and_nothing_waits() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    let folder = Folder::new();
    folder.write("real/1.txt", "text");
    fs::create_dir(folder.path("a")).unwrap();
    symlink("missing.txt", folder.path("a/dangling.txt")).unwrap();
    symlink("../real/1.txt", folder.path("a/link.txt")).unwrap();
    symlink("..", folder.path("a/loop")).unwrap();
    // What it leads to is walked in any case.
    symlink(".", folder.path("a/round")).unwrap();
    symlink("self.txt", folder.path("a/self.txt")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path("a/pipe")).status().unwrap().success());
    let _socket = UnixListener::bind(folder.path("a/socket")).unwrap();
    let found = relative(&folder, names(Walk::new([folder.path("a"), folder.path("a/pipe")])));
    let expected = [
        "unreadable: a/dangling.txt",
        "a/link.txt",
        "unreadable: a/loop",
        "unreadable: a/pipe",
        "unreadable: a/self.txt",
        "unreadable: a/socket",
    ];
    assert_eq!(found, expected);
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_locked_is_named() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::new();
    folder.write("a/locked/1.txt", "text");
    folder.write("a/open.txt", "text");
    let locked = folder.path("a/locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    let is_root = fs::read_dir(&locked).is_ok();
    let found = relative(&folder, names(Walk::new([folder.path("a")])));
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
    let first = if is_root { "a/locked/1.txt" } else { "unreadable: a/locked" };
    assert_eq!(found, [first, "a/open.txt"]);
}

#[test]
fn a_folder_that_an_earlier_run_wrote_is_passed_over_unless_it_is_named() {
    let folder = Folder::new();
    folder.write("in/1.txt", "one");
    folder.write(
        "in/out/archive.json",
        "{\n  \"complete\": true,\n  \"schema\": 1,\n  \"generator\": \"torch-bulletin 0\"}",
    );
    folder.write("in/out/catalogue/part-00000.ndjson", "{}\n");
    folder.write("in/other/archive.json", "{\"generator\": \"another\"}");
    let walk = Walk::new([folder.path("in")]);
    let passed = walk.passed_over();
    assert_eq!(relative(&folder, names(walk)), ["in/1.txt", "in/other/archive.json"]);
    assert_eq!(passed.load(std::sync::atomic::Ordering::Relaxed), 1);
    assert_eq!(names(Walk::new([folder.path("in/out")])).len(), 2);
}

#[test]
fn a_folder_that_cannot_be_read_is_named() {
    let folder = Folder::new();
    folder.write("a/1.txt", "x");
    folder.write("b/2.txt", "x");
    folder.write("c/3.txt", "x");
    let mut walk = Walk::new([folder.path("")]);
    let mut found = vec![walk.next().unwrap().name().to_owned()];
    // Whoever runs tests may read everything; what is gone nobody can.
    fs::remove_dir_all(folder.path("b")).unwrap();
    found.extend(names(walk));
    assert_eq!(relative(&folder, found), ["a/1.txt", "unreadable: b", "c/3.txt"]);
}

#[test]
fn what_a_pattern_finds_again_is_no_failure() {
    let folder = Folder::new();
    folder.write("a/1.txt", "x");
    let (file, folders) = (folder.path("a/1.txt"), folder.path("a"));
    for given in [[file, folder.path("a/*.txt")], [folders, folder.path("?")]] {
        assert_eq!(relative(&folder, names(Walk::new(given))), ["a/1.txt"]);
    }
    let twice = [folder.path("b*"), folder.path("b*")];
    assert_eq!(relative(&folder, names(Walk::new(twice))), ["unreadable: b*"]);
}

#[cfg(unix)]
#[test]
fn folders_far_down_are_walked_once() {
    let folder = Folder::new();
    let deep = "d/".repeat(400);
    folder.write(&format!("{deep}1.txt"), "x");
    std::os::unix::fs::symlink("d/d", folder.path("again")).unwrap();
    let expected = [format!("again/{}1.txt", "d/".repeat(398))];
    // The link comes first by its name, and what it leads to is walked once.
    assert_eq!(relative(&folder, names(Walk::new([folder.path("")]))), expected);
    assert_eq!(relative(&folder, names(Walk::new([folder.path("**/*.txt")]))).len(), 1);
}
