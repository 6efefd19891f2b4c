//! Members of a zip file without its directory 残缺压缩包: a download that broke off still has the header before each member.

use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use super::container::Member;
use super::member_name::member_name;
use super::meter::Budget;
use super::zip::{DEFLATED, Seekable, UTF8_FLAG, locked};
use crate::ReadError;

/// A zip file whose members are found one after another.
pub(crate) struct Local {
    file: BufReader<Box<dyn Seekable>>,
    /// Where the next header is expected.
    at: u64,
    /// What is wrong with its directory.
    reason: String,
    /// Whether a member did not say where the next one begins.
    lost: bool,
    ended: bool,
}

/// The header before a member (APPNOTE.TXT 4.3.7).
struct Header {
    flags: u16,
    method: u16,
    crc: u32,
    /// Its packed bytes; `None` where that stands behind them.
    packed: Option<u64>,
    name: String,
    /// Where they begin.
    data: u64,
}

/// A member of so many packed bytes.
pub(super) struct Packed {
    pub(super) method: u16,
    /// Where they begin.
    pub(super) data: u64,
    pub(super) length: u64,
    /// The checksum of what they unpack to.
    pub(super) crc: u32,
}

impl Packed {
    pub(super) fn unpack(
        self,
        file: &mut BufReader<Box<dyn Seekable>>,
        budget: &Budget,
    ) -> Result<Vec<u8>, ReadError> {
        let Self { method, data, length, crc } = self;
        file.seek(SeekFrom::Start(data))?;
        let stream = file.take(length);
        let bytes = match method {
            DEFLATED => budget.unpack(DeflateDecoder::new(stream), length)?,
            _ => budget.unpack(stream, length)?,
        };
        checked(bytes, crc)
    }
}

/// Bit 0 of the general purpose flags: a password is wanted.
const LOCKED_FLAG: u16 = 1;

/// Bit 3: checksum and sizes stand behind the member, since its writer could not go back.
const BEHIND_FLAG: u16 = 1 << 3;

/// Its parts of fixed size.
const HEADER: usize = 30;

impl Local {
    pub(super) fn new(file: Box<dyn Seekable>, reason: String) -> Self {
        Self { file: BufReader::new(file), at: 0, reason, lost: false, ended: false }
    }

    pub(crate) fn next(&mut self, budget: &Budget) -> Option<Member> {
        if self.ended {
            return None;
        }
        if self.lost {
            return Some(self.end());
        }
        Some(match self.header() {
            Ok(Some(header)) => self.member(header, budget),
            Ok(None) => self.end(),
            Err(error) => {
                self.ended = true;
                Member::End(error.into())
            }
        })
    }

    /// The header where one is expected; `None` where none is, or it is cut.
    fn header(&mut self) -> io::Result<Option<Header>> {
        let fixed = bytes_at(&mut self.file, self.at, HEADER)?;
        if fixed.len() < HEADER || !fixed.starts_with(b"PK\x03\x04") {
            return Ok(None);
        }
        let (flags, method) = (short(&fixed, 6), short(&fixed, 8));
        let (name, extra) = (usize::from(short(&fixed, 26)), usize::from(short(&fixed, 28)));
        let rest = bytes_at(&mut self.file, self.at + HEADER as u64, name + extra)?;
        if rest.len() < name + extra {
            return Ok(None);
        }
        let (name, extra) = rest.split_at(name);
        let packed = match long(&fixed, 18) {
            u32::MAX => field_of_extra(extra, usize::from(long(&fixed, 22) == u32::MAX)),
            packed => Some(u64::from(packed)),
        };
        let packed = packed.filter(|&packed| packed > 0 || flags & BEHIND_FLAG == 0);
        let data = self.at + (HEADER + rest.len()) as u64;
        let name = member_name(name, flags & UTF8_FLAG != 0);
        Ok(Some(Header { flags, method, crc: long(&fixed, 14), packed, name, data }))
    }

