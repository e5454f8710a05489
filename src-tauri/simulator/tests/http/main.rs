//! The server over real HTTP, as a browser, a script and an attacker meet it.

mod browser;
mod control;
mod faults;
mod flows;
mod guard;
mod json;
mod lab;
mod lasting;
mod many;
mod server;
