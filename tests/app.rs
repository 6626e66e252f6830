//! The state of the application: what each action does, and that no order of actions loses an answer.

mod real;

use std::collections::BTreeMap;
use std::rc::Rc;

use proptest::prelude::*;
use real::{FULL, any_plan, any_scan, content, day, id, scan, scored, stepper};
use samenscan::app::{
    Action, Addition, Deletion, Field, FileProblem, GroupAction, GroupProgress, MirrorAction, Notice, Page,
    PlanChange, Refusal, Refused, Route, SaveOutcome, SetupProblem, ShareAction, State, Step as WishStep,
    Storage, orders, update,
};
use samenscan::content::Content;
use samenscan::export::json::{self, ImportProblem};
use samenscan::export::plan_json;
use samenscan::gather::Gathered;
use samenscan::link::{LabelIn, Link, TextsIn, write_both, write_invitation, write_plan, write_result};
use samenscan::plan::{Goal, GuideStep, Number, Plan, PlanId, TargetGroup, TimeLevel};
use samenscan::record::{self, Library, Partner, PlanNumber, RecordProblem, ScanId, Seen, Store};
use samenscan::scan::group::Filter;
use samenscan::scan::{Answer, Answers, Label, Level, Pair, Role, Scan, Sector, StatementId, Variant};
use samenscan::ui::effects::{self, Effect, Target};

const ONE: ScanId = ScanId::new(1);
const TWO: ScanId = ScanId::new(2);
const TODAY: &str = "2026-11-22";

/// A first visit, on the start screen.
fn first_visit() -> State {
    State::new(content("nl"), day(TODAY), Store::default(), Storage::Works, Route::Start)
}

fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| update(&state, action))
}

/// A company begins: a quick scan, number one.
fn begun() -> State {
    after(&first_visit(), [Action::Go(Route::Setup), Action::ChooseSector(Sector::Vocational), Action::Begin])
}

/// The same with every statement answered.
fn filled() -> State {
    let state = begun();
    let asked: Vec<StatementId> = state.content.statements_in(Variant::Quick).map(|one| one.id).collect();
    let answers = asked.into_iter().zip((1..=5).cycle());
    after(&state, answers.map(|(statement, score)| Action::Answer(ONE, statement, scored(score))))
}

/// A library with these scans.
fn store_of(scans: Vec<Scan>) -> Store {
    let mut store = Store::default();
    for scan in scans {
        store.library.add(scan).expect("room");
    }
    store
}

/// Somebody types the name of the first scan.
fn named(name: String) -> Action {
    Action::Type(Field::ScanLabel(ONE), name)
}

fn ids(state: &State) -> Vec<u32> {
    state.store.library.iter().map(|kept| kept.id.get()).collect()
}

fn answers_of(state: &State, id: ScanId) -> &Answers {
    &state.scan(id).expect("the scan").answers
}

#[test]
fn a_scan_begins_as_it_was_set_up() {
    let state = after(
        &first_visit(),
        [
            Action::ChooseRole(Role::School),
            Action::Go(Route::Setup),
            Action::ChooseSector(Sector::Secondary),
            Action::TypeLabel("  Bakkerij\tJansen ".to_owned()),
            Action::Begin,
        ],
    );
    let scan = state.scan(ONE).expect("a scan");
    let expect = Scan {
        role: Role::School,
        sector: Sector::Secondary,
        variant: Variant::Full,
        label: Label::new("Bakkerij Jansen").expect("a label"),
        content_version: state.content.version,
        started_on: day(TODAY),
        changed_on: day(TODAY),
        answers: Answers::new(),
    };
    assert_eq!(**scan, expect);
    assert_eq!(state.route, Route::Level(ONE, Level::Strategic));
    assert_eq!(state.draft.label, "", "the next scan is about somebody else");
    let again =
        State::new(content("nl"), day(TODAY), Store::clone(&state.store), Storage::Works, Route::Start);
    assert_eq!((again.draft.role, again.draft.sector), (Role::School, Some(Sector::Secondary)));
}

#[test]
fn a_company_starts_quick_and_a_school_full_until_chosen_otherwise() {
    let state = first_visit();
    assert_eq!((state.draft.role, state.draft.variant), (Role::Company, Variant::Quick));
    let state = update(&state, Action::ChooseRole(Role::School));
    assert_eq!(state.draft.variant, Variant::Full);
    let state = after(&state, [Action::ChooseVariant(Variant::Quick), Action::ChooseRole(Role::School)]);
    assert_eq!(state.draft.variant, Variant::Quick, "choosing the same role again changes nothing");
}

#[test]
fn who_answers_and_for_which_school_outlive_the_page_before_a_scan_begins() {
    let setup = update(&first_visit(), Action::Go(Route::Setup));
    let chosen = after(&setup, [Action::ChooseRole(Role::School), Action::ChooseSector(Sector::Primary)]);
    assert!(chosen.store.library.is_empty(), "no scan has begun");
    assert!(effects::between(&setup, &chosen).contains(&Effect::Save(Rc::clone(&chosen.store))));
    let loaded =
        State::new(content("nl"), day(TODAY), Store::clone(&chosen.store), Storage::Works, Route::Setup);
    assert_eq!(loaded.draft, chosen.draft);
}

#[test]
fn a_scan_that_cannot_begin_says_why() {
    let setup = update(&first_visit(), Action::Go(Route::Setup));
    let check = |state: &State, expect: SetupProblem, remedy: Action| {
        let refused = update(state, Action::Begin);
        assert_eq!(refused.draft.problem, Some(expect));
        assert_eq!((refused.route, &refused.store), (Route::Setup, &state.store));
        assert_eq!(effects::between(state, &refused), [Effect::Focus(Target::Problem)]);
        let remedied = update(&refused, remedy);
        assert_eq!(remedied.draft.problem, None);
    };
    check(&setup, SetupProblem::NoSector, Action::ChooseSector(Sector::Primary));
    let long =
        after(&setup, [Action::ChooseSector(Sector::Primary), Action::TypeLabel("x".repeat(Label::MAX + 1))]);
    check(&long, SetupProblem::LabelTooLong, Action::TypeLabel("x".to_owned()));
    let content = content("nl");
    let one = scan(&content, Role::School, Variant::Full, FULL);
    let full = store_of(vec![one; Library::<Scan>::MAX]);
    let full = State::new(content, day(TODAY), full, Storage::Works, Route::Setup);
    let full = update(&full, Action::ChooseSector(Sector::Primary));
    check(&full, SetupProblem::LibraryFull, Action::Go(Route::Saved));
}

