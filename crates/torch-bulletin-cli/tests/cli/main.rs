//! The command as a user runs it: arguments and files in, streams and an exit status out.

mod archive;
#[cfg(unix)]
mod archive_faults;
mod catalogue;
mod check;
mod facts;
mod folders;
mod help;
mod parse;
mod profile;
mod readme;
mod refusals;
mod run;
mod search;
mod stopped;
mod streams;
