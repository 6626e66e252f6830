//! The address that others open, and the system's own way to pass it on.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::app::Page;

/// The page that the application lives in.
pub fn page() -> Page {
    let address = web_sys::window().and_then(|window| base(&window.location()));
    Page { address: address.map(Into::into), has_share_sheet: method().is_some() }
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

/// Many browsers cannot, and none can outside secure contexts.
fn method() -> Option<(web_sys::Navigator, js_sys::Function)> {
    let navigator = web_sys::window()?.navigator();
    let method = Reflect::get(&navigator, &"share".into()).ok()?;
    Some((navigator, method.dyn_into().ok()?))
}

/// Opens the system's sheet with a link. Who closes it without choosing has not failed, so nothing is told.
pub fn open(title: &str, text: &str, address: &str) {
    let Some((navigator, share)) = method() else { return };
    let what = Object::new();
    for (name, value) in [("title", title), ("text", text), ("url", address)] {
        let _ = Reflect::set(&what, &name.into(), &value.into());
    }
    if let Ok(outcome) = share.call1(&navigator, &what)
        && let Ok(outcome) = outcome.dyn_into::<js_sys::Promise>()
    {
        // A promise that nobody waits for would be reported as an error of the page.
        wasm_bindgen_futures::spawn_local(async move {
            let _: Result<JsValue, JsValue> = wasm_bindgen_futures::JsFuture::from(outcome).await;
        });
    }
}
