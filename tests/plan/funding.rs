//! Funding against the day it is, and what else stands around an answer.

use std::collections::BTreeMap;

use samenscan::content::stepper::NoteKind;
use samenscan::plan::{
    Choice, FundingState, Goal, TargetGroup, TimeLevel, contacts, expectations, funding, funding_state,
    notes, notes_beside,
};

use super::{day, dutch};

fn states(today: &str) -> BTreeMap<String, FundingState> {
    let content = dutch();
    let today = day(today).date();
    content.funding.iter().map(|scheme| (scheme.id.to_string(), funding_state(scheme, today))).collect()
}

#[test]
fn schemes_are_shown_against_today() {
    let undated = FundingState::CheckWhetherItRuns { old_edition: None };
    let old = FundingState::CheckWhetherItRuns { old_edition: Some(2025) };
    let until = day("2025-07-31");
    for (today, first, fourth) in [
        ("2025-06-01", FundingState::Current { until }, undated),
        ("2025-07-31", FundingState::Current { until }, undated),
        ("2025-08-01", FundingState::ExpiredSince { last_day: until }, undated),
        ("2026-11-22", FundingState::ExpiredSince { last_day: until }, old),
        ("2030-01-01", FundingState::ExpiredSince { last_day: until }, old),
    ] {
        let states = states(today);
        assert_eq!(states.len(), 10);
        assert_eq!(states["FU-01"], first, "{today}");
        assert_eq!(states["FU-04"], fourth, "{today}");
        let others = states.iter().filter(|(id, _)| !["FU-01", "FU-04"].contains(&id.as_str()));
        assert!(
            others.map(|(_, state)| *state).all(|state| state == undated),
            "no date: check whether it runs"
        );
    }
}

#[test]
fn a_choice_gets_its_own_schemes_the_expired_last() {
    let content = dutch();
    let ids = |goal, group, time| -> Vec<String> {
        let choice = Choice::single(goal, group, time);
        let schemes = funding(&content, &choice, day("2026-11-22").date());
        schemes.iter().map(|(scheme, _)| scheme.id.to_string()).collect()
    };
    assert_eq!(ids(Goal::Visibility, TargetGroup::Primary, TimeLevel::Low), ["FU-02", "FU-01"]);
    assert_eq!(ids(Goal::LearningCulture, TargetGroup::Vocational, TimeLevel::Low), ["FU-07", "FU-08"]);
    assert_eq!(
        ids(Goal::EducationQuality, TargetGroup::Vocational, TimeLevel::High),
        ["FU-03", "FU-04", "FU-05", "FU-06", "FU-09", "FU-10"]
    );
}

#[test]
fn the_contact_for_a_group_is_a_function_at_the_school() {
    let content = dutch();
    let first = |group| contacts(&content, group).first().map(|route| route.name.to_string()).unwrap();
    assert_eq!(first(TargetGroup::Primary), "Techniekcoördinator of techniekdocent");
    assert_eq!(first(TargetGroup::Secondary), "Techniekcoördinator of techniekdocent");
    assert_eq!(first(TargetGroup::Vocational), "Teamleider sector techniek");
    assert_eq!(first(TargetGroup::HigherProfessional), "Teamleider sector techniek");
}

#[test]
fn notes_belong_to_choices_and_items() {
    let content = dutch();
    let ids = |choice: &Choice, kind| -> Vec<String> {
        notes(&content, choice, kind).map(|note| note.id.to_string()).collect()
    };
    let quality = Choice::single(Goal::EducationQuality, TargetGroup::Vocational, TimeLevel::Middle);
    let talent = Choice::single(Goal::YoungTalent, TargetGroup::Primary, TimeLevel::Low);
    assert!(
        expectations(&content, &quality).any(|note| &*note.id == "XP-1"),
        "no immediate change of curriculum"
    );
    assert!(!expectations(&content, &talent).any(|note| &*note.id == "XP-1"));
    assert_eq!(ids(&quality, NoteKind::Calendar), ["MD-3-FEB", "MD-3-OCT", "MD-3-GIRLS"]);
    assert_eq!(ids(&talent, NoteKind::Calendar), ["MD-3-OCT", "MD-3-GIRLS"]);
    assert_eq!(ids(&talent, NoteKind::TimeSaver), ["TS-1", "TS-2", "TS-3"]);
    let beside = |id: &str| -> Vec<String> {
        notes_beside(&content, content.item(id).unwrap()).map(|note| note.id.to_string()).collect()
    };
    assert_eq!(beside("AC-L4"), ["MD-1", "MD-3-OCT"]);
    assert_eq!(beside("AC-M1"), ["MD-3-FEB"]);
    assert_eq!(beside("AC-L7"), [] as [&str; 0]);
    let helping: Vec<_> = content.helping_with("AC-L1").map(|item| item.id.to_string()).collect();
    assert_eq!(helping, ["PR-L0", "PR-L4"]);
}
