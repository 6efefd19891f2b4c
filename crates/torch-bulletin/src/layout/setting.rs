//! How paragraphs are set: one a line, or hard-wrapped to a measure 版心宽度, with indents or without.

use super::{Line, LineClass};
use crate::grammar::mark::has_stop;

/// How the paragraphs of a text are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// The measure in columns where paragraphs are hard-wrapped; `None` where a line is a paragraph.
    pub measure: Option<u32>,
    /// Whether a paragraph's first line shows by its indent.
    pub indented: bool,
}

/// Lines narrower than this are no evidence for a measure: 12 characters.
const NARROW: u32 = 24;
/// A line wider than this is a paragraph of its own: no page of a bulletin is 64 characters wide.
const WIDEST: u32 = 128;
/// How far a full line may fall short of the measure: two characters pushed to the next line by the rule that
/// no line begins with a closing mark.
pub(crate) const SLACK: u32 = 4;

/// Columns by which a centred line stands in from the next one at least, as no first line of a paragraph does.
const DEEP: u16 = 9;

/// How far a full line may pass the measure: a closing mark that hangs over the edge.
const HANGING: u32 = 2;

impl Setting {
    /// Finds the setting of a text from the widths of its lines. Blanks that an extractor put beside digits are taken
    /// from the widths first: they say nothing of the page.
    pub(super) fn of(source: &str, lines: &mut [Line]) -> Self {
        if modal_width(lines).is_some_and(|(modal, _)| has_gaps_at_digits(source, lines, modal)) {
            for line in lines.iter_mut() {
                line.width -= gaps_at_digits(line.text(source)).min(line.width);
            }
        }
        let measure = measure(lines);
        Self { measure, indented: indented(source, lines, measure) }
    }
}

fn texts(lines: &[Line]) -> impl Iterator<Item = &Line> {
    lines.iter().filter(|line| line.class == LineClass::Text)
}

/// The column at which most wide lines end, and how many lines are wide; none where the text is not hard-wrapped.
fn modal_width(lines: &[Line]) -> Option<(u32, u32)> {
    let mut counts = [0u32; WIDEST as usize + 1];
    let (mut wide, mut wider) = (0u32, 0u32);
    for line in texts(lines) {
        match line.right() {
            0..NARROW => continue,
            right @ NARROW..=WIDEST => counts[right as usize] += 1,
            _ => wider += 1,
        }
        wide += 1;
    }
    // Long lines are whole paragraphs: in a wrapped text they are the rare table row or address.
    if wide < 4 || wider * 8 > wide {
        return None;
    }
    let modal = (NARROW..=WIDEST).max_by_key(|&width| counts[width as usize])?;
    Some((modal, wide))
}

/// The column at which most wide lines end, where enough lines share it and lines that reach it break sentences.
fn measure(lines: &[Line]) -> Option<u32> {
    let (modal, wide) = modal_width(lines)?;
    let (mut near, mut beyond, mut open) = (0u32, 0u32, 0u32);
    let mut lines = texts(lines).peekable();
    while let Some(line) = lines.next() {
        if line.right() > modal + SLACK {
            beyond += 1;
        } else if line.right() + SLACK >= modal {
            near += 1;
            // A centred head ends anywhere.
            let head =
                line.indent >= DEEP && lines.peek().is_some_and(|next| next.indent + DEEP <= line.indent);
            open += u32::from(!line.ending.closed() && !head);
        }
    }
    // Two of five wide lines reach the measure, few pass it, and most that reach it end amid a sentence.
    (near * 5 >= wide * 2 && beyond * 6 <= wide && open * 2 > near).then_some(modal)
}

/// Whether blanks beside digits came after the lines were set: more lines end at one column without them. Where the typist
/// set the blanks, lines with them end where all do.
fn has_gaps_at_digits(source: &str, lines: &[Line], modal: u32) -> bool {
    let gaps = |line: &Line| gaps_at_digits(line.text(source)).min(line.width);
    // Hardly any text has them: there a few lines would pass the measure and have such blanks.
    let passes = |line: &&Line| (modal + HANGING + 1..=WIDEST).contains(&line.right()) && gaps(line) > 0;
    if texts(lines).filter(passes).nth(1).is_none() {
        return false;
    }
    let (mut with, mut without) = ([0u32; WIDEST as usize + 1], [0u32; WIDEST as usize + 1]);
    for line in texts(lines) {
        let right = line.right();
        if (NARROW..=WIDEST).contains(&right) {
            with[right as usize] += 1;
            without[(right - gaps(line)) as usize] += 1;
        }
    }
    // Half a character is no difference where marks and digits are of half its width.
    let peak = |counts: &[u32]| counts.windows(2).map(|pair| pair[0] + pair[1]).max();
    peak(&without) > peak(&with)
}

/// Single blanks between digits and Chinese, which some extractors put into lines that were full without them.
fn gaps_at_digits(text: &str) -> u32 {
    let gap = |it: &&[u8]| {
        it[1] == b' ' && (it[0].is_ascii_digit() && it[2] >= 0x80 || it[0] >= 0x80 && it[2].is_ascii_digit())
    };
    text.as_bytes().windows(3).filter(gap).count() as u32
}

/// Whether first lines of paragraphs are indented: of the prose lines that follow the end of a paragraph, most stand in
/// from the margin. A paragraph ends with a closed line that falls short of the measure, where there is one.
fn indented(source: &str, lines: &[Line], measure: Option<u32>) -> bool {
    let stands_in = |line: &Line| (2..=12).contains(&line.indent);
    if !lines.iter().any(stands_in) {
        return false;
    }
    let (mut starts, mut inside) = (0u32, 0u32);
    let mut previous: Option<&Line> = None;
    for line in lines.iter().filter(|line| line.class == LineClass::Text) {
        if let Some(end) = previous {
            let short = measure.is_none_or(|measure| end.width + SLACK < measure);
            let wide = short && line.width >= NARROW;
            if wide && end.ending.closed() && has_stop(line.text(source)) {
                starts += 1;
                inside += u32::from(stands_in(line));
            }
        }
        previous = Some(line);
    }
    starts > 0 && inside * 5 >= starts * 3
}

#[cfg(test)]
mod tests {
    use super::super::layout;

    #[test]
    fn blanks_that_came_after_the_setting_do_not_count() {
        // Twenty-two characters a line, the last one short; with their blanks they end anywhere.
        let page = "全区去年新增技术合同 2108 项和专利 311 件以及商\n\
                    标注册证书若干类，多数用于出口的产品由园区里\n\
                    的 5 所大学、16 家研究所和 27 家企业一起研究开发，\n\
                    当年新增销售收入 12 亿元，占全区的三成，利税也\n\
                    其中 6 种 8 件获 3 项奖，5 人立 2 等功。\n";
        let plain = "由园区里面的大学和研究所和企业一起研究开发，\n";
        let found = layout(&format!("{page}{plain}{plain}").repeat(3));
        let widths: Vec<u32> = found.lines.iter().take(5).map(|line| line.width).collect();
        assert_eq!((found.setting.measure, &widths[..]), (Some(44), &[43, 44, 45, 44, 31][..]));
    }

    #[test]
    fn a_margin_is_no_part_of_the_measure() {
        let page = "          园区设立成长基金，首期规模为三亿元整，\n      投向集成电路和新材料两个行业的初创企业，其\n      中第一批项目有十二个，分布在全市的五个区，\n      最大的一个投资额为两千万元人民币。\n";
        let setting = layout(&page.repeat(4)).setting;
        assert_eq!((setting.measure, setting.indented), (Some(42), true));
    }
}
