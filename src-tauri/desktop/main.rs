//! The binary `keytick-desktop`.

// Without this, Windows opens a console beside the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> tauri::Result<()> {
    #[cfg(not(feature = "automation"))]
    forbid_automation();
    keytick_desktop::run()
}

/// With this variable set, any program could drive the window and read what is in it.
#[cfg(not(feature = "automation"))]
#[expect(unsafe_code, reason = "the only way to clear a variable that a library reads later")]
fn forbid_automation() {
    // SAFETY: this is the first thing the program does; no other thread runs yet.
    unsafe { std::env::remove_var("TAURI_WEBVIEW_AUTOMATION") };
}