#[test]
fn who_goes_back_and_begins_again_has_one_scan() {
    let first = begun();
    let reminded = update(&first, Action::Continue);
    assert!(reminded.reminding);
    let again = after(
        &reminded,
        [
            Action::Go(Route::Setup),
            Action::ChooseRole(Role::School),
            Action::TypeLabel("Anders".to_owned()),
            Action::DayChanged(day("2026-11-23")),
            Action::Begin,
        ],
    );
    assert_eq!(ids(&again), [1]);
    let scan = again.scan(ONE).expect("the scan");
    assert_eq!((scan.role, scan.variant, scan.label.as_str()), (Role::School, Variant::Full, "Anders"));
    assert_eq!(scan.started_on, day("2026-11-23"));
    assert_eq!(again.route, Route::Level(ONE, Level::Strategic));
    assert!(update(&again, Action::Continue).reminding, "a scan that begins anew reminds anew");

    let answered = update(&first, Action::Answer(ONE, id("S1"), Answer::DontKnow));
    let second = after(&answered, [Action::Go(Route::Setup), Action::Begin]);
    assert_eq!(ids(&second), [1, 2]);
    assert_eq!(answers_of(&second, ONE), answers_of(&answered, ONE));
    let full = vec![scan_with(&[("S1", 3)]); Library::<Scan>::MAX - 1].into_iter().chain([scan_with(&[])]);
    let full = State::new(content("nl"), day(TODAY), store_of(full.collect()), Storage::Works, Route::Setup);
    let full = after(&full, [Action::ChooseSector(Sector::Primary), Action::Begin]);
    assert_eq!((full.draft.problem, full.store.library.len()), (None, Library::<Scan>::MAX));
}

fn scan_with(given: &[(&str, u8)]) -> Scan {
    let mut scan = scan(&content("nl"), Role::School, Variant::Full, &".".repeat(28));
    given.iter().for_each(|(statement, score)| scan.answers.set(id(statement), scored(*score)));
    scan
}

#[test]
fn an_answer_is_given_changed_and_cleared() {
    let state = begun();
    let check = |action: Action, expect: &[(StatementId, Answer)]| {
        let state = after(&state, [Action::Answer(ONE, id("S1"), scored(4)), action]);
        assert_eq!(answers_of(&state, ONE).iter().collect::<Vec<_>>(), expect);
    };
    check(Action::Answer(ONE, id("S1"), Answer::DontKnow), &[(id("S1"), Answer::DontKnow)]);
    check(
        Action::Answer(ONE, id("I7"), Answer::NotApplicable),
        &[(id("I7"), Answer::NotApplicable), (id("S1"), scored(4))],
    );
    check(Action::ClearAnswer(ONE, id("S1")), &[]);
    check(Action::ClearAnswer(ONE, id("S5")), &[(id("S1"), scored(4))]);
    check(Action::Answer(ONE, id("X9"), scored(1)), &[(id("S1"), scored(4))]);
    check(Action::Answer(TWO, id("S1"), scored(1)), &[(id("S1"), scored(4))]);
}

#[test]
fn skipped_statements_are_pointed_out_once_per_level() {
    let state = begun();
    let reminded = update(&state, Action::Continue);
    assert!(reminded.reminding);
    assert_eq!(reminded.route, state.route);
    assert_eq!(effects::between(&state, &reminded), [Effect::Focus(Target::Problem)]);
    let on = update(&reminded, Action::Continue);
    assert_eq!((on.route, on.reminding), (Route::Level(ONE, Level::Tactical), false));
    let back = after(&on, [Action::Go(Route::Level(ONE, Level::Strategic)), Action::Continue]);
    assert_eq!(back.route, Route::Level(ONE, Level::Tactical), "once is enough");

    let mut walked = vec![Level::Strategic];
    let mut state = filled();
    while let Route::Level(_, level) = update(&state, Action::Continue).route {
        state = update(&state, Action::Continue);
        walked.push(level);
    }
    assert_eq!(walked, Level::ALL, "nothing skipped, nothing to point out");
    assert_eq!(update(&state, Action::Continue).route, Route::Check(ONE));
}

#[test]
fn a_quick_scan_that_is_extended_keeps_its_answers() {
    let quick = after(&filled(), [Action::Go(Route::Result(ONE))]);
    let full = update(&quick, Action::Extend(ONE));
    assert_eq!(full.scan(ONE).map(|scan| scan.variant), Some(Variant::Full));
    assert_eq!(answers_of(&full, ONE), answers_of(&quick, ONE));
    let progress = full.progress(full.scan(ONE).expect("the scan"));
    assert_eq!((progress.answered, progress.asked, progress.next), (12, 28, Some(Level::Strategic)));
    assert_eq!(full.route, Route::Level(ONE, Level::Strategic));
    assert!(update(&full, Action::Continue).reminding, "what was not asked before is pointed out");
    // When the rest is answered already there is nothing to ask.
    let rest: Vec<StatementId> = full.content.statements.iter().map(|one| one.id).collect();
    let done = after(&quick, rest.into_iter().map(|one| Action::Answer(ONE, one, scored(3))));
    assert_eq!(update(&done, Action::Extend(ONE)).route, Route::Check(ONE));
}

#[test]
fn the_rest_is_fetched_after_the_first_answer_or_when_a_screen_needs_it() {
    let fetches = |old: &State, new: &State| effects::between(old, new).contains(&Effect::FetchRest);
    let begun = begun();
    assert!(!effects::wants_rest(&begun), "the first answer can be given without it");
    let scan = begun.route.scan().expect("a scan is begun");
    let answered = update(&begun, Action::Answer(scan, "S1".parse().unwrap(), Answer::DontKnow));
    assert!(fetches(&begun, &answered));
    let next = update(&answered, Action::Answer(scan, "S2".parse().unwrap(), Answer::DontKnow));
    assert!(!fetches(&answered, &next), "it is on its way");
    let failed = update(&next, Action::RestFailed);
    assert!(!fetches(&next, &failed) && !effects::wants_rest(&failed), "nothing is tried again by itself");
    assert!(fetches(&failed, &update(&failed, Action::RetryRest)));
    let here = update(&next, Action::RestArrived);
    assert!(!fetches(&here, &update(&here, Action::Go(Route::Result(scan)))));
    assert!(fetches(&begun, &update(&begun, Action::Go(Route::About))));
}

#[test]
fn answers_survive_another_language() {
    let state = filled();
    let english = update(&state, Action::LanguageLoaded(content("en")));
    assert_eq!((&english.store, english.route), (&state.store, state.route));
    assert_eq!(effects::between(&state, &english), [Effect::Language("en".into())]);
    let failed = update(&state, Action::LanguageFailed("fy".into()));
    assert_eq!(failed.notices, [Notice::LanguageUnavailable("fy".into())]);
    assert_eq!((&failed.content, &failed.store), (&state.content, &state.store));
}

#[test]
fn the_scan_changed_last_is_the_one_to_go_on_with() {
    let first = update(&begun(), Action::Answer(ONE, id("S1"), scored(1)));
    let second = after(&first, [Action::Go(Route::Setup), Action::Begin]);
    let next = |state: &State| state.latest_own().map(|(kept, progress)| (kept.id, progress.next));
    assert_eq!(next(&second), Some((TWO, Some(Level::Strategic))));
    let back = update(&second, Action::Answer(ONE, id("S5"), scored(1)));
    assert_eq!(next(&back), Some((ONE, Some(Level::Strategic))));
    assert_eq!(next(&filled()), Some((ONE, None)), "to what came of it");
}

#[test]
fn repeating_prepares_a_scan_like_it() {
    let state = after(&filled(), [named("Jansen".to_owned()), Action::Go(Route::Result(ONE))]);
    let again = update(&state, Action::Repeat(ONE));
    assert_eq!((again.route, &again.store), (Route::Setup, &state.store));
    let begun = update(&again, Action::Begin);
    assert_eq!(ids(&begun), [1, 2]);
    let scan = begun.scan(TWO).expect("the second");
    assert_eq!((scan.label.as_str(), scan.variant, scan.answers.len()), ("Jansen", Variant::Quick, 0));
    assert_eq!(answers_of(&begun, ONE), answers_of(&state, ONE));
}

