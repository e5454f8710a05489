//! What the shell asks of the system around it. Tests answer in its place.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use keytick_texts::text;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FilePath};
use zeroize::Zeroizing;

use crate::board::{self, Board};
use crate::error::UiError;
use crate::events::Happening;
use crate::files::PICTURES;
use crate::keychain;
use crate::portal;

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

    /// Ends the program.
    fn exit(&self);
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
}

/// The variables that make the web view wipe what it frees. They are of no use to a browser,
/// which they would only slow down.
pub const WIPED: [(&str, &str); 2] = [("Malloc", "1"), ("MALLOC_PERTURB_", "255")];

/// The real one.
pub struct System<R: Runtime>(pub AppHandle<R>);

impl<R: Runtime> Outside for System<R> {
    fn tell(&self, happening: Happening) {
        happening.emit(&self.0);
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

    fn browse(&self, address: &str) -> Result<(), UiError> {
        let mut opener = opener();
        for (name, _) in WIPED {
            opener.env_remove(name);
        }
        let opened = opener.arg(address).stdin(Stdio::null()).spawn();
        let mut opened = opened.map_err(|_| UiError::new("desktop-lab-no-browser"))?;
        // What it says later, nobody waits for; but it is not left behind.
        thread::spawn(move || opened.wait());
        Ok(())
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
