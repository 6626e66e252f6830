//! What people read, by way of `compile-content`.
//!
//! That is a program of its own, run by cargo, because it must be as new as content/ and src/ are: `serve` goes on
//! while they change.

use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process::{cargo, output, run};

/// What a page needs of one language.
#[derive(Deserialize)]
pub struct Compiled {
    /// Its code, such as `nl`.
    pub language: String,
    /// What the browser reads first: `samenscan::content::Content` as JSON.
    pub json: String,
    /// What it reads with the rest of the module: `LaterContent` as JSON.
    pub later: String,
    /// What the browser reads when the stepper is first needed: `StepperContent` as JSON.
    pub stepper: String,
    /// The title and description of the page.
    pub head: String,
    /// The first screen.
    pub start_screen: String,
    /// The messages of the loader, hidden until one is needed.
    pub loader_messages: String,
    /// What takes the place of the scripts where there are none.
    pub no_script: String,
}

/// Compiles content/ for each language, the default one first.
pub fn compile_each_language() -> Result<Vec<Compiled>> {
    let compiled = output(&mut compile_content("compile"))?;
    serde_json::from_str(&compiled).context("compile-content and xtask do not agree on their format")
}

/// Prints every problem in content/ and fails if there is one.
pub fn check() -> Result<()> {
    run(&mut compile_content("check"))
}

/// Records the order of the statements of this content version in content/frozen/.
pub fn freeze() -> Result<()> {
    run(&mut compile_content("freeze"))
}

fn compile_content(command: &str) -> Command {
    let mut cargo = cargo();
    cargo.args(["run", "--quiet", "--package", "compile-content", "--", command, "content"]);
    cargo
}
