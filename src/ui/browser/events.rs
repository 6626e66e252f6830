//! What an event says.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement, MouseEvent};

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

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
