//! What several tests need: the frozen statement orders, and scans of every shape.

#![allow(dead_code, reason = "every test is a crate of its own and uses only a part")]

mod random;

use std::sync::OnceLock;

use proptest::prelude::*;
use samenscan::link::{LabelIn, Link, write_both, write_invitation, write_plan, write_result};
use samenscan::scan::{
    Answer, Answers, AskedStatement, Label, Level, Role, Scan, Sector, StatementId, StatementOrder,
    StatementOrders, Variant,
};
use time::Date;

#[allow(unused_imports, reason = "every test is a crate of its own and uses only a part")]
pub use random::{Random, date, plan, without_texts};

/// The orders of all frozen content versions.
pub fn orders() -> &'static StatementOrders {
    static ORDERS: OnceLock<StatementOrders> = OnceLock::new();
    ORDERS.get_or_init(|| {
        let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/content/frozen");
        let files = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
        files.map(|path| order(&std::fs::read_to_string(path).unwrap())).collect()
    })
}

/// The order of content version 1.
pub fn version_one() -> &'static StatementOrder {
    orders().get(1).unwrap()
}

fn order(file: &str) -> StatementOrder {
    #[derive(serde::Deserialize)]
    struct Frozen {
        version: u16,
        statement: Vec<Statement>,
    }
    #[derive(serde::Deserialize)]
    struct Statement {
        id: StatementId,
        wording: u8,
        level: Level,
        quick: bool,
    }
    let frozen: Frozen = toml::from_str(file).unwrap();
    let asked = |Statement { id, wording, level, quick }| AskedStatement { id, wording, level, quick };
    StatementOrder::new(frozen.version, frozen.statement.into_iter().map(asked).collect()).unwrap()
}

/// The characters of [`answers`], in the order of [`Answer::ALL`].
const ANSWERS: &str = "12345?-";

/// Answers in the order of content version 1: `1` to `5`, `?` don't know, `-` does not apply, `.` none.
pub fn answers(variant: Variant, text: &str) -> Answers {
    let order = version_one();
    let asked: Vec<_> = order.asked_in(variant).collect();
    assert_eq!(asked.len(), text.len(), "{text}");
    let answer = |character| ANSWERS.find(character).map(|place| Answer::ALL[place]);
    asked.iter().zip(text.chars()).filter_map(|(one, character)| Some((one.id, answer(character)?))).collect()
}

/// A scan of content version 1.
pub fn scan(role: Role, sector: Sector, variant: Variant, changed_on: Date, text: &str) -> Scan {
    Scan {
        role,
        sector,
        variant,
        label: Label::default(),
        content_version: 1,
        started_on: changed_on,
        changed_on,
        answers: answers(variant, text),
    }
}

/// A full scan of a school for mbo.
pub fn school(text: &str) -> Scan {
    scan(Role::School, Sector::Vocational, Variant::Full, date(2026, 11, 22), text)
}

/// A full scan of a company that works with mbo.
pub fn company(text: &str) -> Scan {
    scan(Role::Company, Sector::Vocational, Variant::Full, date(2026, 11, 22), text)
}

/// Any answer or none.
pub fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    proptest::option::weighted(0.85, proptest::sample::select(&Answer::ALL[..]))
}

/// Any scan of content version 1 without a label, on any day that a link can carry.
pub fn any_scan() -> impl Strategy<Value = Scan> {
    let role = proptest::sample::select(Role::ALL);
    let sector = proptest::sample::select(Sector::ALL);
    let variant = proptest::sample::select(Variant::ALL);
    let given = proptest::collection::vec(any_answer(), 28);
    (role, sector, variant, 0..40_226, given).prop_map(|(role, sector, variant, day, given)| {
        let order = version_one();
        let changed_on = Date::from_julian_day(date(2026, 1, 1).to_julian_day() + day).unwrap();
        let asked = order.asked_in(variant).zip(given);
        Scan {
            role,
            sector,
            variant,
            label: Label::default(),
            content_version: 1,
            started_on: changed_on,
            changed_on,
            answers: asked.filter_map(|(one, answer)| Some((one.id, answer?))).collect(),
        }
    })
}

/// Any label: letters, anything, or nothing.
pub fn any_label() -> impl Strategy<Value = Label> {
    let text = prop_oneof!["", "[A-Za-z ,.-]{1,80}", "'{0,3}[=+@-].{0,9}", "\\PC{1,80}"];
    text.prop_map(|text| Label::new(&text).unwrap())
}

/// What a Python program of this repository writes for an input. Python stands for an independent computation.
pub fn python(program: &str, input: &str) -> String {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut command = Command::new("python3");
    command.current_dir(env!("CARGO_MANIFEST_DIR")).arg(program).env("PYTHONUTF8", "1");
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = started.expect("this test compares with Python: install python3 and put it on the PATH");
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writing = std::thread::spawn(move || stdin.write_all(input.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    assert!(output.status.success(), "{program} failed");
    String::from_utf8(output.stdout).unwrap()
}

/// The text of a link, with everything in it.
pub fn write(link: &Link) -> String {
    let written = match link {
        Link::Result(scan) => write_result(scan, LabelIn::Included, orders()),
        Link::Invitation(scan) => write_invitation(scan, orders()),
        Link::Both(pair) => write_both(pair, orders()),
        Link::Plan(plan, texts) => write_plan(plan, *texts),
    };
    written.expect("what was read can be written").as_str().to_owned()
}
