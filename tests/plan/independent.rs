//! What others make of our files: Python's `icalendar` reads the calendar, `jsonschema` checks the JSON.
//!
//! Needs Python 3 and its package index. Where they are missing, this is skipped with a message; with `CI` set it
//! fails.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use samenscan::export::{ics, plan_json};
use samenscan::plan::{Action, Plan, PlanId, Review};
use time::UtcDateTime;

use super::{day, dutch_content, frozen, line, note, root};

const PACKAGES: [&str; 2] = ["icalendar==6.3.1", "jsonschema==4.25.1"];

/// The folder with the packages, installed once.
fn packages() -> Result<PathBuf, String> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python");
    let done = target.join("installed.txt");
    let wanted = PACKAGES.join("\n");
    if std::fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(target);
    }
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade", "--target"];
    let output = Command::new("python3").args(pip).arg(&target).args(PACKAGES).output();
    let output = output.map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    std::fs::write(done, wanted).map_err(|error| error.to_string())?;
    Ok(target)
}

/// Runs a script of this folder with two files, if there is a Python.
fn python(script: &str, first: &Path, second: &Path) -> Option<Output> {
    static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let guard = ONE_AT_A_TIME.lock();
    match packages() {
        Ok(packages) => {
            drop(guard);
            let mut command = Command::new("python3");
            command.arg(root().join("tests/plan").join(script)).args([first, second]);
            Some(command.env("PYTHONPATH", packages).env("PYTHONUTF8", "1").output().expect("Python runs"))
        }
        Err(reason) => {
            assert!(std::env::var_os("CI").is_none(), "no Python packages: {reason}");
            eprintln!("skipped, because there are no Python packages: {reason}");
            None
        }
    }
}

fn temporary(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("a place to write");
    path
}

/// Dutch letters, long lines, markup, formulas, and everything that must be escaped.
fn difficult() -> Plan {
    let mut plan = Plan::new(PlanId::new(0xfeed), day("2026-11-22"));
    plan.title = line("Één plan, naïef; met \\ en \"aanhalingstekens\"");
    let long =
        "Coördineer geïnteresseerde leerlingen, één voor één; ruïnes zijn überhaupt café's € 😀. ".repeat(2);
    for (what, when) in [
        (long.trim(), "2026-12-07"),
        ("<script>alert(1)</script> & <b>vet</b>", "2026-12-31"),
        ("=HYPERLINK(\"http://x\";\"y\")", "2028-02-29"),
        ("BEGIN:VEVENT", "2199-12-31"),
        ("@SUM(A1) +1 -1 \\ geen regeleinde", "2027-01-01"),
    ] {
        let action = Action {
            what: line(what),
            when: Some(day(when)),
            who: line("Zoë, Björn; en de rest"),
            first_step: line("Bel de school: \"hallo\"."),
            ..Action::default()
        };
        plan.actions.add(action).unwrap();
    }
    plan.actions.add(Action { what: line("zonder dag"), ..Action::default() }).unwrap();
    plan.reviews
        .add(Review { on: day("2027-02-22"), note: note("Eerste regel\n\n  derde, met ; en \\\tEND:VEVENT") })
        .unwrap();
    plan
}

#[test]
fn a_calendar_is_read_as_it_was_meant() {
    let plan = difficult();
    let content = dutch_content();
    let stamp = UtcDateTime::from_unix_timestamp(1_795_339_800).unwrap();
    let calendar = ics::plan(&plan, &content, stamp).unwrap();
    let who = "Wie: Zoë, Björn; en de rest";
    let mut expected: Vec<serde_json::Value> = plan
        .actions
        .iter()
        .filter_map(|(number, action)| {
            let on = action.when?;
            let written = samenscan::wording::date(&content, on.date());
            Some(serde_json::json!({
                "uid": format!("000000000000feed-a{}@samenscan", number.get()),
                "stamp": "2026-11-22T09:30:00+00:00",
                "start": on.write(),
                "end": on.date().next_day().unwrap().to_string(),
                "summary": action.what.as_str(),
                "description": format!(
                    "Wanneer: {written}\n{who}\nAls het {written} is, dan: Bel de school: \"hallo\"."
                ),
            }))
        })
        .collect();
    expected.push(serde_json::json!({
        "uid": "000000000000feed-r1@samenscan",
        "stamp": "2026-11-22T09:30:00+00:00",
        "start": "2027-02-22",
        "end": "2027-02-23",
        "summary": format!("Terugkijken: {}", plan.title.as_str()),
        "description": "Eerste regel\n\n  derde, met ; en \\\tEND:VEVENT",
    }));
    let expected = serde_json::json!({ "name": plan.title.as_str(), "events": expected });
    let output = python(
        "read_ics.py",
        &temporary("difficult.ics", &calendar),
        &temporary("difficult.json", &expected.to_string()),
    );
    if let Some(output) = output {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "6 events");
    }
}

#[test]
fn plans_follow_the_published_schema() {
    let schema = root().join("docs/formats/plan.schema.json");
    let (full, _) = frozen("1-full.json");
    let (empty, _) = frozen("1-empty.json");
    let own = temporary("difficult-plan.json", &plan_json::encode(&difficult()));
    for file in [full, empty, own] {
        let Some(output) = python("check_schema.py", &schema, &file) else { return };
        assert!(output.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&output.stderr));
    }
    let wrong = plan_json::encode(&difficult()).replace("\"done\": false", "\"done\": 0");
    let output = python("check_schema.py", &schema, &temporary("wrong-plan.json", &wrong));
    assert!(output.is_none_or(|output| !output.status.success()), "the schema refuses what we refuse");
}
