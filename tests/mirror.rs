//! The mirror there and back, and the same side at two times: what is kept, what may be seen, and what is shown.

mod page;
mod real;

use std::rc::Rc;

use page::Page;
use real::{FULL, QUICK, content, contents, day, id, scan, scored};
use samenscan::app::{
    Action, Addition, Deletion, Field, MirrorAction, Notice, Rest, Route, ShareAction, State, Storage,
    orders, update,
};
use samenscan::content::{Compare, Content};
use samenscan::link::{LabelIn, write_both, write_invitation, write_result};
use samenscan::plan::PlanId;
use samenscan::record::{self, Partner, ScanId, Seen, Store};
use samenscan::scan::compare::{AGENDA_TOPICS, Mirror};
use samenscan::scan::{Answer, Label, Level, Pair, Role, Scan, Sector, Variant};
use samenscan::ui::effects::{self, Effect};
use samenscan::ui::prerender;
use samenscan::wording;

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

#[test]
fn no_screen_tells_what_the_other_answered_before_ones_own_answers_stand() {
    for content in contents() {
        let worlds = OTHER.map(|given| begun(&content, &school(&content, given)));
        let open = id("I7");
        let almost =
            worlds.each_ref().map(|state| update(&answer_all(state), Action::ClearAnswer(ONE, open)));
        let before = OTHER.map(|given| {
            opened(&state(&content, vec![company(&content, FULL)], Route::Start), &school(&content, given))
        });
        let setup = before.each_ref().map(|state| update(state, mirror(MirrorAction::Accept)));
        for [one, other] in [&worlds, &almost, &before, &setup] {
            for route in screens() {
                assert_eq!(draw(&at(one, route)).html, draw(&at(other, route)).html, "{route}");
            }
        }
        let [one, other] = almost.map(|state| {
            let looked = update(&state, Action::Go(Route::Mirror(ONE)));
            assert_eq!(looked.partner_shown(ONE), None);
            let stands = update(&looked, mirror(MirrorAction::Stand(ONE)));
            assert!(effects::between(&looked, &stands).contains(&Effect::NewScreen), "it is announced");
            draw(&stands).html
        });
        assert_ne!(one, other, "now they show");
    }
}

#[test]
fn an_invitation_prepares_the_same_scan_for_the_other_side_and_outlives_the_browser() {
    let content = content("nl");
    let mut invitation = school(&content, FULL);
    (invitation.sector, invitation.label) = (Sector::Primary, Label::new("Jansen").expect("a label"));
    let state = begun(&content, &invitation);
    let own = state.scan(ONE).expect("the own scan");
    assert_eq!((own.role, own.sector, own.variant), (Role::Company, Sector::Primary, Variant::Full));
    assert!(own.answers.is_empty() && own.label.is_empty());
    let record = record::encode(&state.store, 1);
    let (_, store) = record::decode(&record, &content).expect("a store");
    let partner = store.partners.get(ONE).expect("the partner");
    assert_eq!(**partner, Partner { scan: as_sent(&invitation), seen: Seen::NotYet });
    let later = State::new(Rc::clone(&content), day("2026-12-01"), store, Storage::Works, Route::Mirror(ONE));
    assert_eq!(draw(&later).text_of("h1"), **content.texts.mirror_wait_heading());
    let answered = answer_all(&later);
    assert_eq!(answered.partner_shown(ONE), Some(&as_sent(&invitation)));
    let dont_know =
        after(&answered, content.statements.iter().map(|one| Action::Answer(ONE, one.id, Answer::DontKnow)));
    assert!(dont_know.partner_shown(ONE).is_some(), "don't know is an answer");
    // Who has seen both sides goes on seeing them.
    let seen = after(
        &answered,
        [Action::Go(Route::Check(ONE)), Action::Go(Route::Mirror(ONE)), Action::ClearAnswer(ONE, id("S1"))],
    );
    assert!(seen.partner_shown(ONE).is_some());
}

#[test]
fn an_accepted_invitation_outlives_the_page_before_the_first_answer() {
    for content in contents() {
        let texts = &content.texts;
        let invitation =
            Scan { sector: Sector::Primary, ..scan(&content, Role::School, Variant::Full, FULL) };
        // Somebody who is a school in this browser otherwise, and has a scan of an hour ago in it.
        let mut before = state(&content, vec![school(&content, WHOLE)], Route::Start);
        Rc::make_mut(&mut before.store).preferences.role = Some(Role::School);
        let looked = opened(&before, &invitation);
        assert_eq!(looked.store, before.store, "looking keeps nothing");
        let accepted = update(&looked, mirror(MirrorAction::Accept));
        let loaded = State::new(
            Rc::clone(&content),
            day("2026-11-24"),
            Store::clone(&accepted.store),
            Storage::Works,
            Route::Setup,
        );
        let draft = &loaded.draft;
        assert_eq!(
            (draft.role, draft.sector, draft.variant),
            (Role::Company, Some(Sector::Primary), Variant::Full)
        );
        let page = draw(&loaded);
        assert!(page.text().contains(&**texts.setup_invited_school()));
        assert!(page.texts(".note button")[0].starts_with(&**texts.setup_decline()), "it may be declined");
        let begun = update(&loaded, Action::Begin);
        assert_eq!(begun.route, Route::Level(TWO, Level::Strategic));
        assert_eq!(begun.store.library.len(), 2, "one scan answers one invitation");
        assert_eq!(begun.store.partners.get(TWO).map(|one| &one.scan), Some(&as_sent(&invitation)));
        // Until then the link is nowhere else, and the page says so.
        let lost = draw(&at(&before, Route::Link));
        assert!(lost.text().contains(&**texts.link_gone()));
    }
}

