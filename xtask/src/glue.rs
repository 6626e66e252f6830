//! The script that wasm-bindgen writes, with one way to start the module in place of its own four.

use anyhow::{Context, Result};

/// Where it begins to tell how the module is started; nothing else follows.
const STARTING: &str = "let wasmModule, wasmInstance, wasm;";

/// What stands there instead: the loader fetches and compiles.
const OURS: &str = "\
let wasm;

/** Starts a compiled module. */
export default async function (module) {
    const instance = await WebAssembly.instantiate(module, __wbg_get_imports());
    wasm = instance.exports;
    wasm.__wbindgen_start();
}

/** What it exports, once it was started. */
export { wasm };
";

/// The same script, with our start.
pub fn with_our_start(glue: &str) -> Result<String> {
    let (all, _) =
        glue.split_once(STARTING).with_context(|| format!("the glue has no `{STARTING}` any more"))?;
    Ok([all, OURS].concat())
}
