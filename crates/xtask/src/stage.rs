//! Runs stages one after the other, times each, counts its tests, and closes with a table.

use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::count::Count;
use crate::workspace::typed;

/// The stages of one run. A failed stage does not stop the run: one run tells everything that is wrong.
#[derive(Default)]
pub(crate) struct Run {
    stages: Vec<Stage>,
}

struct Stage {
    name: String,
    took: Duration,
    count: Count,
    /// What went wrong, or nothing.
    failure: Option<String>,
}

impl Run {
    /// A stage that holds where its command succeeds.
    pub(crate) fn check(&mut self, name: &str, command: Command) {
        self.work(name, |_| succeeded(stream(command)?.0));
    }

    /// A stage of tests: it holds where its command succeeds and has run at least one test.
    pub(crate) fn tests(&mut self, name: &str, command: Command) {
        self.work(name, |count| tests(command, count));
    }

    /// A stage of property tests: tests that must run at least so many random cases together.
    pub(crate) fn properties(&mut self, name: &str, command: Command, least: u64) {
        self.work(name, |count| {
            tests(command, count)?;
            println!("{} property cases", count.cases);
            let few = || format!("only {} property cases ran; at least {least} are wanted", count.cases);
            if count.cases < least { Err(few()) } else { Ok(()) }
        });
    }

    /// A stage of any other kind.
    pub(crate) fn work(&mut self, name: &str, work: impl FnOnce(&mut Count) -> Result<(), String>) {
        println!("\n── {name}");
        let start = Instant::now();
        let mut count = Count::default();
        let failure = work(&mut count).err();
        let took = start.elapsed();
        match &failure {
            None => println!("── {name}: ok, {:.1} s", took.as_secs_f64()),
            Some(why) => println!("── {name}: FAILED, {:.1} s: {why}", took.as_secs_f64()),
        }
        self.stages.push(Stage { name: name.to_owned(), took, count, failure });
    }

    /// What stages need that not everybody has: a tool, if it was found. Where it was not, a line says what is lost; on the CI
    /// machine, where nothing may be skipped, a stage of this name fails.
    pub(crate) fn needs<T>(&mut self, name: &str, tool: Result<T, String>, lost: &str) -> Option<T> {
        match tool {
            Ok(tool) => return Some(tool),
            Err(why) if is_ci() => self.work(name, |_| Err(why)),
            Err(why) => println!("\nskipped: {lost}: {why}"),
        }
        None
    }

    /// The table of all stages, then the sums on a line of their own.
    ///
    /// A stage that failed without a failing test (a warning, a build that broke) counts as one failure,
    /// so that the last line never says less than the exit code.
    pub(crate) fn finish(self) -> ExitCode {
        let mut total = Count::default();
        println!("\n{}", pad("stage") + "   seconds   passed   failed");
        for Stage { name, took, count, failure } in &self.stages {
            let mut count = *count;
            count.failed = count.failed.max(u64::from(failure.is_some()));
            let mark = if failure.is_some() { "FAILED" } else { "" };
            let row = format!(
                "{} {:9.1} {:8} {:8}  {mark}",
                pad(name),
                took.as_secs_f64(),
                count.passed,
                count.failed
            );
            println!("{}", row.trim_end());
            total.add(count);
        }
        let failed: Vec<_> = self.stages.iter().filter(|stage| stage.failure.is_some()).collect();
        if !failed.is_empty() {
            println!("\nfailed:");
        }
        for stage in &failed {
            println!("  {}: {}", stage.name, stage.failure.as_deref().unwrap_or_default());
        }
        println!("\n{} passed, {} failed", total.passed, total.failed);
        if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Whether a missing tool is a failure: on the CI machine nothing may be skipped, and whoever lands a change must have seen
/// the tests run.
pub(crate) fn is_ci() -> bool {
    std::env::var_os("CI").is_some()
}

/// Runs a command as one step of a stage, and passes its output on.
pub(crate) fn carried_out(command: Command) -> Result<(), String> {
    succeeded(stream(command)?.0)
}

fn tests(command: Command, count: &mut Count) -> Result<(), String> {
    let (ok, found) = stream(command)?;
    *count = found;
    if found.failed > 0 {
        return Err(format!("{} tests failed", found.failed));
    }
    succeeded(ok)?;
    if found.passed == 0 { Err("no test ran".to_owned()) } else { Ok(()) }
}

fn succeeded(ok: bool) -> Result<(), String> {
    if ok { Ok(()) } else { Err("the command failed".to_owned()) }
}

/// Runs a command, passes its output on as it comes, and counts the test results in it.
fn stream(mut command: Command) -> Result<(bool, Count), String> {
    println!("$ {}", typed(&command));
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    child.and_then(follow).map_err(|error| format!("cannot run it: {error}"))
}

fn follow(mut child: Child) -> io::Result<(bool, Count)> {
    let mut count = Count::default();
    if let Some(output) = child.stdout.take() {
        // Split by bytes: what a test prints need not be UTF-8.
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            count.line(&line);
        }
    }
    Ok((child.wait()?.success(), count))
}

/// A name in its column.
fn pad(name: &str) -> String {
    format!("{name:<24}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_that_is_there_is_given_and_one_that_is_not_is_no_pass() {
        let mut run = Run::default();
        assert_eq!(run.needs("tool", Ok(7), "nothing"), Some(7));
        assert_eq!(run.needs("tool", Err::<(), _>("not found".to_owned()), "nothing"), None);
        // Skipped and said, or a failed stage where nothing may be skipped.
        assert_eq!(run.stages.len(), usize::from(is_ci()));
        assert!(run.stages.iter().all(|stage| stage.failure.is_some()));
    }
}
