//! Packages of Debian: what neither rustup nor pip nor npm brings is installed where we may.

use crate::stage::is_ci;
use crate::workspace::{command, run, version};

/// What is looked for; or the package that brings it is installed, as root or on the CI machine, and looked for again.
///
/// # Errors
/// It was not found, and none may be installed from here (`otherwise` says what a person can do), or that failed.
pub(crate) fn find_or_install<T>(
    what: &str,
    package: &str,
    otherwise: &str,
    found: impl Fn() -> Option<T>,
) -> Result<T, String> {
    if let Some(found) = found() {
        return Ok(found);
    }
    let is_root = version(command("id", ["-u"])).as_deref() == Some("0");
    if !(is_root || is_ci()) || version(command("apt-get", ["--version"])).is_none() {
        return Err(format!("no {what} found, and none may be installed from here: {otherwise}"));
    }
    println!("\nno {what} found; installing {package} with apt-get");
    let sudo: &[&str] = if is_root { &[] } else { &["sudo", "--non-interactive"] };
    for rest in [&["update"][..], &["install", "--yes", "--no-install-recommends", package]] {
        let words: Vec<_> = sudo.iter().chain(&["apt-get"]).chain(rest).collect();
        run(command(words[0], &words[1..]))?;
    }
    found().ok_or_else(|| format!("apt-get installed no {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_not_installed() {
        assert_eq!(find_or_install("nothing", "no-such-package", "look again", || Some(1)), Ok(1));
    }
}
