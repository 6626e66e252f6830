//! One file per screen.

pub mod about;
pub mod check;
pub mod group;
pub mod level;
pub mod missing;
pub mod plan;
pub mod result;
pub mod saved;
pub mod setup;
pub mod start;
pub mod stepper;
