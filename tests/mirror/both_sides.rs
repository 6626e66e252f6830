//! What the two sides show beside each other, and how one gets there.

use super::real::{FULL, QUICK, contents, id, scan};
use super::{
    ONE, OTHER, TWO, after, as_sent, at, both_kept, company, draw, known, mirror, opened_both, school, state,
};
use samenscan::app::{Action, Addition, MirrorAction, Route, State, Storage, orders, update};
use samenscan::content::Compare;
use samenscan::link::{write_both, write_invitation};
use samenscan::plan::PlanId;
use samenscan::record::ScanId;
use samenscan::scan::compare::{AGENDA_TOPICS, Mirror};
use samenscan::scan::{Pair, Role, Scan, Sector, Variant};
use samenscan::wording;

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
fn the_ways_to_the_other_side_are_where_one_needs_them() {
    for content in contents() {
        let lone = state(&content, vec![school(&content, FULL)], Route::Result(ONE));
        let page = draw(&lone);
        assert_eq!((page.count("a[href='#/invite/1']"), page.count("a[href='#/mirror/1']")), (1, 0));
        let none = draw(&at(&lone, Route::Mirror(ONE)));
        assert_eq!(none.attributes("a.main", "href"), ["#/invite/1"]);
        let both = both_kept(&content, school(&content, FULL), company(&content, FULL));
        let result = draw(&at(&both, Route::Result(ONE)));
        assert_eq!(
            result.attributes("a.main", "href"),
            ["#/mirror/1"],
            "both sides come before another invitation"
        );
        let hint = &**content.texts.invite_hint();
        assert!(page.text().contains(hint) && !result.text().contains(hint));
        for route in [Route::Result(ONE), Route::Saved, Route::Check(ONE)] {
            assert_eq!(draw(&at(&both, route)).count("a[href='#/mirror/1']"), 1, "{route}");
        }
        let mut invite = at(&lone, Route::Invite(ONE));
        invite.page.address = Some("https://example.org/".into());
        let page = draw(&invite);
        let link = write_invitation(&school(&content, FULL), &orders(&content)).expect("a link");
        assert_eq!(page.text_of("#share-link"), format!("https://example.org/#{}", link.as_str()));
        let text = page.text();
        let (carries, copy) =
            (text.find(&**content.texts.invite_carries()), text.find(&**content.texts.share_copy()));
        assert!(carries.is_some() && carries < copy, "before one sends it");
    }
}