    fn member(&mut self, header: Header, budget: &Budget) -> Member {
        let Header { flags, method, crc, packed, name, data } = header;
        match packed {
            Some(packed) => self.at = data.saturating_add(packed),
            // Only what says itself where it ends leads to the next one.
            None => self.lost = true,
        }
        if name.ends_with('/') {
            return Member::Nothing;
        }
        if let Some(error) = locked(flags & LOCKED_FLAG != 0, method) {
            return Member::Failed(name, error);
        }
        let read = match packed {
            Some(length) => Packed { method, data, length, crc }.unpack(&mut self.file, budget),
            None if method == DEFLATED => self.unknown(data, budget),
            None => Err(damaged("its length is not known")),
        };
        match read {
            Ok(bytes) => Member::Bytes(name, bytes),
            Err(error) => Member::Failed(name, error),
        }
    }

    /// A deflated member whose checksum and sizes stand behind it: 12 bytes, or 20 for a large one, after a signature that
    /// not every writer writes (APPNOTE.TXT 4.3.9).
    fn unknown(&mut self, data: u64, budget: &Budget) -> Result<Vec<u8>, ReadError> {
        self.file.seek(SeekFrom::Start(data))?;
        let mut stream = DeflateDecoder::new(&mut self.file);
        let read = budget.unpack(&mut stream, u64::MAX / budget.limits.ratio().max(1));
        let end = data + stream.total_in();
        let bytes = read?;
        let behind = bytes_at(&mut self.file, end, 28)?;
        let sum = if behind.starts_with(b"PK\x07\x08") { 4 } else { 0 };
        if behind.len() < sum + 12 {
            return Err(damaged("its checksum is cut off"));
        }
        let is_next = |size: &usize| {
            matches!(behind.get(sum + size..), Some([b'P', b'K', 1, 2, ..] | [b'P', b'K', 3, 4, ..] | []))
        };
        let size = [12, 20].into_iter().find(is_next).unwrap_or(12);
        (self.at, self.lost) = (end + (sum + size) as u64, false);
        checked(bytes, long(&behind, sum))
    }

    /// What was read, and what was not.
    fn end(&mut self) -> Member {
        self.ended = true;
        let Self { at, reason, .. } = self;
        Member::End(damaged(&format!("{reason}; members were read by their own headers, up to byte {at}")))
    }
}

/// So many bytes from a place on, or what there is of them.
pub(super) fn bytes_at(
    file: &mut BufReader<Box<dyn Seekable>>,
    at: u64,
    count: usize,
) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(at))?;
    file.take(count as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn checked(bytes: Vec<u8>, crc: u32) -> Result<Vec<u8>, ReadError> {
    let mut sum = Crc::new();
    sum.update(&bytes);
    if sum.sum() == crc { Ok(bytes) } else { Err(damaged("its checksum differs")) }
}

fn damaged(reason: &str) -> ReadError {
    ReadError::Damaged { reason: reason.to_owned() }
}

/// A number in the extra fields of a large member (APPNOTE.TXT 4.5.3), behind so many others: unpacked and packed size, and
/// where it begins, each where the header has no room for it.
pub(super) fn field_of_extra(mut extra: &[u8], others: usize) -> Option<u64> {
    while extra.len() >= 4 {
        let (id, size) = (short(extra, 0), usize::from(short(extra, 2)));
        let field = extra.get(4..4 + size)?;
        if id == 1 {
            return Some(u64::from_le_bytes(*field.get(8 * others..)?.first_chunk()?));
        }
        extra = &extra[4 + size..];
    }
    None
}

/// Two bytes of a header.
pub(super) fn short(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

/// Four bytes of a header.
pub(super) fn long(bytes: &[u8], at: usize) -> u32 {
    u32::from(short(bytes, at)) | u32::from(short(bytes, at + 2)) << 16
}
