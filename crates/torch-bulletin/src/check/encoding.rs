//! Was the text decoded from another encoding than its own (乱码)?

use super::traces::{Found, Trace};
use crate::model::Masthead;
use crate::report::{Code, Diagnostic, Sink};
use crate::{Bulletin, Span};

/// Characters of a text that are looked at: a wrong encoding is wrong from the start.
const SAMPLE: usize = 4_000;
/// Fewer characters say nothing.
const FEW: usize = 20;

/// Characters that were lost one by one.
pub(super) fn check(traces: &[Found], sink: &mut Sink) {
    let replaced = || traces.iter().filter(|it| matches!(it.2, Trace::Replaced));
    if let Some(&(at, sign, _)) = replaced().next() {
        let count = replaced().count();
        let message =
            format!("“{sign}” stands here for characters that a decoder could not read; {count} in all");
        let finding = Diagnostic::new(Code::WrongEncoding, Span::at(at, at + sign.len()), message)
            .with_help("what stood there is lost: take the file that this one was made from");
        sink.push(finding.with_count(count));
    }
}

/// A text whose every character is wrong; whatever else could be said of it follows from that.
pub(super) fn whole(source: &str, bulletin: &Bulletin) -> Option<Diagnostic> {
    let Masthead { title, issue, .. } = &bulletin.masthead;
    if title.is_some() || issue.is_some() {
        return None;
    }
    let (was, taken_for) = mistaken(source)?;
    let (start, ink) = crate::blank::trim(source);
    let head: usize =
        ink.chars().take(FEW).take_while(|c| !matches!(c, '\n' | '\r')).map(char::len_utf8).sum();
    let message = format!("the text looks like {was} that was read as {taken_for}");
    let finding = Diagnostic::new(Code::WrongEncoding, Span::at(start, start + head), message);
    Some(finding.with_help(format!("decode the file that this text is from as {was}")))
}

/// The encoding of a text, and the one it was taken for.
fn mistaken(source: &str) -> Option<(&'static str, &'static str)> {
    let (mut wide, mut latin, mut leads, mut marks) = (0usize, 0usize, 0usize, 0usize);
    for c in source.chars().filter(|c| !c.is_ascii() && !crate::is_blank(*c)).take(SAMPLE) {
        match c {
            // As which UTF-8 begins a Han character.
            'ä'..='é' => (latin, leads) = (latin + 1, leads + 1),
            '\u{80}'..='\u{FF}'
            | '€'
            | '‚'..='„'
            | '†'
            | '‡'
            | '‰'
            | 'Š'
            | 'Œ'
            | 'Ž'
            | '™'
            | 'š'
            | 'œ'
            | 'ž'
            | 'Ÿ' => {
                latin += 1;
            }
            // ，：（, 、。 and “” of UTF-8 read as GB18030.
            '锛' | '銆' | '鈥' => (wide, marks) = (wide + 1, marks + 1),
            _ => wide += 1,
        }
    }
    if latin >= FEW && latin > 2 * wide {
        let was = if leads * 5 > latin { "UTF-8" } else { "GB18030" };
        return Some((was, "Latin-1 or Windows-1252"));
    }
    (marks * 50 > wide && wide >= FEW).then_some(("UTF-8", "GB18030"))
}

#[cfg(test)]
mod tests {
    use super::mistaken;

    #[test]
    fn what_other_encodings_make_of_a_text() {
        // 国家高新区，… in GB18030 and in UTF-8, byte by byte.
        let gb = "¹ú¼Ò¸ßÐÂÇø£¬»á³¡ÔÚÎ÷°²¡£";
        let utf8 = "å›½å®¶é«˜æ–°åŒºï¼Œä¼šåœºåœ¨è¥¿å®‰ã€‚";
        assert_eq!(mistaken(gb), Some(("GB18030", "Latin-1 or Windows-1252")));
        assert_eq!(mistaken(utf8), Some(("UTF-8", "Latin-1 or Windows-1252")));
        assert_eq!(mistaken("鍥藉楂樻柊鍖猴紝浼氬満鍦ㄨ瑗垮畨锛屽緢濂姐€傞"), Some(("UTF-8", "GB18030")));
        assert_eq!(mistaken("今天没有新闻。园区很安静，也没有客人到访。Ça va."), None);
        assert_eq!(mistaken(""), None);
    }
}
