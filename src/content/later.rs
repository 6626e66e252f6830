//! What a language has besides what the first answer needs; it is fetched with the rest of the module.

use super::{Advice, Citation, CitationIndex, Content, Document, Earlier, Statement, Text, Texts};
use crate::tree::{self, Unreadable, in_order};

/// The part of a [`Content`] that is fetched later.
#[derive(Clone, Debug, PartialEq)]
pub struct LaterContent {
    /// BCP 47 code of the language of every text in here.
    pub language: Text,
    /// [`super::Statement::sources`] of each statement.
    pub sources: Vec<Vec<CitationIndex>>,
    /// [`super::Statement::advice`] of each statement.
    pub advice: Vec<Vec<Advice>>,
    /// [`Content::documents`].
    pub documents: Vec<Document>,
    /// [`Content::citations`].
    pub citations: Vec<Citation>,
    /// [`Content::earlier`].
    pub earlier: Earlier,
    /// The texts of the interface behind the first [`Texts::FIRST`].
    pub texts: Vec<Text>,
}

in_order! {
    LaterContent { language, sources, advice, documents, citations, earlier, texts }
}

impl LaterContent {
    /// Reads what the build made of `content/`.
    ///
    /// # Errors
    /// When it is something else, as after an update that was only half loaded.
    pub fn read(json: &str) -> Result<LaterContent, Unreadable> {
        tree::read_text(json)
    }
}

impl Statement {
    fn with(&self, sources: Vec<CitationIndex>, advice: Vec<Advice>) -> Statement {
        let Statement { label, text, help, .. } = self;
        let (label, text, help) = (label.clone(), text.clone(), help.clone());
        Statement { label, text, help, sources, advice, ..*self }
    }
}

impl Content {
    /// Whether nothing is to be fetched later any more.
    pub fn is_whole(&self) -> bool {
        self.texts.as_slice().len() == Texts::KEYS.len()
    }

    /// The whole of which this is the first part; nothing if the later part belongs to something else.
    pub fn completed(&self, later: LaterContent) -> Option<Content> {
        let LaterContent { language, sources, advice, documents, citations, earlier, texts } = later;
        let fits = language == self.language.code
            && sources.len() == self.statements.len()
            && advice.len() == self.statements.len();
        let mut statements = Vec::new();
        for ((bare, sources), advice) in self.statements.iter().zip(sources).zip(advice) {
            statements.push(bare.with(sources, advice));
        }
        let mut all = self.texts.as_slice().to_vec();
        all.truncate(Texts::FIRST);
        all.extend(texts);
        let whole = Content {
            language: self.language.clone(),
            languages: self.languages.clone(),
            version: self.version,
            scale: self.scale.clone(),
            dont_know: self.dont_know.clone(),
            not_applicable: self.not_applicable.clone(),
            sectors: self.sectors.clone(),
            levels: self.levels.clone(),
            statements,
            documents,
            citations,
            earlier,
            texts: Texts::new(all),
        };
        (fits && whole.is_whole()).then_some(whole)
    }

    /// The part that the first answer needs, and the rest.
    #[cfg(feature = "authoring")]
    pub fn parted(&self) -> (Content, LaterContent) {
        let bare = |statement: &Statement| Statement {
            sources: Vec::new(),
            advice: Vec::new(),
            ..statement.clone()
        };
        let (first, later) = self.texts.as_slice().split_at(Texts::FIRST.min(self.texts.as_slice().len()));
        let rest = LaterContent {
            language: self.language.code.clone(),
            sources: self.statements.iter().map(|statement| statement.sources.clone()).collect(),
            advice: self.statements.iter().map(|statement| statement.advice.clone()).collect(),
            documents: self.documents.clone(),
            citations: self.citations.clone(),
            earlier: self.earlier.clone(),
            texts: later.to_vec(),
        };
        let first = Content {
            statements: self.statements.iter().map(bare).collect(),
            documents: Vec::new(),
            citations: Vec::new(),
            earlier: Earlier::default(),
            texts: Texts::new(first.to_vec()),
            ..self.clone()
        };
        (first, rest)
    }
}
