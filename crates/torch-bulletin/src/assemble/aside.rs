//! What stands between the contents list and the body and is of neither: the publisher, the date, the editors 编印.

use crate::grammar::colophon::fields;
use crate::grammar::masthead::{Part, is_publisher_line, parts};
use crate::grammar::number::arabic;
use crate::model::{Imprint, Masthead};

use super::list::List;
use super::sheet::Sheet;
use super::{colophon, masthead};

/// Bytes of the longest line of the kind: forty characters.
const LONGEST: usize = 120;

/// Whether a line amid or after the entries holds nothing but parts of a masthead or fields of a colophon. The name of a body
/// alone may be an entry; the publisher's is none.
pub(super) fn is_aside(sheet: &Sheet<'_>, line: usize) -> bool {
    let text = sheet.text(line);
    if text.len() > LONGEST || sheet.ending(line).stop() {
        return false;
    }
    if is_publisher_line(text, sheet.profile) {
        return true;
    }
    let parts = parts(text, sheet.profile);
    let known = |it: &(Part, _)| matches!(it.0, Part::Publisher | Part::Sign | Part::Date(_) | Part::Notice);
    let sure = parts.iter().any(|it| matches!(it.0, Part::Date(_) | Part::Notice))
        || parts.len() > 1 && parts.iter().any(|it| matches!(it.0, Part::Publisher));
    // 2022年要闻 begins with a year.
    let dated = parts.iter().all(|it| !matches!(&it.0, Part::Date(date) if date.day.is_none()));
    !parts.is_empty() && parts.iter().all(known) && sure && dated || !fields(text, sheet.profile).is_empty()
}

/// Gives what those lines say to the masthead, where it lacks it, or to the colophon; the rest is left to the account.
pub(super) fn read(sheet: &mut Sheet<'_>, list: &List, masthead: &mut Masthead, imprints: &mut Vec<Imprint>) {
    for &line in &list.asides {
        let found = fields(sheet.text(line), sheet.profile);
        if found.is_empty() {
            masthead::add(sheet, masthead, line);
        } else {
            colophon::add(sheet, imprints, line, found);
        }
    }
}

/// The page that a line holds and nothing else.
pub(super) fn is_page(text: &str) -> Option<u32> {
    // ………………（3）: the leader of a wrapped entry.
    let led = text.trim_start_matches(|c| crate::is_blank(c) || matches!(c, '…' | '.' | '·' | '‥' | '⋯'));
    let bare = led.trim_matches(|c| matches!(c, '(' | ')' | '（' | '）'));
    if bare.len() > 9 || led.len() == text.len() && bare.len() < led.len() {
        return None;
    }
    let bare = bare.strip_prefix(['P', 'p']).unwrap_or(bare);
    arabic(bare).ok().filter(|(rest, page)| rest.is_empty() && (1..1000).contains(page)).map(|it| it.1)
}
