//! A fault of our own 内部错误 in one file of many is an error of that file, and the others go on.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::{Entry, ReadError};

/// What `read` gives; [`ReadError::Internal`] where it panics. What it has half done must not be looked at then: it works on
/// one file, and is given nothing that it could change.
pub(crate) fn guarded<T>(read: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(ReadError::Internal))
}

/// What came of one input.
pub(crate) struct Done<T> {
    /// Its name, as the walk has it.
    pub(crate) name: String,
    /// The number of its bytes; 0 where they could not be had.
    pub(crate) bytes: u64,
    pub(crate) made: Result<T, ReadError>,
}

/// Makes something of the name and the bytes of an input, guarded.
pub(crate) fn made_of<T>(entry: Entry, make: impl FnOnce(&str, &[u8]) -> Result<T, ReadError>) -> Done<T> {
    let name = entry.name().to_owned();
    match entry.bytes() {
        Err(error) => Done { name, bytes: 0, made: Err(error) },
        Ok(bytes) => {
            let made = guarded(|| make(&name, &bytes));
            Done { name, bytes: bytes.len() as u64, made }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::Walk;

    #[test]
    fn a_panic_is_an_error_of_ours_and_everything_else_stays_what_it_is() {
        let fault = guarded(|| -> Result<(), _> { panic!("on purpose") }).unwrap_err();
        assert_eq!((fault.code(), fault.is_refusal()), ("internal", false));
        assert_eq!(guarded(|| Ok(3)).unwrap(), 3);
        assert_eq!(guarded(|| Err::<(), _>(ReadError::Empty)).unwrap_err().code(), "empty");
    }

    #[test]
    fn one_input_that_makes_us_panic_costs_no_other() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("1.txt", "一"), ("2.txt", "二"), ("3.txt", ""), ("4.txt", "四")] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let make = |name: &str, bytes: &[u8]| {
            assert!(!name.ends_with("2.txt"), "on purpose");
            Ok(bytes.to_vec())
        };
        let done: Vec<_> = Walk::new([folder.path()]).map(|entry| made_of(entry, make)).collect();
        let made: Vec<_> = done.iter().map(|it| it.made.as_deref().map_err(ReadError::code)).collect();
        assert_eq!(made, [Ok("一".as_bytes()), Err("internal"), Err("empty"), Ok("四".as_bytes())]);
        assert_eq!(done.iter().map(|it| it.bytes).collect::<Vec<_>>(), [3, 3, 0, 3]);
    }
}
