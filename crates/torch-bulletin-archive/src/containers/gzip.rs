//! What a gzip file holds, and its name.

/// The name of what is packed: `12.txt` of `2022/12.txt.gz`, `all.tar` of `all.tgz`.
pub(crate) fn unpacked_name(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let end = |ending: &str| {
        let cut = file.len().checked_sub(ending.len())?;
        file.get(cut..).filter(|it| it.eq_ignore_ascii_case(ending)).map(|_| &file[..cut])
    };
    match (end(".tgz"), end(".gz")) {
        (Some(stem), _) => format!("{stem}.tar"),
        (_, Some(stem)) if !stem.is_empty() => stem.to_owned(),
        _ => file.to_owned(),
    }
}

/// Whether a name ends so, in letters of either case.
pub(crate) fn has_ending(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit(['/', '.']).next().unwrap_or_default();
    ending.len() < name.len() && endings.iter().any(|it| it.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_inside_is_that_without_the_ending() {
        for (name, inside) in [
            ("2022/12.txt.gz", "12.txt"),
            ("all.TGZ", "all.tar"),
            ("all.tar.gz", "all.tar"),
            ("a.zip!/b.gz", "b"),
            ("期刊.GZ", "期刊"),
            (".gz", ".gz"),
            ("刊", "刊"),
        ] {
            assert_eq!(unpacked_name(name), inside);
        }
    }

    #[test]
    fn endings_are_the_part_after_the_last_dot() {
        assert!(has_ending("a/b.JSONL", &["jsonl"]) && has_ending("a.tar", &["tar"]));
        assert!(!has_ending("jsonl", &["jsonl"]) && !has_ending("a.jsonl/b", &["jsonl"]));
    }
}
