//! One filled-in scan.

use std::fmt;

use time::Date;

use super::{Answers, Role, ScanResult, Sector, StatementId, Variant};
use crate::content::Content;
use crate::to_text::ToText;

/// A scan that somebody filled in, or is filling in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Who answers.
    pub role: Role,
    /// The kind of school; for a company the kind it works with.
    pub sector: Sector,
    /// How much is asked.
    pub variant: Variant,
    /// Which partner or project it is about; may be empty.
    pub label: Label,
    /// The content version of the statements that were answered.
    pub content_version: u16,
    /// The day of the first answer.
    pub started_on: Date,
    /// The day of the last change.
    pub changed_on: Date,
    /// The answers.
    pub answers: Answers,
}

impl Scan {
    /// What the answers say.
    pub fn result(&self, content: &Content) -> ScanResult {
        ScanResult::new(self, content)
    }

    /// The statements that this scan asks, that are still there and that have no answer yet, in scan order.
    pub fn unanswered<'c>(&'c self, content: &'c Content) -> impl Iterator<Item = StatementId> + 'c {
        let open = |id: &StatementId| self.answers.get(*id).is_none();
        content.asked_by(self).map(|statement| statement.id).filter(open)
    }
}

/// A name that somebody gives to a scan: one line of at most [`Label::MAX`] characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(String);

/// The text does not fit in a [`Label`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelTooLong;

impl Label {
    /// The longest label, in characters.
    pub const MAX: usize = 80;

    /// A label of this text: white space and control characters become single spaces.
    ///
    /// # Errors
    /// When more than [`Label::MAX`] characters remain.
    pub fn new(text: &str) -> Result<Label, LabelTooLong> {
        // Directional controls could make a label read as something else than it is.
        let is_gap = |c: char| {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        };
        let mut label = String::new();
        for word in text.split(is_gap) {
            if !word.is_empty() {
                label.push_str(if label.is_empty() { "" } else { " " });
                label.push_str(word);
            }
        }
        if label.chars().count() > Label::MAX { Err(LabelTooLong) } else { Ok(Label(label)) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no label.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl ToText for Label {
    fn to_text(&self) -> String {
        self.0.clone()
    }
}

impl fmt::Display for Label {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_one_line_of_limited_length() {
        assert_eq!(Label::new("  Bakkerij \n Jansen\t").unwrap().as_str(), "Bakkerij Jansen");
        assert_eq!(Label::new("a\u{202E}b\u{0}c").unwrap().as_str(), "a b c");
        assert_eq!(Label::new(&"é".repeat(80)).unwrap().as_str().chars().count(), 80);
        assert_eq!(Label::new(&"é".repeat(81)), Err(LabelTooLong));
        assert!(Label::new(" \n ").unwrap().is_empty());
    }
}
