//! From all languages side by side to one [`Content`] per language.

use std::collections::BTreeSet;

use super::files::{LanguageEntry, StatementEntry};
use super::source_rules::Place;
use super::{Authored, Localized};
use crate::content::{
    Advice, ByRole, Citation, CitationIndex, Content, Document, Earlier, Language, LanguageName, LevelTexts,
    SectorTexts, SourceFactor, Statement, Text, Texts,
};
use crate::scan::{Level, Sector};

/// Compiles content in which no problem was found; a text or source that is missing would come out empty.
pub fn compile(authored: &Authored) -> Vec<Content> {
    let cited = cited(authored);
    authored
        .languages
        .iter()
        .map(|language| Compiler { authored, language, cited: &cited }.content())
        .collect()
}

/// The chapters that statements and advice refer to, in the order of the documents.
fn cited(authored: &Authored) -> Vec<Place> {
    let statements = &authored.scan.statements;
    let advice = statements.iter().flat_map(|statement| &statement.advice);
    let of_advice = advice.flat_map(|advice| advice.sources.iter().map(String::as_str));
    let sources = statements.iter().flat_map(StatementEntry::sources).chain(of_advice);
    let places: BTreeSet<Place> = sources.filter_map(|source| authored.resolve(source)).flatten().collect();
    places.into_iter().collect()
}

struct Compiler<'a> {
    authored: &'a Authored,
    language: &'a LanguageEntry,
    cited: &'a [Place],
}

impl Compiler<'_> {
    fn content(&self) -> Content {
        let Authored { languages, scan, sources, interface, .. } = self.authored;
        let names = |language: &LanguageEntry| LanguageName {
            code: language.code.as_str().into(),
            name: language.name.as_str().into(),
        };
        let texts = Texts::KEYS.iter().map(|(key, parameters)| {
            interface.get(*key).map_or("".into(), |text| with_places(&self.text(text), parameters))
        });
        Content {
            language: self.language(),
            languages: languages.iter().map(names).collect(),
            version: scan.version,
            scale: scan.scale.each_ref().map(|label| self.text(label)),
            dont_know: self.text(&scan.dont_know),
            not_applicable: self.text(&scan.not_applicable),
            sectors: self.sectors(),
            levels: self.levels(),
            statements: scan.statements.iter().map(|statement| self.statement(statement)).collect(),
            documents: sources
                .documents
                .iter()
                .map(|document| Document {
                    id: document.id.as_str().into(),
                    author: document.author.as_str().into(),
                    title: document.title.as_str().into(),
                    year: self.text(&document.year),
                    about: format!("{} {}", self.text(&document.written_for), self.text(&document.mind))
                        .into(),
                })
                .collect(),
            citations: self.cited.iter().filter_map(|place| self.citation(*place)).collect(),
            earlier: self.earlier(),
            texts: Texts::new(texts.collect()),
        }
    }

    fn earlier(&self) -> Earlier {
        let Authored { scan, frozen, .. } = self.authored;
        let earlier = frozen.range(..scan.version);
        let mut gone: Vec<(Text, Text)> = Vec::new();
        for old in earlier.clone().rev().flat_map(|(_, frozen)| &frozen.statements) {
            let is_new = scan.statements.iter().all(|now| now.id != old.id)
                && gone.iter().all(|(known, _)| **known != *old.id.as_str());
            if is_new {
                // The language may be younger than the statement.
                let first = || old.label.iter().next().map(|(_, text)| text);
                let name = old.label.get(&self.language.code).or_else(first);
                gone.push((old.id.as_str().into(), name.unwrap_or_default().into()));
            }
        }
        Earlier { orders: earlier.filter_map(|(_, frozen)| frozen.order().ok()).collect(), gone }
    }

    fn text(&self, text: &Localized) -> Text {
        text.get(&self.language.code).unwrap_or_default().into()
    }

    fn language(&self) -> Language {
        Language {
            code: self.language.code.as_str().into(),
            decimal_mark: self.language.decimal_mark,
            months: self.language.months.each_ref().map(|month| month.as_str().into()),
        }
    }

    fn sectors(&self) -> Vec<SectorTexts> {
        let entry = |id: &Sector| self.authored.scan.sectors.iter().find(|sector| sector.id == *id);
        let sectors = Sector::ALL.iter().filter_map(entry);
        // Both forms are made here: in the browser the rules for capitals would cost 7 kB.
        let words = |(token, word): (&String, &String)| {
            [(token.as_str().into(), word.as_str().into()), (capitalised(token), capitalised(word))]
        };
        sectors
            .map(|sector| SectorTexts {
                sector: sector.id,
                name: self.text(&sector.name),
                words: sector.words.get(&self.language.code).into_iter().flatten().flat_map(words).collect(),
            })
            .collect()
    }

    fn levels(&self) -> Vec<LevelTexts> {
        let entry = |id: &Level| self.authored.scan.levels.iter().find(|level| level.id == *id);
        let levels = Level::ALL.iter().filter_map(entry);
        levels
            .map(|level| LevelTexts {
                level: level.id,
                name: self.text(&level.name),
                about: ByRole {
                    school: self.text(&level.about.school),
                    company: self.text(&level.about.company),
                },
            })
            .collect()
    }

    fn statement(&self, statement: &StatementEntry) -> Statement {
        Statement {
            id: statement.id,
            wording: statement.wording,
            level: statement.level,
            quick: statement.quick,
            source_factor: statement.source_factor.unwrap_or(SourceFactor::Unnamed),
            importance: statement.importance,
            compare: statement.compare,
            label: self.text(&statement.label),
            text: ByRole { school: self.text(&statement.school), company: self.text(&statement.company) },
            help: statement.help.as_ref().map(|help| self.text(help)),
            sources: self.indices(statement.sources()),
            advice: statement
                .advice
                .iter()
                .map(|advice| Advice {
                    id: advice.id.as_str().into(),
                    audience: advice.audience,
                    text: self.text(&advice.text),
                    sources: self.indices(advice.sources.iter().map(String::as_str)),
                })
                .collect(),
        }
    }

    /// Where sources stand in [`Content::citations`], each chapter once, the first source first.
    fn indices<'s>(&self, sources: impl Iterator<Item = &'s str>) -> Vec<CitationIndex> {
        let mut indices = Vec::new();
        for place in sources.filter_map(|source| self.authored.resolve(source)).flatten() {
            let index =
                self.cited.binary_search(&place).ok().and_then(|index| CitationIndex::try_from(index).ok());
            indices.extend(index.filter(|index| !indices.contains(index)));
        }
        indices
    }

    fn citation(&self, place: Place) -> Option<Citation> {
        let document = self.authored.sources.documents.get(place.document)?;
        let chapter = document.chapters.get(place.chapter)?;
        Some(Citation { document: document.id.as_str().into(), chapter: self.text(&chapter.name) })
    }
}

/// A text of the interface with the place of each parameter where its name was.
fn with_places(text: &str, parameters: &[&str]) -> Text {
    let parameters = parameters.iter().enumerate();
    let placed = parameters.fold(text.to_owned(), |text, (place, name)| {
        text.replace(&format!("{{{name}}}"), &format!("{{{place}}}"))
    });
    placed.into()
}

/// A word as it stands at the start of a sentence.
fn capitalised(word: &str) -> Text {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_the_place_of_its_parameter() {
        assert_eq!(&*with_places("{of} na {number}, {of}", &["number", "of"]), "{1} na {0}, {1}");
    }
}
