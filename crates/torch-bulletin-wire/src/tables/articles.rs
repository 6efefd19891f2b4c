//! The table `articles` 文章.

use super::columns::Kind::{Count, Text, Texts};
use super::columns::{Columns, Layout};
use super::issue::Keyed;

pub(super) const LAYOUT: &Layout = &[
    ("source", Text),
    ("issue", Text),
    ("date", Text),
    ("article", Count),
    ("id", Text),
    ("section", Text),
    ("series", Text),
    ("title", Text),
    ("subtitle", Text),
    ("organisations", Texts),
    ("people", Texts),
    ("page", Text),
    ("chars", Count),
    ("blocks", Count),
    ("start", Count),
    ("end", Count),
    ("text", Text),
];

pub(super) fn append(columns: &mut Columns, it: &Keyed<'_>) {
    let rows =
        it.bulletin.sections.iter().flat_map(|it| it.articles.iter().map(move |article| (it, article)));
    for (number, (section, article)) in rows.enumerate() {
        let text = article.of(it.text);
        let signed = || article.attributions.iter();
        let span = Some(article.span);
        columns
            .row()
            .text(it.source)
            .text(it.key.as_ref())
            .text(it.date.as_ref())
            .count(Some(number))
            .text(Some(it.bulletin.article_id(number)))
            .text(it.maybe(section.name.as_ref()))
            .text(it.maybe(section.series.as_ref()))
            .text(it.maybe(article.title.as_ref()))
            .text(it.maybe(article.subtitle.as_ref()))
            .texts(Some(signed().flat_map(|by| by.organisations.iter().map(|text| it.read(text)))))
            .texts(Some(signed().flat_map(|by| by.people.iter().map(|text| it.read(text)))))
            .text(it.page(span))
            .count(Some(text.chars().count()))
            .count(Some(article.blocks.len()))
            .count(it.start(span))
            .count(it.end(span))
            .text(Some(text))
            .end();
    }
}
