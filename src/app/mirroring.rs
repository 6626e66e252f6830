//! What changes between an invitation and the view of both sides.

use std::rc::Rc;

use super::update::{go, keep_begun, tell};
use super::{Draft, MirrorAction, Notice, Route, State, orders};
use crate::link::{LabelIn, Link, write_result};
use crate::record::{Kept, Partner, Partners, PutBack, ScanId, Seen, Store};
use crate::scan::{Answers, Label, Pair, Role, Scan};

/// What this browser knows of both sides out of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BothHere {
    /// Both are kept, with this scan as one's own side.
    Kept(ScanId),
    /// The side of this role is kept here, the other is not: that one is one's own.
    Own(Role),
    /// Neither side is kept here, or both are but apart: which is one's own must be asked.
    NeitherOrEither,
}

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
    store.partners.set(id, Rc::new(Partner { scan: invitation, seen: Seen::NotYet }));
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

/// The scan that was begun last, while nothing in it is answered.
pub(super) fn untouched(store: &Store) -> Option<&Kept> {
    store.library.latest_own().filter(|kept| kept.value.answers.is_empty())
}

/// That scan and its partner, when it is to answer an invitation.
pub(super) fn invited(store: &Store) -> Option<(&Kept, &Partner)> {
    let kept = untouched(store)?;
    Some((kept, store.partners.get(kept.id)?))
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

/// Who looks at both sides when all is answered has seen them, whatever is changed afterwards.
pub(super) fn arrive(state: &mut State) {
    let Route::Mirror(id) = state.route else { return };
    if state.partner_shown(id).is_some() {
        Rc::make_mut(&mut state.store).partners.show(id);
    }
}

impl State {
    /// The other side's answers, once one's own stand: all statements have an answer, or somebody said so.
    pub fn partner_shown(&self, id: ScanId) -> Option<&Scan> {
        let (scan, partner) = (self.scan(id)?, self.store.partners.get(id)?);
        let stands = || self.content.knows(scan) && self.progress(scan).next.is_none();
        (partner.seen >= Seen::Here || stands()).then_some(&partner.scan)
    }

    /// Whether the other side has the very answers of both that are shown here, because they came from there.
    pub fn partner_has_both(&self, id: ScanId) -> bool {
        self.store.partners.get(id).is_some_and(|partner| partner.seen == Seen::ThereToo)
    }

    /// Both sides, as soon as they may be seen.
    pub fn both_sides(&self, id: ScanId) -> Option<Pair> {
        let other = self.partner_shown(id)?;
        Pair::of(Scan::clone(self.scan(id)?), other.clone()).ok()
    }

    /// The invitation that the scan which is being prepared will answer.
    pub fn invitation(&self) -> Option<&Scan> {
        invited(&self.store).map(|(_, partner)| &partner.scan)
    }

    /// The scan kept here that answers this invitation already.
    pub fn answers_invitation(&self, invitation: &Scan) -> Option<ScanId> {
        self.store.partners.iter().find(|(_, partner)| partner.scan == *invitation).map(|(id, _)| id)
    }

    /// Whether both sides out of a link are kept here, and if not, whether anything tells which side is one's own.
    pub fn both_here(&self, pair: &Pair) -> BothHere {
        let mut here = BothHere::NeitherOrEither;
        for &role in Role::ALL {
            let other = pair.get(role.partner());
            let Some(own) = self.own_side(pair.get(role), other) else { continue };
            if self.partner_shown(own.id) == Some(other) {
                return BothHere::Kept(own.id);
            }
            if own.foreign {
                // It came in a link of its own, so it tells nothing.
                continue;
            }
            here = match here {
                BothHere::NeitherOrEither => BothHere::Own(role),
                _ => BothHere::NeitherOrEither,
            };
        }
        here
    }

    /// The scan kept here of which this is what a link carries: the one with that partner, or else one without; and rather one
    /// of one's own.
    fn own_side(&self, sent: &Scan, other: &Scan) -> Option<&Kept> {
        let orders = orders(&self.content);
        let text = |scan: &Scan| write_result(scan, LabelIn::LeftOut, &orders).ok();
        let wanted = text(sent)?;
        let kept = self.store.library.iter().filter(|kept| text(&kept.value).as_ref() == Some(&wanted));
        kept.min_by_key(|kept| match self.store.partners.get(kept.id) {
            Some(partner) if partner.scan == *other => 0_u8,
            None => 1 + u8::from(kept.foreign),
            Some(_) => 3,
        })
    }

    /// Other scans of the same side, the one to compare with first: the last before it, then the others, newest first.
    pub fn other_times(&self, id: ScanId) -> Vec<&Kept> {
        let Some(scan) = self.scan(id) else { return Vec::new() };
        let day = |scan: &Scan| (scan.changed_on, scan.started_on);
        let mut others: Vec<&Kept> = self.store.library.iter().collect();
        others.retain(|kept| kept.id != id && kept.value.role == scan.role && !kept.value.answers.is_empty());
        let key = |kept: &Kept| (day(&kept.value) <= day(scan), day(&kept.value), kept.id);
        crate::sort::arrange(&mut others, |a, b| key(a) > key(b));
        others
    }
}
