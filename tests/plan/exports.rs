//! A plan as text and as calendar.

use proptest::prelude::*;
use samenscan::content::Content;
use samenscan::export::{ics, plan_text};
use samenscan::plan::{Action, Plan, PlanId};
use time::UtcDateTime;

use super::{day, dutch, dutch_content, frozen, line, plans};

fn stamp() -> UtcDateTime {
    UtcDateTime::from_unix_timestamp(1_795_339_800).expect("22 November 2026, 9:30")
}

fn full() -> Plan {
    samenscan::export::plan_json::decode(&frozen("1-full.json").1).unwrap()
}

#[test]
fn the_text_says_what_when_who_and_how() {
    let text = plan_text::plan(&full(), &dutch_content(), &dutch());
    assert_eq!(
        text,
        "\
Samenwerken met het mbo
Begonnen op 22 november 2026.
Doel: Jong talent ontdekken en Innovatie een boost geven. Doelgroep: middelbaar beroepsonderwijs (mbo). Tijd: Meer tijd en menskracht.

Wat we gaan doen
1. Praktijkopdrachten of stages
   Wanneer: 7 december 2026
   Wie: de teamleider
   Als het overleg van maandag begint, dan: Vraag collega's welke vraag een student voor hen kan uitzoeken.
   Bron: FME, hoofdstuk 3
2. Bel de school; vraag naar het café, ruimte <b>12</b> =1+1 (klaar)
   Wanneer: nog geen datum
   Wie: nog niemand
   Eerste stap: Zoek het nummer op.
3. Vraag de leiding om de samenwerking in het jaarplan te zetten.
   Wanneer: 11 januari 2027
   Wie: nog niemand
   Bron: GKC, hoofdstuk 4

Wanneer we terugkijken
- 22 februari 2027
   Wat ging goed?
   Wat doen we anders?
- 22 november 2027

De zes stappen
1. Begin met een helder plan (klaar)
   We willen drie stagiairs per jaar.
2. Zoek contact met het onderwijs
3. Werk samen, niet alleen
4. Maak duidelijke afspraken
5. Gebruik wat er al is
6. Maak het leuk en leerzaam
"
    );
}

#[test]
fn the_day_is_the_cue_if_there_is_no_other() {
    let content = dutch_content();
    let mut action = Action { first_step: line("Bel de school."), ..Action::default() };
    let check = |action: &Action, expect: Option<&str>| {
        assert_eq!(plan_text::if_then(action, &content).as_deref(), expect);
    };
    check(&action, Some("Eerste stap: Bel de school."));
    action.when = Some(day("2026-12-07"));
    check(&action, Some("Als het 7 december 2026 is, dan: Bel de school."));
    action.cue = line("de koffie klaar is");
    check(&action, Some("Als de koffie klaar is, dan: Bel de school."));
    action.first_step = line(" ");
    check(&action, None);
}

#[test]
fn a_calendar_has_the_days_of_the_plan() {
    let content = dutch_content();
    let calendar = ics::plan(&full(), &content, stamp()).unwrap();
    let (path, frozen) = frozen("1-full.ics");
    assert_eq!(calendar, frozen, "{}", path.display());
    let nothing = Plan::new(PlanId::new(1), day("2026-11-22"));
    assert_eq!(ics::plan(&nothing, &content, stamp()), None, "a calendar without days is not made");
}

fn well_formed(calendar: &str) -> bool {
    let lines: Vec<&str> = calendar.split("\r\n").collect();
    let unfolded = calendar.replace("\r\n ", "");
    let known = |line: &str| {
        [
            "BEGIN:",
            "END:",
            "VERSION:",
            "PRODID:",
            "CALSCALE:",
            "METHOD:",
            "X-WR-CALNAME:",
            "UID:",
            "DTSTAMP:",
            "DTSTART;VALUE=DATE:",
            "DTEND;VALUE=DATE:",
            "SUMMARY:",
            "DESCRIPTION:",
            "TRANSP:",
        ]
        .iter()
        .any(|start| line.starts_with(start))
    };
    calendar.ends_with("END:VCALENDAR\r\n")
        && lines.iter().all(|line| line.len() <= 75 && !line.contains(['\r', '\n']))
        && unfolded.split_terminator("\r\n").all(known)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_plan_makes_a_calendar_and_a_text(plan in plans()) {
        thread_local! { static CONTENT: (Content, samenscan::content::stepper::StepperContent) = (dutch_content(), dutch()); }
        CONTENT.with(|(content, stepper)| {
            let dated = plan.actions.iter().filter(|(_, action)| action.when.is_some()).count() + plan.reviews.len();
            let calendar = ics::plan(&plan, content, stamp());
            prop_assert_eq!(calendar.is_some(), dated > 0);
            if let Some(calendar) = calendar {
                prop_assert!(well_formed(&calendar), "{calendar}");
                let unfolded = calendar.replace("\r\n ", "");
                prop_assert_eq!(unfolded.matches("\r\nBEGIN:VEVENT\r\n").count(), dated);
            }
            prop_assert!(!plan_text::plan(&plan, content, stepper).is_empty());
            Ok(())
        })?;
    }
}
