//! Phase 1, layout 版面: the physical lines of a text, its pages, and how its paragraphs are set.
//!
//! Page furniture (page numbers, running heads, rules, lines there twice) is found here and marked, never dropped.

mod duplicate;
mod furniture;
mod glued;
mod imprint;
mod line;
mod page;
mod running;
mod setting;
mod single;

pub(crate) use line::columns;
pub use line::{Line, LineClass};
pub(crate) use setting::SLACK;
pub use setting::Setting;

use crate::Profile;
use crate::going::Going;
use crate::model::Page;

/// What the page tells about a text before anything is read: lines, pages, setting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The lines that hold ink, in order. Blank lines leave their mark on the line after them.
    pub lines: Vec<Line>,
    /// The pages, where form feeds or page numbers show them; else empty.
    pub pages: Vec<Page>,
    /// How paragraphs are set.
    pub setting: Setting,
}

/// Reads the layout of a text of at most 4 GiB − 1 bytes.
///
/// ```
/// use torch_bulletin::layout::{LineClass, layout};
/// let layout = layout("动态\n\n  消息。\n— 3 —\n");
/// let classes: Vec<_> = layout.lines.iter().map(|line| line.class).collect();
/// assert_eq!(classes, [LineClass::Text, LineClass::Text, LineClass::PageNumber]);
/// assert!(layout.lines[1].blank_before);
/// assert_eq!(layout.lines[1].indent, 2);
/// ```
pub fn layout(source: &str) -> Layout {
    layout_with(source, &Profile::TORCH)
}

/// Reads the layout of a text of another newsletter, whose name tells running heads; see [`layout`].
pub fn layout_with(source: &str, profile: &Profile) -> Layout {
    layout_while(source, profile, &Going::to_the_end())
}

/// Reads the layout unless it is called off: then as much of it as was read.
pub(crate) fn layout_while(source: &str, profile: &Profile, going: &Going<'_>) -> Layout {
    let mut lines = line::lines(source, going);
    imprint::part_names(source, &mut lines, profile);
    imprint::part_sides(source, &mut lines, profile);
    let pages = furniture::mark(source, &mut lines, profile, going);
    if !going.ask() {
        return Layout::default();
    }
    page::level_pages(&mut lines);
    let setting = Setting::of(source, &mut lines);
    duplicate::mark(source, &mut lines, setting);
    Layout { lines, pages, setting }
}

/// The numbers of the lines of a class, for the tests of what marks them.
#[cfg(test)]
fn lines_of(class: LineClass, source: &str) -> Vec<usize> {
    let lines = layout(source).lines;
    (0..lines.len()).filter(|&index| lines[index].class == class).collect()
}
