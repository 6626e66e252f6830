//! Many scans together (docs/formats/group.md).

mod support;

use proptest::prelude::*;
use samenscan::scan::group::{Added, AnswerCounts, CannotAdd, Counting, Filter, Group, Histogram, Tally};
use samenscan::scan::{Label, Level, Role, Scan, Sector, StatementOrder, StatementOrders, Variant};
use serde_json::{Value, json};
use support::{Random, any_scan, company, date, orders, school, version_one};

fn described<const N: usize>(values: &Histogram<N>) -> Value {
    let quartiles =
        values.quartiles().map(|all| [all.lower, all.median, all.upper].map(|one| one.fortieths()));
    json!([quartiles, values.disagreement().map(|one| one.hundredths())])
}

fn numbers(answers: &AnswerCounts) -> Value {
    let AnswerCounts { scores, dont_know, not_applicable, blank } = answers;
    json!([answers.asked(), scores.counts(), dont_know, not_applicable, blank, answers.dont_know_share()])
}

fn as_json(tally: &Tally) -> Value {
    let statement = |one: &samenscan::scan::group::StatementTally| {
        json!([one.statement.id, numbers(&one.answers), described(&one.answers.scores)])
    };
    let level = |one: &samenscan::scan::group::LevelTally| {
        json!([one.level, numbers(&one.answers), described(&one.scores), one.without_score])
    };
    json!({
        "results": tally.results,
        "statements": tally.statements.iter().map(statement).collect::<Vec<_>>(),
        "levels": tally.levels.iter().map(level).collect::<Vec<_>>(),
    })
}

/// A scan whose answers lean towards one end, so that groups differ.
fn any_of(random: &mut Random, variant: Variant) -> (Scan, String) {
    let kinds = [&b"12345?-."[..], b"1122345?", b"3455555.", b"?-......", b"2"][random.below(5)];
    let asked = version_one().asked_in(variant).count();
    let text: String = (0..asked).map(|_| char::from(kinds[random.below(kinds.len())])).collect();
    let role = Role::ALL[random.below(2)];
    let sector = Sector::ALL[random.below(4)];
    let day = date(2026, 1, 1) + time::Duration::days(random.below(1_000) as i64);
    (support::scan(role, sector, variant, day, &text), text)
}

#[test]
fn python_finds_the_same() {
    let statements: Vec<Value> = version_one()
        .statements()
        .iter()
        .map(|one| json!({"id": one.id, "level": one.level, "quick": one.quick}))
        .collect();
    let mut random = Random(1);
    let mut input = String::new();
    let mut ours = Vec::new();
    for size in (0..30).chain([100, 101, 102, 103, 300]) {
        let mut group = Group::new(orders());
        let mut results = Vec::new();
        for _ in 0..size {
            let variant = Variant::ALL[random.below(2)];
            let (scan, text) = any_of(&mut random, variant);
            group.add(&scan).unwrap();
            results.push(json!({"quick": variant == Variant::Quick, "answers": text}));
        }
        ours.push(as_json(&group.tally(Filter { with_duplicates: true, ..Filter::default() })));
        input += &format!("{}\n", json!({"statements": statements, "results": results}));
    }
    let theirs = support::python("tests/independent/group.py", &input);
    assert_eq!(theirs.lines().count(), ours.len());
    for (ours, theirs) in ours.iter().zip(theirs.lines()) {
        assert_eq!(*ours, serde_json::from_str::<Value>(theirs).unwrap());
    }
}

proptest! {
    #[test]
    fn counting_in_steps_is_counting_at_once(
        scans in proptest::collection::vec(any_scan(), 0..40),
        steps in proptest::collection::vec(0usize..9, 1..60),
        role in proptest::option::of(proptest::sample::select(Role::ALL)),
        sector in proptest::option::of(proptest::sample::select(Sector::ALL)),
        with_duplicates: bool,
    ) {
        let filter = Filter { role, sector, with_duplicates };
        let mut group = Group::new(orders());
        let mut counting = Counting::new(&group, filter);
        let mut steps = steps.into_iter();
        for scan in &scans {
            group.add(scan).unwrap();
            counting.step(&group, steps.next().unwrap_or(0));
        }
        while counting.step(&group, steps.next().unwrap_or(50)) > 0 {}
        prop_assert_eq!(counting.tally(), &group.tally(filter));

        let passes = |scan: &&Scan| role.is_none_or(|role| role == scan.role)
            && sector.is_none_or(|sector| sector == scan.sector);
        let mut alone = Group::new(orders());
        scans.iter().filter(passes).for_each(|scan| { alone.add(scan).unwrap(); });
        prop_assert_eq!(group.tally(filter), alone.tally(Filter { with_duplicates, ..Filter::default() }));
    }

    #[test]
    fn the_order_of_adding_changes_nothing(mut scans in proptest::collection::vec(any_scan(), 0..20)) {
        let tally = |scans: &[Scan]| {
            let mut group = Group::new(orders());
            scans.iter().for_each(|scan| { group.add(scan).unwrap(); });
            group.tally(Filter::default())
        };
        let before = tally(&scans);
        scans.reverse();
        prop_assert_eq!(before, tally(&scans));
    }

    #[test]
    fn rows_hold_every_answer(scans in proptest::collection::vec(any_scan(), 0..20)) {
        let mut group = Group::new(orders());
        scans.iter().for_each(|scan| { group.add(scan).unwrap(); });
        let filter = Filter { with_duplicates: true, ..Filter::default() };
        let mut rows = group.rows(filter);
        for (number, scan) in (1u32..).zip(&scans) {
            for asked in version_one().asked_in(scan.variant) {
                let row = rows.next().unwrap();
                prop_assert_eq!((row.result, row.role, row.sector), (number, scan.role, scan.sector));
                prop_assert_eq!((row.variant, row.content_version), (scan.variant, 1));
                prop_assert_eq!((row.changed_on, row.label), (scan.changed_on, None));
                prop_assert_eq!((row.statement, row.wording, row.level), (asked.id, 1, asked.level));
                prop_assert_eq!(row.answer, scan.answers.get(asked.id));
            }
        }
        prop_assert_eq!(rows.next(), None);
    }
}

