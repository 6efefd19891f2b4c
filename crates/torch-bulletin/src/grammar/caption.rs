//! Captions 图题表题, notes 注 and rows of tables, by their form.

use std::ops::Range;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::satisfy;
use nom::combinator::{eof, opt, peek, value};
use nom::sequence::preceded;

use super::mark::{Ending, is_close, is_colon, is_open};
use super::number::{digit, numeral};
use super::{PResult, one_of, sign, ws};

/// `caption = (表 / 图 / 附表 / 附图) [ws] number [ "-" number ] (":" / blank / end) / 续表 [ [ws] number ]`: `表1 主要指标`,
/// `图2-1：…`, `续表1`. It may end in a bracket, as of its unit.
pub(crate) fn is_caption(line: &str) -> bool {
    // （图1：获奖选手）
    let line = line.strip_prefix(is_open).filter(|it| it.ends_with(is_close)).unwrap_or(line);
    if !line.starts_with(['表', '图', '附', '续']) {
        return false;
    }
    if let Some(number) = line.strip_prefix("续表") {
        return number
            .chars()
            .all(|c| crate::is_blank(c) || digit(c).is_some() || one_of("一二三四五六七八九十", c));
    }
    let number = (ws, numeral, opt(preceded(sign("-—.．"), numeral)));
    let edge =
        peek(alt((value((), satisfy(|c| crate::is_blank(c) || one_of("：:.．、", c))), value((), eof))));
    let mut caption = (alt((tag("附表"), tag("附图"), tag("表"), tag("图"))), number, edge);
    let found: PResult<'_, _> = caption.parse(line);
    let ending = Ending::of(line);
    found.is_ok() && (!ending.closed() || ending.bracket() && !ending.stop())
}

/// `note = ["("] (注 / 注释 / 说明 / 资料来源 / 数据来源 / 单位) [number] ":" …`
pub(crate) fn is_note(line: &str) -> bool {
    let line = line.trim_start_matches(is_open);
    if !line.starts_with(['注', '资', '数', '说', '单', '*', '＊', '#']) {
        return false;
    }
    let word = alt((tag("注释"), tag("注"), tag("说明"), tag("资料来源"), tag("数据来源"), tag("单位")));
    let mut note = (opt(satisfy(|c| one_of("*＊#", c))), word, opt(numeral), sign(":："));
    let found: PResult<'_, _> = note.parse(line);
    found.is_ok()
}

/// `annex = (附件 / 附表 / 附图 / 附录) [number] ":" … / annex-head`: `附件：1.名单`, `附 件1：名单`, which no heading is.
pub(crate) fn is_annex(line: &str) -> bool {
    let after = after_annex(line);
    after.is_some_and(|rest| rest.is_empty() || rest.starts_with(is_colon))
}

/// `annex-head = (附件 / 附表 / 附图 / 附录) [number] [":"]` and nothing else: `附件`, `附件1`, `附 件：`, over the annex's title.
pub(crate) fn is_annex_head(line: &str) -> bool {
    let after = after_annex(line);
    after.is_some_and(|rest| rest.trim_start_matches(is_colon).is_empty())
}

/// `number = *char open 4DIGIT close [第] 1*DIGIT 号`: the number of a document 发文字号 under the title of a notice that is
/// printed again, `国科发火〔2016〕32号`.
pub(crate) fn is_document_number(line: &str) -> bool {
    let Some(number) = line.strip_suffix('号') else { return false };
    let count = number.trim_end_matches(|c| digit(c).is_some());
    let Some(year) =
        count.strip_suffix('第').unwrap_or(count).strip_suffix(['〕', ']', '］', '）', ')', '】'])
    else {
        return false;
    };
    let before = year.trim_end_matches(|c| digit(c).is_some());
    count.len() < number.len()
        && year.len() - before.len() >= 4
        && before.ends_with(['〔', '[', '［', '（', '(', '【'])
}

