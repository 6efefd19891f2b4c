//! The formats that tables are written in.

/// How a table 表 is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TableFormat {
    /// Apache Parquet, packed with Snappy.
    Parquet,
    /// Arrow IPC: the file format (Feather), or on a stream the stream format.
    Arrow,
    /// One JSON object a line; what is absent is `null`.
    Ndjson,
    /// RFC 4180 with a head, in UTF-8; lists are parted by 、, and what a spreadsheet would run begins with an apostrophe.
    Csv,
}

impl TableFormat {
    /// Every format, in the order of declaration.
    pub const ALL: &'static [TableFormat] =
        &[TableFormat::Parquet, TableFormat::Arrow, TableFormat::Ndjson, TableFormat::Csv];

    /// The stable name, which is the ending of its files too.
    pub const fn as_str(self) -> &'static str {
        match self {
            TableFormat::Parquet => "parquet",
            TableFormat::Arrow => "arrow",
            TableFormat::Ndjson => "ndjson",
            TableFormat::Csv => "csv",
        }
    }

    /// The format that the ending of a file name asks for.
    ///
    /// ```
    /// use torch_bulletin_archive::TableFormat;
    /// assert_eq!(TableFormat::of_ending("Feather"), Some(TableFormat::Arrow));
    /// ```
    pub fn of_ending(ending: &str) -> Option<Self> {
        Some(match ending.to_ascii_lowercase().as_str() {
            "parquet" | "pq" => TableFormat::Parquet,
            "arrow" | "feather" | "ipc" => TableFormat::Arrow,
            "ndjson" | "jsonl" => TableFormat::Ndjson,
            "csv" => TableFormat::Csv,
            _ => return None,
        })
    }
}

impl std::fmt::Display for TableFormat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
