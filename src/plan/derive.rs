//! What fits a choice. Nothing is looked up: the answer follows from the bases in the content by four rules
//! (docs/stepper.md, content-map 2.10).

use super::ways::{self, Gap};
use super::{Choice, Goal, OneOrMore, TargetGroup, TimeLevel};
use crate::content::stepper::{GoalBasis, GroupBasis, Item, StepperContent};
use crate::content::{CitationIndex, Text};
use crate::named::numbered;
use crate::sort::arrange;

numbered! {
    /// How well the sources fill a combination, best first (content-map 2.10, rule 4).
    Class {
        /// The chapter of the time level names the goal, and something strong fits.
        Listed = "listed",
        /// The chapter does not name the goal, but an item's own text supports it for the group.
        Supported = "supported",
        /// Only something with a weak basis fits.
        Weak = "weak",
        /// Nothing fits.
        None = "none",
    }
}

/// The answer to a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<'a> {
    /// The best class among [`Answer::cells`].
    pub class: Class,
    /// What fits, best first; each has at least one strong reason.
    pub strong: Vec<Suggestion<'a>>,
    /// What only fits by a weak basis, best first; shown as such and only on request.
    pub weak: Vec<Suggestion<'a>>,
    /// Every goal with every target group of the choice.
    pub cells: Vec<Cell>,
    /// The cells the source does not fill, with what is true and the ways out.
    pub gaps: Vec<Gap<'a>>,
}

/// One goal with one target group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The goal.
    pub goal: Goal,
    /// The target group.
    pub group: TargetGroup,
    /// How well the sources fill it.
    pub class: Class,
}

/// An item that fits, with everything it serves.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion<'a> {
    /// What to do or to join.
    pub item: &'a Item,
    /// Which goal and group of the choice it serves and on which basis, best first; never empty.
    pub reasons: Vec<Reason<'a>>,
}

/// That an item serves a goal for a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason<'a> {
    /// The goal.
    pub goal: Goal,
    /// The target group.
    pub group: TargetGroup,
    /// On what the goal rests.
    pub goal_basis: GoalBasis,
    /// On what the group rests.
    pub group_basis: GroupBasis,
    /// Where the goal is said; never empty.
    pub goal_sources: &'a [CitationIndex],
    /// Where the group is said; never empty.
    pub group_sources: &'a [CitationIndex],
}

impl Reason<'_> {
    /// Whether it is enough to suggest the item (content-map 2.10, rules 2 and 3).
    pub fn is_strong(&self) -> bool {
        self.goal_basis.is_strong() && self.group_basis.is_strong()
    }

    /// Strong before weak, then the smaller sum of the two places, then the better goal basis.
    fn order(&self) -> (bool, u8, u8) {
        let (goal, group) = (self.goal_basis as u8, self.group_basis as u8);
        (!self.is_strong(), goal + group, goal)
    }
}

impl<'a> Suggestion<'a> {
    /// Its best reason says so in the item's own text: a main suggestion. Otherwise the chapter as a whole names
    /// the goal, which does not prove that this item serves it (content-map 2.10, display advice).
    pub fn is_main(&self) -> bool {
        self.reasons.iter().any(|reason| reason.is_strong() && reason.goal_basis == GoalBasis::OwnText)
    }

    /// Whether it is more than an idea with a weak basis.
    pub fn is_strong(&self) -> bool {
        self.reasons.iter().any(Reason::is_strong)
    }

    /// The goals it serves, each once.
    pub fn goals(&self) -> Option<OneOrMore<Goal>> {
        OneOrMore::from_values(self.reasons.iter().map(|reason| reason.goal))
    }

    fn order(&self) -> (Option<(bool, u8, u8)>, &'a Text) {
        (self.reasons.first().map(Reason::order), &self.item.id)
    }
}

/// What fits a choice, and for what does not fit the honest ways out. Several goals or groups give the union.
pub fn derive<'a>(content: &'a StepperContent, choice: &Choice) -> Answer<'a> {
    let (strong, weak) = suggestions(content, choice);
    let mut cells = Vec::new();
    let mut best = Class::None;
    for (goal, group) in choice.cells() {
        let class = class_of(content, goal, group, choice.time);
        best = best.min(class);
        cells.push(Cell { goal, group, class });
    }
    let gaps = ways::gaps(content, choice, &cells);
    Answer { class: best, strong, weak, cells, gaps }
}

