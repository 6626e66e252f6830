//! Writing JSON.

/// How it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Without any space, for what only programs read.
    Compact,
    /// Every field and entry on its own line, for files that people open.
    Lines,
}

/// Writes values one after the other. What it is told to write must make one JSON value.
#[derive(Debug)]
pub struct Writer {
    text: String,
    layout: Layout,
    depth: usize,
    /// Whether nothing stands yet in the list or object that is open.
    is_empty: bool,
}

impl Writer {
    /// Writes nothing yet.
    pub const fn new(layout: Layout) -> Writer {
        Writer { text: String::new(), layout, depth: 0, is_empty: true }
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    /// Writes `null`, `true`, `false` or a number.
    pub fn word(&mut self, word: &str) {
        self.text.push_str(word);
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            let short = match character {
                '"' => '"',
                '\\' => '\\',
                '\u{8}' => 'b',
                '\u{C}' => 'f',
                '\n' => 'n',
                '\r' => 'r',
                '\t' => 't',
                '\0'..' ' => {
                    let code = character as u32;
                    self.text.push_str("\\u00");
                    for digit in [code >> 4, code & 15] {
                        self.text.push(char::from_digit(digit, 16).unwrap_or('0'));
                    }
                    continue;
                }
                _ => {
                    self.text.push(character);
                    continue;
                }
            };
            self.text.push('\\');
            self.text.push(short);
        }
        self.text.push('"');
    }

    /// Begins a list or an object with its bracket.
    pub fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
        self.is_empty = true;
    }

    /// Ends it.
    pub fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !self.is_empty {
            self.new_line();
        }
        self.text.push(bracket);
        self.is_empty = false;
    }

    /// Begins an entry of the list that is open.
    #[inline(never)]
    pub fn entry(&mut self) {
        if !self.is_empty {
            self.text.push(',');
        }
        self.is_empty = false;
        self.new_line();
    }

    /// Begins a field of the object that is open.
    #[inline(never)]
    pub fn field(&mut self, name: &str) {
        self.entry();
        self.text(name);
        self.text.push_str(if self.layout == Layout::Lines { ": " } else { ":" });
    }

    fn new_line(&mut self) {
        if self.layout == Layout::Lines {
            self.text.push('\n');
            for _ in 0..self.depth {
                self.text.push_str("  ");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn write(value: &Value, to: &mut Writer) {
        match value {
            Value::String(text) => to.text(text),
            Value::Array(list) => {
                to.open('[');
                for value in list {
                    to.entry();
                    write(value, to);
                }
                to.close(']');
            }
            Value::Object(fields) => {
                to.open('{');
                for (name, value) in fields {
                    to.field(name);
                    write(value, to);
                }
                to.close('}');
            }
            other => to.word(&other.to_string()),
        }
    }

    fn check(value: &Value) {
        let written = |layout| {
            let mut writer = Writer::new(layout);
            write(value, &mut writer);
            writer.finish()
        };
        assert_eq!(written(Layout::Compact), serde_json::to_string(value).unwrap());
        assert_eq!(written(Layout::Lines), serde_json::to_string_pretty(value).unwrap());
    }

    #[test]
    fn writes_as_others_do() {
        check(&serde_json::json!({ "a": [], "b": {}, "c": [[], {}, 1, null, true], "d": { "e": "é" } }));
        check(&Value::String(('\0'..'\u{100}').collect()));
    }

    proptest! {
        #[test]
        fn writes_any_text_as_others_do(text in proptest::collection::vec(any::<char>(), 0..20)) {
            check(&Value::String(text.into_iter().collect()));
        }
    }
}
