//! The plan: a short list of actions, moments to look back, and how far one is with the six steps.

use std::fmt;
use std::str::FromStr;

use super::list::List;
use super::text::{Line, Note};
use super::{Choice, GuideStep};
use crate::date::Day;
use crate::to_text::ToText;

/// The most actions in a plan. A plan is a short list; this is far beyond one.
pub const MOST_ACTIONS: usize = 100;
/// The most moments to look back.
pub const MOST_REVIEWS: usize = 20;

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its name for ever, also outside this browser.
    pub id: PlanId,
    /// What somebody calls it; may be blank.
    pub title: Line,
    /// The day it was begun.
    pub created_on: Day,
    /// What was chosen in the stepper, if it began there.
    pub choice: Option<Choice>,
    /// What is going to be done, in an order of one's own.
    pub actions: List<Action, MOST_ACTIONS>,
    /// When one looks back.
    pub reviews: List<Review, MOST_REVIEWS>,
    /// How far one is with the six steps (FME ch. 5).
    pub steps: Steps,
}

impl Plan {
    /// A plan with nothing in it.
    pub fn new(id: PlanId, created_on: Day) -> Plan {
        Plan {
            id,
            title: Line::default(),
            created_on,
            choice: None,
            actions: List::default(),
            reviews: List::default(),
            steps: Steps::default(),
        }
    }

    /// Whether an action came from this item or advice.
    pub fn holds(&self, id: &str) -> bool {
        self.actions.iter().any(|(_, action)| match &action.origin {
            Origin::Own => false,
            Origin::Item { id: own, .. } | Origin::Advice { id: own, .. } => own.as_str() == id,
        })
    }

    /// The first day in the plan on which something is to be done or looked back on, from today on.
    pub fn next_day(&self, today: time::Date) -> Option<Day> {
        let mut next: Option<Day> = None;
        let mut consider = |day: Day| {
            if day.date() >= today && next.is_none_or(|known| day < known) {
                next = Some(day);
            }
        };
        for (_, action) in self.actions.iter() {
            if let (false, Some(when)) = (action.done, action.when) {
                consider(when);
            }
        }
        for (_, review) in self.reviews.iter() {
            consider(review.on);
        }
        next
    }
}

/// The name of a plan: 64 bits, written as 16 hexadecimal digits. Drawn at random, so that calendar entries of two
/// people do not get each other's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanId(u64);

/// The text is not the name of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPlanId;

impl PlanId {
    /// The id of those bits.
    pub const fn new(bits: u64) -> PlanId {
        PlanId(bits)
    }

    /// The bits.
    pub const fn bits(self) -> u64 {
        self.0
    }
}

impl fmt::Display for PlanId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.to_text())
    }
}

impl ToText for PlanId {
    fn to_text(&self) -> String {
        (0..16).rev().filter_map(|place| char::from_digit((self.0 >> (4 * place)) as u32 & 15, 16)).collect()
    }
}

impl FromStr for PlanId {
    type Err = NotAPlanId;

    fn from_str(text: &str) -> Result<PlanId, NotAPlanId> {
        let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if text.len() != 16 || !text.bytes().all(digit) {
            return Err(NotAPlanId);
        }
        u64::from_str_radix(text, 16).map(PlanId).map_err(|_| NotAPlanId)
    }
}

/// Something to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// What.
    pub what: Line,
    /// When, if that is known.
    pub when: Option<Day>,
    /// Who does it.
    pub who: Line,
    /// 'Als …': the moment at which one begins. Blank: the day in [`Action::when`].
    pub cue: Line,
    /// 'Dan …': the first step.
    pub first_step: Line,
    /// Whether it is done.
    pub done: bool,
    /// Where it came from.
    pub origin: Origin,
}

/// Where an action came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Somebody's own.
    #[default]
    Own,
    /// An activity, programme or other item of the stepper.
    Item {
        /// Its id.
        id: SourceId,
        /// Where it is written, as readers see it.
        source: Line,
    },
    /// An advice of the scan.
    Advice {
        /// Its id.
        id: SourceId,
        /// Where it is written, as readers see it.
        source: Line,
    },
}

/// The id of an item or an advice: capitals, small letters, digits and `-`, at most 24.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SourceId(String);

/// The text is not the id of an item or an advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASourceId;

impl SourceId {
    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SourceId {
    type Err = NotASourceId;

    fn from_str(text: &str) -> Result<SourceId, NotASourceId> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if (1..=24).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(SourceId(text.to_owned()))
        } else {
            Err(NotASourceId)
        }
    }
}

/// A moment to look back together (FME ch. 5, step 4: evaluate and adjust).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// When.
    pub on: Day,
    /// What to talk about, or what came out.
    pub note: Note,
}

/// How far one is with one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepProgress {
    /// Whether it is done.
    pub done: bool,
    /// What one wants to remember.
    pub note: Note,
}

/// How far one is with the six steps (FME ch. 5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps([StepProgress; GuideStep::ALL.len()]);

impl Steps {
    /// All steps in their order.
    pub fn iter(&self) -> impl Iterator<Item = (GuideStep, &StepProgress)> {
        GuideStep::ALL.iter().copied().zip(&self.0)
    }

    /// How far one is with one step.
    pub fn get(&self, step: GuideStep) -> Option<&StepProgress> {
        self.0.get(step as usize)
    }

    /// Changes how far one is with one step.
    pub fn set(&mut self, step: GuideStep, progress: StepProgress) {
        if let Some(slot) = self.0.get_mut(step as usize) {
            *slot = progress;
        }
    }

    /// How many are done.
    pub fn done(&self) -> usize {
        self.0.iter().filter(|progress| progress.done).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_as_they_are_written() {
        for bits in [0, 1, u64::MAX, 0x1234_5678_9abc_def0] {
            assert_eq!(PlanId::new(bits).to_string().parse(), Ok(PlanId::new(bits)));
        }
        for bad in ["", "0", "123456789ABCDEF0", "+23456789abcdef0", "1234567890abcdefg"] {
            assert_eq!(bad.parse::<PlanId>(), Err(NotAPlanId), "{bad}");
        }
        for good in ["AC-L1", "S1-a", "MD-3-FEB"] {
            assert_eq!(good.parse::<SourceId>().unwrap().as_str(), good);
        }
        for bad in ["", "A B", "é", "<b>", "ABCDEFGHIJKLMNOPQRSTUVWXY"] {
            assert_eq!(bad.parse::<SourceId>(), Err(NotASourceId), "{bad}");
        }
    }
}
