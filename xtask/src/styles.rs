//! The style sheets of the page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::output;
use crate::script::BROWSERS;
use crate::{npm, project};

/// Forced colours and print overrule everything, so they stand at the end of both sheets.
const LAST: &str = "z-media.css";

/// What the page begins with, and what comes with the rest of the module.
pub struct Styles {
    /// `styles/*.css`.
    pub first: Vec<u8>,
    /// `styles/later/*.css`.
    pub later: Vec<u8>,
}

/// Joins and shrinks the styles.
pub fn bundle() -> Result<Styles> {
    let folder = project::root().join("styles");
    let first = files(&folder)?;
    let mut later = files(&folder.join("later"))?;
    later.push(folder.join(LAST));
    Ok(Styles { first: shrunk("samenscan.css", &first)?, later: shrunk("later.css", &later)? })
}

fn shrunk(name: &str, files: &[PathBuf]) -> Result<Vec<u8>> {
    let mut joined = String::new();
    for file in files {
        joined += &fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))?;
        joined.push('\n');
    }
    let file = project::target().join(name);
    fs::write(&file, joined)?;
    let mut esbuild = npm::tool("esbuild/bin/esbuild")?;
    esbuild.arg(file).args(["--minify", "--charset=utf8", "--log-level=warning", BROWSERS]);
    Ok(output(&mut esbuild)?.into_bytes())
}

/// First the tokens, then what holds everywhere, then the parts by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))? {
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
