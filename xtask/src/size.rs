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
    everything_brotli_bytes: usize,
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
    let (first, everything) = (first_answer(&sizes), everything(&sizes));
    print(&first);
    print(&everything);
    let held =
        [hold(&first, budget.first_answer_brotli_bytes), hold(&everything, budget.everything_brotli_bytes)];
    Ok(if held == [true; 2] { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Says whether a size is within its budget.
fn hold(size: &Size, allowed: usize) -> bool {
    let Size { name, brotli: used, .. } = size;
    match allowed.checked_sub(*used) {
        Some(left) => println!("{name}: within the budget of {allowed} bytes (brotli), {left} left"),
        None => println!("{name}: over the budget of {allowed} bytes (brotli) by {}", used - allowed),
    }
    *used <= allowed
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

/// The page with all it loads before the first answer can be given, in the largest of the languages.
fn first_answer(sizes: &[Size]) -> Size {
    let start = ["index.html", "samenscan.", "icon."];
    let needed = sizes.iter().filter(|size| start.iter().any(|start| size.name.starts_with(start)));
    sum("until the first answer", needed.chain(largest(sizes, "content.")))
}

/// What somebody fetches who uses everything there is, in one language.
fn everything(sizes: &[Size]) -> Size {
    let in_languages = ["content.", "later.", "stepper."];
    let common = sizes.iter().filter(|size| !in_languages.iter().any(|start| size.name.starts_with(start)));
    sum("everything", common.chain(in_languages.iter().filter_map(|start| largest(sizes, start))))
}

fn largest<'s>(sizes: &'s [Size], start: &str) -> Option<&'s Size> {
    sizes.iter().filter(|size| size.name.starts_with(start)).max_by_key(|size| size.brotli)
}

fn sum<'s>(name: &str, sizes: impl Iterator<Item = &'s Size>) -> Size {
    sizes.fold(Size { name: name.to_owned(), raw: 0, gzip: 0, brotli: 0 }, |sum, size| Size {
        raw: sum.raw + size.raw,
        gzip: sum.gzip + size.gzip,
        brotli: sum.brotli + size.brotli,
        ..sum
    })
}
