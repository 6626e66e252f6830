//! How fast dist/ loads and answers, and what it holds in memory.

use anyhow::Result;

use crate::browsers::Browsers;
use crate::process::{command, run};
use crate::{npm, project};

/// Measures and prints; the arguments are those of tests/bench/bench.mjs.
pub fn bench(arguments: &[String]) -> Result<()> {
    crate::dist::build(crate::dist::Mode::Release)?.write(&project::dist())?;
    npm::install()?;
    let mut node = command("node");
    Browsers::find()?.tell(&mut node);
    run(node.arg("tests/bench/bench.mjs").args(arguments))
}
