//! The honest ways out of a combination that the source does not fill (content-map 2.11).
//!
//! Which rule is offered for which class, and what it changes, is data ([`Way`]); here is only how a change is made.

use super::derive::{Cell, Class, class_of, is_named, strong_for};
use super::{Choice, Goal, TargetGroup, TimeLevel};
use crate::content::stepper::{Change, ItemKind, StepperContent, Way, WayRule};
use crate::content::{CitationIndex, Text, fill_tokens};
use crate::sort::arrange;

/// A goal that the source does not fill for one or more groups, and what can be done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap<'a> {
    /// The goal.
    pub goal: Goal,
    /// The target groups of the choice for which the class is the same; never empty.
    pub groups: Vec<TargetGroup>,
    /// How well the sources fill it; never [`Class::Listed`].
    pub class: Class,
    /// Whether the chapter of the time level names the goal, though nothing in it is aimed at these groups.
    pub named: bool,
    /// What is true now and the ways out, in the order in which they are offered.
    pub ways: Vec<WayOut<'a>>,
}

/// A statement, or a button that changes the choice and keeps the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct WayOut<'a> {
    /// Which rule it is.
    pub rule: WayRule,
    /// What it says.
    pub text: String,
    /// What it leads to; a statement leads nowhere.
    pub leads_to: Option<Lead>,
    /// Where it comes from; empty for our own rule of honesty.
    pub sources: &'a [CitationIndex],
}

/// Where a way out leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The words on the button.
    pub button: String,
    /// The changed choice; everything that the rule does not change is kept.
    pub choice: Choice,
    /// How well the sources fill the combination the way leads to: [`Class::Weak`] and [`Class::None`] are to be
    /// said beside the button.
    pub outcome: Class,
}

/// One gap for each goal and class among the cells that the source does not fill.
pub(super) fn gaps<'a>(content: &'a StepperContent, choice: &Choice, cells: &[Cell]) -> Vec<Gap<'a>> {
    let mut gaps: Vec<Gap> = Vec::new();
    for cell in cells {
        if cell.class == Class::Listed {
            continue;
        }
        let mut ways = Vec::new();
        for way in &content.ways {
            if way.classes.contains(&cell.class) {
                add_ways_out(content, choice, cell, way, &mut ways);
            }
        }
        match gaps.iter_mut().find(|gap| gap.goal == cell.goal && gap.class == cell.class) {
            Some(gap) => {
                gap.groups.push(cell.group);
                gap.merge(ways);
            }
            None => gaps.push(Gap {
                goal: cell.goal,
                groups: vec![cell.group],
                class: cell.class,
                named: is_named(content, cell.goal, choice.time),
                ways,
            }),
        }
    }
    for gap in &mut gaps {
        let place = |out: &WayOut| content.ways.iter().position(|way| way.rule == out.rule);
        arrange(&mut gap.ways, |a, b| place(a) < place(b));
    }
    gaps
}

impl<'a> Gap<'a> {
    /// Adds the ways of another group; the same change is offered once, with its best outcome.
    fn merge(&mut self, ways: Vec<WayOut<'a>>) {
        for way in ways {
            match self.ways.iter_mut().find(|out| out.is_same_change(&way)) {
                None => self.ways.push(way),
                Some(same) => {
                    if let (Some(known), Some(lead)) = (&mut same.leads_to, way.leads_to) {
                        known.outcome = known.outcome.min(lead.outcome);
                    }
                }
            }
        }
    }
}

impl WayOut<'_> {
    fn is_same_change(&self, other: &WayOut<'_>) -> bool {
        let is_same_target = match (&self.leads_to, &other.leads_to) {
            (None, None) => true,
            (Some(lead), Some(other)) => lead.choice == other.choice,
            _ => false,
        };
        self.rule == other.rule && is_same_target
    }
}

