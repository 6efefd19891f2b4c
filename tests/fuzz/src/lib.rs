//! Edits to the issues of the repository, read from the fuzzer's bytes: what damages a bulletin as people, extractors
//! and typesetters do, so that most inputs still look like one.
#![forbid(unsafe_code)]

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use torch_bulletin_tests::corpus;

/// A part of an issue, and what is done to it.
#[derive(Arbitrary, Debug)]
pub struct Mutated {
    issue: u8,
    first: u16,
    lines: u8,
    edits: Vec<Edit>,
    line_end: LineEnd,
}

/// One edit; a place counts lines, or characters of a line, modulo how many there are.
#[derive(Arbitrary, Debug)]
enum Edit {
    Drop { line: u16 },
    Double { line: u16, times: u8 },
    Swap { line: u16, other: u16 },
    Move { line: u16, to: u16 },
    Cut { line: u16, at: u16 },
    Join { line: u16 },
    Indent { line: u16, blanks: u8, wide: bool },
    Put { line: u16, at: u16, piece: u8 },
    Write { line: u16, at: u16, text: String },
    Erase { line: u16, from: u16, characters: u8 },
    Take { line: u16, issue: u8, from: u16 },
    Rewrap { line: u16, measure: u8 },
}

/// What ends the lines.
#[derive(Arbitrary, Debug)]
enum LineEnd {
    Lf,
    CrLf,
    Cr,
    Blank,
    FormFeed,
}

impl LineEnd {
    fn text(&self) -> &'static str {
        match self {
            LineEnd::Lf => "\n",
            LineEnd::CrLf => "\r\n",
            LineEnd::Cr => "\r",
            LineEnd::Blank => "\n\n",
            LineEnd::FormFeed => "\n\u{C}",
        }
    }
}

/// More edits than this only make a run slow.
const MOST_EDITS: usize = 24;

/// More lines than this only make a run slow.
const MOST_LINES: usize = 400;

static ISSUES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let issues = corpus::issues().into_iter().chain(corpus::bad()).map(|case| case.input);
    let texts = issues.chain(corpus::regressions().into_iter().map(|(_, text)| text));
    texts.map(|text| text.lines().map(str::to_owned).collect()).collect()
});

/// Marks and words that a rule of the grammar begins or ends with.
const PIECES: &[&str] = &[
    "(供稿:",
    "（来源：",
    ")",
    "）",
    "【",
    "】",
    "《",
    "》",
    "“",
    "”",
    "一、",
    "（一）",
    "1.",
    "(1)",
    "①",
    "一是",
    "第一,",
    "首先,",
    "——",
    "……3",
    "·",
    "目录",
    "火炬动态",
    "2021年第9期(总第514期)",
    "2021年5月15日",
    "— 3 —",
    "表1",
    "注:",
    "地址:",
    "责任编辑:",
    "提出3点要求:",
    "\u{3000}",
    "\u{FEFF}",
    "\u{C}",
    "\t",
    "。",
    "、",
    "𠮷",
    "\u{301}",
    "\u{200B}",
    "\0",
];

impl Mutated {
    /// The text after all edits.
    pub fn text(&self) -> String {
        let issue = issue(self.issue);
        let first = index(self.first, issue.len());
        // Few cases are whole issues: short ones run often.
        let count = if self.lines == 0 { issue.len() } else { usize::from(self.lines) % 48 + 1 };
        let mut lines: Vec<String> = issue.iter().skip(first).take(count).cloned().collect();
        for edit in self.edits.iter().take(MOST_EDITS) {
            if !lines.is_empty() {
                edit.apply(&mut lines);
            }
            lines.truncate(MOST_LINES);
        }
        lines.join(self.line_end.text())
    }
}

impl Edit {
    fn apply(&self, lines: &mut Vec<String>) {
        let all = lines.len();
        match self {
            Edit::Drop { line } => drop(lines.remove(index(*line, all))),
            Edit::Double { line, times } => {
                let at = index(*line, all);
                let copy = lines[at].clone();
                lines.splice(at..at, std::iter::repeat_n(copy, usize::from(times % 20)));
            }
            Edit::Swap { line, other } => lines.swap(index(*line, all), index(*other, all)),
            Edit::Move { line, to } => {
                let moved = lines.remove(index(*line, all));
                lines.insert(index(*to, all), moved);
            }
            Edit::Cut { line, at } => {
                let line = index(*line, all);
                let place = character(&lines[line], *at);
                let rest = lines[line].split_off(place);
                lines.insert(line + 1, rest);
            }
            Edit::Join { line } => {
                let line = index(*line, all);
                if line + 1 < all {
                    let next = lines.remove(line + 1);
                    lines[line].push_str(&next);
                }
            }
            Edit::Indent { line, blanks, wide } => {
                let blank = if *wide { "\u{3000}" } else { " " };
                lines[index(*line, all)].insert_str(0, &blank.repeat(usize::from(blanks % 60)));
            }
            Edit::Put { line, at, piece } => {
                insert(lines, *line, *at, PIECES[usize::from(*piece) % PIECES.len()]);
            }
            Edit::Write { line, at, text } => insert(lines, *line, *at, text),
            Edit::Erase { line, from, characters } => {
                let line = &mut lines[index(*line, all)];
                let from = character(line, *from);
                let length: usize =
                    line[from..].chars().take(usize::from(*characters)).map(char::len_utf8).sum();
                line.replace_range(from..from + length, "");
            }
            Edit::Take { line, issue: other, from } => {
                let other = issue(*other);
                lines.insert(index(*line, all), other[index(*from, other.len())].clone());
            }
            Edit::Rewrap { line, measure } => {
                let line = index(*line, all);
                let characters: Vec<char> = lines[line].chars().collect();
                let pieces = characters.chunks(usize::from(*measure).max(4)).map(String::from_iter);
                let pieces: Vec<String> = pieces.collect();
                lines.splice(line..=line, pieces);
            }
        }
    }
}

fn insert(lines: &mut [String], line: u16, at: u16, text: &str) {
    let line = &mut lines[index(line, lines.len())];
    let at = character(line, at);
    line.insert_str(at, text);
}

fn issue(number: u8) -> &'static [String] {
    &ISSUES[usize::from(number) % ISSUES.len()]
}

fn index(place: u16, length: usize) -> usize {
    usize::from(place) % length.max(1)
}

/// The byte where a character of a line begins, or its end.
fn character(line: &str, place: u16) -> usize {
    let wanted = index(place, line.chars().count() + 1);
    line.char_indices().nth(wanted).map_or(line.len(), |(at, _)| at)
}