#[test]
fn a_name_that_is_too_long_is_refused_and_the_old_one_stays() {
    let old = update(&filled(), named("Jansen".to_owned()));
    let long = "x".repeat(Label::MAX + 1);
    let refused = update(&old, named(long.clone()));
    let why = Refusal::TooLong(Label::MAX);
    let expect = Refused { field: Field::ScanLabel(ONE), typed: long, why };
    assert_eq!((refused.refused.as_ref(), &refused.store), (Some(&expect), &old.store));
    let shorter = update(&refused, named(String::new()));
    assert_eq!(shorter.refused, None);
    assert_eq!(shorter.scan(ONE).map(|scan| scan.label.is_empty()), Some(true));
}

#[test]
fn deleting_takes_two_steps_and_is_undone_until_one_leaves() {
    let saved =
        after(&filled(), [Action::Go(Route::Setup), Action::Begin, Action::Answer(TWO, id("S1"), scored(2))]);
    let saved = update(&saved, Action::Go(Route::Saved));
    let check = |deletion: Deletion, left: &[u32]| {
        assert_eq!(ids(&update(&saved, Action::Delete)), [1, 2], "the first step comes first");
        let asked = update(&saved, Action::AskDelete(deletion));
        assert_eq!(ids(&asked), [1, 2]);
        assert_eq!(effects::between(&saved, &asked), [Effect::Focus(Target::DeleteQuestion)]);
        let kept = update(&asked, Action::KeepAfterAll);
        assert_eq!((ids(&kept), kept.deleting), (vec![1, 2], None));
        assert_eq!(ids(&update(&kept, Action::Delete)), [1, 2]);
        let deleted = update(&asked, Action::Delete);
        assert_eq!(ids(&deleted), left);
        let undo = Effect::Focus(Target::Undo);
        assert_eq!(effects::between(&asked, &deleted), [Effect::Save(Rc::clone(&deleted.store)), undo]);
        let back = update(&deleted, Action::Undelete);
        for id in [ONE, TWO] {
            assert_eq!(back.scan(id), saved.scan(id));
        }
        assert!(back.deleted.is_empty());
        let gone = after(&deleted, [Action::Go(Route::Start), Action::Undelete]);
        assert_eq!(ids(&gone), left, "who left cannot undo any more");
        let next = after(&gone, [Action::Go(Route::Setup), Action::Begin]);
        assert!(next.scan(ScanId::new(3)).is_some(), "no number is given twice");
    };
    check(Deletion::One(ONE), &[2]);
    check(Deletion::One(TWO), &[1]);
    check(Deletion::All, &[]);
}

#[test]
fn what_comes_back_never_replaces_what_another_tab_kept() {
    let saved = update(&filled(), Action::Go(Route::Saved));
    let deleted = after(&saved, [Action::AskDelete(Deletion::All), Action::Delete]);
    let mine = saved.scan(ONE).expect("mine");
    // Another tab began anew, and its scan has the same number.
    let other = scan_with(&[("S1", 1)]);
    let adopted = update(&deleted, Action::Adopt(Rc::new(store_of(vec![other.clone()]))));
    let back = update(&adopted, Action::Undelete);
    let scans: Vec<&Scan> = back.store.library.iter().map(|kept| &*kept.value).collect();
    assert_eq!(scans, [&**mine, &other]);
    assert_eq!(ids(&back), [2, 1], "each has a number of its own");
    let back = after(&deleted, [Action::Adopt(Rc::new(Store::default())), Action::Undelete]);
    assert_eq!(back.scan(ONE), Some(mine));
    let back = after(&deleted, [Action::Adopt(Rc::clone(&saved.store)), Action::Undelete]);
    assert_eq!(back.store.library, saved.store.library);
    let full = store_of(vec![other; Library::<Scan>::MAX]);
    let left = after(&deleted, [Action::Adopt(Rc::new(full)), Action::Undelete]);
    assert_eq!(
        (left.store.library.len(), left.deleted.len()),
        (Library::<Scan>::MAX, 1),
        "no room, not lost"
    );
}

#[test]
fn a_file_is_kept_or_refused_with_a_reason_and_nothing_else_changes() {
    let state = update(&filled(), Action::Go(Route::Saved));
    let check = |file: Result<String, FileProblem>, expect: Notice| {
        let read = update(&state, Action::FileRead(file));
        assert_eq!(read.notices, [expect]);
        assert_eq!(effects::between(&state, &read).last(), Some(&Effect::Focus(Target::Notice)));
        read
    };
    let refused = |file, expect| assert_eq!(check(file, expect).store, state.store);
    let own = json::encode(state.scan(ONE).expect("the scan"));
    refused(Err(FileProblem::TooLarge), Notice::Import(ImportProblem::TooLarge));
    refused(Err(FileProblem::Unreadable), Notice::FileUnreadable);
    refused(Ok("x".repeat(json::MAX_BYTES + 1)), Notice::Import(ImportProblem::TooLarge));
    refused(Ok("naam;antwoord".to_owned()), Notice::Import(ImportProblem::NotOurs));
    refused(Ok(own.replace("quick", "fast")), Notice::Import(ImportProblem::Broken));
    refused(Ok(own.replace("\"version\": 1", "\"version\": 2")), Notice::Import(ImportProblem::Newer));
    refused(Ok(own.clone()), Notice::AlreadyHere(ONE));
    let other = scan_with(&[("T1", 2)]);
    let kept = check(Ok(json::encode(&other)), Notice::Imported(TWO));
    assert_eq!(kept.scan(TWO).map(|scan| &**scan), Some(&other));
    assert_eq!(kept.scan(ONE), state.scan(ONE));
    assert_eq!(kept.draft, state.draft, "a file changes no preference");

    let full = store_of(vec![other.clone(); Library::<Scan>::MAX]);
    let full = State::new(content("nl"), day(TODAY), full, Storage::Works, Route::Saved);
    let refused = update(&full, Action::FileRead(Ok(own)));
    assert_eq!((refused.notices.as_slice(), &refused.store), (&[Notice::LibraryFull][..], &full.store));
}

#[test]
fn one_message_is_told_at_a_time_and_it_goes_with_the_screen() {
    let aside = Notice::SetAside(RecordProblem::Corrupt);
    let told = after(
        &first_visit(),
        [
            Action::SetAside(RecordProblem::Corrupt),
            Action::Tell(Notice::Copied),
            Action::Tell(Notice::CopyFailed),
            Action::Tell(Notice::Copied),
        ],
    );
    assert_eq!(told.notices, [aside.clone(), Notice::Copied], "the newest, and what waits for somebody");
    let dismissed = after(&told, [Action::Dismiss(1), Action::Dismiss(7)]);
    assert_eq!(dismissed.notices, std::slice::from_ref(&aside));
    let another = update(&told, Action::Tell(Notice::DownloadFailed));
    assert_eq!(effects::between(&told, &another), [Effect::Focus(Target::Notice)], "it took another's place");
    let elsewhere = update(&told, Action::Go(Route::About));
    assert_eq!(elsewhere.notices, [aside], "what was set aside is told until it is dismissed");
}

