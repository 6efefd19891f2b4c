//! The real path 真实路径 of what a walk comes upon: two ways to one file are one.

use std::ffi::OsStr;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;
use std::path::Path;

/// A path without links, as a hash of its names: a million of them have 8 MB.
///
/// Asked of the system it costs as many steps as there are folders above, each with as long a path. So it is asked where a
/// walk begins and where a link leads elsewhere; what else lies in a folder has the folder's, and one name more.
#[derive(Clone, Debug)]
pub(super) struct Real(DefaultHasher);

impl Real {
    /// Asks the system.
    ///
    /// # Errors
    /// Where nothing is at the path, or it cannot be got at.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        fs::canonicalize(path).map(|path| Self::of_real(&path))
    }

    /// Takes a path that has no links in it, or leads nowhere, at its word.
    pub(super) fn of_real(path: &Path) -> Self {
        let mut names = DefaultHasher::new();
        path.components().for_each(|it| it.as_os_str().hash(&mut names));
        Self(names)
    }

    /// What has a name in this folder, and is no link.
    pub(super) fn child(&self, name: &OsStr) -> Self {
        let mut names = self.0.clone();
        name.hash(&mut names);
        Self(names)
    }

    pub(super) fn hash(&self) -> u64 {
        self.0.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_a_folder_is_what_the_system_says_it_is() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        let (asked, known) = (Real::of(&folder.path().join("a")), Real::of(folder.path()));
        let known = known.unwrap().child(OsStr::new("a"));
        assert_eq!(asked.unwrap().hash(), known.hash());
        assert_eq!(known.child(OsStr::new("b")).hash(), known.child(OsStr::new("b")).hash());
        assert_ne!(known.child(OsStr::new("b")).hash(), known.hash());
        assert!(Real::of(&folder.path().join("b")).is_err());
    }
}
