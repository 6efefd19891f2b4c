//! How much of a structure was found: items of each field, true, found and expected.
//!
//! Articles are aligned in order by likeness of title and text, so that one wrong border costs what it is worth;
//! blocks count only inside aligned articles. What is ordered (titles, entries, blocks, fields) is matched by
//! longest common subsequence, the rest as bags. The score is the micro average: the share of all items.

use std::collections::BTreeMap;

use serde_json::Value;

use super::score_blocks::blocks;

/// Items of one field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Expected and found.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Expected.
    pub expected: usize,
}

/// The items of every field, and those that are not alike.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// By name of the field: `paragraph.text`.
    pub fields: BTreeMap<&'static str, Count>,
    /// Field, and the item that was expected and not found (`-`) or found and not expected (`+`).
    pub unlike: Vec<(&'static str, char, String)>,
}

impl Score {
    /// The share of items: `2 right / (found + expected)`, from 0 to 1.
    pub fn value(&self) -> f64 {
        let sum = |part: fn(&Count) -> usize| self.fields.values().map(part).sum::<usize>();
        let (right, all) = (sum(|it| it.right), sum(|it| it.found) + sum(|it| it.expected));
        if all == 0 { 1.0 } else { 2.0 * right as f64 / all as f64 }
    }

    /// Whether everything expected was found and nothing else.
    pub fn is_perfect(&self) -> bool {
        self.unlike.is_empty()
            && self.fields.values().all(|it| it.right == it.found && it.right == it.expected)
    }

    /// Items whose order does not count.
    pub(crate) fn bag(&mut self, field: &'static str, found: &[String], expected: &[String]) {
        let mut left: Vec<&String> = expected.iter().collect();
        let mut right = 0;
        for item in found {
            if let Some(at) = left.iter().position(|it| *it == item) {
                left.swap_remove(at);
                right += 1;
            } else {
                self.unlike.push((field, '+', item.clone()));
            }
        }
        left.into_iter().for_each(|item| self.unlike.push((field, '-', item.clone())));
        self.add(field, Count { right, found: found.len(), expected: expected.len() });
    }

    /// Items in order.
    pub(crate) fn sequence(&mut self, field: &'static str, found: &[String], expected: &[String]) {
        let pairs = common(expected, found);
        let mut paired = pairs.iter().copied().peekable();
        let (mut i, mut j) = (0, 0);
        loop {
            let (end_i, end_j) = paired.peek().copied().unwrap_or((expected.len(), found.len()));
            expected[i..end_i].iter().for_each(|it| self.unlike.push((field, '-', it.clone())));
            found[j..end_j].iter().for_each(|it| self.unlike.push((field, '+', it.clone())));
            if paired.next().is_none() {
                break;
            }
            (i, j) = (end_i + 1, end_j + 1);
        }
        self.add(field, Count { right: pairs.len(), found: found.len(), expected: expected.len() });
    }

    /// One value that may be missing.
    pub(crate) fn one(&mut self, field: &'static str, found: &Value, expected: &Value) {
        let items = |it: &Value| if it.is_null() { Vec::new() } else { vec![shown(it)] };
        self.bag(field, &items(found), &items(expected));
    }

    pub(crate) fn add(&mut self, field: &'static str, more: Count) {
        let count = self.fields.entry(field).or_default();
        count.right += more.right;
        count.found += more.found;
        count.expected += more.expected;
    }
}

/// Compares a folded structure with what was found, as [`crate::structure::found`] gives it.
///
/// Blocks of `expected` may have `may_split_at` (numbers of non-blank characters), `may_join_next` and
/// `alt.lead`, tables `rows_do_not_show`: what the print leaves open counts for neither side.
pub fn score(expected: &Value, found: &Value) -> Score {
    let mut score = Score::default();
    const MASTHEAD: [(&str, &str); 7] = [
        ("masthead.title", "title"),
        ("masthead.publisher", "publisher"),
        ("masthead.year", "year"),
        ("masthead.number", "number"),
        ("masthead.cumulative", "cumulative"),
        ("masthead.kind", "kind"),
        ("masthead.date", "date"),
    ];
    for (field, key) in MASTHEAD {
        score.one(field, &found["masthead"][key], &expected["masthead"][key]);
    }
    contents(&mut score, found, expected);
    sections(&mut score, found, expected);
    let fields = |it: &Value| -> Vec<String> {
        items(&it["colophon"]["fields"]).map(|it| format!("{}={}", shown(&it[0]), shown(&it[1]))).collect()
    };
    score.sequence("colophon.field", &fields(found), &fields(expected));
    let organisations = |it: &Value| texts(&it["colophon"]["organisations"]);
    score.bag("colophon.organisation", &organisations(found), &organisations(expected));
    score
}

