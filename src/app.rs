//! The state of the whole application and the one function that changes it.
//!
//! It knows no browser: what the browser must do follows from the difference between two states
//! (`ui::effects`), so that every path can be walked in a native test.

mod action;
mod route;
mod state;
mod update;

pub use action::{Action, FileProblem, SaveOutcome};
pub use route::Route;
pub use state::{Deletion, Draft, Notice, Progress, SetupProblem, State, Storage};
pub use update::update;
