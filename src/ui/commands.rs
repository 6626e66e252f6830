//! What somebody asks of the browser, apart from what the way to the answers needs.

use std::rc::Rc;

use yew::Callback;

use super::browser::{clock, copy, fetch, page};
use super::{Command, downloads, grouping, sharing, shell};
use crate::app::{Action, Notice, State};
use crate::content::stepper::StepperContent;
use crate::export;
use crate::plan::PlanId;

/// Has the browser do it.
pub fn perform(state: &State, command: Command, act: &Callback<Rc<Action>>) {
    match command {
        Command::Download(id, format) => downloads::offer(state, id, format, act),
        Command::DownloadSetAside => downloads::offer_set_aside(act),
        Command::CopyText(id) => {
            let Some(scan) = state.scan(id) else { return };
            copied(export::text::result(scan, &state.content), act);
        }
        Command::CopyPlan(id) => {
            let (Some(plan), Some(stepper)) = (state.plan(id), state.stepper()) else { return };
            copied(export::plan_text::plan(plan, &state.content, stepper), act);
        }
        Command::DownloadPlan(id, format) => downloads::offer_plan(state, id, format, act),
        Command::Add(addition) => act.emit(Action::Add(random_plan_id(), addition).into()),
        Command::BeginPlan => act.emit(Action::BeginPlan(random_plan_id()).into()),
        Command::Group(asked) => grouping::perform(state, asked, act),
        Command::Share(command) => sharing::perform(command, act),
        Command::Print => page::print(),
        Command::ReadFile(file) => {
            let act = act.clone();
            file.read(export::plan_json::MAX_BYTES, move |text| act.emit(Action::FileRead(text).into()));
        }
        // These are on the way to the answers.
        Command::Speak(_) | Command::Focus(_) => {}
    }
}

/// Fetches what the stepper shows.
pub fn fetch_stepper(code: &str, act: &Callback<Rc<Action>>) {
    let act = act.clone();
    fetch::once(fetch::stepper(code), move |text| {
        let content = text.and_then(|text| StepperContent::read(&text).ok());
        act.emit(
            content.map_or(Action::StepperFailed, |content| Action::StepperLoaded(Rc::new(content))).into(),
        );
    });
}

fn copied(text: String, act: &Callback<Rc<Action>>) {
    let act = act.clone();
    copy::text(text, move |copied| {
        if copied {
            act.emit(Action::Tell(Notice::Copied).into());
        } else {
            page::select_text(shell::RESULT_TEXT);
            act.emit(Action::Tell(Notice::CopyFailed).into());
        }
    });
}

fn random_plan_id() -> PlanId {
    PlanId::new(clock::random_bits())
}
