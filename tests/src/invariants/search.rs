//! What must hold of a search: every word that a text of the tree has is found, and no text that has it is passed over unparsed.

use torch_bulletin::search::Query;
use torch_bulletin::{Bulletin, Text, fold};

use super::{Outcome, ensure, shown};

/// So many texts of an issue are asked for words of theirs; each word is a search through the whole text.
const TEXTS: usize = 12;

/// Asserts that words out of titles, blocks and attributions are found, those above all that a line end cuts.
pub(super) fn check(source: &str, bulletin: &Bulletin) -> Outcome {
    let texts = bulletin.articles().flat_map(|article| {
        let blocks = article.blocks.iter().filter_map(|block| block.text());
        let names = article.attributions.iter().flat_map(|it| it.organisations.iter().chain(&it.people));
        article.title.iter().chain(blocks).chain(names)
    });
    let (cut, whole): (Vec<&Text>, Vec<_>) = texts.partition(|text| !text.tail().is_empty());
    let few = |texts: Vec<&'_ Text>| {
        let step = texts.len().div_ceil(TEXTS).max(1);
        texts.into_iter().step_by(step).cloned().collect::<Vec<_>>()
    };
    for text in few(cut).iter().chain(&few(whole)) {
        let joined = text.of(source);
        // Around the first line end, where there is one; else at the head.
        let middle = if text.tail().is_empty() { 0 } else { text.head().len() as usize };
        let before = joined[..middle].char_indices().nth_back(1).map_or(0, |(at, _)| at);
        let after = joined[middle..].char_indices().nth(3).map_or(joined.len(), |(at, _)| middle + at);
        check_word(source, bulletin, &joined[before..after])?;
    }
    Ok(())
}

fn check_word(source: &str, bulletin: &Bulletin, word: &str) -> Outcome {
    // Nothing but blanks is no word.
    let Ok(query) = Query::new([word]) else { return Ok(()) };
    ensure(query.may_hold(source), || format!("«{}» is passed over", shown(word)))?;
    let hits = query.find(source, bulletin);
    ensure(!hits.is_empty(), || format!("«{}» is not found", shown(word)))?;
    for hit in &hits {
        let alike = fold(&hit.matched).eq_ignore_ascii_case(&fold(word));
        ensure(alike || fold(word).contains('-'), || {
            format!("«{}» is found as «{}»", shown(word), shown(&hit.matched))
        })?;
        ensure(hit.text.of(source) == hit.matched || hit.matched.contains(' '), || {
            format!("«{}» is not what stands at its places", shown(&hit.matched))
        })?;
    }
    Ok(())
}
