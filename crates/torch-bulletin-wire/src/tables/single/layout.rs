//! The columns 列 of facts and observations of one text, in their order.

use super::super::columns::Kind::{Count, Flag, Number, Text, Texts};
use super::super::columns::Layout;

/// The kind, where it is printed, what it says, what only other kinds than observations have, and the words.
pub(super) const FACTS: &Layout = &[
    ("kind", Text),
    ("issue", Text),
    ("date", Text),
    ("article", Count),
    ("id", Text),
    ("title", Text),
    ("block", Count),
    ("page", Text),
    ("zone", Text),
    ("province", Text),
    ("subject", Text),
    ("subject_rule", Text),
    ("metric", Text),
    ("period", Text),
    ("period_rule", Text),
    ("low", Number),
    ("high", Number),
    ("value", Number),
    ("exact_low", Text),
    ("exact_high", Text),
    ("comparator", Text),
    ("unit", Text),
    ("change_direction", Text),
    ("change_value", Number),
    ("change_unit", Text),
    ("change_basis", Text),
    ("change_base_period", Text),
    ("edtf", Text),
    ("basis", Text),
    ("vague", Flag),
    ("dimension", Text),
    ("approximate", Flag),
    ("whole", Text),
    ("name", Text),
    ("titles", Texts),
    ("organisation", Text),
    ("document", Text),
    ("relation", Text),
    ("printed", Number),
    ("computed", Number),
    ("rule", Text),
    ("start", Count),
    ("end", Count),
    ("text", Text),
];

/// Which of these only other kinds have.
const OTHERS: std::ops::Range<usize> = 27..40;

/// Those of observations: all but the kind and what only other kinds have.
pub(super) const OBSERVATIONS: &Layout = &{
    let between = OTHERS.end - OTHERS.start;
    let mut columns = [FACTS[0]; FACTS.len() - 1 - (OTHERS.end - OTHERS.start)];
    let mut at = 0;
    while at < columns.len() {
        let from = at + 1;
        columns[at] = FACTS[if from < OTHERS.start { from } else { from + between }];
        at += 1;
    }
    columns
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn observations_go_from_their_change_to_their_rule() {
        let names: Vec<_> = OBSERVATIONS.iter().map(|(name, _)| *name).collect();
        assert_eq!(
            (names.len(), names[0], names[25], names[26], names[29]),
            (30, "issue", "change_base_period", "rule", "text")
        );
        let others: Vec<_> = FACTS[OTHERS].iter().map(|(name, _)| *name).collect();
        assert_eq!((others[0], others[12]), ("edtf", "computed"));
    }
}
