//! What the npm package needs beside Rust: a target, the command `wasm-bindgen`, packages of npm, a browser.

use std::path::PathBuf;

use crate::debian::find_or_install;
use crate::workspace::{cargo, command, root, run, target, version};

/// The binding, from the root of the repository.
pub(super) const BINDING: &str = "bindings/wasm";

pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// The version that `bindings/wasm/Cargo.toml` pins the crate to: command and crate must be the same.
const WASM_BINDGEN: &str = "0.2.128";

/// Says which tools there are; none is installed, and none is needed for the rest of the workspace.
pub(crate) fn look_for(say: impl Fn(&str, &str)) {
    for program in ["node", "npm"] {
        let found = version(command(program, ["--version"]));
        say(program, found.as_deref().unwrap_or("not found: the npm package will not be built"));
    }
    let browser = chromium().map(|path| path.display().to_string());
    say(
        "chromium",
        browser.as_deref().unwrap_or("not found: the npm package will not be tested in a browser"),
    );
}

/// Whether the npm package can be built at all; else why not.
pub(super) fn npm() -> Result<(), String> {
    let missing =
        ["node", "npm"].into_iter().find(|program| version(command(program, ["--version"])).is_none());
    missing.map_or(Ok(()), |program| Err(format!("{program} was not found")))
}

/// Installs what is missing, but for the browser.
pub(super) fn install() -> Result<(), String> {
    if version(command("rustup", ["--version"])).is_some() {
        run(command("rustup", ["target", "add", TARGET]))?;
    }
    if version(command(wasm_bindgen(), ["--version"])) != Some(format!("wasm-bindgen {WASM_BINDGEN}")) {
        let package = format!("wasm-bindgen-cli@{WASM_BINDGEN}");
        let folder = tools();
        let root = folder.to_string_lossy();
        run(cargo(["install", "--locked", "--force", &package, "--root", &root]))?;
    }
    if !has_packages() {
        run(command("npm", ["ci", "--no-audit", "--no-fund", "--prefix", BINDING]))?;
    }
    Ok(())
}

/// A browser; installed where we may, since the packages of npm bring none.
pub(super) fn browser() -> Result<PathBuf, String> {
    let how = "install Chromium, or name it in TORCH_BULLETIN_CHROMIUM";
    find_or_install("Chromium", "chromium", how, chromium)
}

/// The browser that a variable names, or that the system has.
pub(super) fn chromium() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("TORCH_BULLETIN_CHROMIUM") {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    let names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|it| it.is_file()))
}

pub(super) fn wasm_bindgen() -> PathBuf {
    tools().join("bin").join(format!("wasm-bindgen{}", std::env::consts::EXE_SUFFIX))
}

fn tools() -> PathBuf {
    target().join("tools")
}

/// Whether npm has installed what the lock file says; it notes when it did.
fn has_packages() -> bool {
    let changed = |path: &str| root().join(BINDING).join(path).metadata().and_then(|it| it.modified()).ok();
    let installed = changed("node_modules/.package-lock.json");
    installed.is_some() && installed >= changed("package-lock.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_and_crate_are_of_one_version() {
        let manifest = std::fs::read_to_string(root().join(BINDING).join("Cargo.toml")).unwrap();
        assert!(manifest.contains(&format!("wasm-bindgen = \"={WASM_BINDGEN}\"")), "{manifest}");
    }
}
