//! What must hold of one block: its views lie inside its text, its numbers count from 1.

use std::collections::HashMap;

use torch_bulletin::model::{Block, Marker, MarkerStyle, Point};
use torch_bulletin::{Text, is_blank};

use super::{Outcome, Within, ensure, shown, text};

pub(super) fn check(source: &str, block: &Block) -> Outcome {
    match block {
        Block::Heading { level, marker, text: it } => {
            text::check(source, it)?;
            ensure(*level >= 1, || "a heading of level 0".to_owned())?;
            marker.iter().try_for_each(|marker| opens(source, it, marker))
        }
        Block::Paragraph { marker, lead, text: it, points } => {
            text::check(source, it)?;
            marker.iter().try_for_each(|marker| opens(source, it, marker))?;
            lead.iter().try_for_each(|lead| {
                run_in_heading(source, it, marker.as_ref(), lead).within(|| "lead".to_owned())
            })?;
            clauses(source, it, points)
        }
        Block::Caption { text: it } | Block::Note { text: it } => text::check(source, it),
        Block::Table { rows } => {
            ensure(rows.iter().flatten().flatten().next().is_some(), || "a table without a cell".to_owned())?;
            rows.iter().flatten().flatten().try_for_each(|cell| text::check(source, cell))
        }
    }
}

/// A marker stands at the head of its text and has a number.
fn opens(source: &str, it: &Text, marker: &Marker) -> Outcome {
    text::view(source, it, &marker.text).within(|| "marker".to_owned())?;
    let before = &source[it.head().start() as usize..marker.text.head().start() as usize];
    ensure(before.chars().all(is_blank), || format!("«{}» stands before the marker", shown(before)))?;
    ensure(marker.number >= 1, || format!("the marker at {:?} has the number 0", marker.text.hull()))
}

/// A lead follows the marker and leaves its full stop outside.
fn run_in_heading(source: &str, it: &Text, marker: Option<&Marker>, lead: &Text) -> Outcome {
    text::view(source, it, lead)?;
    if let Some(marker) = marker {
        ensure(marker.text.hull().end() <= lead.hull().start(), || "it begins inside the marker".to_owned())?;
    }
    let read = lead.of(source);
    ensure(!read.ends_with('。'), || format!("«{}» holds its full stop", shown(&read)))
}

/// Points stand one after the other; each style counts from 1 without a gap, in runs of two or more. A paragraph may
/// enumerate more than once (第一,…;第二,… and then 一是…;二是…), one style inside another too.
fn clauses(source: &str, it: &Text, points: &[Point]) -> Outcome {
    let mut runs: HashMap<MarkerStyle, u32> = HashMap::new();
    for (index, point) in points.iter().enumerate() {
        let number = point.marker.number;
        let run = runs.insert(point.marker.style, number).unwrap_or(0);
        let clause = || {
            text::view(source, it, &point.text)?;
            opens(source, &point.text, &point.marker)?;
            ensure(number == run + 1 || (number == 1 && run != 1), || {
                format!("has the number {number} after {run}")
            })
        };
        clause().within(|| format!("point {index}"))?;
    }
    ensure(runs.values().all(|&last| last != 1), || "an enumeration of a single point".to_owned())?;
    text::disjoint(points.iter().map(|point| point.text.hull())).within(|| "points".to_owned())
}

#[cfg(test)]
mod tests {
    use torch_bulletin::Span;

    use super::*;

    /// 一是 at 0..6, 建 at 6..9, 。 at 9..12, the rest at 12..18.
    const SOURCE: &str = "一是建。二是";

    fn marker(number: u32, span: (u32, u32)) -> Marker {
        Marker { style: MarkerStyle::Shi, number, text: Text::new(span.into()) }
    }

    fn paragraph(marker: Marker, lead: (u32, u32), points: Vec<Point>) -> Block {
        let text = |span: (u32, u32)| Text::new(Span::from(span));
        Block::Paragraph { marker: Some(marker), lead: Some(text(lead)), text: text((0, 18)), points }
    }

    fn point(number: u32, span: (u32, u32), end: u32) -> Point {
        Point { marker: marker(number, span), text: Text::new(Span::new(span.0, end)) }
    }

    #[test]
    fn views_inside_the_text_hold() {
        let points = vec![point(1, (0, 6), 12), point(2, (12, 18), 18)];
        assert_eq!(check(SOURCE, &paragraph(marker(1, (0, 6)), (6, 9), points)), Ok(()));
    }

    #[test]
    fn a_marker_away_from_the_head_is_found() {
        let error = check(SOURCE, &paragraph(marker(2, (12, 18)), (6, 9), vec![])).unwrap_err();
        assert!(error.contains("stands before the marker"), "{error}");
    }

    #[test]
    fn a_lead_with_its_full_stop_is_found() {
        let error = check(SOURCE, &paragraph(marker(1, (0, 6)), (6, 12), vec![])).unwrap_err();
        assert!(error.contains("full stop"), "{error}");
    }

    #[test]
    fn points_that_leave_out_a_number_are_found() {
        let points = vec![point(1, (0, 6), 12), point(3, (12, 18), 18)];
        let error = check(SOURCE, &paragraph(marker(1, (0, 6)), (6, 9), points)).unwrap_err();
        assert_eq!(error, "point 1: has the number 3 after 1");
    }
}
