//! The forms in which a result leaves. Every format has one module and one page in `docs/formats/`.

pub mod csv;
mod file;
pub mod group_csv;
pub mod ics;
pub mod json;
mod lines;
pub mod mail;
pub mod plan_json;
pub mod plan_text;
pub mod qr;
pub mod svg;
pub mod text;
