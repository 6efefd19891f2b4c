//! Does an announced number of points (“提出3点具体要求:”) agree with the points that follow?

use crate::grammar::one_of;
use memchr::{memchr_iter, memmem};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

use crate::grammar::number::numeral;
use crate::grammar::{PResult, ws};
use crate::model::{Article, Block, MarkerStyle, Point};
use crate::report::{Code, Diagnostic, Sink};

/// What is announced in numbers before a colon.
const ANNOUNCED: [&str; 22] = [
    "要求", "意见", "建议", "措施", "举措", "任务", "工作", "经验", "内容", "方面", "特点", "做法", "原则",
    "问题", "启示", "目标", "重点", "条件", "情况", "成效", "点", "条",
];

/// Larger numbers before a noun count other things than points.
const MOST: u32 = 30;

pub(super) fn check(article: &Article, source: &str, sink: &mut Sink) {
    for (index, block) in article.blocks.iter().enumerate() {
        let Block::Paragraph { text, points, .. } = block else { continue };
        let joined = text.of(source);
        let map = text.map();
        for colon in colons(&joined) {
            let Some((start, announced)) = announcement(&joined[..colon]) else { continue };
            let Some(place) = map.slice(start..colon) else { continue };
            let Some(found) =
                found(points, place.hull().end(), &article.blocks[index + 1..], &joined[colon..])
            else {
                continue;
            };
            if found != announced {
                sink.push(
                    Diagnostic::new(
                        Code::AnnouncedCountDiffers,
                        place.hull(),
                        format!("{announced} points are announced, {found} follow"),
                    )
                    .with_help("a point may be missing from this copy, or its enumerator may be misprinted"),
                );
            }
        }
    }
}

/// Where colons stand, of either width.
fn colons(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    memchr_iter(b':', bytes).chain(memmem::find_iter(bytes, "："))
}

/// `numeral (点 / 项 / 个方面 …) 0*8CHAR noun` right before a colon: where it begins, and its number.
fn announcement(before: &str) -> Option<(usize, u32)> {
    ANNOUNCED.iter().find(|noun| before.ends_with(**noun))?;
    // At most 14 characters, the number included, and no comma between.
    let window = before.char_indices().rev().take(14).take_while(|(_, c)| !one_of("，,。；;：:", *c));
    let starts: Vec<usize> = window.map(|(at, _)| at).collect();
    starts.into_iter().rev().find_map(|at| {
        let (_, number) = counted(&before[at..]).ok()?;
        // The number of 第3点 or of 2022年 is no count.
        let preceded =
            before[..at].chars().next_back().is_some_and(|c| c == '第' || c.is_ascii_digit() || c == '十');
        (!preceded && (2..=MOST).contains(&number)).then_some((at, number))
    })
}

fn counted(input: &str) -> PResult<'_, u32> {
    let measure = alt((
        tag("点"),
        tag("个"),
        tag("项"),
        tag("条"),
        tag("大"),
        tag("方面"),
        tag("类"),
        tag("种"),
        tag("步"),
    ));
    terminated(numeral, preceded(opt(ws), measure)).parse(input)
}

/// How many points follow the colon: in the paragraph, or as paragraphs and headings of one style that count from 1.
/// `None` where no list follows at all.
fn found(points: &[Point], after: u32, next: &[Block], rest: &str) -> Option<u32> {
    let inside = &points[points.partition_point(|point| point.marker.text.head().start() < after)..];
    if let Some((first, more)) = inside.split_first() {
        let style = first.marker.style;
        // One more than can be announced is enough to tell.
        let more = more.iter().take(MOST as usize);
        let last = more.take_while(|point| point.marker.style == style && point.marker.number > 1).last();
        return Some(last.unwrap_or(first).marker.number);
    }
    // A list in the next paragraphs follows a colon that ends its own.
    if crate::blank::trim_end(rest).chars().nth(1).is_some() {
        return None;
    }
    let style = next.first()?.marker()?.style;
    if style == MarkerStyle::Sequence {
        return None;
    }
    let mut count = 0;
    for marker in next.iter().filter_map(Block::marker).filter(|marker| marker.style == style) {
        if marker.number != count + 1 {
            break;
        }
        count += 1;
    }
    (count > 0).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn announcements() {
        for (before, expected) in [
            ("并提出3点具体要求", Some(3)),
            ("对此,提出三方面工作要求", Some(3)),
            ("主要包括两个内容", None),
            ("应包括5个方面内容", Some(5)),
            ("提出要求", None),
            ("第3点要求", None),
            ("2022年的工作", None),
        ] {
            assert_eq!(announcement(before).map(|(_, number)| number), expected, "{before}");
        }
    }
}
