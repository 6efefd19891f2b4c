//! National high-tech zones 国家高新区: by their names, and in lists whose last name alone has 高新区.

use super::lexicon::{TABLES, ZONE_ENDINGS, Zone, ZoneName};
use super::mark::{Kind, Mark};
use super::{Day, Rule, Value, ZoneMention};

/// Where the name that a word begins ends, and whether it is one: 兰州 needs 高新区 behind it.
pub(super) fn ending(text: &str, end: usize, name: ZoneName) -> (usize, bool) {
    if !name.stem {
        return (end, true);
    }
    let rest = &text[end..];
    match ZONE_ENDINGS.starts(rest) {
        Some(ending) => (end + ending.len(), true),
        None => (end, false),
    }
}

/// The zones named in a text: `成都、沈阳、武汉东湖和广州高新区` names four.
pub(super) fn zones(
    text: &str,
    marks: &[Mark],
    issue: Option<Day>,
    mut found: impl FnMut(Mark, Value, Rule),
) {
    for (index, mark) in marks.iter().enumerate() {
        let Kind::Zone(number) = mark.kind else { continue };
        // Back over the places that share the ending.
        let mut first = index;
        while let Some(previous) = marks[..first].iter().rposition(|it| it.kind != Kind::Pause) {
            let Kind::Place(_) = marks[previous].kind else { break };
            let between = &text[marks[previous].end..marks[first].start];
            if !matches!(between, "、" | "和" | "与" | "及" | "以及") || index - previous > LONGEST_LIST
            {
                break;
            }
            first = previous;
        }
        for place in &marks[first..index] {
            if let Kind::Place(number) = place.kind {
                let (value, rule) = mention(number, issue);
                let rule = if rule == Rule::ZoneName { Rule::ZoneInList } else { rule };
                found(*place, value, rule);
            }
        }
        let (value, rule) = mention(number, issue);
        found(*mark, value, rule);
    }
}

/// Marks that a list of places may take.
const LONGEST_LIST: usize = 60;

fn mention(number: u16, issue: Option<Day>) -> (Value, Rule) {
    let Zone { short, province, approved } = &TABLES.zones[usize::from(number)];
    let later = approved.filter(|approved| issue.is_some_and(|issue| before(issue, *approved)));
    match later {
        Some(approved) => {
            let value = ZoneMention { zone: None, province: None, approved: Some(approved) };
            (Value::Zone(value), Rule::ZoneBeforeApproval)
        }
        None => {
            let value = ZoneMention { zone: Some(short), province: Some(province), approved: None };
            (Value::Zone(value), Rule::ZoneName)
        }
    }
}

/// Whether one date is before another as far as both are known.
fn before(a: Day, b: Day) -> bool {
    (a.year, a.month.unwrap_or(12)) < (b.year, b.month.unwrap_or(1))
}
