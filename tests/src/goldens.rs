//! Golden files: compared with what is written now, or rewritten where `TORCH_BULLETIN_UPDATE` is set.

use std::fs;
use std::path::{Path, PathBuf};

use crate::corpus::Case;
use crate::say;

/// Compares `actual` with the golden `file` of a case, or rewrites it.
///
/// # Errors
/// The first line that differs, and where the whole of what is written now can be looked at.
pub fn check(case: &Case, file: &str, actual: &str) -> Result<(), String> {
    let golden = case.folder.join(file);
    let expected = fs::read_to_string(&golden).ok();
    if expected.as_deref() == Some(actual) {
        return Ok(());
    }
    let name = format!("{}/{file}", case.name);
    if std::env::var_os("TORCH_BULLETIN_UPDATE").is_some() {
        say(&format!("rewritten: {name}"));
        return fs::write(&golden, actual).map_err(|error| format!("{name}: cannot be written: {error}"));
    }
    let kept = keep(&case.name, file, actual)?;
    let kept = kept.display();
    Err(match expected {
        None => format!("{name}: there is no golden file; what it would hold is in {kept}"),
        Some(expected) => format!("{name}: {}\n  all of it is in {kept}", difference(&expected, actual)),
    })
}

/// Writes what differs to `target/goldens`, for a look with any tool.
fn keep(case: &str, file: &str, actual: &str) -> Result<PathBuf, String> {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("target"), PathBuf::from);
    let folder = target.join("goldens").join(case);
    let path = folder.join(file);
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&path, actual))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    Ok(path)
}

/// The first line in which two texts differ, both ways, from where they part.
fn difference(expected: &str, actual: &str) -> String {
    let (mut old, mut new) = (expected.split('\n'), actual.split('\n'));
    let mut line = 0;
    let (old, new) = loop {
        line += 1;
        match (old.next(), new.next()) {
            (Some(old), Some(new)) if old == new => {}
            (old, new) => break (old, new),
        }
    };
    let shared = match (old, new) {
        (Some(old), Some(new)) => old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count(),
        _ => 0,
    };
    format!(
        "differs first in line {line}, column {}\n  golden: {}\n  now:    {}",
        shared + 1,
        from(old, shared),
        from(new, shared)
    )
}

/// A line from shortly before the column in which it differs.
fn from(line: Option<&str>, shared: usize) -> String {
    const BEFORE: usize = 12;
    const MOST: usize = 80;
    let Some(line) = line else { return "(the text has ended)".to_owned() };
    let skipped = shared.saturating_sub(BEFORE);
    let part: String = line.chars().skip(skipped).take(MOST).flat_map(char::escape_debug).collect();
    let tail = if line.chars().nth(skipped + MOST).is_some() { "…" } else { "" };
    format!("{}{part}{tail}", if skipped > 0 { "…" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_names_line_and_column_and_shows_both() {
        let shown = difference("一\n二三\n四", "一\n二五\n四");
        assert_eq!(shown, "differs first in line 2, column 2\n  golden: 二三\n  now:    二五");
    }

    #[test]
    fn a_text_that_ends_early_differs_in_the_line_after() {
        assert!(difference("一\n二", "一").contains("line 2"));
        assert!(difference("一\n二", "一").ends_with("now:    (the text has ended)"));
    }

    #[test]
    fn a_long_line_is_shown_around_the_column() {
        let long = "新".repeat(200);
        let shown = difference(&format!("{long}一"), &format!("{long}二"));
        assert!(shown.contains("column 201") && shown.contains("golden: …新") && shown.lines().count() == 3);
    }
}
