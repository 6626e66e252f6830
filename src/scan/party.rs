//! Who answers, about which kind of school, and how much is asked.

use serde::{Deserialize, Serialize};

/// Names the variants of an enum as they stand in content, files and addresses.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// Every variant, in the order in which they are shown.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The name in content, files and addresses.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }

            /// The variant of that name.
            pub fn from_name(name: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|variant| variant.as_str() == name)
            }
        }
    };
}

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
