//! Facts: every one has its place, its rule and a value that fits its kind.

use torch_bulletin::facts::{Fact, FactOptions, Facts, Measure, Value, extract_from, extract_text};
use torch_bulletin::{Bulletin, render};

use super::{Outcome, Within, ensure, shown, slice};

/// Asserts of the facts of a tree, with bare numbers, that they fit it; and the same of the text read as plain lines.
pub(super) fn check(source: &str, bulletin: &Bulletin) -> Outcome {
    let options = FactOptions::default().with_numbers(true);
    let facts = extract_from(source, bulletin, &options);
    let articles: Vec<_> = bulletin.articles().collect();
    for fact in &facts {
        place(source, fact).within(|| name(source, fact))?;
        let article = fact.article.map(|index| articles.get(index as usize));
        ensure(article != Some(None), || "an article that is not there".to_owned())
            .within(|| name(source, fact))?;
        if let (Some(Some(article)), Some(block)) = (article, fact.block) {
            let hull = article.blocks.get(block as usize).and_then(|block| block.hull());
            ensure(hull.is_some_and(|hull| hull.contains(fact.text.hull())), || {
                "outside its block".to_owned()
            })
            .within(|| name(source, fact))?;
        }
    }
    ensure(extract_from(source, bulletin, &options) == facts, || {
        "a second time gives other facts".to_owned()
    })?;
    without_numbers(&facts, &extract_from(source, bulletin, &FactOptions::default()))?;
    let _ = render::html_with_facts(source, bulletin, &facts);
    for fact in &extract_text(source, "2022-07-31".parse().ok(), &options) {
        place(source, fact).within(|| format!("plain text: {}", name(source, fact)))?;
    }
    Ok(())
}

fn name(source: &str, fact: &Fact) -> String {
    format!("{} {} «{}»", fact.value.kind(), fact.rule, shown(&fact.text.of(source)))
}

/// Pieces ascend and lie on characters, the rule has a name, the value fits the kind.
fn place(source: &str, fact: &Fact) -> Outcome {
    let mut end = 0;
    for span in fact.text.spans() {
        slice(source, span)?;
        ensure(span.start() >= end, || format!("{span:?} begins before {end}"))?;
        end = span.end();
    }
    ensure(!fact.rule.as_str().is_empty(), || "no rule".to_owned())?;
    match &fact.value {
        Value::Quantity(quantity) => ends(quantity.measure)?,
        Value::Number(measure) => ends(*measure)?,
        Value::Observation(row) => {
            ensure(!row.metric.trim().is_empty(), || "no metric".to_owned())?;
            ensure(row.measure.printed().is_some() || row.change.is_some(), || {
                "neither level nor change".to_owned()
            })?;
        }
        Value::Person(person) => ensure(person.name.chars().count() >= 1, || "no name".to_owned())?,
        Value::Document(document) => ensure(!document.title.is_empty(), || "no title".to_owned())?,
        _ => {}
    }
    Ok(())
}

/// One end at least, and the lower one is not above the upper one.
fn ends(measure: Measure) -> Outcome {
    let Measure { low, high, .. } = measure;
    ensure(low.or(high).is_some(), || "no end".to_owned())?;
    let ordered = match (low, high) {
        (Some(low), Some(high)) => low <= high,
        _ => true,
    };
    ensure(ordered, || format!("{low:?} is above {high:?}"))
}

/// Bare numbers are all that `numbers` adds.
fn without_numbers(with: &Facts, without: &Facts) -> Outcome {
    let left: Vec<_> = with.iter().filter(|fact| !matches!(fact.value, Value::Number(_))).collect();
    ensure(left.iter().copied().eq(without.iter()), || "bare numbers change other facts".to_owned())
}
