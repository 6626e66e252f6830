//! The rules for `scan.toml`: how many, in which order, by which name.

use std::collections::BTreeSet;

use super::files::StatementEntry;
use super::{Authored, Problem};
use crate::scan::{Level, Role, Sector};

const FILE: &str = "scan.toml";
const PER_LEVEL: usize = 7;
const QUICK_PER_LEVEL: usize = 3;

impl Authored {
    pub(super) fn check_scan(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        problems.extend(each_once(
            "sector",
            Sector::ALL,
            self.scan.sectors.iter().map(|sector| sector.id),
            Sector::as_str,
        ));
        problems.extend(each_once(
            "level",
            Level::ALL,
            self.scan.levels.iter().map(|level| level.id),
            Level::as_str,
        ));
        problems.extend(self.check_words());
        problems.extend(self.check_levels());
        let mut seen = BTreeSet::new();
        for statement in &self.scan.statements {
            if !seen.insert(statement.id.as_str()) {
                problems.push(twice(format!("statement {}", statement.id)));
            }
            problems.extend(check_statement(statement));
        }
        let mut seen = BTreeSet::new();
        for advice in self.scan.statements.iter().flat_map(|statement| &statement.advice) {
            if !seen.insert(&advice.id) {
                problems.push(twice(format!("advice {}", advice.id)));
            }
        }
        problems
    }

    fn check_words(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for sector in &self.scan.sectors {
            let mut problem = |language: &str, what: String| {
                let place = format!("sector {}, words.{language}", sector.id.as_str());
                problems.push(Problem::new(FILE, place, what, "Give every kind of school the same tokens."));
            };
            for language in &self.languages {
                let words = sector.words.get(&language.code);
                for token in self.tokens(&language.code) {
                    if words.and_then(|words| words.get(token)).is_none_or(|word| word.trim().is_empty()) {
                        problem(&language.code, format!("there is no word for `{token}`."));
                    }
                }
                if words.is_none_or(|words| words.is_empty()) {
                    problem(&language.code, format!("the words in {} are missing.", language.name));
                }
            }
            for code in sector.words.keys() {
                if !self.languages.iter().any(|language| language.code == *code) {
                    problem(code, format!("`{code}` is not a language of languages.toml."));
                }
            }
        }
        problems
    }

    fn check_levels(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let statements = &self.scan.statements;
        for level in Level::ALL {
            let on_level = statements.iter().filter(|statement| statement.level == *level);
            let all = on_level.clone().count();
            let quick = on_level.filter(|statement| statement.quick).count();
            if (all, quick) != (PER_LEVEL, QUICK_PER_LEVEL) {
                problems.push(Problem::new(
                    FILE,
                    format!("level {}", level.as_str()),
                    format!("there are {all} statements, {quick} of them in the quick scan."),
                    format!("Make it {PER_LEVEL} and {QUICK_PER_LEVEL}: the rules for a level's score count on it."),
                ));
            }
        }
        for (one, next) in statements.iter().zip(statements.iter().skip(1)) {
            if next.level < one.level {
                problems.push(Problem::new(
                    FILE,
                    format!("statement {}", next.id),
                    format!("it stands after {}, which is of a later level.", one.id),
                    "Put the statements of a level together, and the levels in their order.",
                ));
            }
        }
        problems
    }
}

fn check_statement(statement: &StatementEntry) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut problem =
        |place: String, what: String, remedy: &str| problems.push(Problem::new(FILE, place, what, remedy));
    let place = format!("statement {}", statement.id);
    if !(1..=3).contains(&statement.importance) {
        problem(
            place.clone(),
            format!("the importance is {}.", statement.importance),
            "Make it 1, 2 or 3: the number of documents that carry the statement.",
        );
    }
    if statement.wording == 0 {
        problem(place.clone(), "the wording is 0.".to_owned(), "Start at 1.");
    }
    for role in Role::ALL {
        if !statement.advice.iter().any(|advice| advice.audience.includes(*role)) {
            problem(
                place.clone(),
                format!("a {} finds no advice here.", role.as_str()),
                &format!("Add advice with `for = \"{}\"` or `\"both\"`.", role.as_str()),
            );
        }
    }
    for advice in &statement.advice {
        let letter = advice.id.strip_prefix(statement.id.as_str()).and_then(|rest| rest.strip_prefix('-'));
        if !letter.is_some_and(|letter| letter.len() == 1 && letter.chars().all(|c| c.is_ascii_lowercase())) {
            problem(
                format!("advice {}", advice.id),
                format!("it stands with statement {}, and its id does not say so.", statement.id),
                &format!("Name it {}-a, {}-b and so on.", statement.id, statement.id),
            );
        }
    }
    problems
}

fn twice(place: String) -> Problem {
    Problem::new(
        FILE,
        place,
        "this id is used twice.",
        "Give one of the two an id that was never used before.",
    )
}

fn each_once<T: Copy + PartialEq>(
    kind: &str,
    all: &[T],
    found: impl Iterator<Item = T>,
    name: impl Fn(T) -> &'static str,
) -> Vec<Problem> {
    let found: Vec<T> = found.collect();
    let mut problems = Vec::new();
    for one in all {
        let times = found.iter().filter(|other| *other == one).count();
        if times != 1 {
            problems.push(Problem::new(
                FILE,
                format!("{kind} {}", name(*one)),
                format!("it stands here {times} times."),
                format!("Write one [[{kind}]] for it."),
            ));
        }
    }
    problems
}
