//! Any text of a QR code or a key that was typed.

#![no_main]

#[path = "../uri.rs"]
mod uri;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| uri::read(bytes));
