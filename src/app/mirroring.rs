//! What changes between an invitation and the view of both sides.

use std::rc::Rc;

use super::moves::{go, keep_begun, tell};
use super::partner::invited;
use super::{Draft, MirrorAction, Notice, Route, State};
use crate::link::Link;
use crate::record::{Kept, Partner, Partners, PutBack, ScanId, Seen, Store};
use crate::scan::{Answers, Label, Role, Scan};

pub(super) fn update(state: &mut State, action: MirrorAction) {
    match action {
        MirrorAction::Accept => accept(state),
        MirrorAction::Decline => decline(state),
        MirrorAction::AnswerWith(id) => answer_with(state, id),
        MirrorAction::Stand(id) => Rc::make_mut(&mut state.store).partners.show(id),
        MirrorAction::KeepBoth(own) => keep_both(state, own),
    }
}

/// The invitation that was opened.
fn opened_invitation(state: &State) -> Option<Scan> {
    match state.opened.as_deref() {
        Some(Ok(Link::Invitation(scan))) => Some(scan.clone()),
        _ => None,
    }
}

/// A scan of the other role begins, as much of the same as can be, and what it is may still be corrected. It is kept with
/// the invitation at once: loading the page again brings back neither the link nor what was filled in so far.
fn accept(state: &mut State) {
    let Some(invitation) = opened_invitation(state) else { return };
    let scan = Scan {
        role: invitation.role.partner(),
        label: Label::default(),
        content_version: state.content.version,
        started_on: state.today,
        changed_on: state.today,
        answers: Answers::new(),
        ..invitation.clone()
    };
    let draft = Draft::of(&scan);
    let store = Rc::make_mut(&mut state.store);
    let Some(id) = keep_begun(store, scan, |partner| partner.scan == invitation) else {
        tell(state, Notice::LibraryFull);
        return;
    };
    with_partner(store, id, Partner { scan: invitation, seen: Seen::NotYet });
    state.draft = draft;
    go(state, Route::Setup);
}

/// The scan that is being prepared answers no invitation after all.
fn decline(state: &mut State) {
    let Some(id) = invited(&state.store).map(|(kept, _)| kept.id) else { return };
    Rc::make_mut(&mut state.store).partners.take(id);
}

/// A scan that is there already answers the invitation. When it has a partner of its own, a copy does.
fn answer_with(state: &mut State, id: ScanId) {
    let Some(invitation) = opened_invitation(state) else { return };
    if state.scan(id).is_none_or(|scan| scan.role == invitation.role) {
        return;
    }
    let partner = Partner { scan: invitation, seen: Seen::NotYet };
    match with_partner(Rc::make_mut(&mut state.store), id, partner) {
        Some(id) => go(state, Route::Mirror(id)),
        None => tell(state, Notice::LibraryFull),
    }
}

/// The number of the scan that has the partner by now, which is a copy when this one has a partner of its own; none when
/// the library is full.
fn with_partner(store: &mut Store, id: ScanId, partner: Partner) -> Option<ScanId> {
    let (id, seen) = match store.partners.get(id) {
        None => (id, Seen::NotYet),
        Some(kept) if kept.scan == partner.scan => (id, kept.seen),
        Some(_) => {
            let copy = Scan::clone(store.library.get(id)?);
            (store.library.add(copy)?, Seen::NotYet)
        }
    };
    store.partners.set(id, Rc::new(Partner { seen: seen.max(partner.seen), ..partner }));
    Some(id)
}

/// The other side's answers go to the own scan they belong to. Where that is not in this browser, both sides are kept
/// as a result of their own.
fn keep_both(state: &mut State, own: Role) {
    let Some(opened) = state.opened.clone() else { return };
    let Ok(Link::Both(pair)) = &*opened else { return };
    let (own, other) = (pair.get(own), pair.get(own.partner()));
    let found = state.own_side(own, other).map(|kept| kept.id);
    let store = Rc::make_mut(&mut state.store);
    let (own, notice): (_, fn(ScanId) -> Notice) = match found {
        Some(id) => {
            store.library.own(id, true);
            (found, Notice::BothKept)
        }
        None => (store.library.add_first(own.clone()), Notice::BothKeptApart),
    };
    let partner = Partner { scan: other.clone(), seen: Seen::ThereToo };
    let kept = own.and_then(|own| with_partner(store, own, partner));
    match kept {
        Some(id) => {
            state.opened = None;
            go(state, Route::Mirror(id));
            if state.storage.keeps() {
                tell(state, notice(id));
            }
        }
        None => tell(state, Notice::LibraryFull),
    }
}

/// The partners of scans that are deleted go along.
pub(super) fn delete(partners: &mut Partners, doomed: &[Kept], deleted: &mut Partners) {
    for id in doomed.iter().map(|kept| kept.id) {
        if let Some(partner) = partners.take(id) {
            deleted.set(id, partner);
        }
    }
}

/// The partners of scans that came back come along; those of the others stay where they are.
pub(super) fn undelete(state: &mut State, scans: &PutBack<Scan>) {
    let store = Rc::make_mut(&mut state.store);
    for (old, now) in &scans.numbers {
        if let Some(partner) = state.deleted_partners.take(*old)
            && store.partners.get(*now).is_none()
        {
            store.partners.set(*now, partner);
        }
    }
}
