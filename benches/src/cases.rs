//! What is timed. A case goes over every document of an archive, one after the other, and returns a count that must
//! be right before it is timed: a bench of an empty result measures nothing.

use std::hint::black_box;

use torch_bulletin::facts::{FactOptions, extract_from};
use torch_bulletin::search::Query;
use torch_bulletin::{Bulletin, ParseOptions, Parsed, Report, layout::layout, parse};
use torch_bulletin_archive::search_bytes;
use torch_bulletin_tests::renderers::RENDERERS;
use torch_bulletin_wire::{Document, OffsetUnit, SourceInfo, View, from_json, to_json};

use crate::archive::Issue;
use crate::mirror;

/// The reference that every case is timed next to.
pub const REFERENCE: &str = "yardsticks/pulldown-cmark events";
/// The yardstick of documents a second.
pub const READ_BACK: &str = "yardsticks/serde_json borrowed structs";
/// The floor that a parser of lines stands on.
pub const LINES: &str = "floors/lines + trim into a Vec";

/// An archive in memory, with what the later phases read.
pub struct Inputs {
    issues: Vec<Issue>,
    parsed: Vec<(Bulletin, Report)>,
    json: Vec<String>,
}

impl Inputs {
    /// Runs every phase once, so that the next one has something to read.
    pub fn new(issues: Vec<Issue>) -> Self {
        let phase = |issue: &Issue| {
            let parsed = parse(&issue.text);
            (parsed.bulletin().clone(), parsed.report())
        };
        let parsed: Vec<_> = issues.iter().map(phase).collect();
        let json = issues.iter().zip(&parsed);
        let json = json.map(|(it, (bulletin, report))| written(&it.text, bulletin, report, OffsetUnit::Utf8));
        Self { json: json.collect(), parsed, issues }
    }

    /// The number of documents.
    pub fn documents(&self) -> usize {
        self.issues.len()
    }

    /// The bytes of all source texts; every throughput counts these, whatever a case reads.
    pub fn bytes(&self) -> usize {
        self.texts().map(str::len).sum()
    }

    /// The bytes of the wire JSON.
    pub fn json_bytes(&self) -> usize {
        self.json.iter().map(String::len).sum()
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        self.issues.iter().map(|issue| issue.text.as_str())
    }

    fn trees(&self) -> impl Iterator<Item = (&str, &Bulletin, &Report)> {
        self.texts().zip(&self.parsed).map(|(text, (bulletin, report))| (text, bulletin, report))
    }
}

/// One thing that is timed.
pub struct Case<'i> {
    /// The group, as criterion has it: `lines`, `structure`, …
    pub group: &'static str,
    /// The name within the group.
    pub name: &'static str,
    work: Box<dyn Fn() -> usize + 'i>,
    right: Right,
}

/// What a case must count to be worth timing.
#[derive(Clone, Copy)]
enum Right {
    Exactly(usize),
    AtLeast(usize),
}

impl Case<'_> {
    /// Group and name.
    pub fn title(&self) -> String {
        format!("{}/{}", self.group, self.name)
    }

    /// Goes over all documents once.
    pub fn run(&self) -> usize {
        black_box((self.work)())
    }

    /// Runs once and looks at the count.
    ///
    /// # Panics
    /// Where it is wrong.
    pub fn check(&self) {
        let counted = self.run();
        match self.right {
            Right::Exactly(right) => assert_eq!(counted, right, "{}", self.title()),
            Right::AtLeast(right) => assert!(counted >= right, "{}: {counted} of {right}", self.title()),
        }
    }
}

