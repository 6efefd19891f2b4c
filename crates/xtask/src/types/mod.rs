//! `cargo xtask types`: rewrites the types of other languages from the schema of the wire format.
//!
//! What is generated is committed; a test fails where it is out of date.

mod python;
mod typescript;

use std::process::ExitCode;

use serde_json::Value;

use crate::workspace::root;

/// One generated file.
struct Generator {
    /// Where it stands, from the root of the repository.
    file: &'static str,
    /// Writes it, from the schema.
    generate: fn(&Value) -> Result<String, String>,
}

/// Every generated file. A new language is one more line.
const GENERATORS: &[Generator] = &[
    Generator { file: python::FILE, generate: python::nodes },
    Generator { file: typescript::FILE, generate: typescript::declarations },
];

const SCHEMA: &str = "crates/torch-bulletin-wire/schema.json";

/// The command.
pub(crate) fn types() -> ExitCode {
    for Generator { file, generate } in GENERATORS {
        let written = schema().and_then(|schema| generate(&schema));
        let written = written.and_then(|text| {
            std::fs::write(root().join(file), text).map_err(|error| format!("cannot write it: {error}"))
        });
        match written {
            Ok(()) => println!("written: {file}"),
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

fn schema() -> Result<Value, String> {
    let text = std::fs::read_to_string(root().join(SCHEMA)).map_err(|error| format!("{SCHEMA}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{SCHEMA}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_generated_file_is_up_to_date() {
        let schema = schema().unwrap();
        for Generator { file, generate } in GENERATORS {
            // A checkout on Windows may have changed the line ends.
            let kept = std::fs::read_to_string(root().join(file)).unwrap_or_default().replace("\r\n", "\n");
            assert!(generate(&schema).unwrap() == kept, "{file} is out of date: run `cargo xtask types`");
        }
    }
}
