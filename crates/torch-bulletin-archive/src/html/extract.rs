//! Reads the markup: paragraphs, headings and rows become lines, blanks as a browser shows them.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::characters::{Characters, raised};
use super::element::{Role, hides, number, role};
use super::emphasis::Emphasis;
use super::open::{Open, Stack};
use super::page::Page;
use super::sheet::Sheet;
use super::surroundings::{is_line, is_marked};
use super::table::{Grid, layouts};

/// The text of a page.
pub(crate) fn extract(markup: &str) -> Page {
    let mut reader = Reader { markup, layouts: layouts(markup), ..Reader::default() };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        reader.event(&event, span.start..span.end);
        None::<Infallible>
    });
    // Without a tree, the tokenizer has to be told that scripts hold no markup.
    emitter.naively_switch_states(true);
    match Tokenizer::new_with_emitter(markup, emitter).finish() {
        Ok(()) => reader.page(),
    }
}

/// Between the columns of a row; a cell of several columns or rows has its text in the first of them, the others are empty.
const BETWEEN_CELLS: &str = "\t";

#[derive(Debug, Default)]
struct Reader<'m> {
    markup: &'m str,
    article: Sheet,
    surroundings: Sheet,
    lines: Vec<Range<usize>>,
    /// The line that is being read.
    line: Sheet,
    /// Whether the line before needs air after it.
    air: bool,
    /// Blanks that were read and not yet shown: whether one had a line end.
    blank: Option<bool>,
    /// Which tables only set the page out, and how many have begun.
    layouts: Vec<bool>,
    tables: usize,
    /// The columns of the table.
    grid: Grid,
    /// How the line that is being read stands out, and whether all of it is bold.
    indent: usize,
    plain: bool,
    /// The elements that are open.
    open: Stack,
    /// The element that is being opened.
    opening: Open,
    /// The attribute that is being read.
    attribute: Vec<u8>,
}