#[test]
fn another_tab_is_told_when_it_changed_something() {
    let state = filled();
    let same = update(&state, Action::Adopt(Rc::new(Store::clone(&state.store))));
    assert_eq!(same, state);
    let other = update(&state, Action::Adopt(Rc::new(Store::default())));
    assert_eq!(other.notices, [Notice::OtherTab]);
    assert!(other.store.library.is_empty());
}

#[test]
fn whether_anything_is_kept_follows_from_the_last_try() {
    use SaveOutcome::{Blocked, Full, Kept};
    let check = |before, outcome, expect| {
        let state = State { storage: before, ..first_visit() };
        assert_eq!(update(&state, Action::Saved(outcome)).storage, expect, "{before:?} {outcome:?}");
    };
    check(Storage::Works, Kept, Storage::Works);
    check(Storage::Works, Blocked, Storage::Blocked);
    check(Storage::Works, Full, Storage::Full);
    check(Storage::Full, Kept, Storage::Works);
    check(Storage::Partitioned, Kept, Storage::Partitioned);
    check(Storage::Partitioned, Full, Storage::Full);
}

#[test]
fn a_clock_that_was_set_back_does_no_harm() {
    let state =
        after(&begun(), [Action::DayChanged(day("2020-01-01")), Action::Answer(ONE, id("S1"), scored(1))]);
    let scan = state.scan(ONE).expect("the scan");
    assert_eq!((scan.started_on, scan.changed_on), (day(TODAY), day(TODAY)));
    let later = after(&state, [Action::DayChanged(day("2027-01-01")), Action::ClearAnswer(ONE, id("S1"))]);
    assert_eq!(later.scan(ONE).map(|scan| scan.changed_on), Some(day("2027-01-01")));
}

#[test]
fn a_new_screen_begins_at_its_heading_or_at_the_statement_asked_for() {
    let state = filled();
    let to = |route| effects::between(&state, &update(&state, Action::Go(route)));
    let check = Route::Check(ONE);
    assert_eq!(to(check), [Effect::Address(check), Effect::NewScreen]);
    let one = Route::Statement(ONE, id("T3"));
    let focus = Effect::Focus(Target::Statement(id("T3")));
    assert_eq!(to(one), [Effect::Address(one), Effect::NewScreen, focus]);
    assert_eq!(to(state.route), []);
    let changing = update(&state, Action::Go(one));
    let back = effects::between(&changing, &update(&changing, Action::Go(check)));
    let there = Effect::Focus(Target::GivenAnswer(id("T3")));
    assert_eq!(back, [Effect::Address(check), Effect::NewScreen, there], "not at the top of a long list");
}

#[test]
fn what_is_added_to_a_plan_gets_the_focus_to_be_filled_in() {
    let plan = PlanNumber::new(1);
    let begun = update(&first_visit(), Action::BeginPlan(PlanId::new(7)));
    assert_eq!(begun.route, Route::Plan(plan));
    let pressed = |state: &State, change| {
        let next = update(state, Action::Plan(plan, change));
        (effects::between(state, &next).last().cloned(), next)
    };
    let (focus, one) = pressed(&begun, PlanChange::AddAction);
    let first = one.plan(plan).expect("the plan").actions.iter().last().expect("an action").0;
    assert_eq!(focus, Some(Effect::Focus(Target::NewAction(first))));
    let (focus, two) = pressed(&one, PlanChange::AddAction);
    let second = two.plan(plan).expect("the plan").actions.iter().last().expect("an action").0;
    assert_ne!(first, second);
    assert_eq!(focus, Some(Effect::Focus(Target::NewAction(second))));
    let (focus, three) = pressed(&two, PlanChange::AddReview);
    let review = three.plan(plan).expect("the plan").reviews.iter().last().expect("a moment").0;
    assert_eq!(focus, Some(Effect::Focus(Target::NewReview(review))));
    let (focus, _) = pressed(&three, PlanChange::ToggleDone(second));
    assert!(matches!(focus, Some(Effect::Save(_))), "{focus:?}");
}

#[test]
fn the_focus_goes_back_to_where_deleting_was_asked() {
    let saved = update(&filled(), Action::Go(Route::Saved));
    let check = |deletion, expect| {
        let asked = update(&saved, Action::AskDelete(deletion));
        let kept = update(&asked, Action::KeepAfterAll);
        assert_eq!(effects::between(&asked, &kept), [Effect::Focus(expect)]);
    };
    check(Deletion::One(ONE), Target::DeleteButton(Deletion::One(ONE)));
    check(Deletion::All, Target::SavedList);
    let deleted = after(&saved, [Action::AskDelete(Deletion::All), Action::Delete]);
    let back = update(&deleted, Action::Undelete);
    assert_eq!(effects::between(&deleted, &back).last(), Some(&Effect::Focus(Target::SavedList)));
    for quiet in [Notice::Copied, Notice::OtherTab] {
        let told = update(&saved, Action::Tell(quiet));
        assert_eq!(effects::between(&saved, &told), [], "the message announces itself");
    }
}

/// What a random walk does next; scans and statements are picked from those that are there by then.
#[derive(Clone, Debug)]
enum Step {
    Go(usize, usize, usize),
    Role(Role),
    Sector(Sector),
    Variant(Variant),
    Label(String),
    Begin,
    Repeat(usize),
    Answer(usize, usize, Answer),
    Clear(usize, usize),
    Continue,
    Extend(usize),
    Type(usize, usize, usize, String),
    Correct(usize, Sector),
    AskDelete(Option<(bool, usize)>),
    Goal(Goal),
    Group(TargetGroup),
    Time(TimeLevel),
    Proceed,
    BeginPlan(u64),
    AddAdvice(usize, usize),
    AddItem(usize),
    Plan(usize, usize, usize),
    PutBack,
    Stepper(Option<bool>),
    Rest(Option<bool>),
    PlanFile(Box<Plan>),
    OpenText(String),
    OpenOwn(usize),
    OpenScan(Box<Scan>),
    OpenPlan(Box<Plan>, bool),
    KeepOpened,
    CloseOpened,
    Around(bool),
    Words,
    Keep,
    Delete,
    Undelete,
    OwnFile(usize),
    OtherFile(Box<Scan>),
    Junk(String),
    Unreadable(FileProblem),
    English(bool),
    NoLanguage,
    Saved(SaveOutcome),
    Adopt(Vec<Scan>),
    SetAside(RecordProblem),
    Dismiss(usize),
    Day(i32),
    /// Reading begins, goes on, is counted, another one is shown, or names are ticked.
    GroupTurn(usize, usize),
    GroupRead(Vec<Scan>),
    GroupChoose(Filter),
    AskEmpty,
    GoTogether(usize, usize, usize),
    OpenInvitation(Box<Scan>),
    Accept,
    Decline,
    AnswerWith(usize),
    Stand(usize),
    OpenBoth(Option<usize>, Box<Scan>, Box<Scan>),
    KeepBoth(Role),
}

