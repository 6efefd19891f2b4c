//! The paths that somebody gave become files: folders are walked, patterns are matched.

use std::collections::HashSet;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use walkdir::WalkDir;

use super::noise::{is_noise, is_output};
use super::pattern::{Matches, is_pattern};
use crate::ReadError;
use crate::file::special;

/// The files of some paths, in order, each once.
pub(crate) struct Paths {
    given: std::vec::IntoIter<PathBuf>,
    matched: Option<Matches>,
    folder: Option<walkdir::IntoIter>,
    /// Hashes of the paths that were given out: a million of them have 8 MB.
    seen: HashSet<u64>,
    without: Option<PathBuf>,
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
            seen: HashSet::new(),
            without,
            passed_over,
        }
    }

    /// Whether a file was not given out yet, under whatever name: a link, another spelling, a way around a loop.
    fn is_new(&mut self, path: &Path) -> bool {
        let mut hasher = DefaultHasher::new();
        fs::canonicalize(path).as_deref().unwrap_or(path).hash(&mut hasher);
        self.seen.insert(hasher.finish())
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
                    return Some(Found::Failed(path, error));
                }
            };
            let kind = entry.file_type();
            let is_ours = is_same(entry.path(), self.without.as_deref());
            // Whoever names one by its path means it.
            let noise = entry.depth() > 0
                && !is_ours
                && (is_noise(&entry.file_name().to_string_lossy())
                    || kind.is_dir() && is_output(entry.path()));
            // Links to each other's folders make more ways than there are files: each folder is walked once.
            let is_known = kind.is_dir() && !noise && !is_ours && !self.is_new(entry.path());
            if let Some(folder) =
                self.folder.as_mut().filter(|_| kind.is_dir() && (noise || is_ours || is_known))
            {
                folder.skip_current_dir();
            }
            self.passed_over.fetch_add(u64::from(noise), Ordering::Relaxed);
            if noise || is_ours || kind.is_dir() {
                continue;
            }
            return Some(file(entry.into_path(), kind));
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
                Err((path, error)) => return Some(Found::Failed(path, error.into())),
            }
        }
    }

    /// Begins with a path: a file is found at once, a folder is walked from now on.
    fn start(&mut self, path: PathBuf) -> Option<Found> {
        match fs::metadata(&path) {
            Ok(it) if it.is_dir() => {
                let walk = WalkDir::new(path).follow_links(true).sort_by_file_name();
                self.folder = Some(walk.into_iter());
                None
            }
            Ok(_) if is_same(&path, self.without.as_deref()) => None,
            Ok(it) => Some(file(path, it.file_type())),
            Err(error) => Some(Found::Failed(path, error.into())),
        }
    }

    /// Begins with what somebody gave: a path, a pattern, a stream.
    fn begin(&mut self, given: PathBuf) -> Option<Found> {
        let text = given.to_str();
        if is_stdin(&given) {
            return Some(Found::Stdin);
        }
        if is_pipe(&given) {
            return Some(Found::Stream(given));
        }
        // Asked of the link, not of what it leads to: one that dangles is named as such.
        let pattern = text.filter(|it| is_pattern(it) && fs::symlink_metadata(&given).is_err());
        let Some(pattern) = pattern else { return self.start(given) };
        let Some(matched) = Matches::of(pattern) else {
            return Some(Found::Failed(given, ReadError::NoMatch));
        };
        self.matched = Some(matched);
        // What matches is asked for here, so that a pattern that finds nothing is named.
        self.in_pattern().or(Some(Found::Failed(given, ReadError::NoMatch)))
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
            match found {
                Some(Found::File(ref path) | Found::Failed(ref path, _)) if !self.is_new(path) => {}
                Some(found) => return Some(found),
                None => {}
            }
        }
    }
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

/// Whether a path leads to another, which is in canonical form.
fn is_same(path: &Path, canonical: Option<&Path>) -> bool {
    canonical.is_some_and(|other| fs::canonicalize(path).is_ok_and(|path| path == other))
}
