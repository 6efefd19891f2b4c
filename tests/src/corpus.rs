//! Where the texts of the suites are: folders of this package, and the real issue outside the repository.

use std::fs;
use std::path::{Path, PathBuf};

use torch_bulletin::{ParseOptions, Profile};
use torch_bulletin_wire::profile_from_json;

use crate::say;

/// One folder of a corpus: `input.txt`, and beside it what is expected.
#[derive(Clone, Debug)]
pub struct Case {
    /// The name of the folder: `2021-09`, `missing-date`.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// The text of `input.txt`, as it is: a byte order mark and carriage returns stay.
    pub input: String,
}

impl Case {
    /// A file of the folder, or nothing where it is not there.
    ///
    /// # Panics
    /// Where the file is there and no text.
    pub fn file(&self, name: &str) -> Option<String> {
        let path = self.folder.join(name);
        path.exists().then(|| read(&path))
    }

    /// The profile of its newsletter, `profile.json`; nothing where it is the Torch bulletin.
    ///
    /// # Panics
    /// Where the file is no profile.
    pub fn profile(&self) -> Option<Profile> {
        let profile = |json: String| {
            profile_from_json(&json).unwrap_or_else(|error| panic!("{}/profile.json: {error}", self.name))
        };
        self.file("profile.json").map(profile)
    }

    /// How to parse it: the usual options, with its profile.
    pub fn options(&self) -> ParseOptions {
        let options = ParseOptions::default();
        match self.profile() {
            Some(profile) => options.with_profile(profile),
            None => options,
        }
    }
}

/// The issues of the Torch bulletin in `tests/corpus`, by name.
///
/// # Panics
/// Where there is none: a suite that runs nothing must not pass.
pub fn issues() -> Vec<Case> {
    let mut cases = newsletters();
    cases.retain(|case| case.profile().is_none());
    cases
}

/// All issues of `tests/corpus`, those of other newsletters too: to be parsed with their [`options`](Case::options).
///
/// # Panics
/// Where there is none of another newsletter.
pub fn newsletters() -> Vec<Case> {
    let cases = cases("corpus");
    assert!(cases.iter().any(|case| case.profile().is_some()), "tests/corpus has no profile.json");
    cases
}

/// The texts of `tests/bad`, each with one defect, by name.
///
/// # Panics
/// Where there is none.
pub fn bad() -> Vec<Case> {
    cases("bad")
}

/// The issues of `tests/facts-gold`, by name.
///
/// # Panics
/// Where there is none.
pub fn facts_gold() -> Vec<Case> {
    cases("facts-gold")
}

/// The files of `tests/regressions`: short texts that once broke something, or well might.
///
/// # Panics
/// Where there is none, or one is no text.
pub fn regressions() -> Vec<(String, String)> {
    let files = entries(&package().join("regressions"));
    let texts = files.iter().filter(|path| path.extension().is_some_and(|it| it == "txt"));
    let found: Vec<_> = texts.map(|path| (name(path), read(path))).collect();
    assert!(!found.is_empty(), "tests/regressions has no text");
    found
}

/// The folder with the real issue 2022-12, named by `TORCH_BULLETIN_CORPUS`; it is not ours to publish.
///
/// Without it the tests on it are skipped, and say so.
///
/// # Panics
/// Where it is missing and `TORCH_BULLETIN_REQUIRE_CORPUS` is set, or where the variable leads nowhere.
pub fn real_issue() -> Option<PathBuf> {
    match std::env::var_os("TORCH_BULLETIN_CORPUS") {
        Some(corpus) => {
            let folder = Path::new(&corpus).join("2022-12");
            assert!(folder.is_dir(), "TORCH_BULLETIN_CORPUS has no folder {}", folder.display());
            Some(folder)
        }
        None => {
            let required = std::env::var_os("TORCH_BULLETIN_REQUIRE_CORPUS").is_some();
            assert!(!required, "TORCH_BULLETIN_CORPUS is not set, but TORCH_BULLETIN_REQUIRE_CORPUS is");
            say("skipped: TORCH_BULLETIN_CORPUS is not set, so there is no real issue to test");
            None
        }
    }
}

/// The texts of the real issue: as it was extracted once, and as four extractors read two settings of it.
///
/// # Panics
/// Where one cannot be read.
pub fn real_texts(folder: &Path) -> Vec<(String, String)> {
    let mut paths = entries(&folder.join("extracted"));
    paths.retain(|path| path.extension().is_some_and(|it| it == "txt"));
    paths.insert(0, folder.join("source.txt"));
    paths.iter().map(|path| (name(path), read(path))).collect()
}

/// A text file.
///
/// # Panics
/// Where it cannot be read.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
}

fn cases(corpus: &str) -> Vec<Case> {
    let folders = entries(&package().join(corpus)).into_iter().filter(|path| path.join("input.txt").exists());
    let cases: Vec<_> = folders
        .map(|folder| Case { name: name(&folder), input: read(&folder.join("input.txt")), folder })
        .collect();
    assert!(!cases.is_empty(), "tests/{corpus} has no folder with an input.txt");
    cases
}

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a folder holds, by name, so that runs are alike on every system.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>());
    let mut entries = entries.unwrap_or_else(|error| panic!("cannot list {}: {error}", folder.display()));
    entries.sort();
    entries
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
