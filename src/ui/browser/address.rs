//! The part of the address behind the `#`.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;

use crate::app::{Action, Route, at_address};
use crate::to_text::ToText;

/// What the address bar asks for. A link goes from the address at once, so that nobody reads the answers there.
pub fn read() -> Vec<Action> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let actions = window.location().hash().map_or_else(|_| Vec::new(), |fragment| at_address(&fragment));
    if matches!(actions.last(), Some(Action::Share(_))) {
        replace(&window, Route::Link);
    }
    actions
}

/// Names another language in the address, where it names one: it would come back with the next visit otherwise, and
/// would go along in links.
pub fn keep_language(code: &str) {
    const NAME: &str = "lang=";
    let Some(window) = web_sys::window() else { return };
    let (Ok(query), Ok(fragment)) = (window.location().search(), window.location().hash()) else { return };
    let Some(query) =
        query.strip_prefix('?').filter(|query| query.split('&').any(|one| one.starts_with(NAME)))
    else {
        return;
    };
    let mut address = String::new();
    for part in query.split('&') {
        address.push(if address.is_empty() { '?' } else { '&' });
        if part.starts_with(NAME) {
            address.push_str(NAME);
            address.push_str(code);
        } else {
            address.push_str(part);
        }
    }
    address.push_str(&fragment);
    if let Ok(history) = window.history() {
        // In a frame that may not, the address goes on naming the language it did.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Shows a route in place of what the address bar shows, so that 'back' does not lead there.
fn replace(window: &web_sys::Window, route: Route) {
    let address = route.to_text();
    let history = window.history();
    let replaced = history
        .is_ok_and(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)).is_ok());
    if !replaced {
        let _ = window.location().replace(&address);
    }
}

/// Shows a route as a step that 'back' undoes. Nothing happens when it is shown already.
pub fn push(route: Route) {
    let Some(window) = web_sys::window() else { return };
    let shown = window.location().hash().ok().and_then(|fragment| Route::parse(&fragment));
    if shown != Some(route) {
        // In a frame that may not navigate the screen still changes; only 'back' is missing.
        let _ = window.location().set_hash(&route.to_text());
    }
}

/// Calls back with what the address asks for whenever a link, 'back' or 'forward' changes it.
pub fn on_change(callback: impl Fn(Vec<Action>) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| {
        callback(read());
    }))
}
