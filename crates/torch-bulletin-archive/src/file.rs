//! Files and streams: the first 64 KiB are looked at before the rest is taken in.

use std::fs::{self, File, FileType};
use std::io::Read;
use std::path::Path;

use torch_bulletin::ParseOptions;

use crate::head::{HEAD, inspect};
use crate::name::spelled;
use crate::read::read_bytes;
use crate::{Encoding, ReadError, Reading};

/// The longest file whose places a span can count.
const LONGEST: u64 = u32::MAX as u64;

/// Reads one issue from a file; the path, as given, is the name in [`Origin`](crate::Origin).
///
/// The first 64 KiB decide: a huge file of another kind is refused without being read.
///
/// # Errors
/// As [`read`](crate::read), and for a path where nothing, a folder, a pipe or a device is, or that cannot
/// be read.
pub fn read_file(path: impl AsRef<Path>, options: &ParseOptions) -> Result<Reading, ReadError> {
    let path = path.as_ref();
    let name = spelled(path.as_os_str().as_encoded_bytes(), Encoding::Utf8, '/');
    read_bytes(&load(path)?, Some(&name), options)
}

/// All bytes of a file whose head is a text, for [`read_while`](crate::read_while).
///
/// # Errors
/// As [`read_file`].
pub fn load(path: impl AsRef<Path>) -> Result<Vec<u8>, ReadError> {
    let path = path.as_ref();
    // Asked before opening: to open a named pipe is to wait for whoever writes to it.
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() {
        return Err(ReadError::Folder);
    }
    if !kind.is_file() {
        return Err(ReadError::NotAFile { found: special(kind) });
    }
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    take_in(file, Some(length))
}

/// Reads one issue from a stream, such as standard input.
///
/// The first 64 KiB decide: an endless stream of no text is refused.
///
/// # Errors
/// As [`read`](crate::read), and where the stream fails.
pub fn read_stream(
    stream: impl Read,
    name: Option<&str>,
    options: &ParseOptions,
) -> Result<Reading, ReadError> {
    read_bytes(&take_in(stream, None)?, name, options)
}

/// All bytes of a stream whose head is a text, and that is not too long. A known length is a hint, no more:
/// the file may grow meanwhile, and the files under /proc say that they are empty.
fn take_in(mut stream: impl Read, length: Option<u64>) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    (&mut stream).take(HEAD as u64).read_to_end(&mut bytes)?;
    inspect(&bytes)?;
    if length.is_some_and(|length| length > LONGEST) {
        return Err(ReadError::TooLarge { bytes: length });
    }
    if let Some(rest) = length.and_then(|length| usize::try_from(length).ok()?.checked_sub(bytes.len())) {
        // Where memory does not suffice, reading fails and says so; here it would abort.
        let _ = bytes.try_reserve_exact(rest.saturating_add(1));
    }
    stream.take(LONGEST + 1 - bytes.len() as u64).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(ReadError::TooLarge { bytes: None });
    }
    Ok(bytes)
}

#[cfg(unix)]
pub(crate) fn special(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    match kind {
        _ if kind.is_fifo() => "a named pipe",
        _ if kind.is_socket() => "a socket",
        _ if kind.is_char_device() || kind.is_block_device() => "a device",
        _ => "something that is no file",
    }
}

#[cfg(not(unix))]
pub(crate) fn special(_: FileType) -> &'static str {
    "something that is no file"
}
