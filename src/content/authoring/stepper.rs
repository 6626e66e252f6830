//! The stepper as its authors write it: `content/stepper/*.toml`, read, checked and compiled to its own files.

mod compile;
mod files;
mod places;
mod rules;

use self::files::{
    ActivitiesFile, ChoicesFile, ContactsFile, ExamplesFile, ExplainerFile, FundingFile, ItemEntry,
    NotesFile, ProgrammesFile, StepsFile, WaysFile,
};
use super::{Authored, Problem, Reader};
use crate::content::stepper::{ItemKind, StepperContent};

/// The files of the stepper inside `content/`.
const CHOICES: &str = "stepper/choices.toml";
const ACTIVITIES: &str = "stepper/activities.toml";
const PROGRAMMES: &str = "stepper/programmes.toml";
const EXAMPLES: &str = "stepper/examples.toml";
const FUNDING: &str = "stepper/funding.toml";
const CONTACTS: &str = "stepper/contacts.toml";
const NOTES: &str = "stepper/notes.toml";
const WAYS: &str = "stepper/ways.toml";
const STEPS: &str = "stepper/steps.toml";
const EXPLAINER: &str = "stepper/explainer.toml";

/// All files of the stepper.
#[derive(Clone, Debug)]
pub(super) struct StepperFiles {
    choices: ChoicesFile,
    activities: ActivitiesFile,
    programmes: ProgrammesFile,
    examples: ExamplesFile,
    funding: FundingFile,
    contacts: ContactsFile,
    notes: NotesFile,
    ways: WaysFile,
    steps: StepsFile,
    explainer: ExplainerFile,
}

impl StepperFiles {
    pub(super) fn read(reader: &mut Reader) -> Option<StepperFiles> {
        // Each file is read before any is given up, so that all problems are told at once.
        let choices = reader.toml(CHOICES);
        let activities = reader.toml(ACTIVITIES);
        let programmes = reader.toml(PROGRAMMES);
        let examples = reader.toml(EXAMPLES);
        let funding = reader.toml(FUNDING);
        let contacts = reader.toml(CONTACTS);
        let notes = reader.toml(NOTES);
        let ways = reader.toml(WAYS);
        let steps = reader.toml(STEPS);
        let explainer = reader.toml(EXPLAINER);
        Some(StepperFiles {
            choices: choices?,
            activities: activities?,
            programmes: programmes?,
            examples: examples?,
            funding: funding?,
            contacts: contacts?,
            notes: notes?,
            ways: ways?,
            steps: steps?,
            explainer: explainer?,
        })
    }

    /// Every item with its kind and its file.
    fn items(&self) -> impl Iterator<Item = (ItemKind, &'static str, &ItemEntry)> {
        let activities = self.activities.activities.iter().map(|item| (ItemKind::Activity, ACTIVITIES, item));
        let others = self.activities.others.iter().map(|item| (ItemKind::OtherSource, ACTIVITIES, item));
        let programmes =
            self.programmes.programmes.iter().map(|item| (ItemKind::Programme, PROGRAMMES, item));
        let examples = self.examples.examples.iter().map(|item| (ItemKind::Example, EXAMPLES, item));
        activities.chain(others).chain(programmes).chain(examples)
    }
}

impl Authored {
    /// One [`StepperContent`] for each language, in the order of `languages.toml`; or what keeps it from going out.
    pub fn compile_stepper(&self) -> Result<Vec<StepperContent>, Vec<Problem>> {
        let problems = self.check();
        if problems.is_empty() { Ok(compile::compile(self)) } else { Err(problems) }
    }
}
