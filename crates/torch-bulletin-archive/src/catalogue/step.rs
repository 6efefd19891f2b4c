//! Whole numbers 总第N期 that are out of step with the numbers of the year.

use std::collections::BTreeSet;

use torch_bulletin::model::IssueKind;

use super::{Finding, IssueCard};

/// Regular issues whose number in the year follows that of the one before, and whose whole number does not; of copies those
/// that are `counted`.
///
/// A joint issue 合刊 takes as many whole numbers as it has numbers, or one. Whole numbers that other issues of the archive
/// print (supplements, special issues) lie between two regular ones by right. Over the end of a year nothing is said:
/// which number was the last one is not known.
pub(super) fn whole_numbers(cards: &[&IssueCard], counted: &[bool]) -> Vec<Finding> {
    let printed = cards.iter().filter_map(|card| card.whole_number);
    let held: BTreeSet<u32> = printed.flat_map(|(first, last)| [first, last]).collect();
    let regular = |index: &usize| counted[*index] && cards[*index].kind == Some(IssueKind::Regular);
    let mut issues: Vec<Numbered> = (0..cards.len()).filter(regular).filter_map(|it| of(cards, it)).collect();
    issues.sort_by_key(|it| (it.year, it.number));
    let mut found = Vec::new();
    for run in issues.chunk_by(|a, b| a.year == b.year && a.number.1.checked_add(1) == Some(b.number.0)) {
        out_of_step(run, &held, &mut found);
    }
    found
}

/// An issue with both numbers.
struct Numbered {
    index: usize,
    year: u16,
    number: (u32, u32),
    whole: (u32, u32),
}

impl Numbered {
    /// How many whole numbers it may take without printing them.
    fn slack(&self) -> u32 {
        let span = |(first, last): (u32, u32)| last.saturating_sub(first);
        span(self.number).saturating_sub(span(self.whole))
    }
}

fn of(cards: &[&IssueCard], index: usize) -> Option<Numbered> {
    let (year, _, number) = cards[index].place()?;
    Some(Numbered { index, year, number, whole: cards[index].whole_number? })
}

/// Compares the issues of a run, whose numbers follow each other.
fn out_of_step(run: &[Numbered], held: &BTreeSet<u32>, found: &mut Vec<Finding>) {
    let Some((mut before, rest)) = run.split_first() else { return };
    // The whole number up to which all is in step, and how many more may have been taken.
    let (mut last, mut slack) = (before.whole.1, before.slack());
    for (place, issue) in rest.iter().enumerate() {
        let follows = |last: u32, slack: u32, issue: &Numbered| {
            let first = issue.whole.0;
            let most = last.saturating_add(1).saturating_add(slack).saturating_add(issue.slack());
            // Numbers that are held explain a step; a hundred of them would be another series.
            first > last
                && (first <= most || first - last < 100 && (last + 1..first).all(|it| held.contains(&it)))
        };
        let expected = last.saturating_add(1);
        if follows(last, slack, issue) {
            (last, slack) = (issue.whole.1, issue.slack());
        } else {
            found.push(Finding::OutOfStep { before: before.index, issue: issue.index, expected });
            // Where the next one goes on as if nothing had been, this one alone is wrong; else a new series begins with it.
            let more = issue.number.1.saturating_sub(issue.number.0);
            let as_said = expected.saturating_add(more);
            match rest.get(place + 1) {
                Some(next) if follows(as_said, slack, next) => last = as_said,
                _ => (last, slack) = (issue.whole.1, issue.slack()),
            }
        }
        before = issue;
    }
}