#[test]
fn the_same_result_twice_is_noticed_and_counts_once() {
    let one = school("3454212?34-1554.5342231?4554");
    let labelled = Scan { label: Label::new("Bakkerij").unwrap(), ..one.clone() };
    let next_day = Scan { changed_on: date(2026, 11, 23), ..one.clone() };
    let other = company("3454212?34-1554.5342231?4554");
    let mut group = Group::new(orders());
    assert_eq!(group.add(&one), Ok(Added::New(1)));
    assert_eq!(group.add(&other), Ok(Added::New(2)));
    assert_eq!(group.add(&labelled), Ok(Added::Duplicate { number: 3, of: 1 }));
    assert_eq!(group.add(&next_day), Ok(Added::New(4)));
    assert_eq!(group.add(&one), Ok(Added::Duplicate { number: 5, of: 1 }));
    assert_eq!((group.len(), group.duplicates()), (5, 2));
    assert_eq!(group.tally(Filter::default()).results, 3);
    assert_eq!(group.tally(Filter { with_duplicates: true, ..Filter::default() }).results, 5);
    assert_eq!(group.tally(Filter { role: Some(Role::Company), ..Filter::default() }).results, 1);
    assert_eq!(group.tally(Filter { sector: Some(Sector::Primary), ..Filter::default() }).results, 0);
}

#[test]
fn what_is_disagreed_on_most_comes_first() {
    let mut group = Group::new(orders());
    // S1: 1 and 5. S2: 3 and 4. S3: the same. S4: one score only. The rest: nobody answered.
    group.add(&school("1335........................")).unwrap();
    group.add(&school("543?........................")).unwrap();
    let tally = group.tally(Filter::default());
    let order: Vec<_> = tally.by_disagreement().into_iter().collect();
    let names: Vec<_> = order.iter().take(5).map(|(one, _)| one.statement.id.to_string()).collect();
    assert_eq!(names, ["S1", "S2", "S3", "S4", "S5"]);
    let hundredths: Vec<_> = order.iter().take(5).map(|(_, one)| one.map(|one| one.hundredths())).collect();
    assert_eq!(hundredths, [Some(400), Some(100), Some(0), None, None]);
    assert_eq!(order.len(), 28);
}

#[test]
fn other_wordings_are_other_statements() {
    let mut changed = version_one().statements().to_vec();
    changed[0].wording = 2;
    let version_two = StatementOrder::new(2, changed).unwrap();
    let known: StatementOrders = [version_one().clone(), version_two].into_iter().collect();
    let mut group = Group::new(&known);
    let old = school("1111111111111111111111111111");
    let new = Scan { content_version: 2, ..school("5555555555555555555555555555") };
    group.add(&old).unwrap();
    group.add(&new).unwrap();
    let unknown = Scan { content_version: 3, ..new };
    assert_eq!(group.add(&unknown), Err(CannotAdd::UnknownContentVersion(3)));
    let tally = group.tally(Filter::default());
    assert_eq!(tally.statements.len(), 29);
    let (first, last) = (&tally.statements[0], &tally.statements[28]);
    assert_eq!((first.statement.wording, last.statement.wording), (2, 1));
    assert_eq!(first.statement.id, last.statement.id);
    assert_eq!((first.answers.asked(), last.answers.asked()), (1, 1));
    assert_eq!(tally.statements[1].answers.asked(), 2);
    assert_eq!(tally.levels[Level::Strategic as usize].scores.count(), 2);
}

#[test]
fn a_group_has_room_for_a_region_and_no_more() {
    let mut random = Random(7);
    let mut group = Group::new(orders());
    let scans: Vec<Scan> = (0..50).map(|_| any_of(&mut random, Variant::Quick).0).collect();
    for number in 0..Group::MAX {
        group.add(&scans[number % scans.len()]).unwrap();
    }
    assert_eq!(group.add(&scans[0]), Err(CannotAdd::Full));
    assert_eq!(group.len(), Group::MAX);
}
