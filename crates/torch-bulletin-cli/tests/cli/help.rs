//! Help, version, schema, completions, and arguments that are wrong.

use serde_json::Value;

use crate::run::Folder;

#[test]
fn help_teaches_with_examples() {
    let folder = Folder::new();
    for command in ["parse", "check", "completions"] {
        let help = folder.run(&[command, "--help"]).good();
        assert!(help.contains("Examples:\n  torch-bulletin "), "{help}");
    }
    let help = folder.run(&["--help"]).good();
    assert!(help.contains("Exit status:") && help.contains("Examples:"), "{help}");
    for command in ["parse", "check", "schema", "completions"] {
        assert!(help.contains(&format!("\n  {command} ")), "{help}");
    }
}

#[test]
fn the_version_is_that_of_the_workspace() {
    let expected = format!("torch-bulletin {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(Folder::new().run(&["--version"]).good(), expected);
}

#[test]
fn wrong_arguments_are_a_matter_of_usage() {
    let folder = Folder::with(&["a.txt"]);
    for args in [
        &[][..],
        &["parse"],
        &["parse", "a.txt", "--to", "docx"],
        &["parse", "a.txt", "--offsets", "bytes"],
        &["parse", "a.txt", "--to", "chunks", "--max-chars", "0"],
        &["parse", "a.txt", "--max-chars", "300"],
        &["check", "a.txt", "--fail-on", "never"],
        &["completions", "cmd"],
        &["facts"],
    ] {
        let run = folder.run(args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(!run.err.is_empty());
    }
}

#[test]
fn the_schema_is_json_schema() {
    let schema: Value = serde_json::from_str(&Folder::new().run(&["schema"]).good()).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn completions_are_written_for_every_shell() {
    let folder = Folder::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(folder.run(&["completions", shell]).good().contains("torch-bulletin"), "{shell}");
    }
}
