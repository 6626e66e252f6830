//! The content as its authors write it: `content/*.toml`, all languages side by side, read, checked and compiled.
//!
//! Only the build and the tests use this (feature `authoring`). [`Authored::read`] and [`Authored::freeze`] touch the
//! disk; everything else takes and gives values.

// None of it goes into the module.
#![allow(clippy::disallowed_methods)]

mod compile;
mod files;
mod frozen;
mod localized;
mod personal;
mod problem;
mod scan_rules;
mod sentences;
mod source_rules;
mod stepper;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use serde::de::DeserializeOwned;

pub use self::localized::Localized;
pub use self::problem::Problem;

use self::files::{InterfaceFile, LanguageEntry, LanguagesFile, ScanFile, SourcesFile};
use self::frozen::Frozen;
use self::stepper::StepperFiles;
use super::{Content, Texts};

/// The text of the content files by their name inside `content/`, such as `frozen/1.toml`.
pub type Files = BTreeMap<String, String>;

const LANGUAGES: &str = "languages.toml";
const SCAN: &str = "scan.toml";
const SOURCES: &str = "sources.toml";
const INTERFACE: &str = "interface.toml";

/// All content, in all languages, as written. What is wrong with it is told by [`Authored::check`].
#[derive(Clone, Debug)]
pub struct Authored {
    files: Files,
    languages: Vec<LanguageEntry>,
    scan: ScanFile,
    sources: SourcesFile,
    interface: InterfaceFile,
    stepper: StepperFiles,
    frozen: BTreeMap<u16, Frozen>,
}

impl Authored {
    /// Reads the files of a folder.
    pub fn read(dir: &Path) -> Result<Authored, Vec<Problem>> {
        Authored::parse(read_files(dir)?)
    }

    /// Reads the text of the files, which [`read_files`] gives.
    pub fn parse(files: Files) -> Result<Authored, Vec<Problem>> {
        let mut reader = Reader { files: &files, problems: Vec::new() };
        let languages: Option<LanguagesFile> = reader.toml(LANGUAGES);
        let scan = reader.toml(SCAN);
        let sources = reader.toml(SOURCES);
        let interface = reader.toml(INTERFACE);
        let stepper = StepperFiles::read(&mut reader);
        let frozen = reader.frozen();
        let problems = reader.problems;
        match (languages, scan, sources, interface, stepper) {
            (
                Some(LanguagesFile { languages }),
                Some(scan),
                Some(sources),
                Some(interface),
                Some(stepper),
            ) if problems.is_empty() => {
                Ok(Authored { files, languages, scan, sources, interface, stepper, frozen })
            }
            _ => Err(problems),
        }
    }

    /// Everything that keeps this content from going out.
    pub fn check(&self) -> Vec<Problem> {
        let mut problems = self.check_content();
        problems.extend(self.check_frozen());
        problems
    }

    /// One [`Content`] for each language, in the order of `languages.toml`; or what keeps it from going out.
    pub fn compile(&self) -> Result<Vec<Content>, Vec<Problem>> {
        let problems = self.check();
        if problems.is_empty() { Ok(compile::compile(self)) } else { Err(problems) }
    }

    fn check_content(&self) -> Vec<Problem> {
        let mut problems = self.check_languages();
        problems.extend(self.check_texts());
        problems.extend(self.check_interface());
        problems.extend(self.check_scan());
        problems.extend(self.check_sources());
        problems.extend(self.check_stepper());
        problems.extend(self.check_history());
        problems.extend(self.check_personal());
        problems
    }

    fn check_languages(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut seen = BTreeSet::new();
        for language in &self.languages {
            let mut problem = |what: &str, remedy: &str| {
                problems.push(Problem::new(LANGUAGES, format!("language {}", language.code), what, remedy));
            };
            if !seen.insert(&language.code) {
                problem("this code is used twice.", "Remove one of the two.");
            }
            if language.name.trim().is_empty() || language.months.iter().any(|month| month.trim().is_empty())
            {
                problem("the name or a month is empty.", "Fill it in.");
            }
        }
        if self.languages.is_empty() {
            problems.push(Problem::new(
                LANGUAGES,
                "",
                "there is no language.",
                "Add at least one [[language]].",
            ));
        }
        problems
    }

    fn check_interface(&self) -> Vec<Problem> {
        let known: BTreeSet<&str> = Texts::KEYS.iter().map(|(key, _)| *key).collect();
        let missing = known.iter().filter(|key| !self.interface.contains_key(**key)).map(|key| {
            Problem::new(
                INTERFACE,
                *key,
                "the text is missing.",
                format!("Add [{key}] with a text for every language."),
            )
        });
        let unknown = self.interface.keys().filter(|key| !known.contains(key.as_str())).map(|key| {
            Problem::new(
                INTERFACE,
                key,
                "the interface knows no such text.",
                "Add the key to src/content/texts.rs, or remove it here.",
            )
        });
        missing.chain(unknown).collect()
    }

    fn check_personal(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (file, text) in &self.files {
            for (line, number) in text.lines().zip(1..) {
                for contact in personal::contacts(line) {
                    problems.push(Problem::new(
                        file,
                        format!("line {number}"),
                        format!("'{}' looks like {}.", contact.text, contact.kind),
                        "Name a function or an organisation instead.",
                    ));
                }
            }
        }
        problems
    }
}

/// Reads every TOML file of a folder and of the folders in it.
pub fn read_files(dir: &Path) -> Result<Files, Vec<Problem>> {
    let mut files = Files::new();
    let read = add_files(dir, "", &mut files);
    read.map_err(|error| {
        let what = format!("{} cannot be read: {error}.", dir.display());
        vec![Problem::new("", "", what, "Check that the folder is there, and that it is all text.")]
    })?;
    Ok(files)
}

fn add_files(dir: &Path, prefix: &str, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            add_files(&entry.path(), &format!("{name}/"), files)?;
        } else if name.ends_with(".toml") {
            files.insert(name, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}

struct Reader<'a> {
    files: &'a Files,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn toml<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let Some(text) = self.files.get(name) else {
            self.problems.push(Problem::new(name, "", "the file is missing.", "Put it back."));
            return None;
        };
        match toml::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let place = error.span().map_or(String::new(), |span| {
                    let line = text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1;
                    format!("line {line}")
                });
                let what = format!("{}.", error.message().trim_end_matches('.'));
                let remedy = "Compare it with its neighbours and the comment at the top of the file.";
                self.problems.push(Problem::new(name, place, what, remedy));
                None
            }
        }
    }

    fn frozen(&mut self) -> BTreeMap<u16, Frozen> {
        let mut versions = BTreeMap::new();
        let names: Vec<&String> = self.files.keys().filter(|name| name.starts_with("frozen/")).collect();
        for name in names {
            let Some(frozen) = self.toml::<Frozen>(name) else { continue };
            if *name != Frozen::file(frozen.version) {
                let what = format!("it holds version {}.", frozen.version);
                self.problems.push(Problem::new(
                    name,
                    "version",
                    what,
                    "Give the file the name it was frozen under.",
                ));
            }
            versions.insert(frozen.version, frozen);
        }
        versions
    }
}
