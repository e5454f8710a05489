//! Any brightness of any pixels, as a picture of codes.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../look.rs"]
mod look;

fuzz_target!(|bytes: &[u8]| look::pixels(bytes));
