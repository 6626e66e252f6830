//! Texts that somebody types into a plan: of limited length, refused when longer, never cut.

use crate::to_text::ToText;
use std::fmt;

/// The text has more characters than fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// How many characters the text has.
    pub characters: usize,
    /// How many fit.
    pub most: usize,
}

/// One line of at most [`Line::MAX`] characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Line(String);

impl Line {
    /// The longest line, in characters.
    pub const MAX: usize = 200;

    /// A line of this text; line breaks, control characters and characters that change the direction of reading
    /// become spaces, all else stays as it is typed.
    ///
    /// # Errors
    /// When it has more than [`Line::MAX`] characters.
    pub fn new(text: &str) -> Result<Line, TooLong> {
        let line = text.chars().map(|c| if is_harmful(c) || is_line_break(c) { ' ' } else { c }).collect();
        at_most(line, Line::MAX).map(Line)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing in it but spaces.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

/// A text of at most [`Note::MAX`] characters, which may have several lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Note(String);

impl Note {
    /// The longest note, in characters.
    pub const MAX: usize = 2000;

    /// A note of this text; every line break becomes the same one, and harmful characters become spaces as in
    /// [`Line::new`].
    ///
    /// # Errors
    /// When it has more than [`Note::MAX`] characters.
    pub fn new(text: &str) -> Result<Note, TooLong> {
        let mut before = ' ';
        let mut is_second_half = |&c: &char| std::mem::replace(&mut before, c) == '\r' && c == '\n';
        let note = text
            .chars()
            .filter(|c| !is_second_half(c))
            .map(|c| match c {
                '\t' => '\t',
                c if is_line_break(c) => '\n',
                c if is_harmful(c) => ' ',
                c => c,
            })
            .collect();
        at_most(note, Note::MAX).map(Note)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing in it but white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

fn at_most(text: String, most: usize) -> Result<String, TooLong> {
    let characters = text.chars().count();
    if characters > most { Err(TooLong { characters, most }) } else { Ok(text) }
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters, and those that could make a text read as something else than it is.
fn is_harmful(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

impl ToText for Line {
    fn to_text(&self) -> String {
        self.0.clone()
    }
}

impl fmt::Display for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl ToText for Note {
    fn to_text(&self) -> String {
        self.0.clone()
    }
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_of_limited_length() {
        assert_eq!(Line::new("Bel\nde school\t\u{0}nu ").unwrap().as_str(), "Bel de school  nu ");
        assert_eq!(Line::new("a\u{202E}b\u{2028}c").unwrap().as_str(), "a b c");
        assert_eq!(Line::new("<b>=1+1</b>").unwrap().as_str(), "<b>=1+1</b>");
        assert!(Line::new(&"é".repeat(200)).is_ok());
        assert_eq!(Line::new(&"é".repeat(201)), Err(TooLong { characters: 201, most: 200 }));
        assert!(Line::new("  ").unwrap().is_blank());
    }

    #[test]
    fn a_note_keeps_its_lines() {
        assert_eq!(
            Note::new("een\r\ntwee\rdrie\u{2029}vier\u{1}").unwrap().as_str(),
            "een\ntwee\ndrie\nvier "
        );
        assert_eq!(Note::new(&"x".repeat(10_000)), Err(TooLong { characters: 10_000, most: 2000 }));
        assert!(Note::new("\n \t").unwrap().is_blank());
    }
}
