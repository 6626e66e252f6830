//! The state of the application: what each action does, and that no order of actions loses an answer.

mod any_order;
#[path = "../real/mod.rs"]
mod real;
mod steps;

use std::rc::Rc;

use real::{FULL, content, day, id, scan, scored};
use samenscan::app::{
    Action, Deletion, Field, FileProblem, Notice, PlanChange, Refusal, Refused, Route, SaveOutcome,
    SetupProblem, State, Storage, update,
};
use samenscan::export::json::{self, ImportProblem};
use samenscan::plan::PlanId;
use samenscan::record::{Library, PlanNumber, RecordProblem, ScanId, Store};
use samenscan::scan::{Answer, Answers, Label, Level, Role, Scan, Sector, StatementId, Variant};
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
