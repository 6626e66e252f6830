//! Every screen in every state, as HTML: whole, named, escaped, and saying what it must.

mod cases;
#[path = "../page/mod.rs"]
mod page;
#[path = "../real/mod.rs"]
mod real;
mod whole;

use std::rc::Rc;

use cases::{NONE, ONE, PLAN, keep_plan, notices, refused, routes, scans, situations, state, wishes};
use page::Page;
use real::{FULL, QUICK, content, contents, day, id, scan};
use samenscan::app::{Deletion, Field, Notice, Page as Around, Route, State, Step, Storage};
use samenscan::content::Content;
use samenscan::export::text;
use samenscan::plan::{Goal, Number};
use samenscan::record::{Partner, RecordProblem, ScanId, Seen};
use samenscan::scan::{Answer, Label, Level, Role, Standing, Variant};
use samenscan::ui::prerender;
use samenscan::wording;

fn draw(name: &str, state: &State) -> Page {
    Page::read(name, prerender::html(state.clone()))
}

fn every_role_and_language(check: impl Fn(&Rc<Content>, Role)) {
    for content in contents() {
        for &role in Role::ALL {
            check(&content, role);
        }
    }
}

#[test]
fn who_extends_a_quick_scan_is_told_before_what_that_does_to_its_result() {
    let content = content("nl");
    for (variant, answers, told) in [(Variant::Quick, QUICK, true), (Variant::Full, FULL, false)] {
        let scan = scan(&content, Role::School, variant, answers);
        for route in [Route::Check(ONE), Route::Result(ONE)] {
            let page = draw("extend", &state(&content, Role::School, vec![scan.clone()], route));
            assert_eq!(page.text().contains(&**content.texts.extend_hint()), told, "{route}");
        }
    }
}

/// What is told beside a button.
const COPYING: [Notice; 3] = [Notice::Copied, Notice::LinkCopied, Notice::CopyFailed];

#[test]
fn what_copying_came_to_is_told_beside_its_button() {
    let content = content("nl");
    let scan = scan(&content, Role::School, Variant::Quick, QUICK);
    let told = |route: Route, notice: Notice| {
        let mut state = state(&content, Role::School, vec![scan.clone()], route);
        keep_plan(&mut state, real::plan());
        state.page = Around { address: Some("https://school.example/".into()), has_share_sheet: false };
        state.notices = vec![Notice::SetAside(RecordProblem::Corrupt), notice];
        let page = draw(&format!("{route} after copying"), &state);
        page.check();
        (page.count(".notices .note"), page.count(".told[role=status] #newest-notice p"))
    };
    for notice in COPYING {
        for route in [
            Route::Result(ONE),
            Route::Share(ONE),
            Route::Invite(ONE),
            Route::Plan(PLAN),
            Route::SharePlan(PLAN),
        ] {
            assert_eq!(told(route, notice.clone()), (1, 1), "{notice:?} on {route}");
        }
        assert_eq!(told(Route::Saved, notice), (2, 0), "where no button is");
    }
    assert_eq!(told(Route::Result(ONE), Notice::OtherTab), (2, 0), "anything else stands on top");
}

#[test]
fn every_message_is_told_on_every_screen() {
    let mut sentences = Vec::new();
    for content in contents() {
        for notice in notices() {
            let scan = scan(&content, Role::School, Variant::Quick, QUICK);
            let mut state = state(&content, Role::School, vec![scan], Route::Saved);
            state.notices = vec![Notice::Copied, notice.clone()];
            let page = draw(&format!("{notice:?}"), &state);
            page.check();
            let told = page.text_of("#newest-notice p");
            assert!(told.len() > 10, "{notice:?} says '{told}'");
            assert_eq!(page.count(".notices[role=status] .note"), 2);
            let link = page.count("#newest-notice a[href='#/result/1']");
            let leads_to_a_plan = page.count("#newest-notice a[href='#/plan/1']") == 1;
            let of_a_plan = matches!(notice, Notice::PlanImported(_) | Notice::PlanAlreadyHere(_));
            assert_eq!(leads_to_a_plan, of_a_plan);
            let leads_to_a_scan = matches!(notice, Notice::Imported(_) | Notice::AlreadyHere(_));
            assert_eq!(link, usize::from(leads_to_a_scan));
            // The link is not part of the sentence.
            sentences.push((leads_to_a_plan, told));
        }
    }
    for route in routes() {
        let mut state = state(&content("nl"), Role::Company, Vec::new(), route);
        state.notices = notices().into_iter().filter(|notice| !COPYING.contains(notice)).collect();
        let page = draw(&format!("{route} with every message"), &state);
        page.check();
        assert_eq!(page.count(".notices .note"), state.notices.len());
    }
    let count = sentences.len();
    sentences.sort();
    sentences.dedup();
    assert_eq!(sentences.len(), count, "every message has its own words: {sentences:#?}");
}

