//! The smallest Tauri window: `cargo xtask bench` measures Keytick beside it.

#![cfg_attr(windows, windows_subsystem = "windows")]

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
