//! The honest ways out of a combination that the source does not fill (content-map 2.11).
//!
//! Which rule is offered for which class, and what it changes, is data ([`Way`]); here is only how a change is made.

use super::derive::{Cell, Class, class_of, is_named, strong_for};
use super::{Choice, Goal, TargetGroup, TimeLevel};
use crate::content::stepper::{Change, ItemKind, StepperContent, Way, WayRule};
use crate::content::{CitationIndex, Text, fill_tokens};
use crate::tree::arrange;

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
    for cell in cells.iter().filter(|cell| cell.class != Class::Listed) {
        let ways = content
            .ways
            .iter()
            .filter(|way| way.classes.contains(&cell.class))
            .flat_map(|way| ways_out(content, choice, cell, way));
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
                ways: ways.collect(),
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
    fn merge(&mut self, ways: impl Iterator<Item = WayOut<'a>>) {
        for way in ways {
            let target = |out: &WayOut| out.leads_to.as_ref().map(|lead| lead.choice.clone());
            let same = self.ways.iter_mut().find(|out| out.rule == way.rule && target(out) == target(&way));
            match (same.map(|out| &mut out.leads_to), way.leads_to) {
                (Some(Some(known)), Some(lead)) => known.outcome = known.outcome.min(lead.outcome),
                (Some(_), _) => {}
                (None, leads_to) => self.ways.push(WayOut { leads_to, ..way }),
            }
        }
    }
}

/// What a rule offers for one cell: nothing, one way, or for another target group one for each.
fn ways_out<'a>(content: &'a StepperContent, choice: &Choice, cell: &Cell, way: &'a Way) -> Vec<WayOut<'a>> {
    let &Cell { goal, group, .. } = cell;
    let now = choice.time;
    let class = |goal, group, time| class_of(content, goal, group, time);
    let write = |lead: Option<(Choice, Class)>, values: Values| {
        let values = values.with(content, goal);
        let leads_to = lead.zip(way.button.as_deref()).map(|((choice, outcome), button)| Lead {
            button: values.fill(button),
            choice,
            outcome,
        });
        WayOut { rule: way.rule, text: values.fill(&way.text), leads_to, sources: &way.sources }
    };
    let to_time = |time: TimeLevel| {
        let lead = (choice.with_time(time), class(goal, group, time));
        write(Some(lead), Values { time: Some(time), ..Values::default() })
    };
    match way.change {
        Change::Nothing => vec![write(None, Values::default())],
        Change::TimeUntilNamed => first_named(content, goal, now).map(to_time).into_iter().collect(),
        Change::TimeUntilFilled => {
            let Some(named) = first_named(content, goal, now) else { return Vec::new() };
            let filled = more_than(now).find(|&time| class(goal, group, time) <= Class::Supported);
            vec![to_time(filled.unwrap_or(named))]
        }
        Change::GroupToHinted => {
            if TimeLevel::ALL.iter().any(|&time| class(goal, group, time) <= Class::Supported) {
                return Vec::new();
            }
            let hints = content.goal(goal).map_or(&[] as &[_], |texts| &texts.hints);
            let others = hints.iter().copied().filter(|&other| other != group);
            others
                .filter(|&other| !choice.groups.contains(other))
                .map(|other| {
                    let lead = (swap_group(content, choice, group, other), class(goal, other, now));
                    write(Some(lead), Values { group: Some(other), hints, ..Values::default() })
                })
                .collect()
        }
        Change::GoalAdded => {
            let activity = |&other: &Goal| {
                let found = strong_for(content, other, group, now);
                let found = found.into_iter().find(|fit| fit.item.kind == ItemKind::Activity)?;
                Some((other, found.item))
            };
            let new = way.goals.iter().filter(|&&other| !choice.goals.contains(other));
            let Some((other, item)) = new.filter_map(activity).next() else { return Vec::new() };
            let changed = Choice { goals: choice.goals.with(other), ..choice.clone() };
            let values = Values { activity: Some(&item.name), ..Values::default() };
            vec![write(Some((changed, class(other, group, now))), values)]
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
        let name_of = |group: TargetGroup| content.group(group).map(|texts| texts.name.clone());
        set("goal", content.goal(goal).map(|texts| texts.name.clone()));
        set("time", self.time.and_then(|time| content.time(time)).map(|texts| texts.name.clone()));
        set("group", self.group.and_then(name_of));
        let names: Vec<Text> = self.hints.iter().filter_map(|&group| name_of(group)).collect();
        set("groups", Some(names.join(", ").into()));
        set("activity", self.activity.cloned());
        Filled(words)
    }
}

impl Filled {
    fn fill(&self, text: &str) -> String {
        fill_tokens(text, &self.0)
    }
}