#[test]
fn every_screen_has_its_heading() {
    every_role_and_language(|content, role| {
        let texts = &content.texts;
        let check = |route: Route, expect: &str| {
            let scan = scan(content, role, Variant::Full, "4444444 2222222 3333333 3333333");
            let state = state(content, role, vec![scan], route);
            let page = draw(&route.to_string(), &state);
            assert_eq!(page.text_of("h1#heading[tabindex='-1']"), expect);
        };
        check(Route::Start, texts.app_tagline());
        check(Route::Setup, texts.setup_heading());
        for &level in Level::ALL {
            check(Route::Level(ONE, level), wording::level(content, level));
        }
        check(Route::Statement(ONE, id("T3")), wording::level(content, Level::Tactical));
        check(Route::Statement(ONE, id("X9")), texts.missing_heading());
        check(Route::Check(ONE), texts.check_heading());
        let level = |level| wording::level(content, level);
        let sentence = texts.summary_between(level(Level::Strategic), level(Level::Tactical));
        check(Route::Result(ONE), &sentence);
        check(Route::Result(ScanId::new(9)), texts.missing_heading());
        check(Route::Check(ScanId::new(9)), texts.missing_heading());
        check(Route::Saved, texts.saved_heading());
        check(Route::Step(Step::Goals), texts.goals_heading());
        check(Route::Step(Step::Groups), texts.groups_heading());
        check(Route::Step(Step::Time), texts.time_heading());
        check(Route::Answer, texts.answer_unmade());
        check(Route::Asks, texts.asks_title());
        check(Route::Education, texts.education_heading());
        check(Route::Plan(PLAN), texts.missing_heading());
        check(Route::About, texts.about_heading());
    });
}

#[test]
fn markup_in_a_label_is_text_everywhere() {
    let label = real::nasty_label();
    assert_eq!(label.as_str().chars().count(), Label::MAX);
    assert!(label.as_str().contains("<script>") && label.as_str().contains('"'));
    every_role_and_language(|content, role| {
        let mut scan = scan(content, role, Variant::Quick, "4.. ... ... ...");
        scan.label = label.clone();
        let named = [
            Route::Start,
            Route::Level(ONE, Level::Strategic),
            Route::Check(ONE),
            Route::Result(ONE),
            Route::Saved,
        ];
        for route in named {
            let state = state(content, role, vec![scan.clone()], route);
            for (situation, mut state) in situations(&state, true) {
                state.draft.label = label.to_string();
                let page = draw(&format!("{route} {situation}"), &state);
                assert_eq!(page.count("script"), 0);
                assert!(!page.html.contains("<script"), "{route} {situation}: {}", page.html);
                if state.store.library.len() == 1 {
                    assert!(page.text().contains(label.as_str()), "{route} {situation}: {}", page.text());
                }
            }
        }
        let mut state = state(content, role, vec![scan.clone()], Route::Setup);
        state.draft.label = label.to_string();
        let page = draw("setup", &state);
        assert_eq!(page.attributes("input#label", "value"), [label.as_str()]);
        let saved = draw("saved", &State { route: Route::Saved, ..state });
        assert_eq!(saved.texts("textarea#name-1"), [label.as_str()]);
    });
}

#[test]
fn nothing_is_answered_before_somebody_answers() {
    every_role_and_language(|content, role| {
        for &variant in Variant::ALL {
            let given = if variant == Variant::Full { NONE } else { "... ... ... ..." };
            let empty = scan(content, role, variant, given);
            for &level in Level::ALL {
                let page =
                    draw("empty", &state(content, role, vec![empty.clone()], Route::Level(ONE, level)));
                let asked = if variant == Variant::Full { 7 } else { 3 };
                assert_eq!(page.count("fieldset.statement"), asked);
                assert_eq!(page.count("fieldset.statement input[type=radio]"), asked * 7);
                assert_eq!(page.count("input[checked]"), 0);
                assert_eq!(page.count("button.clear[hidden]"), asked, "there is nothing to clear");
            }
        }
        let setup = draw("setup", &state(content, role, Vec::new(), Route::Setup));
        assert_eq!(setup.count("input[name=school-kind][checked]"), 0);
        assert_eq!(setup.attributes("input[name=role][checked]", "value"), [role.as_str()]);
        assert_eq!(setup.count("input[name=variant][checked]"), 1);
    });
}

