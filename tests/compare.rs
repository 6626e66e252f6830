//! Two scans next to each other, on the real content.

mod support;

use std::path::Path;

use samenscan::content::authoring::Authored;
use samenscan::content::{Audience, Content};
use samenscan::scan::compare::{
    Again, CannotCompare, Change, Mirror, NoScore, OneSided, Topic, WhyNotCompared, WhyTopic,
};
use samenscan::scan::{
    Pair, Role, SameRole, Scan, Score, StatementId, StatementOrder, StatementOrders, Variant,
};
use serde_json::{Value, json};
use support::{answers, company, date, orders, scan, school};

fn content() -> Content {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let authored = Authored::read(&dir).expect("the content can be read");
    authored.compile().expect("the content is right").swap_remove(0)
}

fn id(text: &str) -> StatementId {
    text.parse().unwrap()
}

fn score(value: u8) -> Score {
    Score::new(value).unwrap()
}

/// All 3, but for these.
fn all_but(changes: &[(&str, char)]) -> String {
    let asked: Vec<_> = support::version_one().asked_in(Variant::Full).collect();
    let answer =
        |asked: StatementId| changes.iter().find(|(name, _)| id(name) == asked).map_or('3', |one| one.1);
    asked.iter().map(|one| answer(one.id)).collect()
}

fn mirror(school_answers: &str, company_answers: &str, content: &Content) -> Mirror {
    let pair = Pair::of(company(company_answers), school(school_answers)).unwrap();
    assert_eq!(pair.school().role, Role::School);
    Mirror::of(&pair, orders(), content).unwrap()
}

#[test]
fn two_of_one_side_make_no_pair_and_two_sides_no_change() {
    let same = Pair::of(school(&all_but(&[])), school(&all_but(&[])));
    assert_eq!(same, Err(SameRole(Role::School)));
    let other = Again::between(&school(&all_but(&[])), &company(&all_but(&[])), orders(), &content());
    assert_eq!(other, Err(CannotCompare::OtherRole));
}

#[test]
fn statements_about_the_same_thing_differ_and_those_about_oneself_do_not() {
    let content = content();
    let school_answers = all_but(&[("S5", '5'), ("S7", '1'), ("S2", '?'), ("S1", '1'), ("T3", '-')]);
    let company_answers = all_but(&[("S5", '3'), ("S7", '5'), ("S1", '5'), ("T3", '.')]);
    let found = mirror(&school_answers, &company_answers, &content);
    let first = found.gaps[0];
    assert_eq!(
        (first.statement, first.difference(), first.more_favourable()),
        (id("S7"), 4, Some(Role::Company))
    );
    let second = found.gaps[1];
    assert_eq!(
        (second.statement, second.difference(), second.more_favourable()),
        (id("S5"), 2, Some(Role::School))
    );
    assert_eq!(found.to_talk_about().count(), 2);
    assert_eq!(found.gaps[2].difference(), 0);
    let beside = found.side_by_side[0];
    assert_eq!((beside.statement, beside.school, beside.company), (id("S1"), score(1), score(5)));
    let open: Vec<_> = found.unscored.iter().map(|one| (one.statement, one.answers)).collect();
    assert_eq!(
        open,
        [
            (id("S2"), OneSided::Second(NoScore::DontKnow, score(3))),
            (id("T3"), OneSided::Neither(NoScore::NotApplicable, NoScore::Blank)),
        ]
    );
    assert_eq!(found.gaps.len() + found.side_by_side.len() + found.unscored.len(), 28);
    assert_eq!(found.not_compared, []);
}

#[test]
fn a_quick_scan_is_compared_on_what_it_asked() {
    let content = content();
    let quick = scan(
        Role::School,
        samenscan::scan::Sector::Vocational,
        Variant::Quick,
        date(2026, 11, 22),
        "345123451234",
    );
    let pair = Pair::of(quick, company(&all_but(&[]))).unwrap();
    let found = Mirror::of(&pair, orders(), &content).unwrap();
    assert_eq!(found.gaps.len() + found.side_by_side.len(), 12);
    assert_eq!(found.not_compared.len(), 16);
    assert!(found.not_compared.iter().all(|one| one.why == WhyNotCompared::OnlySecond));
}

#[test]
fn an_agenda_has_three_topics_with_advice_for_both() {
    let content = content();
    let found = mirror(
        &all_but(&[("S7", '1'), ("S2", '2'), ("S6", '?'), ("S1", '1')]),
        &all_but(&[("S7", '5'), ("S2", '2'), ("S6", '1')]),
        &content,
    );
    let agenda = found.agenda(&content);
    let kinds: Vec<_> = agenda.iter().map(|topic| topic.statement).collect();
    assert_eq!(kinds, [id("S7"), id("S2"), id("S6")]);
    assert!(matches!(agenda[0].why, WhyTopic::SeenDifferently(_)));
    assert!(matches!(agenda[1].why, WhyTopic::BothLow(_)));
    assert_eq!(agenda[2].why, WhyTopic::OneDoesNotKnow(Role::School, score(1)));
    // The first advice on S7 is for schools, so the company gets the first that is for both.
    let advice = |topic: &Topic| {
        topic.advice.iter().map(|one| (one.advice.to_string(), one.audience)).collect::<Vec<_>>()
    };
    assert_eq!(
        advice(&agenda[0]),
        [("S7-a".to_owned(), Audience::School), ("S7-b".to_owned(), Audience::Company)]
    );
    assert_eq!(advice(&agenda[1]), [("S2-a".to_owned(), Audience::Both)]);
    for topic in &agenda {
        let statement = content.statement(topic.statement).unwrap();
        assert!(topic.advice.iter().all(|one| statement.advice.iter().any(|known| known.id == one.advice)));
    }
    assert_eq!(mirror(&all_but(&[]), &all_but(&[]), &content).agenda(&content), [], "nothing is made up");
    let alone = mirror(&all_but(&[("S1", '2')]), &all_but(&[]), &content).agenda(&content);
    assert!(matches!(alone[..], [Topic { why: WhyTopic::LowOnItself(_), .. }]));
}

