//! The forms in which a result leaves. Every format has one module and one page in `docs/formats/`.

pub mod csv;
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

/// Whether a text has the name of one of our formats somewhere: what it is about, even where the rest is broken.
fn names(text: &str, format: &str) -> bool {
    // Rather than `contains`, whose search is 0.8 kB (brotli) of module.
    text.as_bytes().windows(format.len()).any(|part| part == format.as_bytes())
}
