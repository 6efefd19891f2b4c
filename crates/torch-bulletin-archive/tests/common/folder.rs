//! A folder 文件夹 to work in, for every test that needs one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder that goes when the test ends.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The path of a name in it; of no name, its own.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Every file below a folder in it, with its bytes; a folder is there by its name, with a slash behind it.
    pub(crate) fn files(&self, below: &str) -> BTreeMap<String, Vec<u8>> {
        fn list(root: &Path, folder: &Path, out: &mut BTreeMap<String, Vec<u8>>) {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                if path.is_dir() {
                    out.insert(name + "/", Vec::new());
                    list(root, &path, out);
                } else {
                    out.insert(name, fs::read(&path).unwrap());
                }
            }
        }
        let (root, mut out) = (self.path(below), BTreeMap::new());
        list(&root, &root, &mut out);
        out
    }
}
