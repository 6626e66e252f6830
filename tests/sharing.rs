//! Sharing and opening links: what the application does with them, and what its screens say.

mod page;
mod real;

use std::rc::Rc;

use page::Page;
use real::{FULL, QUICK, content, contents, day, line, scan, stepper};
use samenscan::app::{
    Action, Deletion, Field, Notice, Page as Around, Rest, Route, ShareAction, State, Storage, at_address,
    orders, update,
};
use samenscan::link::{self, LabelIn, Link, ReadError, TextsIn, write_plan, write_result};
use samenscan::plan::{self, Origin, Plan};
use samenscan::record::{self, Library, PlanNumber, ScanId, Store};
use samenscan::scan::{Label, Level, Role, Scan, Variant};
use samenscan::ui::effects::{self, Effect};
use samenscan::ui::prerender;

const ONE: ScanId = ScanId::new(1);
const TWO: ScanId = ScanId::new(2);
const PLAN: PlanNumber = PlanNumber::new(1);
const ADDRESS: &str = "https://example.org/school/scan/";

/// Somebody with one own scan, on the start screen.
fn reader() -> State {
    let content = content("nl");
    let mut store = Store::default();
    let own = Scan { label: label("Bakkerij Smit"), ..scan(&content, Role::School, Variant::Full, FULL) };
    store.library.add(own).expect("room");
    let state = State::new(content, day("2026-11-24"), store, Storage::Works, Route::Start);
    let page = Around { address: Some(ADDRESS.into()), has_share_sheet: false };
    State { stepper: Some(stepper("nl")), page, rest: Rest::Here, ..state }
}

fn label(text: &str) -> Label {
    Label::new(text).expect("a label that fits")
}

/// The partner's scan.
fn partner(state: &State) -> Scan {
    Scan { started_on: day("2026-11-22"), ..scan(&state.content, Role::Company, Variant::Quick, QUICK) }
}

fn link_to(scan: &Scan, label: LabelIn) -> String {
    write_result(scan, label, &orders(&content("nl"))).expect("a link").as_str().to_owned()
}

fn after(state: &State, actions: impl IntoIterator<Item = ShareAction>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| update(&state, Action::Share(action)))
}

fn open(state: &State, text: &str) -> State {
    after(state, [ShareAction::Open(text.to_owned())])
}

fn draw(state: &State) -> Page {
    let page = Page::read(&state.route.to_string(), prerender::html(state.clone()));
    page.check();
    page
}

/// A screen of the first state.
fn at(state: &State, route: Route) -> State {
    update(state, Action::Go(route))
}

fn shared_link(page: &Page) -> String {
    page.text_of(".share-panel .on-paper .address")
}

#[test]
fn an_address_is_a_route_or_a_link_or_not_ours() {
    let state = reader();
    let link = link_to(&partner(&state), LabelIn::LeftOut);
    for fragment in
        [format!("#{link}"), format!("#{link}&utm_source=mail"), format!("#%23{link}."), "#r1-".into()]
    {
        let open = Action::Share(ShareAction::Open(fragment.clone()));
        assert_eq!(at_address(&fragment), [Action::Go(Route::Link), open], "{fragment}");
    }
    assert_eq!(at_address("#/result/1"), [Action::Go(Route::Result(ONE))]);
    assert_eq!(at_address(""), [Action::Go(Route::Start)]);
    for foreign in
        ["#content", "#r1", "#r1x", "#priorities-heading", "#share-link", "#/nowhere", "#%", "#%23"]
    {
        assert_eq!(at_address(foreign), [], "{foreign}");
    }
}

#[test]
fn opening_a_link_changes_nothing_that_is_kept() {
    let state = reader();
    let partner = partner(&state);
    let link = link_to(&partner, LabelIn::LeftOut);
    for text in [link.clone(), format!("Kijk: https://a.nl/#{link}&utm_source=x"), format!("%23{link}.")] {
        let opened = open(&state, &text);
        assert_eq!(opened.opened.as_deref(), Some(&Ok(Link::Result(partner.clone()))), "{text}");
        assert_eq!(opened.route, Route::Link);
        assert!(Rc::ptr_eq(&opened.store, &state.store));
        let effects = effects::between(&state, &opened);
        assert_eq!(effects, [Effect::Address(Route::Link), Effect::NewScreen], "nothing is saved");
    }
    let cut = &link[..link.len() - 6];
    let refused = open(&state, cut);
    assert_eq!(refused.opened.as_deref(), Some(&Err(ReadError::Incomplete)));
    let again = open(&refused, &link);
    assert_eq!(
        effects::between(&refused, &again),
        [Effect::NewScreen],
        "the same screen says something else"
    );
    let closed = after(&again, [ShareAction::Close]);
    assert_eq!((closed.opened, closed.route), (None, Route::Start));
}

