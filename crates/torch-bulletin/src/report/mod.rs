//! Diagnostics as data: what is doubtful in an issue, where, and what to do about it.

mod code;
mod diagnostic;

pub use code::{Code, Severity};
pub(crate) use diagnostic::Sink;
pub use diagnostic::{Diagnostic, Report};
