//! One walk over every primary span, so that no accounting has a walk of its own.

use super::{Block, Bulletin};
use crate::{Span, Text};

impl Bulletin {
    /// Gives every primary span to `sink`, part by part; not in the order of the source.
    ///
    /// Destructures every node, so that a field added to the tree has to be counted here or left out in
    /// so many words.
    pub fn for_each_primary(&self, mut sink: impl FnMut(Span)) {
        let Bulletin { pages: _, masthead, contents, sections, colophon, furniture, unparsed, punctuation } =
            self;
        let mut text = |text: &Text| text.spans().for_each(&mut sink);

        let super::Masthead { title, publisher, notices, issue, date } = masthead;
        title.iter().chain(publisher).chain(notices).for_each(&mut text);

        let super::Contents { heading, groups } = contents;
        heading.iter().for_each(&mut text);
        for super::Group { section, series, entries } in groups {
            section.iter().chain(series).for_each(&mut text);
            for super::Entry { title, page: _, article: _, span: _ } in entries {
                text(title);
            }
        }

        for super::Section { name, series, articles, span: _ } in sections {
            name.iter().chain(series).for_each(&mut text);
            for super::Article { title, subtitle, blocks, attributions, span: _ } in articles {
                title.iter().chain(subtitle).for_each(&mut text);
                for block in blocks {
                    match block {
                        Block::Heading { level: _, marker: _, text: it } => text(it),
                        Block::Paragraph { marker: _, lead: _, text: it, points: _ } => text(it),
                        Block::Caption { text: it } | Block::Note { text: it } => text(it),
                        Block::Table { rows } => rows.iter().flatten().flatten().for_each(&mut text),
                    }
                }
                for super::Attribution { label, organisations, people, span: _ } in attributions {
                    label.iter().chain(organisations).chain(people).for_each(&mut text);
                }
            }
        }

        for super::Imprint { organisation, fields } in &colophon.imprints {
            organisation.iter().for_each(&mut text);
            for super::Field { kind: _, label, value, items: _, extension: _ } in fields {
                text(label);
                // A label without a value has an empty one, which takes no place.
                if !value.is_empty() {
                    text(value);
                }
            }
        }
        furniture.iter().for_each(|it| text(&it.text));
        unparsed.iter().for_each(&mut text);

        issue.iter().for_each(|it| sink(it.span));
        date.iter().for_each(|it| sink(it.span));
        punctuation.iter().copied().for_each(sink);
    }
}
