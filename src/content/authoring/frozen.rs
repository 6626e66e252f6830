//! Versions of the statements that went out, which answers in links and files refer to for ever.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::files::StatementEntry;
use super::{Authored, Localized, Problem};
use crate::content::Compare;
use crate::scan::{AskedStatement, Level, NotAnOrder, StatementId, StatementOrder};

const HEADER: &str = "\
# The statements of one content version, as they went out. Written by `cargo xtask freeze`; never change it:
# links and files refer to it for ever. To change a statement, see docs/content.md.

";
const FREEZE: &str = "Run `cargo xtask freeze`.";

/// `frozen/<version>.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frozen {
    pub version: u16,
    #[serde(rename = "statement")]
    pub statements: Vec<FrozenStatement>,
}

/// What answers to a statement depend on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenStatement {
    pub id: StatementId,
    pub wording: u8,
    pub level: Level,
    pub quick: bool,
    pub compare: Compare,
    pub label: Localized,
    pub school: Localized,
    pub company: Localized,
}

impl FrozenStatement {
    fn of(statement: &StatementEntry) -> FrozenStatement {
        FrozenStatement {
            id: statement.id,
            wording: statement.wording,
            level: statement.level,
            quick: statement.quick,
            compare: statement.compare,
            label: statement.label.clone(),
            school: statement.school.clone(),
            company: statement.company.clone(),
        }
    }
}

impl Frozen {
    pub fn file(version: u16) -> String {
        format!("frozen/{version}.toml")
    }

    fn of(authored: &Authored) -> Frozen {
        let statements = authored.scan.statements.iter().map(FrozenStatement::of).collect();
        Frozen { version: authored.scan.version, statements }
    }

    /// The order in which links and tables have the answers.
    pub fn order(&self) -> Result<StatementOrder, NotAnOrder> {
        let asked = |&FrozenStatement { id, wording, level, quick, .. }: &FrozenStatement| AskedStatement {
            id,
            wording,
            level,
            quick,
        };
        StatementOrder::new(self.version, self.statements.iter().map(asked).collect())
    }

    fn statement(&self, id: StatementId) -> Option<&FrozenStatement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// This version, and the texts of `now` in languages that did not exist yet.
    fn with_languages_of(&self, now: &Frozen) -> Frozen {
        let mut all = self.clone();
        for statement in &mut all.statements {
            if let Some(now) = now.statement(statement.id) {
                statement.label = statement.label.or(&now.label);
                statement.school = statement.school.or(&now.school);
                statement.company = statement.company.or(&now.company);
            }
        }
        all
    }
}

impl Authored {
    /// Nothing that went out may change its meaning.
    pub(super) fn check_history(&self) -> Vec<Problem> {
        let mut problems: Vec<Problem> = self
            .scan
            .statements
            .iter()
            .flat_map(|statement| self.check_statement_history(statement))
            .collect();
        problems.extend(self.frozen.values().filter_map(|frozen| {
            let why = frozen.order().err()?;
            let file = Frozen::file(frozen.version);
            Some(Problem::new(&file, "", format!("{why}."), "Put the file back as it was frozen."))
        }));
        if let Some(version) = self.frozen.keys().next_back().filter(|version| **version > self.scan.version)
        {
            problems.push(Problem::new(
                "scan.toml",
                "version",
                format!("the version is {}, and {version} already went out.", self.scan.version),
                format!("Make it {version}, or higher if something changed since."),
            ));
        }
        if let Some(frozen) = self.frozen.get(&self.scan.version) {
            problems.extend(self.check_current(frozen));
        }
        problems
    }

    fn check_statement_history(&self, statement: &StatementEntry) -> Option<Problem> {
        let id = statement.id;
        let place = format!("statement {id}");
        let (last_version, last) =
            self.frozen.iter().rev().find_map(|(version, frozen)| Some((version, frozen.statement(id)?)))?;
        let removed_since = self.frozen.range(last_version + 1..).next().is_some();
        let same_wording = self
            .frozen
            .values()
            .filter_map(|frozen| frozen.statement(id))
            .find(|old| old.wording == statement.wording);
        let change = same_wording.and_then(|old| self.changed_text(statement, old));
        if removed_since && (change.is_some() || same_wording.is_none()) {
            return Some(Problem::new(
                "scan.toml",
                place,
                format!("the id was that of another statement, up to version {last_version}."),
                "Choose an id that was never used.",
            ));
        }
        if let Some((place, old)) = change {
            return Some(Problem::new(
                "scan.toml",
                place,
                format!("the text went out as '{old}' with wording {}.", statement.wording),
                format!(
                    "Raise `wording` of {id} and `version`, then run `cargo xtask freeze`; or put the old text back."
                ),
            ));
        }
        (same_wording.is_none() && statement.wording < last.wording).then(|| {
            Problem::new(
                "scan.toml",
                place,
                format!("the wording is {}, and {} already went out.", statement.wording, last.wording),
                "A wording only goes up.",
            )
        })
    }