#[test]
fn a_change_is_told_from_the_earlier_to_the_later_whichever_comes_first() {
    let content = content();
    let earlier = school(&all_but(&[("S1", '1'), ("S2", '?')]));
    let later = Scan { changed_on: date(2027, 5, 1), ..school(&all_but(&[("S1", '5'), ("S2", '5')])) };
    let again = Again::between(&later, &earlier, orders(), &content).unwrap();
    assert_eq!(again, Again::between(&earlier, &later, orders(), &content).unwrap());
    assert_eq!((again.earlier_on, again.later_on), (date(2026, 11, 22), date(2027, 5, 1)));
    let strategic = again.levels[0];
    assert_eq!((strategic.comparable, strategic.compared), (7, 6));
    // 1+3+3+3+3+3 = 16 and 20, over 6: 2.7 and 3.3. The 5 on S2 counts in neither.
    assert_eq!(strategic.tenths(), Some(6));
    assert_eq!(again.levels[1].tenths(), Some(0));
    assert_eq!(again.statements[0].change, Change::Scored { earlier: score(1), later: score(5) });
    assert_eq!(again.statements[1].change, Change::Unscored(OneSided::Second(NoScore::DontKnow, score(5))));
    assert!(!again.other_sector);
}

#[test]
fn other_wordings_and_retired_statements_are_named_and_not_compared() {
    let content = content();
    let mut changed = support::version_one().statements().to_vec();
    changed[0].wording = 2;
    let retired = std::mem::replace(&mut changed[1].id, id("Z9"));
    let version_two = StatementOrder::new(2, changed).unwrap();
    let known: StatementOrders = [support::version_one().clone(), version_two].into_iter().collect();
    let old = school(&all_but(&[]));
    let new = Scan { content_version: 2, changed_on: date(2028, 1, 1), ..school(&all_but(&[])) };
    let again = Again::between(&old, &new, &known, &content).unwrap();
    let reasons: Vec<_> = again.not_compared.iter().map(|one| (one.statement, one.why)).collect();
    assert_eq!(
        reasons,
        [
            (id("S1"), WhyNotCompared::OtherWording),
            (retired, WhyNotCompared::OnlyFirst),
            (id("Z9"), WhyNotCompared::OnlySecond),
        ]
    );
    assert_eq!(again.statements.len(), 26);
    assert_eq!(again.levels[0].comparable, 5);
    // Both of version 2: the present content asks S1 in wording 1 and knows no Z9.
    let again = Again::between(&new, &new, &known, &content).unwrap();
    assert!(again.not_compared.iter().all(|one| one.why == WhyNotCompared::NoLongerAsked));
    assert_eq!(again.not_compared.len(), 2);
    let unknown = Scan { content_version: 3, ..new };
    let refused = Again::between(&old, &unknown, &known, &content);
    assert_eq!(refused, Err(CannotCompare::UnknownContentVersion(3)));
}

#[test]
fn python_finds_the_same() {
    let content = content();
    let statements: Vec<Value> = content
        .statements
        .iter()
        .map(|one| json!({"id": one.id, "level": one.level, "compare": one.compare, "importance": one.importance}))
        .collect();
    let mut random = support::Random(28);
    // At random, and with so little to talk about that the last reasons for a topic come up.
    let mut side =
        |kinds: &[u8]| -> String { (0..28).map(|_| char::from(kinds[random.below(kinds.len())])).collect() };
    let kinds = [&b"112233445555?-."[..], b"33333333333333332", b"3333333333333????1245", b"3333333332"];
    let cases: Vec<(String, String)> =
        (0..800).map(|number| (side(kinds[number % 4]), side(kinds[number / 4 % 4]))).collect();
    let input: String = cases
        .iter()
        .map(|(first, second)| {
            json!({"statements": statements, "first": first, "second": second}).to_string() + "\n"
        })
        .collect();
    let output = support::python("tests/independent/compare.py", &input);
    assert_eq!(output.lines().count(), cases.len());
    for ((first, second), line) in cases.iter().zip(output.lines()) {
        let theirs: Value = serde_json::from_str(line).unwrap();
        let seen = mirror(first, second, &content);
        let agenda = seen.agenda(&content);
        let kind = |topic: &Topic| match topic.why {
            WhyTopic::SeenDifferently(_) => 0,
            WhyTopic::BothLow(_) => 1,
            WhyTopic::OneDoesNotKnow(..) => 2,
            WhyTopic::LowOnItself(_) => 3,
        };
        let later =
            Scan { changed_on: date(2027, 1, 1), answers: answers(Variant::Full, second), ..school(first) };
        let again = Again::between(&school(first), &later, orders(), &content).unwrap();
        let ours = json!({
            "gaps": seen.gaps.iter().map(|gap| json!([gap.statement, gap.difference()])).collect::<Vec<_>>(),
            "side_by_side": seen.side_by_side.iter().map(|one| one.statement).collect::<Vec<_>>(),
            "unscored": seen.unscored.iter().map(|one| one.statement).collect::<Vec<_>>(),
            "agenda": agenda.iter().map(|topic| json!([topic.statement, kind(topic)])).collect::<Vec<_>>(),
            "levels": again.levels.iter()
                .map(|level| json!([level.comparable, level.compared, level.tenths()])).collect::<Vec<_>>(),
        });
        assert_eq!(ours, theirs, "{first} {second}");
    }
}
