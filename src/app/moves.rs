//! What several actions have in common: going to a screen, telling something, beginning a scan and changing one.

use std::rc::Rc;

use super::partner::untouched;
use super::{Notice, Route, State};
use crate::record::{Partner, Partners, ScanId, Store};
use crate::scan::Scan;

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
    arrive(state);
}

/// Who looks at both sides when all is answered has seen them, whatever is changed afterwards.
fn arrive(state: &mut State) {
    let Route::Mirror(id) = state.route else { return };
    if state.partner_shown(id).is_some() {
        Rc::make_mut(&mut state.store).partners.show(id);
    }
}

/// Tells something in place of what was told before. Only what was set aside stays: it waits for somebody to take it.
pub(super) fn tell(state: &mut State, notice: Notice) {
    state.notices.retain(|told| matches!(told, Notice::SetAside(_)) && *told != notice);
    state.notices.push(notice);
}

/// A scan without answers is kept, in place of one that is there last and has a partner that may stay: who goes back and
/// begins again has not begun two scans. None when the library is full.
pub(super) fn keep_begun(
    store: &mut Store,
    scan: Scan,
    may_stay: impl FnOnce(&Partner) -> bool,
) -> Option<ScanId> {
    let untouched = untouched(store).map(|kept| kept.id);
    match untouched.filter(|id| store.partners.get(*id).is_none_or(|partner| may_stay(partner))) {
        Some(id) => {
            store.partners.outdate(id);
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

/// Nothing is pointed out in a scan that is not there any more.
pub(super) fn forget_reminder_of_gone(state: &mut State) {
    state.reminding &= state.route.scan().is_some_and(|id| state.scan(id).is_some());
}
