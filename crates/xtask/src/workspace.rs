//! Where the repository is, and the commands that run in it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository: two folders above this package.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// `cargo` with arguments, in the repository; the same cargo that runs us.
pub(crate) fn cargo<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    command(cargo, arguments)
}

/// Any program with arguments, in the repository.
pub(crate) fn command<A: AsRef<OsStr>>(
    program: impl AsRef<OsStr>,
    arguments: impl IntoIterator<Item = A>,
) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Runs a command that is a step of something larger: shown as it would be typed, and it must succeed.
pub(crate) fn run(mut command: Command) -> Result<(), String> {
    let typed = typed(&command);
    println!("$ {typed}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{typed}` ended with {status}")),
        Err(error) => Err(format!("cannot run `{typed}`: {error}")),
    }
}

/// What a program says of its version, on its first line; `None` where it does not run.
pub(crate) fn version(mut command: Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    let said = String::from_utf8_lossy(&output.stdout);
    Some(said.lines().next().unwrap_or_default().trim().to_owned())
}

/// A command as a person would type it, with the variables it is given.
pub(crate) fn typed(command: &Command) -> String {
    // A path with one folder more is long, and says nothing.
    let told = command.get_envs().filter(|(key, _)| *key != "PATH");
    let variables = told.filter_map(|(key, value)| {
        Some(format!("{}={}", key.to_string_lossy(), quoted(&value?.to_string_lossy())))
    });
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    let words = words.map(|word| quoted(&word.to_string_lossy()));
    variables.chain(words).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    if word.contains(char::is_whitespace) { format!("'{word}'") } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains("[workspace]"));
    }

    #[test]
    fn a_command_reads_as_it_would_be_typed() {
        let mut it = command("/usr/bin/cargo", ["doc", "--no-deps"]);
        it.env("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(typed(&it), "RUSTDOCFLAGS='-D warnings' cargo doc --no-deps");
    }
}
