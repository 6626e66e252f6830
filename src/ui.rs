//! The Yew interface.
//!
//! Screens and parts are functions from the state to HTML. [`shell`] puts the screen in its frame, [`app`] holds the state and
//! lets the browser do what follows from a change ([`effects`]). Only [`browser`] touches the browser.

mod app;
pub mod browser;
mod commands;
pub mod dom;
mod downloads;
pub mod effects;
mod focus;
pub mod grouping;
mod parts;
#[cfg(feature = "prerender")]
pub mod prerender;
mod rest;
mod screens;
mod sharing;
mod shell;
mod view;

use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::content::Content;

pub use sharing::ShareCommand;
pub use view::{Command, Format, PlanFormat};

/// Starts the application inside the element `samenscan`, with the content of one language as JSON.
///
/// # Errors
/// When the content does not belong to this build, or the element is not there; the loader then says so.
#[wasm_bindgen]
pub fn start(content: &str) -> Result<(), wasm_bindgen::JsValue> {
    let content = Content::read(content).map_err(|_| wasm_bindgen::JsValue::from_str("content"))?;
    let root = browser::page::root().ok_or_else(|| wasm_bindgen::JsValue::from_str("root"))?;
    app::mount(root, Rc::new(content));
    Ok(())
}
