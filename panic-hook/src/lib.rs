//! What Yew has a panic do, in place of the crate of this name. In the module that goes out a panic is a bare trap, which
//! the loader tells the reader of; no hook is ever called, and saying what a panic was about is 0.7 kB (brotli).

use std::panic::PanicHookInfo;

/// Says in the console what a panic was about, while one works on it.
pub fn hook(info: &PanicHookInfo<'_>) {
    if cfg!(debug_assertions) {
        web_sys::console::error_1(&info.to_string().into());
    }
}
