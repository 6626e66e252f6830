//! Content that is fetched when it is first needed.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::page;
use crate::content::Content;
use crate::content::stepper::StepperContent;

/// Fetches the first part of the content of a language, or nothing when that fails.
pub async fn content(code: &str) -> Option<Content> {
    Content::read(&asset(&["data-content-", code].concat()).await?).ok()
}

/// Fetches the later part of the content of a language as text, or nothing when that fails.
pub async fn later(code: &str) -> Option<String> {
    asset(&["data-later-", code].concat()).await
}

/// Fetches what the stepper shows in a language, or nothing when that fails.
pub async fn stepper(code: String) -> Option<Rc<StepperContent>> {
    let text = asset(&["data-stepper-", &code].concat()).await?;
    StepperContent::read(&text).ok().map(Rc::new)
}

/// Waits for something and calls back with it.
pub fn once<T: 'static>(future: impl Future<Output = T> + 'static, done: impl FnOnce(T) + 'static) {
    spawn_local(async move { done(future.await) });
}

async fn asset(attribute: &str) -> Option<String> {
    text(&page::asset(attribute)?).await
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
