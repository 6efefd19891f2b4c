//! Containers cut short and with bad bytes: whatever is lost has a name, and nothing panics.

use torch_bulletin_archive::Walk;

use crate::all;
use crate::build::{gzip, replace, tar, zip, zip_stream};
use crate::folder::Folder;

/// Texts that do not pack to nothing.
fn members() -> Vec<(String, Vec<u8>)> {
    let mut state = 7_u64;
    let mut text = |length: usize| -> Vec<u8> {
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            b' ' + (state >> 33) as u8 % 90
        };
        (0..length).map(|_| next()).collect()
    };
    (0..5).map(|number| (format!("{number}.txt"), text(700 + number * 300))).collect()
}

fn containers() -> Vec<(&'static str, Vec<u8>)> {
    let members = members();
    let members: Vec<_> = members.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    vec![
        ("a.zip", zip(&members)),
        ("b.zip", zip_stream(&members)),
        ("a.tar", tar(&members)),
        ("a.tar.gz", gzip(&tar(&members))),
        ("a.zip.gz", gzip(&zip(&members))),
    ]
}

#[test]
fn a_container_cut_anywhere_gives_what_is_whole_and_names_the_rest() {
    let members = members();
    for (name, whole) in containers() {
        for cut in (1..whole.len()).step_by(211).chain([whole.len() - 1]) {
            // The zeros at the end of a tar file are more than it needs.
            if name == "a.tar" && cut > whole.len() - 512 {
                continue;
            }
            let folder = Folder::new();
            let path = folder.write(name, &whole[..cut]);
            let found = all(Walk::new([path]));
            let texts: Vec<_> = found.iter().filter_map(|(_, text)| text.as_ref().ok()).collect();
            for (text, (_, bytes)) in texts.iter().zip(&members) {
                assert_eq!(text.as_bytes(), bytes, "{name} cut at {cut}");
            }
            let failed = found.iter().filter(|(_, text)| text.is_err()).count();
            assert!(failed > 0, "{name} cut at {cut}: {} texts, and nothing is said", texts.len());
        }
    }
}

#[test]
fn a_packed_container_that_was_cut_has_what_unpacks_before_the_cut() {
    let members = members();
    let borrowed: Vec<_> = members.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    let lines: String =
        (0..9).map(|id| format!("{{\"id\": \"{id}\", \"text\": \"今天没有新闻 {id}\"}}\n")).collect();
    for (name, whole, least) in
        [("a.tar.gz", gzip(&tar(&borrowed)), 3), ("a.jsonl.gz", gzip(lines.as_bytes()), 2)]
    {
        let folder = Folder::new();
        let path = folder.write(name, &whole[..whole.len() * 9 / 10]);
        let found = all(Walk::new([path]));
        let read = found.iter().filter(|(_, text)| text.is_ok()).count();
        assert!(read >= least, "{name}: {read} were read");
        assert!(found.iter().any(|(_, text)| text.is_err()), "{name}: nothing is said");
    }
}

#[test]
fn a_zip_file_that_was_cut_has_every_member_up_to_there() {
    let members = members();
    let borrowed: Vec<_> = members.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    for whole in [zip(&borrowed), zip_stream(&borrowed)] {
        let folder = Folder::new();
        // Where each member begins, and where the directory does.
        let mut begins: Vec<_> = memchr::memmem::find_iter(&whole, b"PK\x03\x04").collect();
        begins.push(memchr::memmem::find(&whole, b"PK\x01\x02").unwrap());
        for cut in (1..whole.len()).step_by(97) {
            let path = folder.write("a.zip", &whole[..cut]);
            let found = all(Walk::new([path.clone()]));
            let complete = begins[1..].iter().filter(|&&end| end <= cut).count();
            let read: Vec<_> = found.iter().filter_map(|(_, text)| text.as_deref().ok()).collect();
            let expected: Vec<_> =
                members[..complete].iter().map(|(_, bytes)| std::str::from_utf8(bytes).unwrap()).collect();
            assert_eq!(read, expected, "cut at {cut} of {}", whole.len());
            let (last, _) = found.last().unwrap();
            assert_eq!(*last, path.display().to_string(), "cut at {cut}");
        }
    }
}

#[test]
fn a_large_member_of_a_stream_has_its_sizes_behind_it_in_eight_bytes_each() {
    // As Python writes one that may become large: 0xFFFFFFFF in the header, 0 in the extra field, and the truth behind it.
    let text = b"some text";
    let mut packed = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packed, text).unwrap();
    let packed = packed.finish().unwrap();
    let mut sum = flate2::Crc::new();
    sum.update(text);
    let mut member = b"PK\x03\x04\x2D\0\x08\0\x08\0\0\0\0\0\0\0\0\0".to_vec();
    member.extend([0xFF; 8]);
    member.extend([5, 0, 20, 0]);
    member.extend(b"a.txt\x01\0\x10\0");
    member.extend([0; 16]);
    member.extend(&packed);
    member.extend(b"PK\x07\x08");
    member.extend(sum.sum().to_le_bytes());
    member.extend((packed.len() as u64).to_le_bytes());
    member.extend((text.len() as u64).to_le_bytes());
    let folder = Folder::new();
    let path = folder.write("a.zip", [&member[..], &member].concat());
    let found = all(Walk::new([path]));
    let read: Vec<_> = found.iter().filter_map(|(_, text)| text.as_deref().ok()).collect();
    assert_eq!((read, found.len()), (vec!["some text"; 2], 3));
}

#[test]
fn what_is_locked_is_named_as_such_without_a_directory_too() {
    let folder = Folder::new();
    let sound = zip(&[("a.txt", b"some text"), ("b.txt", b"some text")]);
    let cut = &sound[..sound.len() - 30];
    for (what, bytes) in [
        ("packed by method 12, bzip2", replace(cut, &[8, 0], &[12, 0])),
        ("it wants a password", {
            let mut bytes = cut.to_vec();
            let heads: Vec<_> = memchr::memmem::find_iter(&bytes, b"PK\x03\x04").collect();
            heads.into_iter().for_each(|at| bytes[at + 6] |= 1);
            bytes
        }),
    ] {
        let path = folder.write("a.zip", bytes);
        let errors: Vec<_> = Walk::new([path]).map(|it| it.bytes().unwrap_err()).collect();
        assert_eq!(errors.len(), 3, "{errors:?}");
        assert!(errors[..2].iter().all(|it| it.is_refusal() && it.to_string().contains(what)), "{errors:?}");
        assert!(errors[2].to_string().contains("members were read by their own headers"), "{errors:?}");
    }
}

#[test]
fn bad_bytes_are_named_or_read_and_never_a_panic() {
    for (name, whole) in containers() {
        for at in (0..whole.len()).step_by(37) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x5A;
            let folder = Folder::new();
            let path = folder.write(name, bytes);
            let found = all(Walk::new([path]));
            assert!(!found.is_empty(), "{name} with a bad byte at {at}: nothing is said");
        }
    }
}

#[test]
fn a_checksum_that_differs_is_named() {
    let folder = Folder::new();
    let mut bytes = zip(&[("a.txt", b"some text")]);
    let at = memchr::memmem::find(&bytes, b"a.txt").unwrap() + 7;
    bytes[at] ^= 1;
    let path = folder.write("a.zip", bytes);
    assert_eq!(all(Walk::new([path]))[0].1, Err("unreadable"));
}
