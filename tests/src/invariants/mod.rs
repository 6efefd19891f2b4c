//! What must hold of the parse of any text, however odd; the promises of the library as assertions.
//!
//! [`check`] looks at one tree, [`check_parse`] parses with every option and looks at all that comes of it.
//! An error is one line that names the node and shows text, not numbers alone.

mod block;
mod facts;
mod primary;
mod report;
mod search;
mod text;
mod tree;

use torch_bulletin::{Bulletin, Joins, ParseOptions, Span, model, parse_with};

use crate::renderers::RENDERERS;

/// Nothing, or what does not hold and where.
pub type Outcome = Result<(), String>;

/// Asserts of a tree that it fits its source.
///
/// - The primary spans are disjoint, lie on character boundaries, and cover every non-blank character once.
/// - The pieces of every text ascend, and the text reads as its pieces joined by their reasons.
/// - Children lie in their parents and ascend; views (markers, leads, points, items, extensions) lie inside
///   their text; indices lead somewhere.
/// - Parsing the source again with the same options is the business of [`check_parse`].
///
/// # Errors
/// The first thing that does not hold.
pub fn check(source: &str, bulletin: &Bulletin) -> Outcome {
    primary::check(source, bulletin)?;
    tree::check(source, bulletin)
}

/// Parses with every option and asserts [`check`] of each tree; that a second parse gives the same tree and
/// the same report; that findings and facts have their place in the source; that words of the tree are found; that every output can be made.
///
/// # Errors
/// The first thing that does not hold.
pub fn check_parse(source: &str) -> Outcome {
    for &joins in Joins::ALL {
        check_options(source, &ParseOptions::default().with_joins(joins))
            .within(|| format!("with joins {joins}"))?;
    }
    Ok(())
}

fn check_options(source: &str, options: &ParseOptions) -> Outcome {
    let parsed = parse_with(source, options);
    let bulletin = parsed.bulletin();
    ensure(parsed.source() == source, || "the source of the parse is not what was parsed".to_owned())?;
    check(source, bulletin)?;
    if options.joins == Joins::None {
        nothing_is_joined(source, bulletin)?;
    }

    let found = parsed.report();
    report::check(source, &found).within(|| "report".to_owned())?;
    search::check(source, bulletin).within(|| "search".to_owned())?;
    let again = parse_with(source, options);
    ensure(again.bulletin() == bulletin, || "a second parse gives another tree".to_owned())?;
    ensure(again.report() == found, || "a second parse gives another report".to_owned())?;

    // What is made of a tree must not panic; what it should be is for the goldens.
    for (_, renderer) in RENDERERS {
        let _ = renderer(source, bulletin);
    }

    facts::check(source, bulletin).within(|| "facts".to_owned())?;

    let bulletin = bulletin.clone();
    let document = parsed.into_document();
    ensure(document.bulletin() == &bulletin, || "the document holds another tree".to_owned())?;
    ensure(*document.report() == found, || "the document makes another report".to_owned())
}

/// Where nothing may be joined, every physical line is a block of its own.
fn nothing_is_joined(source: &str, bulletin: &Bulletin) -> Outcome {
    let blocks = bulletin.articles().flat_map(|article| &article.blocks);
    for block in blocks {
        if let model::Block::Paragraph { text, .. } = block {
            ensure(text.tail().is_empty(), || {
                format!("a paragraph of {} pieces: «{}»", text.spans().len(), shown(&text.of(source)))
            })?;
        }
    }
    Ok(())
}

/// Adds to an error where it was found.
pub(crate) trait Within {
    fn within(self, place: impl FnOnce() -> String) -> Self;
}

impl Within for Outcome {
    fn within(self, place: impl FnOnce() -> String) -> Self {
        self.map_err(|what| format!("{}: {what}", place()))
    }
}

/// An error, unless something holds.
pub(crate) fn ensure(holds: bool, what: impl FnOnce() -> String) -> Outcome {
    if holds { Ok(()) } else { Err(what()) }
}

/// The text at a place that must be one: inside the source, on character boundaries, not empty.
pub(crate) fn slice(source: &str, span: Span) -> Result<&str, String> {
    let text = span
        .of(source)
        .ok_or_else(|| format!("{span:?} leaves the source of {} bytes or cuts a character", source.len()))?;
    ensure(!text.is_empty(), || format!("{span:?} is empty"))?;
    Ok(text)
}

/// The beginning of a text on one line, for messages.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 30;
    let head: String = text.chars().take(MOST).flat_map(char::escape_debug).collect();
    if text.chars().nth(MOST).is_some() { format!("{head}…") } else { head }
}