#[test]
fn an_opened_result_is_kept_once_and_not_gone_on_with() {
    let mut state = reader();
    let own = scan(&state.content, Role::School, Variant::Quick, "4.. ... ... ...");
    Rc::make_mut(&mut state.store).library.add(own).expect("room");
    let mut partner = partner(&state);
    partner.answers.clear("S1".parse().expect("an id"));
    let link = link_to(&partner, LabelIn::LeftOut);
    let kept = after(&open(&state, &link), [ShareAction::Keep]);
    let id = ScanId::new(3);
    assert_eq!(kept.route, Route::Result(id));
    assert_eq!(kept.scan(id).map(|kept| &**kept), Some(&partner));
    assert_eq!((kept.opened.clone(), kept.notices.clone()), (None, vec![Notice::Kept]));
    assert_eq!(kept.scan(ONE), state.scan(ONE), "one's own answers are as they were");
    assert_eq!(kept.latest_own().map(|(kept, _)| kept.id), Some(TWO), "one goes on with one's own");

    let again = after(&open(&kept, &link), [ShareAction::Keep]);
    assert_eq!((again.route, again.store.library.len()), (Route::Result(id), 3));

    // Nor where nothing else is kept, also not the next time, under another name, or after it was deleted and put back.
    let alone = State { store: Rc::default(), ..state.clone() };
    let alone = after(&open(&alone, &link), [ShareAction::Keep]);
    assert_eq!(alone.route, Route::Result(ONE));
    let named = update(&alone, Action::Type(Field::ScanLabel(ONE), "Van de school".to_owned()));
    let gone = [Action::AskDelete(Deletion::One(ONE)), Action::Delete, Action::Undelete];
    let back = gone.into_iter().fold(at(&alone, Route::Saved), |state, action| update(&state, action));
    for state in [&alone, &named, &back] {
        let record = record::encode(&state.store, 1);
        let read = record::read(&[Some(record), None], &state.content).store;
        let later = State { store: Rc::new(read), ..at(state, Route::Start) };
        assert_eq!(later.store, state.store);
        assert!(later.store.library.latest().is_some_and(|kept| kept.value.answers == partner.answers));
        assert_eq!(later.latest_own(), None);
        assert_eq!(draw(&later).count(".resume"), 0);
    }
    // A scan of one's own does not begin in its place either, even if nothing is answered in it.
    let nothing = Scan { answers: Default::default(), ..partner.clone() };
    let empty = State { store: Rc::default(), ..state.clone() };
    let kept_empty = after(&open(&empty, &link_to(&nothing, LabelIn::LeftOut)), [ShareAction::Keep]);
    let begin = [Action::Go(Route::Setup), Action::ChooseSector(nothing.sector), Action::Begin];
    let begun = begin.into_iter().fold(kept_empty, |state, action| update(&state, action));
    assert_eq!((begun.route, begun.store.library.len()), (Route::Level(TWO, Level::Strategic), 2));
    // Who answers in it makes it one's own.
    let statement = "S1".parse().expect("an id");
    let answered = update(&alone, Action::Answer(ONE, statement, real::scored(2)));
    let cleared = update(&answered, Action::ClearAnswer(ONE, statement));
    assert_eq!(cleared.latest_own().map(|(kept, _)| kept.id), Some(ONE));

    // One's own link in one's own browser: the name and the day on which it was begun are not in it.
    let own = link_to(state.scan(ONE).expect("a scan"), LabelIn::LeftOut);
    let opened = open(&state, &own);
    assert!(draw(&opened).text().contains("Dit resultaat staat al bij jullie resultaten."));
    assert_eq!(after(&opened, [ShareAction::Keep]).route, Route::Result(ONE));
}