fn any_step() -> impl Strategy<Value = Step> {
    let content = content("nl");
    let n = || 0..6_usize;
    let statement = || 0..30_usize;
    let junk = prop_oneof![".{0,40}", "\\{\"format\":\"samenscan.result\",\"version\":[0-9].{0,20}"];
    let problem = prop::sample::select(vec![FileProblem::TooLarge, FileProblem::Unreadable]);
    let outcome = prop::sample::select(vec![SaveOutcome::Kept, SaveOutcome::Blocked, SaveOutcome::Full]);
    let record = prop::sample::select(vec![RecordProblem::Corrupt, RecordProblem::Newer]);
    let sector = || prop::sample::select(Sector::ALL);
    let typed = prop_oneof!["\\PC{0,90}", "x{0,300}", "20[0-9]{2}-[01][0-9]-[0-3][0-9]", Just(String::new())];
    prop_oneof![
        6 => (0..18_usize, n(), statement()).prop_map(|(place, scan, one)| Step::Go(place, scan, one)),
        1 => prop::sample::select(Role::ALL).prop_map(Step::Role),
        2 => sector().prop_map(Step::Sector),
        1 => prop::sample::select(Variant::ALL).prop_map(Step::Variant),
        1 => "\\PC{0,90}".prop_map(Step::Label),
        3 => Just(Step::Begin),
        1 => n().prop_map(Step::Repeat),
        12 => (n(), statement(), prop::sample::select(&Answer::ALL[..]))
            .prop_map(|(scan, one, answer)| Step::Answer(scan, one, answer)),
        2 => (n(), statement()).prop_map(|(scan, one)| Step::Clear(scan, one)),
        6 => Just(Step::Continue),
        1 => n().prop_map(Step::Extend),
        4 => (0..10_usize, n(), n(), typed).prop_map(|(field, of, one, text)| Step::Type(field, of, one, text)),
        1 => (n(), sector()).prop_map(|(scan, sector)| Step::Correct(scan, sector)),
        2 => prop::option::of((any::<bool>(), n())).prop_map(Step::AskDelete),
        2 => prop::sample::select(Goal::ALL).prop_map(Step::Goal),
        2 => prop::sample::select(TargetGroup::ALL).prop_map(Step::Group),
        1 => prop::sample::select(TimeLevel::ALL).prop_map(Step::Time),
        2 => Just(Step::Proceed),
        1 => any::<u64>().prop_map(Step::BeginPlan),
        3 => (n(), statement()).prop_map(|(scan, one)| Step::AddAdvice(scan, one)),
        2 => (0..40_usize).prop_map(Step::AddItem),
        5 => (0..8_usize, n(), n()).prop_map(|(change, plan, one)| Step::Plan(change, plan, one)),
        2 => Just(Step::PutBack),
        1 => prop::option::of(any::<bool>()).prop_map(Step::Stepper),
        2 => prop::option::of(any::<bool>()).prop_map(Step::Rest),
        1 => any_plan().prop_map(|plan| Step::PlanFile(Box::new(plan))),
        1 => "([prmb]1-[0-9A-Za-z]{0,40}|\\PC{0,20})".prop_map(Step::OpenText),
        1 => n().prop_map(Step::OpenOwn),
        2 => any_scan(&content).prop_map(|scan| Step::OpenScan(Box::new(scan))),
        2 => (any_plan(), any::<bool>()).prop_map(|(plan, texts)| Step::OpenPlan(Box::new(plan), texts)),
        5 => Just(Step::KeepOpened),
        1 => Just(Step::CloseOpened),
        1 => any::<bool>().prop_map(Step::Around),
        1 => Just(Step::Words),
        1 => Just(Step::Keep),
        2 => Just(Step::Delete),
        2 => Just(Step::Undelete),
        1 => n().prop_map(Step::OwnFile),
        2 => any_scan(&content).prop_map(|scan| Step::OtherFile(Box::new(scan))),
        1 => junk.prop_map(Step::Junk),
        1 => problem.prop_map(Step::Unreadable),
        1 => any::<bool>().prop_map(Step::English),
        1 => Just(Step::NoLanguage),
        1 => outcome.prop_map(Step::Saved),
        1 => prop::collection::vec(any_scan(&content), 0..3).prop_map(Step::Adopt),
        1 => record.prop_map(Step::SetAside),
        1 => n().prop_map(Step::Dismiss),
        1 => (-400..400_i32).prop_map(Step::Day),
        4 => (0..5_usize, statement()).prop_map(|(turn, one)| Step::GroupTurn(turn, one)),
        2 => prop::collection::vec(any_scan(&content), 0..4).prop_map(Step::GroupRead),
        2 => (prop::option::of(prop::sample::select(Role::ALL)), prop::option::of(sector()), any::<bool>())
            .prop_map(|(role, sector, with_duplicates)| Step::GroupChoose(Filter { role, sector, with_duplicates })),
        1 => Just(Step::AskEmpty),
        4 => (0..3_usize, n(), n()).prop_map(|(place, one, other)| Step::GoTogether(place, one, other)),
        3 => any_scan(&content).prop_map(|scan| Step::OpenInvitation(Box::new(scan))),
        2 => Just(Step::Accept),
        1 => Just(Step::Decline),
        2 => n().prop_map(Step::AnswerWith),
        1 => n().prop_map(Step::Stand),
        3 => (prop::option::of(n()), any_scan(&content), any_scan(&content))
            .prop_map(|(pick, one, other)| Step::OpenBoth(pick, Box::new(one), Box::new(other))),
        3 => prop::sample::select(Role::ALL.to_vec()).prop_map(Step::KeepBoth),
    ]
}

