//! A scan as a JSON file (`docs/formats/result.md`, `docs/formats/result.schema.json`).

use crate::content::Content;
use crate::json::Json;
use crate::record::wire::{ScanProblem, WireScan};
use crate::scan::{Scan, Variant};
use crate::tree::{self, Unreadable};

/// The version this code writes, and the newest it can read.
pub const VERSION: u32 = 1;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 100_000;

const FORMAT: &str = "samenscan.result";

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
    tree::write_file(FORMAT, VERSION, "scan", scan)
}

/// Reads a file.
///
/// # Errors
/// When it is not a result that this version understands.
pub fn decode(text: &str, content: &Content) -> Result<Scan, ImportProblem> {
    if text.len() > MAX_BYTES {
        return Err(ImportProblem::TooLarge);
    }
    // Editors for Windows put a byte order mark in front.
    let text = text.trim_start_matches('\u{FEFF}');
    let tree = Json::read(text).ok();
    let field = |name| tree.as_ref().and_then(|tree| tree.get(name));
    let (Some(tree), Some(format), Some(version)) =
        (&tree, field("format").and_then(Json::as_str), field("version").and_then(Json::as_number))
    else {
        let names_us = super::names(text, FORMAT);
        return Err(if names_us { ImportProblem::Broken } else { ImportProblem::NotOurs });
    };
    if format != FORMAT {
        return Err(ImportProblem::NotOurs);
    }
    if version > u64::from(VERSION) {
        return Err(ImportProblem::Newer);
    }
    if version == 0 {
        return Err(ImportProblem::Broken);
    }
    let scan: WireScan = tree::read_file(tree, "scan").map_err(|Unreadable| ImportProblem::Broken)?;
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
