//! What a catalogue finds, and how it says it.

use std::fmt::Write as _;

use torch_bulletin::model::IssueKind;

use super::Catalogue;
use super::series::Series;

/// Something that an archive lacks, has twice, or has out of order. Issues are places in [`Catalogue::issues`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "containers", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "containers", serde(tag = "finding", rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Finding {
    /// Whole numbers 总第N期 that lie between those of the archive.
    WholeNumbersMissing {
        /// The newsletter, where the archive has several.
        #[cfg_attr(feature = "containers", serde(default, skip_serializing_if = "Option::is_none"))]
        newsletter: Option<String>,
        /// The first of them.
        first: u32,
        /// The last of them.
        last: u32,
    },
    /// Numbers of a year that lie before another of that year; of the first year, between two of them.
    NumbersMissing {
        /// The newsletter, where the archive has several.
        #[cfg_attr(feature = "containers", serde(default, skip_serializing_if = "Option::is_none"))]
        newsletter: Option<String>,
        /// The year.
        year: u16,
        /// The kind; supplements and special issues have numbers of their own.
        kind: IssueKind,
        /// The first of them.
        first: u32,
        /// The last of them.
        last: u32,
    },
    /// Different issues print the same whole number: at least one is a misprint or was misread.
    WholeNumberTwice {
        /// The number.
        number: u32,
        /// Who prints it.
        issues: Vec<usize>,
    },
    /// One issue is held several times, every time with the same text: blanks, line ends and encodings aside.
    SameText {
        /// The copies.
        issues: Vec<usize>,
    },
    /// One issue is held several times, with different texts.
    Copies {
        /// The copies.
        issues: Vec<usize>,
        /// The one to keep: that with the fewest errors in its report, then warnings; with most articles, then characters.
        /// `None` where nothing tells them apart.
        best: Option<usize>,
        /// By what it is better than the next.
        because: Option<String>,
    },
    /// An issue is dated before the one that precedes it by number.
    DateOrder {
        /// The one before by number.
        before: usize,
        /// The one that is dated earlier.
        issue: usize,
    },
    /// The numbers in the year go on by one, the whole numbers 总第N期 do not, and no issue of the archive has those between: a
    /// number is misprinted or was misread, or issues with whole numbers of their own are missing.
    OutOfStep {
        /// The one before by number.
        before: usize,
        /// The one whose whole number is another than its number says.
        issue: usize,
        /// The whole number that would be in step.
        expected: u32,
    },
    /// Nothing says which issue it is.
    Unnumbered {
        /// The issue.
        issue: usize,
    },
}

impl Finding {
    /// The same among all issues, of one that was found among those of one newsletter.
    pub(super) fn of_series(mut self, series: &Series<'_>, is_one_of_several: bool) -> Self {
        let place = |it: &mut usize| *it = series.places[*it];
        match &mut self {
            Finding::WholeNumbersMissing { newsletter, .. } | Finding::NumbersMissing { newsletter, .. } => {
                *newsletter = series.name.filter(|_| is_one_of_several).map(str::to_owned);
            }
            Finding::WholeNumberTwice { issues, .. } | Finding::SameText { issues } => {
                issues.iter_mut().for_each(place);
            }
            Finding::Copies { issues, best, .. } => issues.iter_mut().chain(best).for_each(place),
            Finding::DateOrder { before, issue } | Finding::OutOfStep { before, issue, .. } => {
                [before, issue].into_iter().for_each(place);
            }
            Finding::Unnumbered { issue } => place(issue),
        }
        self
    }
}

impl Catalogue {
    /// A finding in one line.
    pub fn say(&self, finding: &Finding) -> String {
        let card = |index: usize| &self.cards[index];
        let sources = |issues: &[usize]| {
            let names: Vec<_> = issues.iter().map(|&index| card(index).source.as_str()).collect();
            names.join(", ")
        };
        match finding {
            Finding::WholeNumbersMissing { newsletter, first, last } => {
                format!("{}whole {}", whose(newsletter), missing(*first, *last))
            }
            Finding::NumbersMissing { newsletter, year, kind: IssueKind::Regular, first, last } => {
                format!("{}{year}: {}", whose(newsletter), missing(*first, *last))
            }
            Finding::NumbersMissing { newsletter, year, kind, first, last } => {
                format!("{}{year}, {kind}: {}", whose(newsletter), missing(*first, *last))
            }
            Finding::WholeNumberTwice { number, issues } => {
                let each = |&index: &usize| format!("{} ({})", card(index).called(), card(index).source);
                let all: Vec<_> = issues.iter().map(each).collect();
                format!("whole number {number} is printed by {} issues: {}", issues.len(), all.join(", "))
            }
            Finding::SameText { issues } => {
                let name = card(issues[0]).called();
                format!("{name} is held {} times with the same text: {}", issues.len(), sources(issues))
            }
            Finding::Copies { issues, best, because } => {
                let name = card(issues[0]).called();
                let mut line = format!("{name} is held {} times: {}", issues.len(), sources(issues));
                match (best, because) {
                    // Writing to a String does not fail.
                    (Some(best), Some(because)) => {
                        let _ = write!(line, "; {} is best: {because}", card(*best).source);
                    }
                    _ => line.push_str("; nothing tells which is better"),
                }
                line
            }
            Finding::DateOrder { before, issue } => {
                let (before, issue) = (card(*before), card(*issue));
                let date = |date: &Option<String>| date.clone().unwrap_or_default();
                format!(
                    "{} is dated {}, before {} of {} ({}, {})",
                    issue.called(),
                    date(&issue.date),
                    before.called(),
                    date(&before.date),
                    issue.source,
                    before.source
                )
            }
            Finding::OutOfStep { before, issue, expected } => {
                let (before, issue) = (card(*before), card(*issue));
                let found = issue.whole_number.map_or(0, |it| it.0);
                format!(
                    "{} follows {} by number and prints whole number {found}, expected {expected} ({}, {})",
                    issue.called(),
                    before.called(),
                    issue.source,
                    before.source
                )
            }
            Finding::Unnumbered { issue } => {
                format!("{} says neither its number nor its whole number", card(*issue).source)
            }
        }
    }
}

/// The newsletter that a finding is about, where its issues do not say it.
fn whose(newsletter: &Option<String>) -> String {
    newsletter.as_ref().map(|name| format!("{name}: ")).unwrap_or_default()
}

fn missing(first: u32, last: u32) -> String {
    if first == last {
        format!("number {first} is missing")
    } else {
        format!("numbers {first}–{last} are missing")
    }
}
