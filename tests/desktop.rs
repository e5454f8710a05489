//! The desktop shell's commands, driven over IPC without a window: what a page can ask for,
//! what it gets, and what it never gets.

mod desktop {
    mod add;
    mod bindings;
    mod clipboard;
    mod journey;
    mod locked;
    mod secrets;
    mod shell;
    mod watch;
}
