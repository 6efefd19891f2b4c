//! Members of a tar file, as they come.

use std::io::{self, Cursor, Read};

use tar::{Archive, EntryType, Header};

use super::container::Member;
use super::member_name::member_name;
use super::meter::Budget;
use crate::ReadError;

/// An open tar file.
///
/// The reader of the `tar` crate borrows its archive, and could not be kept beside it. So each member is read by an
/// archive of its own that begins where the last one ended: all that it would keep between two members is that place.
pub(crate) struct Tar {
    stream: Blocks<Box<dyn Read + Send>>,
    ended: bool,
}

/// A tar file is made of blocks of 512 bytes.
const BLOCK: u64 = 512;

/// Where the sum of a header's bytes stands in it, which is summed as if blanks stood there.
const SUM: std::ops::Range<usize> = 148..156;

/// The most bytes before the data of a member: its header, and a long name or other extensions. A header may promise
/// an extension of any size, which would be taken into memory whole.
const LONGEST_HEAD: u64 = 1 << 20;

impl Tar {
    pub(crate) fn new(stream: Box<dyn Read + Send>) -> Self {
        let stream = Blocks { inner: stream, ahead: Cursor::default(), count: 0, allowed: 0 };
        Self { stream, ended: false }
    }

    pub(crate) fn next(&mut self, budget: &Budget) -> Option<Member> {
        if self.ended {
            return None;
        }
        self.read(budget).unwrap_or_else(|reason| {
            self.ended = true;
            Some(Member::End(budget.broken(&format!("at byte {}: {reason}", self.stream.count))))
        })
    }

    fn read(&mut self, budget: &Budget) -> io::Result<Option<Member>> {
        let pad = self.stream.count.next_multiple_of(BLOCK) - self.stream.count;
        self.stream.allowed = pad + LONGEST_HEAD;
        if io::copy(&mut (&mut self.stream).take(pad), &mut io::sink())? < pad {
            return Err(cut());
        }
        let begin = self.stream.count;
        let mut archive = Archive::new(&mut self.stream);
        let Some(member) = archive.entries()?.next() else {
            // Where the end is no block of zeros, the file was cut between two members.
            return if self.stream.count > begin { self.follow(budget) } else { Err(cut()) };
        };
        let member = member?;
        let (kind, size) = (member.header().entry_type(), member.size());
        // Old tar files say nothing of an encoding; new ones say UTF-8 in an extension.
        let name = member_name(&member.path_bytes(), false);
        self.stream.allowed = u64::MAX;
        let found = match kind {
            _ if name.ends_with('/') => None,
            EntryType::Regular | EntryType::Continuous => {
                let length = size.min(budget.limits.input() + 1);
                let read = budget.copy((&mut self.stream).take(length));
                let rest = size - read.as_ref().map_or(length, |bytes| bytes.len() as u64).min(size);
                let skipped = io::copy(&mut (&mut self.stream).take(rest), &mut io::sink());
                Some(match read {
                    Ok(bytes) if (bytes.len() as u64) < size => {
                        self.ended = true;
                        let reason = format!("after {} of {size} bytes the file ends", bytes.len());
                        Member::Failed(name, ReadError::Damaged { reason })
                    }
                    Ok(bytes) => Member::Bytes(name, bytes),
                    Err(error) => {
                        self.ended = skipped.is_err() || budget.is_spent();
                        Member::Failed(name, error)
                    }
                })
            }
            EntryType::Directory | EntryType::XGlobalHeader => None,
            EntryType::Symlink | EntryType::Link => Some(Member::Failed(name, ReadError::Link)),
            EntryType::GNUSparse => {
                self.ended = true;
                let reason = "a file with holes; what follows it was not read".to_owned();
                return Ok(Some(Member::Failed(name, ReadError::Damaged { reason })));
            }
            EntryType::Fifo => Some(Member::Failed(name, ReadError::NotAFile { found: "a named pipe" })),
            _ => Some(Member::Failed(name, ReadError::NotAFile { found: "something that is no file" })),
        };
        match found {
            Some(found) => Ok(Some(found)),
            None => {
                io::copy(&mut (&mut self.stream).take(size), &mut io::sink())?;
                Ok(Some(Member::Nothing))
            }
        }
    }
}

impl Tar {
    /// What follows an end mark: zeros up to the end, as a rule; or another archive, where files were put together.
    fn follow(&mut self, budget: &Budget) -> io::Result<Option<Member>> {
        self.stream.allowed = u64::MAX;
        let end = self.stream.count;
        loop {
            let (begin, mut block) = (self.stream.count, Vec::new());
            // A stream of zeros may have no end.
            if begin - end > budget.limits.input() {
                return Err(io::Error::other("more zeros after its end than an input may have bytes"));
            }
            (&mut self.stream).take(BLOCK).read_to_end(&mut block)?;
            if block.is_empty() {
                self.ended = true;
                return Ok(None);
            }
            if is_header(&block) {
                (self.stream.count, self.stream.ahead) = (begin, Cursor::new(block));
                return Ok(Some(Member::Nothing));
            }
            if block.iter().any(|&byte| byte != 0) {
                self.ended = true;
                let reason =
                    format!("from byte {begin} on it is no tar and was not read; what comes before was");
                return Ok(Some(Member::End(ReadError::Damaged { reason })));
            }
        }
    }
}

/// Whether a block heads a member: its sum is right, and it is none of zeros.
fn is_header(block: &[u8]) -> bool {
    let Ok(bytes) = <&[u8; BLOCK as usize]>::try_from(block) else { return false };
    let sum = |bytes: &[u8]| bytes.iter().map(|&byte| u32::from(byte)).sum::<u32>();
    let printed = Header::from_byte_slice(bytes).cksum();
    printed.is_ok_and(|it| it == sum(bytes) - sum(&bytes[SUM]) + 8 * u32::from(b' '))
}

fn cut() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "the file ends without its end mark")
}

/// Counts, and gives no more than is allowed.
struct Blocks<R> {
    inner: R,
    /// A block that was looked at, and comes again.
    ahead: Cursor<Vec<u8>>,
    count: u64,
    allowed: u64,
}

impl<R: Read> Read for Blocks<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = match self.ahead.read(buffer)? {
            0 => self.inner.read(buffer)?,
            length => length,
        };
        self.count += length as u64;
        self.allowed = self
            .allowed
            .checked_sub(length as u64)
            .ok_or_else(|| io::Error::other("a header of more than 1 MiB"))?;
        Ok(length)
    }
}
