//! What was found in one text 所得, until its facts are put in the order of their places.

use std::ops::Range;

use super::mark::Marks;
use super::{Date, Observation, Rule, Value};

/// The findings of one text.
#[derive(Default)]
pub(super) struct Findings {
    order: Vec<Found>,
    values: Vec<Option<(Value, Rule)>>,
    rows: Vec<Option<(Box<Observation>, Rule)>>,
}

/// One finding: its place in the normal form, and where its value is. Facts are large, and each is moved once.
struct Found {
    /// The beginning in the upper half, the end in the lower: findings are sorted by it.
    place: u64,
    what: What,
}

pub(super) enum What {
    /// One of the dates of [`Marks`].
    Date(u32),
    /// One of the amounts.
    Amount(u32),
    /// One of the rows.
    Row(u32),
    /// One of the other values.
    Other(u32),
}

impl Findings {
    pub(super) fn add(&mut self, range: Range<usize>, value: Value, rule: Rule) {
        let what = What::Other(self.values.len() as u32);
        self.push(range, what);
        self.values.push(Some((value, rule)));
    }

    pub(super) fn add_row(&mut self, range: Range<usize>, row: Box<Observation>, rule: Rule) {
        let what = What::Row(self.rows.len() as u32);
        self.push(range, what);
        self.rows.push(Some((row, rule)));
    }

    pub(super) fn push(&mut self, range: Range<usize>, what: What) {
        let place = (range.start as u64) << 32 | range.end as u64;
        self.order.push(Found { place, what });
    }

    /// Gives all findings of a text in the order of their places: what was found later stays behind what has the same.
    pub(super) fn take(&mut self, marks: &Marks, mut keep: impl FnMut(Range<usize>, Value, Rule)) {
        let Self { order, values, rows } = self;
        order.sort_by_key(|it| it.place);
        for found in order.drain(..) {
            let (value, rule) = match found.what {
                What::Date(index) => {
                    let date = &marks.dates[index as usize];
                    (Value::Date(Date { value: date.value, basis: date.basis }), date.rule)
                }
                What::Amount(index) => {
                    let amount = &marks.amounts[index as usize];
                    (Value::Quantity(amount.quantity), amount.rule)
                }
                What::Row(index) => match rows[index as usize].take() {
                    Some((row, rule)) => (Value::Observation(row), rule),
                    None => continue,
                },
                What::Other(index) => match values[index as usize].take() {
                    Some(value) => value,
                    None => continue,
                },
            };
            keep((found.place >> 32) as usize..found.place as u32 as usize, value, rule);
        }
        values.clear();
        rows.clear();
    }
}
