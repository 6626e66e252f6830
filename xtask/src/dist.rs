//! The folder to publish.

use std::fs;
use std::path::Path;
use std::thread;

use anyhow::{Context, Result, anyhow};

use crate::asset::{self, Asset};
use crate::page::{self, Assets};
use crate::styles::Styles;
use crate::{content, project, script, serve, styles, wasm};

/// What is built for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// For the one who works on it: soon, and with reloading.
    Serve,
    /// For everyone: small.
    Release,
}

impl Mode {
    /// The name of folders.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Serve => "serve",
            Mode::Release => "release",
        }
    }
}

/// The files, in the order in which they may be written: the page last.
pub struct Dist(Vec<Asset>);

impl Dist {
    /// Makes a folder hold these files and no others.
    pub fn write(&self, folder: &Path) -> Result<()> {
        asset::write(folder, &self.0)
    }
}

/// Builds everything; what does not wait for each other runs side by side.
pub fn build(mode: Mode) -> Result<Dist> {
    fs::create_dir_all(project::target())?;
    let (wasm, styles, compiled) = thread::scope(|scope| {
        let styles = scope.spawn(styles::bundle);
        let compiled = scope.spawn(content::compile_each_language);
        let wasm = wasm::build(mode);
        (wasm, joined(styles), joined(compiled))
    });
    // The languages first: their problems are an editor's, and the shortest to read.
    let content: Vec<_> = compiled?
        .into_iter()
        .map(|mut compiled| {
            let json = std::mem::take(&mut compiled.json);
            let later = std::mem::take(&mut compiled.later);
            let stepper = std::mem::take(&mut compiled.stepper);
            let json = Asset::hashed(&format!("content.{}", compiled.language), "json", json);
            let later = Asset::hashed(&format!("later.{}", compiled.language), "json", later);
            let stepper = Asset::hashed(&format!("stepper.{}", compiled.language), "json", stepper);
            page::Language { compiled, json, later, stepper }
        })
        .collect();
    let wasm = wasm?;
    let script = Asset::hashed("samenscan", "js", script::bundle(&wasm)?);
    let Styles { first, later } = styles?;
    let styles = Asset::hashed("samenscan", "css", first);
    let later_styles = Asset::hashed("later", "css", later);
    let parts: Vec<_> = wasm
        .parts
        .into_iter()
        .map(|part| {
            let files = part.files.into_iter().map(|file| Asset::hashed(&file.stem, "wasm", file.bytes));
            page::Part { name: part.name, files: files.collect() }
        })
        .collect();
    let wasm = Asset::hashed("samenscan", "wasm", wasm.bytes);
    let icon = Asset::hashed("icon", "svg", read("loader/icon.svg")?);
    let reload = (mode == Mode::Serve).then(|| Asset::named(serve::RELOAD_SCRIPT, serve::RELOAD));

    let template = String::from_utf8(read("index.html")?).context("index.html is not text")?;
    let assets = Assets {
        script: &script,
        styles: &styles,
        wasm: &wasm,
        later_styles: &later_styles,
        parts: &parts,
        icon: &icon,
        content: &content,
        reload: reload.as_ref(),
    };
    let page = Asset::named("index.html", page::render(&template, &assets)?);

    let mut files = vec![script, styles, later_styles, wasm, icon];
    files.extend(content.into_iter().flat_map(|language| [language.json, language.later, language.stepper]));
    files.extend(parts.into_iter().flat_map(|part| part.files));
    files.extend(reload);
    files.push(page);
    Ok(Dist(files))
}

fn read(file: &str) -> Result<Vec<u8>> {
    fs::read(project::root().join(file)).with_context(|| format!("could not read {file}"))
}

fn joined<T>(thread: thread::ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    thread.join().unwrap_or_else(|_| Err(anyhow!("a part of the build panicked")))
}
