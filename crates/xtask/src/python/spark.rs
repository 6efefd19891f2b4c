//! The recipe for several machines, tested on Spark in local mode: Java, an environment of its own, one file of tests.
//!
//! Of its own, since Spark wants an older pandas than the other tests, and weighs half a gigabyte.

use std::path::Path;

use crate::stage::{Run, carried_out};
use crate::workspace::{command, run as run_command, version};

use super::built;
use super::environment::Environment;

/// The stages, where there is Java or it may be installed; else a line that says so.
pub(super) fn stages(run: &mut Run, python: &Path) {
    if let Err(why) = java() {
        if std::env::var_os("CI").is_some() {
            run.work("Spark", |_| Err(why));
        } else {
            println!("\nskipped: {why}, so batches are not tested on Spark");
        }
        return;
    }
    let spark = Environment::new("venv-spark");
    run.work("Spark environment", |_| {
        spark.prepare(python, "requirements-spark.txt")?;
        carried_out(spark.install(&built("wheels", "whl")?))
    });
    run.tests("Spark", spark.module(["pytest", "tests/test_batches.py"]));
}

/// Looks for Java, and installs that of Debian as root or on the CI machine.
fn java() -> Result<(), String> {
    let found = || version(command("java", ["--version"]));
    if let Some(found) = found() {
        println!("\nfound {found}");
        return Ok(());
    }
    let is_root = version(command("id", ["-u"])).as_deref() == Some("0");
    let may = is_root || std::env::var_os("CI").is_some();
    if !may || version(command("apt-get", ["--version"])).is_none() {
        return Err("no Java was found (17 or newer), and none may be installed from here".to_owned());
    }
    println!("\nno Java found; installing openjdk-17-jre-headless with apt-get");
    let sudo: &[&str] = if is_root { &[] } else { &["sudo", "--non-interactive"] };
    for rest in [&["update"][..], &["install", "--yes", "--no-install-recommends", "openjdk-17-jre-headless"]]
    {
        let words: Vec<_> = sudo.iter().chain(&["apt-get"]).chain(rest).collect();
        run_command(command(words[0], &words[1..]))?;
    }
    found().map(|_| ()).ok_or_else(|| "apt-get installed no Java".to_owned())
}
