//! A plan as a JSON file (`docs/formats/plan.md`, `docs/formats/plan.schema.json`).

use super::file::{Format, NotOfFormat};
use crate::plan::Plan;
use crate::tree::{self, Unreadable};

/// The version this code writes, and the newest it can read.
pub const VERSION: u32 = 1;
/// The largest file that is read, in bytes. The largest plan there can be is well below it.
pub const MAX_BYTES: usize = 1_000_000;

const FORMAT: Format = Format { name: "samenscan.plan", version: VERSION, max_bytes: MAX_BYTES };

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
    tree::write_file(FORMAT.name, VERSION, "plan", plan)
}

/// Reads a file.
///
/// # Errors
/// When it is not a plan that this version understands.
pub fn decode(text: &str) -> Result<Plan, PlanProblem> {
    let tree = FORMAT.read(text).map_err(|problem| match problem {
        NotOfFormat::TooLarge => PlanProblem::TooLarge,
        NotOfFormat::NotOurs => PlanProblem::NotOurs,
        NotOfFormat::Broken => PlanProblem::Broken,
        NotOfFormat::Newer(version) => PlanProblem::NewerVersion(version),
    })?;
    tree::read_file(&tree, "plan").map_err(|Unreadable| PlanProblem::Broken)
}
