//! Nothing is lost: every non-blank character lies in exactly one primary span.

use torch_bulletin::{Bulletin, LineIndex, Span, is_blank};

use super::{Outcome, ensure, shown, slice};

pub(super) fn check(source: &str, bulletin: &Bulletin) -> Outcome {
    let mut spans = Vec::new();
    bulletin.for_each_primary(|span| spans.push(span));
    spans.sort_unstable();

    let mut covered = 0;
    let mut before: Option<(Span, &str)> = None;
    for span in spans {
        let text = slice(source, span).map_err(|what| format!("primary span {what}"))?;
        ensure(!text.chars().all(is_blank), || format!("primary span {span:?} holds blanks only"))?;
        if let Some((other, covers)) = before {
            ensure(other.end() <= span.start(), || {
                format!(
                    "primary spans {other:?} «{}» and {span:?} «{}» overlap at {}",
                    shown(covers),
                    shown(text),
                    place(source, span.start() as usize)
                )
            })?;
        }
        uncovered(source, covered, span.start() as usize)?;
        covered = span.end() as usize;
        before = Some((span, text));
    }
    uncovered(source, covered, source.len())
}

/// What lies between two primary spans must be blank.
fn uncovered(source: &str, from: usize, to: usize) -> Outcome {
    let gap = &source[from..to];
    match gap.char_indices().find(|&(_, c)| !is_blank(c)) {
        None => Ok(()),
        Some((at, _)) => Err(format!(
            "no primary span covers «{}» at {} (byte {})",
            shown(&gap[at..]),
            place(source, from + at),
            from + at
        )),
    }
}

fn place(source: &str, offset: usize) -> String {
    let position = LineIndex::new(source).position(source, offset as u32);
    format!("{}:{}", position.line, position.column)
}

#[cfg(test)]
mod tests {
    use torch_bulletin::Text;

    use super::*;

    /// 火 at 0..3, 炬 at 3..6, a line end at 6, 动 at 7..10.
    const SOURCE: &str = "火炬\n动";

    fn outcome(spans: &[(u32, u32)]) -> Outcome {
        let unparsed = spans.iter().map(|&span| Text::new(Span::from(span))).collect();
        check(SOURCE, &Bulletin { unparsed, ..Bulletin::default() })
    }

    #[test]
    fn blanks_need_no_span() {
        assert_eq!(outcome(&[(0, 3), (3, 6), (7, 10)]), Ok(()));
        assert_eq!(check(" \u{3000}\r\n\u{FEFF}", &Bulletin::default()), Ok(()));
    }

    #[test]
    fn a_character_without_a_span_is_found() {
        assert!(outcome(&[(0, 6)]).unwrap_err().contains("«动» at 2:1"));
        assert!(outcome(&[(3, 6), (7, 10)]).unwrap_err().contains("«火» at 1:1"));
        assert!(check(SOURCE, &Bulletin::default()).is_err());
    }

    #[test]
    fn a_character_with_two_spans_is_found() {
        assert!(outcome(&[(0, 6), (3, 6), (7, 10)]).unwrap_err().contains("overlap at 1:2"));
    }

    #[test]
    fn spans_that_are_no_place_are_found() {
        assert!(outcome(&[(0, 6), (7, 11)]).unwrap_err().contains("leaves the source"));
        assert!(outcome(&[(0, 4), (4, 6), (7, 10)]).unwrap_err().contains("cuts a character"));
        assert!(outcome(&[(0, 0), (0, 6), (7, 10)]).unwrap_err().contains("empty"));
        assert!(outcome(&[(0, 6), (6, 7), (7, 10)]).unwrap_err().contains("blanks only"));
    }
}
