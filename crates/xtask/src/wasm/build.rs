//! From Rust to `bindings/wasm/dist`: compiled, bound to JavaScript, made small.

use std::fs;

use super::tools::{BINDING, TARGET, wasm_bindgen};
use crate::workspace::{cargo, command, root, run, target};

/// The profile of the workspace's manifest.
const PROFILE: &str = "wasm";

/// What `rustc` uses of WebAssembly by itself; every browser since 2023 has it.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds the package; tools must be there.
pub(super) fn build() -> Result<(), String> {
    run(cargo(["build", "--package", "torch-bulletin-wasm", "--profile", PROFILE, "--target", TARGET]))?;
    let compiled = target().join(TARGET).join(PROFILE).join("torch_bulletin_wasm.wasm");
    let dist = root().join(BINDING).join("dist");
    // What an earlier build has left must not go into the package.
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    }
    let (dist, compiled) = (dist.to_string_lossy(), compiled.to_string_lossy());
    // The declarations that it writes say `any`; ours are in `js/`.
    let how = ["--target", "web", "--no-typescript", "--omit-default-module-path"];
    let names = ["--out-name", "torch_bulletin", "--out-dir", &dist, &compiled];
    run(command(wasm_bindgen(), how.iter().chain(&names)))?;
    let bound = format!("{dist}/torch_bulletin_bg.wasm");
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(root().join(licence), format!("{dist}/{licence}"))
            .map_err(|error| format!("{licence} cannot be copied: {error}"))?;
    }
    let optimizer = format!("{BINDING}/node_modules/binaryen/bin/wasm-opt");
    let how = ["-O3", "--strip-debug", "--strip-producers", "--strip-target-features"];
    run(command("node", [&*optimizer].iter().chain(FEATURES).chain(&how).chain(&[&*bound, "-o", &bound])))
}
