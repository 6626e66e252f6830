//! There and back: who may see what, and what is kept of it.

use std::rc::Rc;

use super::real::{FULL, content, contents, day, id, scan, scored};
use super::{
    ONE, OTHER, TWO, WHOLE, after, answer_all, as_sent, at, begun, both_kept, company, draw, known, mirror,
    opened, opened_both, school, screens, state, state_of, with_label,
};
use samenscan::app::{
    Action, Deletion, Field, MirrorAction, Notice, Route, ShareAction, State, Storage, orders, update,
};
use samenscan::content::Content;
use samenscan::link::{LabelIn, write_result};
use samenscan::plan::PlanId;
use samenscan::record::{self, Partner, ScanId, Seen, Store};
use samenscan::scan::{Answer, Label, Level, Pair, Role, Scan, Sector, Variant};
use samenscan::ui::effects::{self, Effect};

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
        // Accepted once more, from another tab: what was seen stays seen.
        let seen = update(&begun, mirror(MirrorAction::Stand(ONE)));
        let accepted = update(&opened(&seen, &invitation), mirror(MirrorAction::Accept));
        assert_eq!(accepted.partner_shown(ONE), seen.partner_shown(ONE));
        assert!(seen.partner_shown(ONE).is_some());
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
        // A scan that begins in place of one's own side in which nothing was answered.
        let blank = school(&content, "....... ....... ....... .......");
        let pair = Pair::of(blank.clone(), as_sent(&company(&content, OTHER[0]))).expect("two sides");
        let looked = opened_both(&state(&content, vec![blank], Route::Start), &pair);
        let kept = update(&looked, mirror(MirrorAction::KeepBoth(Role::School)));
        let (role, sector) = (Action::ChooseRole(Role::School), Action::ChooseSector(Sector::Primary));
        let anew = after(&kept, [Action::Go(Route::Setup), role, sector, Action::Begin]);
        assert_eq!((kept.partner_has_both(ONE), anew.partner_has_both(ONE)), (true, false));
        assert_eq!(anew.scan(ONE).map(|scan| scan.sector), Some(Sector::Primary), "it took its place");
        // Who answered the invitation sends it, however often they look.
        let answered = at(&answer_all(&begun(&content, &school(&content, OTHER[0]))), Route::Start);
        let seen = after(&answered, [Route::Mirror(ONE), Route::Start, Route::Mirror(ONE)].map(Action::Go));
        assert_eq!(draw(&seen).text_of("h1 + .steps button"), **texts.send_back_heading());
    }
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
    // Where the plan goes that one looks at, its screen goes too.
    let planned = update(&saved, Action::BeginPlan(PlanId::new(7)));
    let deleted = after(&planned, [Action::AskDelete(Deletion::All), Action::Delete]);
    assert_eq!((deleted.route, deleted.scan(ONE)), (Route::Saved, None));
    let back = update(&deleted, Action::Undelete);
    assert_eq!(back.store.partners.get(ONE), saved.store.partners.get(ONE));
    let reset = after(&saved, [Action::AskDelete(Deletion::One(TWO)), Action::Delete]);
    assert_eq!(reset.store, saved.store);
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
