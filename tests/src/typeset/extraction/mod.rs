//! Real extractions: models printed to PDF by a browser in page designs of our own, and read back by extractors.
//!
//! | module | what it holds |
//! |---|---|
//! | `design` | pages: paper, type, indents, heads and feet |
//! | `tools` | the browser and the extractors, where they are installed |
//! | `borders` | what a printed page no longer shows of an issue |

mod borders;
mod design;
mod tools;

use std::fs;
use std::path::Path;

use super::grid::found;
use super::model::Issue;
use super::score::{Score, score};

pub use design::{DESIGNS, Design};
pub use tools::{Extractor, Tools};

/// One text that an extractor gave, and how it was read.
#[derive(Clone, Debug)]
pub struct Extraction {
    /// `model × design × extractor`.
    pub name: String,
    /// The extractor's name.
    pub extractor: &'static str,
    /// The design's name.
    pub design: &'static str,
    /// What was found of the issue.
    pub score: Score,
}

/// Prints issues in every design, reads each print with every extractor, and scores what is found. Texts and
/// prints stay in `folder`.
///
/// # Errors
/// Where a tool fails: which, on what, and what it said.
pub fn run(issues: &[Issue], tools: &Tools, folder: &Path) -> Result<Vec<Extraction>, String> {
    let mut out = Vec::new();
    for design in DESIGNS {
        for issue in issues {
            let name = format!("{}-{}", issue.name, design.name);
            let file = |ending: &str| folder.join(format!("{name}.{ending}"));
            let (page, pdf) = (file("html"), file("pdf"));
            let write = |path: &Path, text: &str| {
                fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
            };
            let issue = design.applied(issue);
            write(&page, &design.page(&issue))?;
            tools.print(&page, &pdf)?;
            for extractor in &tools.extractors {
                let text = extractor.read(&pdf)?;
                write(&file(&format!("{}.txt", extractor.name)), &text)?;
                let expected = borders::opened(&issue, &text, design);
                out.push(Extraction {
                    name: format!("{} × {} × {}", issue.name, design.name, extractor.name),
                    extractor: extractor.name,
                    design: design.name,
                    score: score(&expected, &found(&text)),
                });
            }
        }
    }
    Ok(out)
}
