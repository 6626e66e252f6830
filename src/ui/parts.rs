//! What several screens are made of.

pub mod advice;
pub mod answers;
pub mod as_text;
pub mod button;
pub mod choice;
pub mod dumbbell;
pub mod field;
pub mod not_compared;
pub mod notices;
pub mod paper_link;
pub mod plan_button;
pub mod profile;
pub mod qr;
pub mod share_panel;
pub mod two_sides;
