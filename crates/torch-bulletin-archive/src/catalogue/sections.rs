//! Sections 栏目 through time.

use std::collections::HashMap;

use torch_bulletin::fold;

use super::IssueCard;

/// A section over all issues of the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "containers", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SectionSpan {
    /// Its name as printed in its first issue; blanks and widths do not make another name.
    pub name: String,
    /// Its first issue, as a place in [`Catalogue::issues`](super::Catalogue::issues).
    pub first: usize,
    /// Its last issue.
    pub last: usize,
    /// Issues that have it; of one that is held several times the best copy says so.
    pub issues: u32,
    /// Articles in it.
    pub articles: u32,
}

pub(super) fn spans(cards: &[&IssueCard], counted: &[bool]) -> Vec<SectionSpan> {
    let mut in_time: Vec<usize> = (0..cards.len()).filter(|&it| counted[it]).collect();
    // Issues without a year stand at the end, in the order in which they came.
    in_time.sort_by_key(|&index| {
        let card = &cards[index];
        (card.year.is_none(), card.year, card.number, card.kind, card.date.as_deref())
    });
    let mut spans: Vec<SectionSpan> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for issue in in_time {
        for section in &cards[issue].sections {
            let at = *known.entry(fold(&section.name)).or_insert_with(|| {
                let name = section.name.clone();
                spans.push(SectionSpan { name, first: issue, last: issue, issues: 0, articles: 0 });
                spans.len() - 1
            });
            let span = &mut spans[at];
            // A section that an issue prints twice is in one issue all the same.
            span.issues += u32::from(span.issues == 0 || span.last != issue);
            span.last = issue;
            span.articles += section.articles;
        }
    }
    spans
}
