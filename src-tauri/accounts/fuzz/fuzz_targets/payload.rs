//! Any bytes as what a vault holds.

#![no_main]

#[path = "../payload.rs"]
mod payload;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| payload::read(bytes));
