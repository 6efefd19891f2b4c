//! How a run went: what ends it, what only colours its exit status, and how either is said.

use std::io::Write as _;
use std::process::ExitCode;

use annotate_snippets::normalize_untrusted_str;
use annotate_snippets::renderer::{DEFAULT_ERROR_STYLE, DEFAULT_WARNING_STYLE, Style};

/// Why a run ends before its inputs do.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Nobody reads the output any more.
    BrokenPipe,
    /// The arguments contradict each other or the inputs.
    Usage(String),
    /// Somebody stopped it.
    Interrupted(String),
    /// The output cannot be written.
    Failed(String),
}

/// What happened to the inputs so far.
#[derive(Debug, Default)]
pub(crate) struct Status {
    found: bool,
    refused: bool,
}

impl Status {
    /// A finding was as severe as was asked for.
    pub(crate) fn found(&mut self) {
        self.found = true;
    }

    /// An input was refused, or its output failed; the others go on.
    pub(crate) fn refused(&mut self, message: &str) {
        self.refused = true;
        complain(message);
    }

    /// The exit status: missing output outweighs findings.
    pub(crate) fn code(&self) -> ExitCode {
        match self {
            Status { refused: true, .. } => ExitCode::from(3),
            Status { found: true, .. } => ExitCode::from(1),
            _ => ExitCode::SUCCESS,
        }
    }
}

/// A number with its noun, which has an `s` where there are several.
pub(crate) fn counted(count: u64, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Says on standard error what went wrong. File names may hold anything, so control characters are shown.
pub(crate) fn complain(message: &str) {
    say("error", DEFAULT_ERROR_STYLE, message);
}

/// Says on standard error how a run went.
pub(crate) fn report(message: &str) {
    let _ = writeln!(anstream::stderr(), "{}", normalize_untrusted_str(message));
}

/// Says on standard error what a reader should know of an output that is good.
pub(crate) fn warn(message: &str) {
    say("warning", DEFAULT_WARNING_STYLE, message);
}

fn say(kind: &str, style: Style, message: &str) {
    let message = normalize_untrusted_str(message);
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(anstream::stderr(), "{style}{kind}{style:#}: {message}");
}