#[test]
fn an_invitation_opened_again_leads_to_where_one_is() {
    for content in contents() {
        let texts = &content.texts;
        let invitation = school(&content, FULL);
        let begun = begun(&content, &invitation);
        let whole = answer_all(&begun);
        let open = update(&whole, Action::ClearAnswer(ONE, id("O3")));
        let stands = update(&open, mirror(MirrorAction::Stand(ONE)));
        for (state, lead, words, to) in [
            (&begun, texts.invited_going_on(), texts.resume_go_on(), "#/scan/1/strategic"),
            (&open, texts.invited_going_on(), texts.resume_go_on(), "#/scan/1/operational"),
            (&whole, texts.invited_done(), texts.show_mirror(), "#/mirror/1"),
            (&stands, texts.invited_done(), texts.show_mirror(), "#/mirror/1"),
        ] {
            let page = draw(&opened(state, &invitation));
            assert_eq!(page.texts("p.lead"), [&**lead]);
            assert_eq!(
                (page.texts("a.main"), page.attributes("a.main", "href")),
                (vec![words.to_string()], vec![to])
            );
        }
    }
}

#[test]
fn an_invitation_for_which_there_is_no_room_says_so() {
    let content = content("nl");
    let scans = (0..samenscan::record::Library::<Scan>::MAX).map(|_| school(&content, WHOLE)).collect();
    let looked = opened(&state(&content, scans, Route::Start), &school(&content, FULL));
    let full = update(&looked, mirror(MirrorAction::Accept));
    assert_eq!((full.route, full.notices.as_slice()), (Route::Link, &[Notice::LibraryFull][..]));
    assert_eq!(full.store, looked.store);
}

#[test]
fn what_was_taken_from_the_invitation_can_be_corrected() {
    let content = content("nl");
    let invitation = school(&content, FULL);
    let begun = begun(&content, &invitation);
    let again = after(
        &begun,
        [
            Action::Go(Route::Setup),
            Action::ChooseSector(Sector::Secondary),
            Action::ChooseVariant(Variant::Quick),
            Action::Begin,
        ],
    );
    assert_eq!(again.store.library.len(), 1, "who goes back and begins again has one scan");
    assert_eq!(again.scan(ONE).map(|scan| scan.sector), Some(Sector::Secondary));
    assert_eq!(again.store.partners.get(ONE), begun.store.partners.get(ONE));
    // A scan of the same side stands apart, and the screen says so before.
    let setup = after(&begun, [Action::Go(Route::Setup), Action::ChooseRole(Role::School)]);
    assert!(draw(&setup).text().contains(&**content.texts.setup_invited_same()));
    let other = after(&setup, [Action::ChooseSector(Sector::Primary), Action::Begin]);
    assert_eq!(other.store.partners.get(ONE), begun.store.partners.get(ONE));
    assert_eq!(
        (other.scan(TWO).map(|scan| scan.role), other.store.partners.get(TWO)),
        (Some(Role::School), None)
    );
    // Who declines begins without it.
    let answered = update(&begun, Action::Answer(ONE, id("S1"), scored(1)));
    let accepted = update(&opened(&answered, &other_day(&content)), mirror(MirrorAction::Accept));
    assert!(accepted.store.partners.get(TWO).is_some());
    let declined = after(&accepted, [mirror(MirrorAction::Decline), Action::Begin]);
    assert_eq!((declined.store.library.len(), declined.store.partners.get(TWO)), (2, None));
    assert_eq!(declined.route, Route::Level(TWO, Level::Strategic));
    assert_eq!(
        declined.store.partners.get(ONE),
        answered.store.partners.get(ONE),
        "one that was begun stays"
    );
    // So does one that is begun on another invitation.
    let second = Scan { sector: Sector::Primary, ..invitation };
    let second = after(&opened(&begun, &second), [mirror(MirrorAction::Accept), Action::Begin]);
    assert_eq!(second.store.partners.iter().count(), 2);
}

