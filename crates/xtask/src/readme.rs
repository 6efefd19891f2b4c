//! The stage that runs the README's first example as it is printed there.

use std::process::{Command, Stdio};

use crate::workspace::{command, root};

/// What the line of the example starts with.
const EXAMPLE: &str = "cargo run --release -p torch-bulletin-cli -- parse ";

/// Runs the example of the README; it must print Markdown, that is, at least one heading.
pub(crate) fn example() -> Result<(), String> {
    let readme = std::fs::read_to_string(root().join("README.md")).map_err(|error| error.to_string())?;
    let line = example_line(&readme).ok_or("the README has no example that starts with `cargo run`")?;
    println!("$ {line}");
    let output = words(line).stderr(Stdio::inherit()).output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(format!("the example ended with {}", output.status));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let headings = text.lines().filter(|line| line.starts_with('#')).count();
    println!("{} lines of Markdown, {headings} headings", text.lines().count());
    if headings == 0 { Err("the example printed no heading".to_owned()) } else { Ok(()) }
}

fn example_line(readme: &str) -> Option<&str> {
    readme.lines().map(|line| line.trim_start_matches("$ ").trim()).find(|line| line.starts_with(EXAMPLE))
}

/// The line as a command; it has no quotes.
fn words(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let program = words.next().unwrap_or_default();
    command(program, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_found_with_or_without_a_prompt() {
        let line = format!("{EXAMPLE}a.txt --to markdown");
        assert_eq!(example_line(&format!("text\n$ {line}\n")), Some(line.as_str()));
        assert_eq!(example_line(&format!("{line}\nmore")), Some(line.as_str()));
        assert_eq!(example_line("cargo run"), None);
    }
}
