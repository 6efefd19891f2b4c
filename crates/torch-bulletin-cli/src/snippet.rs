//! One finding for a person: its message, its place, and the line with the place marked, as a compiler
//! shows it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};
use anstream::adapter::strip_str;
use torch_bulletin::{Diagnostic, Position, Severity, Span};
use unicode_width::UnicodeWidthChar;

/// How many columns of a line are shown. A paragraph is often one line of hundreds of characters, each two
/// columns wide; what stands far from the place helps nobody.
const WIDTH: usize = 96;

/// How many of them may come before the place.
const BEFORE: usize = 32;

/// What stands for text that is left out. ASCII, because the width of … differs between terminals.
const CUT: &str = "...";

/// Renders one finding of a source, with colours; `position` is where its span begins.
pub(crate) fn snippet(
    name: &str,
    source: &str,
    diagnostic: &Diagnostic,
    position: Option<Position>,
) -> String {
    let name = normalize_untrusted_str(name);
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    group = match (diagnostic.span, position) {
        (Some(span), Some(Position { line, column })) => {
            let Window { text, marked, runs_on } = window(source, span);
            let mark = AnnotationKind::Primary.span(marked);
            let mark = if runs_on { mark.label("and the text that follows") } else { mark };
            let origin = Origin::path(name).line(line as usize).char_column(column as usize);
            group.element(origin).element(Snippet::source(text).line_start(line as usize).annotation(mark))
        }
        _ => group.element(Origin::path(name)),
    };
    if diagnostic.count > 1 {
        let more = diagnostic.count - 1;
        group = group.element(Level::NOTE.message(format!("and {more} more of this kind, not shown")));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    without_second_origin(&Renderer::styled().render(&[group]))
}

/// The renderer takes a window of a line for another file than the one that the origin names, and puts a line
/// with `:::` and no name before it. It must be told line and column so, as it cannot count what is cut off.
fn without_second_origin(rendered: &str) -> String {
    let is_second_origin = |line: &&str| strip_str(line).to_string().trim() == ":::";
    let lines: Vec<_> = rendered.lines().filter(|line| !is_second_origin(line)).collect();
    lines.join("\n")
}

/// A part of one line, and where in it the place is.
#[derive(Debug, PartialEq, Eq)]
struct Window {
    text: String,
    marked: std::ops::Range<usize>,
    /// Whether the place is longer than what is marked.
    runs_on: bool,
}

/// The line of a span, cut to the columns around it. Only that much of the source is looked at, however long
/// the line; of a span over several lines the first is shown.
fn window(source: &str, span: Span) -> Window {
    let start = source.floor_char_boundary(span.start() as usize);
    let end = source.ceil_char_boundary(span.end() as usize).max(start);

    let (from, before) = fit(source[..start].char_indices().rev(), BEFORE);
    let from = from.unwrap_or(start);
    let (last, marked) = fit(source[start..end].char_indices(), WIDTH - before);
    let marked_end = last.map_or(start, |last| source.ceil_char_boundary(start + last + 1));
    let (last, _) = fit(source[marked_end..].char_indices(), WIDTH - before - marked);
    let to = last.map_or(marked_end, |last| source.ceil_char_boundary(marked_end + last + 1));

    let is_line_end = |c: char| matches!(c, '\n' | '\r');
    let cut_before = !source[..from].is_empty() && !source[..from].ends_with(is_line_end);
    let cut_after = !source[to..].is_empty() && !source[to..].starts_with(is_line_end);
    let lead = if cut_before { CUT } else { "" };
    let tail = if cut_after { CUT } else { "" };
    let shift = |at: usize| at - from + lead.len();
    Window {
        text: format!("{lead}{}{tail}", &source[from..to]),
        marked: shift(start)..shift(marked_end),
        runs_on: marked_end < end,
    }
}

/// The index of the last character before a line end that still fits, and the columns taken.
fn fit(chars: impl Iterator<Item = (usize, char)>, columns: usize) -> (Option<usize>, usize) {
    let (mut last, mut taken) = (None, 0);
    for (index, c) in chars {
        // A tab is shown as four blanks, another control character as one sign.
        let width = if c == '\t' { 4 } else { c.width().unwrap_or(1) };
        if matches!(c, '\n' | '\r') || taken + width > columns {
            break;
        }
        (last, taken) = (Some(index), taken + width);
    }
    (last, taken)
}

#[cfg(test)]
mod tests {
    use torch_bulletin::{Code, LineIndex};
    use unicode_width::UnicodeWidthStr;

    use super::*;

    /// The rendering of a finding at the first occurrence of `place`, without colours.
    fn shown(source: &str, place: &str) -> String {
        let start = source.find(place).unwrap() as u32;
        let span = Span::new(start, start + place.len() as u32);
        let finding = Diagnostic::new(Code::UnbalancedPair, span, "found 《 without 》").with_help("add one");
        let position = LineIndex::new(source).position(source, start);
        let styled = snippet("三月.txt", source, &finding, Some(position));
        strip_str(&styled).to_string()
    }

    /// The columns that carets stand under, and the text they point at.
    fn pointed_at(shown: &str) -> String {
        let lines: Vec<_> = shown.lines().collect();
        let marks = lines.iter().position(|line| line.contains('^')).unwrap();
        let first = lines[marks].find('^').unwrap();
        let columns = first..first + lines[marks].matches('^').count();
        let mut at = 0;
        lines[marks - 1]
            .chars()
            .filter(|c| {
                let inside = columns.contains(&at);
                at += c.width().unwrap_or(0);
                inside
            })
            .collect()
    }

    #[test]
    fn a_finding_looks_like_that_of_a_compiler() {
        let expected = "\
warning[unbalanced-pair]: found 《 without 》
 --> 三月.txt:2:5
  |
2 | 会议通过《某办法,没有新闻。
  |         ^^
  |
  = help: add one";
        assert_eq!(shown("第一行\n会议通过《某办法,没有新闻。\n", "《"), expected);
    }

    #[test]
    fn marks_stand_under_wide_narrow_and_mixed_characters() {
        for (source, place) in [
            ("全是汉字的一行字", "的一行"),
            ("ASCII 与汉字 mixed 一行", "mixed"),
            ("全角ABC，。半角ABC,.", "，。"),
            ("制表符\t在前面的字", "前面"),
            ("𠮷野家与𠮷", "野家"),
        ] {
            assert_eq!(pointed_at(&shown(source, place)), place, "{source}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place_and_its_column_is_right() {
        let source = format!("头\n{}《办法{}\n尾", "今天没有新闻。".repeat(70), "明天也没有。".repeat(90));
        let shown = shown(&source, "《办法");
        assert!(shown.contains(" --> 三月.txt:2:491\n"), "{shown}");
        assert_eq!(pointed_at(&shown), "《办法");
        assert!(shown.lines().all(|line| line.width() <= WIDTH + 2 * CUT.len() + 6), "{shown}");
        let line = shown.lines().find(|line| line.starts_with("2 |")).unwrap();
        assert!(line.starts_with("2 | ...") && line.ends_with("..."), "{shown}");
    }

    #[test]
    fn a_place_longer_than_the_window_or_the_line_says_that_it_runs_on() {
        let long = "今天没有新闻。".repeat(70);
        for (source, place) in [(long.as_str(), long.as_str()), ("头\n今天\r\n没有\n尾", "今天\r\n没有")]
        {
            let shown = shown(source, place);
            assert!(shown.contains("^ and the text that follows"), "{shown}");
            assert!(shown.lines().count() < 9, "{shown}");
        }
    }

    #[test]
    fn the_edges_of_a_source_are_no_trouble() {
        for (source, span) in
            [("", 0..0), ("字", 3..3), ("字\n", 4..4), ("\u{FEFF}字", 0..3), ("字", 9..99), ("字", 1..2)]
        {
            let Window { text, marked, .. } = window(source, Span::new(span.start, span.end));
            assert!(text.get(marked).is_some(), "{source:?} {span:?}");
        }
    }

    #[test]
    fn what_would_confuse_a_terminal_is_shown_as_a_sign() {
        assert!(!shown("一\u{1B}[2J二《三\u{202E}四", "《").contains(['\u{1B}', '\u{202E}']));
    }

    #[test]
    fn a_finding_without_a_place_names_the_file_and_counts() {
        let mut finding = Diagnostic::new(Code::MissingDate, None, "found no date");
        finding.count = 3;
        let shown = strip_str(&snippet("三月.txt", "", &finding, None)).to_string();
        assert!(shown.starts_with("note[missing-date]: found no date\n"), "{shown}");
        assert!(shown.contains("三月.txt") && shown.contains("and 2 more of this kind"), "{shown}");
    }
}