fn other_day(content: &Content) -> Scan {
    Scan { changed_on: day("2026-11-01"), started_on: day("2026-11-01"), ..school(content, FULL) }
}

#[test]
fn a_scan_that_is_there_already_answers_an_invitation() {
    let content = content("nl");
    let (first, second) = (school(&content, OTHER[0]), school(&content, OTHER[1]));
    let state = opened(
        &state(
            &content,
            vec![company(&content, WHOLE), company(&content, &FULL.replace('5', "."))],
            Route::Start,
        ),
        &first,
    );
    let page = draw(&state);
    assert_eq!(page.count("section[aria-labelledby=use-heading] button"), 1, "only what is filled in");
    let answer =
        |state: &State, with: &Scan| update(&opened(state, with), mirror(MirrorAction::AnswerWith(ONE)));
    let answered = answer(&state, &first);
    assert_eq!((answered.route, answered.partner_shown(ONE)), (Route::Mirror(ONE), Some(&as_sent(&first))));
    assert_eq!(answer(&answered, &first).store, answered.store, "the same invitation changes nothing");
    let both = answer(&answered, &second);
    let copy = ScanId::new(3);
    assert_eq!(both.route, Route::Mirror(copy));
    assert_eq!((both.scan(copy), both.partner_shown(copy)), (both.scan(ONE), Some(&as_sent(&second))));
    assert_eq!(both.store.partners.get(ONE), answered.store.partners.get(ONE), "the first stays");
    let same_role = answer(&state, &company(&content, FULL));
    assert_eq!(same_role.store, state.store);
    let known = draw(&opened(&both, &first));
    assert!(known.text().contains(&**content.texts.invited_done()));
    assert_eq!(known.attributes("a.main", "href"), ["#/mirror/1"]);
    assert_eq!(known.texts("a.main"), [&**content.texts.show_mirror()]);
}

#[test]
fn ones_own_invitation_is_recognised() {
    for content in contents() {
        let mut own = school(&content, FULL);
        own.label = Label::new("Jansen").expect("a label");
        let page = draw(&opened(&state(&content, vec![own.clone()], Route::Start), &own));
        assert_eq!(page.text_of("h1"), **content.texts.invited_own());
        assert_eq!(page.attributes("a.main", "href"), ["#/invite/1"]);
        assert!(!page.text().contains(&**content.texts.invited_begin()));
        own.changed_on = day("2026-11-23");
        let page = draw(&opened(&state(&content, vec![school(&content, FULL)], Route::Start), &own));
        assert!(page.text().contains(&**content.texts.invited_begin()), "another day is another scan");
    }
}

#[test]
fn both_sides_are_kept_with_the_own_scan_or_apart() {
    let content = content("nl");
    let mut own = school(&content, FULL);
    own.label = Label::new("Jansen").expect("a label");
    let other = company(&content, OTHER[0]);
    let pair = Pair::of(as_sent(&own), as_sent(&other)).expect("two sides");
    let keep_as =
        |state: &State, own| update(&opened_both(state, &pair), mirror(MirrorAction::KeepBoth(own)));
    let keep = |state: &State| keep_as(state, Role::School);
    let mine = state(&content, vec![own.clone()], Route::Link);
    let kept = keep(&mine);
    assert_eq!((kept.route, kept.notices.as_slice()), (Route::Mirror(ONE), &[Notice::BothKept(ONE)][..]));
    assert_eq!(kept.store.library, mine.store.library, "the own scan stays as it is, with its name");
    assert_eq!(kept.partner_shown(ONE), Some(&as_sent(&other)));
    assert_eq!(keep(&at(&kept, Route::Link)).store, kept.store, "twice is once");

    // An answer was changed after the invitation: the pair is not about this scan any more.
    let changed = update(&mine, Action::Answer(ONE, id("S1"), scored(1)));
    let apart = keep(&changed);
    assert_eq!(apart.notices, [Notice::BothKeptApart(TWO)]);
    assert_eq!((apart.scan(ONE), apart.store.partners.get(ONE)), (changed.scan(ONE), None));
    let sides = apart.both_sides(TWO).expect("both sides");
    assert_eq!(sides, pair);
    assert_eq!(keep(&at(&apart, Route::Link)).store, apart.store, "twice is once");

    // The same own scan, and another answer of the other side: neither is lost.
    let second = Pair::of(as_sent(&own), as_sent(&company(&content, OTHER[1]))).expect("two sides");
    let two = update(&opened_both(&kept, &second), mirror(MirrorAction::KeepBoth(Role::School)));
    assert_eq!(
        (two.both_sides(ONE), two.both_sides(TWO)),
        (Some(pair.clone()).map(|pair| with_label(&pair, &own)), Some(with_label(&second, &own)))
    );
}

