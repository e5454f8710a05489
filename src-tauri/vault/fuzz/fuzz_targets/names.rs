//! Any name of a vault and of a file beside it: a conflict copy, a backup, or neither.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| keytick_vault::fuzzing::names(bytes));
