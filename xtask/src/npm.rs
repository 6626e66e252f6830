//! The programs that come from npm: esbuild, wasm-opt, the browser driver, the accessibility and HTML checkers.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::time::SystemTime;

use anyhow::{Result, bail};

use crate::process::{command, output, succeeds};
use crate::project;

/// One installs, the others wait.
static INSTALLING: Mutex<()> = Mutex::new(());

/// Installs what package-lock.json names, where it is missing or older than the lock file.
pub fn install() -> Result<()> {
    let _turn = INSTALLING.lock();
    let root = project::root();
    let modified = |path: PathBuf| -> Option<SystemTime> { path.metadata().ok()?.modified().ok() };
    // npm writes this file last.
    let installed = modified(root.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= modified(root.join("package-lock.json")) {
        return Ok(());
    }
    if !succeeds(command("node").arg("--version")) || !succeeds(command(NPM).arg("--version")) {
        bail!(
            "Node.js 20 or newer with npm is missing: install it from https://nodejs.org or your system's packages"
        );
    }
    eprintln!("installing the tools of package-lock.json with npm");
    output(command(NPM).arg("ci"))?;
    Ok(())
}

/// A script of an installed package, such as `esbuild/bin/esbuild`.
pub fn tool(script: &str) -> Result<Command> {
    install()?;
    let mut node = command("node");
    node.arg(project::root().join("node_modules").join(script));
    Ok(node)
}

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };
