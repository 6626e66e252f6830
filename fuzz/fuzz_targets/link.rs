//! `cargo +nightly fuzz run link -- -max_total_time=60`: fuzzing that is guided by the code it reaches.
//! Without cargo-fuzz: `cargo xtask test fuzz`.

#![no_main]

#[path = "../holds.rs"]
mod holds;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = holds::check(text, &holds::orders());
});
