//! What is told after many texts were read.

use std::rc::Rc;

use crate::export::group_csv::{CsvProblem, WhyRefused};
use crate::export::json::ImportProblem;
use crate::scan::intake::LineProblem;

/// The first of many, and how many there are: who pasted the wrong file does not want a list of 10,000 reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<T> {
    first: Vec<T>,
    count: u32,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Listed { first: Vec::new(), count: 0 }
    }
}

impl<T> Listed<T> {
    /// The most that are listed.
    pub const MOST: usize = 20;

    /// Adds one.
    pub fn push(&mut self, one: T) {
        self.count += 1;
        if self.first.len() < Self::MOST {
            self.first.push(one);
        }
    }

    /// The first ones.
    pub fn first(&self) -> &[T] {
        &self.first
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// How many there are besides the first ones.
    pub fn more(&self) -> u32 {
        self.count.saturating_sub(u32::try_from(self.first.len()).unwrap_or(u32::MAX))
    }
}

/// Something that gave no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The name of the file; what was pasted has none.
    pub source: Option<Rc<str>>,
    /// The line or row, from 1, if it is not about the whole file.
    pub line: Option<usize>,
    /// Why.
    pub why: WhyNot,
}

/// Why something gave no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// There were more files than [`super::MAX_FILES`] before it.
    TooManyFiles,
    /// It has more bytes than [`super::MAX_BYTES`], or [`super::MAX_LINKS`] if there are links in it.
    TooLarge,
    /// With the files before it, it has more bytes than [`super::MAX_BYTES_IN_ALL`].
    TooMuch,
    /// It is no text, or the browser could not read it.
    Unreadable,
    /// The line has no result.
    Line(LineProblem),
    /// The file is no result.
    File(ImportProblem),
    /// The table is not ours.
    Table(CsvProblem),
    /// The row is not right.
    Row(WhyRefused),
    /// It is not known what this content version asked.
    OtherContentVersion,
    /// There is no room in the group.
    Full,
}

/// A result that was there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twice {
    /// The name of the file; what was pasted has none.
    pub source: Option<Rc<str>>,
    /// The line, if it came in a link.
    pub line: Option<usize>,
    /// Its own number.
    pub number: u32,
    /// The number of the one it equals.
    pub of: u32,
}
