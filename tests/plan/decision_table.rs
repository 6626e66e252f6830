//! All 84 single combinations agree, item by item and class by class, with the table that was made independently.

use samenscan::plan::{Choice, Class, Goal, Suggestion, TargetGroup, TimeLevel, derive};

use super::dutch;

const TABLE: &str = include_str!("../data/decision-table.csv");

struct Row<'a> {
    choice: Choice,
    class: Class,
    fitting: Vec<&'a str>,
    weak: Vec<&'a str>,
}

fn rows() -> Vec<Row<'static>> {
    TABLE.lines().skip(1).map(row).collect()
}

fn row(line: &'static str) -> Row<'static> {
    let [goal, group, time, class, fitting, weak] = line.split(',').collect::<Vec<_>>()[..] else {
        panic!("six columns in {line}")
    };
    let number: usize = goal.strip_prefix("GL").and_then(|number| number.parse().ok()).expect("a goal");
    let group = match group {
        "TG-PO" => TargetGroup::Primary,
        "TG-VO" => TargetGroup::Secondary,
        "TG-MBO" => TargetGroup::Vocational,
        "TG-HBO" => TargetGroup::HigherProfessional,
        other => panic!("{other}"),
    };
    let time = match time {
        "TM-L" => TimeLevel::Low,
        "TM-M" => TimeLevel::Middle,
        "TM-H" => TimeLevel::High,
        other => panic!("{other}"),
    };
    Row {
        choice: Choice::single(Goal::ALL[number - 1], group, time),
        class: Class::from_name(class).expect("a class"),
        fitting: fitting.split_whitespace().collect(),
        weak: weak.split_whitespace().collect(),
    }
}

/// `AC-L1/on`: the item and the letters of its bases.
fn written(suggestions: &[Suggestion]) -> Vec<String> {
    let letters = |suggestion: &Suggestion| {
        let [reason] = suggestion.reasons.as_slice() else { panic!("one reason for one combination") };
        let goal = ["o", "c", "x", "i", "w"][reason.goal_basis as usize];
        let group = ["n", "g", "w"][reason.group_basis as usize];
        format!("{}/{goal}{group}", suggestion.item.id)
    };
    suggestions.iter().map(letters).collect()
}

#[test]
fn every_combination_has_the_items_bases_and_class_of_the_table() {
    let content = dutch();
    let rows = rows();
    assert_eq!(rows.len(), 84);
    let mut wrong = String::new();
    for row in &rows {
        let answer = derive(&content, &row.choice);
        if (written(&answer.strong), written(&answer.weak), answer.class)
            != (own(&row.fitting), own(&row.weak), row.class)
        {
            wrong += &format!(
                "{:?}\n  derived {:?} {:?} | {:?}\n  table   {:?} {:?} | {:?}\n",
                row.choice,
                answer.class,
                written(&answer.strong),
                written(&answer.weak),
                row.class,
                row.fitting,
                row.weak,
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn own(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|&code| code.to_owned()).collect()
}
