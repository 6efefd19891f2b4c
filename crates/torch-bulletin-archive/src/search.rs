//! Words in many files 全文检索: what cannot hold them is never parsed.

use std::borrow::Cow;
use std::iter::FusedIterator;
use std::mem::take;
use std::ops::ControlFlow;

use torch_bulletin::search::{Hit, Query};
use torch_bulletin::{Document, LineCursor, ParseOptions};

use crate::guarded::{Done, made_of};
use crate::in_order::in_portions;
use crate::keys::source_of;
use crate::{Entry, IssuePart, ReadError, SourceText, Walk};

/// Looks for words in every input of a [`Walk`], in its order.
///
/// There is no index: every text is read through. Where a text cannot hold the words ([`Query::may_hold`]) that is a byte
/// search over it; the others are parsed.
///
/// ```
/// use torch_bulletin::search::Query;
/// use torch_bulletin_archive::{Search, Walk};
/// # let folder = tempfile::tempdir()?;
/// # std::env::set_current_dir(&folder)?;
/// std::fs::write("1.txt", "火炬动态\n2019年第3期 2019年3月31日\n甲市开会\n全国⽕炬会议召开。\n(供稿:甲市)")?;
/// std::fs::write("2.txt", "没有新闻。")?;
///
/// let query = Query::new(["火炬", "会议"])?;
/// let found: Vec<_> = Search::new(Walk::new(["1.txt", "2.txt", "3.txt"]), query).collect();
/// assert_eq!(found[0].issues.as_ref().unwrap()[0].hits.len(), 2);
/// assert!(found[1].issues.as_ref().unwrap().is_empty());
/// assert_eq!((found[2].name.as_str(), found[2].issues.as_ref().unwrap_err().code()), ("3.txt", "unreadable"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Search {
    walk: Walk,
    query: Query,
    options: ParseOptions,
}

/// What came of one input of a [`Search`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Searched {
    /// Its name, as the walk has it.
    pub name: String,
    /// Its issues that have the words, or why it was not read.
    pub issues: Result<Vec<FoundIssue>, ReadError>,
    /// Whether that is all of it: a large volume comes in several, from [`Search::in_order`].
    pub ends: bool,
}

/// An issue 期 that has the words.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FoundIssue {
    /// The key of the issue where the text holds several (a bound volume), as in [`Reading::issues`](crate::Reading::issues).
    pub key: Option<String>,
    /// The issue; its places count in its part of the text.
    pub document: Document,
    /// How many lines of the text come before that part.
    pub lines_before: u32,
    /// The words, in the order of the source; never none.
    pub hits: Vec<Hit>,
}

impl FoundIssue {
    /// The name of the issue in the file of a name: with `#` and its key where the file holds several.
    pub fn name<'f>(&self, file: &'f str) -> Cow<'f, str> {
        source_of(file, self.key.as_deref())
    }

    /// Its hits as they cross a border, with a [name](Self::name) and places in a unit.
    #[cfg(feature = "tables")]
    pub fn hits<'f>(
        &'f self,
        name: &'f str,
        query: &'f Query,
        unit: torch_bulletin_wire::OffsetUnit,
    ) -> Vec<torch_bulletin_wire::Hit<'f>> {
        let Self { document, lines_before, hits, .. } = self;
        let (source, bulletin) = (document.source(), document.bulletin());
        let issue =
            torch_bulletin_wire::Searched { name: Some(name), source, bulletin, lines_before: *lines_before };
        torch_bulletin_wire::Hit::all(&issue, query, hits, unit)
    }
}

impl Search {
    /// A search through a walk.
    pub fn new(walk: Walk, query: Query) -> Self {
        Self { walk, query, options: ParseOptions::default() }
    }

    /// The same with options for parsing.
    #[must_use]
    pub fn with_options(mut self, options: ParseOptions) -> Self {
        self.options = options;
        self
    }

    /// The words that are looked for.
    pub const fn query(&self) -> &Query {
        &self.query
    }

    /// The walk, for whoever shows its progress.
    pub const fn walk(&self) -> &Walk {
        &self.walk
    }
}

impl Iterator for Search {
    type Item = Searched;

    fn next(&mut self) -> Option<Searched> {
        let entry = self.walk.next()?;
        Some(searched(entry, &self.query, &self.options))
    }
}

impl FusedIterator for Search {}

impl Search {
    /// The same by several threads, 0 being one for each processor: what is taken does not depend on their number, and `take`
    /// may call the rest off.
    ///
    /// ```
    /// use std::ops::ControlFlow;
    /// use torch_bulletin::search::Query;
    /// use torch_bulletin_archive::{Search, Walk};
    /// let mut names = Vec::new();
    /// Search::new(Walk::new(["2.txt", "1.txt"]), Query::new(["火炬"])?).in_order(2, |found| {
    ///     names.push(found.name);
    ///     ControlFlow::Continue(())
    /// });
    /// assert_eq!(names, ["2.txt", "1.txt"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn in_order(self, threads: usize, take: impl FnMut(Searched) -> ControlFlow<()>) {
        let Self { walk, query, options } = self;
        let work = |entry: Entry, give: &mut dyn FnMut(Searched) -> ControlFlow<()>| {
            let Done { name, made, .. } = made_of(entry, |name, bytes| {
                look(bytes, &query, &options, &mut |found| {
                    give(Searched { name: name.to_owned(), issues: Ok(found), ends: false })
                })
            });
            let _ = give(Searched { name, issues: made, ends: true }); // the last one
        };
        in_portions(walk, threads, work, take);
    }
}

fn searched(entry: Entry, query: &Query, options: &ParseOptions) -> Searched {
    let Done { name, made, .. } = made_of(entry, |_, bytes| search_bytes(bytes, query, options));
    Searched { name, issues: made, ends: true }
}

/// Looks for words in the bytes of one file: each of its issues that has them.
///
/// # Errors
/// As [`read`](crate::read).
pub fn search_bytes(
    bytes: &[u8],
    query: &Query,
    options: &ParseOptions,
) -> Result<Vec<FoundIssue>, ReadError> {
    let mut all = Vec::new();
    let last = look(bytes, query, options, &mut |found| {
        all.extend(found);
        ControlFlow::Continue(())
    })?;
    all.extend(last);
    Ok(all)
}

/// So many bytes of issues that have the words are kept; more are handed over.
const PORTION: usize = 2 << 20;

/// Looks for words, and hands over what it has where that is much; the rest is given back.
fn look(
    bytes: &[u8],
    query: &Query,
    options: &ParseOptions,
    flush: &mut dyn FnMut(Vec<FoundIssue>) -> ControlFlow<()>,
) -> Result<Vec<FoundIssue>, ReadError> {
    let source = SourceText::decode(bytes)?;
    let text = source.text();
    if !query.may_hold(text) {
        return Ok(Vec::new());
    }
    let mut lines = LineCursor::new(text);
    let (mut found, mut held) = (Vec::new(), 0);
    // Every issue is parsed, since its key depends on those before it.
    for IssuePart { key, span, parsed } in source.issues(options) {
        let hits = query.find(parsed.source(), parsed.bulletin());
        if !hits.is_empty() {
            let lines_before = lines.position(span.start()).line - 1;
            if held >= PORTION {
                held = 0;
                if flush(take(&mut found)).is_break() {
                    break;
                }
            }
            held += span.range().len();
            found.push(FoundIssue { key, document: parsed.into_document(), lines_before, hits });
        }
    }
    Ok(found)
}
