//! Newsletters 刊物 that are mixed in one archive: each has numbers of its own.

use std::collections::HashMap;

use torch_bulletin::fold;

use super::IssueCard;

/// One newsletter.
pub(super) struct Series<'c> {
    /// Its name as printed in its first issue that prints one.
    pub(super) name: Option<&'c str>,
    /// Its issues, as places among all.
    pub(super) places: Vec<usize>,
}

impl<'c> Series<'c> {
    /// Its cards alone.
    pub(super) fn cards(&self, cards: &'c [IssueCard]) -> Vec<&'c IssueCard> {
        self.places.iter().map(|&it| &cards[it]).collect()
    }
}

/// The newsletters of an archive, in the order of their first issues. What prints no name is taken for an issue of the one that
/// has most: an extraction loses the name, which is often a picture, far more often than a page comes from elsewhere.
pub(super) fn series(cards: &[IssueCard]) -> Vec<Series<'_>> {
    let mut series: Vec<Series<'_>> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut nameless = Vec::new();
    for (index, card) in cards.iter().enumerate() {
        let Some(name) = card.newsletter.as_deref() else {
            nameless.push(index);
            continue;
        };
        let at = *known.entry(fold(name)).or_insert_with(|| {
            series.push(Series { name: Some(name), places: Vec::new() });
            series.len() - 1
        });
        series[at].places.push(index);
    }
    if nameless.is_empty() {
        return series;
    }
    let most = series.iter().map(|it| it.places.len()).max();
    match series.iter_mut().find(|it| Some(it.places.len()) == most) {
        Some(main) => {
            main.places.extend(nameless);
            // In the order in which they came: of equal copies the first one counts.
            main.places.sort_unstable();
        }
        None => series.push(Series { name: None, places: nameless }),
    }
    series
}
