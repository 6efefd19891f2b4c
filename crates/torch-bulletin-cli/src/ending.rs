//! The format that the name of an output asks for by its ending 扩展名.

use std::path::Path;

use crate::status::Stop;

/// The format that `of` knows the ending by; `None` where there is no output, or its name has no ending. `known` lists the endings
/// for whoever used another, and `option` says the format in another way.
///
/// A name that nobody knows is no ground to write some other format under it: `x.xlsx` would open nowhere.
pub(crate) fn format_of<F>(
    output: Option<&Path>,
    of: impl Fn(&str) -> Option<F>,
    known: &str,
    option: &str,
) -> Result<Option<F>, Stop> {
    let Some((path, ending)) = output.and_then(|path| Some((path, path.extension()?))) else {
        return Ok(None);
    };
    let ending = ending.to_string_lossy().to_ascii_lowercase();
    of(&ending).map(Some).ok_or_else(|| {
        Stop::Usage(format!(
            "{}: found the ending .{ending}, expected {known}; choose one of these, or say the format with `{option}`",
            path.display()
        ))
    })
}

/// The format of a list, as it is said or as the name of the output says: for people, a JSON object a line, or one table.
pub(crate) fn list_format<T: Copy>(
    said: Option<T>,
    output: Option<&Path>,
    formats: [T; 3],
) -> Result<T, Stop> {
    let [human, ndjson, csv] = formats;
    let of = |extension: &str| match extension {
        "txt" => Some(human),
        "ndjson" | "jsonl" => Some(ndjson),
        "csv" => Some(csv),
        _ => None,
    };
    match said {
        Some(said) => Ok(said),
        None => Ok(format_of(output, of, ".txt, .ndjson, .jsonl or .csv", "--to")?.unwrap_or(human)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_that_nobody_knows_is_refused_with_those_that_are_known() {
        let format = |name: &str| {
            let of = |ending: &str| (ending == "csv").then_some(1);
            format_of(Some(Path::new(name)), of, ".csv", "--to")
        };
        assert_eq!(format("a.CSV").ok(), Some(Some(1)));
        for name in ["a", ".csv", "-", "a.csv/b"] {
            assert_eq!(format(name).ok(), Some(None), "{name}");
        }
        let Err(Stop::Usage(said)) = format("a.xlsx") else { panic!() };
        assert!(said.starts_with("a.xlsx: found the ending .xlsx, expected .csv; "), "{said}");
    }
}
