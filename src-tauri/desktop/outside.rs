//! What the shell asks of the system around it. Tests answer in its place.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use keytick_capture::{CaptureError, Shot};
use keytick_texts::text;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FilePath};
use zeroize::Zeroizing;

use crate::applied;
use crate::board::{self, Board};
use crate::capture;
use crate::error::UiError;
use crate::events::Happening;
use crate::files::PICTURES;
use crate::keychain;
use crate::ntp;
use crate::portal;
use crate::programs;
use crate::quick;
use crate::rest;
use crate::settings::Settings;
use crate::state::AppState;
use crate::views::CaptureView;
use crate::{hotkey, tray, windows};

/// The window, the clipboard and the native dialogs, as the shell uses them.
pub trait Outside: Send + Sync + 'static {
    /// Tells the page what happened.
    fn tell(&self, happening: Happening);

    /// Asks a person for files or a folder; none if they changed their mind. Blocks.
    fn pick(&self, what: Pick) -> Option<Vec<PathBuf>>;

    /// Asks a person where to save, under a title; none if they changed their mind. Blocks.
    fn pick_target(&self, title: &str, file_name: &str) -> Option<PathBuf>;

    /// Asks a person for a folder to save in, under a title; none if they changed their
    /// mind. Blocks.
    fn pick_target_folder(&self, title: &str) -> Option<PathBuf>;

    /// Opens the clipboard. Asked again before each use until it succeeds.
    ///
    /// # Errors
    /// `desktop-no-clipboard`.
    fn open_board(&self) -> Result<Box<dyn Board>, UiError>;

    /// What a person is told before the screens are read.
    fn capture_view(&self) -> CaptureView;

    /// What all screens show, without the window. Blocks, for as long as the system asks a
    /// person.
    ///
    /// # Errors
    /// Those of the system.
    fn capture(&self) -> Result<Vec<Shot>, CaptureError>;

    /// Opens the system's settings where screen capture is allowed, if it has such a page.
    fn open_capture_settings(&self);

    /// Opens an address of a practice site in the system's browser.
    ///
    /// # Errors
    /// `desktop-lab-no-browser`.
    fn browse(&self, address: &str) -> Result<(), UiError>;

    /// Keeps a key in the system's keychain.
    ///
    /// # Errors
    /// `desktop-no-keychain`.
    fn keep_key(&self, name: &str, key: &[u8; 32]) -> Result<(), UiError>;

    /// The key that was kept.
    ///
    /// # Errors
    /// `desktop-no-keychain`.
    fn find_key(&self, name: &str) -> Result<Zeroizing<[u8; 32]>, UiError>;

    /// Forgets it.
    fn forget_key(&self, name: &str);

    /// Does in the system what a change of the settings asks of it.
    ///
    /// # Errors
    /// Those of a system that does not; the change is refused then.
    fn apply(&self, before: &Settings, now: &Settings) -> Result<(), UiError>;

    /// Whether the desktop has to be asked before keys work from anywhere, and can be. Waits
    /// for it.
    fn lends_keys(&self) -> bool;

    /// Whether it lets a program type into the window of another.
    fn types_codes(&self) -> bool;

    /// Seconds by which the computer's clock is behind, where the system knows that it is
    /// wrong by more than five; less than zero: ahead.
    fn clock_error(&self) -> Option<i32>;

    /// Opens the system's own settings of the clock.
    ///
    /// # Errors
    /// `desktop-no-clock-settings`.
    fn open_clock_settings(&self) -> Result<(), UiError>;

    /// The page of quick search hears what it is told from now on.
    fn quick_ready(&self);

    /// Hides quick search.
    fn close_quick(&self, keyboard: Keyboard);

    /// Whether a code could be typed into the window that had the keyboard before quick search.
    /// Waits a moment for a person to let go of the keys.
    ///
    /// # Errors
    /// `desktop-typing-impossible`, `desktop-typing-held`.
    fn ready_to_type(&self) -> Result<(), UiError>;

    /// Hides quick search and types into the window that had the keyboard before this opening of
    /// it; tells whether it did. If the keyboard does not go back there, brings quick search again.
    /// `is_wanted` is asked right before the first key.
    fn type_text(&self, opening: u64, text: &str, is_wanted: &dyn Fn() -> bool) -> bool;

    /// Brings the main window to the front.
    fn show_main(&self);

    /// Puts the main window out of sight.
    fn put_away(&self);

    /// Whether a person could see any of the windows.
    fn is_on_view(&self) -> bool;

    /// The main window's page hears what it is told from now on.
    fn page_ready(&self);

    /// Ends the web views, if no window is on view.
    fn let_page_go(&self);

    /// Ends the program.
    fn exit(&self);
}

/// Whether the keyboard goes back to the window that had it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyboard {
    /// It does: a person is done here.
    GoesBack,
    /// It is with another window already.
    IsGone,
}

/// What a person is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Pick {
    /// Pictures, one or many.
    Pictures,
    /// A backup of another program.
    Backup,
    /// A folder of them.
    Folder,
    /// The key file of a backup.
    KeyFile,
    /// The profile of a practice site.
    Profile,
    /// A site's recovery codes.
    RecoveryCodes,
    /// A file of settings.
    Settings,
}

/// The real one.
pub struct System<R: Runtime>(pub AppHandle<R>);

impl<R: Runtime> Outside for System<R> {
    fn tell(&self, happening: Happening) {
        let shell = self.0.try_state::<AppState>();
        // First of all: what is told to a page that is just coming would be told twice, or never.
        if !shell.is_some_and(|shell| shell.rest.keep(&happening)) {
            happening.emit(&self.0);
        }
        if matches!(happening, Happening::SessionChanged(_)) {
            rest::begin(&self.0);
        }
        hotkey::hear(&self.0, &happening);
        tray::hear(&self.0, &happening);
    }

