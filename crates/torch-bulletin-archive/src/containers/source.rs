//! The bytes of a file or member 数据源, before it is known what they are: on disk, coming in, or in memory.

use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek as _};

use super::entry::Content;
use super::meter::{Budget, Counted};
use super::zip::Seekable;
use crate::ReadError;
use crate::head::{HEAD, inspect};

/// Where the bytes of a file are.
pub(super) enum Source {
    File(Counted<File>, u64),
    Stream(Box<dyn Read + Send>),
    Bytes(Vec<u8>),
}

impl Source {
    /// The first 64 KiB, and the rest.
    pub(super) fn head(self) -> Result<(Vec<u8>, Self), ReadError> {
        let mut head = Vec::new();
        Ok(match self {
            Source::File(mut file, length) => {
                (&mut file).take(HEAD as u64).read_to_end(&mut head)?;
                (head, Source::File(file, length))
            }
            Source::Stream(mut stream) => {
                (&mut stream).take(HEAD as u64).read_to_end(&mut head)?;
                (head, Source::Stream(stream))
            }
            Source::Bytes(bytes) => (bytes, Source::Bytes(Vec::new())),
        })
    }

    pub(super) fn into_stream(self, head: Vec<u8>) -> Box<dyn Read + Send> {
        let head = Cursor::new(head);
        match self {
            Source::File(file, _) => Box::new(head.chain(file)),
            Source::Stream(stream) => Box::new(head.chain(stream)),
            Source::Bytes(_) => Box::new(head),
        }
    }

    /// The directory of a zip file stands at its end: of a stream all has to be there first.
    pub(super) fn into_seekable(
        self,
        head: Vec<u8>,
        budget: &Budget,
    ) -> Result<Box<dyn Seekable>, ReadError> {
        Ok(match self {
            Source::File(mut file, _) => {
                file.rewind()?;
                Box::new(BufReader::new(file))
            }
            Source::Stream(stream) => Box::new(Cursor::new(budget.copy(Cursor::new(head).chain(stream))?)),
            Source::Bytes(_) => Box::new(Cursor::new(head)),
        })
    }

    pub(super) fn into_content(self, head: Vec<u8>, budget: &Budget) -> Result<Content, ReadError> {
        Ok(match self {
            Source::File(file, length) if length > head.len() as u64 || head.len() == HEAD => {
                let rest = length.saturating_sub(head.len() as u64);
                Content::File(head, file, rest)
            }
            // An endless stream of no text is refused by its head.
            Source::Stream(stream) => {
                inspect(&head)?;
                Content::Bytes(budget.copy(Cursor::new(head).chain(stream))?)
            }
            Source::File(..) | Source::Bytes(_) => Content::Bytes(head),
        })
    }
}
