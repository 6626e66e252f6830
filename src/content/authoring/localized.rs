//! One text in every language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One text, by language code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Localized(BTreeMap<String, String>);

impl Localized {
    /// The text in one language.
    pub fn get(&self, language: &str) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// All texts with their language codes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(language, text)| (language.as_str(), text.as_str()))
    }

    /// These texts, and those of `other` in languages that are not here yet.
    pub fn or(&self, other: &Localized) -> Localized {
        let mut all = other.0.clone();
        all.extend(self.0.clone());
        Localized(all)
    }
}
