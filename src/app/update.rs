//! The one function that changes the state.

use std::rc::Rc;

use super::{Action, Deletion, Draft, FileProblem, Notice, Route, SaveOutcome, SetupProblem, State, Storage};
use crate::export::json::{self, ImportProblem};
use crate::record::{Kept, ScanId};
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
        Action::Rename(id, name) => rename(&mut next, id, &name),
        Action::CorrectSector(id, sector) => change(&mut next, id, |scan| scan.sector = sector),
        Action::AskDelete(deletion) => next.deleting = Some(deletion),
        Action::KeepAfterAll => next.deleting = None,
        Action::Delete => delete(&mut next),
        Action::Undelete => undelete(&mut next),
        Action::FileRead(file) => import(&mut next, file),
        Action::LanguageLoaded(content) => next.content = content,
        Action::LanguageFailed(code) => tell(&mut next, Notice::LanguageUnavailable(code)),
        Action::Saved(outcome) => saved(&mut next, outcome),
        Action::Adopt(store) => next.store = store,
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

fn go(state: &mut State, route: Route) {
    if state.route == route {
        return;
    }
    state.route = route;
    state.reminding = false;
    state.deleting = None;
    state.deleted.clear();
    state.rename_too_long = None;
    state.draft.problem = None;
    state.notices.retain(|notice| matches!(notice, Notice::SetAside(_)));
}

fn tell(state: &mut State, notice: Notice) {
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
    let Some(id) = store.library.add(scan) else {
        state.draft.problem = Some(SetupProblem::LibraryFull);
        return;
    };
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

fn rename(state: &mut State, id: ScanId, name: &str) {
    match Label::new(name) {
        Ok(label) => {
            state.rename_too_long = None;
            if state.scan(id).is_some_and(|scan| scan.label != label) {
                change(state, id, |scan| scan.label = label);
            }
        }
        Err(_) => state.rename_too_long = Some(id),
    }
}

fn delete(state: &mut State) {
    let Some(deletion) = state.deleting.take() else { return };
    let library = &mut Rc::make_mut(&mut state.store).library;
    let doomed: Vec<Kept> = match deletion {
        Deletion::All => library.iter().cloned().collect(),
        Deletion::One(id) => library.iter().filter(|kept| kept.id == id).cloned().collect(),
    };
    for kept in &doomed {
        library.remove(kept.id);
    }
    state.deleted.extend(doomed);
}

fn undelete(state: &mut State) {
    let deleted = std::mem::take(&mut state.deleted);
    let library = &mut Rc::make_mut(&mut state.store).library;
    state.deleted = library.put_back(deleted);
}

fn import(state: &mut State, file: Result<String, FileProblem>) {
    let notice = match file {
        Err(FileProblem::TooLarge) => Notice::Import(ImportProblem::TooLarge),
        Err(FileProblem::Unreadable) => Notice::FileUnreadable,
        Ok(text) => match json::decode(&text, &state.content) {
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
