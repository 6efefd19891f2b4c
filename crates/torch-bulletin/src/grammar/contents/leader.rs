//! Pages 页码 of entries: after a leader 前导符, a slash or a dash, in brackets, or before the title.

use super::super::attribution::is_byline;
use super::super::names::are_names;
use super::super::number::{arabic, digit, is_chinese_numeral, numeral};
use super::super::one_of;
use crate::blank::{trim_end, trim_start};

/// Brackets around pages.
const OPEN: &str = "(（[［【〔〈<";
const CLOSE: &str = ")）]］】〕〉>";

/// Where the title of an entry ends, and the page after it.
///
/// ```abnf
/// page = ( leader / 1*blank ) number              ; 标题……3, 标题 3
///      / ws ("/" / "|") ws number                 ; 标题 / 3
///      / 1*"—" number 1*"—" / 2*"—" number        ; 标题—3—
///      / "(" number ")"                           ; 标题（3）, 标题（第3页）
/// number = [见] 第 n 页 / ["P"] n [ "-" n ]        ; of a range the first
/// ```
pub(super) fn page_at_end(line: &str) -> (usize, Option<u32>) {
    let none = (line.len(), None);
    // Nearly every entry ends in a Han character; of these 页 alone ends a page, and a numeral after a leader.
    let last = line.as_bytes().last_chunk::<3>().filter(|it| matches!(it[0], 0xE4..=0xE9));
    if last.is_some() && !line.ends_with('页') && !line.ends_with(is_chinese_numeral) {
        return none;
    }
    let Some(found) = Found::at_end(line) else {
        return chinese_at_end(line).unwrap_or_else(|| leader_at_end(line));
    };
    match found.title(line) {
        Some(end) if end > 0 => (before_author(&line[..end]), Some(found.page)),
        _ => none,
    }
}

/// Where a title ends before the leader and the author that stands between it and the page: `讲话（摘要）………某某某（1）`.
fn before_author(title: &str) -> usize {
    let slash = || title.rfind(['/', '／']);
    let Some(at) = title.rfind("……").or_else(|| title.rfind("...")).or_else(slash) else {
        return before_gap(title).unwrap_or(title.len());
    };
    let parts = |c: char| leads(c) || one_of("/／", c);
    let author = title[at..].trim_start_matches(parts);
    let head = title[..at].trim_end_matches(parts);
    let range = title.len() - author.len()..title.len();
    let named = are_names(title, range) || is_byline(author);
    if named && !head.is_empty() { head.len() } else { title.len() }
}

/// Characters of the shortest title before a gap and an author: what is shorter may be a name itself.
const LEAST_TITLE: usize = 5;

/// Where a title ends before a gap and its authors: `某市举办活动  王  茜  赵一鸣`.
fn before_gap(title: &str) -> Option<usize> {
    let mut from = title.char_indices().nth(LEAST_TITLE)?.0;
    while let Some(gap) = crate::blank::find(&title[from..]).map(|at| from + at) {
        let author = trim_start(&title[gap..]);
        from = title.len() - author.len();
        let wide = title[gap..from].len() >= 2;
        if wide && (are_names(title, from..title.len()) || is_byline(author)) {
            return Some(gap);
        }
    }
    None
}

/// A number at the end of a line, and what stands around it.
struct Found<'t> {
    page: u32,
    /// The line before the number and its 第 or P.
    head: &'t str,
    bracketed: bool,
    worded: bool,
    /// Whether dashes follow the number.
    framed: bool,
}

impl<'t> Found<'t> {
    fn at_end(line: &'t str) -> Option<Self> {
        let ink = trim_end(line);
        let body = trim_end(ink.trim_end_matches(|c| one_of(CLOSE, c)));
        let bracketed = body.len() < ink.len();
        let (body, worded) = match body.strip_suffix('页') {
            Some(body) => (trim_end(body), true),
            None => (body, false),
        };
        let bare = trim_end(body.trim_end_matches(is_dash));
        let framed = !bracketed && !worded && bare.len() < body.len();
        let head = bare.trim_end_matches(|c| digit(c).is_some());
        let ("", mut page) = arabic(&bare[head.len()..]).ok()? else { return None };
        let mut head = head;
        // 3-5: the first page of several.
        if let Some(rest) = head.strip_suffix(|c| is_dash(c) || c == '～' || c == '~')
            && let before = rest.trim_end_matches(|c| digit(c).is_some())
            && let Ok(("", first)) = arabic(&rest[before.len()..])
            && first < page
            && page <= 999
        {
            (head, page) = (before, first);
        }
        if worded {
            head = trim_end(head.strip_suffix('第')?);
            head = head.strip_suffix('见').filter(|_| bracketed).unwrap_or(head);
        } else if let Some(rest) = head.strip_suffix(['P', 'p', '页'])
            && rest.ends_with(|c| leads(c) || one_of(OPEN, c))
        {
            head = rest;
        }
        (1..1000).contains(&page).then_some(Self { page, head, bracketed, worded, framed })
    }

