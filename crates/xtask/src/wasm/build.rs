//! From Rust to `bindings/wasm/dist`: compiled, bound to JavaScript, made small.

use std::fs;

use super::tools::{BINDING, TARGET, wasm_bindgen};
use crate::workspace::{cargo, command, root, run, target};

/// The profile of the workspace's manifest.
const PROFILE: &str = "wasm";

/// What `rustc` uses of WebAssembly by itself, and vectors, which `.cargo/config.toml` asks for; every browser since 2023
/// has them.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// A module of the package: the name of its files, and the features it is built with.
struct Module {
    name: &'static str,
    features: &'static str,
}

/// Facts need word lists and an automaton over them, which nobody should load who only parses.
const MODULES: &[Module] = &[
    Module { name: "torch_bulletin", features: "" },
    Module { name: "torch_bulletin_facts", features: "facts" },
];

/// Builds the package; tools must be there.
pub(super) fn build() -> Result<(), String> {
    let dist = root().join(BINDING).join("dist");
    // What an earlier build has left must not go into the package.
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    }
    for module in MODULES {
        build_module(module, &dist.to_string_lossy())?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(root().join(licence), dist.join(licence))
            .map_err(|error| format!("{licence} cannot be copied: {error}"))?;
    }
    Ok(())
}

fn build_module(module: &Module, dist: &str) -> Result<(), String> {
    let Module { name, features } = module;
    let what = ["build", "--package", "torch-bulletin-wasm", "--profile", PROFILE, "--target", TARGET];
    run(cargo(what.iter().chain(&["--features", features])))?;
    let compiled = target().join(TARGET).join(PROFILE).join("torch_bulletin_wasm.wasm");
    let compiled = compiled.to_string_lossy();
    // The declarations that it writes say `any`; ours are in `js/`.
    let how = ["--target", "web", "--no-typescript", "--omit-default-module-path"];
    let names = ["--out-name", name, "--out-dir", dist, &compiled];
    run(command(wasm_bindgen(), how.iter().chain(&names)))?;
    let bound = format!("{dist}/{name}_bg.wasm");
    let optimizer = format!("{BINDING}/node_modules/binaryen/bin/wasm-opt");
    let how = ["-O3", "--strip-debug", "--strip-producers", "--strip-target-features"];
    run(command("node", [&*optimizer].iter().chain(FEATURES).chain(&how).chain(&[&*bound, "-o", &bound])))
}
