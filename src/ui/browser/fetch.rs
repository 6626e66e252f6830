//! The content of another language.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::page;
use crate::content::Content;

/// Fetches the content of a language and calls back with it, or with nothing when that fails.
pub fn content(code: &str, done: impl FnOnce(Option<Rc<Content>>) + 'static) {
    let address = page::asset(&["data-content-", code].concat());
    spawn_local(async move {
        let text = match address {
            Some(address) => text(&address).await,
            None => None,
        };
        done(text.and_then(|text| serde_json::from_str(&text).ok()).map(Rc::new));
    });
}

async fn text(address: &str) -> Option<String> {
    let window = web_sys::window()?;
    let response: web_sys::Response =
        JsFuture::from(window.fetch_with_str(address)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
