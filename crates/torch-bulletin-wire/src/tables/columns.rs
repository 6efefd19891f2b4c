//! Columns that grow by a cell at a time, whatever table they are of.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Float64Builder, LargeStringBuilder, ListBuilder, UInt32Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};

/// What a column holds; every cell of it may be null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Strings with offsets of 64 bits, since one text may have 4 GiB.
    Text,
    /// Counts and places in a text of at most 4 GiB − 1.
    Count,
    Number,
    Flag,
    Texts,
}

impl Kind {
    fn data_type(self) -> DataType {
        match self {
            Kind::Text => DataType::LargeUtf8,
            Kind::Count => DataType::UInt32,
            Kind::Number => DataType::Float64,
            Kind::Flag => DataType::Boolean,
            Kind::Texts => DataType::List(Arc::new(Field::new_list_field(DataType::LargeUtf8, true))),
        }
    }
}

/// The names and kinds of a table's columns.
pub(super) type Layout = [(&'static str, Kind)];

/// Whether a column can be null is the same for every issue, so that tables of many can be put together.
pub(super) fn schema(layout: &Layout) -> SchemaRef {
    let fields = layout.iter().map(|&(name, kind)| Field::new(name, kind.data_type(), true));
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// The columns of one table, and its rows so far.
pub(super) struct Columns {
    layout: &'static Layout,
    schema: SchemaRef,
    columns: Vec<Column>,
    rows: usize,
}

enum Column {
    Text(LargeStringBuilder),
    Count(UInt32Builder),
    Number(Float64Builder),
    Flag(BooleanBuilder),
    Texts(ListBuilder<LargeStringBuilder>),
}

impl Columns {
    pub(super) fn new(layout: &'static Layout) -> Self {
        let column = |&(_, kind): &(&str, Kind)| match kind {
            Kind::Text => Column::Text(LargeStringBuilder::new()),
            Kind::Count => Column::Count(UInt32Builder::new()),
            Kind::Number => Column::Number(Float64Builder::new()),
            Kind::Flag => Column::Flag(BooleanBuilder::new()),
            Kind::Texts => Column::Texts(ListBuilder::new(LargeStringBuilder::new())),
        };
        Self { layout, schema: schema(layout), columns: layout.iter().map(column).collect(), rows: 0 }
    }

    /// A new row, whose cells are given from left to right.
    pub(super) fn row(&mut self) -> Row<'_> {
        self.rows += 1;
        Row { layout: self.layout, rest: self.columns.iter_mut() }
    }

    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    /// The rows so far; the next ones begin anew.
    pub(super) fn finish(&mut self) -> RecordBatch {
        self.rows = 0;
        let finish = |column: &mut Column| -> ArrayRef {
            match column {
                Column::Text(it) => Arc::new(it.finish()),
                Column::Count(it) => Arc::new(it.finish()),
                Column::Number(it) => Arc::new(it.finish()),
                Column::Flag(it) => Arc::new(it.finish()),
                Column::Texts(it) => Arc::new(it.finish()),
            }
        };
        let columns = self.columns.iter_mut().map(finish).collect();
        RecordBatch::try_new(Arc::clone(&self.schema), columns)
            .expect("a row gives a cell to each column; this is our bug")
    }
}

/// A row that is being written. Cells are given in the order of the columns; the rest of a row is null.
pub(super) struct Row<'c> {
    layout: &'static Layout,
    rest: std::slice::IterMut<'c, Column>,
}

const ORDER: &str = "cells are given in the order and kinds of the layout; this is our bug";

impl Row<'_> {
    pub(super) fn text(mut self, value: Option<impl AsRef<str>>) -> Self {
        let Some(Column::Text(column)) = self.rest.next() else { panic!("{ORDER}") };
        column.append_option(value);
        self
    }

    pub(super) fn count(mut self, value: Option<impl TryInto<u32>>) -> Self {
        let Some(Column::Count(column)) = self.rest.next() else { panic!("{ORDER}") };
        column.append_option(value.map(|value| value.try_into().unwrap_or(u32::MAX)));
        self
    }

    pub(super) fn number(mut self, value: Option<f64>) -> Self {
        let Some(Column::Number(column)) = self.rest.next() else { panic!("{ORDER}") };
        column.append_option(value);
        self
    }

    pub(super) fn flag(mut self, value: Option<bool>) -> Self {
        let Some(Column::Flag(column)) = self.rest.next() else { panic!("{ORDER}") };
        column.append_option(value);
        self
    }

    pub(super) fn texts(mut self, values: Option<impl IntoIterator<Item = impl AsRef<str>>>) -> Self {
        let Some(Column::Texts(column)) = self.rest.next() else { panic!("{ORDER}") };
        let is_some = values.is_some();
        for value in values.into_iter().flatten() {
            column.values().append_value(value);
        }
        column.append(is_some);
        self
    }

    /// Goes on to the column of a name, and leaves those before it null.
    pub(super) fn at(mut self, name: &str) -> Self {
        while self.layout[self.layout.len() - self.rest.len()].0 != name {
            self.rest.next().expect(ORDER).append_null();
        }
        self
    }

    /// Leaves what is left of the row null.
    pub(super) fn end(self) {
        self.rest.for_each(Column::append_null);
    }
}

impl Column {
    fn append_null(&mut self) {
        match self {
            Column::Text(it) => it.append_null(),
            Column::Count(it) => it.append_null(),
            Column::Number(it) => it.append_null(),
            Column::Flag(it) => it.append_null(),
            Column::Texts(it) => it.append_null(),
        }
    }
}
