//! Pairs of expected and given facts, and what their fields have right.

use std::collections::HashSet;
use std::fmt;

use serde_json::Value;
use torch_bulletin::fold;

use super::likeness::{alike, folded, has_numbers, overlap, readings, same_change, same_value};
use super::tally::Tally;

/// Where a reader and the rules differ.
#[derive(Clone, Debug)]
pub enum Difference {
    /// A required fact that was not found.
    Missing(Value),
    /// A fact that no reader found.
    Wrong(Value),
    /// A fact that was found, with the fields that differ.
    Fields(Value, Value, Vec<String>),
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::Missing(fact) => write!(f, "missing  {fact}"),
            Difference::Wrong(fact) => write!(f, "wrong    {fact}"),
            Difference::Fields(expected, given, fields) => {
                write!(f, "differs  {}\n  expected {expected}\n  given    {given}", fields.join(" "))
            }
        }
    }
}

/// Scores given facts against expected ones.
///
/// Facts match where kind and article are the same, their texts overlap and their values agree; the fields of the
/// matched are scored apart. Optional facts count neither way, nor do dates and quantities without an Arabic digit.
pub fn score(expected: &[Value], given: &[Value]) -> (Tally, Vec<Difference>) {
    let (mut tally, mut differences) = (Tally::default(), Vec::new());
    let mut kinds: Vec<&str> = Vec::new();
    for kind in expected.iter().filter_map(|it| it["kind"].as_str()) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    for kind in kinds {
        let of_kind = |it: &&Value| it["kind"] == kind;
        let (optional, required): (Vec<&Value>, Vec<&Value>) =
            expected.iter().filter(of_kind).partition(|it| it["optional"] == true);
        let given: Vec<&Value> = given.iter().filter(of_kind).collect();
        let pairs = pairs(&required, &given);
        let used: HashSet<usize> = pairs.iter().flatten().copied().collect();
        let mut ignored = 0;
        for (_, fact) in given.iter().enumerate().filter(|it| !used.contains(&it.0)) {
            if is_free(kind, fact, &required, &optional) {
                ignored += 1;
            } else {
                differences.push(Difference::Wrong((*fact).clone()));
            }
        }
        tally.add(kind, used.len(), given.len() - ignored, required.len());
        for (fact, pair) in required.iter().zip(&pairs) {
            let Some(pair) = pair else {
                differences.push(Difference::Missing((*fact).clone()));
                continue;
            };
            let fields = fields(fact, given[*pair]);
            let wrong = fields.fields_wrong();
            if !wrong.is_empty() {
                differences.push(Difference::Fields((*fact).clone(), given[*pair].clone(), wrong));
            }
            tally.extend(&fields);
        }
    }
    (tally, differences)
}

/// Whether a fact that matches nothing required is no mistake.
fn is_free(kind: &str, fact: &Value, required: &[&Value], optional: &[&Value]) -> bool {
    let digits = || folded(fact, "text").contains(|c: char| c.is_ascii_digit());
    // A row that repeats a change which belongs to another row.
    let repeats = |it: &&Value| {
        overlap(&folded(it, "text"), &folded(fact, "text")) && same_change(&it["change"], &fact["change"])
    };
    optional.iter().any(|it| compatible(it, fact))
        || matches!(kind, "date" | "quantity") && !digits()
        || kind == "observation" && !has_numbers(fact) && required.iter().chain(optional).any(repeats)
}

fn compatible(expected: &Value, given: &Value) -> bool {
    expected["article"] == given["article"] && {
        let readings = readings(expected);
        let text = folded(given, "text");
        readings.iter().any(|it| same_value(it, given))
            && readings.iter().any(|it| overlap(&folded(it, "text"), &text))
    }
}

