//! Lines of a title 题名行: what no other part of an article is.

use crate::grammar::attribution::is_line;
use crate::grammar::caption::{is_annex, is_caption, is_document_number, is_note, is_reference};
use crate::grammar::mark::has_stop;
use crate::grammar::marker::enumerator;
use crate::grammar::number::is_chinese_numeral;

use super::attribution::is_signature;
use super::sheet::Sheet;
use super::table::is_of_table;

/// Whether a line may be of a title: no sentence, no enumerator, no attribution. A title may ask (？) or end in a bracket.
pub(super) fn is_title_line(sheet: &Sheet<'_>, line: usize) -> bool {
    let (text, ending) = (sheet.text(line), sheet.ending(line));
    let attributed = || sheet.closing_start(line).is_some() || is_line(text, sheet.profile);
    !(ending.stop()
        || ending.comma()
        || ending.colon() && (is_salutation(text) || has_stop(text))
        || enumerator(text).is_some()
        || attributed()
        || is_note(text)
        || is_chapter(text)
        || is_document_number(text)
        || is_reference(text)
        || is_annex(text)
        || is_caption(text)
        || is_signature(sheet, line)
        || is_of_table(sheet, line))
}

/// Whether a line heads a part of rules: 第一章 总则.
fn is_chapter(text: &str) -> bool {
    let number = text.strip_prefix('第').unwrap_or_default();
    let rest = number.trim_start_matches(is_chinese_numeral);
    rest.len() < number.len() && rest.starts_with(['章', '编', '节', '条'])
}

/// Whether a line that ends in a colon greets those whom a speech or a letter addresses 称谓: 同志们：, 各位领导：, 尊敬的各位来宾：.
fn is_salutation(text: &str) -> bool {
    ["各", "同志们", "尊敬的", "女士们", "先生们", "朋友们"].iter().any(|word| text.starts_with(word))
}
