//! What to read: files, and standard input as `-`.

use std::fmt;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use torch_bulletin::ParseOptions;
use torch_bulletin_archive::{ReadError, Reading, expand, name_of, read_file, read_stream};

use crate::status::Stop;

/// One input of the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// Standard input.
    Stdin,
    /// A file on disk.
    File(PathBuf),
    /// What the shell passes as `<(command)`: a path that is a pipe, with a writer at its other end.
    Stream(PathBuf),
    /// A pattern that nothing matches.
    Unmatched(PathBuf),
}

impl Input {
    fn new(path: &Path) -> Self {
        match path.to_str() {
            Some("-" | "/dev/stdin") => Input::Stdin,
            _ if path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd") => {
                Input::Stream(path.into())
            }
            _ => Input::File(path.into()),
        }
    }

    /// Reads and parses it.
    pub(crate) fn read(&self, options: &ParseOptions) -> Result<Reading, ReadError> {
        match self {
            Input::Stdin => read_stream(io::stdin().lock(), None, options),
            Input::File(path) => read_file(path, options),
            Input::Stream(path) => read_stream(File::open(path)?, None, options),
            Input::Unmatched(_) => Err(ReadError::NoMatch),
        }
    }

    /// The message for an input that was refused: which, why, what to do.
    pub(crate) fn refusal(&self, error: &ReadError) -> String {
        match error {
            ReadError::NotAFile { found } => {
                format!(
                    "{self}: found {found}, expected a file of text; pass its content on standard input, as `-`"
                )
            }
            error => format!("{self}: {error}"),
        }
    }

    /// Its path, where it has one of its own.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Input::File(path) | Input::Unmatched(path) => Some(path),
            Input::Stdin | Input::Stream(_) => None,
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Input::Stdin => f.write_str("<stdin>"),
            Input::File(path) | Input::Stream(path) | Input::Unmatched(path) => f.write_str(&name_of(path)),
        }
    }
}

/// The inputs that the arguments name, in their order.
pub(crate) fn all(paths: &[PathBuf]) -> Result<Vec<Input>, Stop> {
    read_once(paths.iter().map(|path| Input::new(path)).collect())
}

/// The same, with the files that patterns match: some shells leave those as they are.
pub(crate) fn files(paths: &[PathBuf]) -> Result<Vec<Input>, Stop> {
    let mut inputs = Vec::new();
    for path in paths {
        match expand(path) {
            Some(matched) if matched.is_empty() => inputs.push(Input::Unmatched(path.clone())),
            Some(matched) => inputs.extend(matched.into_iter().map(Input::File)),
            None => inputs.push(Input::new(path)),
        }
    }
    read_once(inputs)
}

fn read_once(inputs: Vec<Input>) -> Result<Vec<Input>, Stop> {
    if inputs.iter().filter(|input| **input == Input::Stdin).count() > 1 {
        return Err(Stop::Usage("standard input can be read only once; give `-` once".to_owned()));
    }
    Ok(inputs)
}
