//! What people paste or drop, taken apart: many links, or files of ours.
//!
//! Everything here is lazy, so that a page can take a few at a time: [`Lines`] reads a line when it is asked for it.

use crate::link::{self, Link, ReadError};

use super::{Pair, Scan, StatementOrders};

/// How many lines that follow a broken link are tried as the rest of it.
const CONTINUATIONS: usize = 2;

/// What a text is, by its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// JSON: [`crate::export::json`] reads it.
    Json,
    /// A table of ours: [`crate::export::group_csv`] reads it.
    Csv(Separator),
    /// Text with links in it: [`lines`] reads it.
    Links,
}

/// What stands between the cells of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// As we write it.
    #[default]
    Comma,
    /// As a Dutch spreadsheet saves it again.
    Semicolon,
}

impl Separator {
    /// The character.
    pub const fn as_char(self) -> char {
        match self {
            Separator::Comma => ',',
            Separator::Semicolon => ';',
        }
    }

    /// The separator of a table of ours, by its first line.
    fn of(header: &str) -> Option<Separator> {
        let names_us = |separator: &Separator| {
            let mut columns = header.split(separator.as_char());
            header.contains(separator.as_char())
                && columns.any(|column| column.trim_matches('"') == "school_kind")
        };
        [Separator::Comma, Separator::Semicolon].into_iter().find(names_us)
    }
}

impl InputKind {
    /// What a pasted text or the text of a file is.
    pub fn of(text: &str) -> InputKind {
        let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        let first = text.lines().next().unwrap_or_default();
        if text.starts_with('{') {
            InputKind::Json
        } else {
            Separator::of(first).map_or(InputKind::Links, InputKind::Csv)
        }
    }
}

/// What a line of text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The number of the line, from 1.
    pub number: usize,
    /// What was found on it.
    pub found: Result<Found, LineProblem>,
}

/// The scans in one link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// One scan.
    One(Scan),
    /// The scans of both sides.
    Both(Pair),
}

impl Found {
    /// The scans.
    pub fn scans(&self) -> impl Iterator<Item = &Scan> {
        let (first, second) = match self {
            Found::One(scan) => (scan, None),
            Found::Both(pair) => (pair.school(), Some(pair.company())),
        };
        std::iter::once(first).chain(second)
    }
}

/// Why a line gives no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineProblem {
    /// There is no link that can be read.
    Link(ReadError),
    /// There is a link to a plan, which has no answers.
    Plan,
}

impl Found {
    fn in_link(link: Link) -> Result<Found, LineProblem> {
        match link {
            Link::Result(scan) | Link::Invitation(scan) => Ok(Found::One(scan)),
            Link::Both(pair) => Ok(Found::Both(pair)),
            Link::Plan(..) => Err(LineProblem::Plan),
        }
    }
}

/// Reads a text with a link on each line. Empty lines are passed over; a line that is not a whole link may go on
/// in the next two, as long as these have no link of their own.
pub fn lines<'t>(text: &'t str, orders: &'t StatementOrders) -> Lines<'t> {
    lines_from(text, Place::default(), orders)
}

/// The same from a place where an earlier reading of this text stopped.
pub fn lines_from<'t>(text: &'t str, place: Place, orders: &'t StatementOrders) -> Lines<'t> {
    let rest = text.get(place.bytes..).unwrap_or_default();
    Lines { length: text.len(), rest, number: place.lines, orders }
}

/// How far a text was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    bytes: usize,
    lines: usize,
}

impl Place {
    /// How many bytes were read.
    pub fn bytes(self) -> usize {
        self.bytes
    }
}

/// What came of reading a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// It was empty.
    Empty,
    /// It gave a result or a reason.
    Line(Line),
    /// There was none: the text was read.
    End,
}

/// The lines of a text; see [`lines`].
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    length: usize,
    rest: &'t str,
    number: usize,
    orders: &'t StatementOrders,
}

impl<'t> Lines<'t> {
    /// How far the text was read.
    pub fn place(&self) -> Place {
        Place { bytes: self.length - self.rest.len(), lines: self.number }
    }

    /// Reads one line, or with a broken link at most three.
    pub fn step(&mut self) -> Step {
        let Some(line) = self.next_line() else { return Step::End };
        if line.is_empty() {
            return Step::Empty;
        }
        let number = self.number;
        let found = match link::read(line, self.orders) {
            Err(problem @ (ReadError::Incomplete | ReadError::Damaged)) => {
                self.continued(line).ok_or(problem)
            }
            read => read,
        };
        Step::Line(Line { number, found: found.map_err(LineProblem::Link).and_then(Found::in_link) })
    }

    fn next_line(&mut self) -> Option<&'t str> {
        if self.rest.is_empty() {
            return None;
        }
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        self.number += 1;
        Some(line.trim())
    }

    /// A link that begins on this line and goes on in the next ones.
    fn continued(&mut self, line: &str) -> Option<Link> {
        let mut ahead = self.clone();
        let mut joined = String::from(line);
        for _ in 0..CONTINUATIONS {
            let next = ahead.next_line().filter(|next| !next.is_empty() && !link::is_link(next))?;
            if joined.len() + next.len() >= link::MAX_INPUT {
                return None;
            }
            joined.push('\n');
            joined.push_str(next);
            if let Ok(link) = link::read(&joined, self.orders) {
                *self = ahead;
                return Some(link);
            }
        }
        None
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        loop {
            match self.step() {
                Step::Empty => {}
                Step::Line(line) => return Some(line),
                Step::End => return None,
            }
        }
    }
}
