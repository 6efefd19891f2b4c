//! Ornaments 装饰符号 before and around entries, titles and names of sections: ◆要闻, ★要闻★.

/// Bytes of the ornament at the head of a line, blanks after it included: `◆要闻`, `● 某市举办活动`.
pub(crate) fn ornament(line: &str) -> usize {
    // No ornament is of ASCII or of Han, which nearly every line begins with.
    if matches!(line.as_bytes(), [b'!'..=b'~' | 0xE4..=0xED, ..]) {
        return 0;
    }
    let rest = line.trim_start_matches(|c: char| is_ornament(c) || private_use(c));
    let bare = rest.trim_start_matches(crate::is_blank);
    if rest.len() == line.len() || bare.is_empty() { 0 } else { line.len() - bare.len() }
}

/// Where a text ends before the ornament that closes it, which is the one that opens it: `★要闻★`.
pub(crate) fn ornament_end(line: &str) -> usize {
    let Some(sign) = line.chars().next().filter(|&c| is_ornament(c)) else { return line.len() };
    let bare = line.trim_end_matches(sign).trim_end_matches(crate::is_blank);
    if bare.is_empty() { line.len() } else { bare.len() }
}

/// Whether a sign stands before entries, titles and names of sections.
pub(super) fn is_ornament(c: char) -> bool {
    matches!(
        c,
        '·' | '•'
            | '●'
            | '★'
            | '☆'
            | '■'
            | '□'
            | '◆'
            | '◇'
            | '▲'
            | '△'
            | '○'
            | '►'
            | '▶'
            | '※'
            | '◎'
            | '♦'
            | '»'
            | '◦'
            | '▷'
            | '☉'
    ) || matches!(c, '√' | '✓' | '✔' | '☑' | '☞' | '→' | '▪' | '➢' | '➤' | '✦' | '✧')
}

/// Bullets of symbol fonts come out as private-use characters.
pub(super) fn private_use(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}')
}