/// All cases of an archive: floors, yardsticks, then ours from the first phase to the whole way.
pub fn cases(inputs: &Inputs) -> Vec<Case<'_>> {
    let articles: usize = inputs.issues.iter().map(|issue| issue.titles.len()).sum();
    let documents = inputs.documents();
    let bytes = inputs.bytes();
    let line_ends = inputs.texts().map(|text| text.matches('\n').count()).sum();
    let mut cases = Cases { inputs, cases: Vec::new() };

    cases.texts("floors", "memchr line split", Right::Exactly(line_ends), |text| {
        let mut start = 0;
        let split = |end: usize| {
            black_box(&text[start..end]);
            start = end + 1;
        };
        memchr::memchr_iter(b'\n', text.as_bytes()).map(split).count()
    });
    cases.texts("floors", "lines + trim into a Vec", Right::AtLeast(line_ends), |text| {
        black_box(text.lines().map(str::trim).collect::<Vec<&str>>()).len()
    });
    cases.texts("floors", "simdutf8", Right::Exactly(bytes), |text| {
        simdutf8::basic::from_utf8(text.as_bytes()).map_or(0, str::len)
    });
    cases.texts("yardsticks", "pulldown-cmark events", Right::AtLeast(articles), |text| {
        pulldown_cmark::Parser::new(text).map(black_box).count()
    });
    cases.json("yardsticks", "serde_json borrowed structs", Right::Exactly(articles), mirror::articles);

    cases.texts("lines", "layout", Right::AtLeast(articles), |text| black_box(layout(text)).lines.len());
    cases.texts("structure", "parse", Right::Exactly(articles), |text| {
        black_box(parse(text)).bulletin().articles().count()
    });
    let parsed: Vec<Parsed<'_>> = inputs.texts().map(parse).collect();
    cases.add("report", "report of a parse", Right::AtLeast(documents), move || {
        // One a document, and the findings.
        parsed.iter().map(|it| 1 + black_box(it.report()).diagnostics().len()).sum()
    });
    for (name, unit) in [
        ("to JSON, bytes", OffsetUnit::Utf8),
        ("to JSON, code points", OffsetUnit::Codepoint),
        ("to JSON, UTF-16", OffsetUnit::Utf16),
    ] {
        cases.trees("wire", name, Right::AtLeast(bytes), move |text, bulletin, report| {
            written(text, bulletin, report, unit).len()
        });
    }
    cases.json("wire", "read back", Right::Exactly(articles), |json| {
        let document = black_box(from_json(json).expect("what was written reads back"));
        document.sections.iter().map(|section| section.articles.len()).sum()
    });
    for &(name, renderer) in RENDERERS {
        cases.trees("render", name, Right::AtLeast(bytes * 9 / 10), move |text, bulletin, _| {
            renderer(text, bulletin).len()
        });
    }
    // An issue has more than ten facts an article.
    cases.trees("facts", "facts of a tree", Right::AtLeast(articles * 10), |text, bulletin, _| {
        extract_from(text, bulletin, &FactOptions::default()).len()
    });
    cases.texts("facts", "parse and facts", Right::AtLeast(articles * 10), |text| {
        extract_from(text, parse(text).bulletin(), &FactOptions::default()).len()
    });
    // A word that no issue has is the floor of a search; next to it a byte search that knows one spelling and no line end.
    let rare = "羚羊经济";
    let finder = memchr::memmem::Finder::new(rare);
    cases.texts("search", "floor: memmem, in no issue", Right::Exactly(0), move |text| {
        finder.find_iter(text.as_bytes()).count()
    });
    for (name, words, right) in [
        ("in no issue, not parsed", &[rare][..], Right::Exactly(0)),
        ("in every issue, parsed", &["高新区"], Right::AtLeast(documents)),
        ("two words, in every issue", &["高新区", "企业"], Right::AtLeast(documents)),
    ] {
        let query = Query::new(words.iter().copied()).expect("these are words");
        cases.texts("search", name, right, move |text| {
            let found = search_bytes(text.as_bytes(), &query, &ParseOptions::default());
            found.expect("a text is read").iter().map(|issue| black_box(issue).hits.len()).sum()
        });
    }
    cases.texts("archive", "bytes to document", Right::Exactly(articles), |text| {
        let read = torch_bulletin_archive::read(text.as_bytes()).expect("a text is read");
        black_box(read).bulletin().articles().count()
    });
    cases.texts("archive", "bytes to JSON, with report", Right::AtLeast(bytes), |text| {
        let read = torch_bulletin_archive::read(text.as_bytes()).expect("a text is read");
        written(read.source(), read.bulletin(), read.report(), OffsetUnit::Utf8).len()
    });
    cases.cases
}

fn written(text: &str, bulletin: &Bulletin, report: &Report, unit: OffsetUnit) -> String {
    to_json(&Document::new(&SourceInfo::of_text(text), text, bulletin, report, &View::new(unit)))
}

struct Cases<'i> {
    inputs: &'i Inputs,
    cases: Vec<Case<'i>>,
}

impl<'i> Cases<'i> {
    fn add(&mut self, group: &'static str, name: &'static str, right: Right, work: impl Fn() -> usize + 'i) {
        self.cases.push(Case { group, name, work: Box::new(work), right });
    }

    /// A case that reads source texts.
    fn texts(
        &mut self,
        group: &'static str,
        name: &'static str,
        right: Right,
        work: impl Fn(&str) -> usize + 'i,
    ) {
        let inputs = self.inputs;
        self.add(group, name, right, move || inputs.texts().map(|text| work(black_box(text))).sum());
    }

    /// A case that reads what a parse gave.
    fn trees(
        &mut self,
        group: &'static str,
        name: &'static str,
        right: Right,
        work: impl Fn(&str, &Bulletin, &Report) -> usize + 'i,
    ) {
        let inputs = self.inputs;
        self.add(group, name, right, move || {
            inputs.trees().map(|(text, tree, report)| work(text, tree, report)).sum()
        });
    }

    /// A case that reads wire JSON.
    fn json(
        &mut self,
        group: &'static str,
        name: &'static str,
        right: Right,
        work: impl Fn(&str) -> usize + 'i,
    ) {
        let inputs = self.inputs;
        self.add(group, name, right, move || inputs.json.iter().map(|json| work(black_box(json))).sum());
    }
}
