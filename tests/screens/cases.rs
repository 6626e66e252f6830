//! What each screen is tried with: every scan, message, link and choice that changes it.

use std::rc::Rc;

use super::real::{self, FULL, QUICK, day, id, scan};
use samenscan::app::{
    Contents, Deletion, Field, GroupProgress, Notice, Opened, Page as Around, Refusal, Refused, Rest, Route,
    SetupProblem, State, Step, Storage, TakenOut,
};
use samenscan::content::Content;
use samenscan::export::json::ImportProblem;
use samenscan::export::plan_json::PlanProblem;
use samenscan::gather::Gathered;
use samenscan::link::{Header, Link, ReadError, TextsIn};
use samenscan::plan::{Action, Goal, Number, Plan, TargetGroup, TimeLevel};
use samenscan::record::{Kept, Partner, PlanNumber, RecordProblem, ScanId, Seen, Store, Wish};
use samenscan::scan::{Answers, Level, Pair, Role, Scan, Variant};

pub const ONE: ScanId = ScanId::new(1);
pub const PLAN: PlanNumber = PlanNumber::new(1);
pub const NONE: &str = "....... ....... ....... .......";

/// The scans that every screen is tried with; the number one is the scan that is shown.
pub fn scans(content: &Content, role: Role) -> Vec<(&'static str, Scan)> {
    let full = |given| scan(content, role, Variant::Full, given);
    let quick = |given| scan(content, role, Variant::Quick, given);
    let mut nasty = full(FULL);
    nasty.label = real::nasty_label();
    vec![
        ("empty", full(NONE)),
        ("partial", full("44..... ....... ..3.... .......")),
        ("complete quick", quick(QUICK)),
        ("complete full", full("4445454 2313323 3334343 5443433")),
        ("too few", quick("4?? --- ..5 ...")),
        ("pattern", quick("444 222 333 333")),
        ("only fours", quick("444 445 455 555")),
        ("only fives", quick("555 555 555 555")),
        ("nasty label", nasty),
    ]
}

pub fn store(scans: Vec<Scan>) -> Store {
    let mut store = Store::default();
    for scan in scans {
        store.library.add(scan).expect("room");
    }
    store
}

/// A state that shows this screen.
pub fn state(content: &Rc<Content>, role: Role, scans: Vec<Scan>, route: Route) -> State {
    let mut store = store(scans);
    store.preferences.role = Some(role);
    let state = State::new(Rc::clone(content), day("2026-11-22"), store, Storage::Works, route);
    State { stepper: Some(real::stepper(&content.language.code)), rest: Rest::Here, ..state }
}

pub fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::Start,
        Route::Setup,
        Route::Statement(ONE, id("S5")),
        Route::Check(ONE),
        Route::Result(ONE),
        Route::Saved,
        Route::Answer,
        Route::Asks,
        Route::Education,
        Route::Plan(PLAN),
        Route::Group,
        Route::Meeting,
        Route::Link,
        Route::Share(ONE),
        Route::SharePlan(PLAN),
        Route::About,
        Route::Invite(ONE),
        Route::Mirror(ONE),
        Route::Again(ONE, ONE),
        Route::Result(ScanId::new(9)),
        Route::Share(ScanId::new(9)),
        Route::Statement(ONE, id("X9")),
    ];
    routes.extend(Step::ALL.map(Route::Step));
    routes.extend(Level::ALL.iter().map(|&level| Route::Level(ONE, level)));
    routes
}

pub fn notices() -> Vec<Notice> {
    use ImportProblem::{Broken, Newer, NotOurs, TooLarge};
    vec![
        Notice::Import(TooLarge),
        Notice::Import(NotOurs),
        Notice::Import(Broken),
        Notice::Import(Newer),
        Notice::FileUnreadable,
        Notice::Imported(ONE),
        Notice::AlreadyHere(ONE),
        Notice::BothKept(ONE),
        Notice::BothKeptApart(ONE),
        Notice::PlanImported(PLAN),
        Notice::PlanAlreadyHere(PLAN),
        Notice::PlanImport(PlanProblem::Broken),
        Notice::PlanFull,
        Notice::NoDays,
        Notice::LibraryFull,
        Notice::SetAside(RecordProblem::Corrupt),
        Notice::SetAside(RecordProblem::Newer),
        Notice::OtherTab,
        Notice::LanguageUnavailable("fy".into()),
        Notice::Copied,
        Notice::LinkCopied,
        Notice::Kept,
        Notice::CopyFailed,
        Notice::DownloadFailed,
    ]
}

