//! What operating systems, and earlier runs, leave in folders and archives beside the files of their users.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use memchr::memmem;

/// Whether a file or folder inside another is none that somebody put there: hidden, or the system's own. Such are
/// passed over and counted; whoever wants one names its path.
pub(crate) fn is_noise(name: &str) -> bool {
    name.starts_with('.') && name != "." && name != ".."
        || name == "__MACOSX"
        || name.eq_ignore_ascii_case("thumbs.db")
        || name.eq_ignore_ascii_case("desktop.ini")
}

/// The same, of the path of a member.
pub(crate) fn is_noisy(path: &str) -> bool {
    path.split('/').any(is_noise)
}

/// Whether a folder is what `archive` wrote: its tables and its catalogue are no inputs. Its `archive.json` says so at its head.
pub(crate) fn is_output(folder: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(folder.join("archive.json")).and_then(|it| it.take(512).read_to_end(&mut head));
    read.is_ok() && memmem::find(&head, b"\"generator\": \"torch-bulletin ").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_put_there_is_noise() {
        for noise in [".git/config", "a/.DS_Store", "__MACOSX/a/._12.txt", "2022/Thumbs.db", "Desktop.ini"] {
            assert!(is_noisy(noise), "{noise}");
        }
        for path in ["./a.txt", "../a.txt", "a..txt", "2022/12.txt", "", "a/MACOSX", "thumbs"] {
            assert!(!is_noisy(path), "{path}");
        }
    }
}
