//! From goal to plan: what fits a choice of goal, target group and time, and the plan that comes of it.
//!
//! | module | what it is |
//! |---|---|
//! | `choice` | the three steps of the stepper |
//! | `derive` | the answer to a choice, derived from the bases in the content |
//! | `ways` | the honest ways out of a combination that no source fills |
//! | `around` | funding against today's date, contacts, notes |
//! | `text` | texts with a limit |
//! | `list` | entries that keep their number |
//! | `document` | the plan itself: actions, moments to look back, the six steps |
//! | [`suggest`] | prefilled actions and moments |
//! | `wire` | the plan in JSON |

mod around;
mod choice;
mod derive;
mod document;
mod list;
pub mod suggest;
mod text;
mod ways;
mod wire;

pub use around::{FundingState, contacts, expectations, funding, funding_state, notes, notes_beside};
pub use choice::{Choice, Goal, OneOrMore, TargetGroup, TimeLevel};
pub use derive::{Answer, Cell, Class, Reason, Suggestion, asks_of_a_company, derive};
pub use document::{
    Action, MOST_ACTIONS, MOST_REVIEWS, NotAPlanId, NotASourceId, Origin, Plan, PlanId, Review, SourceId,
    StepProgress, Steps,
};
pub use list::{List, ListFull, Number, Removed};
pub use text::{Line, Note, TooLong};
pub use ways::{Gap, Lead, WayOut};

use crate::named::named;

named! {
    /// The six steps that follow a choice (FME ch. 5).
    GuideStep {
        /// FS1: Begin met een helder plan.
        ClearPlan = "clear_plan",
        /// FS2: Zoek contact met het onderwijs.
        SeekContact = "seek_contact",
        /// FS3: Werk samen, niet alleen.
        WorkTogether = "work_together",
        /// FS4: Maak duidelijke afspraken.
        ClearAgreements = "clear_agreements",
        /// FS5: Gebruik wat er al is.
        UseWhatExists = "use_what_exists",
        /// FS6: Maak het leuk en leerzaam.
        MakeItFun = "make_it_fun",
    }
}
