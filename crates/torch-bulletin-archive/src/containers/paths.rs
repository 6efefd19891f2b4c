//! The paths that somebody gave become files: folders are walked, patterns are matched.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use walkdir::WalkDir;

use super::noise::{is_noise, is_output};
use super::pattern::{Matches, is_pattern};
use super::real::Real;
use crate::ReadError;
use crate::file::special;

/// The files of some paths, in order, each once.
pub(crate) struct Paths {
    given: std::vec::IntoIter<PathBuf>,
    matched: Option<Matches>,
    folder: Option<walkdir::IntoIter>,
    /// The folders that are being walked, one in another.
    reals: Vec<Real>,
    /// The real paths that were given out.
    seen: HashSet<u64>,
    /// Whether something came again since a pattern began: that matches it, and is no news.
    repeated: bool,
    /// What is passed over, by its real path.
    without: Option<u64>,
    passed_over: Arc<AtomicU64>,
}

/// What stands at a path.
pub(crate) enum Found {
    File(PathBuf),
    /// Read as it comes: standard input, or a pipe of the shell's.
    Stdin,
    Stream(PathBuf),
    Failed(PathBuf, ReadError),
}

impl Paths {
    /// `without` is a file or folder to pass over, in canonical form.
    pub(crate) fn new(given: Vec<PathBuf>, without: Option<PathBuf>, passed_over: Arc<AtomicU64>) -> Self {
        Self {
            given: given.into_iter(),
            matched: None,
            folder: None,
            reals: Vec::new(),
            seen: HashSet::new(),
            repeated: false,
            without: without.map(|it| Real::of_real(&it).hash()),
            passed_over,
        }
    }

    /// The next file of the folder that is being walked.
    fn in_folder(&mut self) -> Option<Found> {
        loop {
            let folder = self.folder.as_mut()?;
            let entry = match folder.next()? {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().map(Path::to_path_buf).unwrap_or_default();
                    let is_loop = error.loop_ancestor().is_some();
                    let error = match error.into_io_error() {
                        Some(error) => error.into(),
                        _ if is_loop => ReadError::Loop,
                        None => ReadError::NotFound,
                    };
                    // A folder was seen when it was come upon, before it was known that it cannot be read.
                    if !fs::symlink_metadata(&path).is_ok_and(|it| it.is_symlink()) {
                        return Some(Found::Failed(path, error));
                    }
                    match self.failed(path, error) {
                        None => continue,
                        failed => return failed,
                    }
                }
            };
            let (kind, depth) = (entry.file_type(), entry.depth());
            self.reals.truncate(depth);
            let real = match self.reals.last() {
                Some(above) if !entry.path_is_symlink() => above.child(entry.file_name()),
                _ => real(entry.path()),
            };
            let is_ours = self.without == Some(real.hash());
            // Whoever names one by its path means it.
            let noise = depth > 0
                && !is_ours
                && (is_noise(&entry.file_name().to_string_lossy())
                    || kind.is_dir() && is_output(entry.path()));
            // Links to each other's folders make more ways than there are files: each is walked, or given out, once.
            let is_known = !noise && !is_ours && !self.seen.insert(real.hash());
            self.repeated |= is_known;
            if kind.is_dir() {
                if noise || is_ours || is_known {
                    folder.skip_current_dir();
                } else {
                    self.reals.push(real);
                }
            }
            self.passed_over.fetch_add(u64::from(noise), Ordering::Relaxed);
            if !(noise || is_ours || is_known || kind.is_dir()) {
                return Some(file(entry.into_path(), kind));
            }
        }
    }

    /// The next path of the pattern that is being matched.
    fn in_pattern(&mut self) -> Option<Found> {
        loop {
            match self.matched.as_mut()?.next()? {
                Ok(path) => {
                    if let Some(found) = self.start(path) {
                        return Some(found);
                    }
                    if let Some(found) = self.in_folder() {
                        return Some(found);
                    }
                }
                Err((path, error)) => {
                    let failed = self.failed(path, error.into());
                    if failed.is_some() {
                        return failed;
                    }
                }
            }
        }
    }

    /// What is at a path cannot be had, which is said once.
    fn failed(&mut self, path: PathBuf, error: ReadError) -> Option<Found> {
        self.seen.insert(real(&path).hash()).then_some(Found::Failed(path, error))
    }

    /// Begins with a path: a file is found at once, a folder is walked from now on.
    fn start(&mut self, path: PathBuf) -> Option<Found> {
        let found = fs::metadata(&path);
        if found.as_ref().is_ok_and(fs::Metadata::is_dir) {
            let walk = WalkDir::new(path).follow_links(true).sort_by_file_name();
            self.reals.clear();
            self.folder = Some(walk.into_iter());
            return None;
        }
        let real = real(&path).hash();
        let is_ours = self.without == Some(real);
        let is_known = !is_ours && !self.seen.insert(real);
        self.repeated |= is_known;
        if is_ours || is_known {
            return None;
        }
        Some(match found {
            Ok(it) => file(path, it.file_type()),
            Err(error) => Found::Failed(path, error.into()),
        })
    }

    /// Begins with what somebody gave: a path, a pattern, a stream.
    fn begin(&mut self, given: PathBuf) -> Option<Found> {
        if is_stdin(&given) {
            return Some(Found::Stdin);
        }
        if is_pipe(&given) {
            return Some(Found::Stream(given));
        }
        let Some(pattern) = pattern_of(&given) else { return self.start(given) };
        let Some(matched) = Matches::of(pattern) else {
            return self.failed(given, ReadError::NoMatch);
        };
        self.matched = Some(matched);
        // What matches is asked for here, so that a pattern that finds nothing is named.
        self.repeated = false;
        let found = self.in_pattern();
        if found.is_none() && !self.repeated { self.failed(given, ReadError::NoMatch) } else { found }
    }
}

