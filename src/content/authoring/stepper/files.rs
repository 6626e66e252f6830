//! The TOML files of the stepper as their authors write them. The comments at the top of each file explain its fields.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::content::Text;
use crate::content::authoring::Localized;
use crate::content::stepper::{Change, GoalBasis, GroupBasis, NoteKind, Scope, WayRule};
use crate::date::Day;
use crate::plan::{Class, Goal, GuideStep, TargetGroup, TimeLevel};

/// `stepper/choices.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoicesFile {
    #[serde(rename = "goal")]
    pub goals: Vec<GoalEntry>,
    #[serde(rename = "group")]
    pub groups: Vec<GroupEntry>,
    #[serde(rename = "time")]
    pub times: Vec<TimeEntry>,
    pub classes: BTreeMap<Class, Localized>,
    pub goal_bases: BTreeMap<GoalBasis, Localized>,
    pub group_bases: BTreeMap<GroupBasis, Localized>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalEntry {
    pub id: Goal,
    pub name: Localized,
    pub about: Localized,
    pub hints: Vec<TargetGroup>,
    pub sources: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupEntry {
    pub id: TargetGroup,
    pub name: Localized,
    pub about: Localized,
    pub asks: Vec<Localized>,
    pub forms: Vec<Localized>,
    pub sources: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeEntry {
    pub id: TimeLevel,
    pub name: Localized,
    pub limit: Localized,
    pub names: Vec<Goal>,
    pub sources: Vec<String>,
}

/// `stepper/activities.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivitiesFile {
    #[serde(rename = "activity")]
    pub activities: Vec<ItemEntry>,
    #[serde(rename = "other_source")]
    pub others: Vec<ItemEntry>,
}

/// `stepper/programmes.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammesFile {
    #[serde(rename = "programme")]
    pub programmes: Vec<ItemEntry>,
}

/// `stepper/examples.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamplesFile {
    #[serde(rename = "example")]
    pub examples: Vec<ItemEntry>,
}

/// An activity, programme, item from another source or example.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemEntry {
    pub id: String,
    pub name: Localized,
    pub text: Localized,
    pub first_step: Option<Localized>,
    pub from: TimeLevel,
    pub chapter: Option<TimeLevel>,
    #[serde(default)]
    pub goals: Vec<GoalSupportEntry>,
    pub groups: BTreeMap<TargetGroup, GroupBasis>,
    #[serde(default)]
    pub group_sources: BTreeMap<TargetGroup, Vec<String>>,
    #[serde(default)]
    pub helps_with: Vec<String>,
    #[serde(default)]
    pub hands_on: bool,
    pub check: Option<CheckEntry>,
    pub link: Option<LinkEntry>,
    pub sources: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalSupportEntry {
    pub goal: Goal,
    pub basis: GoalBasis,
    #[serde(default)]
    pub groups: Vec<TargetGroup>,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// What may have changed. A misspelt field is refused as a language that does not exist.
#[derive(Clone, Debug, Deserialize)]
pub struct CheckEntry {
    pub checked_on: Day,
    #[serde(flatten)]
    pub about: Localized,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkEntry {
    pub url: String,
    pub checked_on: Option<Day>,
    #[serde(default)]
    pub ended: bool,
}

/// `stepper/funding.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundingFile {
    #[serde(rename = "funding")]
    pub schemes: Vec<FundingEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundingEntry {
    pub id: String,
    pub name: Localized,
    #[serde(default)]
    pub scope: Scope,
    pub conditions: Vec<Localized>,
    pub valid_until: Option<Day>,
    pub edition: Option<u16>,
    pub checked_on: Day,
    pub link: Option<LinkEntry>,
    pub sources: Vec<String>,
}

/// `stepper/contacts.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactsFile {
    #[serde(rename = "contact")]
    pub routes: Vec<ContactEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactEntry {
    pub id: String,
    pub name: Localized,
    pub text: Localized,
    #[serde(default)]
    pub scope: Scope,
    #[serde(default)]
    pub at_school: bool,
    pub sources: Vec<String>,
}

/// `stepper/notes.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotesFile {
    #[serde(rename = "note")]
    pub notes: Vec<NoteEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteEntry {
    pub id: String,
    pub kind: NoteKind,
    pub text: Localized,
    #[serde(default)]
    pub scope: Scope,
    #[serde(default)]
    pub months: Vec<u8>,
    #[serde(default)]
    pub examples: Vec<String>,
    pub sources: Vec<String>,
}

/// `stepper/ways.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaysFile {
    #[serde(rename = "way")]
    pub ways: Vec<WayEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayEntry {
    pub rule: WayRule,
    pub classes: Vec<Class>,
    pub change: Change,
    #[serde(default)]
    pub goals: Vec<Goal>,
    pub text: Localized,
    pub button: Option<Localized>,
    pub sources: Vec<String>,
}

/// `stepper/steps.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepsFile {
    #[serde(rename = "step")]
    pub steps: Vec<StepEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepEntry {
    pub id: GuideStep,
    pub name: Localized,
    pub questions: Vec<Localized>,
    pub contacts: Vec<String>,
    pub sources: Vec<String>,
}

/// `stepper/explainer.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExplainerFile {
    pub check: CheckEntry,
    pub remarks: Vec<Localized>,
    pub routes_sources: Vec<String>,
    #[serde(rename = "part")]
    pub parts: Vec<PartEntry>,
    #[serde(rename = "end")]
    pub ends: Vec<EndEntry>,
    #[serde(rename = "route")]
    pub routes: Vec<RouteEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartEntry {
    pub id: String,
    pub within: Option<String>,
    pub group: TargetGroup,
    pub name: Localized,
    pub from_age: Option<u8>,
    pub until_age: Option<(u8, u8)>,
    pub facts: Vec<Localized>,
    #[serde(default)]
    pub lists: Vec<FactListEntry>,
    pub not_to_confuse_with: Option<String>,
    pub contact: Option<String>,
    pub sources: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactListEntry {
    pub title: Localized,
    pub names: Vec<Localized>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndEntry {
    pub id: Text,
    pub name: Localized,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteEntry {
    pub from: Text,
    pub to: Vec<Text>,
    pub text: Localized,
}
