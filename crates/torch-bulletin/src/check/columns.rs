//! Were two columns of a page 分栏 read across, so that a line holds the halves of two sentences?

use memchr::{memchr3, memmem};

use crate::Span;
use crate::report::{Code, Diagnostic, Sink};

/// Fewer such lines are rows of a table.
const FEW: usize = 8;
/// Bytes of Chinese text on either side of the gap: ten characters are no cell.
const LONG: usize = 30;

pub(super) fn check(source: &str, sink: &mut Sink) {
    let mut lines = gapped(source);
    let Some(first) = lines.next() else { return };
    let rest = lines.count();
    if rest + 1 >= FEW {
        sink.push(
            Diagnostic::new(
                Code::ColumnsInterleaved,
                first,
                format!("{} lines hold the halves of two sentences; the first is here", rest + 1),
            )
            .with_help("two columns were read across: extract the PDF again without keeping the layout"),
        );
    }
}

/// The lines with one wide gap amid prose.
fn gapped(source: &str) -> impl Iterator<Item = Span> + '_ {
    let bytes = source.as_bytes();
    let gap = memmem::Finder::new("   ");
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let found = at + gap.find(&bytes[at..])?;
            let start = bytes[..found].iter().rposition(|byte| matches!(byte, b'\n' | b'\r' | b'\x0C'));
            let start = start.map_or(0, |end| end + 1);
            // Nearly always a gap sets a line in.
            if crate::blank::trim_start(&source[start..found]).is_empty() {
                at = found + bytes[found..].iter().take_while(|&&byte| byte == b' ').count();
                continue;
            }
            let end = found + memchr3(b'\n', b'\r', b'\x0C', &bytes[found..]).unwrap_or(bytes.len() - found);
            at = end;
            let line = crate::blank::trim(&source[start..end]).1;
            if is_halves(line) {
                return Some(Span::at(start, end));
            }
        }
    })
}

/// Whether a line has two long pieces of prose parted by a gap, and one at least ends or breaks a sentence.
fn is_halves(line: &str) -> bool {
    let Some((left, right)) = line.split_once("   ") else { return false };
    let right = crate::blank::trim_start(right);
    let long = |half: &str| half.len() >= LONG && !half.contains("   ");
    let prose = |half: &str| half.contains(['，', '。', ',', '；']);
    long(left) && long(right) && (prose(left) || prose(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_sentences_and_rows_of_tables() {
        assert!(is_halves("某地举办启动仪式，来自各地的企   数据显示全年实现收入三亿元，比上"));
        assert!(!is_halves("指标        2018年        2019年"));
        assert!(!is_halves("某地举办启动仪式，来自各地的企业代表参加，现场签约。"));
        let line = "    某地举办启动仪式，来自各地的企   数据显示全年实现收入三亿元，比上\n";
        assert_eq!(gapped(&line.repeat(9)).count(), 9);
        assert_eq!(gapped(&"        正文，很好。\n".repeat(9)).count(), 0);
    }
}
