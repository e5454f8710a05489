//! Behaviour, seen through the real program `keytick`: one file a topic.
//!
//! What a library does in detail is tested beside it; here stands what a person or a
//! script gets to see, exactly.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod acceptance;
mod bad_input;
mod clipboard;
mod code;
mod copies;
mod counters;
mod device;
mod docs;
mod export;
mod formats;
#[path = "../../src-tauri/formats/tests/common/mod.rs"]
#[allow(dead_code, reason = "the formats' own tests use all of it")]
mod google;
mod guides;
mod import;
mod interrupt;
mod isolation;
mod keytick;
mod languages;
mod migration;
mod otp;
mod pictures;
mod scan;
mod sim;
mod sim_docs;
mod sim_http;
mod sim_killed;
mod terminal;
mod texts;
mod tidy;
mod together;
mod trash;
mod unreadable;
mod uri;
mod usage;
mod vault;

/// Says that something could not be tested here, past the harness, which swallows what a
/// passing test prints.
fn not_run(what: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "\nnot run: {what}");
}
