//! Word lists as data: each file says where its words come from, and a test keeps it sorted or unique.

/// The lines of a word list that are neither comments nor blank.
pub(crate) fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What names of bodies 机构 end in, longest first where one ends another.
pub(crate) const BODY_SUFFIXES: &str = include_str!("body_suffixes.txt");
/// Family names 姓氏.
pub(crate) const SURNAMES: &str = include_str!("surnames.txt");
/// Section names 栏目名 that newsletters share.
pub(crate) const SECTION_NAMES: &str = include_str!("section_names.txt");

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn lists_hold_every_word_once() {
        for list in [BODY_SUFFIXES, SECTION_NAMES] {
            let mut seen = HashSet::new();
            for word in words(list) {
                assert!(seen.insert(word), "{word} stands twice");
            }
            assert!(!seen.is_empty());
        }
    }

    #[test]
    fn endings_of_bodies_have_four_han_characters_at_most() {
        // What `grammar::names` looks at of a text.
        assert!(words(BODY_SUFFIXES).all(|word| word.chars().count() <= 4 && word.len() % 3 == 0));
    }

    #[test]
    fn surnames_are_two_lines_in_the_order_of_code_points() {
        let lines: Vec<_> = words(SURNAMES).collect();
        assert_eq!(lines.len(), 2);
        let (singles, doubles): (Vec<char>, Vec<&str>) =
            (lines[0].chars().collect(), lines[1].split(' ').collect());
        assert!(singles.is_sorted_by(|a, b| a < b), "a surname stands twice, or too late");
        assert!(doubles.is_sorted_by(|a, b| a < b), "a surname stands twice, or too late");
    }
}
