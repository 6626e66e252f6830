//! One file per screen.

pub mod about;
pub mod again;
pub mod check;
pub mod invite;
pub mod level;
pub mod link;
pub mod mirror;
pub mod missing;
pub mod plan;
pub mod result;
pub mod saved;
pub mod setup;
pub mod share;
pub mod start;
pub mod stepper;
