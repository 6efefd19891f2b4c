//! Words in context for a person: one below the other, under the title of their article.

use std::fmt::Write as _;

use annotate_snippets::normalize_untrusted_str;
use annotate_snippets::renderer::{AnsiColor, Style};
use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};
use torch_bulletin_wire::{Counts, Hit};
use unicode_width::UnicodeWidthStr;

const TITLE: Style = Style::new().bold();
const PLACE: Style = AnsiColor::Cyan.on_default();
const WORD: Style = AnsiColor::BrightRed.on_default().bold();

/// How words are shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kwic {
    /// Columns for what stands before a word: two for each character of context.
    columns: usize,
    coloured: bool,
}

impl Kwic {
    /// With so many characters of context; coloured where the output is a terminal that shows colours.
    pub(crate) fn new(context: usize, to_stdout: bool) -> Self {
        let coloured = to_stdout && AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
        Self { columns: context.saturating_mul(2).min(160), coloured }
    }

    /// The hits of one issue; `file` is the name that its lines count in.
    pub(crate) fn of(self, file: &str, hits: &[Hit<'_>]) -> String {
        let file = normalize_untrusted_str(file);
        let places: Vec<_> = hits.iter().map(|hit| format!("{file}:{}:{}", hit.line, hit.column)).collect();
        let widest = places.iter().map(|place| place.width()).max().unwrap_or(0);
        let mut out = String::new();
        let mut article = None;
        for (hit, place) in hits.iter().zip(&places) {
            if article != Some(hit.article) {
                article = Some(hit.article);
                // Writing to a String does not fail.
                let _ = writeln!(out, "{TITLE}{}{TITLE:#}", normalize_untrusted_str(&heading(hit)));
            }
            let [left, text, right] =
                [&hit.left, &hit.text, &hit.right].map(|it| normalize_untrusted_str(it));
            let after_place = widest - place.width();
            let before_left = self.columns.saturating_sub(left.width());
            let _ = writeln!(
                out,
                "  {PLACE}{place}{PLACE:#}{:after_place$}  {:before_left$}{left}{WORD}{text}{WORD:#}{right}",
                "", ""
            );
        }
        out.push('\n');
        self.finished(out)
    }

    /// Counts as a table.
    pub(crate) fn counts(self, counts: &Counts) -> String {
        let rows = counts.rows();
        let name = |name: &Option<String>| normalize_untrusted_str(name.as_deref().unwrap_or("(none)"));
        let by = counts.by().as_str();
        let widest = rows.iter().map(|row| name(&row.name).width()).chain([by.len()]).max().unwrap_or(0);
        let mut out = String::new();
        let _ = writeln!(out, "{TITLE}{by:widest$} {:>8} {:>8} {:>8}{TITLE:#}", "hits", "articles", "issues");
        for row in &rows {
            let name = name(&row.name);
            let pad = widest - name.width();
            let _ = writeln!(out, "{name}{:pad$} {:>8} {:>8} {:>8}", "", row.hits, row.articles, row.issues);
        }
        out.push('\n');
        self.finished(out)
    }

    fn finished(self, text: String) -> String {
        if self.coloured { text } else { strip_str(&text).to_string() }
    }
}

/// The article in one line: issue, date, section, title, contributors.
fn heading(hit: &Hit<'_>) -> String {
    let mut parts = vec![hit.issue.as_deref().unwrap_or("?")];
    parts.extend(hit.date.as_deref());
    parts.extend(hit.section.as_deref());
    parts.extend(hit.title.as_deref());
    let mut line = parts.join("  ");
    if !hit.contributors.is_empty() {
        let _ = write!(line, "  ({})", hit.contributors.join("、"));
    }
    line
}