#[test]
fn what_was_answered_is_checked_and_nothing_else() {
    let content = content("nl");
    let given = scan(&content, Role::School, Variant::Full, "12345?- ....... ....... .......");
    let state = state(&content, Role::School, vec![given.clone()], Route::Level(ONE, Level::Strategic));
    let page = draw("answered", &state);
    let values = ["1", "2", "3", "4", "5", "dont-know", "not-applicable"];
    assert_eq!(page.attributes("fieldset.statement input[checked]", "value"), values);
    assert_eq!(page.count("button.clear[hidden]"), 0);
    let words: Vec<String> = Answer::ALL.map(|one| wording::answer(&content, Some(one)).to_string()).to_vec();
    assert_eq!(page.texts("#S1 .choice .words"), words, "five labelled answers and two unscored ones");
    for statement in content.statements.iter().take(7) {
        let legend = page.text_of(&format!("#{} legend", statement.id));
        let asked = wording::statement(&content, statement, given.role, given.sector);
        assert!(legend.contains(&asked), "{legend}");
    }
}

#[test]
fn the_words_are_those_of_the_party_and_the_kind_of_school() {
    every_role_and_language(|content, role| {
        for &sector in samenscan::scan::Sector::ALL {
            let mut one = scan(content, role, Variant::Full, NONE);
            one.sector = sector;
            for &level in Level::ALL {
                let state = state(content, role, vec![one.clone()], Route::Level(ONE, level));
                let page = draw("level", &state);
                for statement in content.statements.iter().filter(|one| one.level == level) {
                    let text = wording::statement(content, statement, role, sector);
                    assert!(page.text().contains(&text), "{text}");
                }
            }
        }
    });
}

#[test]
fn skipped_statements_are_named_in_the_reminder() {
    let content = content("nl");
    let check = |given: &str, expect: &[usize]| {
        let scan = scan(&content, Role::School, Variant::Quick, given);
        let mut state = state(&content, Role::School, vec![scan], Route::Level(ONE, Level::Strategic));
        assert_eq!(draw("before", &state).count("#problem"), 0);
        state.reminding = true;
        let page = draw("reminding", &state);
        let asked: Vec<_> = content.statements_in(Variant::Quick).map(|one| one.label.to_string()).collect();
        let expect: Vec<&String> = expect.iter().map(|&one| &asked[one]).collect();
        assert_eq!(page.texts("#problem li").iter().collect::<Vec<_>>(), expect, "{given}");
        page.text_of("#problem[tabindex='-1'] p, p#problem[tabindex='-1']")
    };
    let texts = &content.texts;
    assert_eq!(check("... 333 333 333", &[0, 1, 2]), texts.reminder("3"));
    assert_eq!(check("3.? 333 333 333", &[1]), **texts.reminder_one());
    assert_eq!(check("3-? ... ... ...", &[]), **texts.all_answered());
}

#[test]
fn the_check_screen_leads_to_every_answer() {
    every_role_and_language(|content, role| {
        for &variant in Variant::ALL {
            let given = if variant == Variant::Full { FULL } else { QUICK };
            let scan = scan(content, role, variant, given);
            let page = draw("check", &state(content, role, vec![scan.clone()], Route::Check(ONE)));
            let links: Vec<String> = content
                .statements_in(variant)
                .map(|statement| Route::Statement(ONE, statement.id).to_string())
                .collect();
            assert_eq!(page.attributes(".given a", "href"), links);
            let answers: Vec<String> = content
                .statements_in(variant)
                .map(|one| wording::answer(content, scan.answers.get(one.id)).to_string())
                .collect();
            assert_eq!(page.texts(".given .answer"), answers);
            let extend = page.text().contains(&**content.texts.extend());
            assert_eq!(extend, variant == Variant::Quick);
            assert_eq!(page.count("a.main[href='#/result/1']"), 1);
        }
    });
}

