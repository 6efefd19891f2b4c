//! Columns made at once, from what a table's rows say.

use std::sync::Arc;

use arrow_array::builder::{LargeStringBuilder, ListBuilder};
use arrow_array::{ArrayRef, BooleanArray, Float64Array, LargeStringArray, RecordBatch, UInt32Array};
use torch_bulletin::facts::Decimal;

/// Where something begins or ends, in the unit that was asked for.
pub(super) fn places(values: impl Iterator<Item = Option<u32>>) -> ArrayRef {
    Arc::new(values.collect::<UInt32Array>())
}

/// With offsets of 64 bits, since one text may have 4 GiB.
pub(super) fn strings(values: impl Iterator<Item = Option<impl AsRef<str>>>) -> ArrayRef {
    Arc::new(values.collect::<LargeStringArray>())
}

/// Every number counts something in a text of at most 4 GiB − 1.
pub(super) fn numbers(values: impl Iterator<Item = Option<usize>>) -> ArrayRef {
    Arc::new(values.map(|value| value.map(|it| it as u32)).collect::<UInt32Array>())
}

/// Whether a column can be null is the same for every issue, so that tables of many can be put together.
pub(super) fn table(columns: impl IntoIterator<Item = (&'static str, ArrayRef)>) -> RecordBatch {
    let columns = columns.into_iter().map(|(name, column)| (name, column, true));
    RecordBatch::try_from_iter_with_nullable(columns).expect("columns have one length; this is our bug")
}

/// Decimals as doubles.
pub(super) fn decimals(values: impl Iterator<Item = Option<Decimal>>) -> ArrayRef {
    Arc::new(values.map(|value| value.map(Decimal::to_f64)).collect::<Float64Array>())
}

pub(super) fn truths(values: impl Iterator<Item = Option<bool>>) -> ArrayRef {
    Arc::new(values.collect::<BooleanArray>())
}

pub(super) fn lists<I: IntoIterator<Item: AsRef<str>>>(values: impl Iterator<Item = Option<I>>) -> ArrayRef {
    let mut lists = ListBuilder::new(LargeStringBuilder::new());
    for value in values {
        lists.append_option(value.map(|items| items.into_iter().map(Some)));
    }
    Arc::new(lists.finish())
}
