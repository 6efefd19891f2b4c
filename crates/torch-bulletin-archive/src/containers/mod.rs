//! Folders, patterns and containers 文件夹与压缩包 become one stream of inputs, each with a name that stays the same.
//!
//! ```text
//! paths ──▶ files ──▶ zip, tar, gzip, lines of JSON, one in another ──▶ entries: a name, and bytes or why there are none
//! ```
//!
//! | what | how it is told | names of its inputs |
//! |---|---|---|
//! | file | any other | `2022/12.txt`: the path as given |
//! | folder | by the system | `2022/12.txt`: the path as given, then sorted by name, folder by folder |
//! | pattern | no such file, and `*`, `?` or `[` in it | as the path that it finds |
//! | zip | by its first bytes | `all.zip!/2022/12.txt`, in the order of its directory |
//! | tar | by its first bytes, or `.tar` | `all.tar!/2022/12.txt` |
//! | gzip | by its first bytes | `12.txt.gz!/12.txt`; of a tar in it `all.tar.gz!/2022/12.txt` |
//! | lines of JSON | `.jsonl` or `.ndjson` | `all.jsonl!/ID`, or the number of the line |
//! | standard input | `-` | `<stdin>`, or `<stdin>!/…`; lines of JSON where it begins with `{` |
//!
//! Office documents are zip files too, and are refused as what they are. A name that comes again, as that of two members, gets
//! `~2`, `~3` …, so that no two entries of a walk share one; bytes of a name that spell no character are `\xFF`. Nothing is
//! ever unpacked to a disk: a member named `../../x` is an entry of that name, and no more. A zip file that was cut has its
//! members up to there, and one packed by gzip may be padded with zeros; what else follows the end of a container is named
//! with its place.

mod container;
mod directory;
mod entry;
mod gzip;
mod limits;
mod lines;
mod local;
mod long_line;
mod member_name;
mod meter;
mod noise;
mod paths;
mod pattern;
mod real;
mod source;
mod tar;
mod waiting;
mod walk;
mod zip;

pub use entry::Entry;
pub use limits::{Exceeded, Limits};
pub use paths::expand;
pub use walk::Walk;
