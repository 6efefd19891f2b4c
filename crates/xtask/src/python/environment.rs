//! The interpreter that is found, and virtual environments made with it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{package, program};
use crate::stage::carried_out;
use crate::workspace::{command, root, version};

/// Prints the version where it is new enough, and else fails.
const NEW_ENOUGH: &str =
    "import sys; sys.version_info >= (3, 10) or sys.exit(1); print('Python', sys.version.split()[0])";

/// The first interpreter that is new enough: what `PYTHON` names, `python3`, `python`.
pub(crate) fn interpreter() -> Option<PathBuf> {
    let named = std::env::var_os("PYTHON").map(PathBuf::from);
    let known = ["python3", "python"].map(PathBuf::from);
    named.into_iter().chain(known).find(|it| version(command(it, ["-c", NEW_ENOUGH])).is_some())
}

/// Where everything of Python is made.
pub(super) fn folder() -> PathBuf {
    root().join("target/python")
}

/// A virtual environment in a folder of ours.
pub(super) struct Environment {
    path: PathBuf,
}

impl Environment {
    pub(super) fn new(name: &str) -> Self {
        Self { path: folder().join(name) }
    }

    /// Makes it, and installs what a list of the package's folder names; does nothing where that was done with the same list.
    pub(super) fn prepare(&self, python: &Path, list: &str) -> Result<(), String> {
        let list = package().join(list);
        let wanted = fs::read_to_string(&list).map_err(|error| format!("{}: {error}", list.display()))?;
        let kept = self.path.join("installed.txt");
        if fs::read_to_string(&kept).is_ok_and(|installed| installed == wanted) {
            println!("up to date: {}", self.path.display());
            return Ok(());
        }
        self.make(python)?;
        let mut install = self.module(["pip", "install", "--quiet", "--requirement"]);
        install.arg(&list);
        carried_out(install)?;
        fs::write(&kept, wanted).map_err(|error| format!("{}: {error}", kept.display()))
    }

    /// Makes it anew, with nothing in it.
    pub(super) fn make(&self, python: &Path) -> Result<(), String> {
        let mut make = command(python, ["-m", "venv", "--clear"]);
        make.arg(&self.path);
        carried_out(make)
    }

    /// A module of it as a program, run in the package's folder.
    pub(super) fn module<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Command {
        let mut command = self.python();
        command.arg("-m").args(arguments);
        command
    }

    /// Its interpreter, run in the package's folder; programs of the environment are found first.
    pub(super) fn python(&self) -> Command {
        let python = program(&self.path, "python");
        let own = python.parent().map(Path::to_owned);
        let others = std::env::var_os("PATH").unwrap_or_default();
        let mut command = command(python, [] as [&str; 0]);
        if let Ok(path) = std::env::join_paths(own.into_iter().chain(std::env::split_paths(&others))) {
            command.env("PATH", path);
        }
        command.current_dir(package()).env("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        command
    }

    /// Installs a wheel as it is; what it would need besides is not looked for.
    pub(super) fn install(&self, wheel: &Path) -> Command {
        let mut install =
            self.module(["pip", "install", "--quiet", "--no-deps", "--no-index", "--force-reinstall"]);
        install.arg(wheel);
        install
    }
}
