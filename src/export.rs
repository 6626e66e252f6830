//! The forms in which a result leaves. Every format has one module and one page in `docs/formats/`.

pub mod csv;
pub mod group_csv;
pub mod json;
pub mod svg;
pub mod text;
