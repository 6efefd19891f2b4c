//! A container 容器 that is open: what it is, and what stands next in it.

use std::io::{Cursor, Read};

use super::directory::Directory;
use super::entry::Content;
use super::gzip::{Gzip, Trailing, has_ending, unpacked_name};
use super::lines::{Lines, begins_with_brace};
use super::local::Local;
use super::meter::Budget;
use super::source::Source;
use super::tar::Tar;
use super::zip::{self, Zip};
use crate::head::{HEAD, inspect};
use crate::{FileKind, ReadError};

/// A container whose members are being read.
pub(super) struct Open {
    /// Its own name.
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) budget: Budget,
    /// What stands after it, where it is packed by gzip.
    pub(super) trailing: Trailing,
}

pub(super) enum Kind {
    Zip(Box<Zip>),
    /// A zip file with members of one name.
    Directory(Box<Directory>),
    /// A zip file without its directory.
    Local(Box<Local>),
    Tar(Tar),
    Lines(Lines),
    /// One file, packed.
    One(String, Option<Box<dyn Read + Send>>),
}

/// What stands next in a container.
pub(crate) enum Member {
    /// The bytes of a file of this name, which may be a container.
    Bytes(String, Vec<u8>),
    /// A text.
    Text(String, Vec<u8>),
    /// One that cannot be read; the next one may be.
    Failed(String, ReadError),
    /// A folder, a blank line: nothing to read.
    Nothing,
    /// The container itself is damaged.
    End(ReadError),
}

/// What a file or member turned out to be.
pub(super) enum Opened {
    Container(Kind, Trailing),
    /// An input, whatever it is.
    Input(Content),
}

impl Kind {
    /// Opens a file or member, where it is a container.
    pub(super) fn open(name: &str, source: Source, budget: &Budget) -> Result<Opened, ReadError> {
        let (head, source) = source.head()?;
        let is_lines = has_ending(name, &["jsonl", "ndjson"])
            || name.starts_with("<stdin>") && !name.contains('!') && begins_with_brace(&head);
        let mut trailing = Trailing::default();
        let kind = match FileKind::of(&head).or_else(|| claimed(name, &head)) {
            Some(FileKind::Gzip) => {
                let gzip = Gzip::new(source.into_stream(head));
                trailing = gzip.trailing();
                unpacked(name, Box::new(budget.guard(gzip)), budget)?
            }
            Some(FileKind::Zip) => zip::open(source.into_seekable(head, budget)?)?,
            Some(FileKind::Tar) => Kind::Tar(Tar::new(source.into_stream(head))),
            None if is_lines => Kind::Lines(Lines::new(source.into_stream(head))),
            _ => return Ok(Opened::Input(source.into_content(head, budget)?)),
        };
        Ok(Opened::Container(kind, trailing))
    }

    /// What stands next in it; `None` where nothing does.
    pub(super) fn next(&mut self, budget: &Budget) -> Option<Member> {
        match self {
            Kind::Zip(zip) => zip.next(budget),
            Kind::Directory(zip) => zip.next(budget),
            Kind::Local(zip) => zip.next(budget),
            Kind::Tar(tar) => tar.next(budget),
            Kind::Lines(lines) => lines.next(budget),
            Kind::One(name, stream) => Some(match budget.copy(stream.take()?) {
                Ok(bytes) => Member::Bytes(name.clone(), bytes),
                Err(error) => Member::Failed(name.clone(), error),
            }),
        }
    }
}

/// The container that a name says it is: an old tar file has no signature, and a damaged one of any kind may have lost it.
/// What is a text, or nothing, is that whatever its name: downloads unpack what they fetch and leave the `.gz`.
fn claimed(name: &str, head: &[u8]) -> Option<FileKind> {
    let opened = |kind: &FileKind| matches!(kind, FileKind::Zip | FileKind::Gzip | FileKind::Tar);
    let kind = FileKind::of_name(name).filter(opened)?;
    match inspect(head) {
        Err(ReadError::Empty) => None,
        Ok(_) if head.len() >= SHORTEST => None,
        _ => Some(kind),
    }
}

/// A text has at least so many bytes; fewer may be a container that was cut in its first ones.
const SHORTEST: usize = 16;

/// What a gzip file unpacks to: a tar file or lines of JSON in it open as if they were not packed.
fn unpacked(name: &str, mut stream: Box<dyn Read + Send>, budget: &Budget) -> Result<Kind, ReadError> {
    let inside = unpacked_name(name);
    let mut head = Vec::new();
    let read = (&mut stream).take(HEAD as u64).read_to_end(&mut head);
    // Where it breaks later, what comes before is read, and whoever reads on is told.
    if let Err(error) = read
        && head.is_empty()
    {
        return Err(budget.broken(&error));
    }
    let kind = FileKind::of(&head);
    let whole = Box::new(Cursor::new(head).chain(stream));
    Ok(match kind {
        Some(FileKind::Tar) => Kind::Tar(Tar::new(whole)),
        None if has_ending(&inside, &["tar"]) => Kind::Tar(Tar::new(whole)),
        None if has_ending(&inside, &["jsonl", "ndjson"]) => Kind::Lines(Lines::new(whole)),
        _ => Kind::One(inside, Some(whole)),
    })
}
