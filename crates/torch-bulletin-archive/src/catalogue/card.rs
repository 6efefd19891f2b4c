//! One issue in a few hundred bytes.

use sha2::{Digest as _, Sha256};
use torch_bulletin::model::{IssueKind, NumberRange};
use torch_bulletin::{Bulletin, Document, ParseOptions, Report, Severity, is_blank};

use crate::keys::source_of;
use crate::{IssuePart, ReadError, SourceText};

/// What a catalogue keeps of an issue 期.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "containers", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct IssueCard {
    /// The name of the input, with `#` and the key of the issue where it holds several.
    pub source: String,
    /// The issue, as in ids: `2022-12`; `None` where no issue line is printed.
    pub issue: Option<String>,
    /// The year.
    pub year: Option<u16>,
    /// The first and last number in the year 期号; the same but for a joint issue 合刊.
    pub number: Option<(u32, u32)>,
    /// The first and last whole number 总第N期.
    pub whole_number: Option<(u32, u32)>,
    /// The name of the newsletter 刊名 as printed; `None` where no masthead has one.
    #[cfg_attr(feature = "containers", serde(default))]
    pub newsletter: Option<String>,
    /// Regular, supplement 增刊 or special 专刊; `None` where no issue line is printed, so that nothing says it.
    pub kind: Option<IssueKind>,
    /// The date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The SHA-256 of the text without its blanks, in UTF-8: alike for two copies that differ in encoding, line ends or indents.
    pub text_sha256: String,
    /// Characters (code points) that are no blanks.
    pub chars: u64,
    /// Articles.
    pub articles: u32,
    /// Findings of each severity in its report.
    pub errors: u32,
    /// See [`errors`](Self::errors).
    pub warnings: u32,
    /// See [`errors`](Self::errors).
    pub notes: u32,
    /// Its sections 栏目 in printed order.
    pub sections: Vec<SectionCount>,
}

/// A section of one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "containers", derive(serde::Serialize, serde::Deserialize))]
pub struct SectionCount {
    /// Its name as printed.
    pub name: String,
    /// Its articles.
    pub articles: u32,
}

impl IssueCard {
    /// The card of a document; `source` is the name of its input.
    ///
    /// Makes the report of the document, and hashes its text.
    pub fn of(source: impl Into<String>, document: &Document) -> Self {
        Self::made(source.into(), document.source(), document.bulletin(), document.report())
    }

    fn made(source: String, text: &str, bulletin: &Bulletin, report: &Report) -> Self {
        let issue = bulletin.masthead.issue.as_ref();
        let range = |range: NumberRange| (range.first, range.last);
        let found = |severity| {
            let these = report.diagnostics().iter().filter(|it| it.severity() == severity);
            these.fold(0_u32, |sum, it| sum.saturating_add(it.count))
        };
        let sections = bulletin.sections.iter().filter_map(|section| {
            let name = section.name.as_ref()?.of(text).into_owned();
            Some(SectionCount { name, articles: section.articles.len() as u32 })
        });
        let date = bulletin.masthead.date.as_ref();
        let (text_sha256, chars) = print_of(text);
        Self {
            source,
            issue: issue.map(|it| it.key()),
            year: issue.and_then(|it| it.year).or(date.map(|it| it.year)),
            number: issue.and_then(|it| it.number).map(range),
            whole_number: issue.and_then(|it| it.whole_number).map(range),
            newsletter: bulletin.masthead.title.as_ref().map(|it| it.of(text).into_owned()),
            kind: issue.map(|it| it.kind),
            date: date.map(|it| it.value()),
            text_sha256,
            chars,
            articles: bulletin.articles().count() as u32,
            errors: found(Severity::Error),
            warnings: found(Severity::Warning),
            notes: found(Severity::Note),
            sections: sections.collect(),
        }
    }

    /// The cards of all issues in the bytes of one file: one, or those of a bound volume.
    ///
    /// # Errors
    /// As [`read`](crate::read).
    pub fn all(name: &str, bytes: &[u8], options: &ParseOptions) -> Result<Vec<Self>, ReadError> {
        let text = SourceText::decode(bytes)?;
        let card = |IssuePart { key, parsed, .. }: IssuePart<'_>| {
            let source = source_of(name, key.as_deref()).into_owned();
            Self::made(source, parsed.source(), parsed.bulletin(), &parsed.report())
        };
        Ok(text.issues(options).map(card).collect())
    }

    /// What tells issues apart: year, number and kind; `None` where one is missing.
    pub(super) fn place(&self) -> Option<(u16, IssueKind, (u32, u32))> {
        Some((self.year?, self.kind?, self.number?))
    }

    /// How the issue is called to people: its key, else its input.
    pub(super) fn called(&self) -> &str {
        self.issue.as_deref().unwrap_or(&self.source)
    }
}

/// The hash of what is printed, and the number of its characters.
fn print_of(text: &str) -> (String, u64) {
    let mut hash = Sha256::new();
    let mut chars = 0;
    for run in text.split(is_blank) {
        hash.update(run.as_bytes());
        chars += run.chars().count() as u64;
    }
    (crate::origin::hexadecimal(&hash.finalize()), chars)
}
