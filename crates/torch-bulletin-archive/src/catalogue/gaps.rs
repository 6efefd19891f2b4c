//! Numbers that are missing between those of the archive.

use std::collections::BTreeMap;

use torch_bulletin::model::IssueKind;

use super::{Finding, IssueCard};

/// Whole numbers that are missing. One gap is one finding, however wide: a misread number of ten digits is no ground to
/// list a thousand millions.
pub(super) fn whole_numbers(cards: &[&IssueCard]) -> Vec<Finding> {
    let held = cards.iter().filter_map(|card| card.whole_number).collect();
    between(held, None)
        .map(|(first, last)| Finding::WholeNumbersMissing { newsletter: None, first, last })
        .collect()
}

/// Numbers of each year and kind that are missing. An archive may begin in the middle of a year, but not of its second.
pub(super) fn numbers(cards: &[&IssueCard]) -> Vec<Finding> {
    let mut held: BTreeMap<(u16, IssueKind), Vec<(u32, u32)>> = BTreeMap::new();
    for (year, kind, number) in cards.iter().filter_map(|card| card.place()) {
        held.entry((year, kind)).or_default().push(number);
    }
    let first_year = held.keys().next().map(|&(year, _)| year);
    let missing = held.into_iter().flat_map(|((year, kind), held)| {
        let from = (Some(year) != first_year).then_some(1);
        between(held, from).map(move |(first, last)| Finding::NumbersMissing {
            newsletter: None,
            year,
            kind,
            first,
            last,
        })
    });
    missing.collect()
}

/// The runs of numbers that no range holds, from a number or the first that is held on.
fn between(mut held: Vec<(u32, u32)>, from: Option<u32>) -> impl Iterator<Item = (u32, u32)> {
    held.sort_unstable();
    let mut next = from.or(held.first().map(|&(first, _)| first)).unwrap_or_default();
    held.into_iter().filter_map(move |(first, last)| {
        let gap = (first > next).then(|| (next, first - 1));
        next = next.max(last.max(first).saturating_add(1));
        gap
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_between_ranges_are_missing() {
        let gaps = |held: &[(u32, u32)], from| between(held.to_vec(), from).collect::<Vec<_>>();
        assert_eq!(gaps(&[(3, 3), (1, 1), (7, 9), (8, 8), (12, 12)], None), [(2, 2), (4, 6), (10, 11)]);
        assert_eq!(gaps(&[(3, 4), (3, 3), (5, 5)], Some(1)), [(1, 2)]);
        assert_eq!(gaps(&[(1, 2), (4_294_967_295, 4_294_967_295)], None), [(3, 4_294_967_294)]);
        assert_eq!(gaps(&[], None), []);
    }
}