/// The stepper read the other way: what schools of these kinds can ask of a company with this much time, each with
/// the goals it serves for the company. Our own reading of a guide that was written for companies.
pub fn asks_of_a_company<'a>(
    content: &'a StepperContent,
    groups: &OneOrMore<TargetGroup>,
    time: TimeLevel,
) -> (Vec<Suggestion<'a>>, Vec<Suggestion<'a>>) {
    match OneOrMore::from_values(Goal::ALL.iter().copied()) {
        Some(goals) => suggestions(content, &Choice { goals, groups: groups.clone(), time }),
        None => (Vec::new(), Vec::new()),
    }
}

/// Strong and weak suggestions, each best first.
fn suggestions<'a>(
    content: &'a StepperContent,
    choice: &Choice,
) -> (Vec<Suggestion<'a>>, Vec<Suggestion<'a>>) {
    let mut all = Vec::new();
    for item in reachable(content, choice.time) {
        let mut reasons = Vec::new();
        for (goal, group) in choice.cells() {
            if let Some(reason) = reason(content, item, goal, group) {
                reasons.push(reason);
            }
        }
        if !reasons.is_empty() {
            arrange(&mut reasons, |a, b| a.order() < b.order());
            all.push(Suggestion { item, reasons });
        }
    }
    arrange(&mut all, |a, b| a.order() < b.order());
    // What has a strong reason comes first in that order.
    let weak = all.split_off(all.partition_point(Suggestion::is_strong));
    (all, weak)
}

/// Rule 1: an item can be done with the time its own level asks, and with more (FME ch. 3).
fn reachable(content: &StepperContent, time: TimeLevel) -> impl Iterator<Item = &Item> {
    content.items.iter().filter(move |item| item.from <= time)
}

/// Rules 2 and 3: on what it rests that an item serves a goal for a group, if on anything.
fn reason<'a>(
    content: &'a StepperContent,
    item: &'a Item,
    goal: Goal,
    group: TargetGroup,
) -> Option<Reason<'a>> {
    let for_group = item.groups.iter().find(|support| support.group == group)?;
    let mut best: Option<(GoalBasis, &[CitationIndex])> = None;
    let mut consider = |basis, sources| {
        if best.is_none_or(|(known, _)| basis < known) {
            best = Some((basis, sources));
        }
    };
    for support in &item.goals {
        if support.goal == goal && (support.groups.is_empty() || support.groups.contains(&group)) {
            consider(support.basis, or_own(&support.sources, item));
        }
    }
    if let Some(texts) = item.chapter.and_then(|level| content.time(level))
        && texts.names.contains(&goal)
    {
        consider(GoalBasis::Chapter, &texts.sources);
    }
    let (goal_basis, goal_sources) = best?;
    Some(Reason {
        goal,
        group,
        goal_basis,
        group_basis: for_group.basis,
        goal_sources,
        group_sources: or_own(&for_group.sources, item),
    })
}

fn or_own<'a>(sources: &'a [CitationIndex], item: &'a Item) -> &'a [CitationIndex] {
    if sources.is_empty() { &item.sources } else { sources }
}

/// Whether the chapter of a time level names a goal.
pub(super) fn is_named(content: &StepperContent, goal: Goal, time: TimeLevel) -> bool {
    content.time(time).is_some_and(|texts| texts.names.contains(&goal))
}

/// Rule 4: how well the sources fill one goal with one group at one time level.
pub(super) fn class_of(content: &StepperContent, goal: Goal, group: TargetGroup, time: TimeLevel) -> Class {
    let mut class = Class::None;
    for item in reachable(content, time) {
        if let Some(reason) = reason(content, item, goal, group) {
            if reason.is_strong() {
                return if is_named(content, goal, time) { Class::Listed } else { Class::Supported };
            }
            class = Class::Weak;
        }
    }
    class
}

/// What fits one goal with one group, best first.
pub(super) fn strong_for(
    content: &StepperContent,
    goal: Goal,
    group: TargetGroup,
    time: TimeLevel,
) -> Vec<Suggestion<'_>> {
    suggestions(content, &Choice::single(goal, group, time)).0
}