/// The action of a step in this state.
fn action(step: &Step, state: &State) -> Action {
    let scan = |pick: usize| {
        let kept: Vec<ScanId> = state.store.library.iter().map(|kept| kept.id).collect();
        kept.get(pick % (kept.len() + 1)).copied().unwrap_or(ScanId::new(777))
    };
    let plan = |pick: usize| {
        let kept: Vec<PlanNumber> = state.store.plans.iter().map(|kept| kept.id).collect();
        kept.get(pick % (kept.len() + 1)).copied().unwrap_or(PlanNumber::new(777))
    };
    let number = |pick: usize, one: usize| {
        let numbers = state.plan(plan(pick)).map(|plan| plan.actions.iter().map(|(number, _)| number));
        let numbers: Vec<Number> = numbers.into_iter().flatten().collect();
        numbers.get(one % (numbers.len() + 1)).copied().unwrap_or(Number::new(1))
    };
    let statement = |pick: usize| state.content.statements.get(pick).map_or(id("X9"), |one| one.id);
    match step {
        Step::Go(place, pick, one) => Action::Go(match place {
            0 => Route::Start,
            1 => Route::Setup,
            2 => Route::Level(scan(*pick), Level::ALL[one % 4]),
            3 => Route::Statement(scan(*pick), statement(*one)),
            4 => Route::Check(scan(*pick)),
            5 => Route::Result(scan(*pick)),
            6 => Route::Saved,
            7 => Route::Step(WishStep::ALL[one % 3]),
            8 => Route::Answer,
            9 => Route::Plan(plan(*pick)),
            10 => Route::Asks,
            11 => Route::Education,
            12 => Route::Link,
            13 => Route::Share(scan(*pick)),
            14 => Route::SharePlan(plan(*pick)),
            15 => Route::Group,
            16 => Route::Meeting,
            _ => Route::About,
        }),
        Step::Role(role) => Action::ChooseRole(*role),
        Step::Sector(sector) => Action::ChooseSector(*sector),
        Step::Variant(variant) => Action::ChooseVariant(*variant),
        Step::Label(label) => Action::TypeLabel(label.clone()),
        Step::Begin => Action::Begin,
        Step::Repeat(pick) => Action::Repeat(scan(*pick)),
        Step::Answer(pick, one, answer) => Action::Answer(scan(*pick), statement(*one), *answer),
        Step::Clear(pick, one) => Action::ClearAnswer(scan(*pick), statement(*one)),
        Step::Continue => Action::Continue,
        Step::Extend(pick) => Action::Extend(scan(*pick)),
        Step::Type(field, pick, one, text) => {
            let (plan, number) = (plan(*pick), number(*pick, *one));
            let field = match field {
                0 | 1 => Field::ScanLabel(scan(*pick)),
                2 => Field::Title(plan),
                3 => Field::What(plan, number),
                4 => Field::When(plan, number),
                5 => Field::Who(plan, number),
                6 => Field::Cue(plan, number),
                7 => Field::FirstStep(plan, number),
                8 => Field::ReviewDay(plan, number),
                _ => Field::ReviewNote(plan, number),
            };
            Action::Type(field, text.clone())
        }
        Step::Correct(pick, sector) => Action::CorrectSector(scan(*pick), *sector),
        Step::AskDelete(None) => Action::AskDelete(Deletion::All),
        Step::AskDelete(Some((false, pick))) => Action::AskDelete(Deletion::One(scan(*pick))),
        Step::AskDelete(Some((true, pick))) => Action::AskDelete(Deletion::Plan(plan(*pick))),
        Step::Goal(goal) => Action::ToggleGoal(*goal),
        Step::Group(group) => Action::ToggleGroup(*group),
        Step::Time(time) => Action::ChooseTime(*time),
        Step::Proceed => Action::ContinueStep,
        Step::BeginPlan(bits) => Action::BeginPlan(PlanId::new(*bits)),
        Step::AddAdvice(pick, one) => {
            let advice = state.content.statements.get(*one).and_then(|statement| statement.advice.first());
            let advice = advice.map_or("X9-a".into(), |advice| advice.id.clone());
            let sector = Sector::ALL[pick % Sector::ALL.len()];
            Action::Add(PlanId::new(1), Addition::Advice(sector, advice))
        }
        Step::AddItem(one) => {
            let item = state.stepper.as_ref().and_then(|stepper| stepper.items.get(*one));
            let item = item.map_or("none".into(), |item| item.id.clone());
            Action::Add(PlanId::new(2), Addition::Item(item))
        }
        Step::Plan(change, pick, one) => {
            let number = number(*pick, *one);
            let change = match change {
                0 => PlanChange::AddAction,
                1 => PlanChange::ToggleDone(number),
                2 => PlanChange::MoveUp(number),
                3 => PlanChange::MoveDown(number),
                4 => PlanChange::TakeOutAction(number),
                5 => PlanChange::AddReview,
                6 => PlanChange::TakeOutReview(number),
                _ => PlanChange::ToggleStep(GuideStep::ALL[one % 6]),
            };
            Action::Plan(plan(*pick), change)
        }
        Step::PutBack => Action::PutBack,
        Step::Stepper(Some(english)) => Action::StepperLoaded(stepper(if *english { "en" } else { "nl" })),
        Step::Stepper(None) => Action::StepperFailed,
        Step::Rest(Some(true)) => Action::RestArrived,
        Step::Rest(Some(false)) => Action::RestFailed,
        Step::Rest(None) => Action::RetryRest,
        Step::PlanFile(plan) => Action::FileRead(Ok(plan_json::encode(plan))),
        Step::OpenText(text) => open(text.clone()),
        Step::OpenOwn(pick) => match state.scan(scan(*pick)) {
            Some(scan) => open(link_to(scan, &state.content)),
            None => open(String::new()),
        },
        Step::OpenScan(scan) => {
            // A link cannot carry every day.
            let scan = Scan { started_on: day(TODAY), changed_on: day(TODAY), ..Scan::clone(scan) };
            open(link_to(&scan, &state.content))
        }
        Step::OpenPlan(plan, texts) => {
            let texts = if *texts { TextsIn::Included } else { TextsIn::LeftOut };
            open(write_plan(plan, texts).map_or_else(|_| String::new(), |link| link.as_str().to_owned()))
        }
        Step::KeepOpened => Action::Share(ShareAction::Keep),
        Step::Around(known) => Action::Share(ShareAction::Around(Page {
            address: known.then(|| "https://example.org/".into()),
            has_share_sheet: *known,
        })),
        Step::CloseOpened => Action::Share(ShareAction::Close),
        Step::Words => Action::Share(ShareAction::ToggleWords),
        Step::Keep => Action::KeepAfterAll,
        Step::Delete => Action::Delete,
        Step::Undelete => Action::Undelete,
        Step::OwnFile(pick) => Action::FileRead(match state.scan(scan(*pick)) {
            Some(scan) => Ok(json::encode(scan)),
            None => Ok(String::new()),
        }),
        Step::OtherFile(scan) => Action::FileRead(Ok(json::encode(scan))),
        Step::Junk(text) => Action::FileRead(Ok(text.clone())),
        Step::Unreadable(problem) => Action::FileRead(Err(*problem)),
        Step::English(english) => Action::LanguageLoaded(content(if *english { "en" } else { "nl" })),
        Step::NoLanguage => Action::LanguageFailed("fy".into()),
        Step::Saved(outcome) => Action::Saved(*outcome),
        Step::Adopt(scans) => Action::Adopt(Rc::new(store_of(scans.clone()))),
        Step::SetAside(problem) => Action::SetAside(*problem),
        Step::Dismiss(position) => Action::Dismiss(*position),
        Step::GoTogether(0, pick, _) => Action::Go(Route::Invite(scan(*pick))),
        Step::GoTogether(1, pick, _) => Action::Go(Route::Mirror(scan(*pick))),
        Step::GoTogether(_, one, other) => Action::Go(Route::Again(scan(*one), scan(*other))),
        Step::OpenInvitation(scan) => {
            let link = write_invitation(&on_a_day_for_links(scan), &orders(&state.content));
            open(link.expect("a link").as_str().to_owned())
        }
        Step::Accept => Action::Mirror(MirrorAction::Accept),
        Step::Decline => Action::Mirror(MirrorAction::Decline),
        Step::AnswerWith(pick) => Action::Mirror(MirrorAction::AnswerWith(scan(*pick))),
        Step::Stand(pick) => Action::Mirror(MirrorAction::Stand(scan(*pick))),
        Step::OpenBoth(pick, one, other) => {
            let kept = pick.and_then(|pick| state.scan(scan(pick)));
            let one = on_a_day_for_links(kept.map_or(one, |kept| kept));
            let other = Scan { role: one.role.partner(), ..on_a_day_for_links(other) };
            let pair = Pair::of(one, other).expect("two sides");
            open(write_both(&pair, &orders(&state.content)).expect("a link").as_str().to_owned())
        }
        Step::KeepBoth(own) => Action::Mirror(MirrorAction::KeepBoth(*own)),
        Step::Day(days) => {
            Action::DayChanged(state.today.saturating_add(time::Duration::days((*days).into())))
        }
        Step::GroupTurn(turn, one) => Action::Group(match turn {
            0 => GroupAction::Begin,
            1 => GroupAction::Progress(GroupProgress { results: 1, percent: 2 }),
            2 => {
                let filter = state.group.filter;
                let gathered = state.group.gathered().cloned();
                let gathered = gathered.unwrap_or_else(|| Rc::new(Gathered::new(&state.content)));
                GroupAction::Counted(filter, Rc::new(gathered.tally(filter)))
            }
            3 => GroupAction::Show(*one),
            _ => GroupAction::WithLabels(one % 2 == 0),
        }),
        Step::GroupRead(scans) => {
            let mut gathered = Gathered::new(&state.content);
            scans.iter().for_each(|scan| {
                gathered.group.add(scan).expect("room");
            });
            Action::Group(GroupAction::Read(Rc::new(gathered)))
        }
        Step::GroupChoose(filter) => Action::Group(GroupAction::Choose(*filter)),
        Step::AskEmpty => Action::AskDelete(Deletion::Group),
    }
}