    fn pick(&self, what: Pick) -> Option<Vec<PathBuf>> {
        let dialog = self.0.dialog().file();
        let picked = portal::asking(|| match what {
            Pick::Pictures => dialog
                .set_title(text("desktop-pick-title", &[]))
                .add_filter(text("desktop-pick-pictures", &[]), PICTURES)
                .add_filter(text("desktop-pick-any", &[]), &["*"])
                .blocking_pick_files(),
            Pick::Backup => dialog
                .set_title(text("desktop-pick-backup", &[]))
                .add_filter(text("desktop-pick-any", &[]), &["*"])
                .add_filter(text("desktop-pick-backups", &[]), &extensions())
                .blocking_pick_files(),
            Pick::Folder => dialog
                .set_title(text("desktop-pick-folder", &[]))
                .blocking_pick_folder()
                .map(|folder| vec![folder]),
            Pick::KeyFile => dialog
                .set_title(text("desktop-pick-key-file", &[]))
                .blocking_pick_file()
                .map(|file| vec![file]),
            Pick::Profile => dialog
                .set_title(text("desktop-pick-profile", &[]))
                .add_filter(text("desktop-pick-profiles", &[]), &["toml"])
                .add_filter(text("desktop-pick-any", &[]), &["*"])
                .blocking_pick_file()
                .map(|file| vec![file]),
            Pick::RecoveryCodes => dialog
                .set_title(text("desktop-pick-recovery-codes", &[]))
                .add_filter(text("desktop-pick-any", &[]), &["*"])
                .blocking_pick_file()
                .map(|file| vec![file]),
            Pick::Settings => dialog
                .set_title(text("desktop-pick-settings", &[]))
                .add_filter(text("desktop-pick-settings-files", &[]), &["json"])
                .blocking_pick_file()
                .map(|file| vec![file]),
        })?;
        Some(picked.into_iter().filter_map(path).collect())
    }

    fn pick_target(&self, title: &str, file_name: &str) -> Option<PathBuf> {
        let dialog = self.0.dialog().file();
        let dialog = dialog.set_title(title).set_file_name(file_name);
        portal::asking(|| dialog.blocking_save_file()).and_then(path)
    }

    fn pick_target_folder(&self, title: &str) -> Option<PathBuf> {
        let dialog = self.0.dialog().file();
        let dialog = dialog.set_title(title);
        portal::asking(|| dialog.blocking_pick_folder()).and_then(path)
    }

    fn open_board(&self) -> Result<Box<dyn Board>, UiError> {
        board::open()
    }

    fn capture_view(&self) -> CaptureView {
        capture::view()
    }

    fn capture(&self) -> Result<Vec<Shot>, CaptureError> {
        capture::capture(&self.0)
    }

    fn open_capture_settings(&self) {
        capture::open_settings();
    }

    fn browse(&self, address: &str) -> Result<(), UiError> {
        let opened = programs::start(opener().arg(address));
        opened.map_err(|_| UiError::new("desktop-lab-no-browser"))
    }

    fn keep_key(&self, name: &str, key: &[u8; 32]) -> Result<(), UiError> {
        keychain::keep(name, key)
    }

    fn find_key(&self, name: &str) -> Result<Zeroizing<[u8; 32]>, UiError> {
        keychain::find(name)
    }

    fn forget_key(&self, name: &str) {
        keychain::forget(name);
    }

    fn apply(&self, before: &Settings, now: &Settings) -> Result<(), UiError> {
        applied::apply(&self.0, before, now)
    }

    fn lends_keys(&self) -> bool {
        hotkey::lends_keys()
    }

    fn types_codes(&self) -> bool {
        keytick_front::can_type()
    }

    fn clock_error(&self) -> Option<i32> {
        ntp::clock_error()
    }

    fn open_clock_settings(&self) -> Result<(), UiError> {
        ntp::open_settings()
    }

    fn quick_ready(&self) {
        quick::ready(&self.0);
    }

    fn close_quick(&self, keyboard: Keyboard) {
        quick::close(&self.0, keyboard);
    }

    fn ready_to_type(&self) -> Result<(), UiError> {
        quick::ready_to_type(&self.0)
    }

    fn type_text(&self, opening: u64, text: &str, is_wanted: &dyn Fn() -> bool) -> bool {
        quick::type_text(&self.0, opening, text, is_wanted)
    }

    fn show_main(&self) {
        windows::show_main(&self.0);
    }

    fn put_away(&self) {
        windows::put_away(&self.0);
    }

    fn is_on_view(&self) -> bool {
        rest::is_on_view(&self.0)
    }

    fn page_ready(&self) {
        rest::page_ready(&self.0);
    }

    fn let_page_go(&self) {
        rest::let_go(&self.0);
    }

    fn exit(&self) {
        self.0.exit(0);
    }
}

/// The system's own program that opens an address as a person wants it opened.
fn opener() -> Command {
    if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        Command::new("xdg-open")
    }
}

/// The extensions that backups usually have. They only sort the dialog: what a file is, its
/// content says.
fn extensions() -> Vec<&'static str> {
    let formats = keytick_formats::FORMATS.iter();
    let all: BTreeSet<&str> = formats
        .flat_map(|format| format.extensions.iter().copied())
        .collect();
    all.into_iter().collect()
}

fn path(picked: FilePath) -> Option<PathBuf> {
    picked.into_path().ok()
}
