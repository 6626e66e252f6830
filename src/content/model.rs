//! The content of one language, as the browser reads it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Texts;
use crate::scan::{Level, Role, Sector, StatementId, Variant};

/// Text that is shared, never changed.
pub type Text = Rc<str>;

/// Everything people read, in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The language of every text in here.
    pub language: Language,
    /// All languages there are, this one included, in the order in which they are offered.
    pub languages: Vec<LanguageName>,
    /// The content version of the statements; see `content/frozen/`.
    pub version: u16,
    /// The labels of the five scores, lowest first.
    pub scale: [Text; 5],
    /// 'Weet ik niet'.
    pub dont_know: Text,
    /// 'Past niet bij ons'.
    pub not_applicable: Text,
    /// The kinds of school, in the order of [`Sector::ALL`].
    pub sectors: Vec<SectorTexts>,
    /// The four levels, in the order of [`Level::ALL`].
    pub levels: Vec<LevelTexts>,
    /// All statements, in the order in which they are asked.
    pub statements: Vec<Statement>,
    /// The source documents.
    pub documents: Vec<Document>,
    /// Places in the documents that something refers to; [`CitationIndex`] points in here.
    pub citations: Vec<Citation>,
    /// The texts of the interface.
    pub texts: Texts,
}

/// A language and how it writes dates and numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// BCP 47 code, such as `nl`.
    pub code: Text,
    /// The mark between whole and tenths.
    pub decimal_mark: char,
    /// January to December, as written inside a date.
    pub months: [Text; 12],
}

/// A language that can be chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageName {
    /// BCP 47 code, such as `nl`.
    pub code: Text,
    /// The language's name in itself.
    pub name: Text,
}

/// A kind of school and the words that go with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorTexts {
    /// Which kind of school.
    pub sector: Sector,
    /// Its name, such as 'middelbaar beroepsonderwijs (mbo)'.
    pub name: Text,
    /// What a token such as `{leerling}` becomes; a capital first letter in the token makes a capital in the word.
    pub words: Vec<(Text, Text)>,
}

/// A level of the scan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelTexts {
    /// Which level.
    pub level: Level,
    /// Its name, as a heading.
    pub name: Text,
    /// What this level is about, in one sentence for each role: school, company.
    pub about: ByRole<Text>,
}

/// One value for each role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByRole<T> {
    /// For a school.
    pub school: T,
    /// For a company.
    pub company: T,
}

impl<T> ByRole<T> {
    /// The value for one role.
    pub fn get(&self, role: Role) -> &T {
        match role {
            Role::School => &self.school,
            Role::Company => &self.company,
        }
    }
}

/// One statement of the scan. Agreeing is always good.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its name for ever.
    pub id: StatementId,
    /// Raised when the wording changes its meaning; answers to another wording are not compared.
    pub wording: u8,
    /// The level it belongs to.
    pub level: Level,
    /// Whether the quick scan asks it too.
    pub quick: bool,
    /// What the sources say of the factor it measures.
    pub source_factor: SourceFactor,
    /// 1 to 3: how many source documents carry it; orders advice, never enters a score.
    pub importance: u8,
    /// What a difference between two parties means.
    pub compare: Compare,
    /// Two or three words that name it.
    pub label: Text,
    /// The statement itself, with tokens such as `{leerling}`.
    pub text: ByRole<Text>,
    /// An explanation under the statement.
    pub help: Option<Text>,
    /// Where the statement comes from.
    pub sources: Vec<CitationIndex>,
    /// What one can do about it, best first.
    pub advice: Vec<Advice>,
}

impl Statement {
    /// Whether a scan of this variant asks it.
    pub fn is_in(&self, variant: Variant) -> bool {
        match variant {
            Variant::Quick => self.quick,
            Variant::Full => true,
        }
    }

    /// The advice for a role, best first.
    pub fn advice_for(&self, role: Role) -> impl Iterator<Item = &Advice> {
        self.advice.iter().filter(move |advice| advice.audience.includes(role))
    }
}

/// What the sources say of a factor when it is present or absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceFactor {
    /// Named as helping: a low score is a support that is missing.
    Helps,
    /// Named as hindering: a low score is an obstacle.
    Hinders,
    /// Added from other sources, which do not call it either.
    Unnamed,
}

/// How the answers of a school and a company to one statement relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Compare {
    /// Each side judges itself: the answers stand side by side.
    Mirror,
    /// Both judge the same thing: a difference is a difference of view.
    Shared,
}

/// Something one can do about a statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// Its name for ever, such as `S1-a`.
    pub id: Text,
    /// Who can do it.
    pub audience: Audience,
    /// The advice, with tokens such as `{leerling}`.
    pub text: Text,
    /// Where it comes from; never empty.
    pub sources: Vec<CitationIndex>,
}

/// Whom an advice is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Schools and companies.
    Both,
    /// Schools only.
    School,
    /// Companies only.
    Company,
}

impl Audience {
    /// Whether it is for this role.
    pub fn includes(self, role: Role) -> bool {
        matches!(
            (self, role),
            (Audience::Both, _) | (Audience::School, Role::School) | (Audience::Company, Role::Company)
        )
    }
}

/// A source document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Short name, such as `GKC`.
    pub id: Text,
    /// Who wrote or published it.
    pub author: Text,
    /// Its title, in its own language.
    pub title: Text,
    /// The year, or words that say that there is none.
    pub year: Text,
    /// For whom it was written and what to keep in mind.
    pub about: Text,
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// [`Document::id`].
    pub document: Text,
    /// Chapter or part, as a reader would look it up, such as 'hoofdstuk 4'.
    pub chapter: Text,
}

/// A position in [`Content::citations`].
pub type CitationIndex = u16;

impl Content {
    /// The statements of a scan, in the order in which they are asked.
    pub fn statements_in(&self, variant: Variant) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |statement| statement.is_in(variant))
    }

    /// The statement of that id.
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// The texts of a level.
    pub fn level(&self, level: Level) -> Option<&LevelTexts> {
        self.levels.iter().find(|texts| texts.level == level)
    }

    /// The words of a kind of school.
    pub fn sector(&self, sector: Sector) -> Option<&SectorTexts> {
        self.sectors.iter().find(|texts| texts.sector == sector)
    }

    /// A text with its tokens replaced by the words of a kind of school.
    pub fn fill(&self, text: &str, sector: Sector) -> String {
        let words = self.sector(sector).map_or(&[] as &[_], |texts| &texts.words);
        fill_tokens(text, words)
    }
}

/// Replaces `{token}` by its word, and `{Token}` by the word with a capital. Unknown tokens stay as they are.
pub(crate) fn fill_tokens(text: &str, words: &[(Text, Text)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((token, behind)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        let lower = token.to_lowercase();
        match words.iter().find(|(name, _)| **name == *lower) {
            Some((_, word)) if *lower == *token => filled.push_str(word),
            Some((_, word)) => {
                let mut characters = word.chars();
                filled.extend(characters.next().into_iter().flat_map(char::to_uppercase));
                filled.push_str(characters.as_str());
            }
            None => {
                filled.push('{');
                filled.push_str(token);
                filled.push('}');
            }
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_become_words_and_keep_their_capital() {
        let words = [("leerling".into(), "student".into())];
        let check = |text: &str, expect: &str| assert_eq!(fill_tokens(text, &words), expect);
        check("De {leerling} leert.", "De student leert.");
        check("{Leerling} leert.", "Student leert.");
        check("Geen {onbekend} woord", "Geen {onbekend} woord");
        check("Open { haak", "Open { haak");
    }
}
