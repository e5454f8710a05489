//! The binary `keytick-desktop`.

// Without this, Windows opens a console beside the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use keytick_texts::{hint, text};

fn main() -> ExitCode {
    #[cfg(not(feature = "automation"))]
    forbid_automation();
    if !has_display() {
        return fail("desktop-no-display");
    }
    match keytick_desktop::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => fail("desktop-no-window"),
    }
}

/// Says why there is no window, to whoever started the program from a terminal.
fn fail(id: &str) -> ExitCode {
    eprintln!("{}", text(id, &[]));
    if let Some(hint) = hint(id, &[]) {
        eprintln!("{hint}");
    }
    ExitCode::FAILURE
}

/// GTK panics where there is nothing to draw on.
#[cfg(all(unix, not(target_os = "macos")))]
fn has_display() -> bool {
    ["WAYLAND_DISPLAY", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn has_display() -> bool {
    true
}

/// With this variable set, any program could drive the window and read what is in it.
#[cfg(not(feature = "automation"))]
#[expect(
    unsafe_code,
    reason = "the only way to clear a variable that a library reads later"
)]
fn forbid_automation() {
    // SAFETY: this is the first thing the program does; no other thread runs yet.
    unsafe { std::env::remove_var("TAURI_WEBVIEW_AUTOMATION") };
}
