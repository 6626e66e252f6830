//! What stands around an answer: funding against today's date, contacts, notes.

use time::Date;

use super::{Choice, TargetGroup};
use crate::content::stepper::{ContactRoute, Funding, Item, Note, NoteKind, StepperContent};
use crate::date::Day;

/// Whether a scheme still runs (content-map 2.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FundingState {
    /// The source says until when, and that day has not passed.
    Current {
        /// The last day.
        until: Day,
    },
    /// The source says until when, and that day has passed: never an option.
    ExpiredSince {
        /// The last day on which it ran.
        last_day: Day,
    },
    /// The source gives no last day: 'controleer of deze regeling nog loopt'.
    CheckWhetherItRuns {
        /// The edition the source names, if its year has passed.
        old_edition: Option<u16>,
    },
}

/// Whether a scheme still runs today.
pub fn funding_state(funding: &Funding, today: Date) -> FundingState {
    match funding.valid_until {
        Some(until) if until.date() < today => FundingState::ExpiredSince { last_day: until },
        Some(until) => FundingState::Current { until },
        None => FundingState::CheckWhetherItRuns {
            old_edition: funding.edition.filter(|&edition| i32::from(edition) < today.year()),
        },
    }
}

/// The schemes that belong to a choice: those that may run first, the expired last.
pub fn funding<'a>(
    content: &'a StepperContent,
    choice: &Choice,
    today: Date,
) -> Vec<(&'a Funding, FundingState)> {
    let mut schemes = Vec::new();
    for has_expired in [false, true] {
        for funding in &content.funding {
            let state = funding_state(funding, today);
            let is_expired = matches!(state, FundingState::ExpiredSince { .. });
            if is_expired == has_expired && funding.scope.allows(choice) {
                schemes.push((funding, state));
            }
        }
    }
    schemes
}

/// The contact routes for one target group: the function at the school first (FME ch. 5).
pub fn contacts(content: &StepperContent, group: TargetGroup) -> Vec<&ContactRoute> {
    let mut routes = Vec::new();
    for at_school in [true, false] {
        for route in &content.contacts {
            let fits = route.scope.groups.is_empty() || route.scope.groups.contains(&group);
            if fits && route.at_school == at_school {
                routes.push(route);
            }
        }
    }
    routes
}

/// The notes of one kind that belong to a choice.
pub fn notes<'a>(
    content: &'a StepperContent,
    choice: &'a Choice,
    kind: NoteKind,
) -> impl Iterator<Item = &'a Note> {
    content.notes.iter().filter(move |note| note.kind == kind && note.scope.allows(choice))
}

/// What to expect of a choice and what not, such as no immediate change of the curriculum (FME ch. 7).
pub fn expectations<'a>(content: &'a StepperContent, choice: &'a Choice) -> impl Iterator<Item = &'a Note> {
    notes(content, choice, NoteKind::Expectation)
}

/// The notes that belong beside one item: those that name it, and the hands-on hint where it applies (FME ch. 2).
pub fn notes_beside<'a>(content: &'a StepperContent, item: &'a Item) -> impl Iterator<Item = &'a Note> {
    content.notes.iter().filter(move |note| match note.kind {
        NoteKind::HandsOn => item.hands_on,
        _ => !note.scope.items.is_empty() && note.scope.allows_item(&item.id),
    })
}
