//! Many scans together: what a region or a project answered (`docs/formats/group.md`).
//!
//! A [`Group`] keeps each scan in 28 bytes, so that 100,000 fit in a page and can be filtered again. A
//! [`Counting`] goes through them in steps of any size, so that a page stays quick while it counts; it can go on after
//! more scans were added. What it has counted so far, a [`Tally`], takes the same room for ten scans as for 100,000.

mod counting;
mod histogram;
mod rows;

use std::cmp::Ordering;
use std::fmt;

use time::Date;

use super::{AskedStatement, Label, Role, Scan, Sector, StatementOrder, StatementOrders, Variant, packed};
use crate::index::Index;

pub use counting::{AnswerCounts, Counting, Filter, LevelTally, StatementTally, Tally};
pub use histogram::{Histogram, MeanDifference, Points, Quartiles};
pub use rows::{Row, Rows};

/// Scans of which the statistics are wanted.
#[derive(Clone, Debug)]
pub struct Group {
    /// Every statement that any known content version asked, the newest version first.
    statements: Vec<AskedStatement>,
    layouts: Vec<Layout>,
    results: Vec<Kept>,
    /// Where among the results the first of each content stands.
    seen: Index,
    /// The labels of the results that have one, by number.
    labels: Vec<(u32, Label)>,
}

/// What was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// A result that was not there yet, with its number, from 1.
    New(u32),
    /// A result that is the same as an earlier one: role, kind of school, variant, content version, day and all
    /// answers. It is kept, but counted only if the [`Filter`] says so.
    Duplicate {
        /// Its own number.
        number: u32,
        /// The number of the earlier one.
        of: u32,
    },
}

/// Why a scan is not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotAdd {
    /// It is not known what this content version asked.
    UnknownContentVersion(u16),
    /// There are [`Group::MAX`] results already.
    Full,
}

/// A scan without its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Compact {
    /// [`packed::pack`] for the statements that were asked, as bytes, because a `u128` would take more room.
    answers: [u8; 16],
    date: Date,
    /// Where in [`Group::layouts`].
    layout: u16,
    role: Role,
    sector: Sector,
}

#[derive(Clone, Copy, Debug)]
struct Kept {
    compact: Compact,
    is_duplicate: bool,
}

/// What one variant of one content version asked.
#[derive(Clone, Debug)]
struct Layout {
    content_version: u16,
    variant: Variant,
    /// The statements, and where in [`Group::statements`] each stands.
    asked: Vec<(AskedStatement, usize)>,
}

impl Group {
    /// The most results; a page with all of them takes some 15 MB.
    pub const MAX: usize = 200_000;

    /// No results yet, of any of these content versions.
    pub fn new(orders: &StatementOrders) -> Group {
        let mut newest_first: Vec<&StatementOrder> = Vec::new();
        for order in orders.iter() {
            let place = newest_first.partition_point(|other| other.version() > order.version());
            newest_first.insert(place, order);
        }
        let mut group = Group {
            statements: Vec::new(),
            layouts: Vec::new(),
            results: Vec::new(),
            seen: Index::default(),
            labels: Vec::new(),
        };
        for order in newest_first {
            // The full scan first, so that the statements come in its order.
            for variant in [Variant::Full, Variant::Quick] {
                let mut asked = Vec::new();
                for &one in order.asked_in(variant) {
                    asked.push((one, group.column(one)));
                }
                group.layouts.push(Layout { content_version: order.version(), variant, asked });
            }
        }
        group
    }

    /// Where a statement stands among all; its wording makes it another statement.
    fn column(&mut self, asked: AskedStatement) -> usize {
        let same = |one: &AskedStatement| (one.id, one.wording) == (asked.id, asked.wording);
        self.statements.iter().position(same).unwrap_or_else(|| {
            self.statements.push(asked);
            self.statements.len() - 1
        })
    }

    /// Adds one scan.
    ///
    /// # Errors
    /// When its content version is unknown or there are too many.
    pub fn add(&mut self, scan: &Scan) -> Result<Added, CannotAdd> {
        let Scan { role, sector, variant, label, content_version, started_on: _, changed_on, answers } = scan;
        let new = self.results.len();
        let number_of = |place: usize| u32::try_from(place + 1).map_err(|_| CannotAdd::Full);
        let number = number_of(new)?;
        if new >= Group::MAX {
            return Err(CannotAdd::Full);
        }
        let is_it =
            |layout: &Layout| (layout.content_version, layout.variant) == (*content_version, *variant);
        let place = self.layouts.iter().position(is_it);
        let found = place.and_then(|place| Some((u16::try_from(place).ok()?, self.layouts.get(place)?)));
        let (place, layout) = found.ok_or(CannotAdd::UnknownContentVersion(*content_version))?;
        let compact = Compact {
            answers: packed::pack(layout.asked.iter().map(|(one, _)| one), answers).to_le_bytes(),
            date: *changed_on,
            layout: place,
            role: *role,
            sector: *sector,
        };
        let results = &self.results;
        let first = self.seen.find_or_insert(new, &|place| {
            results.get(place).map_or(Ordering::Less, |kept| kept.compact.cmp(&compact))
        });
        let is_duplicate = first != new;
        let of = number_of(first)?;
        self.results.push(Kept { compact, is_duplicate });
        if !label.is_empty() {
            self.labels.push((number, label.clone()));
        }
        Ok(if is_duplicate { Added::Duplicate { number, of } } else { Added::New(number) })
    }

    fn label(&self, number: u32) -> Option<&Label> {
        let place = self.labels.binary_search_by_key(&number, |&(labelled, _)| labelled).ok()?;
        self.labels.get(place).map(|(_, label)| label)
    }

    /// How many results there are, duplicates included.
    pub fn len(&self) -> usize {
        self.results.len()
    }

    /// Whether there are no results yet.
    pub fn is_empty(&self) -> bool {
        self.results.is_empty()
    }

    /// Whether any result came with a label.
    pub fn has_labels(&self) -> bool {
        !self.labels.is_empty()
    }

    /// How many results are the same as an earlier one.
    pub fn duplicates(&self) -> usize {
        self.results.iter().filter(|kept| kept.is_duplicate).count()
    }

    /// The statistics of the results that a filter lets through, all in one go.
    pub fn tally(&self, filter: Filter) -> Tally {
        let mut counting = Counting::new(self, filter);
        counting.step(self, self.results.len());
        counting.into_tally()
    }
}

impl fmt::Display for CannotAdd {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CannotAdd::UnknownContentVersion(version) => {
                write!(formatter, "content version {version} is not known")
            }
            CannotAdd::Full => write!(formatter, "a group has at most {} results", Group::MAX),
        }
    }
}
