//! A file 草稿 that is written aside and takes its name when it is whole.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::lock::locked;

/// A file that is being written: `.NAME.tmp` in its folder until it is whole. Readers of whole folders pass over such a name.
///
/// Dropped, it is removed, and what had the name before is as it was. One that a killed program left is written over by the
/// next draft of that name; while another program writes it, it is that one's. What is no file (`/dev/stdout`, a pipe)
/// is written in place.
///
/// ```
/// use std::io::Write as _;
/// use torch_bulletin_archive::Draft;
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("hits.csv");
/// let mut draft = Draft::create(&path)?;
/// draft.write_all(b"source,issue")?;
/// assert!(!path.exists());
/// assert_eq!(Draft::create(&path).unwrap_err().kind(), std::io::ErrorKind::ResourceBusy);
///
/// draft.finish()?;
/// assert_eq!(std::fs::read(&path)?, b"source,issue");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    /// Where it is until it has its name; `None` where it is written in place.
    aside: Option<PathBuf>,
    file: File,
}

/// Where a file is written until it is whole.
pub(crate) fn aside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.tmp"))
}

impl Draft {
    /// Begins a file. A link stays one: what it leads to gets the content, with the permissions that it had.
    ///
    /// # Errors
    /// Where it cannot be made, and with [`ResourceBusy`](io::ErrorKind::ResourceBusy) where another program or thread writes it.
    pub fn create(path: &Path) -> io::Result<Self> {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let found = fs::metadata(&path).ok();
        if found.as_ref().is_some_and(|it| !it.is_file() && !it.is_dir()) {
            let file = File::options().write(true).open(&path)?;
            return Ok(Self { path, aside: None, file });
        }
        if found.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let aside = aside(&path);
        let busy = || io::Error::new(io::ErrorKind::ResourceBusy, "another run is writing it");
        let file = locked(&aside)?.ok_or_else(busy)?;
        let draft = Self { path, aside: Some(aside), file };
        draft.file.set_len(0)?;
        if let Some(found) = found {
            draft.file.set_permissions(found.permissions())?;
        }
        Ok(draft)
    }

    /// Whether it is written in place, so that nobody can go back in it.
    pub const fn is_in_place(&self) -> bool {
        self.aside.is_none()
    }

    /// Gives the file its name: all of it is on the disk then.
    ///
    /// # Errors
    /// Where the system does not write it, or does not let it have the name.
    pub fn finish(mut self) -> io::Result<()> {
        let path = self.path.clone();
        self.rename(&path)
    }

    /// Gives it its name with `.partial` behind, since it is not all that it was to be; and that name.
    ///
    /// # Errors
    /// As [`finish`](Self::finish).
    pub fn part(mut self) -> io::Result<PathBuf> {
        let mut name = self.path.clone().into_os_string();
        name.push(".partial");
        let path = PathBuf::from(name);
        self.rename(&path)?;
        Ok(path)
    }

    fn rename(&mut self, path: &Path) -> io::Result<()> {
        let Some(aside) = &self.aside else { return Ok(()) };
        self.file.sync_all()?;
        fs::rename(aside, path)?;
        self.aside = None;
        Ok(())
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(aside) = &self.aside {
            // Half a file helps nobody; where it cannot be removed, the next draft writes over it.
            let _ = fs::remove_file(aside);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().display().to_string()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_was_there_stays_until_the_new_one_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        // A killed run left its own, longer than the next one will be.
        fs::write(folder.path().join(".a.csv.tmp"), "left over from before").unwrap();
        fs::write(&path, "old").unwrap();
        let mut draft = Draft::create(&path).unwrap();
        draft.write_all(b"new").unwrap();
        drop(draft);
        assert_eq!((fs::read_to_string(&path).unwrap().as_str(), names(folder.path()).len()), ("old", 1));

        fs::write(folder.path().join(".a.csv.tmp"), "left over from before").unwrap();
        let mut draft = Draft::create(&path).unwrap();
        draft.write_all(b"new").unwrap();
        let part = draft.part().unwrap();
        assert_eq!((fs::read_to_string(part).unwrap().as_str(), names(folder.path()).len()), ("new", 2));
        let mut draft = Draft::create(&path).unwrap();
        draft.write_all(b"new").unwrap();
        draft.finish().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(folder.path()), ["a.csv", "a.csv.partial"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_place_of_the_draft_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let other = folder.path().join("other");
        fs::write(&other, "of somebody else").unwrap();
        std::os::unix::fs::symlink("other", folder.path().join(".a.csv.tmp")).unwrap();
        let refused = Draft::create(&folder.path().join("a.csv")).unwrap_err().to_string();
        assert!(refused.ends_with(".a.csv.tmp is a link; remove it"), "{refused}");
        assert_eq!(fs::read_to_string(&other).unwrap(), "of somebody else");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (link, path) = (folder.path().join("link"), folder.path().join("a.csv"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        symlink("a.csv", &link).unwrap();
        let mut draft = Draft::create(&link).unwrap();
        draft.write_all(b"new").unwrap();
        draft.finish().unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
