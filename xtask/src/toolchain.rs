//! Which compiler builds the wasm, and with which standard library.
//!
//! The standard library built from its source, for size and with panics that are bare traps, makes a quarter less
//! wasm than the one that comes built. That needs unstable options, which `RUSTC_BOOTSTRAP` allows; the options are
//! tried out first, so that a compiler that has dropped one still builds the plain way.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{command, output, succeeds};
use crate::{debian, process};

/// The target of the build.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What the standard library is built with, next to `opt-level = "z"`.
const SMALL: &[&str] =
    &["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// A way to build wasm.
pub struct Toolchain {
    compiler: Compiler,
    std: Std,
}

/// Where the standard library for wasm comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Std {
    /// As it came with the compiler: builds soonest, and says what a panic was about.
    Prebuilt,
    /// Built here: smallest.
    FromSource,
}

/// A cargo and a rustc that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Compiler {
    /// The one that runs us.
    Ours,
    /// Debian's packages, for machines where rustup cannot download.
    Debian,
}

impl Toolchain {
    /// The best there is for the wish, installed if need be.
    ///
    /// The environment variable `WASM_TOOLCHAIN` overrules it: `source`, `prebuilt` or `debian`.
    pub fn find(wish: Std) -> Result<Toolchain> {
        if let Ok(name) = std::env::var("WASM_TOOLCHAIN") {
            return Toolchain::named(&name);
        }
        if let Some(toolchain) = Toolchain::present(wish) {
            return Ok(toolchain);
        }
        if install_with_rustup()
            && let Some(toolchain) = Toolchain::present(wish)
        {
            return Ok(toolchain);
        }
        if debian::can_install() {
            install_with_apt()?;
        }
        match Toolchain::present(wish) {
            Some(toolchain) => Ok(toolchain),
            None => bail!("the wasm target is missing: run `rustup target add {TARGET}`"),
        }
    }

    fn named(name: &str) -> Result<Toolchain> {
        let (compiler, std) = match name {
            "source" => (Compiler::Ours, Std::FromSource),
            "prebuilt" => (Compiler::Ours, Std::Prebuilt),
            "debian" => (Compiler::Debian, Std::FromSource),
            _ => bail!("WASM_TOOLCHAIN is `{name}`, not `source`, `prebuilt` or `debian`"),
        };
        if compiler == Compiler::Debian && !compiler.has(std) && debian::can_install() {
            install_with_apt()?;
        }
        if compiler == Compiler::Ours && !compiler.has(std) {
            install_with_rustup();
        }
        if !compiler.has(std) {
            bail!("WASM_TOOLCHAIN is `{name}`, which is not installed here");
        }
        Ok(Toolchain { compiler, std })
    }

    fn present(wish: Std) -> Option<Toolchain> {
        use Compiler::{Debian, Ours};
        use Std::{FromSource, Prebuilt};
        let order = match wish {
            Prebuilt => [(Ours, Prebuilt), (Ours, FromSource), (Debian, FromSource)],
            FromSource => [(Ours, FromSource), (Debian, FromSource), (Ours, Prebuilt)],
        };
        let (compiler, std) = order.into_iter().find(|(compiler, std)| compiler.has(*std))?;
        Some(Toolchain { compiler, std })
    }

    /// `cargo build` for wasm with the compiler flags given beside our own.
    pub fn cargo_build(&self, extra_flags: &[&str]) -> Command {
        let mut cargo = self.compiler.cargo();
        cargo.args(["build", "--target", TARGET]);
        let mut flags = extra_flags.to_vec();
        if self.std == Std::FromSource {
            cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
            cargo.env("RUSTC_BOOTSTRAP", "1");
            flags.extend(SMALL);
        }
        cargo.env_remove("RUSTFLAGS");
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        cargo
    }

    /// In words, for the one who waits.
    pub fn describe(&self) -> &'static str {
        match (self.compiler, self.std) {
            (Compiler::Ours, Std::Prebuilt) => "with the standard library as it comes",
            (Compiler::Ours, Std::FromSource) => "with a small standard library of its own",
            (Compiler::Debian, _) => "with Debian's compiler and a small standard library of its own",
        }
    }
}

impl Compiler {
    fn cargo(self) -> Command {
        match self {
            Compiler::Ours => process::cargo(),
            Compiler::Debian => {
                let mut cargo = command("/usr/bin/cargo");
                cargo.env("RUSTC", "/usr/bin/rustc");
                cargo.env_remove("RUSTUP_TOOLCHAIN");
                cargo
            }
        }
    }

    fn rustc(self) -> Command {
        match self {
            Compiler::Ours => command("rustc"),
            Compiler::Debian => command("/usr/bin/rustc"),
        }
    }

    fn has(self, std: Std) -> bool {
        let Some(lib) = self.rustlib() else { return false };
        match std {
            Std::Prebuilt => lib.join(TARGET).join("lib").is_dir(),
            Std::FromSource => lib.join("src/rust/library/Cargo.lock").is_file() && self.builds_small(),
        }
    }

    /// The folder with the standard libraries and their source.
    fn rustlib(self) -> Option<PathBuf> {
        if self == Compiler::Debian && !debian_is_complete() {
            return None;
        }
        let sysroot = output(self.rustc().args(["--print", "sysroot"])).ok()?;
        Some(Path::new(sysroot.trim()).join("lib/rustlib"))
    }

    /// Whether the compiler still knows the unstable options.
    fn builds_small(self) -> bool {
        let mut rustc = self.rustc();
        rustc.env("RUSTC_BOOTSTRAP", "1").args(["--print", "cfg", "--target", TARGET]).args(SMALL);
        succeeds(&mut rustc)
    }
}

/// `rustup` in a folder of the search path is all it takes; it knows the toolchain that runs us by its environment.
fn install_with_rustup() -> bool {
    let rustup = |arguments: &[&str]| succeeds(command("rustup").args(arguments));
    if !rustup(&["--version"]) {
        return false;
    }
    eprintln!("installing the target {TARGET} and the source of the standard library with rustup");
    let target = rustup(&["target", "add", TARGET]);
    let source = rustup(&["component", "add", "rust-src"]);
    target || source
}

const DEBIAN_PROGRAMS: [&str; 3] = ["/usr/bin/cargo", "/usr/bin/rustc", "/usr/bin/rust-lld"];

/// `exists` follows links: rust-lld is one, to a linker that is a package of its own.
fn debian_is_complete() -> bool {
    DEBIAN_PROGRAMS.iter().all(|program| Path::new(program).exists())
}

fn install_with_apt() -> Result<()> {
    debian::install(&["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"])?;
    // The link names the package: lld of the version that belongs to the compiler.
    let linker = std::fs::read_link("/usr/bin/rust-lld")?;
    let package = linker.file_name().map(|name| name.to_string_lossy().into_owned());
    debian::install(&[package.as_deref().unwrap_or("lld")])
}
