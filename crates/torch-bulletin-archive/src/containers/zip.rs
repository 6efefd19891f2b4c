//! Members of a zip file, in the order of its directory.

use std::io::{Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::container::{Kind, Member};
use super::directory::Directory;
use super::local::Local;
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
}

/// Bit 11 of the general purpose flags: the name is in UTF-8.
pub(super) const UTF8_FLAG: u16 = 1 << 11;

/// Opens a zip file: by its directory, or where that is missing or damaged, as in a download that broke off, by the headers
/// of its members.
pub(super) fn open(mut file: Box<dyn Seekable>) -> Result<Kind, ReadError> {
    // The archive would keep the file where it is not what reads it, so that it gets it on loan first.
    let twins = ZipArchive::new(&mut file)
        .map(|it| it.has_duplicate_names().then(|| (it.central_directory_start(), it.offset())))
        .map_err(unread);
    match twins {
        Err(ReadError::Damaged { reason }) => Ok(Kind::Local(Box::new(Local::new(file, reason)))),
        Err(error) => Err(error),
        Ok(Some((at, before))) => Ok(Kind::Directory(Box::new(Directory::new(file, at, before)))),
        Ok(None) => {
            let archive = ZipArchive::new(file).map_err(unread)?;
            Ok(Kind::Zip(Box::new(Zip { archive, next: 0 })))
        }
    }
}

impl Zip {
    pub(crate) fn next(&mut self, budget: &Budget) -> Option<Member> {
        let index = self.next;
        self.next += 1;
        let entry = self.archive.by_index_data(index).ok()?;
        let name = member_name(entry.name_raw(), entry.flags().as_u16() & UTF8_FLAG != 0);
        if entry.is_dir() || name.ends_with('/') {
            return Some(Member::Nothing);
        }
        if entry.is_symlink() {
            return Some(Member::Failed(name, ReadError::Link));
        }
        #[expect(deprecated, reason = "its number is what somebody can look up")]
        let method = entry.compression().to_u16();
        if let Some(error) = locked(entry.encrypted(), method) {
            return Some(Member::Failed(name, error));
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

/// What cannot be opened here is no damage.
fn unread(error: ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(reason) => ReadError::Locked { reason: reason.to_owned() },
        error => ReadError::Damaged { reason: error.to_string() },
    }
}

/// The packing methods that are known here (APPNOTE.TXT 4.4.5): none at all, and this one.
const STORED: u16 = 0;
pub(super) const DEFLATED: u16 = 8;

/// Why a member is not unpacked, where that is no damage.
pub(super) fn locked(is_encrypted: bool, method: u16) -> Option<ReadError> {
    let name = match method {
        _ if is_encrypted => return Some(ReadError::Locked { reason: "it wants a password".to_owned() }),
        STORED | DEFLATED => return None,
        9 => ", Deflate64",
        12 => ", bzip2",
        14 => ", LZMA",
        93 => ", Zstandard",
        95 => ", XZ",
        98 => ", PPMd",
        _ => "",
    };
    Some(ReadError::Locked { reason: format!("packed by method {method}{name}") })
}
