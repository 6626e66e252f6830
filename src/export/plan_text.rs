//! A plan as plain text, to copy into a mail or a document.

use crate::content::Content;
use crate::content::stepper::StepperContent;
use crate::plan::{Action, Choice, Origin, Plan, Review};
use crate::wording;

/// The plan in plain text.
pub fn plan(plan: &Plan, content: &Content, stepper: &StepperContent) -> String {
    let texts = &content.texts;
    let mut lines = vec![title(plan, content)];
    lines.push(texts.plan_begun(&wording::date(content, plan.created_on.date())));
    if let Some(choice) = &plan.choice {
        lines.push(choice_line(choice, content, stepper));
    }
    lines.extend([String::new(), texts.plan_actions_heading().to_string()]);
    if plan.actions.is_empty() {
        lines.push(texts.plan_no_actions().to_string());
    }
    for ((_, action), number) in plan.actions.iter().zip(1..) {
        let name = what(action, content);
        let name = if action.done { texts.plan_done(&name) } else { name };
        lines.push(format_number(number, &name));
        lines.extend(details(action, content).iter().map(|line| indented(line)));
    }
    if !plan.reviews.is_empty() {
        lines.extend([String::new(), texts.plan_reviews_heading().to_string()]);
    }
    for (_, Review { on, note }) in plan.reviews.iter() {
        lines.push(["- ", &wording::date(content, on.date())].concat());
        lines.extend(note.as_str().lines().map(indented));
    }
    lines.extend([String::new(), texts.plan_steps_heading().to_string()]);
    for ((step, progress), number) in plan.steps.iter().zip(1..) {
        let name = stepper.step(step).map_or("", |texts| &texts.name);
        let line = if progress.done { texts.plan_done(name) } else { name.to_owned() };
        lines.push(format_number(number, &line));
        lines.extend(progress.note.as_str().lines().map(indented));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What a plan is called.
pub fn title(plan: &Plan, content: &Content) -> String {
    if plan.title.is_blank() { content.texts.plan_untitled().to_string() } else { plan.title.to_string() }
}

/// What an action is called.
pub fn what(action: &Action, content: &Content) -> String {
    if action.what.is_blank() {
        content.texts.plan_action_untitled().to_string()
    } else {
        action.what.to_string()
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
        Some(action.cue.to_string())
    };
    Some(cue.map_or_else(|| texts.plan_first_step(step), |cue| texts.plan_if_then(&cue, step)))
}

/// When, who, how to begin and where it comes from, one line each.
pub(super) fn details(action: &Action, content: &Content) -> Vec<String> {
    let texts = &content.texts;
    let when = action.when.map(|day| texts.plan_when(&wording::date(content, day.date())));
    let who = (!action.who.is_blank()).then(|| texts.plan_who(action.who.as_str()));
    let source = match &action.origin {
        Origin::Own => None,
        Origin::Item { id: _, source } | Origin::Advice { id: _, source } => Some(source),
    };
    let source = source.filter(|source| !source.is_blank()).map(|source| texts.plan_source(source.as_str()));
    [
        Some(when.unwrap_or_else(|| texts.plan_when_unknown().to_string())),
        Some(who.unwrap_or_else(|| texts.plan_who_unknown().to_string())),
        if_then(action, content),
        source,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What was chosen in the stepper, in one line.
pub fn choice_line(choice: &Choice, content: &Content, stepper: &StepperContent) -> String {
    let Choice { goals, groups, time } = choice;
    let goals: Vec<_> = goals.iter().filter_map(|goal| stepper.goal(goal)).map(|texts| &texts.name).collect();
    let groups: Vec<_> =
        groups.iter().filter_map(|group| stepper.group(group)).map(|texts| &texts.name).collect();
    let time = stepper.time(*time).map_or("", |texts| &texts.name);
    content.texts.plan_choice(&wording::list(content, &goals), &wording::list(content, &groups), time)
}

fn format_number(number: u32, text: &str) -> String {
    [&number.to_string(), ". ", text].concat()
}

fn indented(line: &str) -> String {
    ["   ", line].concat()
}
