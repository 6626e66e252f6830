//! From goal to plan: the derivation against the table of 84 combinations, the ways out, funding, plans and exports.

mod decision_table;

use std::path::Path;
use std::sync::OnceLock;

use samenscan::content::authoring::{Authored, read_files};
use samenscan::content::stepper::StepperContent;

/// The compiled stepper in every language, as JSON: the tests run in threads and the content holds no locks.
fn json() -> &'static [String] {
    static JSON: OnceLock<Vec<String>> = OnceLock::new();
    JSON.get_or_init(|| {
        let files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("content");
        let authored = Authored::parse(files).unwrap_or_else(|problems| panic!("{}", told(&problems)));
        let compiled = authored.compile_stepper().unwrap_or_else(|problems| panic!("{}", told(&problems)));
        compiled.iter().map(|content| serde_json::to_string(content).expect("JSON")).collect()
    })
}

fn told(problems: &[samenscan::content::authoring::Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

/// The stepper in Dutch.
fn dutch() -> StepperContent {
    serde_json::from_str(&json()[0]).expect("what was written is read")
}
