//! The ways out of the 39 combinations that the source does not fill.

use proptest::prelude::*;
use samenscan::content::stepper::WayRule;
use samenscan::plan::{Choice, Class, Gap, Goal, OneOrMore, TargetGroup, TimeLevel, derive};

use super::{choices, dutch};

/// Goal, group, time, the rules named for it and the groups of RS4, from the decision table with its last column.
const TABLE: &str = include_str!("../data/ways.csv");

const RULES: [WayRule; 6] = [
    WayRule::MoreTime,
    WayRule::ExtraEffect,
    WayRule::ShareLoad,
    WayRule::OtherGroup,
    WayRule::StartSmall,
    WayRule::NothingNamed,
];

struct Row {
    choice: Choice,
    rules: Vec<WayRule>,
    groups: Vec<TargetGroup>,
}

fn rows() -> Vec<Row> {
    let row = |line: &str| {
        let [goal, school, time, rules, groups] = line.split(',').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let goal = Goal::ALL[goal.parse::<usize>().unwrap() - 1];
        let time = TimeLevel::ALL[["L", "M", "H"].iter().position(|&letter| letter == time).unwrap()];
        let group = |name: &str| TargetGroup::from_name(name).unwrap();
        let rule = |name: &str| RULES[name.strip_prefix("RS").unwrap().parse::<usize>().unwrap() - 1];
        Row {
            choice: Choice::single(goal, group(school), time),
            rules: rules.split_whitespace().map(rule).collect(),
            groups: groups.split_whitespace().map(group).collect(),
        }
    };
    TABLE.lines().skip(1).map(row).collect()
}

fn offered(gap: &Gap) -> Vec<WayRule> {
    let mut rules: Vec<WayRule> = gap.ways.iter().map(|way| way.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

#[test]
fn the_39_combinations_have_the_ways_out_of_the_table() {
    let content = dutch();
    let rows = rows();
    assert_eq!(rows.len(), 39);
    for Row { choice, rules, groups } in &rows {
        let answer = derive(&content, choice);
        let [gap] = answer.gaps.as_slice() else { panic!("one gap for {choice:?}") };
        let mut expected = rules.clone();
        // For primary school these two goals have nothing strong at any level. The table only names more time, which
        // does not help; another group does.
        let hopeless = choice.groups.contains(TargetGroup::Primary)
            && choice.time == TimeLevel::Middle
            && (choice.goals.contains(Goal::AlignedAmbitions)
                || choice.goals.contains(Goal::LearningCulture));
        if hopeless {
            expected.push(WayRule::OtherGroup);
        }
        expected.sort_unstable();
        assert_eq!(offered(gap), expected, "{choice:?}");
        let named: Vec<TargetGroup> = gap
            .ways
            .iter()
            .filter(|way| way.rule == WayRule::OtherGroup)
            .map(|way| way.leads_to.as_ref().unwrap().choice.groups.as_slice()[0])
            .collect();
        if !groups.is_empty() {
            assert_eq!(&named, groups, "{choice:?}");
        }
    }
    let filled = Goal::ALL.iter().flat_map(|&goal| {
        TargetGroup::ALL
            .iter()
            .flat_map(move |&group| TimeLevel::ALL.iter().map(move |&time| Choice::single(goal, group, time)))
    });
    let with_gaps = filled.filter(|choice| !derive(&content, choice).gaps.is_empty()).count();
    assert_eq!(with_gaps, 39);
}

#[test]
fn the_plain_statement_comes_first_and_every_token_is_filled() {
    let content = dutch();
    for row in rows() {
        let answer = derive(&content, &row.choice);
        let gap = &answer.gaps[0];
        let first = gap.ways.first().unwrap();
        assert!(
            matches!(first.rule, WayRule::NothingNamed | WayRule::ExtraEffect) && first.leads_to.is_none()
        );
        for way in &gap.ways {
            let button = way.leads_to.as_ref().map_or("", |lead| &lead.button);
            assert!(!way.text.contains(['{', '}']) && !button.contains(['{', '}']), "{way:?}");
            assert!(!way.sources.is_empty() || way.rule == WayRule::NothingNamed);
        }
    }
}

#[test]
fn a_way_out_says_where_it_leads() {
    let content = dutch();
    let choice = Choice::single(Goal::Innovation, TargetGroup::Primary, TimeLevel::Low);
    let answer = derive(&content, &choice);
    let [gap] = answer.gaps.as_slice() else { panic!("one gap") };
    let leads: Vec<String> = gap
        .ways
        .iter()
        .filter_map(|way| way.leads_to.as_ref())
        .map(|lead| format!("{} -> {}", lead.button, lead.outcome.as_str()))
        .collect();
    assert_eq!(
        leads,
        [
            "Kies 'Veel tijd en menskracht' -> weak",
            "Kies hoger beroepsonderwijs (hbo) -> none",
            "Kies middelbaar beroepsonderwijs (mbo) -> none",
            "Begin klein met 'Gastles of workshop geven' -> listed",
        ],
        "a way that does not help says so"
    );
    let small = gap.ways.last().unwrap().leads_to.as_ref().unwrap();
    assert_eq!(small.choice.goals.as_slice(), [Goal::Innovation, Goal::Visibility], "the goal stays in view");
}

#[test]
fn a_group_stays_if_another_goal_serves_it() {
    let content = dutch();
    let goals = OneOrMore::from_values([Goal::Innovation, Goal::Visibility]).unwrap();
    let choice = Choice { goals, groups: OneOrMore::one(TargetGroup::Primary), time: TimeLevel::Low };
    let answer = derive(&content, &choice);
    let other = answer.gaps[0].ways.iter().find(|way| way.rule == WayRule::OtherGroup).unwrap();
    let groups = &other.leads_to.as_ref().unwrap().choice.groups;
    assert_eq!(groups.as_slice(), [TargetGroup::Primary, TargetGroup::HigherProfessional]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_way_out_changes_the_choice_keeps_the_rest_and_tells_the_truth(choice in choices()) {
        let content = dutch();
        let answer = derive(&content, &choice);
        for gap in &answer.gaps {
            for way in &gap.ways {
                let Some(lead) = &way.leads_to else { continue };
                let new = &lead.choice;
                prop_assert_ne!(new, &choice);
                let parts = [new.goals != choice.goals, new.groups != choice.groups, new.time != choice.time];
                prop_assert_eq!(parts.iter().filter(|&&changed| changed).count(), 1, "one part changes");
                prop_assert!(choice.goals.iter().all(|goal| new.goals.contains(goal)), "no goal is lost");
                prop_assert!(new.time >= choice.time);
                let there = derive(&content, new);
                prop_assert!(there.cells.iter().any(|cell| cell.class == lead.outcome));
            }
            // The same change is not offered twice by one rule.
            let mut seen = Vec::new();
            for way in &gap.ways {
                let what = (way.rule, way.leads_to.as_ref().map(|lead| &lead.choice));
                prop_assert!(!seen.contains(&what));
                seen.push(what);
            }
            prop_assert!(gap.class != Class::Listed);
        }
    }
}