fn contents(score: &mut Score, found: &Value, expected: &Value) {
    let named = |it: &Value, key: &str| -> Vec<String> {
        items(&it["contents"]).filter(|it| !it[key].is_null()).map(|it| shown(&it[key])).collect()
    };
    score.sequence("contents.section", &named(found, "section"), &named(expected, "section"));
    score.sequence("contents.series", &named(found, "series"), &named(expected, "series"));
    let mut lists = [found, expected].map(|it| {
        let mut out = (Vec::new(), Vec::new(), Vec::new());
        for group in items(&it["contents"]) {
            for entry in items(&group["entries"]) {
                let title = shown(&entry["title"]);
                out.1.push(format!("{title} in {}", shown(&group["section"])));
                if !entry["page"].is_null() {
                    out.2.push(format!("{title} on {}", entry["page"]));
                }
                out.0.push(title);
            }
        }
        out
    });
    let [found, expected] = &mut lists;
    score.sequence("contents.entry", &found.0, &expected.0);
    score.bag("contents.entry_section", &found.1, &expected.1);
    score.bag("contents.page", &found.2, &expected.2);
}

fn sections(score: &mut Score, found: &Value, expected: &Value) {
    let named = |it: &Value, key: &str| -> Vec<String> {
        items(&it["sections"]).filter(|it| !it[key].is_null()).map(|it| shown(&it[key])).collect()
    };
    score.sequence("section.name", &named(found, "name"), &named(expected, "name"));
    score.sequence("section.series", &named(found, "series"), &named(expected, "series"));
    let (found, expected) = (Articles::of(found), Articles::of(expected));
    score.sequence("article.title", &found.titles, &expected.titles);
    let pairs = align(&expected, &found);
    let together = pairs.iter().filter(|&&(i, j)| expected.sections[i] == found.sections[j]);
    let right = together.count();
    score.add("article.section", Count { right, found: found.titles.len(), expected: expected.titles.len() });
    for &(i, j) in pairs.iter().filter(|&&(i, j)| expected.sections[i] != found.sections[j]) {
        let said = format!(
            "{} in {} expected, in {} found",
            expected.titles[i], expected.sections[i], found.sections[j]
        );
        score.unlike.push(("article.section", '+', said));
    }
    let nothing = Value::Null;
    for &(i, j) in &pairs {
        article(score, found.articles[j], expected.articles[i]);
    }
    for (i, it) in expected.articles.iter().enumerate() {
        if !pairs.iter().any(|pair| pair.0 == i) {
            article(score, &nothing, it);
        }
    }
    for (j, it) in found.articles.iter().enumerate() {
        if !pairs.iter().any(|pair| pair.1 == j) {
            article(score, it, &nothing);
        }
    }
}

fn article(score: &mut Score, found: &Value, expected: &Value) {
    let bare = |it: &Value| it.as_str().map_or(Value::Null, |it| it.trim_start_matches(['-', '—']).into());
    score.one("article.subtitle", &bare(&found["subtitle"]), &bare(&expected["subtitle"]));
    blocks(score, &found["blocks"], &expected["blocks"]);
    let (found, expected) = (&found["attribution"], &expected["attribution"]);
    score.one("attribution.label", &found["label"], &expected["label"]);
    let names = |it: &Value, key: &str| -> Vec<String> {
        texts(&it[key]).iter().map(|it| it.trim_matches(['《', '》']).to_owned()).collect()
    };
    for (field, key) in [("attribution.organisations", "organisations"), ("attribution.people", "people")] {
        score.bag(field, &names(found, key), &names(expected, key));
    }
}

struct Articles<'v> {
    articles: Vec<&'v Value>,
    titles: Vec<String>,
    sections: Vec<String>,
}

impl<'v> Articles<'v> {
    fn of(it: &'v Value) -> Self {
        let mut out = Self { articles: Vec::new(), titles: Vec::new(), sections: Vec::new() };
        for section in items(&it["sections"]) {
            for article in items(&section["articles"]) {
                out.articles.push(article);
                out.titles.push(shown(&article["title"]));
                out.sections.push(shown(&section["name"]));
            }
        }
        out
    }

