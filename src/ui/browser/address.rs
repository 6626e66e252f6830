//! The address of the page, and the part of it behind the `#`.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;

use crate::app::{Action, Page, Route, at_address};

/// The page that the application lives in.
pub fn page() -> Page {
    let address = web_sys::window().and_then(|window| base(&window.location()));
    Page { address: address.map(Into::into), has_share_sheet: super::share::is_possible() }
}

/// The address without query and fragment. Of the query only the language stays: the rest is of those who counted how
/// the page was found, and a link must not carry it on.
fn base(location: &web_sys::Location) -> Option<String> {
    let origin = location.origin().ok()?;
    // Of a file the address means nothing elsewhere, and it would tell the name of a folder.
    if !location.protocol().ok()?.starts_with("http") {
        return None;
    }
    let query = location.search().ok()?;
    let language = query.trim_start_matches('?').split('&').find(|part| {
        part.strip_prefix("lang=").is_some_and(|code| code.bytes().all(|one| one.is_ascii_alphabetic()))
    });
    let mark = if language.is_some() { "?" } else { "" };
    Some([&origin, &*location.pathname().ok()?, mark, language.unwrap_or_default()].concat())
}

/// What the address bar asks for. A link goes from the address at once, so that nobody reads the answers there.
pub fn read() -> Vec<Action> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let actions = window.location().hash().map_or_else(|_| Vec::new(), |fragment| at_address(&fragment));
    if matches!(actions.last(), Some(Action::Share(_))) {
        replace(&window, Route::Link);
    }
    actions
}

/// Shows a route in place of what the address bar shows, so that 'back' does not lead there.
fn replace(window: &web_sys::Window, route: Route) {
    let address = route.to_string();
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
        let _ = window.location().set_hash(&route.to_string());
    }
}

/// Calls back with what the address asks for whenever a link, 'back' or 'forward' changes it.
pub fn on_change(callback: impl Fn(Vec<Action>) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| {
        callback(read());
    }))
}
