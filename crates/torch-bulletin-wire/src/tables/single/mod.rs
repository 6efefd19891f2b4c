//! Facts 事实 of one text as tables, with the names of titles, pages and provinces beside them: what a notebook shows.
//!
//! The table of facts of an archive ([`Table::Facts`](super::Table)) has keys that join instead.
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

mod facts;
mod layout;

pub use facts::{facts, observations};
