//! The XML of the TEI renderer: elements, texts, and between them page breaks and furniture where they were printed.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::harmless::harmless;
use crate::model::FurnitureKind;
use crate::{Bulletin, Join, Text};

/// The attributes of one element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// Writes elements in the order of the source, and puts in what lies between them on the page.
pub(super) struct TeiWriter<'s> {
    source: &'s str,
    xml: Writer<Vec<u8>>,
    /// Page breaks and furniture by place, of which the first `done` are written.
    marks: Vec<(u32, Mark<'s>)>,
    done: usize,
}

/// What belongs to the page and stands between the parts of the text.
#[derive(Clone, Copy)]
enum Mark<'s> {
    Break { label: Option<&'s str> },
    Furniture { kind: FurnitureKind, text: &'s Text },
}

impl<'s> TeiWriter<'s> {
    pub(super) fn new(source: &'s str, bulletin: &'s Bulletin) -> Self {
        let breaks = bulletin.pages.iter().map(|page| {
            (page.span.start(), Mark::Break { label: page.label.and_then(|label| label.of(source)) })
        });
        let furniture = bulletin
            .furniture
            .iter()
            .map(|it| (it.text.head().start(), Mark::Furniture { kind: it.kind, text: &it.text }));
        // Stable: a page begins before the running head that is its first line.
        let mut marks: Vec<_> = breaks.chain(furniture).collect();
        marks.sort_by_key(|(at, _)| *at);
        let xml = Writer::new(Vec::with_capacity(source.len() + source.len() / 2));
        let mut writer = Self { source, xml, marks, done: 0 };
        writer.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        writer.line();
        writer
    }

    /// The document. Everything written is UTF-8.
    pub(super) fn finish(self) -> String {
        String::from_utf8(self.xml.into_inner()).expect("what is written is text; this is our bug")
    }

    /// A start tag, and a line end where only elements follow.
    pub(super) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.line();
    }

    /// An end tag and a line end.
    pub(super) fn close(&mut self, name: &str) {
        self.end(name);
        self.line();
    }

    /// An element that holds one text of the tree, after what the page has before it.
    pub(super) fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &Text) {
        self.catch_up(text.head().start());
        self.start(name, attributes);
        self.pieces(text);
        self.close(name);
    }

    /// An element that holds some characters.
    pub(super) fn plain(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.start(name, attributes);
        self.characters(text);
        self.close(name);
    }

    /// A start tag alone.
    pub(super) fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        // The values that come from the source are made harmless; quick-xml escapes all of them.
        let attributes = attributes.iter().map(|(key, value)| (*key, harmless((*value).into())));
        self.event(Event::Start(BytesStart::new(name).with_attributes(attributes)));
    }

    /// An end tag alone.
    pub(super) fn end(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// Characters, escaped and made harmless.
    pub(super) fn characters(&mut self, text: &str) {
        self.event(Event::Text(BytesText::new(&harmless(text.into()))));
    }

    /// The pieces of a text, with a `pb` where a page end had cut it.
    pub(super) fn pieces(&mut self, text: &Text) {
        let source = self.source;
        self.characters(text.head().of(source).unwrap_or_default());
        for piece in text.tail() {
            let broken = self.marks_until(piece.span.start(), false);
            if matches!(piece.join, Join::Page | Join::PageSpace) && !broken {
                self.page_break(None);
            }
            self.characters(piece.join.glue());
            self.characters(piece.span.of(source).unwrap_or_default());
        }
    }

    /// Writes what the page has up to a place, each on a line of its own.
    pub(super) fn catch_up(&mut self, place: u32) {
        self.marks_until(place, true);
    }

    /// Whether anything of the page is not written yet.
    pub(super) fn has_marks(&self) -> bool {
        self.done < self.marks.len()
    }

    /// Whether a page began among what was written.
    fn marks_until(&mut self, place: u32, lines: bool) -> bool {
        let mut broken = false;
        while let Some(&(at, mark)) = self.marks.get(self.done)
            && at <= place
        {
            self.done += 1;
            match mark {
                Mark::Break { label } => {
                    self.page_break(label);
                    broken = true;
                }
                Mark::Furniture { kind, text } => {
                    self.start("fw", &[("type", forme_work(kind))]);
                    self.characters(&text.of(self.source));
                    self.end("fw");
                }
            }
            if lines {
                self.line();
            }
        }
        broken
    }

    fn page_break(&mut self, label: Option<&str>) {
        let label = label.map(|label| ("n", harmless(label.into())));
        self.event(Event::Empty(BytesStart::new("pb").with_attributes(label)));
    }

    fn line(&mut self) {
        self.event(Event::Text(BytesText::new("\n")));
    }

    fn event(&mut self, event: Event<'_>) {
        self.xml.write_event(event).expect("writing to memory does not fail; this is our bug");
    }
}

/// The `type` of `fw` for a kind of furniture; TEI suggests names for two of them.
fn forme_work(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::PageNumber => "pageNum",
        FurnitureKind::RunningHead => "header",
        _ => kind.as_str(),
    }
}