#[test]
fn what_cannot_be_kept_says_so_and_stays_open() {
    let mut state = reader();
    let blocked = State { storage: Storage::Blocked, ..state.clone() };
    let link = link_to(&partner(&state), LabelIn::LeftOut);
    let kept = after(&open(&blocked, &link), [ShareAction::Keep]);
    assert_eq!((kept.route, kept.notices), (Route::Result(TWO), Vec::new()), "no promise that it is kept");

    let own = state.scan(ONE).expect("a scan").clone();
    while Rc::make_mut(&mut state.store).library.add(Scan::clone(&own)).is_some() {}
    assert_eq!(state.store.library.len(), Library::<Scan>::MAX);
    let full = after(&open(&state, &link), [ShareAction::Keep]);
    assert_eq!((full.route, full.notices.clone()), (Route::Link, vec![Notice::LibraryFull]));
    assert!(full.opened.is_some());

    for nothing in ["", "r1-0"] {
        let opened = open(&state, nothing);
        assert_eq!(after(&opened, [ShareAction::Keep]), opened);
    }
}

#[test]
fn a_result_of_somebody_else_can_be_read_and_not_changed() {
    for content in contents() {
        let state = State { content: Rc::clone(&content), ..reader() };
        let partner = Scan { label: real::nasty_label(), ..partner(&state) };
        let opened = draw(&open(&state, &link_to(&partner, LabelIn::Included)));
        let texts = &content.texts;
        assert!(opened.text().contains(&**texts.preview_note()));
        assert_eq!(opened.text_of(".result > .name"), real::nasty_label().to_string());
        let own = draw(&State {
            route: Route::Result(TWO),
            ..after(&open(&state, &link_to(&partner, LabelIn::Included)), [ShareAction::Keep])
        });
        for same in ["h1", ".priorities h3", ".result tbody", ".all-advice summary", ".all-advice h3"] {
            assert_eq!(opened.texts(same), own.texts(same), "{same}");
        }
        assert_eq!(
            opened.count("[href^='#/scan/'], [href^='#/share/'], .advice button"),
            0,
            "nothing to change"
        );
        assert!(own.count("[href^='#/scan/'], [href^='#/share/'], .advice button") > 3);
        let (ours, theirs) = (texts.your_answer(""), texts.their_answer(""));
        assert!(!opened.text().contains(ours.trim()) && opened.text().contains(theirs.trim()));
    }
}

#[test]
fn a_name_goes_along_only_when_ticked() {
    let state = at(&reader(), Route::Share(ONE));
    let with = |state: &State| match link::read(&shared_link(&draw(state)), &orders(&state.content)) {
        Ok(Link::Result(scan)) => scan.label,
        other => panic!("{other:?}"),
    };
    assert_eq!(with(&state), Label::default());
    assert!(!draw(&state).html.contains("Bakkerij%20Smit"));
    let ticked = after(&state, [ShareAction::ToggleWords]);
    assert_eq!(with(&ticked), label("Bakkerij Smit"));
    assert!(draw(&ticked).text().contains("De naam: Bakkerij Smit"));
    let left = at(&at(&ticked, Route::Start), Route::Share(ONE));
    assert_eq!(with(&left), Label::default(), "the next link begins without the name");
    // What is printed with the result has no link with a name either.
    let result = draw(&at(&ticked, Route::Result(ONE)));
    let printed = result.text_of(".paper-link .address");
    let Ok(Link::Result(scan)) = link::read(&printed, &orders(&state.content)) else { panic!("{printed}") };
    assert_eq!((scan.label, printed.starts_with(ADDRESS)), (Label::default(), true));

    let mut unnamed = state;
    Rc::make_mut(&mut unnamed.store).library.change(ONE, |scan| scan.label = Label::default());
    assert_eq!(draw(&unnamed).count("input[type=checkbox]"), 0, "no name, nothing to tick");
}

#[test]
fn the_words_around_a_link_say_what_it_carries() {
    let state = at(&reader(), Route::Share(ONE));
    let page = draw(&state);
    assert!(
        page.text().contains("Een school · middelbaar beroepsonderwijs (mbo) · Hele scan · 22 november 2026")
    );
    assert!(page.text().contains("27 van de 28 antwoorden"), "{}", page.text());
    let mail = page.attributes("a[href^='mailto:']", "href").concat();
    let link = shared_link(&page).replace(':', "%3A").replace('/', "%2F").replace('#', "%23");
    assert!(mail.ends_with(&format!("%0D%0A%0D%0A{link}")), "{mail}");
    assert_eq!(page.count("svg.qr-code[role=img][aria-label]"), 1);
    assert!(!page.text().contains("Deel met een app"), "no sheet where there is none");
    let mut phone = state.clone();
    phone.page.has_share_sheet = true;
    assert!(draw(&phone).text().contains("Deel met een app"));

    let nowhere = State { page: Around::default(), ..state };
    let page = draw(&nowhere);
    assert!(page.text().contains("Deze pagina heeft geen adres op het web."));
    assert_eq!(page.count(".share-panel, svg.qr-code"), 0);
    assert_eq!(draw(&at(&nowhere, Route::Result(ONE))).count(".paper-link"), 0);
}

