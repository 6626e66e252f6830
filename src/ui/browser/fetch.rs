//! Content that is fetched when it is first needed.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::page;

/// Fetches the first part of the content of a language as text, or nothing when that fails.
pub fn content(code: &str) -> impl Future<Output = Option<String>> + use<> {
    asset("data-content-", code)
}

/// Fetches the later part of the content of a language as text, or nothing when that fails.
pub fn later(code: &str) -> impl Future<Output = Option<String>> + use<> {
    asset("data-later-", code)
}

/// Fetches what the stepper shows in a language as text, or nothing when that fails.
pub fn stepper(code: &str) -> impl Future<Output = Option<String>> + use<> {
    asset("data-stepper-", code)
}

/// Waits for something and calls back with it.
pub fn once<T: 'static>(future: impl Future<Output = T> + 'static, done: impl FnOnce(T) + 'static) {
    spawn_local(async move { done(future.await) });
}

/// It is on its way before anybody waits for it, so that two can come side by side; and it is listened to from then on,
/// or the browser would report a failure that nobody has asked for yet.
fn asset(attribute: &str, code: &str) -> impl Future<Output = Option<String>> + use<> {
    let address = page::asset(&[attribute, code].concat());
    let asked = address
        .zip(web_sys::window())
        .map(|(address, window)| JsFuture::from(window.fetch_with_str(&address)));
    async move {
        // Fetching gives nothing else.
        let response: web_sys::Response = asked?.await.ok()?.unchecked_into();
        if !response.ok() {
            return None;
        }
        JsFuture::from(response.text().ok()?).await.ok()?.as_string()
    }
}
