//! The same issue held several times, and different issues that print one whole number.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Finding, IssueCard};

/// Whole numbers that different issues print.
pub(super) fn whole_numbers(cards: &[&IssueCard]) -> Vec<Finding> {
    let mut printed: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (index, card) in cards.iter().enumerate() {
        // A joint issue has two or three; a wider range is misread, and must not cost what it says.
        let numbers = card.whole_number.into_iter().flat_map(|(first, last)| (first..=last).take(12));
        numbers.for_each(|number| printed.entry(number).or_default().push(index));
    }
    let different = |issues: &[usize]| issues.iter().any(|&it| cards[it].place() != cards[issues[0]].place());
    let twice = printed.into_iter().filter(|(_, issues)| different(issues));
    twice.map(|(number, issues)| Finding::WholeNumberTwice { number, issues }).collect()
}

/// The copies of each issue: cards of one year, number and kind; without these of one whole number, or of one text.
fn held(cards: &[&IssueCard]) -> impl Iterator<Item = Vec<usize>> {
    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    enum Known<'c> {
        Place((u16, torch_bulletin::model::IssueKind, (u32, u32))),
        WholeNumber((u32, u32)),
        Text(&'c str),
    }
    let mut held: BTreeMap<Known<'_>, Vec<usize>> = BTreeMap::new();
    for (index, card) in cards.iter().enumerate() {
        let known = card
            .place()
            .map(Known::Place)
            .or(card.whole_number.map(Known::WholeNumber))
            .unwrap_or(Known::Text(&card.text_sha256));
        held.entry(known).or_default().push(index);
    }
    held.into_values()
}

/// Issues that are held several times.
pub(super) fn issues(cards: &[&IssueCard]) -> Vec<Finding> {
    held(cards).filter(|issues| issues.len() > 1).map(|issues| compared(cards, issues)).collect()
}

/// Which cards count where issues are counted: of copies the best, of equal ones the first.
pub(super) fn counted(cards: &[&IssueCard]) -> Vec<bool> {
    let mut counted = vec![false; cards.len()];
    for best in held(cards).filter_map(|issues| issues.into_iter().min_by_key(|&it| worth(cards[it]))) {
        counted[best] = true;
    }
    counted
}

fn compared(cards: &[&IssueCard], issues: Vec<usize>) -> Finding {
    let text = |index: usize| &cards[index].text_sha256;
    if issues.iter().all(|&it| text(it) == text(issues[0])) {
        return Finding::SameText { issues };
    }
    let mut ranked = issues.clone();
    ranked.sort_by_key(|&it| worth(cards[it]));
    let best = cards[ranked[0]];
    // Of several copies of the best text any will do: it is held against the first other text.
    let Some(&next) = ranked.iter().find(|&&it| text(it) != &best.text_sha256) else {
        return Finding::SameText { issues };
    };
    let because = reason(best, cards[next]);
    Finding::Copies { issues, best: because.is_some().then_some(ranked[0]), because }
}

/// The less, the better a copy is.
fn worth(card: &IssueCard) -> (u32, u32, Reverse<u32>, Reverse<u64>) {
    let IssueCard { errors, warnings, articles, chars, .. } = *card;
    (errors, warnings, Reverse(articles), Reverse(chars))
}

/// By what one copy is better than another.
fn reason(best: &IssueCard, next: &IssueCard) -> Option<String> {
    let pairs = [
        ("errors", u64::from(best.errors), u64::from(next.errors)),
        ("warnings", u64::from(best.warnings), u64::from(next.warnings)),
        ("articles", u64::from(best.articles), u64::from(next.articles)),
        ("characters", best.chars, next.chars),
    ];
    let (what, best, next) = pairs.into_iter().find(|(_, best, next)| best != next)?;
    let what = if best == 1 { what.trim_end_matches('s') } else { what };
    Some(format!("{best} {what}, the next {next}"))
}