#[test]
fn the_result_says_everything_in_text() {
    every_role_and_language(|content, role| {
        for (kind, scan) in scans(content, role) {
            let state = state(content, role, vec![scan.clone()], Route::Result(ONE));
            let page = draw(kind, &state);
            let (texts, result) = (&content.texts, scan.result(content));
            assert_eq!(page.text_of("h1"), wording::summary(content, &result), "{kind}");

            let names: Vec<String> = result
                .priorities
                .iter()
                .map(|one| content.statement(one.statement).expect("a statement").label.to_string())
                .collect();
            assert_eq!(page.texts(".priorities > li h3"), names, "{kind}");
            for (priority, card) in result.priorities.iter().zip(page.texts(".priorities > li")) {
                let statement = content.statement(priority.statement).expect("a statement");
                let standing = Standing::of(priority.score, statement.source_factor);
                let advice = statement.advice_for(role).next().expect("an advice");
                let sources = texts.source_label(&wording::citations(content, &advice.sources));
                assert!(!advice.sources.is_empty());
                for words in [
                    &**wording::standing(content, standing),
                    &wording::advice(content, advice, scan.sector),
                    &sources,
                ] {
                    assert!(card.contains(words), "{kind}: no '{words}' in {card}");
                }
            }
            let rows: Vec<Vec<String>> = result
                .levels
                .iter()
                .map(|level| {
                    let score = level.score.map(|score| wording::score(content, score.tenths()));
                    let band = match level.score {
                        Some(score) => wording::band(content, score.band()),
                        None => texts.too_few_answers(),
                    };
                    let counted = texts.counted_of(&level.scored.to_string(), &level.asked.to_string());
                    vec![score.unwrap_or_else(|| "–".to_owned()), band.to_string(), counted]
                })
                .collect();
            assert_eq!(page.texts("tbody td"), rows.concat(), "{kind}");
            let levels: Vec<String> =
                Level::ALL.iter().map(|&one| wording::level(content, one).to_string()).collect();
            assert_eq!(page.texts("tbody th"), levels);
            assert_eq!(page.texts(".profile .name"), levels);
            let values: Vec<&String> = rows.iter().map(|row| &row[0]).collect();
            assert_eq!(page.texts(".profile .value").iter().collect::<Vec<_>>(), values);
            let scored = result.levels.iter().filter(|level| level.score.is_some()).count();
            assert_eq!(page.count(".profile circle.dot"), scored, "{kind}");

            let lines: Vec<String> =
                result.levels.iter().flat_map(|level| wording::why(content, level)).collect();
            assert_eq!(page.texts(".why dd"), lines);
            assert!(page.text_of(".why").contains(&**texts.bands_explained()));

            let asked: Vec<_> = content.statements_in(scan.variant).collect();
            assert_eq!(page.count(".statements-with-advice > li"), asked.len());
            for (statement, item) in asked.iter().zip(page.texts(".statements-with-advice > li")) {
                for advice in statement.advice_for(role) {
                    assert!(item.contains(&wording::advice(content, advice, scan.sector)), "{item}");
                    assert!(item.contains(&wording::citations(content, &advice.sources)), "{item}");
                }
                assert!(item.contains(&wording::citations(content, &statement.sources)), "{item}");
            }

            let pattern = page.text().contains(&**texts.pattern_on_paper_text());
            assert_eq!(pattern, result.on_paper_only, "{kind}");
            assert_eq!(page.text().contains(&**texts.extend()), scan.variant == Variant::Quick);
            let more = page.text().contains(&**texts.answer_more());
            assert_eq!(more, scored < 4, "{kind}");
            let lines = text::result(&scan, content);
            assert_eq!(page.text_of("textarea#result-text[readonly]"), page::one_line(&lines), "{kind}");
        }
    });
}

#[test]
fn the_heading_of_the_priorities_fits_them() {
    let content = content("nl");
    let texts = &content.texts;
    let (begin, keep) = (texts.priorities_heading(), texts.priorities_good_heading());
    let none = texts.priorities_none();
    let check = |given: &str, expect: [bool; 3]| {
        let scan = scan(&content, Role::School, Variant::Quick, given);
        let page = draw(given, &state(&content, Role::School, vec![scan], Route::Result(ONE)));
        let heading = page.texts("#priorities-heading").concat();
        let found = [heading == **begin, heading == **keep, page.text().contains(&**none)];
        assert_eq!(found, expect, "{given}");
    };
    check("333 333 333 333", [true, false, false]);
    check("444 444 444 444", [false, true, false]);
    check("555 555 555 555", [false, false, true]);
    check("??? --- ... ...", [false, false, false]);
}

