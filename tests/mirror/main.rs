//! The mirror there and back, and the same side at two times: what is kept, what may be seen, and what is shown.

mod again;
mod both_sides;
mod invitations;
#[path = "../page/mod.rs"]
mod page;
#[path = "../real/mod.rs"]
mod real;

use std::rc::Rc;

use page::Page;
use real::{day, id, scan, scored};
use samenscan::app::{Action, MirrorAction, Rest, Route, ShareAction, State, Storage, orders, update};
use samenscan::content::Content;
use samenscan::link::{write_both, write_invitation};
use samenscan::record::{Partner, ScanId, Seen, Store};
use samenscan::scan::{Label, Level, Pair, Role, Scan, Variant};
use samenscan::ui::prerender;

const ONE: ScanId = ScanId::new(1);
const TWO: ScanId = ScanId::new(2);
/// Every statement is answered.
const WHOLE: &str = "4445454 2212323 3334343 5?4-333";
/// What the other side answers in two worlds that differ in nothing else.
const OTHER: [&str; 2] = ["1515151 5151515 1515151 5151515", "5353535 3535353 ??????? -------"];

fn state(content: &Rc<Content>, scans: Vec<Scan>, route: Route) -> State {
    let mut store = Store::default();
    scans.into_iter().for_each(|scan| assert!(store.library.add(scan).is_some()));
    State::new(Rc::clone(content), day("2026-11-23"), store, Storage::Works, route)
}

fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| update(&state, action))
}

fn mirror(action: MirrorAction) -> Action {
    Action::Mirror(action)
}

fn school(content: &Content, given: &str) -> Scan {
    scan(content, Role::School, Variant::Full, given)
}

fn company(content: &Content, given: &str) -> Scan {
    scan(content, Role::Company, Variant::Full, given)
}

/// What a scan is when it comes out of a link.
fn as_sent(scan: &Scan) -> Scan {
    Scan { label: Label::default(), started_on: scan.changed_on, ..scan.clone() }
}

/// Opens the link of an invitation.
fn opened(state: &State, invitation: &Scan) -> State {
    let link = write_invitation(invitation, &orders(&state.content)).expect("a link");
    update(state, Action::Share(ShareAction::Open(link.as_str().to_owned())))
}

/// Opens the link of both sides.
fn opened_both(state: &State, pair: &Pair) -> State {
    let link = write_both(pair, &orders(&state.content)).expect("a link");
    update(state, Action::Share(ShareAction::Open(link.as_str().to_owned())))
}

/// Somebody opened the invitation, began, and has not answered yet.
fn begun(content: &Rc<Content>, invitation: &Scan) -> State {
    let state = opened(&state(content, Vec::new(), Route::Start), invitation);
    after(&state, [mirror(MirrorAction::Accept), Action::Begin])
}

fn answer_all(state: &State) -> State {
    let asked: Vec<_> = state.content.statements.iter().map(|one| one.id).collect();
    after(state, asked.into_iter().map(|one| Action::Answer(ONE, one, scored(3))))
}

fn draw(state: &State) -> Page {
    let stepper = Some(real::stepper(&state.content.language.code));
    let state = State { stepper, rest: Rest::Here, ..state.clone() };
    let page = Page::read(&state.route.to_string(), prerender::html(state));
    page.check();
    page
}

fn at(state: &State, route: Route) -> State {
    State { route, ..state.clone() }
}

/// Every screen on which something of a scan can stand.
fn screens() -> Vec<Route> {
    let mut routes = vec![
        Route::Start,
        Route::Setup,
        Route::Link,
        Route::Statement(ONE, id("S5")),
        Route::Check(ONE),
        Route::Result(ONE),
        Route::Invite(ONE),
        Route::Mirror(ONE),
        Route::Share(ONE),
        Route::Again(ONE, ONE),
        Route::Saved,
        Route::About,
    ];
    routes.extend(Level::ALL.iter().map(|&level| Route::Level(ONE, level)));
    routes
}

fn state_of(content: &Rc<Content>, store: Store) -> State {
    State::new(Rc::clone(content), day("2026-11-23"), store, Storage::Works, Route::Start)
}

/// The pair with the own scan as it is kept here.
fn with_label(pair: &Pair, own: &Scan) -> Pair {
    Pair::of(own.clone(), pair.get(own.role.partner()).clone()).expect("two sides")
}

/// A mirror of which every number is known: S5 differs 4, S7 1, S2 is open on one side, S6 low on both.
fn known(content: &Content) -> (Scan, Scan) {
    (school(content, "23?3124 3333333 3333333 3333333"), company(content, "5333515 3333333 3333333 333333-"))
}

fn both_kept(content: &Rc<Content>, own: Scan, other: Scan) -> State {
    let mut state = state(content, vec![own], Route::Mirror(ONE));
    Rc::make_mut(&mut state.store).partners.set(ONE, Rc::new(Partner { scan: other, seen: Seen::Here }));
    state
}
