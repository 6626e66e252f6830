//! The page around the application: its root, title, language, focus.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlScriptElement, Url};

/// The id of the element that the application lives in.
pub const ROOT: &str = "samenscan";

/// The element that the application lives in.
pub type Root = Element;

/// The element that the application lives in, when it is there.
pub fn root() -> Option<Root> {
    document()?.get_element_by_id(ROOT)
}

/// The address of a file of ours; the loader's script tag names it in an attribute, relative to itself.
pub fn asset(attribute: &str) -> Option<String> {
    let tag = document()?.query_selector(&["script[", attribute, "]"].concat()).ok()??;
    let script: HtmlScriptElement = tag.dyn_into().ok()?;
    Some(Url::new_with_base(&script.get_attribute(attribute)?, &script.src()).ok()?.href())
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document()
        && document.title() != title
    {
        document.set_title(title);
    }
}

/// Tells browser and screen reader which language the page is in.
pub fn set_language(code: &str) {
    if let Some(page) = document().and_then(|document| document.document_element()) {
        // Only an element without attributes could refuse this.
        let _ = page.set_attribute("lang", code);
    }
}

/// Puts the focus on an element. Returns whether it is there.
pub fn focus(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    element.focus().is_ok()
}

/// What has the focus and what it stands in, from the inside out.
pub struct Focused(Vec<HtmlElement>);

/// What has the focus now, if that is something of ours.
pub fn focused() -> Option<Focused> {
    let root = root()?;
    let focused = document()?.active_element()?;
    if focused == root || !root.contains(Some(&focused)) {
        return None;
    }
    let around = std::iter::successors(Some(focused), |element| element.parent_element());
    Some(Focused(around.take_while(|one| *one != root).filter_map(|one| one.dyn_into().ok()).collect()))
}

impl Focused {
    /// Puts the focus back, or near it, when the screen changed under it; a lost focus leaves the keyboard nowhere.
    pub fn keep(&self, otherwise: &str) {
        if focused().is_some() {
            return;
        }
        let Some(lost) = self.0.first().filter(|lost| lost.id() != otherwise) else {
            focus(otherwise);
            return;
        };
        let Some(around) = self.0.iter().find(|one| one.is_connected()) else { return };
        let inside = |selector: &str| around.query_selector(selector).ok().flatten()?.dyn_into().ok();
        // What was moved is still there; what was replaced has something of its kind in its place.
        let near: Option<HtmlElement> = if around == lost {
            Some(lost.clone())
        } else {
            inside(&lost.local_name()).or_else(|| inside("a[href], button, input, summary, textarea"))
        };
        if near.is_none_or(|near| near.focus().is_err()) {
            focus(otherwise);
        }
    }
}

/// Puts the focus on the chosen radio button of a group, or else on the first.
pub fn focus_choice(name: &str) -> bool {
    let Some(document) = document() else { return false };
    let choices = ["input[name='", name, "']"].concat();
    let chosen = [&choices, ":checked"].concat();
    let find = |selector: &str| document.query_selector(selector).ok().flatten();
    let Some(element) = find(&chosen).or_else(|| find(&choices)) else { return false };
    element.dyn_into::<HtmlElement>().is_ok_and(|element| element.focus().is_ok())
}

/// Scrolls an element to the top of what is seen.
pub fn scroll_to(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view();
    }
}

/// Selects the text of a text area, so that it can be copied by hand.
pub fn select_text(id: &str) {
    let area = document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    if let Some(area) = area {
        area.select();
        let _ = area.focus();
    }
}

/// Takes the text out of a text area.
pub fn take_text(id: &str) -> String {
    let area = document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    let Some(area) = area else { return String::new() };
    let text = area.value();
    area.set_value("");
    text
}

/// What stands in a text area.
pub fn value_of(id: &str) -> String {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let area = element.and_then(|element| element.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    area.map(|area| area.value()).unwrap_or_default()
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A sandboxed frame may forbid it.
        let _ = window.print();
    }
}

/// Calls back when the page becomes visible again.
pub fn on_return(callback: impl Fn() + 'static) -> Option<EventListener> {
    let document = document()?;
    let watched = document.clone();
    Some(EventListener::new(&watched, "visibilitychange", move |_| {
        if document.visibility_state() == web_sys::VisibilityState::Visible {
            callback();
        }
    }))
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
