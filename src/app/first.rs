//! The half of `update` that the first answer needs.

use std::rc::Rc;

use super::moves::{change, forget_reminder_of_gone, go, keep_begun, tell};
use super::{Action, Draft, Notice, Rest, Route, SaveOutcome, SetupProblem, State, Storage};
use crate::record::Store;
use crate::scan::{Answers, Label, Level, Role, Scan};

/// What happens on the way to the answers; none for an action that [`super::update_rest`] knows: its code is fetched later.
pub fn update_first(state: &State, action: &Action) -> Option<State> {
    let mut next = state.clone();
    match action {
        Action::Go(route) => go(&mut next, *route),
        Action::ChooseRole(role) => choose_role(&mut next, *role),
        Action::ChooseSector(sector) => {
            next.draft.sector = Some(*sector);
            Rc::make_mut(&mut next.store).preferences.sector = Some(*sector);
            if next.draft.problem == Some(SetupProblem::NoSector) {
                next.draft.problem = None;
            }
        }
        Action::ChooseVariant(variant) => next.draft.variant = *variant,
        Action::TypeLabel(label) => {
            next.draft.label.clone_from(label);
            if next.draft.problem == Some(SetupProblem::LabelTooLong) {
                next.draft.problem = None;
            }
        }
        Action::Begin => begin(&mut next),
        Action::Answer(id, statement, answer) => {
            if next.content.statement(*statement).is_some() {
                change(&mut next, *id, |scan| scan.answers.set(*statement, *answer));
            }
        }
        Action::ClearAnswer(id, statement) => change(&mut next, *id, |scan| scan.answers.clear(*statement)),
        Action::Continue => proceed(&mut next),
        Action::RestArrived => next.rest = Rest::Here,
        Action::RestFailed => next.rest = Rest::Failed,
        Action::RetryRest => next.rest = Rest::NotYet,
        Action::LanguageLoaded(content) => next.content = Rc::clone(content),
        Action::LanguageFailed(code) => tell(&mut next, Notice::LanguageUnavailable(Rc::clone(code))),
        Action::Saved(outcome) => saved(&mut next, *outcome),
        Action::Adopt(store) => adopt(&mut next, store),
        Action::SetAside(problem) => tell(&mut next, Notice::SetAside(*problem)),
        Action::Tell(notice) => tell(&mut next, notice.clone()),
        Action::Dismiss(position) => {
            if *position < next.notices.len() {
                next.notices.remove(*position);
            }
        }
        Action::DayChanged(today) => next.today = *today,
        _ => return None,
    }
    Some(next)
}

fn choose_role(state: &mut State, role: Role) {
    if role == state.draft.role {
        return;
    }
    let variant = Draft::new(role, None).variant;
    state.draft.role = role;
    state.draft.variant = variant;
    Rc::make_mut(&mut state.store).preferences.role = Some(role);
}

fn begin(state: &mut State) {
    let Some(sector) = state.draft.sector else {
        state.draft.problem = Some(SetupProblem::NoSector);
        return;
    };
    let Ok(label) = Label::new(&state.draft.label) else {
        state.draft.problem = Some(SetupProblem::LabelTooLong);
        return;
    };
    let scan = Scan {
        role: state.draft.role,
        sector,
        variant: state.draft.variant,
        label,
        content_version: state.content.version,
        started_on: state.today,
        changed_on: state.today,
        answers: Answers::new(),
    };
    let role = scan.role;
    let store = Rc::make_mut(&mut state.store);
    // A scan that was to answer an invitation still does, unless it is of the side that invites.
    let Some(id) = keep_begun(store, scan, |partner| partner.scan.role != role) else {
        state.draft.problem = Some(SetupProblem::LibraryFull);
        return;
    };
    state.reminded.retain(|(reminded, _)| *reminded != id);
    store.preferences.role = Some(role);
    store.preferences.sector = Some(sector);
    state.draft = Draft::new(role, Some(sector));
    go(state, Route::Level(id, Level::Strategic));
}

/// On to the next level. Skipped statements are pointed out once per level, never more.
fn proceed(state: &mut State) {
    let Route::Level(id, level) = state.route else { return };
    let Some(scan) = state.scan(id).cloned() else { return };
    let content = Rc::clone(&state.content);
    let of_level = |&id: &_| content.statement(id).is_some_and(|statement| statement.level == level);
    let skipped = scan.unanswered(&content).any(|id| of_level(&id));
    if skipped && !state.reminded.contains(&(id, level)) {
        state.reminded.push((id, level));
        state.reminding = true;
        return;
    }
    go(state, level.next().map_or(Route::Check(id), |next| Route::Level(id, next)));
}

fn adopt(state: &mut State, store: &Rc<Store>) {
    if *state.store != **store {
        state.store = Rc::clone(store);
        forget_reminder_of_gone(state);
        tell(state, Notice::OtherTab);
    }
}

fn saved(state: &mut State, outcome: SaveOutcome) {
    state.storage = match (outcome, state.storage) {
        (SaveOutcome::Kept, Storage::Partitioned) => Storage::Partitioned,
        (SaveOutcome::Kept, _) => Storage::Works,
        (SaveOutcome::Blocked, _) => Storage::Blocked,
        (SaveOutcome::Full, _) => Storage::Full,
    };
}
