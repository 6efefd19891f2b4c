//! What stands behind the end of a container: padding means nothing, the rest is named, and nothing before it is lost.

use torch_bulletin_archive::Walk;

use crate::build::{gzip, relative, tar};
use crate::folder::Folder;
use crate::{all, names};

const MEMBERS: &[(&str, &[u8])] = &[("a.txt", b"first"), ("b.txt", b"second")];

/// Each kind of file that gzip packs, and what is in it.
fn packed() -> [(&'static str, Vec<u8>, Vec<&'static str>); 3] {
    [
        ("a.txt.gz", gzip(b"first"), vec!["a.txt.gz!/a.txt"]),
        ("a.tar.gz", gzip(&tar(MEMBERS)), vec!["a.tar.gz!/a.txt", "a.tar.gz!/b.txt"]),
        ("a.jsonl.gz", gzip(b"{\"id\": 7, \"text\": \"x\"}\n"), vec!["a.jsonl.gz!/7"]),
    ]
}

fn found(folder: &Folder, name: &str, bytes: Vec<u8>) -> Vec<String> {
    let path = folder.write(name, bytes);
    relative(folder, names(Walk::new([path])))
}

#[test]
fn zeros_that_pad_a_gzip_file_mean_nothing() {
    let folder = Folder::new();
    for (name, bytes, inside) in packed() {
        for zeros in [1, 2, 511, 100_000] {
            assert_eq!(
                found(&folder, name, [bytes.clone(), vec![0; zeros]].concat()),
                inside,
                "{name} {zeros}"
            );
        }
    }
}

#[test]
fn what_is_no_gzip_behind_it_is_named_with_its_place() {
    let folder = Folder::new();
    for (name, bytes, inside) in packed() {
        for (zeros, garbage) in
            [(0, &b"\x1F\x8Bx"[..]), (0, b"x"), (512, b"garbage behind it"), (3, &[0xFF; 100_000])]
        {
            let whole = [&bytes, &vec![0; zeros][..], garbage].concat();
            let mut expected = inside.clone();
            let behind = format!("unreadable: {name}");
            expected.push(&behind);
            assert_eq!(found(&folder, name, whole), expected, "{name}");
            let error = Walk::new([folder.path(name)]).last().unwrap().bytes().unwrap_err().to_string();
            assert!(error.contains(&format!("from byte {} on", bytes.len() + zeros)), "{error}");
        }
    }
}

#[test]
fn gzip_files_that_were_put_together_are_one_text_also_with_padding_between() {
    let folder = Folder::new();
    let whole = [gzip(b"first, "), vec![0; 70_000], gzip(b"second, "), gzip(b"third")].concat();
    let path = folder.write("a.txt.gz", whole);
    assert_eq!(all(Walk::new([path]))[0].1.as_deref(), Ok("first, second, third"));
}

#[test]
fn tar_files_that_were_put_together_have_the_members_of_all_and_the_rest_is_named() {
    let folder = Folder::new();
    let more = tar(&[("c.txt", b"third")]);
    let both = [tar(MEMBERS), vec![0; 512 * 7], more.clone()].concat();
    assert_eq!(found(&folder, "a.tar", both.clone()), ["a.tar!/a.txt", "a.tar!/b.txt", "a.tar!/c.txt"]);
    assert_eq!(
        found(&folder, "b.tar.gz", gzip(&both)),
        ["b.tar.gz!/a.txt", "b.tar.gz!/b.txt", "b.tar.gz!/c.txt"]
    );
    for garbage in [&b"x"[..], &[b'x'; 5_000]] {
        let whole = [&more, garbage].concat();
        assert_eq!(found(&folder, "c.tar", whole), ["c.tar!/c.txt", "unreadable: c.tar"]);
    }
    let error = Walk::new([folder.path("c.tar")]).last().unwrap().bytes().unwrap_err().to_string();
    assert!(error.contains("it is no tar and was not read; what comes before was"), "{error}");
}

#[test]
fn a_text_that_was_unpacked_on_its_way_is_read_whatever_its_name() {
    let folder = Folder::new();
    assert_eq!(found(&folder, "a.txt.gz", "火炬动态\n2019年第3期".into()), ["a.txt.gz"]);
    assert_eq!(found(&folder, "a.zip", b"<html>text</html>".to_vec()), ["a.zip"]);
    // What is no text has lost its head, or is packed in a way that is not known here: its name says which.
    assert_eq!(found(&folder, "b.txt.gz", vec![0; 600]), ["unreadable: b.txt.gz"]);
    assert_eq!(found(&folder, "b.bz2", vec![0; 600]), ["other-kind: b.bz2"]);
    assert_eq!(
        found(&folder, "c.tar.bz2", b"BZh9\x17\x72\x45\x38\x50\x90\0\0\0\0".to_vec()),
        ["other-kind: c.tar.bz2"]
    );
}
