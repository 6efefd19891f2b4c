//! Containers made to harm: bombs, names that lead out, headers that lie.

use std::fs;

use torch_bulletin_archive::{Limits, ReadError, Walk};

use crate::build::{gzip, relative, replace, tar, zip};
use crate::folder::Folder;
use crate::{all, names};

#[test]
fn a_bomb_is_refused_by_name_and_the_others_go_on() {
    let zeros = vec![b'0'; 20 << 20];
    let folder = Folder::new();
    let paths = [
        folder.write("a.zip", zip(&[("first.txt", b"first"), ("bomb.txt", &zeros), ("last.txt", b"last")])),
        folder.write("b.txt.gz", gzip(&zeros)),
        folder.write("c.tar.gz", gzip(&tar(&[("bomb.txt", &zeros), ("last.txt", b"last")]))),
        folder.write("d.txt", "after"),
    ];
    let found = relative(&folder, names(Walk::new(paths.clone())));
    let expected = [
        "a.zip!/first.txt",
        "too-large: a.zip!/bomb.txt",
        "a.zip!/last.txt",
        "too-large: b.txt.gz!/b.txt",
        "too-large: c.tar.gz!/bomb.txt",
        // What follows it in the file is not read, and that is said.
        "too-large: c.tar.gz",
        "d.txt",
    ];
    assert_eq!(found, expected);
    // Whoever trusts them raises the limit.
    let limits = Limits::default().with_ratio(10_000);
    let found = all(Walk::new(paths).with_limits(limits));
    assert!(
        found.iter().all(|(_, text)| text.is_ok()),
        "{:?}",
        found.iter().map(|it| &it.0).collect::<Vec<_>>()
    );
    assert_eq!(found.iter().map(|(_, text)| text.as_ref().unwrap().len()).max(), Some(zeros.len()));
}

#[test]
fn many_small_members_are_a_bomb_together() {
    let megabyte = vec![b'0'; 1 << 20];
    let members: Vec<_> = (0..64).map(|number| format!("{number}.txt")).collect();
    let members: Vec<_> = members.iter().map(|name| (name.as_str(), &megabyte[..])).collect();
    let folder = Folder::new();
    let path = folder.write("a.zip", zip(&members));
    let found = names(Walk::new([path.clone()]));
    assert!(found.len() < 20, "{} of 64 were unpacked", found.len());
    let [.., last] = &found[..] else { panic!() };
    assert_eq!(last, &format!("too-large: {}", path.display()));
    // The limit on what one file may hold.
    let limits = Limits::default().with_ratio(10_000).with_expanded(5 << 20);
    let found = names(Walk::new([path]).with_limits(limits));
    assert_eq!(found.len(), 5 + 2, "{found:?}");
}

#[test]
fn a_bomb_in_a_container_counts_as_its_own() {
    let zeros = vec![b'0'; 8 << 20];
    let inner = zip(&[("a.txt", &zeros), ("b.txt", b"small")]);
    let folder = Folder::new();
    let path = folder.write("a.zip", zip(&[("inner.zip", &inner), ("c.txt", b"small")]));
    let found = relative(&folder, names(Walk::new([path])));
    assert_eq!(found[0], "too-large: a.zip!/inner.zip!/a.txt");
    assert!(found.iter().any(|name| name.ends_with("a.zip") || name.ends_with("c.txt")), "{found:?}");
}

#[test]
fn a_name_that_leads_out_is_a_name_and_no_more() {
    let folder = Folder::new();
    let out: &[(&str, &[u8])] = &[("../out.txt", b"out"), ("a/../../../out.txt", b"out")];
    let paths = [folder.write("in/a.zip", zip(out)), folder.write("in/b.tar", tar(out))];
    let before = folder.files("");
    let found = relative(&folder, names(Walk::new(paths)));
    assert_eq!(
        found,
        [
            "in/a.zip!/../out.txt",
            "in/a.zip!/a/../../../out.txt",
            "in/b.tar!/../out.txt",
            "in/b.tar!/a/../../../out.txt"
        ]
    );
    assert_eq!(folder.files(""), before);
    assert!(!fs::exists(folder.path("../out.txt")).unwrap());
}

#[test]
fn a_header_that_promises_much_costs_no_memory() {
    // A long name of 4 GiB: 512 bytes of header, and then the end.
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(tar::EntryType::GNULongName);
    header.set_size(4 << 30);
    header.set_cksum();
    let mut bytes = header.as_bytes().to_vec();
    bytes.resize(8 << 20, b'x');
    let folder = Folder::new();
    let path = folder.write("a.tar", bytes);
    let error = Walk::new([path]).next().unwrap().bytes().unwrap_err();
    assert!(matches!(&error, ReadError::Damaged { reason } if reason.contains("1 MiB")), "{error}");
}

#[test]
fn a_member_behind_a_password_is_named() {
    let sound = zip(&[("a.txt", b"text"), ("b.txt", b"text")]);
    // The flags stand 6 bytes after the signature of a local header, and 8 after that of the directory's.
    let mut bytes = sound.clone();
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = memchr::memmem::find(&bytes, signature).unwrap() + flags;
        bytes[at] |= 1;
    }
    let folder = Folder::new();
    let path = folder.write("a.zip", bytes);
    assert_eq!(
        relative(&folder, names(Walk::new([path.clone()]))),
        ["unreadable: a.zip!/a.txt", "a.zip!/b.txt"]
    );
    let locked = Walk::new([path]).next().unwrap().bytes().unwrap_err();
    assert!(locked.is_refusal() && locked.to_string().contains("without a password"), "{locked}");
    // An unknown method is named too.
    let strange = replace(&sound, &[8, 0], &[99, 0]);
    let path = folder.write("b.zip", strange);
    for entry in Walk::new([path]) {
        let locked = entry.bytes().unwrap_err();
        assert!(locked.is_refusal() && locked.to_string().contains("packed by method 99"), "{locked}");
    }
}
