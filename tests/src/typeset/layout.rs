//! Layouts: how logical lines become the lines of a text.

/// How the lines of a text are set. Widths are in columns; a Chinese character has two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The name in reports.
    pub name: &'static str,
    /// Columns of a full line; none where a paragraph is one line.
    pub measure: Option<usize>,
    /// What a paragraph begins with.
    pub indent: &'static str,
    /// Where blank lines stand.
    pub gaps: Gaps,
    /// Whether titles stand in the midst of the measure.
    pub centred: bool,
    /// Blanks at the head of every line.
    pub margin: usize,
    /// Lines of a page, or characters where a paragraph is one line; none where nothing shows pages.
    pub page: Option<usize>,
    /// Whether a page ends with a form feed.
    pub form_feed: bool,
    /// What stands at the foot of a page; `{n}` is its number, `{t}` how many there are.
    pub foot: &'static str,
    /// What stands at its head.
    pub head: &'static str,
    /// Whether the head stands before the masthead too.
    pub head_first: bool,
}

/// Where blank lines stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gaps {
    /// Between all logical lines but those of the contents list and the colophon.
    Paragraphs,
    /// Around titles, section names and imprints.
    Titles,
    /// Nowhere.
    None,
    /// Around titles, and anywhere by chance.
    Random,
}

const LINE: Layout = Layout {
    name: "line",
    measure: None,
    indent: "",
    gaps: Gaps::Paragraphs,
    centred: false,
    margin: 0,
    page: None,
    form_feed: false,
    foot: "",
    head: "",
    head_first: false,
};

/// Two characters of U+3000, as a paragraph begins in print.
const INDENT: &str = "　　";

/// Every layout.
pub const LAYOUTS: &[Layout] = &[
    LINE,
    Layout { name: "line-indented", indent: INDENT, gaps: Gaps::Titles, ..LINE },
    Layout { name: "line-dense", gaps: Gaps::None, ..LINE },
    // As the real issue was kept: pages cut paragraphs, and nothing else tells of them.
    Layout { name: "line-pages", page: Some(800), ..LINE },
    Layout { name: "wrap28", measure: Some(56), indent: INDENT, gaps: Gaps::Titles, ..LINE },
    Layout { name: "wrap34-gaps", measure: Some(68), gaps: Gaps::Paragraphs, ..LINE },
    Layout { name: "wrap34-tight", measure: Some(68), indent: INDENT, gaps: Gaps::None, ..LINE },
    Layout { name: "wrap40-flush", measure: Some(80), gaps: Gaps::Titles, ..LINE },
    // `pdftotext`.
    Layout {
        name: "pages",
        measure: Some(60),
        gaps: Gaps::Titles,
        page: Some(32),
        form_feed: true,
        foot: "— {n} —",
        ..LINE
    },
    // `pdftotext -layout`.
    Layout {
        name: "pages-layout",
        measure: Some(56),
        indent: "    ",
        gaps: Gaps::Titles,
        centred: true,
        margin: 6,
        page: Some(30),
        form_feed: true,
        foot: "- {n} -",
        ..LINE
    },
    // pdfminer.
    Layout {
        name: "boxes",
        measure: Some(60),
        gaps: Gaps::Random,
        page: Some(32),
        form_feed: true,
        foot: "{n}",
        ..LINE
    },
    // pypdf: the foot comes first.
    Layout {
        name: "foot-first",
        measure: Some(60),
        gaps: Gaps::None,
        page: Some(34),
        head: "— {n} —",
        head_first: true,
        ..LINE
    },
];

impl Layout {
    /// The layout with pages, of the size that fits it.
    pub(crate) fn with_pages(self) -> Self {
        let size = if self.measure.is_some() { 32 } else { 800 };
        Self { page: self.page.or(Some(size)), ..self }
    }
}
