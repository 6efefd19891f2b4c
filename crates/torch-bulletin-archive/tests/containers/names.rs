//! Names of members: their encoding, and that no two entries share one.

use torch_bulletin_archive::Walk;

use crate::build::{relative, tar, zip, zip_with_raw_name};
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
fn of_twins_in_a_zip_file_it_is_said_that_one_is_lost() {
    let bytes = crate::build::replace(&zip(&[("a.txt", b"1"), ("b.txt", b"2")]), b"b.txt", b"a.txt");
    let folder = Folder::new();
    let path = folder.write("a.zip", bytes);
    assert_eq!(relative(&folder, names(Walk::new([path]))), ["unreadable: a.zip", "a.zip!/a.txt"]);
}