#[test]
fn what_no_link_can_carry_is_offered_as_a_file() {
    let check = |change: &dyn Fn(&mut Scan), sentence: &str| {
        let mut state = reader();
        Rc::make_mut(&mut state.store).library.change(ONE, change);
        let page = draw(&at(&state, Route::Share(ONE)));
        assert!(page.text().contains(sentence), "{}", page.text());
        assert!(page.texts("button").contains(&"Bewaar als bestand".to_owned()));
        assert_eq!(page.count("#share-link"), 0);
    };
    check(&|scan| scan.changed_on = day("2025-12-31"), "De datum van dit resultaat past niet in een link.");
    check(&|scan| scan.content_version = 99, "die deze pagina niet kent");
    let mut empty = reader();
    Rc::make_mut(&mut empty.store).library.change(ONE, |scan| scan.answers = Default::default());
    let page = draw(&at(&empty, Route::Share(ONE)));
    assert!(page.text().contains("Er is nog niets ingevuld."));
    assert_eq!((page.count("#share-link"), page.count("[href='#/scan/1/strategic']")), (0, 1));
}

/// A plan with an item of the stepper, and as many own actions.
fn plan_with(own: usize, words: &str) -> Plan {
    let mut plan = Plan { title: line("Ons geheim"), ..Plan::new(real::plan().id, real::plan().created_on) };
    let origin = Origin::Item { id: "AC-L1".parse().expect("an id"), source: line("FME, hoofdstuk 2") };
    let item =
        plan::Action { what: line("Eigen woorden"), who: line("Jan"), origin, ..plan::Action::default() };
    plan.actions.add(item).expect("room");
    for _ in 0..own {
        let action = plan::Action { what: line(words), ..plan::Action::default() };
        plan.actions.add(action).expect("room");
    }
    plan
}

fn with_plan(plan: Plan) -> State {
    let mut state = reader();
    Rc::make_mut(&mut state.store).plans.add(plan).expect("room");
    at(&state, Route::SharePlan(PLAN))
}

#[test]
fn texts_of_a_plan_go_along_only_when_ticked() {
    let plan = plan_with(2, "Bel Piet");
    let state = with_plan(plan.clone());
    let page = draw(&state);
    assert!(page.text().contains("en 2 eigen acties"), "{}", page.text());
    let read = |page: &Page| match link::read(&shared_link(page), &orders(&state.content)) {
        Ok(Link::Plan(plan, texts)) => (*plan, texts),
        other => panic!("{other:?}"),
    };
    let (sent, texts) = read(&page);
    assert_eq!((sent.title.is_blank(), sent.actions.len(), texts), (true, 1, TextsIn::LeftOut));
    assert!(sent.actions.iter().all(|(_, action)| action.what.is_blank() && action.who.is_blank()));
    let ticked = draw(&after(&state, [ShareAction::ToggleWords]));
    assert_eq!(read(&ticked), (plan.clone(), TextsIn::Included));
    assert!(ticked.text().contains("Al jullie eigen teksten, ook namen"));
    // Nor stand they in the link on paper.
    let printed = draw(&at(&state, Route::Plan(PLAN))).text_of(".paper-link .address");
    assert!(matches!(link::read(&printed, &orders(&state.content)), Ok(Link::Plan(_, TextsIn::LeftOut))));

    let mut only_own = plan;
    let first = only_own.actions.iter().next().map(|(number, _)| number).expect("an action");
    only_own.actions.remove(first);
    let state = with_plan(only_own);
    assert!(draw(&state).text().contains("Vink ze aan om een link te maken."));
    assert_eq!(draw(&state).count("#share-link"), 0);
    assert_eq!(draw(&after(&state, [ShareAction::ToggleWords])).count("#share-link"), 1);
}

