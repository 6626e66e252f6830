//! Plain text in the making.

/// A text of which every line ends with a line break.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds a line.
    pub(super) fn push(&mut self, line: &str) {
        self.join(&[line]);
    }

    /// Adds a line that is made of these parts.
    pub(super) fn join(&mut self, parts: &[&str]) {
        for part in parts {
            self.0.push_str(part);
        }
        self.0.push('\n');
    }

    /// Adds an empty line and the line that begins what follows.
    pub(super) fn begin(&mut self, heading: &str) {
        self.join(&["\n", heading]);
    }

    /// Adds each line of a text, indented.
    pub(super) fn indent(&mut self, text: &str) {
        for line in text.lines() {
            self.join(&["   ", line]);
        }
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.0
    }
}
