//! Why a run ends early.

use std::io;
use std::path::{Path, PathBuf};

/// Why tables could not be written. Inputs are never a reason; each has its line in the catalogue.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The system did not take what was written.
    #[error("could not write {}: {source}; check that its folder exists, is yours to write, and has room", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// The system did not give what the output folder holds of an earlier run.
    #[error("could not read {}: {source}; check that it is yours to read, or choose another folder", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// An earlier run wrote there.
    #[error("found an archive in {}, expected a new or empty folder; resume it, or choose another", .0.display())]
    Exists(PathBuf),

    /// Another run writes there now.
    #[error("found another run that is writing {}, expected none; wait for its end, or choose another place", .0.display())]
    Busy(PathBuf),

    /// A run with other settings wrote there.
    #[error(
        "found an archive made with other settings or by another version in {}, expected the same; choose another folder",
        .0.display()
    )]
    Differs(PathBuf),

    /// What an earlier run wrote down of itself cannot be read, so that nothing shows what may be kept.
    #[error(
        "found {source} in {}, expected the account of an earlier run; remove the output folder, or choose another",
        path.display()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: io::Error,
    },

    /// The folder holds something else.
    #[error("found other files in {}, expected a new or empty folder; choose another", .0.display())]
    NotEmpty(PathBuf),

    /// The output would take the place of an input.
    #[error("found the output {} among the inputs, expected another file; choose another place for it", .0.display())]
    Input(PathBuf),

    /// A stream can be read only once, and going on begins with reading everything.
    #[error("found a stream among the inputs, expected files; a run over standard input cannot be resumed")]
    Stream,
}

impl ExportError {
    pub(super) fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_path_buf();
        move |source| match source.kind() {
            io::ErrorKind::ResourceBusy => ExportError::Busy(path),
            _ => ExportError::Write { path, source },
        }
    }

    pub(super) fn reading(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_path_buf();
        move |source| ExportError::Read { path, source }
    }
}
