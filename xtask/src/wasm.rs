//! The interface as wasm, with the script that joins it to the browser.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::dist::Mode;
use crate::process::{output, run};
use crate::toolchain::{Std, TARGET, Toolchain};
use crate::{npm, project};

/// What the browser gets.
pub struct Wasm {
    /// The module.
    pub bytes: Vec<u8>,
    /// Where the script is that wasm-bindgen wrote.
    pub glue: PathBuf,
}

/// 256 KiB, where a megabyte is the custom: each instance of the page holds its stack in memory.
const STACK: &str = "-Clink-arg=-zstack-size=262144";

/// The features of the browsers that we support. Not all that wasm-opt knows: it would write what they refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What wasm-opt does, measured by brotli. Its usual `-Os` makes the module smaller but also less regular: it inlines
/// what brotli would have found to be the same, and 4 % more goes over the line.
const OPTIMISE: [&str; 3] = ["-O1", "--dae-optimizing", "--duplicate-function-elimination"];

/// Compiles, binds and optimises.
pub fn build(mode: Mode) -> Result<Wasm> {
    let compiled = compile(mode)?;
    let folder = project::target().join("bindgen").join(mode.name());
    Bindgen::new()
        .input_path(compiled)
        .out_name("samenscan")
        .web(true)?
        // The loader says where the module is.
        .omit_default_module_path(true)
        .typescript(false)
        .remove_name_section(mode == Mode::Release)
        .remove_producers_section(mode == Mode::Release)
        .generate(&folder)
        .context("wasm-bindgen failed")?;
    let module = folder.join("samenscan_bg.wasm");
    if mode == Mode::Release {
        let mut wasm_opt = npm::tool("binaryen/bin/wasm-opt")?;
        wasm_opt.args(OPTIMISE).args(FEATURES).arg(&module).arg("-o").arg(&module);
        output(&mut wasm_opt)?;
    }
    Ok(Wasm { bytes: fs::read(module)?, glue: folder.join("samenscan.js") })
}

fn compile(mode: Mode) -> Result<PathBuf> {
    let (std, profile, folder) = match mode {
        Mode::Serve => (Std::Prebuilt, "dev", "debug"),
        Mode::Release => (Std::FromSource, "release", "release"),
    };
    let toolchain = Toolchain::find(std)?;
    eprintln!("building the wasm {}", toolchain.describe());
    // A target folder of its own: another compiler in the same one would undo the other's work.
    let target = project::target().join("wasm");
    let mut cargo = toolchain.cargo_build(&[STACK]);
    cargo.args(["--package", "samenscan", "--lib", "--profile", profile, "--target-dir"]).arg(&target);
    run(&mut cargo)?;
    Ok(target.join(TARGET).join(folder).join("samenscan.wasm"))
}
