//! The one script of the page: the loader and the glue of wasm-bindgen.

use std::path::Path;

use anyhow::Result;

use crate::process::output;
use crate::wasm::{LINK, Wasm};
use crate::{npm, project};

/// What the browsers that we support understand; also of styles.
pub const BROWSERS: &str = "--target=chrome109,edge109,firefox115,safari15.6";

/// Bundles the loader with the glue into a classic script: it also runs where modules cannot, in a sandboxed frame.
pub fn bundle(wasm: &Wasm) -> Result<Vec<u8>> {
    let mut esbuild = npm::tool("esbuild/bin/esbuild")?;
    let loader = project::root().join("loader");
    esbuild.arg(loader.join("boot.js"));
    let mut alias = |name: &str, file: &Path| {
        esbuild.arg(format!("--alias:{name}={}", file.display()));
    };
    alias("samenscan", &wasm.glue);
    alias(LINK, &wasm.link);
    alias("samenscan-part", &loader.join("parts.js"));
    esbuild.args([
        "--bundle",
        "--format=iife",
        "--minify",
        "--charset=utf8",
        "--log-level=warning",
        BROWSERS,
    ]);
    Ok(output(&mut esbuild)?.into_bytes())
}
