//! One input of a walk: its name, and its bytes or why there are none.

use std::fs::File;
use std::io::Read as _;

use super::Limits;
use super::limits::Exceeded;
use super::meter::Counted;
use crate::head::inspect;
use crate::{FileKind, ReadError};

/// One input 输入 of a [`Walk`](super::Walk).
///
/// What is known of it is small: of a file of more than 64 KiB the rest is read by whoever asks for the
/// [bytes](Self::bytes), on the thread that asks.
#[derive(Debug)]
pub struct Entry {
    name: String,
    content: Content,
    limits: Limits,
}

#[derive(Debug)]
pub(crate) enum Content {
    Bytes(Vec<u8>),
    /// The head of a file, and the rest with its length.
    File(Vec<u8>, Counted<File>, u64),
    Failed(ReadError),
}

impl Entry {
    pub(crate) const fn new(name: String, content: Content, limits: Limits) -> Self {
        Self { name, content, limits }
    }

    /// Its name, which no other entry of the walk has: `2022/12.txt`, `all.zip!/2022/12.txt`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The number of its bytes, as far as that is known without reading it; 0 where it failed.
    pub const fn len(&self) -> u64 {
        match &self.content {
            Content::Bytes(bytes) => bytes.len() as u64,
            Content::File(head, _, rest) => head.len() as u64 + *rest,
            Content::Failed(_) => 0,
        }
    }

    /// Whether it has no byte, as far as that is known.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its bytes, where its head is a text.
    ///
    /// # Errors
    /// As [`read`](crate::read), and where the file, its folder or its container could not be read or goes over one of
    /// the [`Limits`].
    pub fn bytes(self) -> Result<Vec<u8>, ReadError> {
        let limit = self.limits.input();
        let over = || ReadError::from(Exceeded::Input(limit));
        // Binary data with the name of a container that is not opened here are most likely that.
        let inspect = |head: &[u8]| match (inspect(head), FileKind::of_name(&self.name)) {
            (Err(ReadError::Binary { .. }), Some(kind)) => Err(ReadError::OtherKind { kind }),
            (inspected, _) => inspected.map(drop),
        };
        match self.content {
            Content::Failed(error) => Err(error),
            Content::Bytes(bytes) => {
                inspect(&bytes)?;
                if bytes.len() as u64 > limit { Err(over()) } else { Ok(bytes) }
            }
            Content::File(mut bytes, file, rest) => {
                inspect(&bytes)?;
                let had = bytes.len() as u64;
                if had + rest > limit {
                    return Err(over());
                }
                // One byte more than it had: the file may have grown since.
                bytes.reserve_exact(rest as usize + 1);
                file.take(limit + 1 - had).read_to_end(&mut bytes)?;
                if bytes.len() as u64 > limit { Err(over()) } else { Ok(bytes) }
            }
        }
    }
}
