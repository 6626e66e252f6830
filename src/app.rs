//! The state of the whole application and the one function that changes it.
//!
//! It knows no browser: what the browser must do follows from the difference between two states
//! (`ui::effects`), so that every path can be walked in a native test.

mod action;
mod draft;
mod first;
mod grouping;
mod mirroring;
mod moves;
mod partner;
mod planning;
mod rest;
mod route;
mod sharing;
mod state;
mod update;

pub use action::{Action, Addition, FileProblem, MirrorAction, PlanChange, SaveOutcome};
pub use draft::{Draft, SetupProblem};
pub use first::update_first;
pub use grouping::{Contents, GroupAction, Grouping, Progress as GroupProgress};
pub use partner::BothHere;
pub use rest::update_rest;
pub use route::{Route, Step};
pub use sharing::{Opened, Page, ShareAction, at_address, orders};
pub use state::{Deletion, Field, Notice, Progress, Refusal, Refused, Rest, State, Storage, TakenOut};
pub use update::update;
