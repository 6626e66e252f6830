//! Plans: suggestions, moving, limits, and what survives a file.

use proptest::prelude::*;
use samenscan::export::plan_json::{MAX_BYTES, PlanProblem, decode, encode};
use samenscan::plan::{Action, ListFull, MOST_ACTIONS, Origin, Plan, PlanId, Review, StepProgress, suggest};

use super::{actions, day, dutch, frozen, line, note, plans};

#[test]
fn everything_the_stepper_suggests_becomes_an_action() {
    let content = dutch();
    let today = day("2026-11-22").date();
    for item in &content.items {
        let action = suggest::from_item(&content, item, today).expect("every text fits");
        assert_eq!(action.what.as_str(), &*item.name);
        assert_eq!(action.when, Some(day("2026-12-07")));
        let Origin::Item { id, source } = &action.origin else { panic!("an item") };
        assert_eq!(id.as_str(), &*item.id);
        assert!(!source.is_blank());
    }
    let lesson = suggest::from_item(&content, content.item("AC-L1").unwrap(), today).unwrap();
    assert_eq!(lesson.first_step.as_str(), "Kies een onderwerp en vraag een docent wanneer het past.");
    let Origin::Item { source, .. } = lesson.origin else { panic!("an item") };
    assert_eq!(source.as_str(), "FME, hoofdstuk 2");
}

#[test]
fn a_plan_knows_what_is_next_and_what_is_in_it() {
    let mut plan = Plan::new(PlanId::new(7), day("2026-11-22"));
    let today = day("2026-11-22").date();
    assert_eq!(plan.next_day(today), None);
    for review in suggest::reviews(today) {
        plan.reviews.add(review).unwrap();
    }
    assert_eq!(plan.next_day(today), Some(day("2027-02-22")));
    let advice = suggest::from_advice("S1-a", "Vraag de leiding.", "GKC, hoofdstuk 4", today).unwrap();
    let number = plan.actions.add(advice).unwrap();
    assert_eq!(plan.next_day(today), Some(day("2026-12-07")));
    plan.actions.get_mut(number).unwrap().done = true;
    assert_eq!(plan.next_day(today), Some(day("2027-02-22")));
    assert!(plan.holds("S1-a") && !plan.holds("S1-b"));
}

#[test]
fn the_largest_plan_is_small_enough_to_be_read() {
    let text = "\"\\😀".repeat(1000);
    let widest = |most: usize| text.chars().take(most).collect::<String>();
    let full = line(&widest(200));
    let origin = Origin::Item { id: "A".repeat(24).parse().unwrap(), source: full.clone() };
    let mut plan = Plan::new(PlanId::new(u64::MAX), day("2026-11-22"));
    for _ in 0..MOST_ACTIONS {
        let action = Action {
            what: full.clone(),
            when: Some(day("2026-11-22")),
            who: full.clone(),
            cue: full.clone(),
            first_step: full.clone(),
            done: false,
            origin: origin.clone(),
        };
        plan.actions.add(action).unwrap();
    }
    assert_eq!(plan.actions.add(Action::default()), Err(ListFull));
    while plan.reviews.add(Review { on: day("2027-01-01"), note: note(&widest(2000)) }).is_ok() {}
    let steps: Vec<_> = plan.steps.iter().map(|(step, _)| step).collect();
    for step in steps {
        plan.steps.set(step, StepProgress { done: true, note: note(&widest(2000)) });
    }
    let file = encode(&plan);
    assert!(file.len() < MAX_BYTES, "{}", file.len());
    assert_eq!(decode(&file), Ok(plan));
}

#[test]
fn files_that_went_out_are_read_for_ever() {
    let (_, full) = frozen("1-full.json");
    let plan = decode(&full).unwrap();
    assert_eq!(encode(&plan), full, "and written in the same way");
    assert_eq!(plan.title.as_str(), "Samenwerken met het mbo");
    assert_eq!(plan.actions.len(), 3);
    let (_, empty) = frozen("1-empty.json");
    assert_eq!(decode(&empty), Ok(Plan::new(PlanId::new(0x0123_4567_89ab_cdef), day("2026-11-22"))));
}

#[test]
fn what_is_no_plan_is_refused_with_a_reason() {
    let (_, good) = frozen("1-full.json");
    let check = |text: &str, expect: PlanProblem| assert_eq!(decode(text), Err(expect), "{text}");
    check("", PlanProblem::NotOurs);
    check("[]", PlanProblem::NotOurs);
    check("{\"format\":\"samenscan.result\",\"version\":1}", PlanProblem::NotOurs);
    check(&good[..good.len() / 2], PlanProblem::Broken);
    check(&" ".repeat(MAX_BYTES + 1), PlanProblem::TooLarge);
    assert!(decode(&format!("\u{FEFF}{good}")).is_ok());
    let changed = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replacen(from, to, 1)
    };
    check(&changed("\"version\": 1", "\"version\": 2"), PlanProblem::NewerVersion(2));
    check(&changed("\"version\": 1", "\"version\": 0"), PlanProblem::Broken);
    let long = format!("\"title\": \"{}", "x".repeat(201));
    for (from, to) in [
        ("2026-12-07", "2026-02-30"),
        ("2026-12-07", "7-12-2026"),
        ("\"title\": \"", long.as_str()),
        ("\"number\": 1", "\"number\": 2"),
        ("\"next_action\": 4", "\"next_action\": 2"),
        ("\"step\": \"clear_plan\"", "\"step\": \"seek_contact\""),
        ("\"goals\": [", "\"goal\": ["),
        ("\"young_talent\",", "\"old_talent\","),
        ("\"kind\": \"item\"", "\"kind\": \"person\""),
        ("\"id\": \"AC-M1\"", "\"id\": \"<script>\""),
        ("\"done\": false", "\"done\": \"no\""),
        ("\"done\": false", "\"done\": false, \"colour\": \"red\""),
    ] {
        check(&changed(from, to), PlanProblem::Broken);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_plan_survives_a_file(plan in plans()) {
        prop_assert_eq!(decode(&encode(&plan)), Ok(plan));
    }

    #[test]
    fn moving_loses_nothing(all in proptest::collection::vec(actions(), 1..6), moves in proptest::collection::vec((0usize..6, any::<bool>()), 0..20)) {
        let mut plan = Plan::new(PlanId::new(1), day("2026-11-22"));
        let numbers: Vec<_> = all.into_iter().map(|action| plan.actions.add(action).unwrap()).collect();
        let before = plan.actions.clone();
        for (index, up) in moves {
            let number = numbers[index % numbers.len()];
            let place = |plan: &Plan| plan.actions.iter().position(|(other, _)| other == number).unwrap();
            let old = place(&plan);
            let moved = if up { plan.actions.move_up(number) } else { plan.actions.move_down(number) };
            prop_assert_eq!(place(&plan).abs_diff(old), usize::from(moved));
        }
        prop_assert_eq!(plan.actions.len(), before.len());
        for (number, action) in before.iter() {
            prop_assert_eq!(plan.actions.get(number), Some(action));
        }
    }

    #[test]
    fn no_input_makes_it_panic(text in any::<String>(), cut in 0usize..4000, byte in any::<u8>()) {
        let _ = decode(&text);
        let (_, good) = frozen("1-full.json");
        let mut bytes = good.into_bytes();
        let place = cut % bytes.len();
        bytes[place] = byte;
        let _ = decode(&String::from_utf8_lossy(&bytes));
    }
}