#[test]
fn which_side_is_ones_own_is_asked_and_never_guessed() {
    for content in contents() {
        let texts = &content.texts;
        let own = school(&content, FULL);
        let pair = Pair::of(as_sent(&own), as_sent(&company(&content, OTHER[0]))).expect("two sides");
        let ways = |state: &State| draw(&opened_both(state, &pair)).texts("main button");
        let asked = |state: &State| {
            let ways = ways(state);
            let both = [texts.keep_both_as_company(), texts.keep_both_as_school()];
            both.iter().all(|words| ways.iter().any(|way| *way == ***words))
                && !ways.iter().any(|way| *way == **texts.keep_both())
        };
        // Who speaks in a browser without anything in it is a company until somebody says otherwise.
        let fresh = state(&content, Vec::new(), Route::Start);
        assert_eq!(fresh.role(), Role::Company);
        assert!(asked(&fresh));
        for &role in Role::ALL {
            let kept = update(&opened_both(&fresh, &pair), mirror(MirrorAction::KeepBoth(role)));
            assert_eq!(kept.scan(ONE).map(|scan| scan.role), Some(role));
            assert_eq!(kept.both_sides(ONE), Some(pair.clone()));
        }
        // A school kept both sides, changed an answer, and opens the link again in a page that was newly loaded.
        let kept = update(&opened_both(&fresh, &pair), mirror(MirrorAction::KeepBoth(Role::School)));
        let changed = update(&kept, Action::Answer(ONE, id("S1"), scored(1)));
        let loaded = state_of(&content, Store::clone(&changed.store));
        assert!(asked(&loaded));
        // What is kept may be of one side only, and all the same somebody else's: the link of a partner's result.
        assert!(asked(&state(&content, vec![company(&content, WHOLE)], Route::Start)));
        let both = vec![own.clone(), company(&content, OTHER[0])];
        assert!(asked(&state(&content, both, Route::Start)), "either could be one's own");
        // The other's result was kept out of a link of its own: that makes it nobody's own side.
        let mine = state(&content, vec![own], Route::Start);
        let result = write_result(pair.company(), LabelIn::LeftOut, &orders(&content)).expect("a link");
        let keep = [ShareAction::Open(result.as_str().to_owned()), ShareAction::Keep].map(Action::Share);
        assert!(asked(&after(&fresh, keep.clone())));
        for state in [&mine, &after(&mine, keep)] {
            let ways = ways(state);
            assert!(ways.iter().any(|way| *way == **texts.keep_both()), "{ways:?}");
        }
    }
}

#[test]
fn a_back_link_says_at_once_whether_it_is_kept() {
    for content in contents() {
        let texts = &content.texts;
        let own = school(&content, FULL);
        let pair = Pair::of(as_sent(&own), as_sent(&company(&content, OTHER[0]))).expect("two sides");
        let looked = opened_both(&state(&content, vec![own], Route::Start), &pair);
        let page = draw(&looked);
        assert!(
            page.text_of("h1 + .preview").starts_with(&**texts.both_note()),
            "before all that is compared"
        );
        assert_eq!(page.texts(".preview button"), [&**texts.keep_both(), &**texts.preview_close()]);
        let asked = draw(&opened_both(&state(&content, Vec::new(), Route::Start), &pair));
        assert!(asked.text_of("h1 + .preview").starts_with(&**texts.both_note_whose()));

        let kept = update(&looked, mirror(MirrorAction::KeepBoth(Role::School)));
        let page = draw(&opened_both(&kept, &pair));
        assert!(page.text_of("h1 + .preview").starts_with(&**texts.both_here()));
        assert_eq!(page.attributes("a.main", "href"), ["#/mirror/1"]);
        assert_eq!(page.texts(".preview button"), [&**texts.close()], "nothing is left to keep");
        // Who answered the invitation has both as well, and may open the link back that was sent.
        let answered = answer_all(&begun(&content, &school(&content, OTHER[0])));
        let sides = answered.both_sides(ONE).expect("both sides");
        let page = draw(&opened_both(&answered, &sides));
        assert_eq!(page.attributes(".preview a.main", "href"), ["#/mirror/1"]);
    }
}

#[test]
fn sending_back_is_near_the_top_and_long_lists_are_folded() {
    for content in contents() {
        let texts = &content.texts;
        let (own, other) = known(&content);
        let page = draw(&both_kept(&content, own, other));
        assert_eq!(page.text_of("h1 + .steps button"), **texts.send_back_heading());
        assert_eq!(page.text_of("#send-back-heading[tabindex='-1']"), **texts.send_back_heading());
        assert_eq!((page.count("tbody"), page.count("details:not([open]) tbody")), (2, 2));
        assert_eq!(page.count(".itself > details:not([open]) > ul > li"), page.count(".itself li"));
        assert!(page.count(".itself li") > 0);
        assert_eq!(page.count("details figure"), 0, "the pictures, and so every difference, stay in sight");
    }
}

