//! Members of a zip file, in the order of its directory.

use std::io::{Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::container::Member;
use super::member_name::member_name;
use super::meter::Budget;
use crate::ReadError;

/// What a zip file is read from: its directory stands at its end.
pub(crate) trait Seekable: Read + Seek + Send {}
impl<R: Read + Seek + Send> Seekable for R {}

/// An open zip file.
pub(crate) struct Zip {
    archive: ZipArchive<Box<dyn Seekable>>,
    next: usize,
    told_of_twins: bool,
}

/// Bit 11 of the general purpose flags: the name is in UTF-8.
const UTF8_FLAG: u16 = 1 << 11;

impl Zip {
    pub(crate) fn open(file: Box<dyn Seekable>) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(file).map_err(unread)?;
        Ok(Self { archive, next: 0, told_of_twins: false })
    }

    pub(crate) fn next(&mut self, budget: &Budget) -> Option<Member> {
        // The directory is kept by name, so that of two members of one name the first cannot be had.
        if !self.told_of_twins && self.archive.has_duplicate_names() {
            self.told_of_twins = true;
            let reason = "two members have one name; only the last of them can be read".to_owned();
            return Some(Member::End(ReadError::Damaged { reason }));
        }
        let index = self.next;
        self.next += 1;
        let entry = self.archive.by_index_data(index).ok()?;
        let name = member_name(entry.name_raw(), entry.flags().as_u16() & UTF8_FLAG != 0);
        if entry.is_dir() || name.ends_with('/') {
            return Some(Member::Nothing);
        }
        if entry.is_symlink() {
            return Some(Member::Failed(name, ReadError::NotAFile { found: "a link" }));
        }
        let packed = entry.compressed_size();
        let read =
            self.archive.by_index(index).map_err(unread).and_then(|member| budget.unpack(member, packed));
        Some(match read {
            Ok(bytes) => Member::Bytes(name, bytes),
            Err(error) => Member::Failed(name, error),
        })
    }
}

/// What cannot be unpacked here is no damage.
fn unread(error: ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(reason) => ReadError::Locked { reason: reason.to_owned() },
        error => ReadError::Damaged { reason: error.to_string() },
    }
}