    /// All runs of six characters of an article's text, as sorted hashes.
    fn shingles(&self, at: usize) -> Vec<u64> {
        let text: Vec<char> = items(&self.articles[at]["blocks"])
            .flat_map(|it| it["text"].as_str().unwrap_or_default().chars())
            .collect();
        let hash = |run: &[char]| {
            run.iter().fold(0xCBF2_9CE4_8422_2325_u64, |hash, &c| {
                (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01B3)
            })
        };
        let mut out: Vec<u64> =
            if text.is_empty() { Vec::new() } else { text.windows(6.min(text.len())).map(hash).collect() };
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// Pairs of articles, in order, of the greatest likeness together.
fn align(expected: &Articles<'_>, found: &Articles<'_>) -> Vec<(usize, usize)> {
    // With the same titles in the same order there is nothing to search.
    if expected.titles == found.titles {
        return (0..expected.titles.len()).map(|at| (at, at)).collect();
    }
    let shingles =
        |it: &Articles<'_>| -> Vec<_> { (0..it.articles.len()).map(|at| it.shingles(at)).collect() };
    let (old, new) = (shingles(expected), shingles(found));
    let likeness = |i: usize, j: usize| {
        let (a, b) = (&old[i], &new[j]);
        let shared = a.iter().filter(|it| b.binary_search(it).is_ok()).count();
        let all = a.len() + b.len() - shared;
        let text = if all == 0 { 1.0 } else { shared as f64 / all as f64 };
        let title = if expected.titles[i] == found.titles[j] { 0.4 } else { 0.0 };
        title + 0.6 * text
    };
    let (rows, columns) = (old.len(), new.len());
    let mut likes = vec![vec![0.0; columns]; rows];
    let mut best = vec![vec![0.0_f64; columns + 1]; rows + 1];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            likes[i][j] = likeness(i, j);
            let take = if likes[i][j] > 0.1 { best[i + 1][j + 1] + likes[i][j] } else { 0.0 };
            best[i][j] = take.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < rows && j < columns {
        if likes[i][j] > 0.1 && (best[i][j] - best[i + 1][j + 1] - likes[i][j]).abs() < 1e-9 {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[i + 1][j] >= best[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Index pairs of a longest common subsequence.
fn common(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (x, y) = (&a[head..], &b[head..]);
    let mut pairs: Vec<_> = (0..head).map(|at| (at, at)).collect();
    let mut table = vec![vec![0_usize; y.len() + 1]; x.len() + 1];
    for i in (0..x.len()).rev() {
        for j in (0..y.len()).rev() {
            table[i][j] =
                if x[i] == y[j] { table[i + 1][j + 1] + 1 } else { table[i + 1][j].max(table[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < x.len() && j < y.len() {
        if x[i] == y[j] {
            pairs.push((head + i, head + j));
            (i, j) = (i + 1, j + 1);
        } else if table[i + 1][j] >= table[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

pub(crate) fn items(it: &Value) -> impl Iterator<Item = &Value> {
    it.as_array().into_iter().flatten()
}

pub(crate) fn texts(it: &Value) -> Vec<String> {
    items(it).map(shown).collect()
}

/// A value as an item: a text without quotes, nothing as nothing.
pub(crate) fn shown(it: &Value) -> String {
    match it {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn strings(items: &[&str]) -> Vec<String> {
        items.iter().map(|&it| it.to_owned()).collect()
    }

    #[test]
    fn a_sequence_counts_what_is_common_in_order() {
        let mut score = Score::default();
        score.sequence("x", &strings(&["b", "c", "a"]), &strings(&["a", "b", "c"]));
        assert_eq!(score.fields["x"], Count { right: 2, found: 3, expected: 3 });
        assert_eq!(score.unlike.len(), 2);
    }

    #[test]
    fn an_issue_is_like_itself_and_unlike_another() {
        let issue = |title: &str| {
            json!({"masthead": {"title": "甲"}, "sections": [{"name": null, "articles": [
                {"title": title, "blocks": [{"type": "paragraph", "text": "正文正文正文。"}]}]}]})
        };
        assert!(score(&issue("一"), &issue("一")).is_perfect());
        let other = score(&issue("一"), &issue("二"));
        assert!(!other.is_perfect() && other.value() < 1.0 && other.value() > 0.5);
    }
}
