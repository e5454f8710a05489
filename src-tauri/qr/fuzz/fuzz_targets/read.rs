//! Any bytes are a picture or are refused, and any picture is read: no panic, no
//! endless work, no memory without bound.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../look.rs"]
mod look;

fuzz_target!(|bytes: &[u8]| look::look(bytes));
