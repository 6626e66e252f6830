//! What fits a choice. Nothing is looked up: the answer follows from the bases in the content by four rules
//! (docs/stepper.md, content-map 2.10).

use super::ways::{self, Gap};
use super::{Choice, Goal, OneOrMore, TargetGroup, TimeLevel};
use crate::content::stepper::{GoalBasis, GroupBasis, Item, StepperContent};
use crate::content::{CitationIndex, Text};
use crate::named::numbered;
use crate::tree::arrange;

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
        (self.reasons.iter().map(Reason::order).min(), &self.item.id)
    }
}

/// What fits a choice, and for what does not fit the honest ways out. Several goals or groups give the union.
pub fn derive<'a>(content: &'a StepperContent, choice: &Choice) -> Answer<'a> {
    let (strong, weak) = suggestions(content, choice);
    let cells: Vec<Cell> = choice
        .cells()
        .map(|(goal, group)| Cell { goal, group, class: class_of(content, goal, group, choice.time) })
        .collect();
    let class = cells.iter().map(|cell| cell.class).min().unwrap_or(Class::None);
    let gaps = ways::gaps(content, choice, &cells);
    Answer { class, strong, weak, cells, gaps }
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
    let mut all: Vec<Suggestion> = reachable(content, choice.time)
        .filter_map(|item| {
            let mut reasons: Vec<Reason> =
                choice.cells().filter_map(|(goal, group)| reason(content, item, goal, group)).collect();
            arrange(&mut reasons, |a, b| a.order() < b.order());
            if reasons.is_empty() { None } else { Some(Suggestion { item, reasons }) }
        })
        .collect();
    arrange(&mut all, |a, b| a.order() < b.order());
    all.into_iter().partition(Suggestion::is_strong)
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
    let own = item
        .goals
        .iter()
        .filter(|support| support.goal == goal)
        .filter(|support| support.groups.is_empty() || support.groups.contains(&group))
        .map(|support| (support.basis, or_own(&support.sources, item)));
    let chapter = item
        .chapter
        .and_then(|level| content.time(level))
        .filter(|texts| texts.names.contains(&goal))
        .map(|texts| (GoalBasis::Chapter, texts.sources.as_slice()));
    let (goal_basis, goal_sources) = own.chain(chapter).min_by_key(|&(basis, _)| basis)?;
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
    let mut reasons =
        reachable(content, time).filter_map(|item| reason(content, item, goal, group)).peekable();
    if reasons.peek().is_none() {
        Class::None
    } else if !reasons.any(|reason| reason.is_strong()) {
        Class::Weak
    } else if is_named(content, goal, time) {
        Class::Listed
    } else {
        Class::Supported
    }
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
