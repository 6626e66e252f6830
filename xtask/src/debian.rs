//! Debian's packages, for machines where we may install them.

use anyhow::{Context, Result};

use crate::process::{command, run, succeeds};

/// Whether we are root on a Debian-like machine, such as a build machine.
pub fn can_install() -> bool {
    let root = crate::process::output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && succeeds(command("apt-get").arg("--version"))
}

/// Installs packages, or newer ones. The package lists are fetched first: those that came with a machine may be months
/// old, and then so is what they lead to.
pub fn install(packages: &[&str]) -> Result<()> {
    let mut install = command("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    install.args(["install", "--quiet", "--yes", "--no-install-recommends"]).args(packages);
    eprintln!("installing with apt-get: {}", packages.join(" "));
    // Without a network, old lists may still do.
    if let Err(problem) = run(command("apt-get").args(["update", "--quiet"])) {
        eprintln!("{problem:#}");
    }
    run(&mut install).with_context(|| format!("could not install {}", packages.join(" ")))
}
