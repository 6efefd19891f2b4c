//! Names 文件名 of files and members as text. Bytes that spell no character are shown one by one, so that two names that differ
//! in nothing else differ here too, whatever stands beside them.

use std::fmt::Write as _;
use std::path::{MAIN_SEPARATOR, Path};

use crate::Encoding;
use crate::decode::walk;

/// The name of a file as entries of a walk have it: its path as given, folders parted by `/`, with `\xFF` for a
/// byte that is no UTF-8 (`$'\xFF.txt'` is the file in a shell).
///
/// ```
/// use torch_bulletin_archive::name_of;
/// assert_eq!(name_of("2022/12.txt".as_ref()), "2022/12.txt");
/// # #[cfg(unix)] {
/// use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _, path::Path};
/// assert_eq!(name_of(Path::new(OsStr::from_bytes(b"\xBB\xF0.txt"))), r"\xBB\xF0.txt");
/// # }
/// ```
pub fn name_of(path: &Path) -> String {
    spelled(path.as_os_str().as_encoded_bytes(), Encoding::Utf8, MAIN_SEPARATOR)
}

/// What bytes spell in an encoding, with `/` for what parts folders.
pub(crate) fn spelled(raw: &[u8], encoding: Encoding, separator: char) -> String {
    let (mut text, mut bad) = (String::new(), Vec::new());
    walk(encoding, raw, &mut text, |at, bytes| bad.push((at, bytes)));
    let mut name = String::with_capacity(text.len());
    let mut from = 0;
    let folders = |part: &str| part.replace(separator, "/");
    for (at, bytes) in bad {
        name.push_str(&folders(&text[from..at]));
        for byte in &raw[bytes] {
            let _ = write!(name, "\\x{byte:02X}"); // a String takes everything
        }
        from = at + char::REPLACEMENT_CHARACTER.len_utf8();
    }
    name.push_str(&folders(&text[from..]));
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_bad_bytes_alone_are_two() {
        let names = [b"12\xFE.txt", b"12\xFF.txt"].map(|raw| spelled(raw, Encoding::Utf8, '/'));
        assert_eq!(names, [r"12\xFE.txt", r"12\xFF.txt"]);
        assert_eq!(spelled(b"a\\12\xFF.txt", Encoding::Utf8, '\\'), r"a/12\xFF.txt");
        assert_eq!(spelled("火炬/\u{FFFD}.txt".as_bytes(), Encoding::Utf8, '/'), "火炬/\u{FFFD}.txt");
    }
}
