//! What is filled in before a scan begins.

use crate::scan::{Role, Scan, Sector, Variant};

/// What is filled in before a scan begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Who answers.
    pub role: Role,
    /// The kind of school, once chosen.
    pub sector: Option<Sector>,
    /// How much is asked.
    pub variant: Variant,
    /// The label as typed.
    pub label: String,
    /// Why the scan cannot begin yet.
    pub problem: Option<SetupProblem>,
}

/// Why a scan cannot begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupProblem {
    /// The kind of school is not chosen.
    NoSector,
    /// The label is too long.
    LabelTooLong,
    /// The most scans that are kept are there.
    LibraryFull,
}

impl Draft {
    /// An empty draft.
    pub fn new(role: Role, sector: Option<Sector>) -> Draft {
        // A company does the quick scan on a phone, a school wants the whole picture.
        let variant = match role {
            Role::Company => Variant::Quick,
            Role::School => Variant::Full,
        };
        Draft { role, sector, variant, label: String::new(), problem: None }
    }

    /// What leads to a scan like this one.
    pub fn of(scan: &Scan) -> Draft {
        let label = scan.label.as_str().to_owned();
        Draft { variant: scan.variant, label, ..Draft::new(scan.role, Some(scan.sector)) }
    }
}
