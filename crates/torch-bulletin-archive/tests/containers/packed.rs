//! Sound containers: every member in its order, with its bytes.

use torch_bulletin_archive::{Limits, Walk};

use crate::build::{gzip, relative, tar, zip};
use crate::folder::Folder;
use crate::{all, names};

const MEMBERS: &[(&str, &[u8])] =
    &[("2022/12.txt", b"twelve"), ("2022/2.txt", b"two"), ("2021/刊.txt", b"one")];

#[test]
fn members_come_as_they_are_stored() {
    let folder = Folder::new();
    for (file, bytes) in [
        ("a.zip", zip(MEMBERS)),
        ("a.tar", tar(MEMBERS)),
        ("a.tar.gz", gzip(&tar(MEMBERS))),
        ("a.tgz", gzip(&tar(MEMBERS))),
        // What a file is, its bytes say.
        ("a.bin", zip(MEMBERS)),
        ("b.bin", gzip(&tar(MEMBERS))),
    ] {
        let path = folder.write(file, bytes);
        let expected: Vec<_> = MEMBERS
            .iter()
            .map(|(name, bytes)| {
                (format!("{}!/{name}", path.display()), Ok(String::from_utf8(bytes.to_vec()).unwrap()))
            })
            .collect();
        assert_eq!(all(Walk::new([path])), expected, "{file}");
    }
}

#[test]
fn an_old_tar_without_a_signature_is_known_by_its_ending() {
    let mut header = tar::Header::new_old();
    header.set_path("12.txt").unwrap();
    header.set_size(6);
    header.set_cksum();
    let mut builder = tar::Builder::new(Vec::new());
    builder.append(&header, &b"twelve"[..]).unwrap();
    let bytes = builder.into_inner().unwrap();
    let folder = Folder::new();
    let paths = [folder.write("old.tar", &bytes), folder.write("old.tar.gz", gzip(&bytes))];
    assert_eq!(relative(&folder, names(Walk::new(paths))), ["old.tar!/12.txt", "old.tar.gz!/12.txt"]);
}

#[test]
fn a_long_name_of_a_tar_is_whole() {
    let long = format!("{}/12.txt", "期刊".repeat(60));
    let folder = Folder::new();
    let path = folder.write("a.tar", tar(&[(&long, b"text"), ("b.txt", b"text")]));
    assert_eq!(
        relative(&folder, names(Walk::new([path]))),
        [format!("a.tar!/{long}"), "a.tar!/b.txt".into()]
    );
}

#[test]
fn a_gzip_file_holds_one_text() {
    let folder = Folder::new();
    let path = folder.write("12.txt.gz", [gzip("火炬".as_bytes()), gzip("动态".as_bytes())].concat());
    let found = all(Walk::new([path.clone()]));
    assert_eq!(found, [(format!("{}!/12.txt", path.display()), Ok("火炬动态".to_owned()))]);
}

#[test]
fn containers_open_in_containers_as_deep_as_the_limit() {
    let inner = zip(&[("deep.txt", b"deep")]);
    let middle = tar(&[("before.txt", b"before"), ("inner.zip", &inner), ("after.txt", b"after")]);
    let outer = zip(&[("middle.tar.gz", &gzip(&middle)), ("last.txt", b"last")]);
    let folder = Folder::new();
    let path = folder.write("outer.zip", outer);
    let found = |depth| {
        let limits = Limits::default().with_depth(depth);
        relative(&folder, names(Walk::new([path.clone()]).with_limits(limits)))
    };
    let whole = [
        "outer.zip!/middle.tar.gz!/before.txt",
        "outer.zip!/middle.tar.gz!/inner.zip!/deep.txt",
        "outer.zip!/middle.tar.gz!/after.txt",
        "outer.zip!/last.txt",
    ];
    assert_eq!(found(3), whole);
    let mut cut = whole;
    cut[1] = "too-large: outer.zip!/middle.tar.gz!/inner.zip";
    assert_eq!(found(2), cut);
    assert_eq!(found(1), ["too-large: outer.zip!/middle.tar.gz", "outer.zip!/last.txt"]);
    assert_eq!(found(0), ["too-large: outer.zip"]);
}

#[test]
fn an_office_document_is_refused_and_not_opened() {
    let document = zip(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]);
    let folder = Folder::new();
    let paths = [folder.write("a.docx", &document), folder.write("b.zip", zip(&[("a.docx", &document)]))];
    assert_eq!(
        relative(&folder, names(Walk::new(paths))),
        ["other-kind: a.docx", "other-kind: b.zip!/a.docx"]
    );
}
