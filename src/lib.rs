//! samenscan: a self-scan, a plan and a comparison for schools and companies that work together.
//!
//! The pure part (everything but [`ui`]) knows no browser, no clock and no Yew; time comes in as a value.
//!
//! | module | what it is |
//! |---|---|
//! | [`content`] | what people read: the content model, and (feature `authoring`) its TOML form and checks |
//! | [`scan`] | statements, answers, scores, priorities |
//! | [`date`] | days that exist, and adding months to them |
//! | [`plan`] | goal × target group × time → activities; funding by date; plans with actions |
//! | [`app`] | the state of the whole application and the one function that changes it |
//! | [`link`] | a scan and the text in a link, both ways |
//! | [`record`] | the stored format, its versions and migrations |
//! | [`wording`] | how values read: numbers, dates, answers, sources, the sentences of a result |
//! | [`sort`] | sorting short lists in little code |
//! | [`to_text`] | values as text without `core::fmt` |
//! | [`json`], [`tree`] | reading and writing JSON, and our types by way of it |
//! | [`export`] | the forms in which a result leaves: JSON, CSV, text, SVG |
//! | [`gather`] | many texts and files, read in small steps into a group |
//! | [`ui`] | the Yew interface; only `ui::browser` touches the browser |

#![cfg_attr(
    not(test),
    deny(
        clippy::disallowed_methods,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

pub mod app;
pub mod content;
pub mod date;
pub mod export;
pub mod gather;
mod index;
pub mod json;
pub mod link;
mod named;
pub mod plan;
pub mod record;
pub mod scan;
pub mod sort;
pub mod to_text;
pub mod tree;
#[cfg(feature = "ui")]
pub mod ui;
pub mod wording;

/// Small, and as fast for a group of 10,000 results.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
