//! The real content, and scans of it, for the tests of what is built on it.

#![allow(dead_code, reason = "every test is a crate of its own and uses only a part")]

use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

use proptest::prelude::*;
use samenscan::content::authoring::Authored;
use samenscan::content::stepper::StepperContent;
use samenscan::content::{Content, Statement};
use samenscan::date;
use samenscan::date::Day;
use samenscan::plan::{Action, Line, Note, Origin, Plan, PlanId, Review};
use samenscan::scan::{Answer, Answers, Label, Role, Scan, Sector, StatementId, Variant};
use time::Date;

/// The real content in one language, as a browser gets it.
pub fn content(language: &str) -> Rc<Content> {
    let content = contents().into_iter().find(|content| &*content.language.code == language);
    content.unwrap_or_else(|| panic!("no content in {language}"))
}

/// The real content in every language.
pub fn contents() -> Vec<Rc<Content>> {
    compiled().iter().map(|(content, _)| Rc::new(Content::read(content).expect("content"))).collect()
}

/// What the stepper shows in one language, as a browser gets it.
pub fn stepper(language: &str) -> Rc<StepperContent> {
    let steppers = compiled().iter().map(|(_, stepper)| StepperContent::read(stepper).expect("a stepper"));
    let stepper = steppers.into_iter().find(|stepper| &*stepper.language == language);
    Rc::new(stepper.unwrap_or_else(|| panic!("no stepper in {language}")))
}

/// As JSON: contents cannot be shared between the threads of the tests.
fn compiled() -> &'static [(String, String)] {
    static COMPILED: OnceLock<Vec<(String, String)>> = OnceLock::new();
    COMPILED.get_or_init(|| {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let authored = Authored::read(&dir).expect("content that can be read");
        let contents = authored.compile().expect("content without problems");
        let steppers = authored.compile_stepper().expect("a stepper without problems");
        let json = |(content, stepper)| {
            (serde_json::to_string(&content).expect("JSON"), serde_json::to_string(&stepper).expect("JSON"))
        };
        contents.into_iter().zip(steppers).map(json).collect()
    })
}

/// The day of a text such as `2026-11-22`.
pub fn day(text: &str) -> Date {
    date::read(text).expect("a day")
}

/// The statement of that name.
pub fn id(text: &str) -> StatementId {
    text.parse().expect("a statement id")
}

/// A scored answer.
pub fn scored(score: u8) -> Answer {
    Answer::ALL[usize::from(score) - 1]
}

/// The answer of a character: `1` to `5`, `?` don't know, `-` does not apply, `.` none.
pub fn answer(character: char) -> Option<Answer> {
    "12345?-".find(character).map(|place| Answer::ALL[place])
}

/// Answers in the order in which they are asked; spaces are there to read by.
pub fn answers(content: &Content, variant: Variant, text: &str) -> Answers {
    let given: Vec<char> = text.chars().filter(|character| *character != ' ').collect();
    let asked: Vec<&Statement> = content.statements_in(variant).collect();
    assert_eq!(asked.len(), given.len(), "one character for each statement: {text}");
    asked.iter().zip(given).filter_map(|(asked, given)| Some((asked.id, answer(given)?))).collect()
}

/// A scan for mbo of 22 November 2026.
pub fn scan(content: &Content, role: Role, variant: Variant, text: &str) -> Scan {
    Scan {
        role,
        sector: Sector::Vocational,
        variant,
        label: Label::default(),
        content_version: content.version,
        started_on: day("2026-11-20"),
        changed_on: day("2026-11-22"),
        answers: answers(content, variant, text),
    }
}

/// All seven statements of a level, for every level.
pub const FULL: &str = "4445454 2212323 3334343 5?4-.33";
/// All three statements of a level, for every level.
pub const QUICK: &str = "454 212 33? 5-3";