/// For each required fact the given one that it is paired with: as many pairs as there can be, the best first.
fn pairs(required: &[&Value], given: &[&Value]) -> Vec<Option<usize>> {
    let rank = |expected: &Value, given: &Value| {
        let (wrong, right) = fields(expected, given).wrong_and_right();
        let (a, b) = (folded(expected, "text"), folded(given, "text"));
        (wrong, usize::MAX - right, a.chars().count().abs_diff(b.chars().count()), a != b)
    };
    let mut ranks = Vec::new();
    for (at, expected) in required.iter().enumerate() {
        for (to, given) in given.iter().enumerate().filter(|it| compatible(expected, it.1)) {
            ranks.push((rank(expected, given), at, to));
        }
    }
    ranks.sort();
    let mut edges: Vec<Vec<usize>> = vec![Vec::new(); required.len()];
    ranks.iter().for_each(|&(_, at, to)| edges[at].push(to));
    let mut owner: Vec<Option<usize>> = vec![None; given.len()];
    let mut paired: Vec<bool> = vec![false; required.len()];
    for &(_, at, to) in &ranks {
        if !paired[at] && owner[to].is_none() {
            (owner[to], paired[at]) = (Some(at), true);
        }
    }
    for (at, _) in paired.iter().enumerate().filter(|it| !it.1) {
        augment(at, &edges, &mut owner, &mut HashSet::new());
    }
    let mut pairs = vec![None; required.len()];
    for (to, at) in owner.iter().enumerate().filter_map(|(to, at)| Some((to, (*at)?))) {
        pairs[at] = Some(to);
    }
    pairs
}

/// A path on which one more pair can be made.
fn augment(at: usize, edges: &[Vec<usize>], owner: &mut [Option<usize>], seen: &mut HashSet<usize>) -> bool {
    for &to in &edges[at] {
        if seen.insert(to) && owner[to].is_none_or(|other| augment(other, edges, owner, seen)) {
            owner[to] = Some(at);
            return true;
        }
    }
    false
}

/// What the fields of a pair have right, besides the value that they were matched by.
fn fields(expected: &Value, given: &Value) -> Tally {
    let mut tally = Tally::default();
    let kind = expected["kind"].as_str().unwrap_or_default();
    let readings = readings(expected);
    let mut field = |name: &str, same: &dyn Fn(&Value, &Value) -> bool| {
        let given = &given[name];
        let mut options = readings.iter().map(|it| &it[name]);
        let field = format!("{kind}.{name}");
        if !given.is_null() && options.clone().any(|it| !it.is_null() && same(it, given)) {
            tally.add(&field, 1, 1, 1);
        } else if !given.is_null() || options.clone().all(|it| !it.is_null()) {
            let wanted = options.any(|it| !it.is_null());
            tally.add(&field, 0, usize::from(!given.is_null()), usize::from(wanted));
        }
    };
    let text = |it: &Value| it.as_str().map(fold).unwrap_or_default();
    let likeness = |a: &Value, b: &Value| alike(&text(a), &text(b));
    let equal = |a: &Value, b: &Value| text(a) == text(b);
    // Whether a bound is reached or passed is seldom said: > and >= are one.
    let bound = |it: &Value| text(it).chars().next();
    let comparator = |a: &Value, b: &Value| bound(a) == bound(b);
    let basis = |a: &Value, b: &Value| {
        let (a, b) = (a.as_str().unwrap_or_default(), b.as_str().unwrap_or_default());
        let ((first, rest), (other, more)) =
            (a.split_once(' ').unwrap_or((a, "")), b.split_once(' ').unwrap_or((b, "")));
        first == other && (rest.is_empty() || alike(&fold(rest), &fold(more)))
    };
    match kind {
        "date" => field("basis", &equal),
        "quantity" => {
            field("comparator", &comparator);
            let same = |it: &Value| it["approximate"] == true;
            tally.add("quantity.approximate", usize::from(same(expected) == same(given)), 1, 1);
        }
        "change" => field("basis", &basis),
        "observation" => {
            field("subject", &likeness);
            field("metric", &likeness);
            field("period", &equal);
            field("comparator", &comparator);
            field("change", &same_change);
        }
        "person" => {
            field("organisation", &likeness);
            let of = |fact: &Value| -> Vec<String> {
                fact["titles"].as_array().into_iter().flatten().map(text).collect()
            };
            let given = of(given);
            let best = readings.iter().map(|reading| {
                let mut rest = of(reading);
                let wanted = rest.len();
                let hits = given.iter().filter(|title| {
                    let hit = rest.iter().position(|it| it.ends_with(*title) || title.ends_with(it));
                    hit.map(|at| rest.remove(at)).is_some()
                });
                (hits.count(), wanted)
            });
            let (hits, wanted) =
                best.max_by_key(|it| (2 * it.0).wrapping_sub(it.1) as isize).unwrap_or((0, 0));
            tally.add("person.title", hits, given.len(), wanted);
        }
        _ => {}
    }
    tally
}
