//! Who answers, about which kind of school, and how much is asked.

use crate::named::named;

named! {
    /// Which party somebody speaks for.
    Role {
        /// A school: its management or its teachers.
        School = "school",
        /// A company.
        Company = "company",
    }
}

impl Role {
    /// The other party.
    pub const fn partner(self) -> Role {
        match self {
            Role::School => Role::Company,
            Role::Company => Role::School,
        }
    }
}

named! {
    /// The kind of school; it sets the words for learner and teacher.
    Sector {
        /// Basisonderwijs (po).
        Primary = "po",
        /// Voortgezet onderwijs (vo).
        Secondary = "vo",
        /// Middelbaar beroepsonderwijs (mbo).
        Vocational = "mbo",
        /// Hoger beroepsonderwijs (hbo).
        HigherProfessional = "hbo",
    }
}

named! {
    /// The four levels of the self-scan (GKC ch. 4), in the order in which they are asked.
    Level {
        /// Strategisch.
        Strategic = "strategic",
        /// Tactisch.
        Tactical = "tactical",
        /// Operationeel.
        Operational = "operational",
        /// De individuele student.
        Student = "student",
    }
}

impl Level {
    /// The level that is asked after this one.
    pub fn next(self) -> Option<Level> {
        let position = Level::ALL.iter().position(|&level| level == self)?;
        Level::ALL.get(position + 1).copied()
    }

    /// The level that is asked before this one.
    pub fn previous(self) -> Option<Level> {
        let position = Level::ALL.iter().position(|&level| level == self)?;
        Level::ALL.get(position.checked_sub(1)?).copied()
    }

    /// The place of this level in the scan, from 1.
    pub fn number(self) -> usize {
        Level::ALL.iter().take_while(|&&level| level != self).count() + 1
    }
}

named! {
    /// How much of the scan somebody fills in.
    Variant {
        /// Three statements per level.
        Quick = "quick",
        /// All statements.
        Full = "full",
    }
}
