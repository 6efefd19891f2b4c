//! Counts of what was found, what was given and what was expected, by field.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Hits, given and expected, by the name of a field: `date`, `change.basis`.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    counts: BTreeMap<String, [usize; 3]>,
}

impl Tally {
    pub(super) fn add(&mut self, field: &str, hits: usize, given: usize, expected: usize) {
        if given + expected == 0 {
            return;
        }
        let row = self.counts.entry(field.to_owned()).or_default();
        for (sum, more) in row.iter_mut().zip([hits, given, expected]) {
            *sum += more;
        }
    }

    /// Takes in the counts of another.
    pub fn extend(&mut self, other: &Tally) {
        for (field, &[hits, given, expected]) in &other.counts {
            self.add(field, hits, given, expected);
        }
    }

    /// How many fields are wrong, and how many right: what the better of two readings is chosen by.
    pub(super) fn wrong_and_right(&self) -> (usize, usize) {
        let count = |(wrong, right), [hits, given, expected]: &[usize; 3]| {
            (wrong + given + expected - 2 * hits, right + hits)
        };
        self.counts.values().fold((0, 0), count)
    }

    /// Fields that are not all right.
    pub(super) fn fields_wrong(&self) -> Vec<String> {
        let wrong = |it: &(&String, &[usize; 3])| it.1[0] < it.1[1].max(it.1[2]);
        self.counts.iter().filter(wrong).map(|(field, _)| field.clone()).collect()
    }

    /// F1 by field, and of all items of all fields as `all`.
    pub fn scores(&self) -> BTreeMap<String, f64> {
        let mut scores: BTreeMap<_, _> =
            self.counts.iter().map(|(field, row)| (field.clone(), f1(*row))).collect();
        scores.insert("all".to_owned(), f1(self.sum()));
        scores
    }

    fn sum(&self) -> [usize; 3] {
        self.counts.values().fold([0; 3], |sum, row| [sum[0] + row[0], sum[1] + row[1], sum[2] + row[2]])
    }

    /// A table to read.
    pub fn table(&self) -> String {
        let mut out = format!("{:<26}{:>6}{:>7}{:>10}{:>9}\n", "field", "hits", "given", "expected", "F1");
        let sum = ("all".to_owned(), self.sum());
        let rows = self.counts.iter().map(|(field, row)| (field.clone(), *row));
        for (field, row) in rows.chain([sum]) {
            let [hits, given, expected] = row;
            // Writing to a String does not fail.
            let _ = writeln!(out, "{field:<26}{hits:>6}{given:>7}{expected:>10}{:>9.4}", f1(row));
        }
        out
    }
}

fn f1([hits, given, expected]: [usize; 3]) -> f64 {
    if given + expected == 0 { 1.0 } else { 2.0 * hits as f64 / (given + expected) as f64 }
}
