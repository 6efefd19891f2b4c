//! The tables there are.

use arrow_schema::SchemaRef;
use serde::{Deserialize, Serialize};

use super::columns::{Layout, schema};
use super::{articles, attributions, blocks, diagnostics, facts, issues};

/// One of the tables 表 that issues make; its columns are in the documentation of the [module](super).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Table {
    /// A row an issue 期.
    Issues,
    /// A row an article 文章.
    Articles,
    /// A row a paragraph, heading, caption, table or note 段落.
    Blocks,
    /// A row an attribution 供稿.
    Attributions,
    /// A row a finding 疑点.
    Diagnostics,
    /// A row a fact 事实.
    Facts,
}

impl Table {
    /// Every table, in the order of declaration.
    pub const ALL: &'static [Table] = &[
        Table::Issues,
        Table::Articles,
        Table::Blocks,
        Table::Attributions,
        Table::Diagnostics,
        Table::Facts,
    ];

    /// The stable name, the same in every language.
    ///
    /// ```
    /// assert_eq!(torch_bulletin_wire::tables::Table::Articles.as_str(), "articles");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Table::Issues => "issues",
            Table::Articles => "articles",
            Table::Blocks => "blocks",
            Table::Attributions => "attributions",
            Table::Diagnostics => "diagnostics",
            Table::Facts => "facts",
        }
    }

    /// The table of that name.
    ///
    /// ```
    /// use torch_bulletin_wire::tables::Table;
    /// assert_eq!((Table::of("facts"), Table::of("figures")), (Some(Table::Facts), None));
    /// ```
    pub fn of(name: &str) -> Option<Self> {
        Table::ALL.iter().copied().find(|it| it.as_str() == name)
    }

    /// The names and types of its columns.
    ///
    /// ```
    /// use torch_bulletin_wire::tables::Table;
    /// let schema = Table::Articles.schema();
    /// assert_eq!((schema.field(0).name().as_str(), schema.fields().len()), ("source", 17));
    /// ```
    pub fn schema(self) -> SchemaRef {
        schema(self.layout())
    }

    pub(super) const fn layout(self) -> &'static Layout {
        match self {
            Table::Issues => issues::LAYOUT,
            Table::Articles => articles::LAYOUT,
            Table::Blocks => blocks::LAYOUT,
            Table::Attributions => attributions::LAYOUT,
            Table::Diagnostics => diagnostics::LAYOUT,
            Table::Facts => facts::LAYOUT,
        }
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
