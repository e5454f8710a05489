//! Journeys in the real window. `cargo xtask test` builds the app and runs them.
#![cfg(target_os = "linux")]

mod add;
mod backup;
mod capture;
mod copy;
mod damaged;
mod google;
mod kept;
mod link;
mod lock;
mod memory;
mod quick;
mod rest;
mod site;
mod spoken;
mod still;
mod typed;

/// Strong enough for the meter, and typed by every journey.
const PASSWORD: &str = "seven brave otters paint";
