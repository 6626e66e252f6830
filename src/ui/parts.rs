//! What several screens are made of.

pub mod advice;
pub mod answers;
pub mod button;
pub mod choice;
pub mod notices;
pub mod profile;
