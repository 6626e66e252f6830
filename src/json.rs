//! JSON as a tree, and a writer of JSON. Why it is our own: `ARCHITECTURE.md`, 'Why not the obvious other way?'.
//!
//! Whatever is JSON reads, so that a file from elsewhere or of a newer version can be told from a damaged one; two
//! things are less than the standard allows. Only whole numbers from zero have their value: no format of ours has
//! others. And a tree is at most [`DEPTH`] deep: ours stay well below, and a hostile one cannot exhaust the stack.
//!
//! [`crate::tree`] reads our types from a tree and writes them.

mod read;
mod write;

pub use write::{Layout, Writer};

/// How deep lists and objects can lie in each other.
pub const DEPTH: u8 = 32;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number from zero.
    Number(u64),
    /// Any other number. None of our formats has one.
    OtherNumber,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: names and values in the order in which they stand. A name that stands twice is in here twice.
    Object(Vec<(String, Json)>),
}

/// The text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson;

impl Json {
    /// Reads a text that is one JSON value.
    ///
    /// # Errors
    /// When it is not, or when it is deeper than [`DEPTH`].
    pub fn read(text: &str) -> Result<Json, NotJson> {
        read::read(text).ok_or(NotJson)
    }

    /// The value of a field; of the first, if there are more of that name.
    pub fn get(&self, name: &str) -> Option<&Json> {
        let Json::Object(fields) = self else { return None };
        fields.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The number, if it is a whole one from zero.
    pub const fn as_number(&self) -> Option<u64> {
        if let Json::Number(number) = self { Some(*number) } else { None }
    }

    /// The entries, if it is a list.
    pub fn as_list(&self) -> Option<&[Json]> {
        if let Json::List(list) = self { Some(list) } else { None }
    }
}
