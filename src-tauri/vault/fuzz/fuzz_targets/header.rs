//! Any bytes as a file, and as the header of one: read or refused, and written again the same.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| keytick_vault::fuzzing::header(bytes));
