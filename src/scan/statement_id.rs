//! The name of a statement.

use std::fmt;
use std::str::FromStr;

use crate::json::Json;
use crate::to_text::ToText;
use crate::tree::{FromTree, Trouble};

const CAPACITY: usize = 4;

/// The id of a statement, such as `S1`: one to four capital letters and digits, starting with a letter.
///
/// It is never reused for another statement (`content/frozen/`), so it can stand in files for ever.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "authoring",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "String", into = "String")
)]
pub struct StatementId([u8; CAPACITY]);

/// The text is not a statement id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAStatementId;

impl StatementId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().position(|&byte| byte == 0).unwrap_or(CAPACITY);
        self.0.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl FromStr for StatementId {
    type Err = NotAStatementId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut bytes = [0; CAPACITY];
        for (place, byte) in text.bytes().enumerate() {
            let fits = byte.is_ascii_uppercase() || place > 0 && byte.is_ascii_digit();
            match bytes.get_mut(place) {
                Some(slot) if fits => *slot = byte,
                _ => return Err(NotAStatementId),
            }
        }
        if text.is_empty() { Err(NotAStatementId) } else { Ok(StatementId(bytes)) }
    }
}

impl FromTree for StatementId {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> StatementId {
        tree.as_str().and_then(|text| text.parse().ok()).unwrap_or_else(|| {
            trouble.note();
            StatementId([0; CAPACITY])
        })
    }
}

impl TryFrom<String> for StatementId {
    type Error = NotAStatementId;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl ToText for StatementId {
    fn to_text(&self) -> String {
        self.as_str().to_owned()
    }
}

impl From<StatementId> for String {
    fn from(id: StatementId) -> Self {
        id.as_str().to_owned()
    }
}

impl fmt::Display for NotAStatementId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a statement id is one to four capital letters and digits, such as S1")
    }
}

impl fmt::Display for StatementId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for StatementId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        for good in ["S1", "I7", "T", "S12", "AB12"] {
            assert_eq!(good.parse::<StatementId>().unwrap().to_string(), good);
        }
        for bad in ["", "s1", "1S", "S 1", "S1234", "É1", "S\0"] {
            assert_eq!(bad.parse::<StatementId>(), Err(NotAStatementId), "{bad:?}");
        }
    }
}
