//! A scan as a JSON file (`docs/formats/result.md`, `docs/formats/result.schema.json`).

use super::file::{Format, NotOfFormat};
use crate::content::Content;
use crate::record::wire::{ScanProblem, WireScan};
use crate::scan::{Scan, Variant};
use crate::tree::{self, Unreadable};

/// The version this code writes, and the newest it can read.
pub const VERSION: u32 = 1;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 100_000;

const FORMAT: Format = Format { name: "samenscan.result", version: VERSION, max_bytes: MAX_BYTES };

/// Why a file is not imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportProblem {
    /// It has more than [`MAX_BYTES`] bytes.
    TooLarge,
    /// It is something else than a result of ours.
    NotOurs,
    /// It is a result of ours, but damaged or changed by hand into something impossible.
    Broken,
    /// It was made by a newer version.
    Newer,
}

/// Writes a scan as a file.
pub fn encode(scan: &Scan) -> String {
    tree::write_file(FORMAT.name, VERSION, "scan", scan)
}

/// Reads a file.
///
/// # Errors
/// When it is not a result that this version understands.
pub fn decode(text: &str, content: &Content) -> Result<Scan, ImportProblem> {
    let tree = FORMAT.read(text).map_err(|problem| match problem {
        NotOfFormat::TooLarge => ImportProblem::TooLarge,
        NotOfFormat::NotOurs => ImportProblem::NotOurs,
        NotOfFormat::Broken => ImportProblem::Broken,
        NotOfFormat::Newer(_) => ImportProblem::Newer,
    })?;
    let scan: WireScan = tree::read_file(&tree, "scan").map_err(|Unreadable| ImportProblem::Broken)?;
    let scan = scan.into_scan(content).map_err(|problem| match problem {
        ScanProblem::NewerContent => ImportProblem::Newer,
        ScanProblem::Impossible => ImportProblem::Broken,
    })?;
    // What was kept is read before it is known what earlier versions asked, a file is not.
    let never_asked = content
        .earlier_order(&scan)
        .is_some_and(|order| scan.answers.iter().any(|(id, _)| order.asked(Variant::Full, id).is_none()));
    if never_asked { Err(ImportProblem::Broken) } else { Ok(scan) }
}
