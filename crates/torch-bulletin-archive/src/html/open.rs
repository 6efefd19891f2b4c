//! The elements 元素 that are open where a page is being read, one in another.

use super::element::{Role, is_void};
use super::emphasis::Emphasis;

/// An element that is open, or is being opened.
#[derive(Clone, Debug, Default)]
pub(super) struct Open {
    pub(super) name: Vec<u8>,
    pub(super) role: Option<Role>,
    /// Of a table: whether it only sets the page out.
    pub(super) layout: bool,
    pub(super) emphasis: Emphasis,
    /// Rows and columns that a cell takes.
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl Open {
    fn is(&self, name: &[u8]) -> bool {
        self.name == name
    }
}

/// Elements open at once; browsers forget deeper ones too, so that no page costs the square of its length.
const DEEPEST: usize = 512;

/// The elements, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Stack(Vec<Open>);

impl Stack {
    /// Goes into an element, if it has an inside.
    pub(super) fn push(&mut self, element: Open) {
        if !is_void(&element.name) && self.0.len() < DEEPEST {
            self.0.push(element);
        }
    }

    /// Goes out of an element, and of those inside it.
    pub(super) fn close(&mut self, at: usize) {
        self.0.truncate(at);
    }

    /// Goes out of those inside an element that is a part of a table: the end of a row is in none of its cells.
    pub(super) fn close_inside(&mut self, at: usize) {
        if matches!(self.0[at].name.as_slice(), b"tr" | b"table" | b"tbody" | b"thead") {
            self.0.truncate(at + 1);
        }
    }

    /// The innermost element of a name.
    pub(super) fn innermost(&self, name: &[u8]) -> Option<usize> {
        self.0.iter().rposition(|it| it.is(name))
    }

    /// The outermost element of some names inside the innermost table.
    pub(super) fn outermost_of_table(&self, names: &[&[u8]]) -> Option<usize> {
        let table = self.innermost(b"table").map_or(0, |at| at + 1);
        let is = |it: &Open| names.contains(&it.name.as_slice());
        self.0[table..].iter().position(is).map(|at| table + at)
    }

    /// A hidden paragraph or entry that ends where an element begins, whether or not the page says so.
    pub(super) fn hidden_until(&self, name: &[u8], role: Role) -> Option<usize> {
        let at = match role {
            _ if name == b"li" => self
                .innermost(b"li")
                .filter(|&at| !self.0[at..].iter().any(|it| it.is(b"ul") || it.is(b"ol"))),
            Role::Line | Role::Block => self.innermost(b"p"),
            _ => None,
        };
        at.filter(|&at| self.0[at].role == Some(Role::Skipped))
    }

    /// Whether an element, or one inside it, has one of some roles.
    pub(super) fn has_from(&self, at: usize, roles: &[Role]) -> bool {
        self.0[at..].iter().any(|it| it.role.is_some_and(|role| roles.contains(&role)))
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.has_from(0, &[role])
    }

    /// Whether the innermost table holds data.
    pub(super) fn is_data(&self) -> bool {
        self.innermost(b"table").is_some_and(|at| !self.0[at].layout)
    }

    /// Whether a cell of data is open.
    pub(super) fn in_cell(&self) -> bool {
        self.0.iter().rev().take_while(|it| !it.is(b"table")).any(|it| it.role == Some(Role::Cell))
    }

    /// How text here stands out. A cell has its own alignment, whatever the table stands in.
    pub(super) fn emphasis(&self) -> Emphasis {
        let inside = self.0.iter().rev().take_while(|it| !it.is(b"td") && !it.is(b"th"));
        inside.map(|it| it.emphasis).max().unwrap_or_default()
    }
}
