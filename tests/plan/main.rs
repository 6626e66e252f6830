//! From goal to plan: the derivation against the table of 84 combinations, the ways out, funding, plans and exports.

mod decision_table;
mod exports;
mod funding;
mod independent;
mod plans;
mod unions;
mod ways;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proptest::prelude::*;
use samenscan::content::Content;
use samenscan::content::authoring::{Authored, Problem, read_files};
use samenscan::content::stepper::StepperContent;
use samenscan::date::Day;
use samenscan::plan::{
    Action, Choice, Goal, Line, Note, OneOrMore, Origin, Plan, PlanId, Review, StepProgress, TargetGroup,
    TimeLevel,
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The compiled content in every language, as JSON: contents cannot be shared between the threads of the tests.
fn json() -> &'static [(String, String)] {
    static JSON: OnceLock<Vec<(String, String)>> = OnceLock::new();
    JSON.get_or_init(|| {
        let told = |problems: Vec<Problem>| -> String {
            problems.iter().map(|problem| format!("{problem}\n")).collect()
        };
        let files = read_files(&root().join("content")).map_err(told).unwrap();
        let authored = Authored::parse(files).map_err(told).unwrap();
        let contents = authored.compile().map_err(told).unwrap();
        let steppers = authored.compile_stepper().map_err(told).unwrap();
        let write = |(content, stepper)| {
            (serde_json::to_string(&content).unwrap(), serde_json::to_string(&stepper).unwrap())
        };
        contents.into_iter().zip(steppers).map(write).collect()
    })
}

/// The stepper in Dutch.
fn dutch() -> StepperContent {
    StepperContent::read(&json()[0].1).expect("what was written is read")
}

/// Everything else in Dutch.
fn dutch_content() -> Content {
    Content::read(&json()[0].0).expect("what was written is read")
}

fn day(text: &str) -> Day {
    Day::read(text).expect("a day")
}

fn line(text: &str) -> Line {
    Line::new(text).expect("a line that fits")
}

fn note(text: &str) -> Note {
    Note::new(text).expect("a note that fits")
}

fn frozen(name: &str) -> (PathBuf, String) {
    let path = root().join("tests/frozen/plan").join(name);
    let text = std::fs::read_to_string(&path).expect("a frozen file");
    (path, text)
}

/// Any choice there is.
fn choices() -> impl Strategy<Value = Choice> {
    let some = |all: &'static [Goal]| proptest::sample::subsequence(all, 1..=all.len());
    let groups = proptest::sample::subsequence(TargetGroup::ALL, 1..=TargetGroup::ALL.len());
    let time = proptest::sample::select(TimeLevel::ALL);
    (some(Goal::ALL), groups, time).prop_map(|(goals, groups, time)| Choice {
        goals: OneOrMore::from_values(goals).unwrap(),
        groups: OneOrMore::from_values(groups).unwrap(),
        time,
    })
}

/// Any text, also of characters that are rare or harmful.
fn texts(most: usize) -> impl Strategy<Value = String> {
    let any = proptest::collection::vec(any::<char>(), 0..=most).prop_map(|all| all.into_iter().collect());
    prop_oneof![any, "[a-z<>=;,\\\\\" \r\n]{0,60}"]
}

fn lines() -> impl Strategy<Value = Line> {
    texts(Line::MAX).prop_map(|text| line(&text))
}

fn notes() -> impl Strategy<Value = Note> {
    texts(300).prop_map(|text| note(&text))
}

fn days() -> impl Strategy<Value = Day> {
    (0i64..73_000).prop_map(|days| day("2000-01-01").plus_days(days))
}

fn actions() -> impl Strategy<Value = Action> {
    let id = "[A-Za-z0-9-]{1,24}";
    let origins = prop_oneof![
        Just(Origin::Own),
        (id, lines()).prop_map(|(id, source)| Origin::Item { id: id.parse().unwrap(), source }),
        (id, lines()).prop_map(|(id, source)| Origin::Advice { id: id.parse().unwrap(), source }),
    ];
    (lines(), proptest::option::of(days()), lines(), lines(), lines(), any::<bool>(), origins).prop_map(
        |(what, when, who, cue, first_step, done, origin)| Action {
            what,
            when,
            who,
            cue,
            first_step,
            done,
            origin,
        },
    )
}

/// Any plan, also one from which entries were removed.
fn plans() -> impl Strategy<Value = Plan> {
    let reviews = proptest::collection::vec((days(), notes()), 0..4);
    let steps = proptest::collection::vec((any::<bool>(), notes()), 6);
    let actions = proptest::collection::vec((actions(), any::<bool>()), 0..6);
    (any::<u64>(), lines(), days(), proptest::option::of(choices()), actions, reviews, steps).prop_map(
        |(id, title, created_on, choice, actions, reviews, steps)| {
            let mut plan = Plan { title, choice, ..Plan::new(PlanId::new(id), created_on) };
            for (action, keep) in actions {
                let number = plan.actions.add(action).unwrap();
                if !keep {
                    plan.actions.remove(number);
                }
            }
            for (on, note) in reviews {
                plan.reviews.add(Review { on, note }).unwrap();
            }
            let all: Vec<_> = plan.steps.iter().map(|(step, _)| step).collect();
            for (step, (done, note)) in all.into_iter().zip(steps) {
                plan.steps.set(step, StepProgress { done, note });
            }
            plan
        },
    )
}
