//! The rules for sources: everything has one, every one exists, and the seventeen factors are all measured.

use std::collections::BTreeSet;

use super::files::StatementEntry;
use super::{Authored, Problem};
use crate::content::SourceFactor;

const FILE: &str = "sources.toml";
/// GKC, chapter 4, names nine factors that help and eight that hinder.
const HELPING: usize = 9;
const HINDERING: usize = 8;

/// A chapter of a document, by position; so places sort as a reader meets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub document: usize,
    pub chapter: usize,
}

impl Authored {
    /// The places behind a source: those of an item or factor, or the place itself. Nothing if it does not exist.
    pub(super) fn resolve(&self, source: &str) -> Option<Vec<Place>> {
        let items = self.sources.items.get(source);
        let factor = self.sources.factors.get(source).map(|factor| &factor.at);
        match items.or(factor) {
            Some(places) => places.iter().map(|place| self.place(place)).collect(),
            None => self.place(source).map(|place| vec![place]),
        }
    }

    /// Reads `GKC 4 L754-757`.
    fn place(&self, text: &str) -> Option<Place> {
        let mut parts = text.split(' ');
        let (id, chapter, lines) = (parts.next()?, parts.next()?, parts.next()?.strip_prefix('L')?);
        let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
        let in_order = first.parse::<u32>().ok()? <= last.parse::<u32>().ok()?;
        let document = self.sources.documents.iter().position(|document| document.id == id)?;
        let chapters = &self.sources.documents.get(document)?.chapters;
        let chapter = chapters.iter().position(|entry| entry.id == chapter)?;
        (in_order && parts.next().is_none()).then_some(Place { document, chapter })
    }

    pub(super) fn check_sources(&self) -> Vec<Problem> {
        let mut problems = self.check_documents();
        problems.extend(self.check_places());
        problems.extend(self.check_factors());
        for statement in &self.scan.statements {
            problems.extend(self.check_statement_sources(statement));
        }
        problems
    }

    fn check_documents(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut documents = BTreeSet::new();
        for document in &self.sources.documents {
            let mut chapters = BTreeSet::new();
            let doubled = document.chapters.iter().filter(|chapter| !chapters.insert(&chapter.id));
            let mut doubled: Vec<String> =
                doubled.map(|chapter| format!("document {}, chapter {}", document.id, chapter.id)).collect();
            if !documents.insert(&document.id) {
                doubled.push(format!("document {}", document.id));
            }
            for place in doubled {
                problems.push(Problem::new(
                    FILE,
                    place,
                    "this id is used twice.",
                    "Give one of the two another id.",
                ));
            }
        }
        problems
    }

    fn check_places(&self) -> Vec<Problem> {
        let factors = self.sources.factors.iter().map(|(id, factor)| (id, &factor.at));
        let mut problems = Vec::new();
        for (id, places) in self.sources.items.iter().chain(factors) {
            let mut problem =
                |what: String, remedy: &str| problems.push(Problem::new(FILE, id, what, remedy));
            if places.is_empty() {
                problem("it has no place in a document.".to_owned(), "Add one, such as \"GKC 4 L754-757\".");
            }
            for place in places.iter().filter(|place| self.place(place).is_none()) {
                problem(
                    format!("'{place}' is not a place in one of the documents."),
                    "Write document, chapter (as under `chapters`) and lines, such as \"GKC 4 L754-757\".",
                );
            }
            if self.sources.items.contains_key(id) && self.sources.factors.contains_key(id) {
                problem("it is an item and a factor.".to_owned(), "Keep one of the two.");
            }
        }
        problems
    }

    fn check_factors(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let count =
            |sign| self.sources.factors.values().filter(|factor| factor.source_factor == sign).count();
        let (helping, hindering) = (count(SourceFactor::Helps), count(SourceFactor::Hinders));
        if (helping, hindering) != (HELPING, HINDERING) {
            problems.push(Problem::new(
                FILE,
                "factors",
                format!("there are {helping} factors that help and {hindering} that hinder."),
                format!("GKC, chapter 4, has {HELPING} and {HINDERING}: put back what is missing."),
            ));
        }
        let measured: BTreeSet<&String> = self
            .scan
            .statements
            .iter()
            .filter(|statement| statement.mandatory)
            .flat_map(|statement| &statement.measures)
            .collect();
        for id in self.sources.factors.keys().filter(|id| !measured.contains(id)) {
            problems.push(Problem::new(
                "scan.toml",
                format!("factor {id}"),
                "no mandatory statement measures this factor of GKC, chapter 4.",
                "Name it in `measures` of a statement with `mandatory = true`.",
            ));
        }
        problems
    }

    fn check_statement_sources(&self, statement: &StatementEntry) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut problem = |place: String, what: String, remedy: &str| {
            problems.push(Problem::new("scan.toml", place, what, remedy))
        };
        let place = format!("statement {}", statement.id);
        if statement.measures.is_empty() {
            problem(place.clone(), "it has no source.".to_owned(), "Say in `measures` what it asks after.");
        }
        for advice in statement.advice.iter().filter(|advice| advice.sources.is_empty()) {
            problem(
                format!("advice {}", advice.id),
                "it has no source.".to_owned(),
                "Name one in `sources`.",
            );
        }
        let of_advice = statement.advice.iter().flat_map(|advice| {
            advice.sources.iter().map(|source| (format!("advice {}", advice.id), source.as_str()))
        });
        for (place, source) in statement.sources().map(|source| (place.clone(), source)).chain(of_advice) {
            if self.resolve(source).is_none() {
                problem(
                    place,
                    format!("the source '{source}' does not exist."),
                    "Add it to [items] of sources.toml, or mend the spelling.",
                );
            }
        }
        let factors: Vec<_> =
            statement.measures.iter().filter_map(|id| self.sources.factors.get(id)).collect();
        if statement.mandatory == factors.is_empty() {
            problem(
                place.clone(),
                "`mandatory` is for the statements that measure a factor of GKC, chapter 4, and for no others.".to_owned(),
                "Change `mandatory`, or `measures`.",
            );
        }
        let signs_agree = match factors.as_slice() {
            [] => statement.source_factor.is_none(),
            factors => factors.iter().all(|factor| statement.source_factor == Some(factor.source_factor)),
        };
        if !signs_agree || factors.iter().any(|factor| factor.level != statement.level) {
            problem(
                place,
                "`level` and `source_factor` are not those of the factor it measures.".to_owned(),
                "Take both from [factors] in sources.toml; leave `source_factor` out if it measures no factor.",
            );
        }
        problems
    }
}
