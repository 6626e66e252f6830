//! The content of one language, as the browser reads it.

use std::rc::Rc;

use super::{Earlier, Texts};
use crate::json::Json;
use crate::named::{named, numbered};
use crate::scan::{Level, Role, Sector, StatementId, Variant};
use crate::tree::{self, FromTree, Trouble, Unreadable, in_order};

/// Text that is shared, never changed.
pub type Text = Rc<str>;

/// Everything people read, in one language.
#[derive(Clone, Debug, PartialEq)]
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
    /// What earlier content versions asked; it comes with [`super::LaterContent`] only.
    pub earlier: Earlier,
    /// The texts of the interface.
    pub texts: Texts,
}

/// A language and how it writes dates and numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Language {
    /// BCP 47 code, such as `nl`.
    pub code: Text,
    /// The mark between whole and tenths.
    pub decimal_mark: char,
    /// January to December, as written inside a date.
    pub months: [Text; 12],
}

/// A language that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguageName {
    /// BCP 47 code, such as `nl`.
    pub code: Text,
    /// The language's name in itself.
    pub name: Text,
}

/// A kind of school and the words that go with it.
#[derive(Clone, Debug, PartialEq)]
pub struct SectorTexts {
    /// Which kind of school.
    pub sector: Sector,
    /// Its name, such as 'middelbaar beroepsonderwijs (mbo)'.
    pub name: Text,
    /// What a token such as `{leerling}` becomes, and `{Leerling}` at the start of a sentence.
    pub words: Vec<(Text, Text)>,
}

/// A level of the scan.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelTexts {
    /// Which level.
    pub level: Level,
    /// Its name, as a heading.
    pub name: Text,
    /// What this level is about, in one sentence for each role: school, company.
    pub about: ByRole<Text>,
}

/// One value for each role.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(serde::Deserialize), serde(deny_unknown_fields))]
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
#[derive(Clone, Debug, PartialEq)]
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

numbered! {
    /// What the sources say of a factor when it is present or absent.
    SourceFactor {
        /// Named as helping: a low score is a support that is missing.
        Helps = "helps",
        /// Named as hindering: a low score is an obstacle.
        Hinders = "hinders",
        /// Added from other sources, which do not call it either.
        Unnamed = "unnamed",
    }
}

named! {
    /// How the answers of a school and a company to one statement relate.
    Compare {
        /// Each side judges itself: the answers stand side by side.
        Mirror = "mirror",
        /// Both judge the same thing: a difference is a difference of view.
        Shared = "shared",
    }
}

/// Something one can do about a statement.
#[derive(Clone, Debug, PartialEq)]
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

numbered! {
    /// Whom an advice is for.
    Audience {
        /// Schools and companies.
        Both = "both",
        /// Schools only.
        School = "school",
        /// Companies only.
        Company = "company",
    }
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
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub struct Citation {
    /// [`Document::id`].
    pub document: Text,
    /// Chapter or part, as a reader would look it up, such as 'hoofdstuk 4'.
    pub chapter: Text,
}

/// A position in [`Content::citations`].
pub type CitationIndex = u16;

in_order! {
    Content { language, languages, version, scale, dont_know, not_applicable, sectors, levels, statements, documents, citations, texts; earlier }
    Language { code, decimal_mark, months }
    LanguageName { code, name }
    SectorTexts { sector, name, words }
    LevelTexts { level, name, about }
    Statement { id, wording, level, quick, source_factor, importance, compare, label, text, help, sources, advice }
    Advice { id, audience, text, sources }
    Document { id, author, title, year, about }
    Citation { document, chapter }
}

impl<T: FromTree> FromTree for ByRole<T> {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> ByRole<T> {
        let (school, company) = FromTree::from_tree(tree, trouble);
        ByRole { school, company }
    }
}

#[cfg(feature = "authoring")]
impl<T: serde::Serialize> serde::Serialize for ByRole<T> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (&self.school, &self.company).serialize(to)
    }
}

impl Content {
    /// Reads what the build made of `content/`.
    ///
    /// # Errors
    /// When it is something else, as after an update that was only half loaded.
    pub fn read(json: &str) -> Result<Content, Unreadable> {
        tree::read_text(json)
    }

    /// The statements of a scan, in the order in which they are asked.
    pub fn statements_in(&self, variant: Variant) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |statement| statement.is_in(variant))
    }

    /// The statement of that id.
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// The advice of that id.
    pub fn advice(&self, id: &str) -> Option<&Advice> {
        self.statements.iter().flat_map(|statement| &statement.advice).find(|advice| *advice.id == *id)
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

/// Replaces `{token}` by its word. Unknown tokens stay as they are.
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
        match words.iter().find(|(name, _)| **name == *token) {
            Some((_, word)) => filled.push_str(word),
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
        let words = [("leerling".into(), "student".into()), ("Leerling".into(), "Student".into())];
        let check = |text: &str, expect: &str| assert_eq!(fill_tokens(text, &words), expect);
        check("De {leerling} leert.", "De student leert.");
        check("{Leerling} leert.", "Student leert.");
        check("Geen {onbekend} woord", "Geen {onbekend} woord");
        check("Open { haak", "Open { haak");
    }
}
