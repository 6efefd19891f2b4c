//! The Python example of the README, run as it is printed there, with the wheel and nothing else.

use std::fs;
use std::path::Path;

use super::environment::{Environment, folder};
use crate::stage::carried_out;
use crate::workspace::root;

/// Installs the wheel into an empty environment, and runs the example there.
pub(super) fn run(python: &Path, wheel: &Path) -> Result<(), String> {
    let readme = fs::read_to_string(root().join("README.md")).map_err(|error| error.to_string())?;
    let code = example(&readme).ok_or("the README has no example in Python")?;
    let empty = Environment::new("empty-venv");
    empty.make(python)?;
    carried_out(empty.install(wheel))?;
    let script = folder().join("readme.py");
    fs::write(&script, code).map_err(|error| format!("{}: {error}", script.display()))?;
    let mut example = empty.python();
    example.arg("-W").arg("error").arg(&script);
    carried_out(example)
}

/// The first block of Python.
fn example(readme: &str) -> Option<&str> {
    let (_, after) = readme.split_once("\n```python\n")?;
    after.split_once("```").map(|(code, _)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_block_of_python_is_the_example() {
        let readme = "# a\n\n```rust\nlet a;\n```\n\n```python\nimport b\n```\n\n```python\nimport c\n```\n";
        assert_eq!(example(readme), Some("import b\n"));
        assert_eq!(example("```sh\nls\n```"), None);
    }
}
