//! The desktop shell: a window, and the commands behind it.
//!
//! The page shows what commands return and holds no truth; the libraries know passwords,
//! codes and files. What is left for this crate is wiring, and the things that only a
//! desktop has: the clipboard, dialogs, drag and drop, the idle lock.

#![forbid(unsafe_code)]

mod backup;
pub mod bindings;
pub mod board;
mod clipboard;
mod clock;
pub mod commands;
pub mod drops;
pub mod error;
pub mod events;
mod export;
mod files;
mod gather;
mod keychain;
mod keys;
mod lab;
mod marked;
mod numbers;
mod open;
pub mod outside;
mod own;
mod passwords;
mod portal;
mod reading;
mod recovery_file;
mod restore;
mod safe;
mod screenshots;
mod session;
pub mod settings;
pub mod state;
mod throttle;
mod typed;
pub mod views;
mod watch;

use std::path::PathBuf;
use std::time::Duration;

use keytick_vault::KdfCost;
use tauri::webview::PageLoadEvent;
use tauri::{App, AppHandle, Manager, RunEvent, Runtime, Webview, Window, WindowEvent};

use crate::outside::{Outside, System};
use crate::state::{AppState, Options};

/// The window's label, which its permissions are given to.
const WINDOW: &str = "main";

/// Shows the window until it is closed.
///
/// # Errors
/// Those of a system that cannot show a window.
pub fn run() -> tauri::Result<()> {
    print_only_where_a_panic_was();
    let builder = tauri::Builder::default()
        // First of all plugins: a second start ends here.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            show_window(app)
        }))
        .plugin(tauri_plugin_dialog::init());
    let app = build(builder, tauri::generate_context!(), options(), System)?;
    let shell = app.state::<AppState>().inner().clone();
    keytick_presence::watch(move |leaving| shell.leave(leaving));
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<AppState>().quit();
        }
    });
    Ok(())
}

/// An app with the commands, events and state. Tests build one without a window.
///
/// # Errors
/// Those of a system that cannot show a window.
pub fn build<R: Runtime, O: Outside>(
    builder: tauri::Builder<R>,
    context: tauri::Context<R>,
    options: Options,
    outside: impl FnOnce(AppHandle<R>) -> O,
) -> tauri::Result<App<R>> {
    let bindings = bindings::builder();
    let app = builder
        .invoke_handler(bindings.invoke_handler())
        .on_window_event(|window: &Window<R>, event| {
            if let WindowEvent::DragDrop(event) = event {
                drops::handle(&window.state::<AppState>(), event);
            }
        })
        .on_page_load(|webview: &Webview<R>, load| {
            // The window stays hidden until there is something to see in it.
            if load.event() == PageLoadEvent::Finished {
                show_window(webview.app_handle());
            }
        })
        .build(context)?;
    bindings.mount_events(&app);
    // The window is made when the app runs: its page finds the state in place.
    app.manage(AppState::new(options, outside(app.handle().clone())));
    Ok(app)
}

/// Brings the window to the front. A window that cannot be shown is gone.
fn show_window<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        let _gone = window
            .show()
            .and_then(|()| window.unminimize())
            .and_then(|()| window.set_focus());
    }
}

fn options() -> Options {
    Options {
        vault: keytick_vault::default_path(),
        settings: settings_path(),
        seen: keytick_vault::state_folder(),
        idle: idle(),
        cost: KdfCost::calibrate,
        keytick: beside_us("keytick"),
    }
}

/// A program that is installed together with this one.
fn beside_us(name: &str) -> PathBuf {
    let us = std::env::current_exe().unwrap_or_default();
    us.with_file_name(name)
        .with_extension(std::env::consts::EXE_EXTENSION)
}

/// Where a person's settings are. None on a system without a home folder.
fn settings_path() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "Keytick")?;
    Some(folders.config_dir().join("settings.json"))
}

/// Tests need not wait for minutes.
fn idle() -> Option<Duration> {
    let seconds = std::env::var("KEYTICK_IDLE_SECONDS")
        .ok()
        .filter(|_| cfg!(debug_assertions))?;
    Some(Duration::from_secs(seconds.parse().ok()?))
}

/// A panic's message may hold anything, so only its place is printed.
fn print_only_where_a_panic_was() {
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            eprintln!("keytick-desktop: internal error at {place}");
        }
    }));
}
