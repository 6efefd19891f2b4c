//! Findings: what is doubtful in an issue, where, and what to do about it.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::{Code, Severity};

use super::Span;
use crate::lens::Lens;
use crate::vocabulary::Names;

/// One finding about an issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Diagnostic<'a> {
    /// What was found.
    #[schemars(with = "Names<Code>")]
    pub code: Code,
    /// How much it matters; the code tells.
    #[schemars(with = "Names<Severity>")]
    pub severity: Severity,
    /// One sentence in lower case without a full stop: found against expected.
    #[serde(borrow)]
    pub message: Cow<'a, str>,
    /// Where; null where the finding has no place (a missing part).
    pub span: Option<Span>,
    /// What can be done about it.
    pub help: Option<Cow<'a, str>>,
    /// How many findings this one stands for: those of one kind that are told as one, and on the last kept of a code the rest.
    pub count: u32,
}

impl<'a> Diagnostic<'a> {
    pub(crate) fn new(lens: &Lens<'_>, diagnostic: &'a torch_bulletin::Diagnostic) -> Self {
        let torch_bulletin::Diagnostic { code, message, span, help, count } = diagnostic;
        Self {
            code: *code,
            severity: diagnostic.severity(),
            message: message.into(),
            span: span.map(|span| lens.span(span)),
            help: help.as_deref().map(Cow::Borrowed),
            count: *count,
        }
    }
}
