//! The paths that a pattern 通配符 matches, in order of names. Each folder is read once for each step of the pattern, by whatever
//! way of links it is come upon: two links that lead to each other's folders make no endless, nor a very long, walk.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::vec::IntoIter;

use glob::{MatchOptions, Pattern};

use super::real::Real;

/// The matches of a pattern, found as they are asked for.
pub(super) struct Matches {
    steps: Vec<Step>,
    /// Whether the pattern ends with a slash.
    folders_only: bool,
    /// Where the pattern begins, if that cannot be read.
    locked: Option<(PathBuf, io::Error)>,
    /// Folders that are being read, one in another.
    open: Vec<Open>,
    /// The steps that were taken from each folder, by its real path: a million of them have 24 MB.
    taken: HashMap<u64, u64>,
}

/// One name of a pattern.
enum Step {
    Name(Pattern),
    /// `**`: any number of folders.
    Folders,
    /// `..`
    Up,
}

struct Open {
    path: PathBuf,
    real: Real,
    /// The steps that may come next, a bit each.
    steps: u64,
    names: IntoIter<Name>,
}

/// What stands in a folder.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    name: OsString,
    is_link: bool,
}

/// As shells do: what begins with a dot is hidden.
const OPTIONS: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: false,
    require_literal_leading_dot: true,
};

pub(super) fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '['])
}

impl Matches {
    /// `None` where it is no pattern.
    pub(super) fn of(pattern: &str) -> Option<Self> {
        let (mut base, mut steps) = (PathBuf::new(), Vec::new());
        for component in Path::new(pattern).components() {
            let name = component.as_os_str().to_str()?;
            match component {
                Component::CurDir => {}
                _ if steps.is_empty() && !is_pattern(name) => base.push(component),
                Component::ParentDir => steps.push(Step::Up),
                _ if name == "**" => steps.push(Step::Folders),
                _ => steps.push(Step::Name(Pattern::new(name).ok()?)),
            }
        }
        // A bit each; and `a/**` means what is in there.
        if let Some(Step::Folders) = steps.last() {
            steps.push(Step::Name(Pattern::new("*").ok()?));
        }
        if steps.len() > 63 {
            return None;
        }
        let folders_only = pattern.ends_with(std::path::is_separator);
        let mut matches = Self { steps, folders_only, locked: None, open: Vec::new(), taken: HashMap::new() };
        match matches.enter(base.clone(), None, 1) {
            // A base that is not there, or is a file, matches nothing.
            Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                matches.locked = Some((base, error));
            }
            _ => {}
        }
        Some(matches)
    }

    /// Begins with a folder, where steps may be taken from it that were not yet; its real path is asked for where it is not
    /// known.
    fn enter(&mut self, path: PathBuf, real: Option<Real>, steps: u64) -> io::Result<()> {
        let here = if path.as_os_str().is_empty() { Path::new(".") } else { &path };
        let real = real.map_or_else(|| Real::of(here), Ok)?;
        let taken = self.taken.entry(real.hash()).or_default();
        let mut new = steps;
        // Of any number of folders none is one.
        for (index, step) in self.steps.iter().enumerate() {
            if matches!(step, Step::Folders) && new & 1 << index != 0 {
                new |= 1 << (index + 1);
            }
        }
        new &= !*taken;
        *taken |= new;
        if new == 0 {
            return Ok(());
        }
        let mut names = Vec::new();
        for entry in fs::read_dir(here)? {
            let entry = entry?;
            let is_link = entry.file_type()?.is_symlink();
            names.push(Name { name: entry.file_name(), is_link });
        }
        names.sort_unstable();
        for index in 0..self.steps.len() {
            if matches!(self.steps[index], Step::Up) && new & 1 << index != 0 {
                let up = path.join("..");
                self.open.push(Open { path, real, steps: new, names: names.into_iter() });
                return self.enter(up, None, 1 << (index + 1));
            }
        }
        self.open.push(Open { path, real, steps: new, names: names.into_iter() });
        Ok(())
    }

    /// Whether a name ends the pattern after some steps, and the steps that may follow it.
    fn step(&self, name: &str, steps: u64) -> (bool, u64) {
        let (mut ends, mut next) = (false, 0);
        for (index, step) in self.steps.iter().enumerate().filter(|(index, _)| steps & 1 << index != 0) {
            match step {
                Step::Folders if !name.starts_with('.') => next |= 1 << index,
                Step::Name(pattern) if pattern.matches_with(name, OPTIONS) => {
                    let is_last = index + 1 == self.steps.len();
                    ends |= is_last;
                    next |= u64::from(!is_last) << (index + 1);
                }
                _ => {}
            }
        }
        (ends, next)
    }
}

