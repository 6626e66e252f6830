//! The one function that changes the state, and the half of it that the first answer needs.

use std::rc::Rc;

use super::{
    Action, Draft, Notice, Rest, Route, SaveOutcome, SetupProblem, State, Storage, mirroring,
    rest::update_rest,
};
use crate::record::{Partner, Partners, ScanId, Store};
use crate::scan::{Answers, Label, Level, Role, Scan};

/// The state after something happened. What the browser must do follows from the difference.
pub fn update(state: &State, action: Action) -> State {
    update_first(state, &action).unwrap_or_else(|| update_rest(state, &action))
}

/// What happens on the way to the answers; none for an action that [`update_rest`] knows: its code is fetched later.
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

pub(super) fn go(state: &mut State, route: Route) {
    if state.route == route {
        return;
    }
    state.route = route;
    state.reminding = false;
    state.deleting = None;
    state.deleted.clear();
    state.deleted_partners = Partners::default();
    state.deleted_plans.clear();
    state.taken_out = None;
    state.refused = None;
    state.step_open = false;
    state.with_words = false;
    state.draft.problem = None;
    state.notices.retain(|notice| matches!(notice, Notice::SetAside(_)));
    mirroring::arrive(state);
}

/// Tells something in place of what was told before. Only what was set aside stays: it waits for somebody to take it.
pub(super) fn tell(state: &mut State, notice: Notice) {
    state.notices.retain(|told| matches!(told, Notice::SetAside(_)) && *told != notice);
    state.notices.push(notice);
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

/// A scan without answers is kept, in place of one that is there last and has a partner that may stay: who goes back and
/// begins again has not begun two scans. None when the library is full.
pub(super) fn keep_begun(
    store: &mut Store,
    scan: Scan,
    may_stay: impl FnOnce(&Partner) -> bool,
) -> Option<ScanId> {
    let untouched = mirroring::untouched(store).map(|kept| kept.id);
    match untouched.filter(|id| store.partners.get(*id).is_none_or(|partner| may_stay(partner))) {
        Some(id) => {
            store.library.change(id, |untouched| *untouched = scan);
            Some(id)
        }
        None => store.library.add(scan),
    }
}

pub(super) fn change(state: &mut State, id: ScanId, change: impl FnOnce(&mut Scan)) {
    let today = state.today;
    if state.scan(id).is_none() {
        return;
    }
    let Store { library, partners, .. } = Rc::make_mut(&mut state.store);
    partners.outdate(id);
    library.own(id, true);
    library.change(id, |scan| {
        change(scan);
        // A clock that was set back never makes a scan end before it began.
        scan.changed_on = today.max(scan.started_on);
    });
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

/// Nothing is pointed out in a scan that is not there any more.
pub(super) fn forget_reminder_of_gone(state: &mut State) {
    state.reminding &= state.route.scan().is_some_and(|id| state.scan(id).is_some());
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

impl State {
    /// The party that the shown screen addresses.
    pub fn role_shown(&self) -> Role {
        self.route.scan().and_then(|id| self.scan(id)).map_or(self.draft.role, |scan| scan.role)
    }
}
