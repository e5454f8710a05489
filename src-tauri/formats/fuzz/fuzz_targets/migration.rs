//! Any bytes as Google Authenticator's transfer codes.

#![no_main]

#[path = "../migration.rs"]
mod migration;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| migration::migration(bytes));
