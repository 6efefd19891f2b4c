//! Runs the command in a folder of its own, and holds what came of it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A small issue, in words of our own.
pub(crate) const ISSUE: &str = "火炬动态\n2019年第3期(总第402期) 2019年3月31日\n一个标题\n\
                                今天没有新闻,明天也没有。\n(供稿:某某高新区)\n";

/// A folder that goes when the test ends.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A folder with small issues of these names.
    pub(crate) fn with(names: &[&str]) -> Self {
        let folder = Self::new();
        for name in names {
            folder.write(name, ISSUE);
        }
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The command, to be run in this folder.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        command(self.0.path(), args)
    }

    /// Runs the command in this folder.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        Run::of(self.command(args).output().unwrap())
    }

    /// Runs the command with bytes on its standard input.
    pub(crate) fn pipe(&self, input: &[u8], args: &[&str]) -> Run {
        let mut command = self.command(args);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // A command that has refused its input need not read it to the end.
        let _ = child.stdin.take().unwrap().write_all(input);
        Run::of(child.wait_with_output().unwrap())
    }
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_torch-bulletin"));
    command.current_dir(folder).args(args).stdin(Stdio::null());
    command
}

/// What the command said and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// Fails where the command panicked or was killed: no test expects that.
    pub(crate) fn of(output: Output) -> Self {
        let Output { status, stdout, stderr } = output;
        let err = String::from_utf8(stderr).unwrap();
        assert!(!err.contains("panicked"), "{err}");
        Self { status: status.code().unwrap(), out: String::from_utf8(stdout).unwrap(), err }
    }

    /// What was written, where all went well.
    pub(crate) fn good(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""));
        self.out
    }
}
