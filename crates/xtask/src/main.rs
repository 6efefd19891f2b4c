//! `cargo xtask`: the one place that knows how torch-bulletin is set up, tested, linted and benched.
//!
//! | command | what it does |
//! |---|---|
//! | `setup` | looks for every tool, installs what `rustup` can |
//! | `test` | everything that must hold, from a bare clone; `--all` adds the slow stages |
//! | `python` | the stages of the Python package alone |
//! | `lint` | format, clippy, documentation, licences |
//! | `goldens` | rewrites the golden files of the corpus, for review with `git diff` |
//! | `types` | rewrites the types of other languages, for review with `git diff` |
//! | `wasm` | builds, tests or measures the npm package |
//! | `fuzz` | the fuzz targets, a minute or as long as wanted |
//! | `work` | counts the work on hard texts, which must be linear |
//! | `typeset` | prints issues in layouts with artefacts, and scores the parse of each print |
//! | `extraction` | prints issues to PDF, and scores what real extractors make of them |
//! | `bench` | the table of measurements; further arguments say which part of it |

// A command talks on standard output.
#![allow(clippy::print_stdout)]

mod bench;
mod count;
mod debian;
mod fuzz;
mod goldens;
mod lint;
mod python;
mod readme;
mod setup;
mod stage;
mod test;
mod types;
mod typeset;
mod wasm;
mod work;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <command>

  setup          look for every tool that is needed; install what rustup can
  test [--all]   everything that must hold; --all adds the slow stages
  python [--all] the stages of the Python package alone
  lint           format, clippy, documentation, licences
  goldens        rewrite the golden files of the corpus, to be reviewed with `git diff`
  types          rewrite the types of other languages from the schema
  wasm [build|test|bench]
                 the npm package: build it, test it in Node and in Chromium, measure it
  fuzz [--seconds N] [TARGET]...
                 the fuzz targets, N seconds together; a minute where no number is given
  work           count the work on hard texts, which must be linear
  typeset [ARGS] print issues in layouts with artefacts, and score the parse of each print
  extraction [ARGS] print issues to PDF, and score what the extractors that are installed make of them
  bench [ARGS]   the table of measurements; `bench --help` says which parts it has
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["setup"] => setup::setup(),
        ["test"] => test::test(test::Extent::Quick),
        ["test", "--all"] => test::test(test::Extent::All),
        ["python"] => python::python(test::Extent::Quick),
        ["python", "--all"] => python::python(test::Extent::All),
        ["lint"] => lint::lint(),
        ["goldens"] => goldens::goldens(),
        ["types"] => types::types(),
        ["wasm", rest @ ..] => wasm::wasm(rest),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["work"] => work::work(),
        [name @ ("typeset" | "extraction"), rest @ ..] => typeset::example(name, rest),
        ["bench", rest @ ..] => bench::bench(rest),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprint!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
