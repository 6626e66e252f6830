//! The system's own way to pass something on to other programs.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

fn method() -> Option<(web_sys::Navigator, js_sys::Function)> {
    let navigator = web_sys::window()?.navigator();
    let method = Reflect::get(&navigator, &"share".into()).ok()?;
    Some((navigator, method.dyn_into().ok()?))
}

/// Whether this browser can do it here; many cannot, and none can outside secure contexts.
pub fn is_possible() -> bool {
    method().is_some()
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
