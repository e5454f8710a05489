//! Journeys in the real window. `cargo xtask test` builds the app and runs them.
#![cfg(target_os = "linux")]

mod add;