#[test]
fn storage_that_keeps_nothing_is_told_where_answers_are_given() {
    for content in contents() {
        let texts = &content.texts;
        let of = |storage, route| {
            let scan = scan(&content, Role::School, Variant::Quick, QUICK);
            let state = State { storage, ..state(&content, Role::School, vec![scan], route) };
            draw(&format!("{storage:?} {route}"), &state)
        };
        for (storage, footer, warning) in [
            (Storage::Works, texts.storage_works(), None),
            (Storage::Partitioned, texts.storage_partitioned(), None),
            (Storage::Blocked, texts.storage_blocked_short(), Some(texts.storage_blocked())),
            (Storage::Full, texts.storage_full_short(), Some(texts.storage_full())),
        ] {
            for route in routes() {
                assert_eq!(of(storage, route).texts("footer p")[0], **footer);
            }
            for route in [Route::Level(ONE, Level::Tactical), Route::Check(ONE), Route::Result(ONE)] {
                let page = of(storage, route);
                let region = format!("section[aria-label='{}']", texts.storage_warning_label());
                assert_eq!(page.count(&region), usize::from(warning.is_some()));
                if let Some(warning) = &warning {
                    let said = page.text_of(&region);
                    assert!(said.contains(&***warning) && said.contains(&**texts.save_as_file()), "{said}");
                }
            }
        }
    }
}

#[test]
fn what_is_kept_is_listed_newest_first_with_what_one_can_do() {
    for content in contents() {
        let texts = &content.texts;
        let mut named = scan(&content, Role::Company, Variant::Quick, QUICK);
        named.label = Label::new("Bakkerij Jansen").expect("a label");
        let partial = scan(&content, Role::School, Variant::Full, "44..... ....... ....... .......");
        let state = state(&content, Role::School, vec![partial, named], Route::Saved);
        let page = draw("saved", &state);
        let cards = page.texts("ul.kept > li");
        assert_eq!(cards.len(), 2);
        assert!(
            cards[0].contains("Bakkerij Jansen") && cards[1].contains(&**texts.role_school()),
            "{cards:?}"
        );
        for card in &cards {
            assert!(card.contains(&wording::date(&content, day("2026-11-22"))), "{card}");
        }
        assert!(!cards[0].contains(&**texts.resume_go_on()) && cards[1].contains(&**texts.resume_go_on()));
        assert_eq!(page.attributes("ul.kept a[href^='#/result']", "href"), ["#/result/2", "#/result/1"]);
        assert_eq!(page.attributes("ul.kept button", "id"), ["delete-2", "delete-1"]);
        let asked = draw("one", &State { deleting: Some(Deletion::One(ONE)), ..state.clone() });
        assert!(asked.text_of("#delete-question").contains(&**texts.delete_yes()));
        assert_eq!(asked.attributes("ul.kept > li > button", "id"), ["delete-2"]);
        let all = draw("all", &State { deleting: Some(Deletion::All), ..state.clone() });
        assert!(all.text_of("#delete-question").contains(&texts.delete_all_question("2")));
        let deleted = State { deleted: state.store.library.iter().cloned().collect(), ..state };
        let page = draw("deleted", &deleted);
        assert!(page.text_of("#undo").contains(&texts.deleted("2")));
        assert!(page.text_of("#undo button").contains(&**texts.undo()));
    }
}

#[test]
fn the_start_leads_on_where_one_was() {
    for content in contents() {
        let check = |given: &str, expect: &[&str]| {
            let scan = scan(&content, Role::Company, Variant::Quick, given);
            let page = draw(given, &state(&content, Role::Company, vec![scan], Route::Start));
            assert_eq!(page.attributes(".resume a", "href"), expect, "{given}");
        };
        check("... ... ... ...", &[]);
        check("3.. ... ... ...", &["#/scan/1/strategic"]);
        check("333 333 ?-3 .33", &["#/scan/1/student"]);
        check("333 333 333 333", &["#/result/1"]);
        let (own, other) = (Role::Company, Role::School);
        let scan = |role| scan(&content, role, Variant::Quick, QUICK);
        let mut both = state(&content, own, vec![scan(own)], Route::Start);
        let partner = Partner { scan: scan(other), seen: Seen::NotYet };
        Rc::make_mut(&mut both.store).partners.set(ONE, Rc::new(partner));
        assert_eq!(draw("both", &both).attributes(".resume a", "href"), ["#/mirror/1"]);
        for (role, question) in [
            (Role::School, content.texts.start_question_school()),
            (Role::Company, content.texts.start_question_company()),
        ] {
            let page = draw("start", &state(&content, role, Vec::new(), Route::Start));
            assert_eq!(page.text_of("main h2"), **question);
            let not_yet = if role == Role::School { "#/asks" } else { "#/steps" };
            assert_eq!(page.attributes(".ways a", "href"), ["#/new", not_yet]);
            assert_eq!(page.attributes("input[checked]", "value"), [role.as_str()]);
        }
    }
}