/// A label with everything in it that markup, spreadsheets and files could trip over, as long as can be.
pub fn nasty_label() -> Label {
    let start = "=1+1 <script>alert(\"a\")</script> & 'b'; é€ \u{1F600}, {x} ";
    let text: String = start.chars().chain(std::iter::repeat('z')).take(Label::MAX).collect();
    Label::new(&text).expect("a label that fits")
}

/// Any day that can be written down.
pub fn any_day() -> impl Strategy<Value = Date> {
    let first = day("0001-01-01").to_julian_day();
    let last = day("9999-12-31").to_julian_day();
    (first..=last).prop_map(|number| Date::from_julian_day(number).expect("a day"))
}

/// Any label: letters, anything, or nothing.
pub fn any_label() -> impl Strategy<Value = Label> {
    let text = prop_oneof!["", "[A-Za-z ,.-]{1,80}", "[=+@-][0-9A-Z\"';,]{1,40}", "\\PC{1,80}"];
    text.prop_map(|text| Label::new(&text).expect("a label that fits"))
}

/// Any scan of the real content.
pub fn any_scan(content: &Rc<Content>) -> impl Strategy<Value = Scan> + use<> {
    let content = Rc::clone(content);
    let role = prop::sample::select(Role::ALL);
    let sector = prop::sample::select(Sector::ALL);
    let variant = prop::sample::select(Variant::ALL);
    let given = prop::option::weighted(0.8, prop::sample::select(&Answer::ALL[..]));
    let given = prop::collection::vec(given, content.statements.len());
    let fields = (role, sector, variant, any_label(), any_day(), any_day(), given);
    fields.prop_map(move |(role, sector, variant, label, started_on, changed_on, given)| {
        // A quick scan may hold more answers than it asks: one that was full and came from a file.
        let given = content.statements.iter().map(|statement| statement.id).zip(given);
        Scan {
            role,
            sector,
            variant,
            label,
            content_version: content.version,
            started_on: started_on.min(changed_on),
            changed_on: changed_on.max(started_on),
            answers: given.filter_map(|(id, answer)| Some((id, answer?))).collect(),
        }
    })
}

/// A line of a plan.
pub fn line(text: &str) -> Line {
    Line::new(text).expect("a line that fits")
}

/// A plan of two actions and a moment to look back, with a title that could be taken for markup.
pub fn plan() -> Plan {
    let on = |text| Day::read(text).expect("a day");
    let mut plan =
        Plan { title: line(nasty_label().as_str()), ..Plan::new(PlanId::new(7), on("2026-11-20")) };
    let own = Action { what: line("Bel de school"), when: Some(on("2026-12-01")), ..Action::default() };
    let origin = Origin::Advice { id: "S1-a".parse().expect("an id"), source: line("GKC, hoofdstuk 4") };
    let advised =
        Action { what: line("<b>Spreek af</b>"), who: line("\"Jan\""), done: true, origin, ..own.clone() };
    for action in [own, advised] {
        plan.actions.add(action).expect("room");
    }
    let note = Note::new("Eén regel\nen <i>nog</i> een").expect("a note that fits");
    plan.reviews.add(Review { on: on("2027-02-01"), note }).expect("room");
    plan
}

/// Any plan with a few actions.
pub fn any_plan() -> impl Strategy<Value = Plan> {
    let days = (0..70_000_i64).prop_map(|days| Day::read("2000-01-01").expect("a day").plus_days(days));
    let actions = prop::collection::vec(("\\PC{0,40}", prop::option::of(days), any::<bool>()), 0..4);
    (any::<u64>(), "\\PC{0,60}", actions).prop_map(|(id, title, actions)| {
        let begun = Day::read("2026-11-20").expect("a day");
        let mut plan = Plan { title: line(&title), ..Plan::new(PlanId::new(id), begun) };
        for (what, when, done) in actions {
            plan.actions.add(Action { what: line(&what), when, done, ..Action::default() }).expect("room");
        }
        plan
    })
}