/// The scan itself when its day fits in a link, or else on a day that does.
fn on_a_day_for_links(scan: &Scan) -> Scan {
    let fits = (day("2026-01-01")..=day("2136-02-19")).contains(&scan.changed_on);
    Scan { changed_on: if fits { scan.changed_on } else { day(TODAY) }, ..scan.clone() }
}

fn open(text: String) -> Action {
    Action::Share(ShareAction::Open(text))
}

fn link_to(scan: &Scan, content: &Content) -> String {
    let link = write_result(scan, LabelIn::Included, &orders(content));
    link.map_or_else(|_| String::new(), |link| link.as_str().to_owned())
}

type Kept = BTreeMap<ScanId, Answers>;

fn kept(state: &State) -> Kept {
    state.store.library.iter().map(|kept| (kept.id, kept.value.answers.clone())).collect()
}

/// The answers that must be there after an action; the numbers of new scans are not known yet.
fn expected(old: &State, action: &Action) -> Kept {
    let mut expect = kept(old);
    match action {
        Action::Answer(scan, statement, answer) if old.content.statement(*statement).is_some() => {
            expect.entry(*scan).and_modify(|answers| answers.set(*statement, *answer));
        }
        Action::ClearAnswer(scan, statement) => {
            expect.entry(*scan).and_modify(|answers| answers.clear(*statement));
        }
        Action::Delete => match old.deleting {
            Some(Deletion::One(id)) => drop(expect.remove(&id)),
            Some(Deletion::All) => expect.clear(),
            Some(Deletion::Plan(_) | Deletion::Group) | None => {}
        },
        Action::Adopt(store) => {
            expect = store.library.iter().map(|kept| (kept.id, kept.value.answers.clone())).collect();
        }
        _ => {}
    }
    expect
}

