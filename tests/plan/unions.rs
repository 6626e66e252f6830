//! Several goals and groups, more time, and the school's reading: properties of every choice.

use std::collections::BTreeSet;

use proptest::prelude::*;
use samenscan::plan::{
    Choice, Class, Goal, OneOrMore, Reason, Suggestion, TargetGroup, TimeLevel, asks_of_a_company, derive,
};

use super::{choices, dutch};

fn ids(suggestions: &[Suggestion]) -> BTreeSet<String> {
    suggestions.iter().map(|suggestion| suggestion.item.id.to_string()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn several_goals_and_groups_give_the_union(choice in choices()) {
        let content = dutch();
        let answer = derive(&content, &choice);
        let mut strong = BTreeSet::new();
        let mut all = BTreeSet::new();
        let mut served = BTreeSet::new();
        for (goal, group) in choice.cells() {
            let one = derive(&content, &Choice::single(goal, group, choice.time));
            strong.extend(ids(&one.strong));
            all.extend(ids(&one.strong));
            all.extend(ids(&one.weak));
            for suggestion in one.strong.iter().chain(&one.weak) {
                served.insert((suggestion.item.id.to_string(), goal, group, suggestion.reasons[0].goal_basis));
            }
            let cell = answer.cells.iter().find(|cell| (cell.goal, cell.group) == (goal, group)).unwrap();
            prop_assert_eq!(cell.class, one.class);
        }
        prop_assert_eq!(&ids(&answer.strong), &strong);
        prop_assert_eq!(&ids(&answer.weak), &(&all - &strong));
        let mut told = BTreeSet::new();
        for suggestion in answer.strong.iter().chain(&answer.weak) {
            for reason in &suggestion.reasons {
                let new = told.insert((suggestion.item.id.to_string(), reason.goal, reason.group, reason.goal_basis));
                prop_assert!(new, "a reason is given once");
            }
            prop_assert!(suggestion.reasons.is_sorted_by_key(|reason| !reason.is_strong()));
        }
        prop_assert_eq!(told, served);
        prop_assert_eq!(Some(answer.class), answer.cells.iter().map(|cell| cell.class).min());
        let gaps: usize = answer.gaps.iter().map(|gap| gap.groups.len()).sum();
        prop_assert_eq!(gaps, answer.cells.iter().filter(|cell| cell.class != Class::Listed).count());
    }

    #[test]
    fn more_time_never_loses_an_item(choice in choices()) {
        let content = dutch();
        for pair in TimeLevel::ALL.windows(2) {
            let (less, more) = (choice.with_time(pair[0]), choice.with_time(pair[1]));
            let (less, more) = (derive(&content, &less), derive(&content, &more));
            prop_assert!(ids(&less.strong).is_subset(&ids(&more.strong)));
            prop_assert!(ids(&less.weak).is_subset(&ids(&more.weak)));
        }
    }

    #[test]
    fn every_item_shown_has_a_source_for_goal_and_group(choice in choices()) {
        let content = dutch();
        let answer = derive(&content, &choice);
        for suggestion in answer.strong.iter().chain(&answer.weak) {
            prop_assert!(!suggestion.reasons.is_empty());
            prop_assert!(!content.cite(&suggestion.item.sources).is_empty());
            for Reason { goal_sources, group_sources, goal_basis, group_basis, .. } in &suggestion.reasons {
                prop_assert!(!content.cite(goal_sources).is_empty() && !content.cite(group_sources).is_empty());
                prop_assert!(!content.goal_basis(*goal_basis).is_empty());
                prop_assert!(!content.group_basis(*group_basis).is_empty());
            }
        }
        for gap in &answer.gaps {
            prop_assert!(!gap.ways.is_empty() && gap.class != Class::Listed);
        }
    }
}

#[test]
fn main_suggestions_are_those_whose_own_text_names_the_goal() {
    let content = dutch();
    let choice = Choice::single(Goal::YoungTalent, TargetGroup::Primary, TimeLevel::Low);
    let answer = derive(&content, &choice);
    let main: Vec<&str> = answer.strong.iter().filter(|fit| fit.is_main()).map(|fit| &*fit.item.id).collect();
    assert_eq!(main, ["AC-L8"], "the others stand in a chapter that names the goal");
}

#[test]
fn a_school_sees_what_it_can_ask_with_the_goals_it_serves() {
    let content = dutch();
    let own = OneOrMore::one(TargetGroup::Primary);
    let (strong, weak) = asks_of_a_company(&content, &own, TimeLevel::Low);
    let lesson = strong.iter().find(|fit| &*fit.item.id == "AC-L1").unwrap();
    let goals = lesson.goals().unwrap();
    assert_eq!(goals.as_slice(), [Goal::YoungTalent, Goal::EducationQuality, Goal::Visibility]);
    let all: BTreeSet<String> = Goal::ALL
        .iter()
        .flat_map(|&goal| {
            let answer = derive(&content, &Choice::single(goal, TargetGroup::Primary, TimeLevel::Low));
            ids(&answer.strong).into_iter().chain(ids(&answer.weak)).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(&ids(&strong) | &ids(&weak), all);
    assert!(content.notes.iter().any(|note| &*note.id == "SN-4"), "labelled as our reading");
}
