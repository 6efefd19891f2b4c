//! Dates that run against the numbers, and issues without a number.

use super::{Finding, IssueCard};

/// Issues that are dated before the one that precedes them by year and number, among issues of one kind. Of copies the first
/// is taken. A date without day or month is before another only where what both say is.
pub(super) fn dates(cards: &[&IssueCard]) -> Vec<Finding> {
    let numbered = cards.iter().enumerate().filter(|(_, card)| card.date.is_some());
    let numbered = numbered.filter_map(|(index, card)| Some((card.place()?, index)));
    let mut dated: Vec<_> =
        numbered.map(|((year, kind, number), index)| ((kind, year, number), index)).collect();
    dated.sort();
    dated.dedup_by_key(|(place, _)| *place);
    let date = |index: usize| cards[index].date.as_deref().unwrap_or_default();
    let pairs = dated.windows(2).filter(|pair| pair[0].0.0 == pair[1].0.0);
    let pairs = pairs.map(|pair| (pair[0].1, pair[1].1));
    let wrong = pairs.filter(|&(before, issue)| is_before(date(issue), date(before)));
    wrong.map(|(before, issue)| Finding::DateOrder { before, issue }).collect()
}

/// Issues that say neither number nor whole number.
pub(super) fn unnumbered(cards: &[&IssueCard]) -> Vec<Finding> {
    let without = |card: &IssueCard| card.number.is_none() && card.whole_number.is_none();
    let issues = cards.iter().enumerate().filter(|(_, card)| without(card));
    issues.map(|(issue, _)| Finding::Unnumbered { issue }).collect()
}

fn is_before(date: &str, other: &str) -> bool {
    // Both are digits and dashes at the same places.
    let both = date.len().min(other.len());
    date.as_bytes()[..both] < other.as_bytes()[..both]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_compared_as_far_as_both_go() {
        for (date, other, before) in [
            ("2019-03-30", "2019-03-31", true),
            ("2019-03", "2019-03-31", false),
            ("2019-03-31", "2019-03", false),
            ("2018", "2019-03-31", true),
            ("2019", "2019-03-31", false),
        ] {
            assert_eq!(is_before(date, other), before, "{date} {other}");
        }
    }
}
