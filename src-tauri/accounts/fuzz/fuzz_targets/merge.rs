//! Any two payloads, merged.

#![no_main]

#[path = "../merge.rs"]
mod merge;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| merge::both(bytes));
