//! The recipe for several machines, tested on Spark in local mode: Java, an environment of its own, one file of tests.
//!
//! Of its own, since Spark wants an older pandas than the other tests, and weighs half a gigabyte.

use std::path::Path;

use crate::debian::find_or_install;
use crate::stage::{Run, carried_out};
use crate::workspace::{command, version};

use super::built;
use super::environment::Environment;

/// The stages, where there is Java or it may be installed.
pub(super) fn stages(run: &mut Run, python: &Path) {
    let how = "install Java 17 or newer";
    let java =
        find_or_install("Java", "openjdk-17-jre-headless", how, || version(command("java", ["--version"])));
    let Some(java) = run.needs("Spark", java, "batches are not tested on Spark") else { return };
    println!("\nfound {java}");
    let spark = Environment::new("venv-spark");
    run.work("Spark environment", |_| {
        spark.prepare(python, "requirements-spark.txt")?;
        carried_out(spark.install(&built("wheels", "whl")?))
    });
    run.tests("Spark", spark.module(["pytest", "tests/test_batches.py"]));
}
