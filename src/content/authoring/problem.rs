//! What is wrong with the content, and what to do about it.

use std::fmt;

/// Something that keeps the content from going out, told to the person who edits it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file inside `content/`, such as `scan.toml`.
    pub file: String,
    /// Where in the file, such as `statement S1, school.nl`; empty for the file as a whole.
    pub place: String,
    /// What is wrong: one sentence.
    pub what: String,
    /// What to do about it: one sentence.
    pub remedy: String,
}

impl Problem {
    pub(super) fn new(
        file: &str,
        place: impl Into<String>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Problem {
        Problem { file: file.to_owned(), place: place.into(), what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "content/{}", self.file)?;
        if !self.place.is_empty() {
            write!(formatter, ", {}", self.place)?;
        }
        write!(formatter, ": {} {}", self.what, self.remedy)
    }
}
