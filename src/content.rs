//! What people read.
//!
//! Authors write `content/*.toml` with all languages side by side. The build checks it and compiles it to one
//! [`Content`] per language, which the browser reads.

#[cfg(feature = "authoring")]
pub mod authoring;
mod earlier;
mod later;
mod model;
pub mod stepper;
mod texts;

pub use earlier::Earlier;
pub use later::LaterContent;
pub(crate) use model::fill_tokens;
pub use model::*;
pub use texts::Texts;
