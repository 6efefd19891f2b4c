//! Where the output goes and in which format, as the arguments say it together.

use std::path::{Path, PathBuf};

use crate::args::Format;
use crate::ending::format_of;
use crate::status::Stop;

/// Where documents are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Standard output.
    Stdout,
    /// One file for all.
    File(PathBuf),
    /// A folder, with a file for each.
    Folder(PathBuf),
}

impl Target {
    /// The target of a list: a file, or standard output where none is named or `-` is.
    pub(crate) fn of_list(output: Option<&Path>) -> Self {
        named(output).map_or(Target::Stdout, |path| Target::File(path.into()))
    }
}

/// The path of an output, where it is not standard output.
fn named(output: Option<&Path>) -> Option<&Path> {
    output.filter(|path| path.as_os_str() != "-")
}

/// The target and the format for so many inputs.
pub(crate) fn choose(
    output: Option<&Path>,
    to: Option<Format>,
    inputs: usize,
) -> Result<(Target, Format), Stop> {
    let several = inputs > 1;
    let Some(path) = named(output) else {
        let format = to.unwrap_or(if several { Format::Ndjson } else { Format::Json });
        if several && format.is_whole() {
            return Err(Stop::Usage(format!(
                "{inputs} files make {inputs} documents, and standard output takes one; use `--to ndjson` \
                 for one a line, or `-o DIR` for one file each"
            )));
        }
        return Ok((Target::Stdout, format));
    };
    if path.is_dir() || ends_with_separator(path) {
        return Ok((Target::Folder(path.into()), to.unwrap_or(Format::Json)));
    }
    let named = format_of(Some(path), Format::of_extension, Format::EXTENSIONS, "--to");
    // What several inputs go to is a folder, which may have any name.
    let named = if several || to.is_some() { named.ok().flatten() } else { named? };
    let format = to.or(named).unwrap_or(Format::Json);
    if !several || format.is_lines() {
        return Ok((Target::File(path.into()), format));
    }
    if named.is_some() || path.exists() {
        return Err(Stop::Usage(format!(
            "{inputs} files make {inputs} documents, and `-o {}` is one file; name a folder, or use `--to ndjson`",
            path.display()
        )));
    }
    Ok((Target::Folder(path.into()), format))
}

fn ends_with_separator(path: &Path) -> bool {
    let bytes = path.as_os_str().as_encoded_bytes();
    bytes.last().is_some_and(|&last| std::path::is_separator(last.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(output: &str, to: Option<Format>, inputs: usize) -> Option<(Target, Format)> {
        choose((!output.is_empty()).then(|| Path::new(output)), to, inputs).ok()
    }

    #[test]
    fn the_number_of_inputs_decides_where_nothing_else_does() {
        assert_eq!(chosen("", None, 1), Some((Target::Stdout, Format::Json)));
        assert_eq!(chosen("", None, 2), Some((Target::Stdout, Format::Ndjson)));
        assert_eq!(chosen("-", Some(Format::Text), 2), Some((Target::Stdout, Format::Text)));
        for (format, goes) in
            [(Format::Json, false), (Format::Html, false), (Format::Tei, false), (Format::Chunks, true)]
        {
            assert_eq!(chosen("", Some(format), 2).is_some(), goes, "{format:?}");
        }
        assert_eq!(chosen("absent", None, 1), Some((Target::File("absent".into()), Format::Json)));
        assert_eq!(chosen("absent", None, 2), Some((Target::Folder("absent".into()), Format::Json)));
        assert_eq!(chosen("absent/", None, 1), Some((Target::Folder("absent/".into()), Format::Json)));
    }

    #[test]
    fn the_name_of_the_output_tells_the_format() {
        assert_eq!(chosen("a.md", None, 1), Some((Target::File("a.md".into()), Format::Markdown)));
        assert_eq!(chosen("a.md", Some(Format::Text), 1), Some((Target::File("a.md".into()), Format::Text)));
        assert_eq!(chosen("a.html", None, 1), Some((Target::File("a.html".into()), Format::Html)));
        let lines = Some((Target::File("a.ndjson".into()), Format::Chunks));
        assert_eq!(chosen("a.ndjson", Some(Format::Chunks), 9), lines);
        assert_eq!(chosen("a.ndjson", None, 9), Some((Target::File("a.ndjson".into()), Format::Ndjson)));
        assert_eq!(chosen("a.json", None, 2), None);
        assert_eq!(chosen("a.docx", None, 1), None);
        let file = Some((Target::File("a.docx".into()), Format::Json));
        assert_eq!(chosen("a.docx", Some(Format::Json), 1), file);
        assert_eq!(chosen("a.2022", None, 2), Some((Target::Folder("a.2022".into()), Format::Json)));
        assert_eq!(chosen("a.md", Some(Format::Json), 2), None);
    }
}