/// What follows 附件 and its number.
fn after_annex(line: &str) -> Option<&str> {
    if !line.starts_with('附') {
        return None;
    }
    let mut annex = (tag("附"), ws, sign("件表图录"), ws, opt(numeral), ws);
    let found: PResult<'_, _> = annex.parse(line);
    Some(found.ok()?.0)
}

/// `editorial = (编者按 / 编者的话 / 编者语 / 编前 / 按语) …`: what the editors say before the first article.
pub(crate) fn is_editorial(line: &str) -> bool {
    line.starts_with(['编', '按', '卷', '【', '［', '[', '（', '(']) && {
        let bare = line.trim_start_matches(['【', '［', '[', '（', '(']);
        ["编者按", "编者的话", "编者语", "编前", "按语", "卷首语"].iter().any(|word| bare.starts_with(word))
    }
}

/// `reference = 参考文献 [":"] / "[" 1*3DIGIT "]" …`: the list of references 参考文献 under a report, and its heading.
pub(crate) fn is_reference(line: &str) -> bool {
    // 参, [ or ［, as few lines begin.
    if !matches!(line.as_bytes(), [b'[', ..] | [0xE5, 0x8F, 0x82, ..] | [0xEF, 0xBC, 0xBB, ..]) {
        return false;
    }
    if let Some(rest) = line.strip_prefix("参考文献").or_else(|| line.strip_prefix("参考资料")) {
        return rest.chars().all(|c| crate::is_blank(c) || one_of(":：", c));
    }
    let Some(inside) = line.strip_prefix(['[', '［']) else { return false };
    let number = inside.trim_start_matches(|c| digit(c).is_some());
    (1..=3).contains(&inside[..inside.len() - number.len()].chars().count())
        && number.starts_with([']', '］'])
}

/// Whether a line has a gap or a sign that could part cells; nearly none has.
pub(crate) fn may_have_cells(line: &str) -> bool {
    let bytes = line.as_bytes();
    // Without a branch, so that a compiler makes vector code of it. │ begins E2 94, NBSP is C2 A0, U+3000 ends in 80 80;
    // wide blanks of typesetters begin E2 80, as quotes and dashes do.
    let (found, doubtful) = bytes.iter().zip(bytes.iter().skip(1)).fold((false, false), |any, (&a, &b)| {
        let sign = (a == b'\t') | (a == b'|') | (a == b' ') & (b == b' ');
        let wide = (a == 0xE2) & (b == 0x94) | (a == 0xC2) & (b == 0xA0) | (a == 0x80) & (b == 0x80);
        (any.0 | sign | wide, any.1 | (a == 0xE2) & (b == 0x80))
    });
    let wide = |at: usize| matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x80..=0x8F | 0xA8..=0xAF]));
    let found = found || doubtful && memchr::memchr_iter(0xE2, bytes).any(wide);
    found || line.ends_with(['\t', '|'])
}

/// The cells of a row: texts parted by a tab, by two blanks or more, or by a bar; `None` where there are not two.
///
/// A blank of one column parts words of a heading; U+3000 alone pads a name. Both stay inside a cell.
pub(crate) fn cells(line: &str) -> Option<Vec<Range<usize>>> {
    let mut cells = Vec::new();
    let (mut start, mut gap, mut columns) = (0, 0, 0);
    let mut in_gap = false;
    for (at, c) in line.char_indices() {
        if c == '\t' || c == '|' || c == '│' || crate::is_blank(c) {
            if !in_gap {
                (gap, columns, in_gap) = (at, 0, true);
            }
            columns += match c {
                '\t' | '|' | '│' => 8,
                '\u{3000}' => 2,
                _ => 1,
            };
        } else {
            if in_gap && columns >= 2 && !(columns == 2 && line[gap..at].contains('\u{3000}')) {
                cells.push(start..gap);
                start = at;
            }
            in_gap = false;
        }
    }
    cells.push(start..if in_gap { gap } else { line.len() });
    cells.retain(|cell| !cell.is_empty());
    (cells.len() >= 2).then_some(cells)
}

