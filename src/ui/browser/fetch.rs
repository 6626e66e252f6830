//! Content that is fetched when it is first needed.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::page;
use crate::content::Content;
use crate::content::stepper::StepperContent;

/// Fetches the content of a language and calls back with it, or with nothing when that fails.
pub fn content(code: &str, done: impl FnOnce(Option<Rc<Content>>) + 'static) {
    asset(&["data-content-", code].concat(), move |text| {
        done(text.and_then(|text| Content::read(&text).ok()).map(Rc::new));
    });
}

/// Fetches what the stepper shows in a language and calls back with it, or with nothing when that fails.
pub fn stepper(code: &str, done: impl FnOnce(Option<Rc<StepperContent>>) + 'static) {
    asset(&["data-stepper-", code].concat(), move |text| {
        done(text.and_then(|text| StepperContent::read(&text).ok()).map(Rc::new));
    });
}

/// Waits for something and calls back with it.
pub fn once<T: 'static>(future: impl Future<Output = T> + 'static, done: impl FnOnce(T) + 'static) {
    spawn_local(async move { done(future.await) });
}

fn asset(attribute: &str, done: impl FnOnce(Option<String>) + 'static) {
    let address = page::asset(attribute);
    spawn_local(async move {
        done(match address {
            Some(address) => text(&address).await,
            None => None,
        });
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
