//! How much a reader has to fetch.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process::{command, output};
use crate::project;

/// budget.toml.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    first_answer_brotli_bytes: usize,
}

/// A file as it goes over the line, by the three ways a server may send it.
#[derive(Deserialize)]
struct Size {
    #[serde(default)]
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the size of every file and of what the first answer needs, and fails where that is over the budget.
pub fn report(dist: &Path) -> Result<ExitCode> {
    let budget =
        fs::read_to_string(project::root().join("budget.toml")).context("could not read budget.toml")?;
    let budget: Budget = toml::from_str(&budget).context("budget.toml")?;
    let sizes = measure(dist)?;
    println!("{:<40}{:>10}{:>10}{:>10}", "file", "raw", "gzip", "brotli");
    for size in &sizes {
        print(size);
    }
    let total = first_answer(&sizes);
    print(&total);
    let (used, allowed) = (total.brotli, budget.first_answer_brotli_bytes);
    if used > allowed {
        println!("over the budget of {allowed} bytes (brotli) by {}", used - allowed);
        return Ok(ExitCode::FAILURE);
    }
    println!("within the budget of {allowed} bytes (brotli), {} left", allowed - used);
    Ok(ExitCode::SUCCESS)
}

fn print(size: &Size) {
    println!("{:<40}{:>10}{:>10}{:>10}", size.name, size.raw, size.gzip, size.brotli);
}

/// By Node, which is there for the build and has both compressors built in: as crates they would cost every first
/// build half a minute.
fn measure(dist: &Path) -> Result<Vec<Size>> {
    let mut files = Vec::new();
    for file in fs::read_dir(dist).context("there is no dist/: run `cargo xtask dist` first")? {
        files.push(file?.path());
    }
    files.sort();
    let mut node = command("node");
    node.arg(project::root().join("xtask/src/size/measure.mjs")).args(&files);
    let mut sizes: Vec<Size> = serde_json::from_str(&output(&mut node)?)?;
    for (size, file) in sizes.iter_mut().zip(&files) {
        size.name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    }
    Ok(sizes)
}

/// The page with all it loads, and the largest of the languages.
fn first_answer(sizes: &[Size]) -> Size {
    let is_language = |size: &&Size| size.name.starts_with("content.");
    let needed =
        |size: &&Size| ["index.html", "samenscan.", "icon."].iter().any(|start| size.name.starts_with(start));
    let largest = sizes.iter().filter(is_language).max_by_key(|size| size.brotli);
    let mut total = Size { name: "until the first answer".to_owned(), raw: 0, gzip: 0, brotli: 0 };
    for size in sizes.iter().filter(needed).chain(largest) {
        total.raw += size.raw;
        total.gzip += size.gzip;
        total.brotli += size.brotli;
    }
    total
}
