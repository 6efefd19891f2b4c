//! Why a file is refused: what was found, what was expected, what to do.

use std::io;

use crate::FileKind;

/// Why there is no document. Odd text is never a reason; only what is no text at all is refused.
///
/// Messages name no path: the caller knows it, and says it in its own way.
///
/// ```
/// let refused = torch_bulletin_archive::read(b"").unwrap_err();
/// assert_eq!(refused.code(), "empty");
/// assert!(refused.to_string().starts_with("found zero bytes, expected the text of an issue"));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There is not one byte. A file of blanks is a text.
    #[error(
        "found zero bytes, expected the text of an issue; check that the download or the extraction finished"
    )]
    Empty,

    /// A NUL, or over 10 % control characters, in the first 64 KiB.
    #[error("found binary data ({evidence}), expected plain text; extract the text first and read that")]
    Binary {
        /// What gave it away.
        evidence: Evidence,
    },

    /// A known kind of file that is not plain text.
    #[error("found {kind}, expected plain text; {}", .kind.advice())]
    OtherKind {
        /// The kind.
        kind: FileKind,
    },

    /// More bytes than spans can count.
    #[error("found {}, expected at most 4294967295 (4 GiB - 1); split it into issues and read each",
        match .bytes { Some(bytes) => format!("{bytes} bytes"), None => "more than 4294967295 bytes".to_owned() })]
    TooLarge {
        /// The size, where it is known without reading to the end.
        bytes: Option<u64>,
    },

    /// Nothing is there.
    #[error("found no such file, expected a file of text; check the path")]
    NotFound,

    /// A folder.
    #[error("found a folder, expected a file of text; name the files in it")]
    Folder,

    /// A named pipe, a device or a socket: reading it could wait or go on for ever.
    #[error("found {found}, expected a file of text; copy its content to a file, or pass it as a stream")]
    NotAFile {
        /// What stands at the path, with its article: `a named pipe`.
        found: &'static str,
    },

    /// A container, or a member of one, that does not unpack to the end.
    #[error(
        "found damage ({reason}), expected what unpacks to the end; fetch the file again and test it with its own tool"
    )]
    Damaged {
        /// What was found, and where.
        reason: String,
    },

    /// A member that is locked, or packed in a way that is not known here.
    #[error(
        "found a member that cannot be unpacked ({reason}), expected a stored or deflated one without a password; pack it anew"
    )]
    Locked {
        /// What stands against it.
        reason: String,
    },

    /// A member that is a link, hard or symbolic: it has no bytes of its own.
    #[error(
        "found a link, expected a file; what it leads to is read under its own name where the container has it"
    )]
    Link,

    /// More than the [`Limits`](crate::Limits) allow.
    #[cfg(feature = "containers")]
    #[error("{0}; raise it if you trust the file")]
    Limit(#[from] crate::Exceeded),

    /// A link to a folder that it lies in itself.
    #[error("found a link to a folder above it, expected files; name that folder too if it is to be read")]
    Loop,

    /// A pattern that nothing matches.
    #[error("found nothing that matches, expected at least one file; check the pattern")]
    NoMatch,

    /// The system would not give the bytes.
    #[error("could not read it: {0}; check the permissions and the disk, then try again")]
    Io(#[source] io::Error),

    /// The library has panicked on it. No bytes do that to it that we know of; where some do, they shall not cost the others
    /// of an archive.
    #[error("found a fault of this library, not of the file; please report it with the file")]
    Internal,
}

impl ReadError {
    /// The stable name of the reason, the same in every language: one of wire's `ErrorCode`.
    pub const fn code(&self) -> &'static str {
        match self {
            ReadError::Empty => "empty",
            ReadError::Binary { .. } => "binary",
            ReadError::OtherKind { .. } => "other-kind",
            ReadError::TooLarge { .. } => "too-large",
            #[cfg(feature = "containers")]
            ReadError::Limit(_) => "too-large",
            ReadError::NotFound
            | ReadError::Folder
            | ReadError::NotAFile { .. }
            | ReadError::Damaged { .. }
            | ReadError::Locked { .. }
            | ReadError::Link
            | ReadError::Loop
            | ReadError::NoMatch
            | ReadError::Io(_) => "unreadable",
            ReadError::Internal => "internal",
        }
    }

    /// Whether the bytes were there but cannot be read: they are no text, encrypted, a link, or over a limit. The other errors are
    /// failures: the bytes could not be had, and another try may go better, or they met a fault of this library.
    ///
    /// ```
    /// assert!(torch_bulletin_archive::read(b"").unwrap_err().is_refusal());
    /// ```
    pub fn is_refusal(&self) -> bool {
        matches!(self, ReadError::Locked { .. } | ReadError::Link)
            || !matches!(self.code(), "unreadable" | "internal")
    }

    /// The byte that shows it; `None` where the reason has no place.
    pub const fn position(&self) -> Option<usize> {
        match self {
            ReadError::Binary { evidence: Evidence::Nul(at) } => Some(*at),
            _ => None,
        }
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => ReadError::NotFound,
            io::ErrorKind::IsADirectory => ReadError::Folder,
            _ => ReadError::Io(error),
        }
    }
}

/// What shows that bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Evidence {
    /// A NUL stands at this byte.
    #[error("a NUL at byte {0}")]
    Nul(usize),
    /// So many of so many bytes are control characters.
    #[error("{found} of the first {of} bytes {}", if *.found == 1 { "is a control character" } else { "are control characters" })]
    Controls {
        /// Control characters other than tab, line ends, form feed and vertical tab.
        found: usize,
        /// Bytes looked at.
        of: usize,
    },
}