impl Reader<'_> {
    fn event(&mut self, event: &CallbackEvent<'_>, span: Range<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.opening = Open {
                    role: Some(role(name)),
                    emphasis: Emphasis::of(name),
                    name: name.to_vec(),
                    ..Open::default()
                };
            }
            CallbackEvent::AttributeName { name } => {
                self.attribute = name.to_vec();
                self.mark(&[]);
            }
            CallbackEvent::AttributeValue { value } => self.mark(value),
            CallbackEvent::CloseStartTag { .. } => self.open(),
            CallbackEvent::EndTag { name } => self.close(name),
            CallbackEvent::String { value } => {
                if let Ok(value) = std::str::from_utf8(value) {
                    self.string(value, span);
                }
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    /// An attribute of the element that is being opened.
    fn mark(&mut self, value: &[u8]) {
        if !value.is_empty() {
            match (self.attribute.as_slice(), &mut self.opening) {
                (b"rowspan", cell) => cell.rows = number(value),
                (b"colspan", cell) => cell.columns = number(value),
                (attribute, element) => {
                    element.emphasis = element.emphasis.max(Emphasis::styled(attribute, value));
                }
            }
        }
        let body = matches!(self.opening.name.as_slice(), b"html" | b"body");
        let fixed = body || self.opening.role == Some(Role::Skipped);
        if !fixed && hides(&self.attribute, value) {
            self.opening.role = Some(Role::Skipped);
        } else if !fixed && is_marked(&self.attribute, value) {
            self.opening.role = Some(Role::Surroundings);
        }
    }

    fn open(&mut self) {
        let mut opening = std::mem::take(&mut self.opening);
        let Some(mut role) = opening.role else { return };
        // A cell ends where the next begins, a row where the next does, whether or not the page says so.
        match opening.name.as_slice() {
            b"td" | b"th" => self.close_inside(&[b"td", b"th"]),
            b"tr" => self.close_inside(&[b"tr", b"td", b"th"]),
            name => {
                if let Some(at) = self.open.hidden_until(name, role) {
                    self.open.close(at);
                }
            }
        }
        let hidden = self.open.has(Role::Skipped);
        if opening.name == b"table" {
            opening.layout = self.layouts.get(self.tables).copied().unwrap_or(false);
            self.tables += 1;
            if !hidden {
                self.grid = Grid::default();
            }
        }
        // What is in nothing that shows sets nothing out.
        if hidden && role != Role::Skipped {
            role = Role::Inline;
            opening.role = Some(role);
        }
        if role == Role::Cell && !self.open.is_data() {
            role = Role::Line;
            opening.role = Some(role);
        }
        match role {
            Role::Inline | Role::Skipped => {}
            Role::Cell => self.cell(opening.rows, opening.columns),
            Role::Break if self.open.in_cell() => {
                self.blank = Some(true);
            }
            Role::Break => {
                // An empty line is air.
                self.air |= self.line.text.is_empty();
                self.line_end(false);
            }
            Role::Line | Role::Surroundings | Role::Verbatim => {
                self.row_end();
            }
            Role::Block => self.air |= self.row_end(),
        }
        self.open.push(opening);
    }

    fn close(&mut self, name: &[u8]) {
        // What was left open inside is closed with it; an end without a beginning is none.
        if let Some(at) = self.open.innermost(name) {
            self.close_at(at);
        }
    }

    fn close_at(&mut self, at: usize) {
        const ENDS: &[Role] = &[Role::Line, Role::Block, Role::Surroundings, Role::Verbatim];
        let is_block = self.open.has_from(at, &[Role::Block]);
        if self.open.has_from(at, ENDS) {
            self.open.close_inside(at);
            self.air |= self.row_end() && is_block;
        }
        self.open.close(at);
    }

    /// Closes the outermost element of some names inside the innermost table.
    fn close_inside(&mut self, names: &[&[u8]]) {
        if let Some(at) = self.open.outermost_of_table(names) {
            self.close_at(at);
        }
    }

    /// Text between two tags.
    fn string(&mut self, value: &str, span: Range<usize>) {
        if self.open.has(Role::Skipped) {
            return;
        }
        let verbatim = self.open.has(Role::Verbatim);
        if !value.bytes().all(|byte| byte.is_ascii_whitespace()) {
            let emphasis = self.open.emphasis();
            self.plain |= emphasis < Emphasis::Bold;
            self.indent = self.indent.max(emphasis.columns());
        }
        let exponent = self.open.innermost(b"sup").is_some() && value.chars().all(|c| raised(c).is_some());
        for (text, markup) in Characters::new(self.markup, span, value) {
            match text.chars().next() {
                Some(c) if exponent => self.character(c, raised(c).unwrap_or(text), markup),
                Some('\n') if verbatim => self.line_end(false),
                Some(' ' | '\t' | '\n' | '\r' | '\u{C}') if !verbatim => {
                    *self.blank.get_or_insert(false) |= text == "\n" || text == "\r";
                }
                Some(c) => self.character(c, text, markup),
                None => {}
            }
        }
    }

    /// A character that shows, after the blanks before it.
    fn character(&mut self, c: char, text: &str, markup: Range<usize>) {
        if let Some(line_end) = self.blank.take()
            && let Some(before) = self.line.text.chars().next_back()
        {
            // Where the markup breaks a Chinese line, the printed text has no blank.
            let broken = line_end && is_han(before) && is_han(c);
            if !broken && !matches!(before, ' ' | '\t') {
                self.line.text.push(' ');
            }
        }
        self.line.push(text, markup);
    }

    /// The next cell of a row.
    fn cell(&mut self, rows: usize, columns: usize) {
        self.blank = None;
        for _ in 0..self.grid.cell(rows, columns) {
            self.line.text.push_str(BETWEEN_CELLS);
        }
    }

    /// The end of a line, and of its row; false for a paragraph in a cell, which stays in the row.
    fn row_end(&mut self) -> bool {
        if self.open.in_cell() {
            self.blank.get_or_insert(false);
            return false;
        }
        self.line_end(true);
        true
    }

    fn line_end(&mut self, ends_row: bool) {
        self.blank = None;
        self.line.trim_end();
        // A cell of blanks, or none, leaves its column empty.
        let borders = if ends_row { self.grid.row_end().saturating_sub(1) } else { 0 };
        let after = borders.saturating_sub(self.line.text.matches(BETWEEN_CELLS).count());
        let (indent, plain) = (std::mem::take(&mut self.indent), std::mem::take(&mut self.plain));
        if self.line.text.is_empty() {
            return;
        }
        let in_row = after > 0 || self.line.text.contains(BETWEEN_CELLS);
        self.line.text.extend(std::iter::repeat_n(BETWEEN_CELLS, after));
        // What stands out as a head is set in as one, unless blanks of its own say that it is not.
        let bold = if plain { 0 } else { Emphasis::Bold.columns() };
        let columns = if indent > Emphasis::Bold.columns() { indent } else { bold };
        let is_head = columns > 0 && !in_row && !self.line.text.ends_with(['。', '；', '，', '：']);
        let is_head = is_head && !self.line.text.starts_with(torch_bulletin::is_blank);
        let air = std::mem::take(&mut self.air);
        if self.open.has(Role::Surroundings) || is_line(&self.line.text) {
            let (start, line) = (self.surroundings.text.len(), &self.line.text);
            let ink = line.trim_end_matches(torch_bulletin::is_blank);
            let indent = ink.len() - ink.trim_start_matches(torch_bulletin::is_blank).len();
            if indent < ink.len() {
                self.lines.push(start + indent..start + ink.len());
            }
            self.surroundings.append(&mut self.line);
            self.surroundings.text.push('\n');
        } else {
            if air && !self.article.text.is_empty() {
                self.article.text.push('\n');
            }
            if is_head {
                self.article.text.extend(std::iter::repeat_n(' ', columns));
            }
            self.article.append(&mut self.line);
            self.article.text.push('\n');
        }
    }

    fn page(mut self) -> Page {
        self.open.close(0);
        self.line_end(true);
        let Self { mut article, mut surroundings, lines, .. } = self;
        let end = article.text.len();
        if !lines.is_empty() {
            article.text.push('\u{C}');
        }
        let by = article.text.len();
        article.append(&mut surroundings);
        let surroundings = lines.into_iter().map(|it| it.start + by..it.end + by).collect();
        Page { text: article.text, end, surroundings, pieces: article.pieces }
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}

#[cfg(test)]
mod tests;