/// What may be there besides: what an action adds.
fn added(old: &State, action: &Action) -> Vec<Answers> {
    match action {
        Action::Begin | Action::Mirror(MirrorAction::Accept) => vec![Answers::new()],
        Action::FileRead(Ok(text)) => {
            json::decode(text, &old.content).into_iter().map(|scan| scan.answers).collect()
        }
        Action::Share(ShareAction::Keep) => match old.opened.as_deref() {
            Some(Ok(Link::Result(scan))) => vec![scan.answers.clone()],
            _ => Vec::new(),
        },
        Action::Undelete => old.deleted.iter().map(|kept| kept.value.answers.clone()).collect(),
        Action::Mirror(MirrorAction::AnswerWith(id)) => {
            old.scan(*id).into_iter().map(|scan| scan.answers.clone()).collect()
        }
        // The side that is one's own, or once more the scan of which that side is what a link carries.
        Action::Mirror(MirrorAction::KeepBoth(own)) => match old.opened.as_deref() {
            Some(Ok(Link::Both(pair))) => {
                let kept = old.store.library.iter().filter(|kept| kept.value.role == *own);
                let kept = kept.map(|kept| kept.value.answers.clone());
                std::iter::once(pair.get(*own).answers.clone()).chain(kept).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// No plan goes unless it is deleted, and then it can come back; no action goes unless it is taken out.
fn check_plans(old: &State, action: &Action, new: &State) -> Result<(), TestCaseError> {
    if let Action::Adopt(store) = action {
        prop_assert_eq!(&new.store.plans, &store.plans);
        return Ok(());
    }
    for before in old.store.plans.iter() {
        let Some(plan) = new.plan(before.id) else {
            let asked = matches!(old.deleting, Some(Deletion::All))
                || old.deleting == Some(Deletion::Plan(before.id));
            prop_assert!(*action == Action::Delete && asked, "{:?} is lost", before.id);
            prop_assert!(new.deleted_plans.contains(before), "what is deleted can come back");
            continue;
        };
        for (number, one) in
            before.value.actions.iter().filter(|(number, _)| plan.actions.get(*number).is_none())
        {
            let taken_out = Action::Plan(before.id, PlanChange::TakeOutAction(number));
            prop_assert_eq!(action, &taken_out, "{:?} is lost", one);
            let back = update(new, Action::PutBack);
            prop_assert_eq!(&back.plan(before.id).expect("the plan").actions, &before.value.actions);
        }
    }
    if *action == Action::Undelete {
        for kept in &old.deleted_plans {
            let is_back = new.store.plans.find_same(&kept.value).is_some();
            prop_assert!(is_back || new.deleted_plans.contains(kept), "a deleted plan is lost");
        }
    }
    Ok(())
}

/// A group goes only when somebody said yes or while it is being read, and its figures are its own.
fn check_group(old: &State, action: &Action, new: &State) -> Result<(), TestCaseError> {
    if old.group.gathered().is_some() && new.group.gathered().is_none() {
        let emptied = *action == Action::Delete && old.deleting == Some(Deletion::Group);
        prop_assert!(emptied || *action == Action::Group(GroupAction::Begin), "the group is lost");
    }
    if !matches!(action, Action::Group(_) | Action::Delete) {
        prop_assert_eq!(&new.group, &old.group);
    }
    if let (Some(gathered), Some(tally), false) =
        (new.group.gathered(), new.group.tally(), new.group.is_counting())
    {
        prop_assert_eq!(&**tally, &gathered.tally(new.group.filter));
    }
    let statements = new.group.tally().map_or(0, |tally| tally.asked().count());
    prop_assert!(new.group.shown == 0 || new.group.shown < statements);
    Ok(())
}

/// A partner is never without its scan, of the other role, and goes only with it or when it is declined before the first
/// answer; it is shown only to whose answers stand.
fn check_partners(old: &State, action: &Action, new: &State) -> Result<(), TestCaseError> {
    for (id, partner) in new.store.partners.iter() {
        let scan = new.scan(id).map(|scan| scan.role.partner());
        prop_assert_eq!(scan, Some(partner.scan.role), "the partner of {:?}", id);
        let was_shown = old.store.partners.get(id).is_some_and(|before| before.seen >= Seen::Here);
        let all_answered = new.scan(id).is_some_and(|scan| new.progress(scan).next.is_none());
        let stands = matches!(action, Action::Mirror(MirrorAction::Stand(one)) if *one == id);
        let came_along =
            matches!(action, Action::Mirror(MirrorAction::KeepBoth(_)) | Action::Undelete | Action::Adopt(_));
        let looked = all_answered && new.route == Route::Mirror(id);
        let is_shown = partner.seen >= Seen::Here;
        prop_assert!(!is_shown || was_shown || stands || came_along || looked, "shown by {action:?}");
        let knew = old.store.partners.get(id).is_some_and(|before| before.seen == Seen::ThereToo);
        prop_assert!(partner.seen != Seen::ThereToo || knew || came_along, "seen there by {action:?}");
        let own =
            |state: &State| state.scan(id).map(|scan| (scan.sector, scan.variant, scan.answers.clone()));
        let knows = partner.seen == Seen::ThereToo && !came_along;
        prop_assert!(!knows || own(old) == own(new), "changed unseen by {action:?}");
    }
    if matches!(action, Action::Adopt(_)) {
        return Ok(());
    }
    let same =
        |one: &Partner, other: &Partner| one.scan == other.scan && other.seen >= one.seen.min(Seen::Here);
    for (id, before) in old.store.partners.iter() {
        match new.store.partners.get(id) {
            Some(now) => prop_assert!(same(before, now), "another partner for {id:?}"),
            None if *action == Action::Mirror(MirrorAction::Decline) => {
                let untouched = old.store.library.latest().filter(|kept| kept.value.answers.is_empty());
                prop_assert_eq!(untouched.map(|kept| kept.id), Some(id), "another one is declined");
            }
            None => {
                prop_assert_eq!(action, &Action::Delete);
                prop_assert!(new.deleted_partners.get(id) == Some(before), "{id:?} is lost");
            }
        }
    }
    if *action == Action::Undelete {
        for (id, partner) in old.deleted_partners.iter() {
            let is_back = new.store.partners.iter().any(|(_, now)| now == partner);
            prop_assert!(is_back || new.deleted_partners.get(id) == Some(partner), "{id:?} is lost");
        }
    }
    Ok(())
}

/// A state that equals this one without sharing its store.
fn copy(state: &State) -> State {
    State { store: Rc::new(Store::clone(&state.store)), ..state.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_actions_loses_an_answer(steps in prop::collection::vec(any_step(), 1..60)) {
        let mut old = begun();
        let mut reminders: BTreeMap<(ScanId, Level), u32> = BTreeMap::new();
        for step in &steps {
            let action = action(step, &old);
            let new = update(&old, action.clone());
            prop_assert_eq!(&update(&copy(&old), action.clone()), &new, "the same again");

            let (expect, mut added, now) = (expected(&old, &action), added(&old, &action), kept(&new));
            for (id, answers) in &now {
                match expect.get(id) {
                    Some(before) => prop_assert_eq!(answers, before, "the answers of {:?}", id),
                    None => {
                        let place = added.iter().position(|one| one == answers);
                        prop_assert!(place.is_some(), "{:?} comes from nowhere", id);
                        place.map(|place| added.swap_remove(place));
                    }
                }
            }
            prop_assert!(expect.keys().all(|id| now.contains_key(id)), "a scan is lost");
            match &action {
                Action::Delete => {
                    let gone = old.store.library.iter().filter(|kept| new.scan(kept.id).is_none());
                    for kept in gone {
                        prop_assert!(new.deleted.contains(kept), "what is deleted can come back");
                    }
                }
                Action::Undelete => for kept in &old.deleted {
                    let is_back = new.store.library.find_same(&kept.value).is_some();
                    prop_assert!(is_back || new.deleted.contains(kept), "what was deleted is lost");
                },
                Action::Go(route) if *route != old.route => prop_assert!(new.deleted.is_empty()),
                Action::LanguageLoaded(_) => prop_assert_eq!(&new.store, &old.store),
                Action::Group(_) => prop_assert!(Rc::ptr_eq(&new.store, &old.store), "a group is not kept"),
                Action::Share(ShareAction::Keep) => {
                    let more = new.store.library.len() + new.store.plans.len();
                    let before = old.store.library.len() + old.store.plans.len();
                    prop_assert!(more <= before + 1, "one is kept at most");
                }
                Action::Share(_) => prop_assert!(Rc::ptr_eq(&new.store, &old.store), "looking changes nothing"),
                _ => {}
            }

            check_plans(&old, &action, &new)?;
            check_group(&old, &action, &new)?;
            check_partners(&old, &action, &new)?;

            let record = record::encode(&new.store, 7);
            prop_assert_eq!(record::decode(&record, &new.content), Ok((7, Store::clone(&new.store))));

            if let (Action::Continue, true, Route::Level(id, level)) = (&action, new.reminding, new.route) {
                prop_assert_eq!(new.route, old.route);
                *reminders.entry((id, level)).or_default() += 1;
            }
            prop_assert!(reminders.values().all(|count| *count <= 1), "reminded twice: {:?}", reminders);
            // Other statements are asked, or the same number stands for a scan that begins anew.
            let anew = match (&action, new.route) {
                (Action::Extend(id), _) => Some(*id),
                (Action::Begin, Route::Level(id, _)) => Some(id),
                (Action::Mirror(MirrorAction::Accept), _) => new.store.library.latest().map(|kept| kept.id),
                _ => None,
            };
            reminders.retain(|(reminded, _), _| Some(*reminded) != anew);
            prop_assert!(new.reminding <= matches!(new.route, Route::Level(..)));

            prop_assert_eq!(effects::between(&new, &copy(&new)), []);
            let effects = effects::between(&old, &new);
            let count = |is: fn(&Effect) -> bool| effects.iter().filter(|effect| is(effect)).count();
            prop_assert_eq!(count(|one| matches!(one, Effect::Save(_))), usize::from(old.store != new.store));
            let moved = usize::from(old.route != new.route);
            prop_assert_eq!(count(|one| matches!(one, Effect::Address(_))), moved);
            // A way out shows another answer on the same screen, which is as good as a new one.
            let other_answer = new.route == Route::Answer && old.store.wish != new.store.wish;
            let in_view = |state: &State| match new.route {
                Route::Mirror(id) => state.partner_shown(id).is_some(),
                _ => false,
            };
            let came_in_view = in_view(&new) && !in_view(&old);
            let other_link = new.route == Route::Link && matches!(action, Action::Share(ShareAction::Open(_)));
            let announced = usize::from(old.route != new.route || other_answer || came_in_view || other_link);
            prop_assert_eq!(count(|one| matches!(one, Effect::NewScreen)), announced);
            let asked_for_rest = effects::wants_rest(&new) && !effects::wants_rest(&old);
            prop_assert_eq!(count(|one| matches!(one, Effect::FetchRest)), usize::from(asked_for_rest));
            let fetched = count(|one| matches!(one, Effect::FetchStepper(_)));
            prop_assert!(fetched <= usize::from(effects::wants_stepper(&new)));
            if effects::wants_stepper(&new) && !effects::wants_stepper(&old) {
                prop_assert_eq!(fetched, 1, "the stepper is never fetched");
            }
            let translated = usize::from(old.content.language != new.content.language);
            prop_assert_eq!(count(|one| matches!(one, Effect::Language(_))), translated);
            prop_assert!(count(|one| matches!(one, Effect::Focus(_))) <= 1);
            old = new;
        }
    }
}
