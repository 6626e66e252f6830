//! Every text that people read, wherever it stands, and the rules that hold for all of them.

use super::{Authored, Localized, Problem, sentences};
use crate::content::Texts;

/// The language for whose sentences there is a limit.
const DUTCH: &str = "nl";
/// B1 Dutch.
const LONGEST_SENTENCE: usize = 16;

/// A text and where it stands.
pub struct Placed<'a> {
    pub file: &'static str,
    pub place: String,
    pub text: &'a Localized,
    pub holes: Holes,
}

/// What may stand between braces in a text.
pub enum Holes {
    /// Nothing.
    None,
    /// The words of a kind of school.
    Words,
    /// Any of these tokens.
    AnyOf(&'static [&'static str]),
    /// Exactly the parameters of a method of [`Texts`].
    Parameters(&'static [&'static str]),
}

impl Authored {
    /// Every text that people read. A new content file adds its texts here, and all rules below hold for it.
    pub(super) fn texts(&self) -> Vec<Placed<'_>> {
        let mut texts = Vec::new();
        self.scan_texts(&mut texts);
        self.source_texts(&mut texts);
        self.stepper.texts(&mut texts);
        for (key, parameters) in Texts::KEYS {
            if let Some(text) = self.interface.get(*key) {
                let holes = Holes::Parameters(parameters);
                texts.push(Placed { file: "interface.toml", place: (*key).to_owned(), text, holes });
            }
        }
        texts
    }

    fn scan_texts<'a>(&'a self, texts: &mut Vec<Placed<'a>>) {
        let mut add =
            |place: String, text, holes| texts.push(Placed { file: "scan.toml", place, text, holes });
        for (text, score) in self.scan.scale.iter().zip(1..) {
            add(format!("scale, score {score}"), text, Holes::None);
        }
        add("dont_know".into(), &self.scan.dont_know, Holes::None);
        add("not_applicable".into(), &self.scan.not_applicable, Holes::None);
        for sector in &self.scan.sectors {
            add(format!("sector {}, name", sector.id.as_str()), &sector.name, Holes::None);
        }
        for level in &self.scan.levels {
            let id = level.id.as_str();
            add(format!("level {id}, name"), &level.name, Holes::None);
            add(format!("level {id}, about.school"), &level.about.school, Holes::None);
            add(format!("level {id}, about.company"), &level.about.company, Holes::None);
        }
        for statement in &self.scan.statements {
            let id = statement.id;
            add(format!("statement {id}, label"), &statement.label, Holes::None);
            add(format!("statement {id}, school"), &statement.school, Holes::Words);
            add(format!("statement {id}, company"), &statement.company, Holes::Words);
            if let Some(help) = &statement.help {
                add(format!("statement {id}, help"), help, Holes::None);
            }
            for advice in &statement.advice {
                add(format!("advice {}", advice.id), &advice.text, Holes::Words);
            }
        }
    }

    fn source_texts<'a>(&'a self, texts: &mut Vec<Placed<'a>>) {
        let mut add = |place: String, text| {
            texts.push(Placed { file: "sources.toml", place, text, holes: Holes::None })
        };
        for document in &self.sources.documents {
            let id = &document.id;
            add(format!("document {id}, year"), &document.year);
            add(format!("document {id}, for"), &document.written_for);
            add(format!("document {id}, mind"), &document.mind);
            for chapter in &document.chapters {
                add(format!("document {id}, chapter {}", chapter.id), &chapter.name);
            }
        }
        for (id, factor) in &self.sources.factors {
            add(format!("factor {id}, label"), &factor.label);
        }
    }

    /// The rules that hold for every text.
    pub(super) fn check_texts(&self) -> Vec<Problem> {
        self.texts().iter().flat_map(|placed| self.check_text(placed)).collect()
    }

    fn check_text(&self, placed: &Placed) -> Vec<Problem> {
        let mut problems = Vec::new();
        for language in &self.languages {
            if placed.text.get(&language.code).is_none() {
                problems.push(Problem::new(
                    placed.file,
                    &placed.place,
                    format!("the text in {} is missing.", language.name),
                    format!("Add `{} = \"…\"` beside the other languages.", language.code),
                ));
            }
        }
        for (code, text) in placed.text.iter() {
            let mut problem = |what: String, remedy: &str| {
                problems.push(Problem::new(placed.file, format!("{}, {code}", placed.place), what, remedy));
            };
            if !self.languages.iter().any(|language| language.code == code) {
                problem(
                    format!(
                        "`{code}` is not a language of languages.toml, and not a field that belongs here."
                    ),
                    "Add the language there first, or mend the spelling.",
                );
            }
            if text.trim().is_empty() {
                problem(
                    "the text is empty.".to_owned(),
                    "Write one; there is no other way to leave a text out.",
                );
            }
            if let Err(what) = self.check_holes(&placed.holes, code, text) {
                problem(what, "Mend what stands between the braces.");
            }
            if code == DUTCH {
                for long in sentences::too_long(text, LONGEST_SENTENCE) {
                    problem(
                        format!("the sentence '{}' has {} words.", long.sentence, long.words),
                        "Split it, or shorten it to 16 words.",
                    );
                }
            }
        }
        problems
    }

    fn check_holes(&self, allowed: &Holes, language: &str, text: &str) -> Result<(), String> {
        let holes = holes(text).ok_or_else(|| format!("a brace in '{text}' is not closed or not opened."))?;
        match allowed {
            Holes::None => match holes.first() {
                Some(hole) => Err(format!(
                    "`{{{hole}}}` would be shown as it stands, because nothing is filled in here."
                )),
                None => Ok(()),
            },
            Holes::Words => {
                let known: Vec<&str> = self.tokens(language);
                match holes.iter().find(|hole| !known.contains(&hole.to_lowercase().as_str())) {
                    Some(hole) => Err(format!("`{{{hole}}}` is not one of the words {}.", braced(&known))),
                    None => Ok(()),
                }
            }
            Holes::AnyOf(tokens) => match holes.iter().find(|hole| !tokens.contains(hole)) {
                Some(hole) => Err(format!("`{{{hole}}}` is not one of {}.", braced(tokens))),
                None => Ok(()),
            },
            Holes::Parameters(parameters) => {
                let same = holes.iter().all(|hole| parameters.contains(hole))
                    && parameters.iter().all(|parameter| holes.contains(parameter));
                if same { Ok(()) } else { Err(format!("the text must have exactly {}.", braced(parameters))) }
            }
        }
    }

    /// The tokens for which a kind of school has a word.
    pub(super) fn tokens(&self, language: &str) -> Vec<&str> {
        let words = self.scan.sectors.iter().filter_map(|sector| sector.words.get(language));
        let mut tokens: Vec<&str> = words.flat_map(|words| words.keys().map(String::as_str)).collect();
        tokens.sort_unstable();
        tokens.dedup();
        tokens
    }
}

/// What stands between braces, or nothing if the braces do not pair.
fn holes(text: &str) -> Option<Vec<&str>> {
    let mut holes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (hole, behind) = after.split_once('}')?;
        if before.contains('}') || hole.contains('{') {
            return None;
        }
        holes.push(hole);
        rest = behind;
    }
    (!rest.contains('}')).then_some(holes)
}

fn braced(names: &[&str]) -> String {
    if names.is_empty() {
        return "no placeholders".to_owned();
    }
    names.iter().map(|name| format!("`{{{name}}}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_stands_between_braces() {
        let check =
            |text: &str, expect: Option<&[&str]>| assert_eq!(holes(text).as_deref(), expect, "{text}");
        check("geen", Some(&[]));
        check("{een} en {twee}", Some(&["een", "twee"]));
        for broken in ["{", "}", "{een", "een}", "} {", "{een {twee}"] {
            check(broken, None);
        }
    }
}
