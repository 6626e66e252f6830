//! What the stepper shows, in one language. It is its own file (`stepper.<lang>.json`), loaded when first needed.
//!
//! Every activity carries *bases*: for which goals and target groups a source supports it, and how well. What fits
//! a choice is derived from them by [`crate::plan::derive`]; nothing here says which activity belongs to which
//! combination.

mod explainer;
mod item;
mod surroundings;

pub use explainer::{Explainer, FactList, Part, Route, RouteEnd};
pub use item::{GoalBasis, GoalSupport, GroupBasis, GroupSupport, Item, ItemKind};
pub use surroundings::{
    Change, ContactRoute, FactCheck, Funding, GuideStepTexts, Link, Note, NoteKind, Scope, Way, WayRule,
};

use super::{Citation, CitationIndex, Text};
use crate::plan::{Class, Goal, GuideStep, TargetGroup, TimeLevel};
use crate::tree::{self, Unreadable, in_order};

/// Everything the stepper shows, in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct StepperContent {
    /// BCP 47 code of the language of every text in here.
    pub language: Text,
    /// The seven goals, in the order of [`Goal::ALL`].
    pub goals: Vec<GoalTexts>,
    /// The four target groups, in the order of [`TargetGroup::ALL`].
    pub groups: Vec<GroupTexts>,
    /// The three time levels, in the order of [`TimeLevel::ALL`].
    pub times: Vec<TimeTexts>,
    /// What a class of answer means, in words.
    pub classes: Vec<(Class, Text)>,
    /// What it means that a goal is served, in words, best basis first.
    pub goal_bases: Vec<(GoalBasis, Text)>,
    /// What it means that a target group is served, in words, best basis first.
    pub group_bases: Vec<(GroupBasis, Text)>,
    /// Activities, programmes, items from other sources and examples.
    pub items: Vec<Item>,
    /// Schemes that may pay for some of it.
    pub funding: Vec<Funding>,
    /// Whom to approach; functions and organisations, never persons.
    pub contacts: Vec<ContactRoute>,
    /// Hints, calendar, time savers, expectations, and for whom the guide was written.
    pub notes: Vec<Note>,
    /// The honest ways out of a combination that no source fills, in the order in which they are offered.
    pub ways: Vec<Way>,
    /// The six steps that follow (FME ch. 5).
    pub steps: Vec<GuideStepTexts>,
    /// How education is organised, for who does not know it (FME ch. 6).
    pub explainer: Explainer,
    /// Places in the documents that something refers to; [`CitationIndex`] in here points into this list.
    pub citations: Vec<Citation>,
}

/// A goal (FME ch. 1).
#[derive(Clone, Debug, PartialEq)]
pub struct GoalTexts {
    /// Which goal.
    pub goal: Goal,
    /// Its name in the guide.
    pub name: Text,
    /// What it means, in one or two sentences.
    pub about: Text,
    /// The target groups the sources tie to it, best first: they are marked, the others stay open (FME ch. 1).
    pub hints: Vec<TargetGroup>,
    /// Where the goal and its groups come from.
    pub sources: Vec<CitationIndex>,
}

/// A target group (FME ch. 1).
#[derive(Clone, Debug, PartialEq)]
pub struct GroupTexts {
    /// Which group.
    pub group: TargetGroup,
    /// Its name.
    pub name: Text,
    /// Whom it is about.
    pub about: Text,
    /// What it asks of a company.
    pub asks: Vec<Text>,
    /// Forms of collaboration the source names for it.
    pub forms: Vec<Text>,
    /// Where that comes from.
    pub sources: Vec<CitationIndex>,
}

/// A time level (FME ch. 2 to 4).
#[derive(Clone, Debug, PartialEq)]
pub struct TimeTexts {
    /// Which level.
    pub time: TimeLevel,
    /// Its name in the guide.
    pub name: Text,
    /// The limit the source states; no other limit is given.
    pub limit: Text,
    /// The goals its chapter names.
    pub names: Vec<Goal>,
    /// Its chapter.
    pub sources: Vec<CitationIndex>,
}

in_order! {
    StepperContent { language, goals, groups, times, classes, goal_bases, group_bases, items, funding, contacts, notes, ways, steps, explainer, citations }
    GoalTexts { goal, name, about, hints, sources }
    GroupTexts { group, name, about, asks, forms, sources }
    TimeTexts { time, name, limit, names, sources }
}

impl StepperContent {
    /// Reads what the build made of `content/stepper/`.
    ///
    /// # Errors
    /// When it is something else, as after an update that was only half loaded.
    pub fn read(json: &str) -> Result<StepperContent, Unreadable> {
        tree::read_text(json)
    }

    /// The texts of a goal.
    pub fn goal(&self, goal: Goal) -> Option<&GoalTexts> {
        self.goals.iter().find(|texts| texts.goal == goal)
    }

    /// The texts of a target group.
    pub fn group(&self, group: TargetGroup) -> Option<&GroupTexts> {
        self.groups.iter().find(|texts| texts.group == group)
    }

    /// The texts of a time level.
    pub fn time(&self, time: TimeLevel) -> Option<&TimeTexts> {
        self.times.iter().find(|texts| texts.time == time)
    }

    /// The texts of one of the six steps.
    pub fn step(&self, step: GuideStep) -> Option<&GuideStepTexts> {
        self.steps.iter().find(|texts| texts.step == step)
    }

    /// The item of that id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| *item.id == *id)
    }

    /// A class in words.
    pub fn class(&self, class: Class) -> Text {
        words(&self.classes, class)
    }

    /// A goal basis in words.
    pub fn goal_basis(&self, basis: GoalBasis) -> Text {
        words(&self.goal_bases, basis)
    }

    /// A group basis in words.
    pub fn group_basis(&self, basis: GroupBasis) -> Text {
        words(&self.group_bases, basis)
    }

    /// The citation of an index.
    pub fn citation(&self, index: CitationIndex) -> Option<&Citation> {
        self.citations.get(usize::from(index))
    }

    /// Places as readers see them, such as 'FME, hoofdstuk 2; GKC, hoofdstuk 3'.
    pub fn cite(&self, indices: &[CitationIndex]) -> String {
        let mut text = String::new();
        for citation in indices.iter().filter_map(|&index| self.citation(index)) {
            if !text.is_empty() {
                text.push_str("; ");
            }
            for part in [&citation.document, ", ", &citation.chapter] {
                text.push_str(part);
            }
        }
        text
    }

    /// The programmes that help with an activity ('Zo pak je het aan', FME ch. 2 to 4).
    pub fn helping_with(&self, id: &str) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.helps_with.iter().any(|other| **other == *id))
    }
}

fn words<T: Copy + PartialEq>(pairs: &[(T, Text)], key: T) -> Text {
    pairs.iter().find(|(other, _)| *other == key).map(|(_, text)| text.clone()).unwrap_or_default()
}
