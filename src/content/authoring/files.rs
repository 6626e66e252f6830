//! The TOML files as their authors write them. The comments at the top of each file explain its fields.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Localized;
use crate::content::{Audience, ByRole, Compare, SourceFactor};
use crate::scan::{Level, Sector, StatementId};

/// `languages.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguagesFile {
    #[serde(rename = "language")]
    pub languages: Vec<LanguageEntry>,
}

/// A language and how it writes dates and numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageEntry {
    pub code: String,
    pub name: String,
    pub decimal_mark: char,
    pub months: [String; 12],
}

/// `scan.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScanFile {
    pub version: u16,
    pub scale: [Localized; 5],
    pub dont_know: Localized,
    pub not_applicable: Localized,
    #[serde(rename = "sector")]
    pub sectors: Vec<SectorEntry>,
    #[serde(rename = "level")]
    pub levels: Vec<LevelEntry>,
    #[serde(rename = "statement")]
    pub statements: Vec<StatementEntry>,
}

/// A kind of school; its words are ordered by language, then by token.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorEntry {
    pub id: Sector,
    pub name: Localized,
    pub words: BTreeMap<String, BTreeMap<String, String>>,
}

/// A level of the scan.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelEntry {
    pub id: Level,
    pub name: Localized,
    pub about: ByRole<Localized>,
}

/// A statement with its advice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementEntry {
    pub id: StatementId,
    pub wording: u8,
    pub level: Level,
    pub quick: bool,
    pub mandatory: bool,
    pub source_factor: Option<SourceFactor>,
    pub importance: u8,
    pub compare: Compare,
    pub measures: Vec<String>,
    #[expect(
        dead_code,
        reason = "for editors: which part of a factor is asked, where two statements share one"
    )]
    pub measures_part: Option<String>,
    pub supported_by: Vec<String>,
    pub label: Localized,
    pub school: Localized,
    pub company: Localized,
    pub help: Option<Localized>,
    #[serde(default)]
    pub advice: Vec<AdviceEntry>,
}

impl StatementEntry {
    /// Where the statement comes from.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.measures.iter().chain(&self.supported_by).map(String::as_str)
    }
}

/// A piece of advice. A misspelt field lands among the texts, where it is refused as a language that does not exist.
#[derive(Clone, Debug, Deserialize)]
pub struct AdviceEntry {
    pub id: String,
    #[serde(rename = "for")]
    pub audience: Audience,
    pub sources: Vec<String>,
    #[serde(flatten)]
    pub text: Localized,
}

/// `sources.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcesFile {
    #[serde(rename = "document")]
    pub documents: Vec<DocumentEntry>,
    pub factors: BTreeMap<String, FactorEntry>,
    pub items: BTreeMap<String, Vec<String>>,
}

/// A source document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentEntry {
    pub id: String,
    pub author: String,
    pub title: String,
    #[expect(dead_code, reason = "for editors: the language of the document itself")]
    pub language: String,
    pub year: Localized,
    #[serde(rename = "for")]
    pub written_for: Localized,
    pub mind: Localized,
    pub chapters: Vec<ChapterEntry>,
}

/// A chapter or part of a document. A misspelt field is refused as it is in [`AdviceEntry`].
#[derive(Clone, Debug, Deserialize)]
pub struct ChapterEntry {
    pub id: String,
    #[serde(flatten)]
    pub name: Localized,
}

/// One of the seventeen factors of GKC, chapter 4.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorEntry {
    pub level: Level,
    pub source_factor: SourceFactor,
    pub label: Localized,
    pub at: Vec<String>,
}

/// `interface.toml`: the texts of the interface by key.
pub type InterfaceFile = BTreeMap<String, Localized>;
