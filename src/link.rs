//! A scan or a plan and the text in a link, both ways (`docs/formats/link.md`).
//!
//! The text stands behind the `#` of an address, so a browser sends it to nobody. It begins with a letter, the
//! format version and a hyphen (`r1-`); routes begin with a slash, so neither is taken for the other. [`read`]
//! forgives what mail, chat and paper do to a link, and refuses anything else with a [`ReadError`].

mod frame;
mod header;
mod parse;
mod plan;
mod scans;
mod symbols;
#[cfg(test)]
mod tests;
mod text;
mod tidy;

use crate::plan::Plan;
use crate::scan::{Pair, Scan};

pub use header::Header;
pub use parse::{is_in_address, is_link, read};
pub use plan::{TextsIn, with_content, write_plan};
pub use scans::{LabelIn, write_both, write_invitation, write_result};

/// The version of the format that is written: one symbol of the marker, so below 59.
pub const VERSION: u32 = 1;
/// The value of that symbol.
const FORMAT: u8 = VERSION as u8;
/// A link with more characters than this may be cut off by a mail program (Outlook: at 1,024).
pub const WARN_ABOVE: usize = 1_000;
/// No link has more characters than this (Teams cuts off an address at 2,048).
pub const MAX_LENGTH: usize = 1_900;
/// The longest text, in bytes, in which a link is sought.
pub const MAX_INPUT: usize = 16_384;

/// What a link carries. Labels are there only if the sender chose so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// A scan, to look at. A link carries one day, so both days of the scan are that of its last change.
    Result(Scan),
    /// A scan of somebody who asks the partner to fill in the same one before looking at this one.
    Invitation(Scan),
    /// The scans of both sides: the answer to an invitation.
    Both(Pair),
    /// A plan. Without texts, what comes from the content has its id only: [`with_content`] gives it its texts.
    Plan(Box<Plan>, TextsIn),
}

/// The text behind the `#` of an address, without the `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment(String);

impl Fragment {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the sender should be warned that some mail programs may cut it off.
    pub fn is_long(&self) -> bool {
        self.0.len() > WARN_ABOVE
    }
}

/// Why something cannot be put in a link; a file can carry it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The statements of this content version are not known.
    UnknownContentVersion(u16),
    /// The scan was last changed before 2026 or after February 2136: the clock must have been wrong.
    DateOutOfRange,
    /// The link would have this many characters, more than [`MAX_LENGTH`].
    TooLong(usize),
}

/// Why a text gives no [`Link`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is no link of ours in it.
    NotALink,
    /// It is longer than any link can be.
    TooLong,
    /// It begins as a link but stops too early: it was cut off.
    Incomplete,
    /// A character was changed, left out or added.
    Damaged,
    /// The link is intact, but says something that only a newer version of this page knows.
    Newer,
    /// The link is intact, but about statements that this page does not know; this is what can be shown.
    OtherContentVersion(Header),
}

/// What a link carries, as its first character says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Result,
    Invitation,
    Both,
    Plan,
}

impl Kind {
    const ALL: [Kind; 4] = [Kind::Result, Kind::Invitation, Kind::Both, Kind::Plan];

    const fn letter(self) -> char {
        match self {
            Kind::Result => 'r',
            Kind::Invitation => 'm',
            Kind::Both => 'b',
            Kind::Plan => 'p',
        }
    }

    /// A capital counts too: telephones begin a line with one.
    fn from_letter(letter: char) -> Option<Kind> {
        let letter = letter.to_ascii_lowercase();
        Kind::ALL.into_iter().find(|kind| kind.letter() == letter)
    }
}
