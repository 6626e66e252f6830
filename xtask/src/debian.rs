//! Debian's packages, for machines where we may install them.

use anyhow::{Context, Result};

use crate::process::{command, run, succeeds};

/// Whether we are root on a Debian-like machine, such as a build machine.
pub fn can_install() -> bool {
    let root = crate::process::output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && succeeds(command("apt-get").arg("--version"))
}

/// Installs packages, fetching the package lists first where they are missing.
pub fn install(packages: &[&str]) -> Result<()> {
    let install = || {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt.args(["install", "--quiet", "--yes", "--no-install-recommends"]).args(packages);
        apt
    };
    eprintln!("installing with apt-get: {}", packages.join(" "));
    if crate::process::output(&mut install()).is_ok() {
        return Ok(());
    }
    run(command("apt-get").args(["update", "--quiet"]))?;
    run(&mut install()).with_context(|| format!("could not install {}", packages.join(" ")))
}
