//! Articles 文章, blocks and facts as tables in Arrow's memory format, for data frames and databases.
//!
//! A column is null where the print has nothing. Every row begins with the same key: the issue, and the number
//! of the article in it, from 0. Places are half-open and count in the unit that is asked for.
//!
//! | column of [`articles`] | type | |
//! |---|---|---|
//! | `issue`, `date` | string | as in ids: `2022-12`; `YYYY`, `YYYY-MM` or `YYYY-MM-DD` |
//! | `article`, `id` | uint32, string | the number in the issue; `2022-12/a7` |
//! | `section`, `series` | string | 栏目, 系列 |
//! | `title`, `subtitle` | string | |
//! | `organisations`, `people` | list of string | over all attributions 供稿 |
//! | `page` | string | the printed number of the page it begins on |
//! | `text` | string | a line a block |
//! | `chars`, `blocks` | uint32 | characters (code points) of `text`; number of blocks |
//! | `start`, `end` | uint32 | from title to attribution |
//!
//! | column of [`blocks`] | type | |
//! |---|---|---|
//! | `issue`, `article`, `id` | string, uint32, string | the article it stands in |
//! | `block` | uint32 | its number in the article, from 0 |
//! | `kind` | string | `heading`, `paragraph`, `caption`, `table` or `note` |
//! | `level` | uint32 | of a heading, from 1 |
//! | `marker`, `style`, `number` | string, string, uint32 | the enumerator 序号 |
//! | `lead` | string | 段首小标题 |
//! | `page`, `text`, `chars`, `start`, `end` | as above | |
//!
//! | column of [`observations`] | type | |
//! |---|---|---|
//! | `issue`, `date`, `article`, `id`, `title`, `block`, `page` | as above | where it is printed |
//! | `zone`, `province` | string | 国家高新区 by its short name in the official list |
//! | `subject`, `subject_rule` | string | what the row is about, and where that was found |
//! | `metric` | string | as printed |
//! | `period`, `period_rule` | string | as EDTF, and where it was found |
//! | `low`, `high`, `value` | double | both ends; the number where both are one; 千, 万 and 亿 in it |
//! | `exact_low`, `exact_high` | string | digit by digit, only where a double does not hold them |
//! | `comparator`, `unit` | string | `=` `>` `>=` `<` `<=` `~`; 元, 家, 人 … |
//! | `change_direction`, `change_value`, `change_unit`, `change_basis`, `change_base_period` | string, double, string … | the change beside it |
//! | `rule`, `text`, `start`, `end` | string, string, uint32, uint32 | the rule that read it, and the words |
//!
//! [`facts`] has the columns of all kinds: `kind`, those of observations, and `edtf`, `basis`, `vague`, `dimension`,
//! `approximate`, `whole`, `name`, `titles`, `organisation`, `document`, `relation`, `printed`, `computed`. A `change` fact
//! fills the columns `change_…`.

mod columns;
mod facts;
mod parts;

pub use facts::{facts, observations};
pub use parts::{articles, blocks};
