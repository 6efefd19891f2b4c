//! Many issues become the rows of one table.

use arrow_array::RecordBatch;
use torch_bulletin::Bulletin;

use super::columns::Columns;
use super::issue::Keyed;
use super::{Issue, Table, attributions, diagnostics, facts, issues};
use crate::OffsetUnit;

/// The rows of one table 表, gathered issue by issue.
///
/// ```
/// use torch_bulletin_wire::tables::{Issue, Rows, Table};
/// use torch_bulletin_wire::{OffsetUnit, SourceInfo};
/// let text = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
/// let document = torch_bulletin::parse(text).into_document();
/// let mut rows = Rows::new(Table::Articles, OffsetUnit::Codepoint);
/// for name in ["a.txt", "b.txt"] {
///     let info = SourceInfo { name: Some(name), ..SourceInfo::of_text(text) };
///     let (bulletin, report) = (document.bulletin(), document.report());
///     rows.append(&Issue { info, file: Some(name), text, bulletin, report, facts: None });
/// }
/// let batch = rows.finish();
/// assert_eq!((batch.num_rows(), batch.schema()), (2, Table::Articles.schema()));
/// assert_eq!(rows.len(), 0);
/// ```
pub struct Rows {
    table: Table,
    unit: OffsetUnit,
    columns: Columns,
}

impl Rows {
    /// No rows yet; their places will count in a unit.
    pub fn new(table: Table, unit: OffsetUnit) -> Self {
        Self { table, unit, columns: Columns::new(table.layout()) }
    }

    /// The table they are of.
    pub const fn table(&self) -> Table {
        self.table
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.columns.rows()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds the rows of one issue.
    pub fn append(&mut self, issue: &Issue<'_>) {
        let it = Keyed::new(issue.info.name, issue.text, issue.bulletin, self.unit);
        let columns = &mut self.columns;
        match self.table {
            Table::Issues => issues::append(columns, &it, issue),
            Table::Articles => super::articles::append(columns, &it),
            Table::Blocks => super::blocks::append(columns, &it),
            Table::Attributions => attributions::append(columns, &it),
            Table::Diagnostics => diagnostics::append(columns, &it, issue.report),
            Table::Facts => facts::append(columns, &it, issue.facts),
        }
    }

    /// The rows as one batch; the next ones begin anew.
    pub fn finish(&mut self) -> RecordBatch {
        self.columns.finish()
    }
}

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows").field("table", &self.table).field("len", &self.len()).finish_non_exhaustive()
    }
}

/// The articles of an issue, a row each, in printed order; without the column `source`.
///
/// ```
/// use torch_bulletin_wire::{OffsetUnit, tables};
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let table = tables::articles(source, parsed.bulletin(), OffsetUnit::Codepoint);
/// assert_eq!((table.num_rows(), table.num_columns()), (1, 16));
/// ```
pub fn articles(source: &str, bulletin: &Bulletin, unit: OffsetUnit) -> RecordBatch {
    let mut columns = Columns::new(super::articles::LAYOUT);
    super::articles::append(&mut columns, &Keyed::new(None, source, bulletin, unit));
    without_source(&columns.finish())
}

/// The blocks of all articles of an issue, a row each, in printed order; without the column `source`.
///
/// ```
/// use torch_bulletin_wire::{OffsetUnit, tables};
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// assert_eq!(tables::blocks(source, parsed.bulletin(), OffsetUnit::Codepoint).num_rows(), 1);
/// ```
pub fn blocks(source: &str, bulletin: &Bulletin, unit: OffsetUnit) -> RecordBatch {
    let mut columns = Columns::new(super::blocks::LAYOUT);
    super::blocks::append(&mut columns, &Keyed::new(None, source, bulletin, unit));
    without_source(&columns.finish())
}

/// Of one issue it says nothing.
fn without_source(batch: &RecordBatch) -> RecordBatch {
    let rest: Vec<usize> = (1..batch.num_columns()).collect();
    batch.project(&rest).expect("every table begins with its source; this is our bug")
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::UInt32Type;
    use arrow_array::{Array, ArrayRef};

    use super::*;

    const SOURCE: &str = "火炬动态\n2019年第3期 2019年3月31日\n𠮷林园区开园\n一、总体情况\n\
        一是企业集聚。园区共有企业12家。\n(供稿:𠮷林高新区 王茜)\n第二个标题\n今天没有新闻。\n(供稿:某某高新区)";

    fn column<'t>(table: &'t RecordBatch, name: &str) -> &'t ArrayRef {
        table.column_by_name(name).unwrap_or_else(|| panic!("no column {name}"))
    }

    #[test]
    fn places_of_rows_slice_the_source_to_their_text() {
        let parsed = torch_bulletin::parse(SOURCE);
        let chars: Vec<char> = SOURCE.chars().collect();
        let table = blocks(SOURCE, parsed.bulletin(), OffsetUnit::Codepoint);
        assert_eq!(table.num_rows(), 3);
        let (starts, ends) = (column(&table, "start"), column(&table, "end"));
        for row in 0..table.num_rows() {
            let at = |it: &ArrayRef| it.as_primitive::<UInt32Type>().value(row) as usize;
            let slice: String = chars[at(starts)..at(ends)].iter().collect();
            assert_eq!(slice, column(&table, "text").as_string::<i64>().value(row));
        }
        let kinds = column(&table, "kind").as_string::<i64>();
        assert_eq!(kinds.iter().flatten().collect::<Vec<_>>(), ["heading", "paragraph", "paragraph"]);
        assert!(column(&table, "page").is_null(0));
    }

    #[test]
    fn an_article_has_its_bodies_and_people_as_lists() {
        let parsed = torch_bulletin::parse(SOURCE);
        let table = articles(SOURCE, parsed.bulletin(), OffsetUnit::Codepoint);
        let bodies = column(&table, "organisations").as_list::<i32>().value(0);
        assert_eq!(bodies.as_string::<i64>().value(0), "𠮷林高新区");
        let people = column(&table, "people").as_list::<i32>();
        assert_eq!((people.value(0).len(), people.value(1).len()), (1, 0));
        assert_eq!(column(&table, "id").as_string::<i64>().value(1), "2019-3/a1");
        assert_eq!(column(&table, "title").as_string::<i64>().value(1), "第二个标题");
        assert_eq!(column(&table, "text").as_string::<i64>().value(1), "今天没有新闻。");
        assert!(column(&table, "subtitle").is_null(1));
    }

    #[test]
    fn an_empty_issue_has_the_same_columns() {
        let parsed = torch_bulletin::parse(SOURCE);
        let (empty, unit) = (Bulletin::default(), OffsetUnit::Codepoint);
        for table in [articles, blocks] {
            let none = table("", &empty, unit);
            assert_eq!(
                (none.num_rows(), none.schema()),
                (0, table(SOURCE, parsed.bulletin(), unit).schema())
            );
        }
    }

    #[test]
    fn kinds_are_those_of_the_json() {
        let parsed = torch_bulletin::parse(SOURCE);
        let lens = crate::lens::Lens::new(SOURCE, OffsetUnit::Utf8);
        for block in parsed.bulletin().articles().flat_map(|it| &it.blocks) {
            let json = serde_json::to_value(crate::node::Block::new(&lens, block)).unwrap();
            assert_eq!(json["kind"], block.kind());
        }
    }
}
