//! A plan as plain text, to copy into a mail or a document.

use super::lines::Lines;
use crate::content::Content;
use crate::content::stepper::StepperContent;
use crate::plan::{Action, Choice, Origin, Plan, Review};
use crate::to_text::ToText;
use crate::wording;

/// The plan in plain text.
pub fn plan(plan: &Plan, content: &Content, stepper: &StepperContent) -> String {
    let texts = &content.texts;
    let mut lines = Lines::default();
    lines.push(&title(plan, content));
    lines.push(&texts.plan_begun(&wording::date(content, plan.created_on.date())));
    if let Some(choice) = &plan.choice {
        lines.push(&choice_line(choice, content, stepper));
    }
    lines.begin(texts.plan_actions_heading());
    if plan.actions.is_empty() {
        lines.push(texts.plan_no_actions());
    }
    for ((_, action), number) in plan.actions.iter().zip(1_u32..) {
        push_numbered(&mut lines, number, &what(action, content), action.done, content);
        lines.indent(&details(action, content));
    }
    if !plan.reviews.is_empty() {
        lines.begin(texts.plan_reviews_heading());
    }
    for (_, Review { on, note }) in plan.reviews.iter() {
        lines.join(&["- ", &wording::date(content, on.date())]);
        lines.indent(note.as_str());
    }
    lines.begin(texts.plan_steps_heading());
    for ((step, progress), number) in plan.steps.iter().zip(1_u32..) {
        let name = stepper.step(step).map_or("", |texts| &texts.name);
        push_numbered(&mut lines, number, name, progress.done, content);
        lines.indent(progress.note.as_str());
    }
    lines.finish()
}

fn push_numbered(lines: &mut Lines, number: u32, name: &str, done: bool, content: &Content) {
    let name = if done { content.texts.plan_done(name) } else { name.to_owned() };
    lines.join(&[&number.to_text(), ". ", &name]);
}

/// What a plan is called.
pub fn title(plan: &Plan, content: &Content) -> String {
    if plan.title.is_blank() { content.texts.plan_untitled().to_text() } else { plan.title.to_text() }
}

/// What an action is called.
pub fn what(action: &Action, content: &Content) -> String {
    if action.what.is_blank() {
        content.texts.plan_action_untitled().to_text()
    } else {
        action.what.to_text()
    }
}

/// The if–then sentence of an action: 'Als …, dan: …'. Without a cue of one's own the day is the cue; without a day
/// there is only the first step; without a first step there is nothing to say.
pub fn if_then(action: &Action, content: &Content) -> Option<String> {
    let texts = &content.texts;
    if action.first_step.is_blank() {
        return None;
    }
    let step = action.first_step.as_str();
    let cue = if action.cue.is_blank() {
        action.when.map(|day| texts.plan_cue_date(&wording::date(content, day.date())))
    } else {
        Some(action.cue.to_text())
    };
    Some(cue.map_or_else(|| texts.plan_first_step(step), |cue| texts.plan_if_then(&cue, step)))
}

/// When, who, how to begin and where it comes from, one line each.
pub(super) fn details(action: &Action, content: &Content) -> String {
    let texts = &content.texts;
    let mut lines = Lines::default();
    match action.when {
        Some(day) => lines.push(&texts.plan_when(&wording::date(content, day.date()))),
        None => lines.push(texts.plan_when_unknown()),
    }
    if action.who.is_blank() {
        lines.push(texts.plan_who_unknown());
    } else {
        lines.push(&texts.plan_who(action.who.as_str()));
    }
    if let Some(sentence) = if_then(action, content) {
        lines.push(&sentence);
    }
    match &action.origin {
        Origin::Item { id: _, source } | Origin::Advice { id: _, source } if !source.is_blank() => {
            lines.push(&texts.source_label(source.as_str()));
        }
        Origin::Own | Origin::Item { .. } | Origin::Advice { .. } => {}
    }
    lines.finish()
}

/// What was chosen in the stepper, in one line.
pub fn choice_line(choice: &Choice, content: &Content, stepper: &StepperContent) -> String {
    let Choice { goals, groups, time } = choice;
    let mut names = Vec::new();
    for goal in goals.iter() {
        if let Some(texts) = stepper.goal(goal) {
            names.push(&texts.name);
        }
    }
    let goals = wording::list(content, &names);
    names.clear();
    for group in groups.iter() {
        if let Some(texts) = stepper.group(group) {
            names.push(&texts.name);
        }
    }
    let groups = wording::list(content, &names);
    let time = stepper.time(*time).map_or("", |texts| &texts.name);
    content.texts.plan_choice(&goals, &groups, time)
}
