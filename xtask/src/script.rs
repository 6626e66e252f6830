//! The one script of the page: the loader and the glue of wasm-bindgen.

use std::path::Path;

use anyhow::Result;

use crate::process::output;
use crate::{npm, project};

/// What the browsers that we support understand; also of styles.
pub const BROWSERS: &str = "--target=chrome109,edge109,firefox115,safari15.6";

/// Bundles the loader with the glue into a classic script: it also runs where modules cannot, in a sandboxed frame.
pub fn bundle(glue: &Path) -> Result<Vec<u8>> {
    let mut esbuild = npm::tool("esbuild/bin/esbuild")?;
    esbuild.arg(project::root().join("loader/boot.js"));
    esbuild.arg(format!("--alias:samenscan={}", glue.display()));
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
