//! The README's examples on files of the repository print what stands under them.

use std::fs;
use std::path::Path;

use crate::run::Folder;

#[test]
fn examples_print_what_the_readme_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = Folder::new();
    for corpus in ["tests/corpus", "tests/bad"] {
        for issue in fs::read_dir(root.join(corpus)).unwrap().map(|it| it.unwrap().path()) {
            if let Ok(text) = fs::read(issue.join("input.txt")) {
                let name = issue.file_name().unwrap().to_str().unwrap();
                folder.write(&format!("{corpus}/{name}/input.txt"), text);
            }
        }
    }
    folder.write("cover.jpg", b"\xFF\xD8\xFF\xE0\x00\x10JFIF\x00");

    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let mut examples = 0;
    for (args, expected) in examples_of(&readme) {
        let args: Vec<&str> = args.split_whitespace().map(|it| it.trim_matches('\'')).collect();
        let run = folder.run(&args);
        let printed = [run.err, run.out].concat();
        assert_eq!(printed.trim_end(), expected.trim_end(), "{args:?}");
        examples += 1;
    }
    assert!(examples >= 3, "{examples} examples");
}

/// The arguments of each example that reads the repository, and what stands under it.
fn examples_of(readme: &str) -> Vec<(&str, String)> {
    let lines: Vec<&str> = readme.lines().collect();
    let ends = |line: &&&str| !line.starts_with("$ ") && **line != "```";
    let examples = lines.iter().enumerate().filter_map(|(at, line)| {
        let args = line.strip_prefix("$ torch-bulletin ").filter(|args| args.contains("tests/"))?;
        let shown: Vec<&str> = lines[at + 1..].iter().take_while(ends).copied().collect();
        Some((args, shown.join("\n")))
    });
    examples.collect()
}
