//! The cards 卡片 of every input of a walk, made by several threads.

use std::ops::ControlFlow;

use torch_bulletin::ParseOptions;

use super::{Catalogue, IssueCard};
use crate::guarded::{Done, made_of};
use crate::{ReadError, Walk, in_order};

/// What came of one input of [`Catalogue::gather`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Gathered {
    /// Its name, as the walk has it.
    pub name: String,
    /// The number of its bytes; 0 where they could not be had.
    pub bytes: u64,
    /// The cards of its issues, which are in the catalogue now: how many; or why it was not read.
    pub issues: Result<usize, ReadError>,
}

impl Catalogue {
    /// Puts in the issues of every input, in the order of the walk. Inputs are read by several threads, 0 being one for each
    /// processor; `tell` hears of each in order, and may call the rest off.
    ///
    /// ```
    /// use std::ops::ControlFlow;
    /// use torch_bulletin_archive::{Catalogue, ParseOptions, Walk};
    /// let (mut catalogue, mut failed) = (Catalogue::default(), Vec::new());
    /// catalogue.gather(Walk::new(["missing.txt"]), &ParseOptions::default(), 2, |input| {
    ///     failed.extend(input.issues.is_err().then_some(input.name));
    ///     ControlFlow::Continue(())
    /// });
    /// assert_eq!((catalogue.issues().len(), failed), (0, vec!["missing.txt".to_owned()]));
    /// ```
    pub fn gather(
        &mut self,
        walk: Walk,
        options: &ParseOptions,
        threads: usize,
        mut tell: impl FnMut(Gathered) -> ControlFlow<()>,
    ) {
        let work = |entry| made_of(entry, |name, bytes| IssueCard::all(name, bytes, options));
        in_order(walk, threads, work, |Done { name, bytes, made }| {
            let issues = made.map(|cards| {
                let count = cards.len();
                self.extend(cards);
                count
            });
            tell(Gathered { name, bytes, issues })
        });
    }
}
