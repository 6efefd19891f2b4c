//! Makes folders and containers for the tests.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A folder that goes when the test ends.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Names relative to this folder.
    pub(crate) fn relative(&self, names: Vec<String>) -> Vec<String> {
        let prefix = format!("{}/", self.0.path().display());
        names.iter().map(|name| name.replace(&prefix, "")).collect()
    }

    /// Everything in the folder and beside it, for a test that nothing was written.
    pub(crate) fn listing(&self) -> Vec<PathBuf> {
        fn list(folder: &Path, out: &mut Vec<PathBuf>) {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                out.push(entry.path());
                if entry.file_type().unwrap().is_dir() {
                    list(&entry.path(), out);
                }
            }
        }
        let mut out = Vec::new();
        list(self.0.path(), &mut out);
        out.sort();
        out
    }
}

pub(crate) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A zip file with a member of a name in any bytes, without the UTF-8 flag: the writer does not make such.
pub(crate) fn zip_with_raw_name(name: &[u8], bytes: &[u8]) -> Vec<u8> {
    let stand_in = "?".repeat(name.len());
    replace(&zip(&[(&stand_in, bytes)]), stand_in.as_bytes(), name)
}

pub(crate) fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        // A name that leads out of the archive is refused by `append_data`.
        if name.contains("..") {
            header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
            header.set_cksum();
            tar.append(&header, *bytes).unwrap();
        } else {
            tar.append_data(&mut header, name, *bytes).unwrap();
        }
    }
    tar.into_inner().unwrap()
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

/// The same bytes with each occurrence of some replaced by others of the same number.
pub(crate) fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut out = bytes.to_vec();
    for at in memchr::memmem::find_iter(bytes, from) {
        out[at..at + to.len()].copy_from_slice(to);
    }
    out
}