impl Iterator for Matches {
    type Item = Result<PathBuf, (PathBuf, io::Error)>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(locked) = self.locked.take() {
            return Some(Err(locked));
        }
        loop {
            let folder = self.open.last_mut()?;
            let (steps, Some(Name { name, is_link })) = (folder.steps, folder.names.next()) else {
                self.open.pop();
                continue;
            };
            let path = folder.path.join(&name);
            let real = (!is_link).then(|| folder.real.child(&name));
            let (ends, next) = self.step(&name.to_string_lossy(), steps);
            let is_folder = (next != 0 || self.folders_only) && path.is_dir();
            let entered = if next != 0 && is_folder { self.enter(path.clone(), real, next) } else { Ok(()) };
            if let Err(error) = entered {
                return Some(Err((path, error)));
            }
            if ends && (is_folder || !self.folders_only) {
                return Some(Ok(path));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(root: &Path, pattern: &str) -> Vec<String> {
        let matches = Matches::of(root.join(pattern).to_str().unwrap()).unwrap();
        let name = |path: PathBuf| path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        matches.map(|it| name(it.unwrap())).collect()
    }

    fn folder(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        folder
    }

    #[test]
    fn patterns_match_as_in_a_shell() {
        let folder =
            folder(&["a.txt", "b/1.txt", "b/2.md", "b/c/3.txt", ".h/4.txt", "d/.5.txt", "期/[1].txt"]);
        for (pattern, expected) in [
            ("*.txt", &["a.txt"][..]),
            ("b/?.txt", &["b/1.txt"]),
            ("**/*.txt", &["a.txt", "b/1.txt", "b/c/3.txt", "期/[1].txt"]),
            ("**/c/*", &["b/c/3.txt"]),
            ("*/c/3.txt", &["b/c/3.txt"]),
            ("b/**", &["b/1.txt", "b/2.md", "b/c", "b/c/3.txt"]),
            ("*/", &["b", "d", "期"]),
            (".h/*", &[".h/4.txt"]),
            ("*/.5*", &["d/.5.txt"]),
            ("[a-c]*", &["a.txt", "b"]),
            ("期/[[]1].txt", &["期/[1].txt"]),
            ("b/c/../*.txt", &["b/c/../1.txt"]),
            ("*/c/../2.md", &["b/c/../2.md"]),
            ("nowhere/*", &[]),
            ("a.txt/*", &[]),
            ("**/**/3.txt", &["b/c/3.txt"]),
        ] {
            let mut found = found(folder.path(), pattern);
            // Where a folder is and what is in it come in either order.
            found.sort();
            let mut expected = expected.to_vec();
            expected.sort_unstable();
            assert_eq!(found, expected, "{pattern}");
        }
        assert!(Matches::of("a[").is_none() && Matches::of(&"*/".repeat(64)).is_none());
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_to_each_other_cost_no_more_than_the_folders() {
        let names: Vec<String> = (0..14).map(|number| format!("{number:02}/a.txt")).collect();
        let folder = folder(&names.iter().map(String::as_str).collect::<Vec<_>>());
        // From every folder to every other: more ways than anybody can walk.
        for from in 0..14 {
            for to in 0..14 {
                let link = folder.path().join(format!("{from:02}/to{to:02}"));
                std::os::unix::fs::symlink(format!("../{to:02}"), link).unwrap();
            }
        }
        let mut matches = Matches::of(folder.path().join("**/*.txt").to_str().unwrap()).unwrap();
        assert_eq!(matches.by_ref().count(), 14);
        assert_eq!(matches.taken.len(), 15);
        // A file that the pattern reaches by a link alone is found by it.
        assert_eq!(found(folder.path(), "00/to01/*.txt"), ["00/to01/a.txt"]);
        assert_eq!(found(folder.path(), "**/to03/*.txt").len(), 1);
    }
}
