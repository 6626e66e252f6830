//! A plan as a JSON file (`docs/formats/plan.md`, `docs/formats/plan.schema.json`).

use crate::json::Json;
use crate::plan::Plan;
use crate::tree::{self, Unreadable};

/// The version this code writes, and the newest it can read.
pub const VERSION: u32 = 1;
/// The largest file that is read, in bytes. The largest plan there can be is well below it.
pub const MAX_BYTES: usize = 1_000_000;

const FORMAT: &str = "samenscan.plan";

/// Why a file is not imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanProblem {
    /// It has more than [`MAX_BYTES`] bytes.
    TooLarge,
    /// It is something else than a plan of ours.
    NotOurs,
    /// It is a plan of ours, but damaged or changed by hand into something impossible.
    Broken,
    /// It was made by a newer version, this one.
    NewerVersion(u64),
}

/// Writes a plan as a file.
pub fn encode(plan: &Plan) -> String {
    tree::write_file(FORMAT, VERSION, "plan", plan)
}

/// Reads a file.
///
/// # Errors
/// When it is not a plan that this version understands.
pub fn decode(text: &str) -> Result<Plan, PlanProblem> {
    if text.len() > MAX_BYTES {
        return Err(PlanProblem::TooLarge);
    }
    // Editors for Windows put a byte order mark in front.
    let text = text.trim_start_matches('\u{FEFF}');
    let Ok(tree) = Json::read(text) else {
        let names_us = super::names(text, FORMAT);
        return Err(if names_us { PlanProblem::Broken } else { PlanProblem::NotOurs });
    };
    if tree.get("format").and_then(Json::as_str) != Some(FORMAT) {
        return Err(PlanProblem::NotOurs);
    }
    match tree.get("version").and_then(Json::as_number) {
        None | Some(0) => return Err(PlanProblem::Broken),
        Some(version) if version > u64::from(VERSION) => return Err(PlanProblem::NewerVersion(version)),
        Some(_) => {}
    }
    tree::read_file(&tree, "plan").map_err(|Unreadable| PlanProblem::Broken)
}
