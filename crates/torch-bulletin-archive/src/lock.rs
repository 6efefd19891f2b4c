//! Locks 锁: no two runs write one file or one folder at a time, and none that was killed keeps another out.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use same_file::Handle;

/// Opens a file for writing, made where it is missing and as long as it was, and locks it; `None` where another run has it.
/// The system lets go of the lock where the program ends, however it does.
pub(crate) fn locked(path: &Path) -> io::Result<Option<File>> {
    loop {
        // What somebody put there leads to a file that is none of ours.
        if fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink()) {
            return Err(io::Error::other(format!("{} is a link; remove it", path.display())));
        }
        let file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            // Some file systems know no locks: there, as before, whoever starts two runs must know.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                return Ok(Some(file));
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        // Whoever had it before may have renamed or removed it between opening and locking it here.
        let opened = Handle::from_file(file.try_clone()?)?;
        if Handle::from_path(path).is_ok_and(|there| there == opened) {
            return Ok(Some(file));
        }
    }
}

/// A folder that one run has for itself, by a file in it that is gone when the run ends.
#[derive(Debug)]
pub(crate) struct FolderLock {
    path: PathBuf,
    /// Open as long as the lock is held.
    _file: File,
}

/// The name of that file. Readers of whole folders pass over it.
pub(crate) const LOCK: &str = ".lock";

impl FolderLock {
    /// `None` where another run has the folder.
    pub(crate) fn take(folder: &Path) -> io::Result<Option<Self>> {
        let path = folder.join(LOCK);
        Ok(locked(&path)?.map(|file| Self { path, _file: file }))
    }

    /// Whether a run has the folder, or was killed in it.
    pub(crate) fn is_in(folder: &Path) -> bool {
        folder.join(LOCK).exists()
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // Before the lock is let go of; where it cannot be removed it locks nobody out.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_has_a_folder_and_a_file_left_behind_locks_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(LOCK), "").unwrap();
        let first = FolderLock::take(folder.path()).unwrap();
        assert!(first.is_some() && FolderLock::take(folder.path()).unwrap().is_none());
        drop(first);
        assert!(!FolderLock::is_in(folder.path()));
        assert!(FolderLock::take(folder.path()).unwrap().is_some());
    }
}