#[test]
fn the_first_screen_of_the_page_is_the_start() {
    for content in contents() {
        let page = Page::read("first", prerender::start_screen(&content));
        page.check();
        assert_eq!(page.text_of("h1"), **content.texts.app_tagline());
        let here = state(&content, Role::Company, Vec::new(), Route::Start);
        assert_eq!(page.html, draw("start", &here).html, "it is what a first visit draws");
        assert!(!page.html.contains("<!--"), "it has no marks of a program");
    }
}

#[test]
fn every_other_language_is_offered_in_its_own_words() {
    for content in contents() {
        for route in routes() {
            let page = draw("language", &state(&content, Role::School, Vec::new(), route));
            let others = content.languages.iter().filter(|other| other.code != content.language.code);
            let names: Vec<String> = others.clone().map(|other| other.name.to_string()).collect();
            assert_eq!(page.texts("header button[lang]"), names);
            let codes: Vec<String> = others.map(|other| other.code.to_string()).collect();
            assert_eq!(page.attributes("header button[lang]", "lang"), codes);
        }
    }
}

#[test]
fn every_document_is_named_on_the_page_about_it() {
    for content in contents() {
        let page = draw("about", &state(&content, Role::School, Vec::new(), Route::About));
        let cards = page.texts("ul.documents > li");
        assert_eq!(cards.len(), content.documents.len());
        for (card, document) in cards.iter().zip(&content.documents) {
            for words in [&document.author, &document.title, &document.year, &document.about] {
                assert!(card.contains(&**words), "{card}");
            }
        }
    }
}

#[test]
fn a_plan_is_shown_whole_with_its_text_as_text() {
    for content in contents() {
        let mut state = state(&content, Role::School, Vec::new(), Route::Plan(PLAN));
        keep_plan(&mut state, real::plan());
        let page = draw("plan", &state);
        assert_eq!(page.text_of("h1"), real::nasty_label().as_str());
        assert_eq!(page.count("ol.actions > li"), 2);
        assert_eq!(page.texts("textarea#action-2-what"), ["<b>Spreek af</b>"]);
        assert_eq!(page.texts("textarea#action-2-who"), ["\"Jan\""]);
        assert_eq!(page.attributes("#action-1-when", "value"), ["2026-12-01"]);
        assert_eq!(page.attributes("input[id$='-done'][checked]", "id"), ["action-2-done"]);
        assert_eq!(page.count("b, i, script"), 0);
        assert!(page.text_of("#action-2-what + *").is_empty(), "nothing is refused");
        state.refused = Some(refused(Field::What(PLAN, Number::new(2))));
        let page = draw("refused", &state);
        assert_eq!(page.texts("textarea#action-2-what"), [real::nasty_label().as_str()]);
        assert_eq!(page.attributes("[aria-invalid=true]", "id"), ["action-2-what"]);
        assert_eq!(page.text_of("#action-2-what-why"), content.texts.text_too_long("80"));
    }
}

#[test]
fn the_steps_show_what_was_chosen() {
    for content in contents() {
        for (name, wish) in wishes() {
            let of = |route| {
                let mut state = state(&content, Role::Company, Vec::new(), route);
                Rc::make_mut(&mut state.store).wish = wish.clone();
                draw(name, &state)
            };
            let names = |goals: &[Goal]| goals.iter().map(|goal| goal.as_str()).collect::<Vec<_>>();
            assert_eq!(
                of(Route::Step(Step::Goals)).attributes("input[checked]", "value"),
                names(&wish.goals)
            );
            let groups: Vec<_> = wish.groups.iter().map(|group| group.as_str()).collect();
            assert_eq!(of(Route::Step(Step::Groups)).attributes("input[checked]", "value"), groups);
            let times: Vec<_> = wish.time.iter().map(|time| time.as_str()).collect();
            assert_eq!(of(Route::Step(Step::Time)).attributes("input[checked]", "value"), times);
        }
        for step in Step::ALL {
            let page = draw("nothing", &state(&content, Role::Company, Vec::new(), Route::Step(step)));
            assert_eq!(page.count("input[checked]"), 0);
            assert_eq!(page.count("#problem"), 0);
        }
    }
}
