//! National high-tech zones 国家高新区: by their names, and in lists whose last name alone has 高新区.

use super::lexicon::{TABLES, ZONE_ENDINGS, Zone, ZoneName};
use super::mark::{Kind, Mark};
use super::numeral::numeral;
use super::words::JOINS;
use super::{Day, Rule, Value, ZoneMention};

/// The province 省 of a national high-tech zone, by its short name in the official list; `None` for a name that is not in it.
///
/// ```
/// assert_eq!(torch_bulletin::facts::province("成都高新区"), Some("四川省"));
/// assert_eq!(torch_bulletin::facts::province("江州高新区"), None);
/// ```
pub fn province(zone: &str) -> Option<&'static str> {
    let zones = &TABLES.zones;
    zones.binary_search_by(|it| it.short.cmp(zone)).ok().map(|index| zones[index].province)
}

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

/// The bytes of 三个高新区 or 等高新区 behind the last place of a list; 0 for none.
pub(super) fn shared_ending(rest: &str) -> usize {
    let others = rest.strip_prefix('等');
    let counted = others.unwrap_or(rest);
    let after = match numeral(counted, 0).filter(|it| !it.more) {
        Some(count) => &counted[count.end..],
        None if others.is_some() => counted,
        None => return 0,
    };
    let after = after.strip_prefix(['个', '家']).unwrap_or(after);
    ZONE_ENDINGS.starts(after).map_or(0, |ending| rest.len() - after.len() + ending.len())
}

/// The zones named in a text: `成都、沈阳、武汉东湖和广州高新区` names four.
pub(super) fn zones(
    text: &str,
    marks: &[Mark],
    issue: Option<Day>,
    mut found: impl FnMut(Mark, Value, Rule),
) {
    for (index, mark) in marks.iter().enumerate() {
        let (number, named) = match mark.kind {
            Kind::Zone(number) => (number, true),
            Kind::Place(number) if listed(text, marks, index) => (number, false),
            _ => continue,
        };
        // Back over the places that share the ending.
        let mut first = index;
        while let Some(previous) = marks[..first].iter().rposition(|it| it.kind != Kind::Pause) {
            let Kind::Place(_) = marks[previous].kind else { break };
            let between = &text[marks[previous].end..marks[first].start];
            if !JOINS.has(between) || index - previous > LONGEST_LIST {
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
        let rule = if rule == Rule::ZoneName && !named { Rule::ZoneInList } else { rule };
        found(*mark, value, rule);
    }
}

/// Whether a place ends a list that names what all are behind their number: 西安、武汉和成都三个高新区.
fn listed(text: &str, marks: &[Mark], index: usize) -> bool {
    let place = &marks[index];
    let joined = text[..place.start].ends_with(['、', '和', '与', '及']);
    joined && shared_ending(&text[place.end..]) > 0
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
