//! Prefilled actions and moments, so that a plan is made in two minutes. Everything in them can be changed.

use time::Date;

use super::document::{Action, NotASourceId, Origin, Review};
use super::text::{Line, Note, TooLong};
use crate::content::stepper::{Item, StepperContent};
use crate::date::Day;

/// Within how many days the first step is suggested. Our own convention: soon enough to be remembered.
pub const FIRST_STEP_WITHIN_DAYS: i64 = 14;
/// After how many months looking back is suggested: once while it can still be adjusted, once after a year.
pub const REVIEW_AFTER_MONTHS: [u16; 2] = [3, 12];

/// A text of the content does not fit into an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is longer than a [`Line`].
    TooLong(TooLong),
    /// Its id is not one.
    Id,
}

impl From<TooLong> for Unfit {
    fn from(problem: TooLong) -> Unfit {
        Unfit::TooLong(problem)
    }
}

impl From<NotASourceId> for Unfit {
    fn from(_: NotASourceId) -> Unfit {
        Unfit::Id
    }
}

/// An action out of something the stepper suggested.
///
/// # Errors
/// When a text of the content does not fit, which the content check keeps from happening.
pub fn from_item(content: &StepperContent, item: &Item, today: Date) -> Result<Action, Unfit> {
    let origin = Origin::Item { id: item.id.parse()?, source: Line::new(&content.cite(&item.sources))? };
    prefilled(&item.name, item.first_step.as_deref().unwrap_or_default(), origin, today)
}

/// An action out of an advice of the scan: its text in the words of the kind of school, and its source as readers
/// see it ([`crate::wording::advice`], [`crate::wording::citations`]).
///
/// # Errors
/// When a text does not fit.
pub fn from_advice(id: &str, advice: &str, source: &str, today: Date) -> Result<Action, Unfit> {
    prefilled(advice, "", Origin::Advice { id: id.parse()?, source: Line::new(source)? }, today)
}

/// The moments to look back that are suggested: after three months and after a year.
pub fn reviews(today: Date) -> [Review; 2] {
    let review = |months| Review {
        on: Day::nearest(today).plus_months(months).or_next_workday(),
        note: Note::default(),
    };
    let [first, second] = REVIEW_AFTER_MONTHS;
    [review(first), review(second)]
}

fn prefilled(what: &str, first_step: &str, origin: Origin, today: Date) -> Result<Action, Unfit> {
    Ok(Action {
        what: Line::new(what)?,
        when: Some(Day::nearest(today).plus_days(FIRST_STEP_WITHIN_DAYS).or_next_workday()),
        who: Line::default(),
        cue: Line::default(),
        first_step: Line::new(first_step)?,
        done: false,
        origin,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_today() {
        let today = Day::read("2026-11-22").unwrap().date();
        let action = from_advice("S1-a", "Vraag de leiding.", "GKC, hoofdstuk 4", today).unwrap();
        assert_eq!(action.when, Day::read("2026-12-07").ok(), "a Monday: two weeks later is a Sunday");
        let days = reviews(today).map(|review| review.on.write());
        assert_eq!(days, ["2027-02-22", "2027-11-22"]);
        assert!(matches!(from_advice("S1-a", &"x".repeat(201), "", today), Err(Unfit::TooLong(_))));
        assert_eq!(from_advice("S1 a", "x", "", today), Err(Unfit::Id));
    }
}
