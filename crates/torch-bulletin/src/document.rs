//! What a parse gives back: borrowed from its source ([`Parsed`]), or owning it ([`Document`]).

use std::sync::{Arc, OnceLock};

use crate::check;
use crate::model::{Bulletin, Furniture};
use crate::report::{Code, Diagnostic, Report, Severity};

/// A parsed issue that borrows its source text.
#[derive(Clone, Debug)]
pub struct Parsed<'s> {
    source: &'s str,
    bulletin: Bulletin,
    findings: Vec<Diagnostic>,
}

impl<'s> Parsed<'s> {
    pub(crate) fn new(source: &'s str, bulletin: Bulletin, findings: Vec<Diagnostic>) -> Self {
        Self { source, bulletin, findings }
    }

    /// The text that was parsed; every span counts its bytes.
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// The document tree.
    pub fn bulletin(&self) -> &Bulletin {
        &self.bulletin
    }

    /// Adds findings of the caller's own, such as `invalid-bytes` from decoding, to every later report.
    pub fn add_findings(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        self.findings.extend(findings);
    }

    /// The same issue as the beginning of a longer text, whose other lines the caller knows to be furniture: what
    /// surrounds an article on a web page.
    ///
    /// # Panics
    /// Where `source` does not begin with the text that was parsed.
    #[must_use]
    pub fn followed_by(mut self, source: &'s str, furniture: impl IntoIterator<Item = Furniture>) -> Self {
        assert!(source.starts_with(self.source), "the longer text begins with the text that was parsed");
        self.source = source;
        self.bulletin.furniture.extend(furniture);
        self
    }

    /// Whether a second issue begins in the text, so that this is the first of a bound volume 合订本: what the report says
    /// with [`Code::SeveralIssues`], without making it.
    ///
    /// ```
    /// let one = "火炬动态\n2019年第3期 2019年3月31日\n甲市举办活动\n很成功。\n";
    /// assert!(!torch_bulletin::parse(one).is_first_of_several());
    /// let two = format!("{one}火炬动态\n2019年第4期 2019年4月30日\n乙市开园\n成功。\n");
    /// assert!(torch_bulletin::parse(&two).is_first_of_several());
    /// ```
    pub fn is_first_of_several(&self) -> bool {
        self.findings.iter().any(|it| it.code == Code::SeveralIssues)
    }

    /// Everything doubtful about the issue. Reads every character, so it is made only when asked for.
    pub fn report(&self) -> Report {
        check::check(self.source, &self.bulletin, &self.findings)
    }

    /// The document if its report holds nothing at or above `limit`; else the report.
    ///
    /// # Errors
    /// The whole report, where one of its findings is at least as severe as `limit`.
    pub fn into_result(self, limit: Severity) -> Result<Self, Report> {
        let report = self.report();
        if report.worst() >= Some(limit) { Err(report) } else { Ok(self) }
    }

    /// The same, owning its text: `'static`, for threads and other languages.
    pub fn into_document(self) -> Document {
        Document {
            shared: Arc::new(Shared {
                source: self.source.to_owned(),
                bulletin: self.bulletin,
                findings: self.findings,
                report: OnceLock::new(),
            }),
        }
    }
}

/// A parsed issue that owns its source text; cheap to clone, and safe to send to other threads.
#[derive(Clone, Debug)]
pub struct Document {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    source: String,
    bulletin: Bulletin,
    findings: Vec<Diagnostic>,
    report: OnceLock<Report>,
}

impl Document {
    /// The text that was parsed; every span counts its bytes.
    pub fn source(&self) -> &str {
        &self.shared.source
    }

    /// The document tree.
    pub fn bulletin(&self) -> &Bulletin {
        &self.shared.bulletin
    }

    /// Everything doubtful about the issue; made at the first call and kept.
    pub fn report(&self) -> &Report {
        let Shared { source, bulletin, findings, report } = &*self.shared;
        report.get_or_init(|| check::check(source, bulletin, findings))
    }
}