impl Iterator for Paths {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            let mut found = self.in_folder();
            if found.is_none() {
                self.folder = None;
                found = self.in_pattern();
            }
            if found.is_none() && self.folder.is_none() {
                self.matched = None;
                let given = self.given.next()?;
                found = self.begin(given);
            }
            if found.is_some() {
                return found;
            }
        }
    }
}

/// The paths that a pattern matches (`2022/*.txt`, `**/*.txt`), in order of names, folders among them: none, some, or `None` where it
/// is no pattern, or the name of what is there. For whoever takes files one by one, where the shell has left a pattern as it is.
///
/// ```
/// # let folder = tempfile::tempdir()?;
/// # std::env::set_current_dir(&folder)?;
/// std::fs::write("2.txt", "")?;
/// std::fs::write("10.txt", "")?;
/// let found = torch_bulletin_archive::expand("*.txt".as_ref()).unwrap();
/// assert_eq!(found, ["10.txt", "2.txt"].map(std::path::PathBuf::from));
/// assert_eq!(torch_bulletin_archive::expand("2.txt".as_ref()), None);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn expand(path: &Path) -> Option<Vec<PathBuf>> {
    let pattern = pattern_of(path)?;
    Some(Matches::of(pattern).into_iter().flatten().flatten().collect())
}

/// A path as a pattern, if it is one.
fn pattern_of(path: &Path) -> Option<&str> {
    // Asked of a link, not of what it leads to: one that dangles is named as such.
    path.to_str().filter(|it| is_pattern(it) && fs::symlink_metadata(path).is_err())
}

pub(crate) fn is_stdin(path: &Path) -> bool {
    matches!(path.to_str(), Some("-" | "/dev/stdin"))
}

/// What the shell passes as `<(command)`: a path that is a pipe, with a writer at its other end.
pub(crate) fn is_pipe(path: &Path) -> bool {
    path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd")
}

fn file(path: PathBuf, kind: fs::FileType) -> Found {
    match kind.is_file() {
        true => Found::File(path),
        false => Found::Failed(path, ReadError::NotAFile { found: special(kind) }),
    }
}

/// The real path of what a path leads to; itself, where that is nowhere.
fn real(path: &Path) -> Real {
    Real::of(path).unwrap_or_else(|_| Real::of_real(path))
}