/// What a rule offers for one cell: nothing, one way, or for another target group one for each.
fn add_ways_out<'a>(
    content: &'a StepperContent,
    choice: &Choice,
    cell: &Cell,
    way: &'a Way,
    ways: &mut Vec<WayOut<'a>>,
) {
    let &Cell { goal, group, .. } = cell;
    let now = choice.time;
    let class = |goal, group, time| class_of(content, goal, group, time);
    let mut add = |lead: Option<(Choice, Class)>, values: Values<'_>| {
        let values = values.with(content, goal);
        let leads_to = match (lead, &way.button) {
            (Some((choice, outcome)), Some(button)) => {
                Some(Lead { button: values.fill(button), choice, outcome })
            }
            _ => None,
        };
        ways.push(WayOut { rule: way.rule, text: values.fill(&way.text), leads_to, sources: &way.sources });
    };
    match way.change {
        Change::Nothing => add(None, Values::default()),
        Change::TimeUntilNamed | Change::TimeUntilFilled => {
            let Some(mut time) = first_named(content, goal, now) else { return };
            if way.change == Change::TimeUntilFilled {
                let filled = more_than(now).find(|&time| class(goal, group, time) <= Class::Supported);
                time = filled.unwrap_or(time);
            }
            let lead = (choice.with_time(time), class(goal, group, time));
            add(Some(lead), Values { time: Some(time), ..Values::default() });
        }
        Change::GroupToHinted => {
            if TimeLevel::ALL.iter().any(|&time| class(goal, group, time) <= Class::Supported) {
                return;
            }
            let hints = content.goal(goal).map_or(&[] as &[_], |texts| &texts.hints);
            for &other in hints {
                if other != group && !choice.groups.contains(other) {
                    let lead = (swap_group(content, choice, group, other), class(goal, other, now));
                    add(Some(lead), Values { group: Some(other), hints, ..Values::default() });
                }
            }
        }
        Change::GoalAdded => {
            for &other in &way.goals {
                if choice.goals.contains(other) {
                    continue;
                }
                let fitting = strong_for(content, other, group, now);
                if let Some(fit) = fitting.iter().find(|fit| fit.item.kind == ItemKind::Activity) {
                    let changed = Choice { goals: choice.goals.with(other), ..choice.clone() };
                    let values = Values { activity: Some(&fit.item.name), ..Values::default() };
                    add(Some((changed, class(other, group, now))), values);
                    return;
                }
            }
        }
    }
}

fn more_than(now: TimeLevel) -> impl Iterator<Item = TimeLevel> {
    TimeLevel::ALL.iter().copied().filter(move |&time| time > now)
}

/// The first higher level whose chapter names the goal; nothing if this level's chapter does.
fn first_named(content: &StepperContent, goal: Goal, now: TimeLevel) -> Option<TimeLevel> {
    if is_named(content, goal, now) {
        return None;
    }
    more_than(now).find(|&time| is_named(content, goal, time))
}

/// Another group in the place of one that gets nothing; the group stays if another goal of the choice serves it.
fn swap_group(content: &StepperContent, choice: &Choice, old: TargetGroup, new: TargetGroup) -> Choice {
    let served =
        choice.goals.iter().any(|goal| class_of(content, goal, old, choice.time) <= Class::Supported);
    let kept = if served { Some(choice.groups.clone()) } else { choice.groups.without(old) };
    let groups = kept.map_or_else(|| super::OneOrMore::one(new), |groups| groups.with(new));
    Choice { groups, ..choice.clone() }
}

/// What the tokens of a way's texts stand for.
#[derive(Default)]
struct Values<'a> {
    time: Option<TimeLevel>,
    group: Option<TargetGroup>,
    hints: &'a [TargetGroup],
    activity: Option<&'a Text>,
}

struct Filled(Vec<(Text, Text)>);

impl Values<'_> {
    fn with(&self, content: &StepperContent, goal: Goal) -> Filled {
        let mut words: Vec<(Text, Text)> = Vec::with_capacity(5);
        let mut set = |token: &str, word: Option<Text>| words.extend(word.map(|word| (token.into(), word)));
        let name_of = |group: TargetGroup| content.group(group).map(|texts| &texts.name);
        set("goal", content.goal(goal).map(|texts| texts.name.clone()));
        set("time", self.time.and_then(|time| content.time(time)).map(|texts| texts.name.clone()));
        set("group", self.group.and_then(name_of).cloned());
        let mut names = String::new();
        for name in self.hints.iter().filter_map(|&group| name_of(group)) {
            if !names.is_empty() {
                names.push_str(", ");
            }
            names.push_str(name);
        }
        set("groups", Some(names.into()));
        set("activity", self.activity.cloned());
        Filled(words)
    }
}

impl Filled {
    fn fill(&self, text: &str) -> String {
        fill_tokens(text, &self.0)
    }
}