/// The same screen in every situation that changes it; `storage`: also when the browser keeps nothing.
pub fn situations(state: &State, storage: bool) -> Vec<(String, State)> {
    let with = |name: &str, change: &dyn Fn(&mut State)| {
        let mut changed = state.clone();
        change(&mut changed);
        (name.to_owned(), changed)
    };
    let mut all = vec![with("as it is", &|_| ())];
    let limits = [Storage::Blocked, Storage::Full, Storage::Partitioned];
    for storage in limits.into_iter().filter(|_| storage) {
        all.push(with(&format!("{storage:?}"), &|state| state.storage = storage));
    }
    match state.route {
        Route::Level(..) | Route::Statement(..) => {
            all.push(with("reminding", &|state| state.reminding = true));
        }
        Route::Setup => {
            for role in Role::ALL {
                let quick = scan(&state.content, *role, Variant::Quick, QUICK);
                let own = Scan { role: role.partner(), answers: Answers::new(), ..quick.clone() };
                all.push(with(&format!("invited by a {role:?}"), &|state| {
                    let store = Rc::make_mut(&mut state.store);
                    let id = store.library.add(own.clone()).expect("room");
                    store.partners.set(id, Rc::new(Partner { scan: quick.clone(), seen: Seen::NotYet }));
                }));
            }
            for problem in [SetupProblem::NoSector, SetupProblem::LabelTooLong, SetupProblem::LibraryFull] {
                all.push(with(&format!("{problem:?}"), &|state| {
                    state.draft.problem = Some(problem);
                    state.draft.label = real::nasty_label().to_string();
                }));
            }
        }
        Route::Saved => {
            all.push(with("deleting one", &|state| state.deleting = Some(Deletion::One(ONE))));
            all.push(with("deleting all", &|state| state.deleting = Some(Deletion::All)));
            all.push(with("name too long", &|state| state.refused = Some(refused(Field::ScanLabel(ONE)))));
            all.push(with("with a plan", &|state| keep_plan(state, real::plan())));
            all.push(with("deleting a plan", &|state| {
                keep_plan(state, real::plan());
                state.deleting = Some(Deletion::Plan(PLAN));
            }));
            all.push(with("deleted", &|state| {
                state.deleted = state.store.library.iter().cloned().collect::<Vec<Kept>>();
                state.store = Rc::new(Store::default());
            }));
        }
        Route::Step(_) | Route::Answer | Route::Asks | Route::Education => {
            all.push(with("nothing open", &|state| state.step_open = true));
            all.push(with("waiting", &|state| state.stepper = None));
            all.push(with("failed", &|state| (state.stepper, state.stepper_failed) = (None, true)));
            for (name, wish) in wishes() {
                all.push(with(name, &|state| Rc::make_mut(&mut state.store).wish = wish.clone()));
            }
        }
        Route::Group | Route::Meeting => {
            all.push(with("reading", &|state| {
                state.group.contents = Contents::Reading(GroupProgress::default());
            }));
            all.push(with("with results", &|state| add_to_group(state, true)));
            all.push(with("being counted", &|state| add_to_group(state, false)));
            all.push(with("being emptied", &|state| {
                add_to_group(state, true);
                state.deleting = Some(Deletion::Group);
            }));
        }
        Route::Plan(_) => {
            let one = Number::new(1);
            let empty = Plan::new(real::plan().id, real::plan().created_on);
            all.push(with("empty", &|state| keep_plan(state, empty.clone())));
            all.push(with("waiting", &|state| {
                keep_plan(state, real::plan());
                state.stepper = None;
            }));
            all.push(with("whole", &|state| keep_plan(state, real::plan())));
            all.push(with("deleting", &|state| {
                keep_plan(state, real::plan());
                state.deleting = Some(Deletion::Plan(PLAN));
            }));
            all.push(with("taken out", &|state| {
                let mut plan = real::plan();
                let removed = plan.actions.remove(one).expect("an action");
                keep_plan(state, plan);
                state.taken_out = Some(TakenOut::Action(PLAN, removed));
            }));
            for field in [Field::Title(PLAN), Field::What(PLAN, one), Field::ReviewNote(PLAN, one)] {
                all.push(with(&format!("{field:?} too long"), &|state| {
                    keep_plan(state, real::plan());
                    state.refused = Some(refused(field));
                }));
            }
        }
        Route::Link => {
            for (name, found) in opened(state) {
                all.push(with(name, &|state| state.opened = Some(Rc::new(found.clone()))));
            }
            all.push(with("a plan, waiting", &|state| {
                state.opened = Some(Rc::new(Ok(Link::Plan(Box::new(real::plan()), TextsIn::Included))));
                state.stepper = None;
            }));
            all.push(with("a plan that is here", &|state| {
                state.opened = Some(Rc::new(Ok(Link::Plan(Box::new(real::plan()), TextsIn::Included))));
                keep_plan(state, real::plan());
            }));
        }
        Route::Share(_) | Route::SharePlan(_) => {
            for with_words in [false, true] {
                for address in [None, Some("https://example.org/scan/")] {
                    all.push(with(&format!("{with_words} {address:?}"), &|state| {
                        state.with_words = with_words;
                        state.page = Around { address: address.map(Into::into), has_share_sheet: true };
                        keep_plan(state, real::plan());
                    }));
                }
            }
            all.push(with("an empty plan", &|state| {
                keep_plan(state, Plan::new(real::plan().id, real::plan().created_on));
            }));
            all.push(with("a long plan", &|state| {
                state.with_words = true;
                state.page.address = Some("https://example.org/scan/".into());
                keep_plan(state, long_plan());
            }));
        }
        _ => {}
    }
    all
}

