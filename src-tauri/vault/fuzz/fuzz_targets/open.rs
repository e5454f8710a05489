//! Any header and any plain text, sealed under a key that is known: all that is behind the
//! checks that a fuzzer cannot pass.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| keytick_vault::fuzzing::open(bytes));
