//! Does an enumeration leave out a number: 一、三、?

use crate::model::{Article, Block, Marker, MarkerStyle};
use crate::report::{Code, Diagnostic, Sink};

/// The last number of each style since the heading above began.
#[derive(Default)]
struct Counters(Vec<(MarkerStyle, u32, u8)>);

pub(super) fn check(article: &Article, source: &str, sink: &mut Sink) {
    let mut counters = Counters::default();
    for block in &article.blocks {
        // A paragraph's enumerator counts within the heading above it, at any depth below.
        let depth = match block {
            Block::Heading { level, .. } => *level,
            _ => u8::MAX,
        };
        if let Block::Heading { .. } = block {
            counters.0.retain(|&(_, _, it)| it <= depth);
        }
        if let Some(marker) = block.marker() {
            counters.count(marker, depth, source, sink);
        }
    }
}

impl Counters {
    fn count(&mut self, marker: &Marker, depth: u8, source: &str, sink: &mut Sink) {
        let last = self.0.iter_mut().find(|(style, _, it)| *style == marker.style && *it == depth);
        let expected = last.as_ref().map_or(1, |(_, number, _)| number.saturating_add(1));
        // A list may begin anew; it may not skip, nor begin amid its numbers.
        if marker.number != expected && marker.number != 1 {
            let found = marker.text.of(source);
            sink.push(
                Diagnostic::new(
                    Code::NumberingGap,
                    marker.text.hull(),
                    format!("“{found}” is number {}, expected {expected}", marker.number),
                )
                .with_help("a heading or paragraph may be missing here, or the print skips a number"),
            );
        }
        match last {
            Some(entry) => entry.1 = marker.number,
            None => self.0.push((marker.style, marker.number, depth)),
        }
    }
}
