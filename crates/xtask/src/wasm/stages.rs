//! The stages of the npm package, and the command that runs them alone.

use std::process::{Command, ExitCode};

use super::build::build;
use super::tools::{BINDING, browser, install, npm};
use crate::stage::Run;
use crate::workspace::{command, run};

const USAGE: &str = "usage: cargo xtask wasm [build | test | bench [ARGS]]";

/// The command.
pub(crate) fn wasm(words: &[&str]) -> ExitCode {
    let mut stages_run = Run::default();
    match words {
        [] | ["test"] => stages(&mut stages_run),
        ["build"] => prepare(&mut stages_run),
        ["bench", rest @ ..] => return bench(rest),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    }
    stages_run.finish()
}

/// The stages of `cargo xtask test`; says what is skipped.
pub(crate) fn stages(run: &mut Run) {
    if run.needs("wasm", npm(), "the npm package is neither built nor tested").is_none() {
        return;
    }
    prepare(run);
    run.check("wasm types", node(["node_modules/typescript/bin/tsc", "--project", "examples"]));
    run.tests("wasm in Node", tests("node"));
    let browser = run.needs("wasm in Chromium", browser(), "the npm package is not tested in a browser");
    let in_browser = |kind| {
        let mut command = tests(kind);
        command.envs(browser.iter().map(|path| ("TORCH_BULLETIN_CHROMIUM", path)));
        command
    };
    if browser.is_some() {
        run.tests("wasm in Chromium", in_browser("browser"));
    }
    run.tests("wasm package", in_browser("package"));
}

fn prepare(run: &mut Run) {
    run.work("wasm tools", |_| install());
    run.work("wasm build", |_| build());
}

/// The test files of one kind; TAP is what we count. Each is named: from Node.js 21 on a folder is run as a file.
fn tests(kind: &str) -> Command {
    let mut command = node(["--test", "--test-reporter=tap"]);
    let folder = crate::workspace::root().join(BINDING).join("test").join(kind);
    let files = std::fs::read_dir(folder).into_iter().flatten().filter_map(|it| Some(it.ok()?.path()));
    let mut files: Vec<_> = files
        .filter(|it| it.file_name().is_some_and(|it| it.to_string_lossy().ends_with(".test.js")))
        .collect();
    files.sort();
    command.args(files);
    command
}

fn node<const N: usize>(words: [&str; N]) -> Command {
    let mut command = command("node", words);
    command.current_dir(crate::workspace::root().join(BINDING));
    command
}

/// Ratios of the module in Node and in Chromium to the same work done by the machine itself.
fn bench(rest: &[&str]) -> ExitCode {
    let mut bench = node(["bench/ratios.js"]);
    bench.args(rest);
    let measured = install().and_then(|()| build()).and_then(|()| browser()).and_then(|path| {
        bench.env("TORCH_BULLETIN_CHROMIUM", path);
        run(bench)
    });
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
