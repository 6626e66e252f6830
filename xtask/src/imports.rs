//! Short names for what the module imports. wasm-bindgen ends each name with a hash, which no compression makes smaller
//! and which stands in the module and in its glue: 4.7 kB (brotli) together.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser};

/// What the names begin with that wasm-bindgen has put a hash behind.
const HASHED: &str = "__wbg_";
/// What the short names begin with: nothing else in the glue does.
const SHORT: &str = "$";

/// The module with short names; the glue is changed in its file.
pub fn shorten(module: &[u8], glue: &Path) -> Result<Vec<u8>> {
    let mut shortened = Module::new();
    let mut names = Names::default();
    names.parse_core_module(&mut shortened, Parser::new(0), module)?;
    ensure!(!names.0.is_empty(), "no name begins with {HASHED} any more");
    let mut script = fs::read_to_string(glue).with_context(|| format!("reading {}", glue.display()))?;
    for (long, short) in &names.0 {
        ensure!(script.contains(long), "the glue does not know {long}");
        script = script.replace(long, short);
    }
    fs::write(glue, script)?;
    Ok(shortened.finish())
}

/// The short names by the long ones.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Reencode for Names {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            if import.name.starts_with(HASHED) {
                let number = self.0.len();
                let name = import.name.to_owned();
                let short = self.0.entry(name).or_insert_with(|| format!("{SHORT}{number:x}"));
                imports.import(import.module, short, kind);
            } else {
                imports.import(import.module, import.name, kind);
            }
        }
        Ok(())
    }
}