    /// Where the title before the number ends, if what stands between the two shows that it is a page.
    fn title(&self, line: &str) -> Option<usize> {
        let head = trim_end(self.head);
        if self.bracketed {
            let title = head.trim_end_matches(|c| one_of(OPEN, c));
            return (title.len() < head.len()).then(|| title.trim_end_matches(leads).len());
        }
        // 标题 / 3, but not 24/7.
        if let Some(before) = head.strip_suffix(['/', '／', '|', '｜']) {
            let before = trim_end(before);
            let after_word = before.chars().next_back().is_some_and(|c| !c.is_ascii_alphanumeric());
            return (after_word && !self.framed).then_some(before.len());
        }
        let title = self.head.trim_end_matches(leads);
        let gap = &line[title.len()..self.head.len()];
        let parted = gap.contains("..")
            || gap.contains("——")
            || gap.contains(['…', '‥', '⋯', '\t', ' ', '\u{3000}'])
            || gap.chars().count() >= 3;
        let ended = if self.framed { gap.contains(is_dash) } else { parted };
        // 园区的第2页 is a title.
        (ended && !(self.worded && gap.is_empty())).then_some(title.len())
    }
}

/// A page before the title, and the bytes up to the title: `第3页 标题`, `P3 标题`, `P3/标题`.
pub(super) fn page_at_start(line: &str) -> Option<(usize, u32)> {
    let (rest, worded) = match *line.as_bytes() {
        [b'P' | b'p', ..] => (&line[1..], false),
        _ => (line.strip_prefix('第')?, true),
    };
    let (rest, page) = arabic(trim_start(rest)).ok().filter(|(_, page)| (1..1000).contains(page))?;
    let rest = if worded { trim_start(rest).strip_prefix('页')? } else { rest };
    let title = rest.trim_start_matches(|c| leads(c) || one_of("：:、/／|｜", c));
    (title.len() < rest.len() && !title.is_empty()).then_some((line.len() - title.len(), page))
}

/// A page in Chinese numerals after a leader: `标题……三`, `标题……第三页`.
fn chinese_at_end(line: &str) -> Option<(usize, Option<u32>)> {
    let at = line.rfind(['…', '.', '·', '‥', '⋯'])?;
    let after = at + line[at..].chars().next().map_or(1, char::len_utf8);
    let word = trim_start(line[after..].trim_end_matches('页')).trim_start_matches('第');
    let (rest, page) = numeral(word).ok()?;
    let title = line[..after].trim_end_matches(leads);
    let gap = &line[title.len()..after];
    let leader = gap.contains('…') || gap.chars().filter(|&c| !crate::is_blank(c)).count() >= 3;
    (rest.is_empty() && leader && !title.is_empty() && (1..1000).contains(&page))
        .then_some((title.len(), Some(page)))
}

/// Whether a character may be of a leader.
fn leads(c: char) -> bool {
    crate::is_blank(c) || one_of(".．…·•‥⋯-—_", c)
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '-' | '－' | '–' | '―')
}

/// A leader whose page number was lost still ends the title.
fn leader_at_end(line: &str) -> (usize, Option<u32>) {
    let title = line.trim_end_matches(|c: char| crate::is_blank(c) || one_of(".．…·•‥⋯", c));
    let dots = line[title.len()..].chars().filter(|c| !crate::is_blank(*c)).count();
    (if dots >= 3 && !title.is_empty() { title.len() } else { line.len() }, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_after_titles() {
        for (line, page) in [
            ("园区建设 / 3", Some(3)),
            ("园区建设/3", Some(3)),
            ("园区建设 | 3", Some(3)),
            ("园区建设（第3页）", Some(3)),
            ("园区建设（见第3页）", Some(3)),
            ("园区建设〔3〕", Some(3)),
            ("园区建设(P3)", Some(3)),
            ("园区建设（3-5）", Some(3)),
            ("园区建设……3—5", Some(3)),
            ("园区建设—3—", Some(3)),
            ("园区建设 — 3 —", Some(3)),
            ("园区建设——3", Some(3)),
            ("园区建设……第三页", Some(3)),
            ("园区建设……三", Some(3)),
        ] {
            assert_eq!(page_at_end(line), ("园区建设".len(), page), "{line}");
        }
        for line in
            ["服务不断档24/7", "园区建设（一）", "规划（2011-2015）", "园区建设2-3", "第三", "…三", "园区—3"]
        {
            assert_eq!(page_at_end(line), (line.len(), None), "{line}");
        }
    }

    #[test]
    fn an_author_after_the_leader_is_no_part_of_the_title() {
        assert_eq!(page_at_end("讲话（摘要）…………赵一鸣（3）"), ("讲话（摘要）".len(), Some(3)));
        assert_eq!(page_at_end("他说……是的……3"), ("他说……是的".len(), Some(3)));
    }

    #[test]
    fn pages_before_titles() {
        for (line, found) in [
            ("第3页 园区建设", Some(("园区建设", 3))),
            ("第 3 页：园区建设", Some(("园区建设", 3))),
            ("P3 园区建设", Some(("园区建设", 3))),
            ("p3/园区建设", Some(("园区建设", 3))),
            ("第3页的错误", None),
            ("P2P平台整治", None),
            ("第3期培训班", None),
        ] {
            assert_eq!(page_at_start(line).map(|(at, page)| (&line[at..], page)), found, "{line}");
        }
    }
}
