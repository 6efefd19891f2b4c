//! Issues as tables 表 in Arrow's memory format, for data frames and databases.
//!
//! [`Rows`] makes one of the six [`Table`]s out of as many issues as there are; [`articles`] and [`blocks`] make those
//! of one issue, without the column `source`. A cell is null where the print has nothing. Places (`start`, `end`) are
//! half-open and count in the unit that is asked for; they lead into the decoded text of the `source`.
//!
//! Every table begins with the same keys. They join:
//!
//! | key | type | joins |
//! |---|---|---|
//! | `source` | string | the rows of one issue in all tables: its file, and `#` with its key where the file holds several (`volume.txt#2022-12`), or with `whole` where a file is itself called so; unique in an archive |
//! | `issue` | string | as in ids: `2022-12`; null where none is printed, and the same for two copies of one issue |
//! | `article` | uint32 | with `source`: an article, from 0 over the whole issue |
//! | `block` | uint32 | with `source` and `article`: a block, from 0 |
//!
//! | `issues` 期 | type | |
//! |---|---|---|
//! | `source`, `issue` | string | the keys |
//! | `file` | string | the file or member, without `#`; several issues may share it |
//! | `year`, `number`, `number_last` | uint32 | 年, 期; first and last differ for a joint issue 合刊 |
//! | `whole_number`, `whole_number_last` | uint32 | 总第N期 |
//! | `kind` | string | `regular`, `supplement` or `special`; null without an issue line |
//! | `date` | string | `YYYY`, `YYYY-MM` or `YYYY-MM-DD` |
//! | `title`, `publisher` | string | as printed in the masthead |
//! | `pages`, `sections`, `articles`, `blocks` | uint32 | how many |
//! | `unparsed` | uint32 | lines without a place in the issue |
//! | `errors`, `warnings`, `notes` | uint32 | diagnostics, repeated ones counted |
//! | `chars` | uint32 | characters (code points) of the decoded text |
//! | `bytes` | uint32 | of the file, or of the part of its text |
//! | `sha256` | string | of the same bytes |
//! | `encoding`, `certainty`, `format` | string | as in the JSON's `source` |
//!
//! | `articles` 文章 | type | |
//! |---|---|---|
//! | `source`, `issue`, `date` | string | the keys; the issue's date |
//! | `article`, `id` | uint32, string | the number in the issue; `2022-12/a7` |
//! | `section`, `series` | string | 栏目, 系列 |
//! | `title`, `subtitle` | string | |
//! | `organisations`, `people` | list of string | over all attributions 供稿 |
//! | `page` | string | the printed number of the page it begins on |
//! | `chars`, `blocks` | uint32 | characters (code points) of `text`; number of blocks |
//! | `start`, `end` | uint32 | from title to attribution |
//! | `text` | string | a line a block |
//!
//! | `blocks` 段落 | type | |
//! |---|---|---|
//! | `source`, `issue`, `article`, `id` | string, string, uint32, string | the article it stands in |
//! | `block` | uint32 | its number in the article, from 0 |
//! | `kind` | string | `heading`, `paragraph`, `caption`, `table` or `note` |
//! | `level` | uint32 | of a heading, from 1 |
//! | `marker`, `style`, `number` | string, string, uint32 | the enumerator 序号 |
//! | `lead` | string | 段首小标题 |
//! | `page`, `chars`, `start`, `end`, `text` | as above | |
//!
//! | `attributions` 供稿 | type | |
//! |---|---|---|
//! | `source`, `issue`, `article`, `id` | string, string, uint32, string | the article it signs |
//! | `attribution` | uint32 | its number in the article, from 0 |
//! | `label` | string | 供稿, 来源 … |
//! | `organisations`, `people` | list of string | |
//! | `start`, `end` | uint32 | from bracket to bracket |
//!
//! | `diagnostics` 疑点 | type | |
//! |---|---|---|
//! | `source`, `issue` | string | the keys |
//! | `code`, `severity` | string | |
//! | `line` | uint32 | of the decoded text, from 1; null where the finding has no place |
//! | `count` | uint32 | how many findings it stands for |
//! | `start`, `end` | uint32 | |
//! | `message`, `help` | string | |
//!
//! | `facts` 事实 | type | of which kinds |
//! |---|---|---|
//! | `source`, `issue`, `article`, `block` | string, string, uint32, uint32 | all; `article` null for front matter, `block` for a title or attribution |
//! | `kind`, `rule`, `text` | string | all |
//! | `start`, `end` | uint32 | all: the hull of the places |
//! | `date` | string | `date`: EDTF |
//! | `low`, `high`, `value` | float64 | `quantity`, `observation`, `number`; `value` where both ends are one, or the amount of a `change` |
//! | `exact_low`, `exact_high` | string | the same: the digits, where a double does not hold them |
//! | `comparator`, `unit`, `dimension` | string | |
//! | `approximate`, `vague` | bool | `quantity`, `number`; `date` |
//! | `subject`, `subject_rule`, `zone`, `province`, `approved`, `metric`, `period`, `period_rule` | string | `observation`; `zone` |
//! | `direction`, `basis`, `base_period`, `whole` | string | `change`; `basis` of a `date` too |
//! | `change_direction`, `change_basis`, `change_base_period`, `change_whole`, `change_unit` | string | `observation` |
//! | `change_value` | float64 | `observation` |
//! | `name`, `organisation` | string | `person` |
//! | `titles` | list of string | `person` |
//! | `title` | string | `document` |
//! | `relation` | string | `figures-agree`, `figures-disagree` |
//! | `printed`, `computed` | float64 | the same |
//!
//! [`facts`] and [`observations`] are tables of one text, for reading: they name the article's title, the page and the province.

mod articles;
mod attributions;
mod blocks;
mod columns;
mod diagnostics;
mod facts;
mod issue;
mod issues;
mod rows;
mod single;
mod table;
mod text;

pub use issue::Issue;
pub use rows::{Rows, articles, blocks};
pub use single::{facts, observations};
pub use table::Table;
pub use text::{csv_head, to_csv, to_ndjson};
