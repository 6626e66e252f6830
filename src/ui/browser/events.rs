//! What an event says.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, MouseEvent};

use super::files::File;

/// The name and the value of the choice or field that changed.
pub fn name_and_value(event: &Event) -> Option<(String, String)> {
    let input = input(event)?;
    Some((input.name(), input.value()))
}

/// The text in the field that changed.
pub fn value(event: &Event) -> String {
    input(event).map(|input| input.value()).unwrap_or_default()
}

/// The text in the text area that changed.
pub fn long_value(event: &Event) -> String {
    let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    area.map(|area| area.value()).unwrap_or_default()
}

/// Leaves out the second press of a double click on a choice. Where the first one has changed the screen, it would
/// give an answer to a statement that nobody has read yet.
pub fn only_once(event: MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if event.detail() > 1 && target.is_some_and(|target| matches!(target.closest("label"), Ok(Some(_)))) {
        event.prevent_default();
    }
}

/// The file that was chosen. The field is emptied, so that the same file can be chosen again.
pub fn file(event: &Event) -> Option<File> {
    let input = input(event)?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(File::new(file))
}

/// The files that were chosen. The field is emptied, so that the same ones can be chosen again.
pub fn files(event: &Event) -> Vec<File> {
    let Some(input) = input(event) else { return Vec::new() };
    let files = input.files().map(listed).unwrap_or_default();
    input.set_value("");
    files
}

/// Keeps the browser from showing what is dropped here in place of the page.
pub fn allow_drop(event: &DragEvent) {
    event.prevent_default();
}

/// What was dropped here.
pub fn dropped(event: &DragEvent) -> Dropped {
    event.prevent_default();
    let Some(data) = event.data_transfer() else { return Dropped::Files(Vec::new()) };
    let files = data.files().map(listed).unwrap_or_default();
    match data.get_data("text") {
        Ok(text) if files.is_empty() => Dropped::Text(text),
        _ => Dropped::Files(files),
    }
}

/// Something that was dropped on the page.
pub enum Dropped {
    /// Files.
    Files(Vec<File>),
    /// Text, such as links that were selected elsewhere.
    Text(String),
}

fn listed(files: web_sys::FileList) -> Vec<File> {
    (0..files.length()).filter_map(|place| files.get(place)).map(File::new).collect()
}

/// The names of keys.
pub const LEFT: &str = "ArrowLeft";
#[allow(missing_docs, reason = "see LEFT")]
pub const RIGHT: &str = "ArrowRight";
#[allow(missing_docs, reason = "see LEFT")]
pub const PAGE_UP: &str = "PageUp";
#[allow(missing_docs, reason = "see LEFT")]
pub const PAGE_DOWN: &str = "PageDown";
#[allow(missing_docs, reason = "see LEFT")]
pub const ESCAPE: &str = "Escape";

/// The browser need not do anything more with this key.
pub fn handled(event: &KeyboardEvent) {
    event.prevent_default();
}

/// Keeps the browser from beginning a new line.
pub fn no_line_break(event: &KeyboardEvent) {
    if event.key() == "Enter" {
        event.prevent_default();
    }
}

/// The name of the key that was pressed, unless it is part of a shortcut of the browser.
pub fn key(event: &KeyboardEvent) -> Option<String> {
    let shortcut = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
    (!shortcut).then(|| event.key())
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
