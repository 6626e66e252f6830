//! The one function that changes the state.

use std::rc::Rc;

use super::{
    Action, Deletion, Draft, Field, FileProblem, Notice, Refusal, Refused, Route, SaveOutcome, SetupProblem,
    State, Storage, grouping, planning,
};
use crate::export::json::{self, ImportProblem};
use crate::plan::Plan;
use crate::record::{Kept, ScanId, Store};
use crate::scan::{Answers, Label, Level, Role, Scan, Variant};

/// The state after something happened. What the browser must do follows from the difference.
pub fn update(state: &State, action: Action) -> State {
    let mut next = state.clone();
    match action {
        Action::Go(route) => go(&mut next, route),
        Action::ChooseRole(role) => choose_role(&mut next, role),
        Action::ChooseSector(sector) => {
            next.draft.sector = Some(sector);
            if next.draft.problem == Some(SetupProblem::NoSector) {
                next.draft.problem = None;
            }
        }
        Action::ChooseVariant(variant) => next.draft.variant = variant,
        Action::TypeLabel(label) => {
            next.draft.label = label;
            if next.draft.problem == Some(SetupProblem::LabelTooLong) {
                next.draft.problem = None;
            }
        }
        Action::Begin => begin(&mut next),
        Action::Repeat(id) => repeat(&mut next, id),
        Action::Answer(id, statement, answer) => {
            if next.content.statement(statement).is_some() {
                change(&mut next, id, |scan| scan.answers.set(statement, answer));
            }
        }
        Action::ClearAnswer(id, statement) => change(&mut next, id, |scan| scan.answers.clear(statement)),
        Action::Continue => proceed(&mut next),
        Action::Extend(id) => extend(&mut next, id),
        Action::Type(field, typed) => type_in(&mut next, field, typed),
        Action::CorrectSector(id, sector) => change(&mut next, id, |scan| scan.sector = sector),
        Action::AskDelete(deletion) => next.deleting = Some(deletion),
        Action::KeepAfterAll => next.deleting = None,
        Action::Delete => delete(&mut next),
        Action::Undelete => undelete(&mut next),
        Action::FileRead(file) => import(&mut next, file),
        Action::StepperLoaded(content) => {
            next.stepper = Some(content);
            next.stepper_failed = false;
        }
        Action::StepperFailed => next.stepper_failed = true,
        Action::RetryStepper => next.stepper_failed = false,
        Action::ToggleGoal(goal) => planning::toggle_goal(&mut next, goal),
        Action::ToggleGroup(group) => planning::toggle_group(&mut next, group),
        Action::ChooseTime(time) => planning::choose_time(&mut next, time),
        Action::ContinueStep => planning::proceed(&mut next),
        Action::Choose(choice) => planning::choose(&mut next, &choice),
        Action::BeginPlan(id) => planning::begin(&mut next, id),
        Action::Add(id, addition) => planning::add(&mut next, id, &addition),
        Action::Plan(id, change) => planning::change(&mut next, id, change),
        Action::PutBack => planning::put_back(&mut next),
        Action::LanguageLoaded(content) => next.content = content,
        Action::LanguageFailed(code) => tell(&mut next, Notice::LanguageUnavailable(code)),
        Action::Group(action) => grouping::update(&mut next, action),
        Action::Saved(outcome) => saved(&mut next, outcome),
        Action::Adopt(store) => adopt(&mut next, store),
        Action::SetAside(problem) => tell(&mut next, Notice::SetAside(problem)),
        Action::Tell(notice) => tell(&mut next, notice),
        Action::Dismiss(position) => {
            if position < next.notices.len() {
                next.notices.remove(position);
            }
        }
        Action::DayChanged(today) => next.today = today,
    }
    next
}

pub(super) fn go(state: &mut State, route: Route) {
    if state.route == route {
        return;
    }
    state.route = route;
    state.reminding = false;
    state.deleting = None;
    state.deleted.clear();
    state.deleted_plans.clear();
    state.taken_out = None;
    state.refused = None;
    state.step_open = false;
    state.draft.problem = None;
    state.notices.retain(|notice| matches!(notice, Notice::SetAside(_)));
}

pub(super) fn tell(state: &mut State, notice: Notice) {
    state.notices.retain(|told| *told != notice);
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
    // Who goes back and begins again has not begun two scans.
    let untouched = store.library.latest().filter(|kept| kept.value.answers.is_empty()).map(|kept| kept.id);
    let id = match untouched {
        Some(id) => {
            store.library.change(id, |untouched| *untouched = scan);
            id
        }
        None => {
            let Some(id) = store.library.add(scan) else {
                state.draft.problem = Some(SetupProblem::LibraryFull);
                return;
            };
            id
        }
    };
    state.reminded.retain(|(reminded, _)| *reminded != id);
    store.preferences.role = Some(role);
    store.preferences.sector = Some(sector);
    state.draft = Draft::new(role, Some(sector));
    go(state, Route::Level(id, Level::Strategic));
}

fn repeat(state: &mut State, id: ScanId) {
    let Some(scan) = state.scan(id).cloned() else { return };
    state.draft = Draft {
        role: scan.role,
        sector: Some(scan.sector),
        variant: scan.variant,
        label: scan.label.as_str().to_owned(),
        problem: None,
    };
    go(state, Route::Setup);
}

fn change(state: &mut State, id: ScanId, change: impl FnOnce(&mut Scan)) {
    let today = state.today;
    if state.scan(id).is_none() {
        return;
    }
    Rc::make_mut(&mut state.store).library.change(id, |scan| {
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

fn extend(state: &mut State, id: ScanId) {
    change(state, id, |scan| scan.variant = Variant::Full);
    let Some(scan) = state.scan(id).cloned() else { return };
    state.reminded.retain(|(reminded, _)| *reminded != id);
    let next = state.progress(&scan).next;
    go(state, next.map_or(Route::Check(id), |level| Route::Level(id, level)));
}

/// What is typed is kept as it is typed; what cannot be kept stays in its field, with the reason.
fn type_in(state: &mut State, field: Field, typed: String) {
    let refusal = match field {
        Field::ScanLabel(id) => rename(state, id, &typed),
        _ => planning::type_in(state, field, &typed),
    };
    state.refused = refusal.map(|why| Refused { field, typed, why });
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
    if doomed_plans.iter().any(|kept| state.route == Route::Plan(kept.id)) {
        go(state, Route::Saved);
    }
    state.deleted.extend(doomed);
    state.deleted_plans.extend(doomed_plans);
    forget_reminder_of_gone(state);
}

/// Nothing is pointed out in a scan that is not there any more.
fn forget_reminder_of_gone(state: &mut State) {
    state.reminding &= state.route.scan().is_some_and(|id| state.scan(id).is_some());
}

fn undelete(state: &mut State) {
    let deleted = std::mem::take(&mut state.deleted);
    let deleted_plans = std::mem::take(&mut state.deleted_plans);
    let store = Rc::make_mut(&mut state.store);
    state.deleted = store.library.put_back(deleted);
    state.deleted_plans = store.plans.put_back(deleted_plans);
}

fn import(state: &mut State, file: Result<String, FileProblem>) {
    let notice = match file {
        Err(FileProblem::TooLarge) => Notice::Import(ImportProblem::TooLarge),
        Err(FileProblem::Unreadable) => Notice::FileUnreadable,
        Ok(text) => match json::decode(&text, &state.content) {
            Err(ImportProblem::NotOurs) => planning::import(state, &text),
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

fn adopt(state: &mut State, store: Rc<Store>) {
    if *state.store != *store {
        state.store = store;
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