/// The scans that are kept, as a group.
pub fn add_to_group(state: &mut State, counted: bool) {
    let mut gathered = Gathered::new(&state.content);
    for kept in state.store.library.iter() {
        gathered.group.add(&kept.value).expect("room");
    }
    let filter = state.group.filter;
    let tally = counted.then(|| (filter, Rc::new(gathered.tally(filter))));
    state.group.contents = Contents::There(Rc::new(gathered), tally);
}

/// What can stand in a link.
pub fn opened(state: &State) -> Vec<(&'static str, Opened)> {
    let scan = |role| scan(&state.content, role, Variant::Quick, QUICK);
    let own = state.store.library.latest().map(|kept| Scan::clone(&kept.value));
    let pair = Pair::of(scan(Role::School), scan(Role::Company)).expect("two sides");
    let header = Header::of(&scan(Role::School));
    let mut all = vec![
        ("a result", Ok(Link::Result(Scan { label: real::nasty_label(), ..scan(Role::School) }))),
        ("an invitation", Ok(Link::Invitation(scan(Role::Company)))),
        ("both", Ok(Link::Both(pair))),
        ("a plan", Ok(Link::Plan(Box::new(real::plan()), TextsIn::Included))),
        ("a plan without texts", Ok(Link::Plan(Box::new(real::plan()), TextsIn::LeftOut))),
        ("no link", Err(ReadError::NotALink)),
        ("too long", Err(ReadError::TooLong)),
        ("incomplete", Err(ReadError::Incomplete)),
        ("damaged", Err(ReadError::Damaged)),
        ("newer", Err(ReadError::Newer)),
        ("other statements", Err(ReadError::OtherContentVersion(header))),
    ];
    all.extend(own.map(|own| ("what is here", Ok(Link::Result(own)))));
    all
}

/// A plan whose texts fit in no link.
pub fn long_plan() -> Plan {
    let mut plan = real::plan();
    for _ in 0..12 {
        let action = Action { what: real::line(&"Z".repeat(200)), ..Action::default() };
        plan.actions.add(action).expect("room");
    }
    plan
}

pub fn keep_plan(state: &mut State, plan: Plan) {
    Rc::make_mut(&mut state.store).plans.add(plan).expect("room");
}

/// Something that was typed and is too long.
pub fn refused(field: Field) -> Refused {
    Refused { field, typed: real::nasty_label().to_string(), why: Refusal::TooLong(80) }
}

/// What can be chosen in the stepper: everything, a little, and what no source fills.
pub fn wishes() -> Vec<(&'static str, Wish)> {
    let wish = |goals: &[Goal], groups: &[TargetGroup], time| Wish {
        goals: goals.to_vec(),
        groups: groups.to_vec(),
        time: Some(time),
    };
    vec![
        ("everything", wish(Goal::ALL, TargetGroup::ALL, TimeLevel::High)),
        ("one of each", wish(&Goal::ALL[..1], &TargetGroup::ALL[2..3], TimeLevel::Low)),
        ("primary school", wish(&Goal::ALL[6..], &TargetGroup::ALL[..1], TimeLevel::Low)),
    ]
}
