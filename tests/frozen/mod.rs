//! Examples of every format as it once went out, and what each of them means. They never change.

#![allow(dead_code, reason = "every test is a crate of its own and uses only a part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use samenscan::date::Day;
use samenscan::plan::{Action, Goal, Line, Note, Origin, Plan, PlanId, Review, TargetGroup, TimeLevel};
use samenscan::record::{Library, Partner, Preferences, ScanId, Seen, Store, Wish};
use samenscan::scan::{Answer, Label, Role, Scan, Sector, Variant};

use crate::real::{answer, day, id, nasty_label};

/// Examples by the name of their file.
pub type Examples<T> = Vec<(&'static str, T)>;

fn folder(format: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen").join(format)
}

/// Checks the text of every example; none may be left out.
pub fn each<T>(format: &str, examples: &Examples<T>, check: impl Fn(&str, &T)) {
    let mut there: Vec<String> = fs::read_dir(folder(format))
        .expect("the frozen examples")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    there.sort();
    let mut named: Vec<&str> = examples.iter().map(|(name, _)| *name).collect();
    named.sort_unstable();
    assert_eq!(there, named, "every frozen example has a meaning here");
    for (name, meaning) in examples {
        check(&fs::read_to_string(folder(format).join(name)).expect("the example"), meaning);
    }
}

/// Writes the examples that are not there yet, and no other.
pub fn write<T>(format: &str, examples: &Examples<T>, encode: impl Fn(&T) -> String) {
    fs::create_dir_all(folder(format)).expect("a folder");
    for (name, meaning) in examples {
        let path = folder(format).join(name);
        if !path.exists() {
            fs::write(path, encode(meaning)).expect("the example");
        }
    }
}

/// A scan of content version 1: `S1=4 S5=?`, in which `?` is don't know and `-` does not apply.
fn scan(role: Role, variant: Variant, label: Label, given: &str) -> Scan {
    let answer = |pair: &str| -> Option<_> {
        let (statement, given) = pair.split_once('=')?;
        let given: Answer = answer(given.chars().next()?)?;
        Some((id(statement), given))
    };
    Scan {
        role,
        sector: if role == Role::School { Sector::Secondary } else { Sector::Vocational },
        variant,
        label,
        content_version: 1,
        started_on: day("2026-11-20"),
        changed_on: day("2026-11-22"),
        answers: given.split(' ').filter_map(answer).collect(),
    }
}

fn quick() -> Scan {
    let label = Label::new("Bakkerij Jansen").expect("a label");
    let given = "S1=4 S5=? S7=- T1=1 T3=2 T4=3 O1=4 O3=5 I1=1";
    scan(Role::Company, Variant::Quick, label, given)
}

fn full() -> Scan {
    let given = "S1=4 S2=4 S3=4 S4=5 S5=4 S6=5 S7=4 T1=2 T2=2 T3=1 T4=2 T5=3 T6=2 T7=3 O1=3 O2=3 O3=3 \
                 O4=4 O5=3 O6=4 O7=3 I1=5 I2=? I3=4 I4=- I6=3 I7=3";
    scan(Role::School, Variant::Full, Label::default(), given)
}

fn nasty() -> Scan {
    Scan {
        sector: Sector::Primary,
        started_on: day("0001-01-01"),
        changed_on: day("9999-12-31"),
        ..scan(Role::School, Variant::Quick, nasty_label(), "I7=1")
    }
}

fn empty() -> Scan {
    Scan { sector: Sector::HigherProfessional, ..scan(Role::Company, Variant::Full, Label::default(), "") }
}

fn plan() -> Plan {
    let on = |text| Day::read(text).expect("a day");
    let line = |text| Line::new(text).expect("a line");
    let mut plan = Plan { title: line("Samen met <Jansen>"), ..Plan::new(PlanId::new(7), on("2026-11-20")) };
    let origin = Origin::Advice { id: "S1-a".parse().expect("an id"), source: line("GKC, hoofdstuk 4") };
    let action = Action {
        what: line("Bel de school"),
        when: Some(on("2026-12-01")),
        who: line("Het \"team\""),
        cue: line("Na de vergadering"),
        first_step: line("Zoek het nummer"),
        done: false,
        origin,
    };
    let number = plan.actions.add(action.clone()).expect("room");
    plan.actions.add(Action { done: true, when: None, origin: Origin::Own, ..action }).expect("room");
    plan.actions.move_down(number);
    let note = Note::new("Eén regel\nen nog een").expect("a note");
    plan.reviews.add(Review { on: on("2027-02-01"), note }).expect("room");
    plan
}

/// Stores with their revision.
pub fn stores() -> Examples<(u64, Store)> {
    let library = |next_id: u32, scans: Vec<(u32, Scan)>| {
        let scans = scans.into_iter().map(|(id, scan)| (ScanId::new(id), scan)).collect();
        Library::restore(ScanId::new(next_id), scans).expect("a library")
    };
    let preferences = Preferences { role: Some(Role::Company), sector: Some(Sector::Vocational) };
    let chosen = Store { preferences, ..Store::default() };
    let wish = Wish {
        goals: vec![Goal::YoungTalent, Goal::Innovation],
        groups: vec![TargetGroup::ALL[0]],
        time: Some(TimeLevel::Low),
    };
    let plans = Library::restore(ScanId::new(6), vec![(ScanId::new(5), plan())]).expect("a library");
    let mut with_partner = Store { library: library(3, vec![(1, quick()), (2, full())]), ..chosen.clone() };
    with_partner.partners.set(ScanId::new(1), Rc::new(Partner { scan: full(), seen: Seen::Here }));
    with_partner.partners.set(ScanId::new(2), Rc::new(Partner { scan: quick(), seen: Seen::NotYet }));
    let mut seen_there_too = Store { library: library(2, vec![(1, quick())]), ..chosen.clone() };
    seen_there_too.partners.set(ScanId::new(1), Rc::new(Partner { scan: full(), seen: Seen::ThereToo }));
    let mut foreign = library(3, vec![(2, full()), (1, quick())]);
    foreign.own(ScanId::new(2), false);
    let several = library(12, vec![(4, full()), (11, empty()), (2, nasty()), (3, quick())]);
    vec![
        ("1-empty.txt", (1, Store::default())),
        ("1-chosen.txt", (2, chosen.clone())),
        ("1-one.txt", (3, Store { library: library(2, vec![(1, quick())]), ..chosen.clone() })),
        ("1-partner.txt", (4, with_partner)),
        ("1-seen-there-too.txt", (6, seen_there_too)),
        ("1-foreign.txt", (5, Store { library: foreign, ..chosen.clone() })),
        ("1-several.txt", (1_234_567_890_123, Store { library: several, plans, wish, ..chosen })),
    ]
}

/// Results as files.
pub fn results() -> Examples<Scan> {
    vec![
        ("1-quick-company.json", quick()),
        ("1-full-school.json", full()),
        ("1-nasty-label.json", nasty()),
        ("1-empty.json", empty()),
    ]
}

/// Results as plain CSV.
pub fn tables() -> Examples<Scan> {
    vec![("1-quick-company.csv", quick()), ("1-nasty-label.csv", nasty())]
}
