//! What changes after the answers were given: the half of `update` that is fetched later.

use std::rc::Rc;

use super::moves::{change, forget_reminder_of_gone, go, tell};
use super::{
    Action, Deletion, Draft, Field, FileProblem, Notice, Refusal, Refused, Route, State, grouping, mirroring,
    planning, sharing, update_first,
};
use crate::export::json::{self, ImportProblem};
use crate::plan::Plan;
use crate::record::{Kept, ScanId};
use crate::scan::{Label, Scan, Variant};

/// The state after something happened that [`update_first`] gave back.
pub fn update_rest(state: &State, action: &Action) -> State {
    let mut next = state.clone();
    match action {
        Action::Repeat(id) => repeat(&mut next, *id),
        Action::Extend(id) => extend(&mut next, *id),
        Action::Type(field, typed) => type_in(&mut next, *field, typed),
        Action::CorrectSector(id, sector) => change(&mut next, *id, |scan| scan.sector = *sector),
        Action::AskDelete(deletion) => next.deleting = Some(*deletion),
        Action::KeepAfterAll => next.deleting = None,
        Action::Delete => delete(&mut next),
        Action::Undelete => undelete(&mut next),
        Action::FileRead(file) => import(&mut next, file),
        Action::StepperLoaded(content) => {
            next.stepper = Some(Rc::clone(content));
            next.stepper_failed = false;
        }
        Action::StepperFailed => next.stepper_failed = true,
        Action::RetryStepper => next.stepper_failed = false,
        Action::ToggleGoal(goal) => planning::toggle_goal(&mut next, *goal),
        Action::ToggleGroup(group) => planning::toggle_group(&mut next, *group),
        Action::ChooseTime(time) => planning::choose_time(&mut next, *time),
        Action::ContinueStep => planning::proceed(&mut next),
        Action::Choose(choice) => planning::choose(&mut next, choice),
        Action::BeginPlan(id) => planning::begin(&mut next, *id),
        Action::Add(id, addition) => planning::add(&mut next, *id, addition),
        Action::Plan(id, change) => planning::change(&mut next, *id, *change),
        Action::Share(action) => sharing::update(&mut next, action),
        Action::Mirror(action) => mirroring::update(&mut next, *action),
        Action::PutBack => planning::put_back(&mut next),
        Action::Group(action) => grouping::update(&mut next, action),
        first => return update_first(state, first).unwrap_or(next),
    }
    next
}

fn repeat(state: &mut State, id: ScanId) {
    let Some(scan) = state.scan(id).cloned() else { return };
    state.draft = Draft::of(&scan);
    go(state, Route::Setup);
}

fn extend(state: &mut State, id: ScanId) {
    change(state, id, |scan| scan.variant = Variant::Full);
    let Some(scan) = state.scan(id).cloned() else { return };
    state.reminded.retain(|(reminded, _)| *reminded != id);
    let next = state.progress(&scan).next;
    go(state, next.map_or(Route::Check(id), |level| Route::Level(id, level)));
}

/// What is typed is kept as it is typed; what cannot be kept stays in its field, with the reason.
fn type_in(state: &mut State, field: Field, typed: &str) {
    let refusal = match field {
        Field::ScanLabel(id) => rename(state, id, typed),
        _ => planning::type_in(state, field, typed),
    };
    state.refused = refusal.map(|why| Refused { field, typed: typed.to_owned(), why });
}

fn rename(state: &mut State, id: ScanId, name: &str) -> Option<Refusal> {
    let Ok(label) = Label::new(name) else { return Some(Refusal::TooLong(Label::MAX)) };
    if state.scan(id).is_some_and(|scan| scan.label != label) {
        // The date of a result is that of its answers; another name does not change it.
        Rc::make_mut(&mut state.store).library.change(id, |scan| scan.label = label);
    }
    None
}

fn delete(state: &mut State) {
    let Some(deletion) = state.deleting.take() else { return };
    if deletion == Deletion::Group {
        return grouping::clear(state);
    }
    let store = Rc::make_mut(&mut state.store);
    let (scans, plans) = (&mut store.library, &mut store.plans);
    let is_doomed = |deletion_of: Deletion| deletion == Deletion::All || deletion == deletion_of;
    let doomed: Vec<Kept> = scans.iter().filter(|kept| is_doomed(Deletion::One(kept.id))).cloned().collect();
    let doomed_plans: Vec<Kept<Plan>> =
        plans.iter().filter(|kept| is_doomed(Deletion::Plan(kept.id))).cloned().collect();
    doomed.iter().for_each(|kept| scans.remove(kept.id));
    doomed_plans.iter().for_each(|kept| plans.remove(kept.id));
    // On another screen nothing can be brought back, so one goes there before anything is laid by for that.
    if doomed_plans.iter().any(|kept| state.route == Route::Plan(kept.id)) {
        go(state, Route::Saved);
    }
    let partners = &mut Rc::make_mut(&mut state.store).partners;
    mirroring::delete(partners, &doomed, &mut state.deleted_partners);
    state.deleted.extend(doomed);
    state.deleted_plans.extend(doomed_plans);
    forget_reminder_of_gone(state);
}

fn undelete(state: &mut State) {
    let deleted = std::mem::take(&mut state.deleted);
    let deleted_plans = std::mem::take(&mut state.deleted_plans);
    let store = Rc::make_mut(&mut state.store);
    let scans = store.library.put_back(deleted);
    state.deleted_plans = store.plans.put_back(deleted_plans).left;
    mirroring::undelete(state, &scans);
    state.deleted = scans.left;
}

fn import(state: &mut State, file: &Result<String, FileProblem>) {
    let notice = match file {
        Err(FileProblem::TooLarge) => Notice::Import(ImportProblem::TooLarge),
        Err(FileProblem::Unreadable) => Notice::FileUnreadable,
        Ok(text) => match json::decode(text, &state.content) {
            Err(ImportProblem::NotOurs) => planning::import(state, text),
            Err(problem) => Notice::Import(problem),
            Ok(scan) => keep_imported(state, scan),
        },
    };
    tell(state, notice);
}

fn keep_imported(state: &mut State, scan: Scan) -> Notice {
    if let Some(id) = state.store.library.find_same(&scan) {
        return Notice::AlreadyHere(id);
    }
    match Rc::make_mut(&mut state.store).library.add(scan) {
        Some(id) => Notice::Imported(id),
        None => Notice::LibraryFull,
    }
}
