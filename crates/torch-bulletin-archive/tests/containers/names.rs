//! Names of members: their encoding, and that no two entries share one.

use torch_bulletin_archive::Walk;

use crate::build::{relative, replace, tar, zip, zip_stream, zip_with_raw_name};
use crate::folder::Folder;
use crate::{all, names};

#[test]
fn names_without_the_flag_are_gb18030() {
    let raw = encoding_rs::GB18030.encode("火炬动态/2022年第12期.txt").0.into_owned();
    let folder = Folder::new();
    let path = folder.write("a.zip", zip_with_raw_name(&raw, b"text"));
    let found = relative(&folder, names(Walk::new([path])));
    assert_eq!(found, ["a.zip!/火炬动态/2022年第12期.txt"]);
}

#[test]
fn no_two_entries_share_a_name() {
    let folder = Folder::new();
    let twins =
        folder.write("a.tar", tar(&[("a.txt", b"1"), ("a.txt", b"2"), ("a.txt~2", b"3"), ("a.txt", b"4")]));
    let found = all(Walk::new([twins]));
    let texts: Vec<_> = found.iter().map(|(_, text)| text.as_deref().unwrap()).collect();
    assert_eq!(texts, ["1", "2", "3", "4"]);
    let found = relative(&folder, found.into_iter().map(|(name, _)| name).collect());
    assert_eq!(found, ["a.tar!/a.txt", "a.tar!/a.txt~2", "a.tar!/a.txt~2~2", "a.tar!/a.txt~3"]);
}

#[test]
fn twins_in_a_zip_file_are_both_read() {
    let members: [(&str, &[u8]); 4] =
        [("a.txt", b"1"), ("b.txt", b"2"), ("2019/", b""), ("2019/c.txt", b"3")];
    let twins = |zip: Vec<u8>| replace(&zip, b"b.txt", b"a.txt");
    let before = |zip: Vec<u8>| [b"#!/bin/sh\nexec unzip\n".as_slice(), &zip].concat();
    let folder = Folder::new();
    for (name, bytes) in [
        ("plain.zip", twins(zip(&members))),
        ("stream.zip", twins(zip_stream(&members))),
        ("nested.zip", zip(&[("in.zip", &twins(zip(&members)))])),
        ("before.zip", before(twins(zip(&members)))),
    ] {
        let path = folder.write(name, bytes);
        let found = all(Walk::new([path]));
        let texts: Vec<_> = found.iter().map(|(_, text)| text.as_deref().unwrap()).collect();
        assert_eq!(texts, ["1", "2", "3"], "{name}");
        let names: Vec<_> = found.iter().map(|(name, _)| name.rsplit_once("!/").unwrap().1).collect();
        assert_eq!(names, ["a.txt", "a.txt~2", "2019/c.txt"], "{name}");
    }
}

#[test]
fn of_twins_the_one_that_is_damaged_is_named() {
    let twins = replace(&zip(&[("a.txt", b"1"), ("b.txt", b"2"), ("c.txt", b"3")]), b"b.txt", b"a.txt");
    let folder = Folder::new();
    // The second member's own header is gone; its line in the directory is there.
    let headers: Vec<_> = memchr::memmem::find_iter(&twins, b"PK\x03\x04").collect();
    let mut headless = twins.clone();
    headless[headers[1]] = b'X';
    let mut wrong = twins.clone();
    wrong[headers[1] + 30 + "a.txt".len()] ^= 0xFF;
    for bytes in [headless, wrong] {
        let path = folder.write("a.zip", bytes);
        let expected = ["a.zip!/a.txt", "unreadable: a.zip!/a.txt~2", "a.zip!/c.txt"];
        assert_eq!(relative(&folder, names(Walk::new([path]))), expected);
    }
}

#[test]
fn bytes_that_are_no_text_tell_names_apart() {
    let folder = Folder::new();
    let raw = zip_with_raw_name(b"1\xFF.txt", b"text");
    let path = folder.write("a.zip", raw);
    assert_eq!(relative(&folder, names(Walk::new([path]))), [r"a.zip!/1\xFF.txt"]);
}

#[test]
fn links_in_a_container_are_refused_by_name_and_no_failure() {
    let mut tar = tar::Builder::new(Vec::new());
    for (kind, name) in [(tar::EntryType::Symlink, "soft.txt"), (tar::EntryType::Link, "hard.txt")] {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(kind);
        header.set_size(0);
        tar.append_link(&mut header, name, "a.txt").unwrap();
    }
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["soft.txt", "hard.txt"] {
        zip.add_symlink(name, "a.txt", zip::write::SimpleFileOptions::default()).unwrap();
    }
    let zip = zip.finish().unwrap().into_inner();
    let twins = replace(&zip, b"hard.txt", b"soft.txt");
    let folder = Folder::new();
    for (name, bytes, second) in [
        ("a.tar", tar.into_inner().unwrap(), "hard.txt"),
        ("a.zip", zip, "hard.txt"),
        ("b.zip", twins, "soft.txt~2"),
    ] {
        let path = folder.write(name, bytes);
        let expected = ["soft.txt", second].map(|member| format!("unreadable: {name}!/{member}"));
        assert_eq!(relative(&folder, names(Walk::new([&path]))), expected);
        for entry in Walk::new([path]) {
            let error = entry.bytes().unwrap_err();
            assert!(
                error.is_refusal() && error.to_string().starts_with("found a link, expected a file"),
                "{error}"
            );
        }
    }
}
