//! How much a reader has to fetch.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Deserialize;

use crate::project;

/// budget.toml.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    first_answer_brotli_bytes: usize,
}

/// A file as it goes over the line, by the three ways a server may send it.
struct Size {
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

fn measure(dist: &Path) -> Result<Vec<Size>> {
    let mut sizes = Vec::new();
    let files = fs::read_dir(dist).context("there is no dist/: run `cargo xtask dist` first")?;
    for file in files {
        let path = file?.path();
        let bytes = fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        sizes.push(Size { name, raw: bytes.len(), gzip: gzip(&bytes)?, brotli: brotli(&bytes)? });
    }
    sizes.sort_by(|a, b| a.name.cmp(&b.name));
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

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed.len())
}
