//! Lines of doubled glyphs 叠字: bold that a program faked by drawing each glyph twice or thrice (火火炬炬动动态态).

use std::ops::Range;

use memchr::memchr3_iter;

use super::zero_width;
use crate::is_blank;

/// Glyphs of the shortest line that is believed: 高高兴兴 is a word.
const LEAST: usize = 3;
/// Lines at the head of a text among which the newsletter's name and the first title stand, which are bold where anything is.
const HEAD: usize = 40;
/// Bytes in which those lines stand.
const REACH: usize = 4096;

/// Headings of the contents list of two glyphs, which are believed: 目目录录.
const HEADINGS: [&str; 3] = ["目录", "目次", "要目"];

/// How often each glyph of a line is drawn, where it is twice or thrice for every one of them.
pub(super) fn times(line: &str) -> Option<usize> {
    let ink = || line.chars().filter(|&c| !is_blank(c) && !zero_width(c));
    // Nearly every line fails here.
    let mut first = ink();
    if first.next()? != first.next()? {
        return None;
    }
    let is_heading = |times: usize| {
        let glyphs = || glyphs(line, times).map(|it| it.1);
        HEADINGS.iter().any(|heading| glyphs().eq(heading.chars()))
    };
    [2, 3].into_iter().find(|&times| {
        let (mut glyphs, mut run, mut last, mut distinct) = (0, 0, None, 0);
        for c in ink() {
            if run % times == 0 {
                distinct += usize::from(last != Some(c) && c >= '\u{3400}');
                (last, run) = (Some(c), 0);
                glyphs += 1;
            } else if last != Some(c) {
                return false;
            }
            run += 1;
        }
        run == times && distinct >= 2 && (glyphs >= LEAST || is_heading(times))
    })
}

/// The glyphs of a line that are drawn so often, and the place that each takes.
pub(super) fn glyphs(line: &str, times: usize) -> impl Iterator<Item = (Range<usize>, char)> + '_ {
    let mut ink = line.char_indices().filter(|&(_, c)| !is_blank(c) && !zero_width(c));
    std::iter::from_fn(move || {
        let (at, c) = ink.next()?;
        let last = ink.nth(times.saturating_sub(2)).map_or(at, |it| it.0);
        Some((at..last + c.len_utf8(), c))
    })
}

/// Whether a line at the head of a text is doubled, so that others may be.
pub(super) fn may_be(source: &str) -> bool {
    let reach = source.floor_char_boundary(REACH);
    let ends = memchr3_iter(b'\n', b'\r', b'\x0C', &source.as_bytes()[..reach]).chain([reach]);
    let starts = std::iter::once(0).chain(ends.clone().map(|end| end + 1));
    let lines = starts.zip(ends).filter(|(start, end)| start < end).take(HEAD);
    lines.into_iter().any(|(start, end)| times(&source[start..end]).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_of_which_every_glyph_is_doubled_are() {
        for (line, expected) in [
            ("火火炬炬动动态态", Some(2)),
            ("22001199年年第第33期期", Some(2)),
            ("火火火炬炬炬动动动", Some(3)),
            ("  火火 炬炬 动动 态态", Some(2)),
            ("目目 录录", Some(2)),
            ("目目目录录录", Some(3)),
            ("目目录录录", None),
            ("高高兴兴", None),
            ("火火炬炬动态", None),
            ("————————", None),
            ("天天向上", None),
            ("", None),
        ] {
            assert_eq!(times(line), expected, "{line}");
        }
        assert!(may_be("\n火火炬炬动动态态\n") && !may_be("火炬动态\n2019年第3期\n"));
    }
}
