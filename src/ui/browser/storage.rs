//! What the browser keeps. Every call may be refused; the answer says so.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::DomException;

use crate::app::Storage;
use crate::record::{self, SLOTS, Store};
use crate::to_text::ToText;

const SLOT_NAMES: [&str; SLOTS] = ["samenscan.store.0", "samenscan.store.1"];
const ASIDE: &str = "samenscan.aside.";
const LANGUAGE: &str = "samenscan.language";
const PROBE: &str = "samenscan.probe";
/// The most records that are set aside; beyond that the newest replaces the last.
const MOST_ASIDE: usize = 8;

/// What writing came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was kept, as this revision.
    Kept(u64),
    /// Another tab has written since; nothing was overwritten.
    Elsewhere,
    /// The browser refuses.
    Blocked,
    /// There is no room.
    Full,
}

/// Tries whether the browser keeps anything.
pub fn probe() -> Storage {
    let Some(storage) = storage() else { return Storage::Blocked };
    match storage.set_item(PROBE, "1") {
        Ok(()) => {
            let kept = storage.get_item(PROBE).ok().flatten().as_deref() == Some("1");
            let _ = storage.remove_item(PROBE);
            match (kept, is_in_foreign_frame()) {
                (false, _) => Storage::Blocked,
                (true, true) => Storage::Partitioned,
                (true, false) => Storage::Works,
            }
        }
        Err(refusal) if is_full(&refusal) => Storage::Full,
        Err(_) => Storage::Blocked,
    }
}

/// The texts in the slots.
pub fn slots() -> [Option<String>; SLOTS] {
    let storage = storage();
    SLOT_NAMES.map(|name| storage.as_ref()?.get_item(name).ok()?)
}

/// Writes a store as the revision after `known`, unless another tab has written since.
pub fn write(store: &Store, known: u64) -> Written {
    let Some(storage) = storage() else { return Written::Blocked };
    if record::newest_revision(&slots()) > known {
        return Written::Elsewhere;
    }
    let revision = known + 1;
    let Some(name) = SLOT_NAMES.get(record::slot_of(revision)) else { return Written::Blocked };
    let text = record::encode(store, revision);
    match storage.set_item(name, &text) {
        Ok(()) if storage.get_item(name).ok().flatten().as_ref() == Some(&text) => Written::Kept(revision),
        Ok(()) => Written::Blocked,
        Err(refusal) if is_full(&refusal) => Written::Full,
        Err(_) => Written::Blocked,
    }
}

/// Moves the text of a slot to a name of its own, where nothing overwrites it. Returns whether that went well.
pub fn set_aside(slot: usize) -> bool {
    let (Some(storage), Some(name)) = (storage(), SLOT_NAMES.get(slot)) else { return false };
    let Ok(Some(text)) = storage.get_item(name) else { return false };
    let aside = aside();
    if !aside.contains(&text) {
        let number = aside.len().min(MOST_ASIDE - 1);
        if storage.set_item(&aside_name(number), &text).is_err() {
            return false;
        }
    }
    storage.remove_item(name).is_ok()
}

/// Everything that was set aside.
pub fn aside() -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    (0..MOST_ASIDE).map_while(|number| storage.get_item(&aside_name(number)).ok().flatten()).collect()
}

/// Keeps the language for the next visit.
pub fn keep_language(code: &str) {
    if let Some(storage) = storage() {
        // Without it the next visit begins in Dutch.
        let _ = storage.set_item(LANGUAGE, code);
    }
}

/// Calls back when another tab has written.
pub fn on_change(callback: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |_| callback()))
}

fn aside_name(number: usize) -> String {
    [ASIDE, &number.to_text()].concat()
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn is_full(refusal: &wasm_bindgen::JsValue) -> bool {
    refusal.dyn_ref::<DomException>().is_some_and(|exception| {
        matches!(&*exception.name(), "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED")
    })
}

/// Whether this page is inside a page of another site, where browsers keep things apart.
fn is_in_foreign_frame() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let framed = window.parent().ok().flatten().is_some_and(|parent| parent != window);
    framed && !matches!(window.frame_element(), Ok(Some(_)))
}
