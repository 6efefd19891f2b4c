//! The table `attributions` 供稿.

use super::columns::Kind::{Count, Text, Texts};
use super::columns::{Columns, Layout};
use super::issue::Keyed;

pub(super) const LAYOUT: &Layout = &[
    ("source", Text),
    ("issue", Text),
    ("article", Count),
    ("id", Text),
    ("attribution", Count),
    ("label", Text),
    ("organisations", Texts),
    ("people", Texts),
    ("start", Count),
    ("end", Count),
];

pub(super) fn append(columns: &mut Columns, it: &Keyed<'_>) {
    for (number, article) in it.bulletin.articles().enumerate() {
        for (at, attribution) in article.attributions.iter().enumerate() {
            columns
                .row()
                .text(it.source)
                .text(it.key.as_ref())
                .count(Some(number))
                .text(Some(it.bulletin.article_id(number)))
                .count(Some(at))
                .text(it.maybe(attribution.label.as_ref()))
                .texts(Some(attribution.organisations.iter().map(|text| it.read(text))))
                .texts(Some(attribution.people.iter().map(|text| it.read(text))))
                .count(it.start(Some(attribution.span)))
                .count(it.end(Some(attribution.span)))
                .end();
        }
    }
}
