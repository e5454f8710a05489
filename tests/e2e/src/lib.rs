//! What a journey in the real window is made of: a screen ([`Screen`]), the app in it
//! ([`App`]), a person's hands ([`Screen::press`], [`Screen::type_text`], [`drag`]), web
//! pages to photograph ([`web`]), codes on view ([`show`]), an authenticator that is not
//! ours ([`oathtool`]), what a screen reader is told ([`reader`]) and a search for secrets where none may be ([`leaks`], [`memory`]).
//!
//! Linux with X11 only. A harness, so everything that goes wrong is a panic that says what.
#![cfg(target_os = "linux")]

mod app;
pub mod drag;
pub mod form;
pub mod leaks;
pub mod memory;
pub mod oathtool;
pub mod processes;
pub mod reader;
mod screen;
pub mod show;
pub mod stopwatch;
pub mod tray;
mod wait;
pub mod web;
mod webdriver;

pub use app::{App, Row, program};
pub use screen::{Monitor, Screen};
pub use wait::{until, until_some};
pub use webdriver::Element;