#[test]
fn who_got_both_back_is_not_asked_to_send_them_until_an_answer_changes() {
    for content in contents() {
        let texts = &content.texts;
        let own = school(&content, FULL);
        let pair = Pair::of(as_sent(&own), as_sent(&company(&content, OTHER[0]))).expect("two sides");
        let looked = opened_both(&state(&content, vec![own], Route::Start), &pair);
        let kept = update(&looked, mirror(MirrorAction::KeepBoth(Role::School)));
        let loaded = at(&state_of(&content, Store::clone(&kept.store)), Route::Mirror(ONE));
        let named = update(&loaded, Action::Type(Field::ScanLabel(ONE), "Jansen".to_owned()));
        assert_eq!(named.scan(ONE).map(|scan| scan.label.as_str()), Some("Jansen"));
        for state in [&kept, &loaded, &named] {
            let page = draw(state);
            assert!(!page.text().contains(&**texts.send_back_heading()));
            assert_eq!(page.count("#share-link"), 0);
            assert!(page.text_of("section.next").contains(&**texts.other_has_both()));
            assert_eq!(page.texts("section.next button"), [&**texts.print_both()]);
            assert_eq!(page.attributes("section.next a", "href"), ["#/result/1"]);
        }
        let changes = [
            Action::Answer(ONE, id("S1"), scored(1)),
            Action::ClearAnswer(ONE, id("S1")),
            Action::CorrectSector(ONE, Sector::Primary),
        ];
        for change in changes {
            let page = draw(&update(&kept, change));
            assert_eq!(page.text_of("h1 + .steps button"), **texts.send_back_heading());
            assert!(!page.text().contains(&**texts.other_has_both()));
        }
        // Who answered the invitation sends it, however often they look.
        let answered = at(&answer_all(&begun(&content, &school(&content, OTHER[0]))), Route::Start);
        let seen = after(&answered, [Route::Mirror(ONE), Route::Start, Route::Mirror(ONE)].map(Action::Go));
        assert_eq!(draw(&seen).text_of("h1 + .steps button"), **texts.send_back_heading());
    }
}

fn state_of(content: &Rc<Content>, store: Store) -> State {
    State::new(Rc::clone(content), day("2026-11-23"), store, Storage::Works, Route::Start)
}

/// The pair with the own scan as it is kept here.
fn with_label(pair: &Pair, own: &Scan) -> Pair {
    Pair::of(own.clone(), pair.get(own.role.partner()).clone()).expect("two sides")
}

