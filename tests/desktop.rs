//! The desktop shell's commands, driven over IPC without a window: what a page can ask for,
//! what it gets, and what it never gets.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod desktop {
    mod add;
    mod bindings;
    mod capture;
    mod clipboard;
    mod code_settings;
    mod copies;
    mod damaged;
    mod export;
    mod fuzz;
    mod import;
    mod journey;
    mod keys;
    mod lab;
    mod links;
    mod locked;
    mod marked;
    mod moves;
    mod phone;
    mod pin;
    mod quick;
    mod recovery_codes;
    mod restore;
    mod secrets;
    mod settings;
    mod shell;
    mod texts;
    mod watch;
    mod wayland;
    mod window;
}
