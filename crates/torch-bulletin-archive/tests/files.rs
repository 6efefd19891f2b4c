//! What `read_file` and `read_stream` refuse before they read, over a folder of the test's own.

use std::fs::{self, File};
use std::io::{self, Read};
use std::time::{Duration, Instant};

use torch_bulletin_archive::{ParseOptions, ReadError, read_file, read_stream};

fn options() -> ParseOptions {
    ParseOptions::default()
}

#[test]
fn a_file_is_read_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("三月.txt");
    fs::write(&path, "火炬动态\n今天没有新闻。\n".repeat(9_000)).unwrap();
    let reading = read_file(&path, &options()).unwrap();
    assert_eq!(reading.origin.name.as_deref(), path.to_str());
    assert_eq!(reading.origin.bytes, fs::metadata(&path).unwrap().len());
    assert_eq!(reading.document.source().len() as u64, reading.origin.bytes);
}

#[test]
fn a_huge_sparse_file_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sparse.txt");
    File::create(&path).unwrap().set_len(3 << 30).unwrap();
    let began = Instant::now();
    assert_eq!(read_file(&path, &options()).unwrap_err().code(), "binary");
    assert!(began.elapsed() < Duration::from_secs(1));
}

#[test]
fn a_text_longer_than_spans_count_is_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.txt");
    fs::write(&path, "没有新闻。\n".repeat(10_000)).unwrap();
    File::options().write(true).open(&path).unwrap().set_len(u64::from(u32::MAX) + 1).unwrap();
    let error = read_file(&path, &options()).unwrap_err();
    assert!(matches!(error, ReadError::TooLarge { bytes: Some(4_294_967_296) }));
    assert!(error.to_string().starts_with("found 4294967296 bytes, expected at most 4294967295"));
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |path: &std::path::Path| read_file(path, &options()).unwrap_err();
    assert!(matches!(refused(folder.path()), ReadError::Folder));
    assert!(matches!(refused(&folder.path().join("absent")), ReadError::NotFound));
    assert!(matches!(refused("".as_ref()), ReadError::NotFound));
    assert_eq!(refused(folder.path()).code(), "unreadable");
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_refused_without_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    assert!(matches!(read_file(&path, &options()), Err(ReadError::NotAFile { found: "a named pipe" })));
    assert!(matches!(read_file("/dev/zero", &options()), Err(ReadError::NotAFile { found: "a device" })));
}

#[test]
fn an_endless_stream_of_no_text_is_refused() {
    assert_eq!(read_stream(io::repeat(0), None, &options()).unwrap_err().code(), "binary");
    assert_eq!(read_stream(io::empty(), None, &options()).unwrap_err().code(), "empty");
}

#[test]
fn a_stream_that_fails_says_so() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let error = read_stream("text".as_bytes().chain(Broken), None, &options()).unwrap_err();
    assert_eq!(error.code(), "unreadable");
    assert!(error.to_string().contains("the disk is gone"));
}
