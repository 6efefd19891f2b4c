//! Counting readers: how much of a file was read, and how much may still be unpacked of it.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Exceeded, Limits};
use crate::ReadError;

/// A reader that counts what it gives into a counter that others read.
#[derive(Debug)]
pub(crate) struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R> Counted<R> {
    pub(crate) const fn new(inner: R, count: Arc<AtomicU64>) -> Self {
        Self { inner, count }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.count.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

impl<R: Seek> Seek for Counted<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// What one file outside all containers may still unpack to; its containers share it.
#[derive(Clone, Debug)]
pub(crate) struct Budget {
    pub(crate) limits: Limits,
    /// Its bytes, as far as they were read; or its size, where that is known.
    packed: Arc<AtomicU64>,
    unpacked: Arc<AtomicU64>,
}

impl Budget {
    pub(crate) fn new(limits: Limits, packed: Arc<AtomicU64>) -> Self {
        Self { limits, packed, unpacked: Arc::default() }
    }

    /// Whether the file as a whole has unpacked to too much. Members that share their packed bytes are each small.
    pub(crate) fn check(&self) -> Result<(), Exceeded> {
        let (unpacked, limits) = (self.unpacked.load(Ordering::Relaxed), &self.limits);
        if unpacked > limits.expanded() {
            return Err(Exceeded::Expanded(limits.expanded()));
        }
        if unpacked > limits.unpacked(self.packed.load(Ordering::Relaxed)) {
            return Err(Exceeded::Ratio(limits.ratio()));
        }
        Ok(())
    }

    /// Whether the file is used up, so that nothing more of it is to be read.
    pub(crate) fn is_spent(&self) -> bool {
        self.check().is_err()
    }

    /// All bytes of one member; `packed` is the number of its packed bytes, where they are its own.
    ///
    /// Memory grows with what is read, never with what a header promises.
    pub(crate) fn unpack(&self, member: impl Read, packed: u64) -> Result<Vec<u8>, ReadError> {
        self.take(Guard { inner: member, budget: self.clone() }, self.limits.unpacked(packed))
    }

    /// All bytes of what is not packed, or is counted already by a [`Guard`].
    pub(crate) fn copy(&self, member: impl Read) -> Result<Vec<u8>, ReadError> {
        self.take(member, u64::MAX)
    }

    fn take(&self, mut member: impl Read, ratio: u64) -> Result<Vec<u8>, ReadError> {
        let (input, mut bytes) = (self.limits.input(), Vec::new());
        (&mut member)
            .take(input.min(ratio).saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| self.broken(&format!("after {} unpacked bytes: {error}", bytes.len())))?;
        match bytes.len() as u64 {
            length if length > input => Err(Exceeded::Input(input).into()),
            length if length > ratio => Err(Exceeded::Ratio(self.limits.ratio()).into()),
            _ => Ok(bytes),
        }
    }

    /// Why reading broke off: the budget is spent, or what was read is damaged.
    pub(crate) fn broken(&self, reason: &impl ToString) -> ReadError {
        match self.check() {
            Err(exceeded) => exceeded.into(),
            Ok(()) => ReadError::Damaged { reason: reason.to_string() },
        }
    }

    /// Counts what a stream unpacks to before it is known what lies in it.
    pub(crate) fn guard<R: Read>(&self, inner: R) -> Guard<R> {
        Guard { inner, budget: self.clone() }
    }
}

/// A reader that stops where the budget does.
pub(crate) struct Guard<R> {
    inner: R,
    budget: Budget,
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.budget.unpacked.fetch_add(length as u64, Ordering::Relaxed);
        self.budget.check().map_err(io::Error::other)?;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budget(limits: Limits, packed: u64) -> Budget {
        Budget::new(limits, Arc::new(AtomicU64::new(packed)))
    }

    #[test]
    fn each_limit_is_one_byte_more_than_it_allows() {
        let limits = Limits::default().with_input(3 << 20).with_expanded(4 << 20);
        let take = |length: u64, packed| {
            let it = budget(limits, 1 << 20);
            match it.unpack(io::repeat(b'x').take(length), packed) {
                Ok(bytes) => Ok(bytes.len()),
                Err(ReadError::Limit(exceeded)) => Err(exceeded),
                Err(other) => panic!("{other}"),
            }
        };
        assert_eq!(take(3 << 20, 1 << 20), Ok(3 << 20));
        assert_eq!(take((3 << 20) + 1, 1 << 20), Err(Exceeded::Input(3 << 20)));
        assert_eq!(take(Limits::SMALL, 1), Ok(1 << 20));
        assert_eq!(take(Limits::SMALL + 1, 1), Err(Exceeded::Ratio(200)));
        assert_eq!(take(Limits::SMALL + 1, 10_000), Ok((1 << 20) + 1));
    }

    #[test]
    fn members_share_what_their_file_may_unpack_to() {
        let it = budget(Limits::default().with_expanded(4 << 20), 1 << 20);
        let take = || it.unpack(io::repeat(b'x').take(2 << 20), 1 << 20);
        assert!(take().is_ok() && take().is_ok() && !it.is_spent());
        assert!(matches!(take(), Err(ReadError::Limit(Exceeded::Expanded(_)))));
        assert!(it.is_spent());
        let packed = budget(Limits::default(), 10_000);
        let take = || packed.unpack(io::repeat(b'x').take(1_500_000), 10_000);
        assert!(take().is_ok());
        assert!(matches!(take(), Err(ReadError::Limit(Exceeded::Ratio(200)))));
    }
}
