//! How to parse: one set of options for every language.

use serde::{Deserialize, Serialize};

use crate::Profile;
use crate::vocabulary::vocabulary;

/// How to parse; the same in every language. `Default` is right for nearly every text.
///
/// ```
/// use torch_bulletin::{Joins, ParseOptions};
/// let options = ParseOptions::default().with_joins(Joins::None);
/// assert_eq!(options.joins, Joins::None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct ParseOptions {
    /// Whether paragraphs that a line end or page end cut are joined again.
    pub joins: Joins,
    /// The newsletter: its name and its words. The Torch bulletin's unless said otherwise.
    #[serde(skip_serializing_if = "Profile::is_torch")]
    pub profile: Profile,
}

impl ParseOptions {
    /// The same options with another rule for joins.
    #[must_use]
    pub fn with_joins(mut self, joins: Joins) -> Self {
        self.joins = joins;
        self
    }

    /// The same options for another newsletter.
    #[must_use]
    pub fn with_profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }
}

vocabulary! {
    /// When the pieces of a paragraph are put together.
    #[derive(Default)]
    pub enum Joins {
        /// Where both sides give evidence that they are one paragraph.
        #[default]
        Evidence = "evidence",
        /// Never: every physical line is a block of its own.
        None = "none",
    }
}
