//! A random walk through the application, a step at a time.

use std::rc::Rc;

use super::real::{any_plan, any_scan, content, day, id, stepper};
use super::{TODAY, store_of};
use proptest::prelude::*;
use samenscan::app::{
    Action, Addition, Deletion, Field, FileProblem, GroupAction, GroupProgress, MirrorAction, Page,
    PlanChange, Route, SaveOutcome, ShareAction, State, Step as WishStep, orders,
};
use samenscan::content::Content;
use samenscan::export::json;
use samenscan::export::plan_json;
use samenscan::gather::Gathered;
use samenscan::link::{LabelIn, TextsIn, write_both, write_invitation, write_plan, write_result};
use samenscan::plan::{Goal, GuideStep, Number, Plan, PlanId, TargetGroup, TimeLevel};
use samenscan::record::{PlanNumber, RecordProblem, ScanId};
use samenscan::scan::group::Filter;
use samenscan::scan::{Answer, Level, Pair, Role, Scan, Sector, Variant};

/// What a random walk does next; scans and statements are picked from those that are there by then.
#[derive(Clone, Debug)]
pub enum Step {
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

pub fn any_step() -> impl Strategy<Value = Step> {
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
pub fn action(step: &Step, state: &State) -> Action {
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