#[test]
fn a_long_plan_warns_and_too_long_a_plan_is_a_file() {
    let words = "Q".repeat(60);
    let check = |own: usize, warned: bool, linked: bool, coded: bool| {
        let page = draw(&after(&with_plan(plan_with(own, &words)), [ShareAction::ToggleWords]));
        assert_eq!(page.text().contains("Deze link is lang."), warned, "{own}");
        assert_eq!(page.text().contains("meer dan 1900 tekens"), !linked, "{own}");
        assert_eq!(page.count("#share-link"), usize::from(linked), "{own}");
        assert_eq!(page.count("svg.qr-code"), usize::from(coded), "{own}");
        assert_eq!(page.text().contains("te lang voor een QR-code"), linked && !coded, "{own}");
        assert_eq!(page.texts("button").contains(&"Bewaar als bestand".to_owned()), warned || !linked);
    };
    check(1, false, true, true);
    check(8, true, true, false);
    check(16, false, false, false);
    let empty = Plan::new(real::plan().id, real::plan().created_on);
    let page = draw(&with_plan(empty));
    assert!(page.text().contains("Er staat nog niets in dit plan."));
    assert_eq!(page.count("#share-link"), 0);
}

#[test]
fn a_plan_without_texts_is_shown_and_kept_in_the_words_of_the_content() {
    let state = reader();
    let plan = plan_with(1, "Bel Piet");
    let link = |texts| write_plan(&plan, texts).expect("a link").as_str().to_owned();
    let opened = open(&state, &link(TextsIn::LeftOut));
    let item = state.stepper().and_then(|stepper| stepper.item("AC-L1")).expect("an item").name.clone();
    let page = draw(&opened);
    assert!(page.text().contains(&*item) && page.text().contains("zitten niet in deze link"));
    assert_eq!(page.count(".plan input, .plan [href^='#/plan/']"), 0);
    let kept = after(&opened, [ShareAction::Keep]);
    assert_eq!(kept.route, Route::Plan(PLAN));
    let whole = kept.plan(PLAN).expect("a plan");
    assert_eq!(whole.actions.iter().map(|(_, one)| one.what.as_str()).collect::<Vec<_>>(), [&*item]);
    let again = open(&kept, &link(TextsIn::LeftOut));
    assert!(draw(&again).text().contains("Dit plan staat al tussen jouw plannen."));
    assert_eq!(after(&again, [ShareAction::Keep]).store.plans.len(), 1);
    // The same plan with its texts is another one.
    let fuller = after(&open(&kept, &link(TextsIn::Included)), [ShareAction::Keep]);
    assert_eq!(fuller.plan(PlanNumber::new(2)).map(|kept| &**kept), Some(&plan));

    // Until the stepper's content is there nothing is kept, and it is asked for.
    let waiting = open(&State { stepper: None, ..state.clone() }, &link(TextsIn::LeftOut));
    let asks = effects::between(&state, &waiting).contains(&Effect::FetchStepper("nl".into()));
    assert!(asks && effects::wants_stepper(&waiting));
    assert_eq!(after(&waiting, [ShareAction::Keep]).store, waiting.store);
    assert!(draw(&waiting).count("[role=status]") > 0);
}

#[test]
fn every_refusal_says_something_of_its_own_and_lets_one_try_again() {
    for content in contents() {
        let state = State { content: Rc::clone(&content), ..reader() };
        let header = link::Header::of(&partner(&state));
        let mut sentences = Vec::new();
        for problem in [
            ReadError::NotALink,
            ReadError::TooLong,
            ReadError::Incomplete,
            ReadError::Damaged,
            ReadError::Newer,
            ReadError::OtherContentVersion(header),
        ] {
            let page =
                draw(&State { route: Route::Link, opened: Some(Rc::new(Err(problem))), ..state.clone() });
            sentences.push(page.text_of(".lead"));
            assert_eq!(page.count("textarea#pasted-link"), 1);
            assert!(page.text().contains(&**content.texts.link_nothing_changed()));
            assert_eq!(
                page.count(".about"),
                usize::from(matches!(problem, ReadError::OtherContentVersion(_)))
            );
        }
        let count = sentences.len();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), count);
    }
}

#[test]
fn a_link_is_opened_by_hand_from_the_start_and_from_what_is_kept() {
    let state = reader();
    for route in [Route::Start, Route::Saved] {
        assert!(draw(&at(&state, route)).count("main [href='#/link']") == 1, "{route}");
    }
    let page = draw(&at(&state, Route::Link));
    assert_eq!(page.text_of("h1"), "Een link openen");
    assert_eq!(page.count("textarea#pasted-link"), 1);
    assert_eq!(draw(&at(&state, Route::Result(ONE))).count("[href='#/share/1']"), 1);
    let state = with_plan(plan_with(0, ""));
    assert_eq!(draw(&at(&state, Route::Plan(PLAN))).count("[href='#/share/plan/1']"), 1);
}
