//! The fixed part of a piece of markup.

use std::sync::OnceLock;

/// Begins an element: its tag follows.
pub const OPEN: char = '\u{1}';
/// Names an attribute of the element.
pub const NAME: char = '\u{2}';
/// The value of the attribute that was just named. Without it the value is a hole.
pub const VALUE: char = '\u{3}';
/// A hole.
pub const HOLE: char = '\u{4}';
/// Ends an element.
pub const CLOSE: char = '\u{5}';
/// Text that is always the same follows.
pub const TEXT: char = '\u{6}';

/// The fixed part of what stands in one `html!`.
#[derive(Debug)]
pub struct Template {
    text: &'static str,
    steps: OnceLock<Vec<Step>>,
}

/// What is to be done on the way from one hole to the next.
#[derive(Debug)]
pub enum Step {
    /// Begin an element.
    Open(Shape),
    /// Wait for what comes here.
    Hole,
    /// Put a text here.
    Text(&'static str),
    /// End the element.
    Close,
}

/// What is fixed of an element.
#[derive(Debug)]
pub struct Shape {
    /// Its tag.
    pub tag: &'static str,
    /// The names of its attributes.
    pub names: Vec<&'static str>,
    /// Their values, where they are fixed.
    pub values: Vec<Option<&'static str>>,
}

impl Template {
    /// A template as `html!` writes it down.
    pub const fn new(text: &'static str) -> Template {
        Template { text, steps: OnceLock::new() }
    }

    /// The way through it.
    pub fn steps(&self) -> &[Step] {
        self.steps.get_or_init(|| steps(self.text))
    }
}

fn steps(text: &'static str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = text;
    while let Some(mark) = rest.chars().next() {
        // A mark is one byte long.
        let behind = rest.get(1..).unwrap_or_default();
        let (word, next) = behind.split_at(behind.find(|one| one <= TEXT).unwrap_or(behind.len()));
        rest = next;
        match (mark, steps.last_mut()) {
            (OPEN, _) => steps.push(Step::Open(Shape { tag: word, names: Vec::new(), values: Vec::new() })),
            (CLOSE, _) => steps.push(Step::Close),
            (NAME, Some(Step::Open(shape))) => {
                shape.names.push(word);
                shape.values.push(None);
            }
            (VALUE, Some(Step::Open(shape))) => {
                shape.values.pop();
                shape.values.push(Some(word));
            }
            (HOLE, _) => steps.push(Step::Hole),
            (TEXT, _) => steps.push(Step::Text(word)),
            // A name or a value stands behind the beginning of an element.
            _ => {}
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_through_a_template() {
        let template =
            Template::new("\u{1}p\u{2}class\u{3}big\u{2}id\u{4}\u{1}br\u{5}\u{4}\u{6}, \u{5}\u{4}");
        let way = template.steps().iter().map(|step| match step {
            Step::Open(shape) => format!("{} {:?} {:?}", shape.tag, shape.names, shape.values),
            Step::Hole => "hole".to_owned(),
            Step::Text(text) => format!("text {text:?}"),
            Step::Close => "close".to_owned(),
        });
        let expected = [
            r#"p ["class", "id"] [Some("big"), None]"#,
            "hole",
            "br [] []",
            "close",
            "hole",
            "text \", \"",
            "close",
            "hole",
        ];
        assert_eq!(way.collect::<Vec<_>>(), expected);
    }
}