#[test]
fn deleting_a_scan_takes_its_partner_along_and_both_come_back() {
    let content = content("nl");
    let state = answer_all(&begun(&content, &school(&content, OTHER[0])));
    let saved = update(&state, Action::Go(Route::Saved));
    for deletion in [Deletion::One(ONE), Deletion::All] {
        let deleted = after(&saved, [Action::AskDelete(deletion), Action::Delete]);
        assert_eq!(deleted.store.partners.iter().count(), 0);
        assert!(!record::encode(&deleted.store, 1).contains("partner"));
        let back = update(&deleted, Action::Undelete);
        assert_eq!(
            (back.scan(ONE), back.store.partners.get(ONE)),
            (saved.scan(ONE), saved.store.partners.get(ONE))
        );
        let gone = after(&deleted, [Action::Go(Route::Start), Action::Undelete]);
        assert_eq!((gone.store.partners.iter().count(), gone.deleted_partners.iter().count()), (0, 0));
        // Another tab gave the number away meanwhile: the partner stays with its own scan.
        let mut other = Store::default();
        other.library.add(school(&content, FULL));
        let moved = after(&deleted, [Action::Adopt(Rc::new(other)), Action::Undelete]);
        assert_eq!(moved.store.partners.get(ONE), None);
        assert_eq!(moved.store.partners.get(TWO), saved.store.partners.get(ONE));
    }
    let reset = after(&saved, [Action::AskDelete(Deletion::One(TWO)), Action::Delete]);
    assert_eq!(reset.store, saved.store);
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

#[test]
fn an_invitation_says_how_much_it_asks() {
    for content in contents() {
        for (variant, count) in [(Variant::Quick, "12"), (Variant::Full, "28")] {
            let invitation = Scan { variant, ..school(&content, FULL) };
            let page = draw(&opened(&state(&content, Vec::new(), Route::Start), &invitation));
            assert_eq!(page.texts(".invited li")[0], content.texts.invited_count(count));
        }
    }
}

#[test]
fn the_mirror_shows_both_sides_with_the_largest_difference_first() {
    for content in contents() {
        let texts = &content.texts;
        let (own, other) = known(&content);
        let pair = Pair::of(own.clone(), other.clone()).expect("two sides");
        let found = Mirror::of(&pair, &orders(&content), &content).expect("a mirror");
        let page = draw(&both_kept(&content, own.clone(), other.clone()));
        assert_eq!(page.text_of("h1"), **texts.mirror_heading_one());
        assert_eq!(page.count("ul.who circle") + page.count("ul.who rect"), 2);

        let rows: Vec<Vec<String>> = page
            .texts("section[aria-labelledby=shared-heading] tbody td")
            .chunks(3)
            .map(<[String]>::to_vec)
            .collect();
        let open = found.unscored.iter().filter(|one| one.compare == Compare::Shared).count();
        assert_eq!(rows.len(), found.gaps.len() + open);
        assert_eq!(rows[0], ["1", "5", &texts.steps_talk("4")]);
        assert_eq!(rows[1], ["2", "1", texts.steps_one()], "of equal differences the more important first");
        assert_eq!(rows[rows.len() - 1], ["3", &*content.not_applicable, "–"], "a gap is shown as one");
        let names = page.texts("section[aria-labelledby=shared-heading] tbody th");
        assert_eq!(names[0], content.statement(id("S5")).expect("S5").label.to_string());
        let drawn = "section[aria-labelledby=shared-heading] .dumbbells";
        assert_eq!(
            page.texts(&format!("{drawn} .row .name")),
            names,
            "the picture has the rows of the table"
        );
        assert_eq!(
            page.count(&format!("{drawn} .row line.bar")),
            found.gaps.len(),
            "nothing is joined where one is missing"
        );
        assert_eq!(page.count(&format!("{drawn} .row circle.school")), found.gaps.len() + 1);
        assert_eq!(page.count(&format!("{drawn} .stands-out")), 1);
        assert_eq!(page.count("figure[aria-labelledby] .rows[aria-hidden=true]"), 2);

        let itself = page.texts("section[aria-labelledby=itself-heading] li");
        let asked: Vec<_> = content.statements.iter().filter(|one| one.compare == Compare::Mirror).collect();
        assert_eq!(itself.len(), asked.len());
        for statement in asked {
            let item = itself.iter().find(|item| item.starts_with(&*statement.label)).expect("the statement");
            for side in [&own, &other] {
                assert!(
                    item.contains(&wording::statement(&content, statement, side.role, side.sector)),
                    "{item}"
                );
                assert!(
                    item.contains(&**wording::answer(&content, side.answers.get(statement.id))),
                    "{item}"
                );
            }
        }
        let levels = page.texts("section[aria-labelledby=levels-heading] tbody td");
        let score = |tenths| wording::score(&content, tenths);
        // Strategic: 2, 3, 3, 1, 2, 4 are 15 of six; 5, 3, 3, 3, 5, 1, 5 are 25 of seven.
        assert_eq!(levels[..3], [score(25), score(36), texts.levels_apart(&score(11))]);
        let drawn = page.text_of("section[aria-labelledby=levels-heading] .row .difference");
        assert_eq!(drawn, levels[2], "the number says what it is in the picture, where no column does");
        assert_eq!(levels[3..6], [score(30), score(30), texts.steps_none().to_string()]);
        assert_eq!(page.count("#not-compared-heading"), 0);
        let link =
            write_both(&Pair::of(as_sent(&own), as_sent(&other)).expect("two sides"), &orders(&content))
                .expect("a link");
        let mut state = both_kept(&content, own, other);
        state.page.address = Some("https://example.org/scan/".into());
        assert!(draw(&state).text_of("#share-link").ends_with(link.as_str()), "the link back carries both");
    }
}

#[test]
fn the_agenda_says_why_and_goes_into_the_plan() {
    for content in contents() {
        let texts = &content.texts;
        let (own, other) = known(&content);
        let state = both_kept(&content, own, other);
        let pair = state.both_sides(ONE).expect("both sides");
        let topics = Mirror::of(&pair, &orders(&content), &content).expect("a mirror").agenda(&content);
        let page = draw(&state);
        let cards = page.texts(".topics > li");
        assert_eq!((cards.len(), topics.len()), (AGENDA_TOPICS, AGENDA_TOPICS));
        assert!(cards[0].contains(&texts.topic_differently("4")), "{cards:?}");
        for (card, topic) in cards.iter().zip(&topics) {
            for one in &topic.advice {
                let advice = content.advice(&one.advice).expect("the advice");
                assert!(card.contains(&wording::advice(&content, advice, Sector::Vocational)), "{card}");
                assert!(card.contains(&wording::citations(&content, &advice.sources)), "{card}");
            }
        }
        let all: Vec<_> = topics.iter().flat_map(|topic| topic.advice.clone()).collect();
        let add = |topics| Action::Add(PlanId::new(7), Addition::Topics(Sector::Vocational, topics));
        let three = std::array::from_fn(|at| Some(topics[at].statement));
        let planned = after(&state, [add([Some(topics[0].statement), None, None]), add(three), add(three)]);
        let plan = planned.store.plans.latest().expect("a plan");
        assert_eq!(plan.value.actions.len(), all.len(), "each is there once");
        let who: Vec<String> = plan.value.actions.iter().map(|(_, action)| action.who.to_string()).collect();
        for (one, who) in all.iter().zip(who) {
            use samenscan::content::Audience;
            let expect = match one.audience {
                Audience::Both => texts.empty(),
                Audience::School => texts.side_school(),
                Audience::Company => texts.side_company(),
            };
            assert_eq!(who, **expect);
        }
        let page = draw(&planned);
        assert_eq!(page.count(".agenda button"), 0, "nothing is left to put in");
        assert_eq!(page.count(".agenda .in-plan a[href='#/plan/1']"), AGENDA_TOPICS + 1);
        let calm =
            draw(&both_kept(&content, school(&content, &"4".repeat(28)), company(&content, &"4".repeat(28))));
        assert!(calm.text().contains(&**texts.agenda_none()) && calm.count(".topics") == 0);
        assert_eq!(calm.text_of("h1"), **texts.mirror_heading_none());
    }
}

#[test]
fn what_cannot_be_compared_is_named_with_the_reason() {
    for content in contents() {
        let texts = &content.texts;
        let quick = scan(&content, Role::School, Variant::Quick, QUICK);
        let page = draw(&both_kept(&content, quick.clone(), company(&content, FULL)));
        assert!(page.text().contains(&**texts.mirror_other_variant()));
        let left_out = page.text_of(".not-compared dl");
        let only = content.statements.iter().filter(|one| !one.quick);
        assert!(left_out.starts_with(&**texts.not_compared_company()), "{left_out}");
        only.for_each(|one| assert!(left_out.contains(&*one.label), "{left_out}"));

        let elsewhere = Scan { sector: Sector::Primary, ..company(&content, FULL) };
        assert!(
            draw(&both_kept(&content, school(&content, FULL), elsewhere))
                .text()
                .contains(&**texts.mirror_other_sector())
        );
        let unknown = Scan { content_version: 7, ..company(&content, FULL) };
        let page = draw(&both_kept(&content, school(&content, FULL), unknown.clone()));
        assert!(page.text().contains(&**texts.mirror_unknown_version()));
        assert_eq!(page.count(".dumbbells"), 1, "what can be shown is shown: the levels");
        let nothing = draw(&both_kept(&content, school(&content, &"?".repeat(28)), company(&content, FULL)));
        assert_eq!(nothing.text_of("h1"), **texts.mirror_heading_nothing());

        let unknown = Scan { role: Role::School, ..unknown };
        let again = state(&content, vec![school(&content, FULL), unknown], Route::Again(ONE, TWO));
        assert!(draw(&again).text().contains(&**texts.mirror_unknown_version()));
        let sides =
            state(&content, vec![school(&content, FULL), company(&content, FULL)], Route::Again(ONE, TWO));
        assert!(draw(&sides).text().contains(&**texts.again_other_role()));
        let gone = draw(&at(&sides, Route::Again(ONE, ScanId::new(9))));
        assert_eq!(gone.text_of("h1"), **texts.missing_heading());
    }
}

#[test]
fn what_a_browser_that_keeps_nothing_shows_is_true() {
    for content in contents() {
        let texts = &content.texts;
        let works = state(&content, vec![school(&content, FULL)], Route::Saved);
        for (storage, why) in
            [(Storage::Blocked, texts.storage_blocked()), (Storage::Full, texts.storage_full())]
        {
            let state = State { storage, ..works.clone() };
            let page = draw(&state);
            assert_eq!(
                (page.text_of("h1"), page.text_of("p.lead")),
                (texts.menu_saved().to_string(), why.to_string())
            );
            let invite = draw(&at(&state, Route::Invite(ONE))).text();
            assert!(
                invite.contains(&**texts.invite_back_anywhere()) && !invite.contains(&**texts.invite_back())
            );
            let (own, other) = (as_sent(&school(&content, FULL)), as_sent(&company(&content, OTHER[0])));
            let looked = opened_both(&state, &Pair::of(own, other).expect("two sides"));
            let kept = update(&looked, mirror(MirrorAction::KeepBoth(Role::School)));
            assert_eq!(
                (kept.route, kept.notices.as_slice()),
                (Route::Mirror(ONE), &[][..]),
                "nothing says it is kept"
            );
        }
        let page = draw(&works);
        assert_eq!(page.text_of("h1"), **texts.saved_heading());
        assert_eq!(page.text_of("p.lead"), **texts.saved_lead());
        assert!(draw(&at(&works, Route::Invite(ONE))).text().contains(&**texts.invite_back()));
    }
}

#[test]
fn a_scan_done_again_shows_what_changed() {
    for content in contents() {
        let texts = &content.texts;
        let first = Scan {
            changed_on: day("2026-05-01"),
            started_on: day("2026-05-01"),
            ..scan(&content, Role::Company, Variant::Quick, "333 333 33? 333")
        };
        let later = company(&content, "4445555 2222222 3333333 3333333");
        let state = state(&content, vec![later, first], Route::Again(ONE, TWO));
        let page = draw(&state);
        let level = |level| wording::level(&content, level);
        let expect = [texts.again_higher(level(Level::Strategic)), texts.again_lower(level(Level::Tactical))];
        assert_eq!(page.text_of("h1"), expect.join(" "), "the days tell which is the later, not the address");
        assert_eq!(draw(&at(&state, Route::Again(TWO, ONE))).text_of("h1"), expect.join(" "));
        let rows: Vec<Vec<String>> = page
            .texts("section[aria-labelledby=levels-heading] tbody td")
            .chunks(3)
            .map(<[String]>::to_vec)
            .collect();
        let score = |tenths| wording::score(&content, tenths);
        // Only S1, S5 and S7 were asked twice: 4, 5, 5 after 3, 3, 3.
        assert_eq!(rows[0], [score(30), score(47), format!("+{}", score(17))]);
        assert_eq!(rows[1], [score(30), score(20), format!("−{}", score(10))]);
        assert_eq!(rows[2], [score(30), score(30), texts.steps_none().to_string()]);
        let statements = "section[aria-labelledby=statements-heading]";
        let rows = page.texts(&format!("{statements} tbody tr"));
        assert_eq!(rows.len(), 12);
        assert!(rows[0].ends_with("34+1") && rows[3].ends_with("32−1"), "{rows:?}");
        assert!(rows[8].contains(&*content.dont_know) && rows[8].ends_with('–'), "{}", rows[8]);
        assert_eq!(
            page.count(&format!("{statements} rect.earlier")),
            12,
            "a square is a company; the legend has one"
        );
        assert_eq!(page.count(&format!("{statements} rect.later")), 13);
        // Where both times are equal, the later lies inside the earlier, which is filled with paper.
        let over = |earlier: &str, later: &str| page.count(&format!("{statements} .row {earlier} + {later}"));
        assert_eq!(over("rect.earlier[width='18']", "rect.later[width='10']"), 11);
        assert_eq!(over("rect.later", "rect.earlier"), 0);
        let left_out = page.text_of(".not-compared dl");
        assert!(left_out.starts_with(&**texts.not_compared_later()), "{left_out}");
        let result = draw(&at(&state, Route::Result(ONE)));
        assert_eq!(result.count("a[href='#/again/2/1']"), 1);
    }
}

#[test]
fn the_time_before_is_the_one_to_compare_with() {
    let content = content("nl");
    let on = |on: &str| Scan { changed_on: day(on), started_on: day(on), ..school(&content, FULL) };
    let scans = vec![
        on("2026-03-01"),
        on("2026-01-01"),
        on("2026-02-01"),
        on("2026-04-01"),
        company(&content, FULL),
        school(&content, &".".repeat(28)),
    ];
    let state = state(&content, scans, Route::Again(ONE, TWO));
    let others =
        |id: u32| state.other_times(ScanId::new(id)).iter().map(|kept| kept.id.get()).collect::<Vec<_>>();
    assert_eq!(others(1), [3, 2, 4], "the last before it, then what came after");
    assert_eq!(others(2), [4, 1, 3]);
    assert_eq!(others(5), [0; 0]);
    let page = draw(&state);
    assert_eq!(page.attributes(".times a", "href"), ["#/again/3/1", "#/again/4/1"]);
    assert!(draw(&at(&state, Route::Result(ScanId::new(5)))).count("a[href^='#/again']") == 0);
}

#[test]
fn the_ways_to_the_other_side_are_where_one_needs_them() {
    for content in contents() {
        let lone = state(&content, vec![school(&content, FULL)], Route::Result(ONE));
        let page = draw(&lone);
        assert_eq!((page.count("a[href='#/invite/1']"), page.count("a[href='#/mirror/1']")), (1, 0));
        let none = draw(&at(&lone, Route::Mirror(ONE)));
        assert_eq!(none.attributes("a.main", "href"), ["#/invite/1"]);
        let both = both_kept(&content, school(&content, FULL), company(&content, FULL));
        for route in [Route::Result(ONE), Route::Saved, Route::Check(ONE)] {
            assert_eq!(draw(&at(&both, route)).count("a[href='#/mirror/1']"), 1, "{route}");
        }
        let mut invite = at(&lone, Route::Invite(ONE));
        invite.page.address = Some("https://example.org/".into());
        let page = draw(&invite);
        let link = write_invitation(&school(&content, FULL), &orders(&content)).expect("a link");
        assert_eq!(page.text_of("#share-link"), format!("https://example.org/#{}", link.as_str()));
    }
}
