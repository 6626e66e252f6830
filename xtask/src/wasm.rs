//! The interface as wasm, with the script that joins it to the browser.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use crate::compact::Compact;
use crate::dist::Mode;
use crate::process::{output, run};
use crate::toolchain::{Std, TARGET, Toolchain};
use crate::{glue, npm, project};

/// What the browser gets.
pub struct Wasm {
    /// What the first answer needs of the module.
    pub bytes: Vec<u8>,
    /// What is fetched later.
    pub parts: Vec<Part>,
    /// Where the script is that wasm-bindgen wrote.
    pub glue: PathBuf,
    /// Where the script is through which the module fetches its parts.
    pub link: PathBuf,
}

/// A part of the module, as `wasm_split` names it in `src/ui/`.
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its files, in the order in which they are instantiated; other parts may share them.
    pub files: Vec<PartFile>,
}

/// A file of a part.
pub struct PartFile {
    /// The beginning of its name.
    pub stem: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What the glue imports the functions from that fetch a part.
pub const LINK: &str = "samenscan-parts";

/// 256 KiB, where a megabyte is the custom: each instance of the page holds its stack in memory.
const STACK: &str = "-Clink-arg=-zstack-size=262144";

/// What tells the parts of the module from each other.
const RELOCATIONS: &str = "-Clink-arg=--emit-relocs";

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
const OPTIMISE: [&str; 6] = [
    "-O1",
    "--dae-optimizing",
    "--duplicate-function-elimination",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Compiles, binds and optimises.
pub fn build(mode: Mode) -> Result<Wasm> {
    let compiled = compile(mode)?;
    let folder = project::target().join("bindgen").join(mode.name());
    let Split { main, link, parts } = split(&compiled, &folder)?;
    Bindgen::new()
        .input_path(main)
        // What the parts share with the first one.
        .keep_lld_exports(true)
        .out_name("samenscan")
        .web(true)?
        .omit_default_module_path(true)
        .typescript(false)
        .remove_name_section(mode == Mode::Release)
        .remove_producers_section(mode == Mode::Release)
        .generate(&folder)
        .context("wasm-bindgen failed")?;
    let module = folder.join("samenscan_bg.wasm");
    let parts = parts.into_iter().map(|(name, stems)| {
        let file = |stem: String| {
            let mut bytes = optimised(mode, &folder.join(&stem).with_extension("wasm"))?;
            if mode == Mode::Release {
                bytes = Compact::new(&bytes)?.bytes;
            }
            Ok(PartFile { stem, bytes })
        };
        Ok(Part { name, files: stems.into_iter().map(file).collect::<Result<_>>()? })
    });
    let parts = parts.collect::<Result<_>>()?;
    let mut bytes = optimised(mode, &module)?;
    let glue = folder.join("samenscan.js");
    let mut script = glue::with_our_start(&fs::read_to_string(&glue)?)?;
    if mode == Mode::Release {
        let compact = Compact::new(&bytes)?;
        script = compact.rename(&script)?;
        bytes = compact.bytes;
    }
    fs::write(&glue, script)?;
    Ok(Wasm { bytes, parts, glue, link })
}

fn optimised(mode: Mode, module: &Path) -> Result<Vec<u8>> {
    if mode == Mode::Release {
        let mut wasm_opt = npm::tool("binaryen/bin/wasm-opt")?;
        wasm_opt.args(OPTIMISE).args(FEATURES).arg(module).arg("-o").arg(module);
        output(&mut wasm_opt)?;
    }
    Ok(fs::read(module)?)
}

struct Split {
    main: PathBuf,
    link: PathBuf,
    /// The parts by name, and the stems of their files.
    parts: BTreeMap<String, Vec<String>>,
}

/// Takes apart what only a function marked with `wasm_split` leads to. The script that comes with it is replaced: it
/// reads `import.meta`, which a classic script has not, and gives up where a server names a wrong type.
fn split(compiled: &Path, folder: &Path) -> Result<Split> {
    let input = fs::read(compiled)?;
    let main = folder.join("samenscan.wasm");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    let done = wasm_split_cli_support::transform(options)
        .map_err(|problem| anyhow!("wasm-split failed: {problem}"))?;
    let parts: BTreeMap<_, _> = done.prefetch_map.into_iter().collect();
    let mut script = String::from("import { part } from \"samenscan-part\";\n");
    for name in parts.keys() {
        script += &format!("export const __wasm_split_load_{name} = part(\"{name}\");\n");
    }
    let link = folder.join(LINK).with_extension("js");
    fs::write(&link, script)?;
    Ok(Split { main, link, parts })
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
    let mut cargo = toolchain.cargo_build(&[STACK, RELOCATIONS]);
    cargo.args(["--package", "samenscan", "--lib", "--profile", profile, "--target-dir"]).arg(&target);
    run(&mut cargo)?;
    Ok(target.join(TARGET).join(folder).join("samenscan.wasm"))
}
