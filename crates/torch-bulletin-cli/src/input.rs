//! What to read: files, and standard input as `-`.

use std::fmt;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use torch_bulletin::ParseOptions;
use torch_bulletin_archive::{ReadError, Reading, read_file, read_stream};

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
            Input::File(path) => Some(path),
            Input::Stdin | Input::Stream(_) => None,
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Input::Stdin => f.write_str("<stdin>"),
            Input::File(path) | Input::Stream(path) => path.display().fmt(f),
        }
    }
}

/// The inputs that the arguments name, in their order.
pub(crate) fn all(paths: &[PathBuf]) -> Result<Vec<Input>, Stop> {
    let inputs: Vec<_> = paths.iter().map(|path| Input::new(path)).collect();
    if inputs.iter().filter(|input| **input == Input::Stdin).count() > 1 {
        return Err(Stop::Usage("standard input can be read only once; give `-` once".to_owned()));
    }
    Ok(inputs)
}