    /// The first text that is not what it was, with what it was.
    fn changed_text<'o>(
        &self,
        statement: &StatementEntry,
        old: &'o FrozenStatement,
    ) -> Option<(String, &'o str)> {
        let pairs =
            [("school", &statement.school, &old.school), ("company", &statement.company, &old.company)];
        pairs.into_iter().find_map(|(role, now, old)| {
            let (language, text) = old.iter().find(|(language, text)| self.differs(now, language, text))?;
            Some((format!("statement {}, {role}, {language}", statement.id), text))
        })
    }

    /// Whether a text is not the old one; a language that is no longer offered does not count.
    fn differs(&self, now: &Localized, language: &str, old: &str) -> bool {
        self.languages.iter().any(|offered| offered.code == language) && now.get(language) != Some(old)
    }

    fn check_current(&self, frozen: &Frozen) -> Vec<Problem> {
        let remedy = "Raise `version` and run `cargo xtask freeze`, or undo the change.";
        let problem = |place: String, what: String| Problem::new("scan.toml", place, what, remedy);
        let ids = self.scan.statements.iter().map(|statement| statement.id);
        if !ids.eq(frozen.statements.iter().map(|statement| statement.id)) {
            let what = format!(
                "the statements or their order are not those of version {}, which went out.",
                frozen.version
            );
            return vec![problem("version".to_owned(), what)];
        }
        let mut problems = Vec::new();
        for (now, old) in self.scan.statements.iter().zip(&frozen.statements) {
            let same_label =
                !old.label.iter().any(|(language, text)| self.differs(&now.label, language, text));
            let changed = [
                ("wording", now.wording == old.wording),
                ("level", now.level == old.level),
                ("quick", now.quick == old.quick),
                ("compare", now.compare == old.compare),
                ("label", same_label),
            ];
            for (field, _) in changed.iter().filter(|(_, same)| !same) {
                let what = format!("`{field}` is not that of version {}, which went out.", frozen.version);
                problems.push(problem(format!("statement {}", now.id), what));
            }
        }
        problems
    }

    /// The current version must be frozen, in every language.
    pub(super) fn check_frozen(&self) -> Option<Problem> {
        let version = self.scan.version;
        let Some(frozen) = self.frozen.get(&version) else {
            return Some(Problem::new(
                "scan.toml",
                "version",
                format!("version {version} is not frozen yet."),
                FREEZE,
            ));
        };
        let all = frozen.with_languages_of(&Frozen::of(self));
        (all != *frozen).then(|| {
            Problem::new(&Frozen::file(version), "", "it lacks a language that was added since.", FREEZE)
        })
    }

    /// Writes `frozen/<version>.toml` below `dir`, or adds a new language to it; gives the path if something was written.
    ///
    /// What is frozen never changes: content that differs from it is refused.
    pub fn freeze(&self, dir: &Path) -> Result<Option<PathBuf>, Vec<Problem>> {
        let problems = self.check_content();
        if !problems.is_empty() {
            return Err(problems);
        }
        let file = Frozen::file(self.scan.version);
        let now = Frozen::of(self);
        let old = self.frozen.get(&self.scan.version);
        let all = old.map_or_else(|| now.clone(), |old| old.with_languages_of(&now));
        if old == Some(&all) {
            return Ok(None);
        }
        let failed = |what: String| vec![Problem::new(&file, "", what, "Nothing was frozen.")];
        let toml = toml::to_string(&all).map_err(|error| failed(format!("{error}.")))?;
        let path = dir.join(&file);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| failed(format!("{error}.")))?;
        }
        let mut options = OpenOptions::new();
        options.write(true).truncate(true).create_new(old.is_none());
        let written =
            options.open(&path).and_then(|mut open| open.write_all(format!("{HEADER}{toml}").as_bytes()));
        written.map_err(|error| failed(format!("{error}.")))?;
        Ok(Some(path))
    }
}
