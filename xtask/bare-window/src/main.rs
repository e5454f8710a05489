//! The smallest Tauri window: `cargo xtask bench` measures Keytick beside it. With the argument
//! `typing` it has a field and ten rows, which say what is typed; with `seconds` a number that
//! changes once a second.

#![cfg_attr(windows, windows_subsystem = "windows")]

use tauri::WebviewWindowBuilder;

fn main() -> tauri::Result<()> {
    let wanted = std::env::args().nth(1).unwrap_or_else(|| "main".to_owned());
    tauri::Builder::default()
        .setup(move |app| {
            let mut windows = app.config().app.windows.iter();
            if let Some(window) = windows.find(|window| window.label == wanted) {
                WebviewWindowBuilder::from_config(app.handle(), window)?.build()?;
            }
            Ok(())
        })
        .run(tauri::generate_context!())
}
