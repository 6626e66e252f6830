//! A school and a company that filled in the same scan.

use super::{Role, Scan};

/// The scans of a school and a company; never of two schools or two companies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    school: Scan,
    company: Scan,
}

/// Both scans are of the same party, so they show no two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SameRole(pub Role);

impl Pair {
    /// Two scans in whichever order they come.
    ///
    /// # Errors
    /// When both are of a school or both of a company.
    pub fn of(one: Scan, other: Scan) -> Result<Pair, SameRole> {
        match (one.role, other.role) {
            (Role::School, Role::Company) => Ok(Pair { school: one, company: other }),
            (Role::Company, Role::School) => Ok(Pair { school: other, company: one }),
            (role, _) => Err(SameRole(role)),
        }
    }

    /// The scan of one side.
    pub fn get(&self, role: Role) -> &Scan {
        match role {
            Role::School => &self.school,
            Role::Company => &self.company,
        }
    }

    /// The scan of the school.
    pub fn school(&self) -> &Scan {
        &self.school
    }

    /// The scan of the company.
    pub fn company(&self) -> &Scan {
        &self.company
    }
}
