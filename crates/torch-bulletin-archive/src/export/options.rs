//! What a run is to do 导出选项: which tables, how to parse, how much memory and how many threads.

use torch_bulletin::ParseOptions;
use torch_bulletin_wire::OffsetUnit;
use torch_bulletin_wire::tables::Table;

use super::TableFormat;
use super::encode::Encoder;
use super::manifest::Settings;
use crate::{Limits, sha256};

/// How whole archives become tables 批量导出, for as many runs as wanted.
///
/// ```
/// use torch_bulletin_archive::{Export, TableFormat};
/// use torch_bulletin_wire::tables::Table;
/// # let folder = tempfile::tempdir()?;
/// # std::env::set_current_dir(&folder)?;
/// std::fs::write("3.txt", "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)")?;
/// std::fs::write("4.txt", "\0")?;
///
/// let summary = Export::new().to_folder(["*.txt"], "out", TableFormat::Ndjson, &mut ())?;
/// assert_eq!((summary.read, summary.refused, summary.rows[&Table::Articles]), (1, 1, 1));
/// assert!(std::fs::read_to_string("out/articles/part-00000.ndjson")?.contains("今天没有新闻"));
///
/// let mut csv = Vec::new();
/// Export::new().to_stream(["3.txt"], Table::Articles, TableFormat::Csv, &mut csv, &mut ())?;
/// assert!(csv.starts_with(b"source,issue,date,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Export {
    pub(super) tables: Vec<Table>,
    pub(super) offsets: OffsetUnit,
    pub(super) options: ParseOptions,
    pub(super) numbers: bool,
    pub(super) threads: usize,
    pub(super) limits: Limits,
    pub(super) mark: bool,
    pub(super) part_bytes: u64,
    pub(super) resume: bool,
}

impl Default for Export {
    fn default() -> Self {
        Self::new()
    }
}

impl Export {
    /// All tables, offsets in bytes, a thread for each processor.
    pub fn new() -> Self {
        Self {
            tables: Table::ALL.to_vec(),
            offsets: OffsetUnit::Utf8,
            options: ParseOptions::default(),
            numbers: false,
            threads: 0,
            limits: Limits::default(),
            mark: false,
            part_bytes: 32 << 20,
            resume: false,
        }
    }

    /// Some tables only; without `facts` a run takes a fraction of the time.
    #[must_use]
    pub fn with_tables(mut self, tables: impl IntoIterator<Item = Table>) -> Self {
        self.tables = tables.into_iter().collect();
        self.tables.sort_unstable();
        self.tables.dedup();
        self
    }

    /// What `start` and `end` count.
    #[must_use]
    pub const fn with_offsets(mut self, unit: OffsetUnit) -> Self {
        self.offsets = unit;
        self
    }

    /// How to parse.
    #[must_use]
    pub fn with_options(mut self, options: ParseOptions) -> Self {
        self.options = options;
        self
    }

    /// Whether bare numbers are facts too.
    #[must_use]
    pub const fn with_numbers(mut self, numbers: bool) -> Self {
        self.numbers = numbers;
        self
    }

    /// How many threads read and parse; 0 is one for each processor. What comes out does not depend on it.
    #[must_use]
    pub const fn with_threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// How much is read and unpacked.
    #[must_use]
    pub const fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Whether CSV begins with a byte order mark, as one spreadsheet wants it.
    #[must_use]
    pub const fn with_mark(mut self, mark: bool) -> Self {
        self.mark = mark;
        self
    }

    /// About how many bytes of inputs make a part of a folder, 32 MiB unless said otherwise: what a run that is killed
    /// loses at most.
    #[must_use]
    pub const fn with_part_bytes(mut self, bytes: u64) -> Self {
        self.part_bytes = bytes;
        self
    }

    /// Goes on with a folder that an earlier run with the same settings began: parts whose inputs have the names and
    /// hashes of then, and whose files have theirs, are kept, and every other one is made anew. The folder is in the end what a fresh run would make.
    #[must_use]
    pub const fn with_resume(mut self, resume: bool) -> Self {
        self.resume = resume;
        self
    }

    pub(super) fn encoders(&self, format: TableFormat) -> std::io::Result<Vec<(Table, Encoder)>> {
        self.tables.iter().map(|&table| Ok((table, Encoder::new(table, format, self.mark)?))).collect()
    }

    pub(super) fn settings(&self, format: TableFormat) -> Settings {
        let options =
            serde_json::to_string(&self.options).expect("options always serialise; this is our bug");
        Settings {
            schema: SCHEMA,
            generator: concat!("torch-bulletin ", env!("CARGO_PKG_VERSION")).to_owned(),
            format: format.as_str().to_owned(),
            tables: self.tables.iter().map(|table| table.as_str().to_owned()).collect(),
            offsets: self.offsets.as_str().to_owned(),
            mark: self.mark,
            numbers: self.numbers,
            part_bytes: self.part_bytes,
            joins: self.options.joins.as_str().to_owned(),
            profile: self.options.profile.name.to_string(),
            options_sha256: sha256(options.as_bytes()),
        }
    }
}

/// The version of the tables' columns and of the folder.
const SCHEMA: u32 = 1;
