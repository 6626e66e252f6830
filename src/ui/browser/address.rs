//! The part of the address behind the `#`.

use gloo_events::EventListener;

use crate::app::Route;

/// The route in the address bar; none when it is not ours.
pub fn read() -> Option<Route> {
    let fragment = web_sys::window()?.location().hash().ok()?;
    Route::parse(&fragment)
}

/// Shows a route as a step that 'back' undoes. Nothing happens when it is shown already.
pub fn push(route: Route) {
    let Some(window) = web_sys::window() else { return };
    if read() != Some(route) {
        // In a frame that may not navigate the screen still changes; only 'back' is missing.
        let _ = window.location().set_hash(&route.to_string());
    }
}

/// Calls back with the new route whenever a link, 'back' or 'forward' changes it.
pub fn on_change(callback: impl Fn(Route) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| {
        if let Some(route) = read() {
            callback(route);
        }
    }))
}
