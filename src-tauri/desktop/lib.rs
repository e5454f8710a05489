//! The desktop shell: a window, and the commands behind it.
//!
//! The page shows what commands return and holds no truth; the libraries know passwords,
//! codes and files. What is left for this crate is wiring, and the things that only a
//! desktop has: the clipboard, dialogs, drag and drop, the idle lock.

#![forbid(unsafe_code)]

mod applied;
#[cfg(target_os = "linux")]
mod arguments;
mod autostart;
mod backup;
pub mod bindings;
pub mod board;
mod capture;
mod clipboard;
mod clock;
pub mod commands;
mod copying;
pub mod drops;
pub mod error;
pub mod events;
mod export;
mod files;
mod gather;
mod hotkey;
mod keychain;
mod keys;
mod lab;
mod language;
mod links;
mod marked;
mod ntp;
mod numbers;
mod open;
pub mod outside;
mod own;
mod passwords;
mod pin;
mod portal;
pub mod programs;
mod quick;
mod reading;
mod recovery_file;
mod rest;
mod restore;
mod safe;
mod screens;
mod screenshots;
mod session;
pub mod settings;
mod settings_file;
pub mod state;
mod throttle;
mod tray;
mod typed;
pub mod views;
mod watch;
#[cfg(target_os = "linux")]
mod web_view;
mod windows;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use keytick_vault::KdfCost;
use tauri::{App, AppHandle, Manager, RunEvent, Runtime, Webview, Window};

use crate::outside::{Outside, System};
use crate::state::{AppState, Options};

/// Shows the windows until the program ends.
///
/// # Errors
/// Those of a system that cannot show a window.
pub fn run() -> tauri::Result<()> {
    print_only_where_a_panic_was();
    let builder = tauri::Builder::default()
        // First of all plugins: a second start ends here.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, _| {
            windows::begin_again(app, &arguments);
            links::handle(app, arguments);
        }))
        .plugin(tauri_plugin_dialog::init());
    #[cfg(target_os = "linux")]
    let builder = builder.plugin(web_view::plugin());
    #[cfg(not(target_os = "linux"))]
    let builder = builder
        .plugin(tauri_plugin_global_shortcut::Builder::new().build())
        .plugin(tauri_plugin_autostart::init(
            tauri_plugin_autostart::MacosLauncher::LaunchAgent,
            Some(vec![autostart::STARTED_BY_SYSTEM]),
        ));
    let app = build(builder, tauri::generate_context!(), options(), System)?;
    keytick_texts::speak(language::wanted(&app.state::<AppState>().settings()));
    windows::begin(app.handle(), given_arguments());
    links::begin(app.handle());
    tray::begin(app.handle());
    autostart::begin(app.handle());
    let shell = app.state::<AppState>().inner().clone();
    keytick_presence::watch(move |leaving| shell.leave(leaving));
    app.run(|app, event| match event {
        RunEvent::Exit => app.state::<AppState>().quit(),
        // The last web view was let go; the program is not over, nor when one of those that were
        // made since goes: it is made again.
        RunEvent::ExitRequested {
            code: None, api, ..
        } if app.state::<AppState>().rest.was_let_go() => api.prevent_exit(),
        #[cfg(target_os = "macos")]
        RunEvent::Reopen { .. } => windows::show_main(app),
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            windows::show_main(app);
            links::handle(app, urls.into_iter().map(String::from));
        }
        _ => {}
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
            windows::handle(window, event);
        })
        .on_page_load(|webview: &Webview<R>, load| {
            let settings = webview.state::<AppState>().settings();
            applied::dress(&webview.window(), &settings);
            windows::loaded(webview, load.event());
        })
        .build(context)?;
    bindings.mount_events(&app);
    // The window is made when the app runs: its page finds the state in place.
    app.manage(AppState::new(options, outside(app.handle().clone())));
    Ok(app)
}

/// What the program was started with. An argument that is no text is none for it.
fn given_arguments() -> impl Iterator<Item = String> {
    texts_of(std::env::args_os())
}

fn texts_of(arguments: impl Iterator<Item = OsString>) -> impl Iterator<Item = String> {
    arguments.filter_map(|argument| argument.into_string().ok())
}

/// How long the web views stay when no window is on view.
const REST: Duration = Duration::from_secs(60);

fn options() -> Options {
    Options {
        vault: keytick_vault::default_path(),
        settings: settings_path(),
        seen: keytick_vault::state_folder(),
        idle: seconds("KEYTICK_IDLE_SECONDS"),
        rest: seconds("KEYTICK_REST_SECONDS").unwrap_or(REST),
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
fn seconds(name: &str) -> Option<Duration> {
    let seconds = std::env::var(name)
        .ok()
        .filter(|_| cfg!(any(debug_assertions, feature = "automation")))?;
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

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::ffi::OsStringExt;

    use super::*;

    #[test]
    fn an_argument_that_is_no_text_is_passed_over() {
        let given = [b"keytick-desktop".to_vec(), vec![0xff], b"--quick".to_vec()];
        let texts = texts_of(given.into_iter().map(OsString::from_vec));
        assert_eq!(texts.collect::<Vec<_>>(), ["keytick-desktop", "--quick"]);
    }
}
