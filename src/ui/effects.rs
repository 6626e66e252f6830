//! What the browser must do after the state changed. Pure, so that a test can read it.

use std::rc::Rc;

use crate::app::{Contents, Deletion, Notice, Rest, Route, State};
use crate::content::Text;
use crate::plan::{List, Number};
use crate::record::Store;
use crate::scan::StatementId;

/// One thing for the browser to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep this.
    Save(Rc<Store>),
    /// Show this route in the address bar, as a step that 'back' undoes.
    Address(Route),
    /// Begin at the top of a new screen, with the focus on its heading.
    NewScreen,
    /// Put the focus on an element.
    Focus(Target),
    /// The page is in this language now.
    Language(Text),
    /// Fetch the rest of the module.
    FetchRest,
    /// Fetch the stepper's content in the language of this code.
    FetchStepper(Text),
}

/// Something that can have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The statement and its answers.
    Statement(StatementId),
    /// What explains why nothing went on: reminder or problem.
    Problem,
    /// The second question before deleting.
    DeleteQuestion,
    /// The message with which deleting is undone.
    Undo,
    /// The list of what is kept.
    SavedList,
    /// The button that deletes this.
    DeleteButton(Deletion),
    /// What says how far the reading of a group is.
    GroupReading,
    /// What says what came of it.
    GroupOutcome,
    /// The newest message.
    Notice,
    /// What a new action of a plan is.
    NewAction(Number),
    /// The day of a new moment to look back.
    NewReview(Number),
    /// The way to change an answer, among all answers.
    GivenAnswer(StatementId),
}

/// What follows from a change.
pub fn between(old: &State, new: &State) -> Vec<Effect> {
    let mut effects = Vec::new();
    if !Rc::ptr_eq(&old.store, &new.store) && old.store != new.store {
        effects.push(Effect::Save(Rc::clone(&new.store)));
    }
    if old.content.language.code != new.content.language.code {
        effects.push(Effect::Language(new.content.language.code.clone()));
    }
    if wants_rest(new) && !wants_rest(old) {
        effects.push(Effect::FetchRest);
    }
    if wants_stepper(new) && (!wants_stepper(old) || old.content.language.code != new.content.language.code) {
        effects.push(Effect::FetchStepper(new.content.language.code.clone()));
    }
    let opened_anew = new.route == Route::Link && old.opened_anew(new);
    if old.route != new.route {
        effects.push(Effect::Address(new.route));
        effects.push(Effect::NewScreen);
        match (old.route, new.route) {
            (_, Route::Statement(_, statement)) => effects.push(Effect::Focus(Target::Statement(statement))),
            // Back where one came from, not at the top of a long list.
            (Route::Statement(_, statement), Route::Check(_)) => {
                effects.push(Effect::Focus(Target::GivenAnswer(statement)));
            }
            _ => {}
        }
        return effects;
    }
    if opened_anew || shown_now(old, new) || new.route == Route::Answer && old.store.wish != new.store.wish {
        // Another link was opened, the other side came in view, or a way out was taken: the same address, but all of it
        // is new.
        effects.push(Effect::NewScreen);
        return effects;
    }
    effects.extend(focus(old, new).map(Effect::Focus));
    effects
}

/// Whether the other side's answers came in view on the screen for them.
fn shown_now(old: &State, new: &State) -> bool {
    let Route::Mirror(id) = new.route else { return false };
    old.partner_shown(id).is_none() && new.partner_shown(id).is_some()
}

/// Whether the rest of the module is not here while the screen needs it, or soon will: after the first answer come the
/// others, and then the result, perhaps without a connection. Scans of an earlier content version need it at once.
pub fn wants_rest(state: &State) -> bool {
    let soon =
        || state.route.scan().and_then(|id| state.scan(id)).is_some_and(|scan| !scan.answers.is_empty());
    state.rest == Rest::NotYet && (state.route.needs_rest() || soon() || state.lacks_earlier())
}

/// Whether the screen shows the stepper's content and does not have it in the language of the page.
pub fn wants_stepper(state: &State) -> bool {
    (state.route.needs_stepper() || state.route == Route::Link && state.has_opened_plan())
        && state.rest == Rest::Here
        && state.stepper().is_none()
        && !state.stepper_failed
}

/// Where the focus goes when the screen stays. At most one place, so that one event is announced once.
fn focus(old: &State, new: &State) -> Option<Target> {
    if new.step_open && !old.step_open {
        return Some(Target::Problem);
    }
    match (&old.group.contents, &new.group.contents) {
        (Contents::Reading(_), Contents::Reading(_)) => {}
        (_, Contents::Reading(_)) => return Some(Target::GroupReading),
        (Contents::Reading(_), Contents::There(..)) => return Some(Target::GroupOutcome),
        _ => {}
    }
    let undoable = |state: &State| state.deleted.len() + state.deleted_plans.len();
    if new.taken_out.is_some() && new.taken_out != old.taken_out {
        return Some(Target::Undo);
    }
    if new.taken_out.is_none() && old.taken_out.is_some() {
        return Some(Target::SavedList);
    }
    if new.reminding && !old.reminding
        || new.draft.problem.is_some() && new.draft.problem != old.draft.problem
    {
        return Some(Target::Problem);
    }
    if undoable(new) > undoable(old) {
        return Some(Target::Undo);
    }
    if undoable(new) == 0 && undoable(old) > 0 {
        return Some(Target::SavedList);
    }
    match (old.deleting, new.deleting) {
        (before, Some(now)) if before != Some(now) => return Some(Target::DeleteQuestion),
        (Some(Deletion::All), None) => return Some(Target::SavedList),
        (Some(Deletion::Group), None) if new.group.gathered().is_none() => return Some(Target::SavedList),
        (Some(deletion), None) => return Some(Target::DeleteButton(deletion)),
        _ => {}
    }
    if let Some(added) = added(old, new) {
        return Some(added);
    }
    let told = new.notices.last().is_some() && new.notices.last() != old.notices.last();
    let by_itself = matches!(
        new.notices.last(),
        Some(
            Notice::Copied | Notice::LinkCopied | Notice::CopyFailed | Notice::OtherTab | Notice::SetAside(_)
        )
    );
    (told && !by_itself).then_some(Target::Notice)
}

/// What was added to the plan on this screen by pressing for it, to be filled in now.
fn added(old: &State, new: &State) -> Option<Target> {
    let Route::Plan(id) = new.route else { return None };
    let (old, new) = (old.plan(id)?, new.plan(id)?);
    newest(&old.actions, &new.actions)
        .map(Target::NewAction)
        .or_else(|| newest(&old.reviews, &new.reviews).map(Target::NewReview))
}

fn newest<T, const MOST: usize>(old: &List<T, MOST>, new: &List<T, MOST>) -> Option<Number> {
    let (last, _) = new.iter().last()?;
    (new.len() > old.len() && old.get(last).is_none()).then_some(last)
}
