//! The server over real HTTP, as a browser, a script and an attacker meet it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod browser;
mod control;
mod documents;
mod faults;
mod flows;
mod fuzz;
mod guard;
mod json;
mod lab;
mod lasting;
mod many;
mod outside;
mod scenarios;
mod server;
