//! A zip file read by its directory 目录 entry by entry: the reader of the `zip` crate keeps one by name, and so has but the last
//! of the members that share a name.

use std::io::BufReader;

use super::container::Member;
use super::local::{Packed, bytes_at, field_of_extra, long, short};
use super::member_name::member_name;
use super::meter::Budget;
use super::zip::{Seekable, UTF8_FLAG, locked};
use crate::ReadError;

/// A zip file with members of one name.
pub(crate) struct Directory {
    file: BufReader<Box<dyn Seekable>>,
    /// Where the next header of the directory is expected.
    at: u64,
    /// How many bytes stand before the zip file, from which its places count.
    before: u64,
}

/// The fixed part of a header of the directory (APPNOTE.TXT 4.3.12).
const HEADER: usize = 46;

/// What Unix says of a file that is a link, among the attributes in a directory.
const LINK: u32 = 0o120_000;
const KIND: u32 = 0o170_000;

impl Directory {
    /// The directory begins at a place, and what it says counts from behind so many bytes.
    pub(super) fn new(file: Box<dyn Seekable>, at: u64, before: u64) -> Self {
        Self { file: BufReader::new(file), at, before }
    }

    pub(crate) fn next(&mut self, budget: &Budget) -> Option<Member> {
        let fixed = bytes_at(&mut self.file, self.at, HEADER).ok()?;
        // Whatever else follows ends the directory; that all of it is there was seen when the file was opened.
        if fixed.len() < HEADER || !fixed.starts_with(b"PK\x01\x02") {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|at| usize::from(short(&fixed, at)));
        let rest = bytes_at(&mut self.file, self.at + HEADER as u64, name + extra).ok()?;
        self.at += (HEADER + name + extra + comment) as u64;
        let (name, extra) = rest.split_at_checked(name)?;
        let (flags, method) = (short(&fixed, 8), short(&fixed, 10));
        let name = member_name(name, flags & UTF8_FLAG != 0);
        if name.ends_with('/') {
            return Some(Member::Nothing);
        }
        // The attributes are those of Unix where its system wrote them.
        if fixed[5] == 3 && long(&fixed, 38) >> 16 & KIND == LINK {
            return Some(Member::Failed(name, ReadError::Link));
        }
        if let Some(error) = locked(flags & 1 != 0, method) {
            return Some(Member::Failed(name, error));
        }
        let read = self.place(&fixed, extra).and_then(|(packed, begin)| {
            let local = bytes_at(&mut self.file, begin, 30)?;
            if local.len() < 30 || !local.starts_with(b"PK\x03\x04") {
                return Err(ReadError::Damaged { reason: format!("at byte {begin} no member begins") });
            }
            let head = 30 + u64::from(short(&local, 26)) + u64::from(short(&local, 28));
            let data = begin.saturating_add(head);
            Packed { method, data, length: packed, crc: long(&fixed, 16) }.unpack(&mut self.file, budget)
        });
        Some(match read {
            Ok(bytes) => Member::Bytes(name, bytes),
            Err(error) => Member::Failed(name, error),
        })
    }

    /// How many bytes a member has as it is packed, and where its own header begins. Numbers that have no room stand in the extra
    /// fields, in the order of the header, those before them only where they have no room either.
    fn place(&self, fixed: &[u8], extra: &[u8]) -> Result<(u64, u64), ReadError> {
        let missing = || ReadError::Damaged { reason: "its directory does not say where it is".to_owned() };
        let [unpacked, packed, begin] = [24, 20, 42].map(|at| long(fixed, at));
        let mut fields = usize::from(unpacked == u32::MAX);
        let mut large = |number: u32| match number {
            u32::MAX => {
                fields += 1;
                field_of_extra(extra, fields - 1).ok_or_else(missing)
            }
            number => Ok(u64::from(number)),
        };
        Ok((large(packed)?, large(begin)?.saturating_add(self.before)))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn numbers_without_room_in_the_header_stand_behind_it() {
        const NONE: u32 = u32::MAX;
        let directory = Directory::new(Box::new(Cursor::new(Vec::new())), 0, 1000);
        let extra = |numbers: &[u64]| {
            let mut extra = vec![0x55, 0x54, 1, 0, 9, 1, 0, 8 * numbers.len() as u8, 0];
            numbers.iter().for_each(|it| extra.extend(it.to_le_bytes()));
            extra
        };
        for ([packed, unpacked, begin], numbers, place) in [
            ([7, 5, 100], &[][..], Some((7, 1100))),
            ([NONE, NONE, NONE], &[5, 7, 100], Some((7, 1100))),
            ([7, 5, NONE], &[1 << 33], Some((7, (1 << 33) + 1000))),
            ([NONE, 5, 100], &[1 << 33], Some((1 << 33, 1100))),
            ([7, NONE, NONE], &[1 << 34, u64::MAX], Some((7, u64::MAX))),
            ([NONE, NONE, NONE], &[5, 7], None),
        ] {
            let mut fixed = [0; HEADER];
            for (at, number) in [(20, packed), (24, unpacked), (42, begin)] {
                fixed[at..at + 4].copy_from_slice(&number.to_le_bytes());
            }
            assert_eq!(directory.place(&fixed, &extra(numbers)).ok(), place, "{numbers:?}");
        }
    }
}
