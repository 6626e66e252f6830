//! What the browser must do after the state changed. Pure, so that a test can read it.

use std::rc::Rc;

use crate::app::{Notice, Route, State};
use crate::content::Text;
use crate::record::{ScanId, Store};
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
    /// The button that deletes this scan.
    DeleteButton(ScanId),
    /// The newest message.
    Notice,
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
    if old.route != new.route {
        effects.push(Effect::Address(new.route));
        effects.push(Effect::NewScreen);
        if let Route::Statement(_, statement) = new.route {
            effects.push(Effect::Focus(Target::Statement(statement)));
        }
        return effects;
    }
    effects.extend(focus(old, new).map(Effect::Focus));
    effects
}

/// Where the focus goes when the screen stays. At most one place, so that one event is announced once.
fn focus(old: &State, new: &State) -> Option<Target> {
    if new.reminding && !old.reminding
        || new.draft.problem.is_some() && new.draft.problem != old.draft.problem
    {
        return Some(Target::Problem);
    }
    if new.deleted.len() > old.deleted.len() {
        return Some(Target::Undo);
    }
    if new.deleted.is_empty() && !old.deleted.is_empty() {
        return Some(Target::SavedList);
    }
    match (old.deleting, new.deleting) {
        (before, Some(now)) if before != Some(now) => return Some(Target::DeleteQuestion),
        (Some(crate::app::Deletion::One(id)), None) => return Some(Target::DeleteButton(id)),
        (Some(crate::app::Deletion::All), None) => return Some(Target::SavedList),
        _ => {}
    }
    let told = new.notices.len() > old.notices.len();
    let by_itself =
        matches!(new.notices.last(), Some(Notice::Copied | Notice::OtherTab | Notice::SetAside(_)));
    (told && !by_itself).then_some(Target::Notice)
}
