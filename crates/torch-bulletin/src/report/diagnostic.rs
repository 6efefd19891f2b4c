//! One finding, and the ordered list of them.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Code, Severity};
use crate::Span;

/// One finding about an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What was found.
    pub code: Code,
    /// One sentence in lower case without a full stop: found against expected.
    pub message: String,
    /// Where, in bytes of the source; `None` where the finding has no place (a missing part).
    pub span: Option<Span>,
    /// What can be done about it.
    pub help: Option<Cow<'static, str>>,
    /// How many findings this one stands for; over 1 where they are alike (odd characters), or on the last kept of a code.
    pub count: u32,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn new(code: Code, span: impl Into<Option<Span>>, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span: span.into(), help: None, count: 1 }
    }

    /// The same finding with advice.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same finding for so many alike.
    pub(crate) fn with_count(mut self, count: usize) -> Self {
        self.count = u32::try_from(count).unwrap_or(u32::MAX);
        self
    }

    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// All findings about an issue, ordered by place; those without a place come first.
///
/// Of one code the first 1,000 are kept; the last of them then counts the rest, so that a hostile text
/// costs no more memory than an honest one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Findings kept of one code.
    pub const KEPT_PER_CODE: usize = 1_000;

    pub(crate) fn from_sink(sink: Sink) -> Self {
        let mut diagnostics = sink.kept;
        diagnostics.sort_by_key(|it| (it.span.map(|span| (span.start(), span.end())), it.code));
        Self { diagnostics }
    }

    /// The findings.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// The worst severity, or `None` for an empty report.
    pub fn worst(&self) -> Option<Severity> {
        self.diagnostics.iter().map(Diagnostic::severity).max()
    }

    /// The findings of one code.
    pub fn of(&self, code: Code) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(move |it| it.code == code)
    }
}

/// Takes findings and keeps a bounded number of each code.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    kept: Vec<Diagnostic>,
    seen: HashMap<Code, (usize, usize)>,
}

impl Sink {
    /// At most so many texts with the same key are compared, which bounds the work on hostile input.
    pub(crate) const MOST_ALIKE: usize = 64;

    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        let (count, last) = self.seen.entry(diagnostic.code).or_insert((0, 0));
        if *count < Report::KEPT_PER_CODE {
            *count += 1;
            *last = self.kept.len();
            self.kept.push(diagnostic);
        } else {
            let kept = &mut self.kept[*last];
            kept.count = kept.count.saturating_add(diagnostic.count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_past_the_limit_are_counted() {
        let mut sink = Sink::default();
        for at in 0..Report::KEPT_PER_CODE as u32 + 5 {
            sink.push(Diagnostic::new(Code::UnbalancedPair, Span::new(at, at + 1), "a pair"));
        }
        sink.push(Diagnostic::new(Code::OddCharacters, Span::new(0, 1), "a sign").with_count(3));
        let report = Report::from_sink(sink);
        let pairs: Vec<u32> = report.of(Code::UnbalancedPair).map(|it| it.count).collect();
        assert_eq!(pairs.len(), Report::KEPT_PER_CODE);
        assert_eq!(
            (pairs[0], pairs.last(), pairs.iter().sum::<u32>()),
            (1, Some(&6), Report::KEPT_PER_CODE as u32 + 5)
        );
        assert_eq!(report.of(Code::OddCharacters).next().unwrap().count, 3);
    }
}
