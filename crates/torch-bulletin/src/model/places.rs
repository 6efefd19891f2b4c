//! One walk over every place of the tree, to move them from one text to another.

use super::{Attribution, Block, Bulletin, Marker};
use crate::{Span, Text};

impl Bulletin {
    /// Replaces every place of the tree by what `to` makes of it.
    ///
    /// Destructures every node, as [`Bulletin::for_each_primary`] does, so that no place can be forgotten.
    pub(crate) fn move_places(&mut self, to: impl Fn(Span) -> Span) {
        let Bulletin { pages, masthead, contents, sections, colophon, furniture, unparsed, punctuation } =
            self;
        let span = |span: &mut Span| *span = to(*span);
        let text = |text: &mut Text| text.move_places(&to);

        for super::Page { label, span: it } in pages {
            label.iter_mut().for_each(span);
            span(it);
        }

        let super::Masthead { title, publisher, notices, issue, date } = masthead;
        title.iter_mut().chain(publisher).chain(notices).for_each(text);
        issue.iter_mut().for_each(|it| span(&mut it.span));
        date.iter_mut().for_each(|it| span(&mut it.span));

        let super::Contents { heading, groups } = contents;
        heading.iter_mut().for_each(text);
        for super::Group { section, series, entries } in groups {
            section.iter_mut().chain(series).for_each(text);
            for super::Entry { title, page: _, article: _, span: it } in entries {
                text(title);
                span(it);
            }
        }

        for super::Section { name, series, articles, span: it } in sections {
            name.iter_mut().chain(series).for_each(text);
            span(it);
            for super::Article { title, subtitle, blocks, attributions, span: it } in articles {
                title.iter_mut().chain(subtitle).for_each(text);
                span(it);
                blocks.iter_mut().for_each(|block| block.move_places(&to));
                for Attribution { label, organisations, people, span: it } in attributions {
                    label.iter_mut().chain(organisations).chain(people).for_each(text);
                    span(it);
                }
            }
        }

        for super::Imprint { organisation, fields } in &mut colophon.imprints {
            organisation.iter_mut().for_each(text);
            for super::Field { kind: _, label, value, items, extension } in fields {
                text(label);
                text(value);
                items.iter_mut().chain(extension).for_each(text);
            }
        }
        furniture.iter_mut().for_each(|it| text(&mut it.text));
        unparsed.iter_mut().for_each(text);
        punctuation.iter_mut().for_each(span);
    }
}

impl Block {
    fn move_places(&mut self, to: &impl Fn(Span) -> Span) {
        let mark = |it: &mut Marker| {
            let Marker { style: _, number: _, text } = it;
            text.move_places(to);
        };
        match self {
            Block::Heading { level: _, marker, text } => {
                marker.iter_mut().for_each(mark);
                text.move_places(to);
            }
            Block::Paragraph { marker, lead, text, points } => {
                marker.iter_mut().for_each(mark);
                lead.iter_mut().for_each(|it| it.move_places(to));
                text.move_places(to);
                for super::Point { marker, text } in points {
                    mark(marker);
                    text.move_places(to);
                }
            }
            Block::Caption { text } | Block::Note { text } => text.move_places(to),
            Block::Table { rows } => rows.iter_mut().flatten().flatten().for_each(|it| it.move_places(to)),
        }
    }
}
