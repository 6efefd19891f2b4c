//! What must hold of one text: its pieces ascend, and it reads as its pieces joined by their reasons.

use torch_bulletin::{Join, Span, Text, is_blank};

use super::{Outcome, ensure, shown, slice};

/// Asserts that a text fits its source.
pub(super) fn check(source: &str, text: &Text) -> Outcome {
    let spans: Vec<Span> = text.spans().collect();
    ensure(spans.len() == text.tail().len() + 1, || {
        "the joins are not one fewer than the pieces".to_owned()
    })?;
    let mut joined = String::new();
    let mut end = 0;
    for (index, &span) in spans.iter().enumerate() {
        let piece = slice(source, span)?;
        ensure(end <= span.start(), || format!("the piece {span:?} «{}» does not ascend", shown(piece)))?;
        end = span.end();
        ensure(!piece.starts_with(is_blank) && !piece.ends_with(is_blank), || {
            format!("the piece {span:?} «{}» starts or ends with a blank", shown(piece))
        })?;
        if index > 0 {
            let join = text.tail()[index - 1].join;
            joined.push_str(glue(join, &joined, piece)?);
        }
        joined.push_str(piece);
    }
    let read = text.of(source);
    ensure(read == joined, || format!("reads «{}», its pieces «{}»", shown(&read), shown(&joined)))?;
    ensure(text.len() == joined.len(), || format!("length {}, reads {} bytes", text.len(), joined.len()))?;
    ensure(text.slice(0..joined.len()).as_ref() == Some(text), || {
        "the slice of the whole is not the whole".to_owned()
    })
}

/// What a join puts in, said here once more so that the library does not vouch for itself.
fn glue<'g>(join: Join, before: &str, after: &str) -> Result<&'g str, String> {
    let han = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
    match join {
        Join::Wrap | Join::Page | Join::Column => Ok(""),
        Join::WrapSpace | Join::PageSpace => {
            ensure(!han(before.chars().next_back()) && !han(after.chars().next()), || {
                format!("a blank joins «{}» to a Chinese character", shown(after))
            })?;
            Ok(" ")
        }
    }
}

/// Asserts that an inner text is a view: every piece of it lies in one piece of the outer.
pub(super) fn view(source: &str, outer: &Text, inner: &Text) -> Outcome {
    check(source, inner)?;
    inner.spans().try_for_each(|span| view_span(source, outer, span))
}

/// Asserts that a place lies in one piece of a text.
pub(super) fn view_span(source: &str, outer: &Text, inner: Span) -> Outcome {
    let piece = slice(source, inner)?;
    ensure(outer.spans().any(|span| span.contains(inner)), || {
        format!("{inner:?} «{}» lies outside its text «{}»", shown(piece), shown(&outer.of(source)))
    })
}

/// Asserts that texts stand in the order of the source.
pub(super) fn ascend<'t>(texts: impl IntoIterator<Item = &'t Text>) -> Outcome {
    starts_ascend(texts.into_iter().map(Text::hull))
}

/// Asserts that spans start one after the other; their hulls may cross where a page end cuts one of them.
pub(super) fn starts_ascend(spans: impl IntoIterator<Item = Span>) -> Outcome {
    let mut before: Option<Span> = None;
    for span in spans {
        if let Some(before) = before {
            ensure(before.start() < span.start(), || format!("{span:?} does not come after {before:?}"))?;
        }
        before = Some(span);
    }
    Ok(())
}

/// Asserts that spans come one after the other and none begins before the one before has ended.
pub(super) fn disjoint(spans: impl IntoIterator<Item = Span>) -> Outcome {
    let mut end = 0;
    for span in spans {
        ensure(end <= span.start(), || format!("{span:?} begins before {end}, the end of the one before"))?;
        end = span.end();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 火 at 0..3, 炬 at 4..7, Torch at 8..13, fund at 14..18.
    const SOURCE: &str = "火\n炬\nTorch\nfund";

    fn text(head: (u32, u32), tail: &[(Join, (u32, u32))]) -> Text {
        let mut text = Text::new(head.into());
        for &(join, span) in tail {
            text.push(join, span.into());
        }
        text
    }

    #[test]
    fn pieces_that_ascend_are_a_text() {
        assert_eq!(check(SOURCE, &text((0, 3), &[(Join::Wrap, (4, 7))])), Ok(()));
        assert_eq!(check(SOURCE, &text((8, 13), &[(Join::PageSpace, (14, 18))])), Ok(()));
    }

    #[test]
    fn pieces_out_of_order_are_found() {
        let error = check(SOURCE, &text((4, 7), &[(Join::Wrap, (0, 3))])).unwrap_err();
        assert!(error.contains("«火» does not ascend"), "{error}");
    }

    #[test]
    fn a_blank_beside_a_chinese_character_is_found() {
        assert!(check(SOURCE, &text((0, 3), &[(Join::WrapSpace, (4, 7))])).is_err());
        assert!(check(SOURCE, &text((4, 7), &[(Join::WrapSpace, (8, 13))])).is_err());
    }

    #[test]
    fn a_blank_at_the_end_of_a_piece_is_found() {
        assert!(check(SOURCE, &text((0, 4), &[])).unwrap_err().contains("blank"));
    }

    #[test]
    fn a_view_lies_in_one_piece() {
        let outer = text((0, 3), &[(Join::Wrap, (4, 7))]);
        assert_eq!(view(SOURCE, &outer, &text((4, 7), &[])), Ok(()));
        assert!(view(SOURCE, &outer, &text((8, 13), &[])).unwrap_err().contains("outside"));
        assert!(view_span(SOURCE, &outer, Span::new(0, 7)).is_err());
    }
}