/// Whether a line is a border of a table and nothing else: `├──┼──┤`, `|---|---|`.
pub(crate) fn is_frame(line: &str) -> bool {
    match line.as_bytes() {
        [0xE2, 0x94 | 0x95, ..] => line.chars().all(|c| matches!(c, '\u{2500}'..='\u{257F}' | ' ')),
        [b'|' | b'+', ..] => {
            line.contains('-') && line.bytes().all(|byte| matches!(byte, b'|' | b'+' | b'-' | b':' | b' '))
        }
        _ => false,
    }
}

/// The words of a line that blanks part, as ranges.
pub(crate) fn words(line: &str) -> impl Iterator<Item = Range<usize>> + Clone + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = line.len() - crate::blank::trim_start(&line[at..]).len();
        let end = crate::blank::find(&line[start..]).map_or(line.len(), |end| start + end);
        at = end;
        (start < end).then_some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_documents() {
        for line in ["国科发火〔2016〕32号", "某府办[2009]第5号", "某科字（2012）7号"] {
            assert!(is_document_number(line), "{line}");
        }
        for line in ["2022年第5号", "某某路（东）7号", "〔2016〕号", "甲18号", "号"] {
            assert!(!is_document_number(line), "{line}");
        }
    }

    #[test]
    fn borders_and_words() {
        for line in ["┌──┬──┐", "├──┼──┤", "|---|:--|", "+----+---+"] {
            assert!(is_frame(line), "{line}");
        }
        for line in ["│指标│数值│", "| 指标 |", "||", "——", "+8.1"] {
            assert!(!is_frame(line), "{line}");
        }
        let line = "产值 120.5\u{3000}8.1";
        let found: Vec<&str> = words(line).map(|it| &line[it]).collect();
        assert_eq!(found, ["产值", "120.5", "8.1"]);
    }

    #[test]
    fn captions_and_notes() {
        assert!(is_caption("表1 主要指标") && is_caption("图2-1：结构") && is_caption("附表3"));
        assert!(is_caption("续表") && is_caption("续表2") && is_caption("表1 收入（单位：亿元）"));
        assert!(!is_caption("表1显示了变化") && !is_caption("图书馆") && !is_caption("表彰大会"));
        assert!(
            is_note("注：含分园")
                && is_note("资料来源:统计年鉴")
                && is_note("注1:含分园")
                && is_note("（资料来源：统计局）")
        );
        assert!(!is_note("注重人才培养") && !is_note("数据显示:增长"));
    }

    #[test]
    fn annexes_and_their_heads() {
        for (line, annex, head) in [
            ("附件", true, true),
            ("附件1", true, true),
            ("附 件：", true, true),
            ("附件：1.名单", true, false),
            ("附件二：名单", true, false),
            ("附件所列名单", false, false),
            ("附近的园区", false, false),
        ] {
            assert_eq!((is_annex(line), is_annex_head(line)), (annex, head), "{line}");
        }
    }

    #[test]
    fn editorials_and_references() {
        for line in ["编者按：某某", "【编者按】某某", "编者按", "卷首语"] {
            assert!(is_editorial(line), "{line}");
        }
        assert!(!is_editorial("编制规划") && !is_editorial("【要闻】"));
        for line in ["参考文献", "参考文献：", "[1] 某某", "［12］某某"] {
            assert!(is_reference(line), "{line}");
        }
        for line in ["参考文献的引用", "[要闻]", "[2019]", "[1某", "一"] {
            assert!(!is_reference(line), "{line}");
        }
    }

    #[test]
    fn rows() {
        let line = "园区  企业数\t收入 合计";
        let found: Vec<&str> = cells(line).unwrap().into_iter().map(|cell| &line[cell]).collect();
        assert_eq!(found, ["园区", "企业数", "收入 合计"]);
        assert_eq!(cells("王\u{3000}茜 赵一"), None);
    }
}
