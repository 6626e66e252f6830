//! The only place that touches the browser. Nothing here panics: what a browser refuses is a value.

pub mod address;
pub mod clock;
pub mod copy;
pub mod events;
pub mod fetch;
pub mod files;
pub mod page;
pub mod share;
pub mod storage;
pub mod task;

/// Something that listens for as long as it is kept.
pub type Listener = gloo_events::EventListener;
