//! The one style sheet of the page.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::process::output;
use crate::script::BROWSERS;
use crate::{npm, project};

/// Joins and shrinks `styles/*.css`.
pub fn bundle() -> Result<Vec<u8>> {
    let mut joined = String::new();
    for file in files()? {
        joined += &fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
        joined.push('\n');
    }
    let file = project::target().join("samenscan.css");
    fs::write(&file, joined)?;
    let mut esbuild = npm::tool("esbuild/bin/esbuild")?;
    esbuild.arg(file).args(["--minify", "--charset=utf8", "--log-level=warning", BROWSERS]);
    Ok(output(&mut esbuild)?.into_bytes())
}

/// First the tokens, then what holds everywhere, then the parts by name.
fn files() -> Result<Vec<PathBuf>> {
    let folder = project::root().join("styles");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("could not read {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            files.push(path);
        }
    }
    files.sort_by_key(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let rank = ["tokens.css", "base.css"].iter().position(|first| *first == name).unwrap_or(2);
        (rank, name)
    });
    Ok(files)
}
