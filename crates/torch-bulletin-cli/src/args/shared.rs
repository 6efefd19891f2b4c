//! Options that several subcommands take: severities 级别, offsets 偏移 and joins 续行.

use std::str::FromStr;

use clap::ValueEnum;
use torch_bulletin::{Joins, Severity};
use torch_bulletin_wire::OffsetUnit;

/// [`Severity`] on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    /// A part of the issue is missing or could not be read
    Error,
    /// Likely an error of the print or of the extraction
    Warning,
    /// Worth knowing; nothing is wrong
    Note,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Note => Severity::Note,
        }
    }
}

/// [`OffsetUnit`] on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unit {
    /// Bytes of UTF-8, as in Rust and Go
    Utf8,
    /// Characters, as in Python
    Codepoint,
    /// Units of UTF-16, as in JavaScript and Java
    Utf16,
}

impl From<Unit> for OffsetUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Utf8 => OffsetUnit::Utf8,
            Unit::Codepoint => OffsetUnit::Codepoint,
            Unit::Utf16 => OffsetUnit::Utf16,
        }
    }
}

/// [`Joins`] on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum JoinRule {
    /// Where both sides give evidence that they are one paragraph
    Evidence,
    /// Never: every line is a block of its own
    None,
}

impl From<JoinRule> for Joins {
    fn from(rule: JoinRule) -> Self {
        match rule {
            JoinRule::Evidence => Joins::Evidence,
            JoinRule::None => Joins::None,
        }
    }
}

/// How many threads; that nothing is said means as many as there are processors, and zero nothing.
pub(super) fn threads(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(threads @ 1..=MOST_THREADS) => Ok(threads),
        _ => Err(format!("expected 1 to {MOST_THREADS}; leave it out for one for each processor")),
    }
}

/// More than any machine has processors; a system may refuse to start more.
const MOST_THREADS: usize = 1024;

/// A number that says nothing where it is zero.
pub(super) fn at_least_one<N: FromStr + PartialOrd + From<u8>>(text: &str) -> Result<N, String> {
    let number = text.parse().ok().filter(|number| *number >= N::from(1));
    number.ok_or_else(|| "expected a whole number of 1 or more".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_on_the_command_line_are_those_of_the_library() {
        fn name(value: impl ValueEnum) -> String {
            value.to_possible_value().unwrap().get_name().to_owned()
        }
        for level in Level::value_variants() {
            assert_eq!(name(*level), Severity::from(*level).as_str());
        }
        for unit in Unit::value_variants() {
            assert_eq!(name(*unit), OffsetUnit::from(*unit).as_str());
        }
        for rule in JoinRule::value_variants() {
            assert_eq!(name(*rule), Joins::from(*rule).as_str());
        }
    }
}
